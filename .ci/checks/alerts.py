"""Says what rules have to tell of a series of files, by the diffs alone, and compares that with what every channel received.

usage: alerts.py series FOLDER FILE...    each message once on every channel
       alerts.py kills FOLDER FILE...     and once more for each kill between a receiver's yes and the note of it

FOLDER has received.jsonl, ports.atom and log.json ('ianawatch log --format json'); for kills, after-NAME.json too: the
deliveries after the run of that name was killed. Prints what is wrong, and as its last line what it compared.
"""

import concurrent.futures
import csv
import hashlib
import itertools
import json
import os
import poplib
import subprocess
import sys
from collections import Counter, defaultdict, namedtuple

import payloads

ACCEPTED = "accepted"
Told = namedtuple("Told", "kind changes folded registrations")


def overlaps(change, low, high):
    if change["ports"] is None:
        return False
    first, _, last = change["ports"].partition("-")
    return int(first) <= high and int(last or first) >= low


# The rules of channels.bash once more.
RULES = {
    "lab": lambda change: overlaps(change, 272, 279),
    "new-user-ports": lambda change: change["kind"] == "assigned" and overlaps(change, 1024, 49151),
    "all": lambda change: True,
}


def said(fields):
    """The fields that a person is told of: a Modification Date only where it is all there is."""
    return [field for field in fields if field["column"] != "Modification Date"] or fields


def is_telling(change):
    """Whether more differs than white space, which the spelling of references is too, and the Modification Date."""
    return change["kind"] != "amended" or any(
        field["column"] != "Modification Date" and "".join(field["before"].split()) != "".join(field["after"].split())
        for field in change["fields"])


def sentence(change):
    transports = "all transports" if len(change["transports"]) == 4 else ",".join(change["transports"])
    service, kind = change.get("service") or "", change["kind"]
    if change["ports"] is None:
        subject, to, of = "%s (%s, no port)" % (service, transports), "", ""
    else:
        subject = change["ports"] + (" (%s)" if len(change["transports"]) == 4 else "/%s") % transports
        to, of = (" to " + service if service else " without a service name"), (" from " + service if service else "")
    columns = ", ".join(field["column"] for field in said(change.get("fields", [])))
    if kind == "assigned":
        was = "already assigned" if change["was"] == "assigned" else change["was"]
        block = ", block " + change["block"] if "-" in change.get("block", "") else ""
        return subject + " assigned" + to + (" (was %s%s)" % (was, block) if change["ports"] else "")
    if kind == "deassigned":
        now = "still assigned" if change["now"] == "assigned" else "now " + change["now"]
        return subject + " de-assigned" + of + (" (%s)" % now if change["ports"] else "")
    if kind == "renamed":
        names = [change[name] or "no service name" for name in ("before", "service")]
        also = columns if columns != "Modification Date" else ""
        return "%s renamed from %s to %s" % (subject, *names) + ("; also " + also if also else "")
    if kind == "amended":
        name = service + " " if change["ports"] and service else ""
        return subject + " " + name + ("silently amended: " if change.get("silent") else "amended: ") + columns
    return "%s %s (was %s)" % (subject, kind, change["was"])


KINDS = ["assigned", "deassigned", "reserved", "unassigned", "renamed", "amended"]
TRANSPORTS = ["tcp", "udp", "sctp", "dccp"]


def names(change):
    return [name or "" for name in (change.get("before"), change.get("service")) if name is not None] or [""]


def place(change):
    """Where people find a change: the kinds in their order, then ports, then names without a port by name."""
    low, _, high = (change["ports"] or "").partition("-")
    return (KINDS.index(change["kind"]), change["ports"] is None, int(low or 0), int(high or low or 0),
            " ".join(names(change)).lower() if change["ports"] is None else "", " ".join(names(change)),
            TRANSPORTS.index(change["transports"][0]))


def likeness(change):
    """What is equal for changes that are one to people."""
    if change["kind"] == "amended":
        return "amended", json.dumps([change.get("silent"), said(change["fields"])])
    if change["ports"] is None:
        row = {title: value for title, value in change["record"].items() if title.lower().replace("_", " ") != "transport protocol"}
        return change["kind"], change["service"], json.dumps(row)
    return json.dumps(change, sort_keys=True)


def grouped(changes):
    """As people read changes: (sentence, how many there are), in their order."""
    groups = {}
    for change in sorted(changes, key=place):
        groups.setdefault(likeness(change), []).append(change)
    return [(sentence(group[0]) if len(group) == 1 else joint(group), len(group)) for group in groups.values()]


def headline_first(changes):
    """As programs read changes, where no use is configured: what the subject names, then the others as the diff has them."""
    named = likeness(min(changes, key=place)) if changes else None
    return sorted(changes, key=lambda change: likeness(change) != named)


def joint(group):
    """One sentence for several changes."""
    cells, bare = defaultdict(set), defaultdict(set)
    for change in group:
        if change["ports"] is None:
            bare[change["service"] or ""].update(change["transports"])
        else:
            low, _, high = change["ports"].partition("-")
            cells[int(low), int(high or low)].update(change["transports"])
    ranges = {}
    for (low, high), transports in sorted(cells.items()):
        same = ranges.setdefault(tuple(sorted(transports, key=TRANSPORTS.index)), [])
        if same and same[-1][1] + 1 == low:
            same[-1] = (same[-1][0], high)
        else:
            same.append((low, high))
    parts = []
    for transports, spans in ranges.items():
        ports = ",".join(str(low) if low == high else "%d-%d" % (low, high) for low, high in spans)
        parts.append(ports + (" (all transports)" if len(transports) == 4 else "/" + ",".join(transports)))
    for name, transports in sorted(bare.items()):
        by = "all transports" if len(transports) == 4 else ",".join(sorted(transports, key=TRANSPORTS.index))
        parts.append("%s (%s, no port)" % (name, by))
    subject, first = ", ".join(parts), group[0]
    if first["kind"] != "amended":
        return subject + (" assigned" if first["kind"] == "assigned" else " de-assigned")
    services = list(dict.fromkeys(name for change in group for name in names(change) if name))
    listed = ", ".join(services) if len(services) <= 3 else "%s and %d more" % (", ".join(services[:2]), len(services) - 2)
    columns = ", ".join(field["column"] for field in said(first["fields"]))
    prefix = listed + " " if first["ports"] is not None and listed else ""
    return subject + " " + prefix + ("silently amended: " if first.get("silent") else "amended: ") + columns


def diff(pair):
    said = subprocess.run([os.environ["ianawatch"], "diff", *pair, "--format", "json"], capture_output=True, check=True)
    return json.loads(said.stdout)["changes"]


def distinct(files):
    """A file that equals the one before it is no snapshot."""
    kept, last = [], None
    for path in files:
        with open(path, "rb") as file:
            sha256 = hashlib.sha256(file.read()).hexdigest()
        if sha256 != last:
            kept.append(path)
        last = sha256
    return kept


def expected(files):
    """What there is to say of each snapshot, by (the names of the rules that say it, its number); they share all channels."""
    snapshots, told = distinct(files), {}
    with open(snapshots[0], encoding="utf-8", newline="") as file:
        registrations = sum(1 for _ in csv.reader(file)) - 1
    told[", ".join(RULES), 1] = Told("summary", [], 0, registrations)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        steps = list(pool.map(diff, zip(snapshots, snapshots[1:])))
    for number, changes in enumerate(steps, 2):
        rules = [rule for rule, takes in RULES.items() if any(takes(change) and is_telling(change) for change in changes)]
        taken = [change for change in changes if any(RULES[rule](change) for rule in rules)]
        listed = [change for change in taken if is_telling(change)]
        if listed:
            told[", ".join(rules), number] = Told("changes", listed, len(taken) - len(listed), 0)
    return snapshots, told


def requests(folder):
    with open(os.path.join(folder, "received.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def wrong_with(found, want, is_for_programs=False):
    """What a receiver would complain of, knowing what it should have been told."""
    yield from found.problems
    told = [(sentence(change), 1) for change in headline_first(want.changes)] if is_for_programs else grouped(want.changes)
    sentences = [text for text, _ in told]
    for number, (text, wanted) in enumerate(itertools.zip_longest(found.sentences, sentences[:len(found.sentences)]), 1):
        if text != wanted:
            yield "entry %d is %s and not %s" % (number, text, wanted)
            break
    shown = sum(count for _, count in told[:len(found.sentences)])
    if shown + found.left_out != len(want.changes):
        yield "%d shown and %d left out of %d" % (shown, found.left_out, len(want.changes))
    if sentences and not found.sentences:
        yield "no change is shown of %d" % len(sentences)
    if want.kind == "summary" and found.title != "{:,} registrations stored: the first snapshot".format(want.registrations):
        yield "the title of a first run is: " + found.title
    folded = {0: "", 1: " 1 cosmetic change is not listed."}.get(want.folded, " %d cosmetic changes are not listed." % want.folded)
    if want.kind == "changes" and (folded and folded not in found.lead or not folded and "cosmetic" in found.lead):
        yield "%d cosmetic changes, and it says: %s" % (want.folded, found.lead)


def in_message(change):
    """A message has a record by IANA's titles alone, none of which is in lower case."""
    titles = {title: value for title, value in change.get("record", {}).items() if not title.islower()}
    return {**change, "record": titles} if titles else change


def wrong_with_json(request, want):
    """The exact list of changes; a webhook leaves out what does not fit, and cuts long values."""
    body = json.loads(request["body"])
    if body["type"] != want.kind:
        yield "it is of the kind " + body["type"]
    for item, change in zip(body["items"], headline_first(want.changes)):
        if not item.get("cut") and item["change"] != in_message(change):
            yield "another change: %s and not %s" % (item["change"], change)


def identity(request):
    """All that may not differ from one try to the next."""
    body = request["body"]
    if request["channel"] in ("mail", "sendmail"):
        boundary = body.partition("boundary=\"")[2].partition("\"")[0]
        body = body.replace(boundary, "BOUNDARY").replace("\r\n", "\n") if boundary else body
    return body


def compare(folder, files):
    snapshots, told = expected(files)
    with open(os.path.join(folder, "log.json"), encoding="utf-8") as file:
        if len(json.load(file)) != len(snapshots):
            yield "the store has not %d snapshots" % len(snapshots)
    accepted, contents, keys, answers = defaultdict(list), defaultdict(set), {}, Counter()
    for request in requests(folder):
        answers[request["answer"]] += 1
        channel = request["channel"]
        if channel == "" or not request["body"]:
            continue
        if channel not in payloads.READERS:
            yield "%s: %s" % (channel, request["answer"])
            continue
        found = payloads.READERS[channel](request)
        key = (found.rule, found.snapshot)
        where = "%s, rule %s, snapshot %d: " % (channel, found.rule, found.snapshot)
        if key not in told:
            yield where + "nothing was to be told: " + found.title
            continue
        is_for_programs = channel in ("webhook", "command")
        yield from (where + problem for problem in wrong_with(found, told[key], is_for_programs))
        if is_for_programs:
            keys[json.loads(request["body"])["id"]] = key
            yield from (where + problem for problem in wrong_with_json(request, told[key]))
        contents[channel, *key].add(identity(request))
        if request["answer"] == ACCEPTED:
            accepted[channel, *key].append(request["run"])
    yield from ("%s, rule %s, snapshot %d: its tries differ" % key for key, texts in contents.items() if len(texts) > 1)
    if len(keys) != len(told):
        yield "%d messages have %d ids" % (len(told), len(keys))
    extra = again(folder, accepted, keys)
    for channel in payloads.READERS:
        for key in told:
            times = len(accepted[channel, *key])
            if times != 1 + len(extra[channel, *key]):
                yield "%s, rule %s, snapshot %d: accepted %d times, in the runs %s; not noted after the kills of %s" % (
                    channel, *key, times, accepted[channel, *key], extra[channel, *key])
    yield from wrong_with_feed(folder, told)
    yield from wrong_with_mailbox(folder)
    figures = ", ".join("%d %s" % (count, answer) for answer, count in sorted(answers.items()))
    yield "%d snapshots, %d messages of %d changes on each of %d channels (answers: %s); %d came again after kills" % (
        len(snapshots), len(told), sum(len(want.changes) for want in told.values()), len(payloads.READERS) + 1, figures,
        sum(map(len, extra.values())))


def again(folder, accepted, keys):
    """Which deliveries a kill came between: accepted in that run, and not noted in the store after it."""
    extra, noted = defaultdict(list), {}
    for name in os.listdir(folder):
        if name.startswith("after-"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                noted[name[6:-5]] = {(delivery["channel"], *keys[delivery["message_id"]])
                                     for delivery in json.load(file) if delivery["state"] == "delivered"}
    for key, runs in accepted.items():
        extra[key] = [run for run in sorted(set(runs)) if run in noted and key not in noted[run]]
    return extra


def wrong_with_feed(folder, told):
    found, problems = payloads.atom(os.path.join(folder, "ports.atom"))
    yield from ("atom: " + problem for problem in problems)
    count = Counter((entry.rule, entry.snapshot) for entry in found)
    yield from ("atom, rule %s, snapshot %d: %d times" % (*key, count[key]) for key in told if count[key] != 1)
    for entry in found:
        where = "atom, rule %s, snapshot %d: " % (entry.rule, entry.snapshot)
        want = told.get((entry.rule, entry.snapshot))
        yield from (where + problem for problem in (wrong_with(entry, want) if want else ["nothing was to be told"]))


def wrong_with_mailbox(folder):
    """GreenMail has what its front says that it accepted."""
    mailbox = poplib.POP3("127.0.0.1", int(os.environ["POP3_PORT"]))
    mailbox.user("network")
    mailbox.pass_(os.environ["MAIL_PASSWORD"])
    ids, sent = Counter(), Counter()
    for number in range(1, mailbox.stat()[0] + 1):
        ids.update(line[12:].strip() for line in mailbox.top(number, 0)[1] if line.lower().startswith(b"message-id: "))
    mailbox.quit()
    for request in requests(folder):
        if request["channel"] == "mail" and request["answer"] == ACCEPTED:
            sent.update(line[12:].strip().encode() for line in request["body"].splitlines() if line.lower().startswith("message-id: "))
    if ids != sent:
        yield "GreenMail has %d mails, and %d were accepted" % (sum(ids.values()), sum(sent.values()))


if __name__ == "__main__":
    for line in compare(sys.argv[2], sys.argv[3:]):
        print(line)
