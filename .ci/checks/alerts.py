"""Says what rules have to tell of a series of files, by the diffs alone, and compares that with what every channel received.

usage: alerts.py series FOLDER FILE...    each message once on every channel
       alerts.py kills FOLDER FILE...     and once more for each kill between a receiver's yes and the note of it

FOLDER has received.jsonl, ports.atom and log.json ('ianawatch log --format json'); for kills, after-NAME.json too: the
deliveries after the run of that name was killed. Prints what is wrong, and as its last line what it compared.
"""

import concurrent.futures
import csv
import hashlib
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
    """What each rule has to say of each snapshot, by (rule, number)."""
    snapshots, told = distinct(files), {}
    with open(snapshots[0], encoding="utf-8", newline="") as file:
        registrations = sum(1 for _ in csv.reader(file)) - 1
    for rule in RULES:
        told[rule, 1] = Told("summary", [], 0, registrations)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        steps = list(pool.map(diff, zip(snapshots, snapshots[1:])))
    for number, changes in enumerate(steps, 2):
        for rule, takes in RULES.items():
            taken = [change for change in changes if takes(change)]
            listed = [change for change in taken if is_telling(change)]
            if listed:
                told[rule, number] = Told("changes", listed, len(taken) - len(listed), 0)
    return snapshots, told


def requests(folder):
    with open(os.path.join(folder, "received.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def wrong_with(found, want):
    """What a receiver would complain of, knowing what it should have been told."""
    yield from found.problems
    sentences = [sentence(change) for change in want.changes]
    if found.sentences != sentences[:len(found.sentences)]:
        yield "other changes: %s and not %s" % (found.sentences[:5], sentences[:5])
    if len(found.sentences) + found.left_out != len(sentences):
        yield "%d shown and %d left out of %d" % (len(found.sentences), found.left_out, len(sentences))
    if sentences and not found.sentences:
        yield "no change is shown of %d" % len(sentences)
    if want.kind == "summary" and found.title != "{:,} registrations stored: the first snapshot".format(want.registrations):
        yield "the title of a first run is: " + found.title
    folded = {0: "", 1: " 1 cosmetic change is not listed."}.get(want.folded, " %d cosmetic changes are not listed." % want.folded)
    if want.kind == "changes" and (folded and folded not in found.lead or not folded and "cosmetic" in found.lead):
        yield "%d cosmetic changes, and it says: %s" % (want.folded, found.lead)


def wrong_with_json(request, want):
    """The exact list of changes; a webhook leaves out what does not fit, and cuts long values."""
    body = json.loads(request["body"])
    if body["type"] != want.kind:
        yield "it is of the kind " + body["type"]
    for item, change in zip(body["items"], want.changes):
        if not item.get("cut") and item["change"] != change:
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
        yield from (where + problem for problem in wrong_with(found, told[key]))
        if channel in ("webhook", "command"):
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
