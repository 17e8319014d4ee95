#!/usr/bin/env python3
"""Draws the collapsed stacks of async-profiler as a flame graph.

usage: flame_graph.py TITLE GRAPH.svg STACKS...

Only the thread main is drawn. Left out are lambdas, repeated methods, and what took less than 0.4 %. On
standard output are the shares of the program's own methods, those of 2 % and more, without those that do all of their caller's work.
"""
import re
import sys
from xml.sax.saxutils import escape

WIDTH, LINE, MARGIN, CHARACTER = 1200, 16, 10, 6.6
SMALLEST, SMALLEST_SHOWN = 0.004, 0.02
COLOURS = (  # after the beginning of the name; the first that fits
    ("org.ianawatch.", "ianawatch", "#f4a259"),
    ("org.h2.", "H2", "#8cb4d9"),
    ("java. javax. jdk. sun.", "the JDK", "#c9c9c9"),
    ("org. com. io. tools. jakarta.", "other libraries", "#a8cf9a"),
    ("", "JVM and system", "#e3b7c0"),
)


class Frame:
    """A method below the ones that called it, and how many samples found it there."""

    def __init__(self, name):
        self.name, self.samples, self.callees = name, 0, {}

    def add(self, names, samples):
        self.samples += samples
        if names:
            self.callees.setdefault(names[0], Frame(names[0])).add(names[1:], samples)

    def depth(self, smallest):
        return 1 + max((callee.depth(smallest) for callee in self.shown(smallest)), default=0)

    def shown(self, smallest):
        return [callee for callee in self.callees.values() if callee.samples >= smallest]


def names(stack):
    """The names of a stack's frames, outermost first, without those that say nothing."""
    found = []
    for frame in stack.split(";")[1:]:
        name = frame.replace("/", ".")
        if "Lambda" in name or "lambda$" in name or ".access$" in name or (found and found[-1] == name):
            continue
        found.append(name)
    return found


def read(paths):
    root = Frame("main")
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                stack, samples = line.rsplit(" ", 1)
                if re.match(r"\[main( tid=\d+)?\];", stack):
                    root.add(names(stack), int(samples))
    return root


def short(name):
    return ".".join(name.split(".")[-2:]) if re.match(r"[a-z]\w*\.", name) else name


def colour(name):
    return next(colour for starts, _, colour in COLOURS if any(name.startswith(start) for start in starts.split(" ")))


def boxes(frame, left, level, root, height):
    width = frame.samples / root.samples * (WIDTH - 2 * MARGIN)
    top = height - MARGIN - (level + 1) * LINE
    share = 100 * frame.samples / root.samples
    text = short(frame.name)
    room = int((width - 4) / CHARACTER)
    label = text if len(text) <= room else text[: room - 1] + "…" if room > 3 else ""
    yield '<g><title>%s, %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="15" fill="%s"/>' % (
        escape(frame.name), share, left, top, max(width - 0.5, 0.5), colour(frame.name))
    if label:
        yield '<text x="%.1f" y="%d">%s</text>' % (left + 2, top + 12, escape(label))
    yield "</g>"
    for callee in sorted(frame.shown(SMALLEST * root.samples), key=lambda callee: callee.name):
        yield from boxes(callee, left, level + 1, root, height)
        left += callee.samples / root.samples * (WIDTH - 2 * MARGIN)


def svg(root, title):
    height = (root.depth(SMALLEST * root.samples) + 3) * LINE + 2 * MARGIN
    yield '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="11">' % (WIDTH, height)
    yield '<rect width="100%" height="100%" fill="#ffffff"/>'
    yield '<text x="%d" y="22" font-size="14">%s</text>' % (MARGIN, escape(title))
    left = MARGIN
    for _, words, fill in COLOURS:
        yield '<rect x="%d" y="30" width="11" height="11" fill="%s"/><text x="%d" y="40">%s</text>' % (left, fill, left + 15, words)
        left += 30 + int(len(words) * CHARACTER)
    yield from boxes(root, MARGIN, 0, root, height)
    yield "</svg>"


def own(frame):
    """The same tree of the program's own methods alone."""
    tree = Frame(frame.name)

    def walk(callee, above):
        if callee.name.startswith("org.ianawatch."):
            below = above.callees.setdefault(callee.name, Frame(callee.name))
            below.samples += callee.samples
            above = below
        for next_callee in callee.callees.values():
            walk(next_callee, above)

    tree.samples = frame.samples
    for callee in frame.callees.values():
        walk(callee, tree)
    return tree


def shares(frame, level, root):
    print("%5.1f %%  %s%s" % (100 * frame.samples / root.samples, "  " * level, short(frame.name)))
    for callee in callees(frame, root):
        shares(callee, level + 1, root)


def callees(frame, root):
    """The callees that are shown, the longest first; in the place of one that does all of the caller's work, its own."""
    found = sorted(frame.shown(SMALLEST_SHOWN * root.samples), key=lambda callee: -callee.samples)
    return callees(found[0], root) if found and found[0].samples > 0.95 * frame.samples else found


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    title, graph, *stacks = sys.argv[1:]
    root = read(stacks)
    if not root.samples:
        sys.exit("flame_graph.py: there is no sample of the thread main in " + " ".join(stacks))
    with open(graph, "w", encoding="utf-8") as out:
        out.write("\n".join(svg(root, title)) + "\n")
    print("%d samples" % root.samples)
    shares(own(root), 0, root)


main()
