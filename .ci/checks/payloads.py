"""Reads what a channel received as its receiver does, and says where it breaks what the owner of the channel publishes."""

import base64
import email
import email.policy
import hashlib
import hmac
import html.parser
import json
import os
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter, namedtuple
from datetime import datetime

# What is the same on all channels: the rule, the snapshot's number, and of each change that is shown its sentence.
Seen = namedtuple("Seen", "rule snapshot title lead sentences left_out problems")

ATOM = "{http://www.w3.org/2005/Atom}"
LEFT_OUT = re.compile(r"([\d,]+) (?:more )?changes? (?:is|are) left out; 'ianawatch (?:show \d+|log --changes)' has all\.")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def seen(origin, title, lead, sentences, remark, problems, left_out=None):
    number = re.match(r"Snapshot (\d+), observed \d{4}-\d\d-\d\d\.", lead)
    rule = re.fullmatch(r"ianawatch, rules? ([\w.-]+(?:, [\w.-]+)*).*", origin.strip(), re.DOTALL)
    cut = LEFT_OUT.search(remark)
    if left_out is None:
        left_out = int(cut.group(1).replace(",", "")) if cut else 0
    problems = [problem for problem in problems if problem]
    return Seen(rule and rule.group(1), int(number.group(1)) if number else 0, title, lead, sentences, left_out, problems)


def above(what, size, limit):
    return "%s: %d, and %d is the limit" % (what, size, limit) if size > limit else None


def slack(request):
    body = json.loads(request["body"])
    blocks, problems, texts = body["blocks"], [], [body["text"]]
    problems.append(above("blocks", len(blocks), 50))
    for block in blocks:
        parts = block["elements"] if block["type"] == "context" else [block["text"]]
        problems.append(above("elements", len(parts), 10))
        for part in parts:
            texts.append(part["text"])
            problems.append(above(block["type"], len(part["text"]), 150 if block["type"] == "header" else 3000))
            if re.search(r"<(?!https://www\.iana\.org/assignments/[\w-]+/(?:[\w.-]+\?search=[\w%+.*-]+)?\|)", part["text"]):
                problems.append("markup: " + part["text"])
    problems.append(above("characters in all", sum(map(len, texts)), 13200))

    def plain(text):
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    sections = [plain(block["text"]["text"]) for block in blocks if block["type"] == "section"]
    remark = sections.pop() if LEFT_OUT.fullmatch(sections[-1]) else ""
    return seen(plain(blocks[-1]["elements"][0]["text"]), plain(body["text"]), sections[0], sections[1:], remark, problems)


def teams(request):
    body = json.loads(request["body"])
    problems = [above("bytes", len(request["body"].encode()), 28 * 1024)]
    (attachment,) = body["attachments"]
    card = attachment["content"]
    if (body["type"], attachment["contentType"], card["type"]) != (
            "message", "application/vnd.microsoft.card.adaptive", "AdaptiveCard"):
        problems.append("no adaptive card")

    def text(block):
        return "".join(run["text"] for run in block["inlines"])

    blocks = [text(block) for block in card["body"] if block["type"] == "RichTextBlock"]
    sentences = [text(block["items"][0]) for block in card["body"] if block["type"] == "Container"]
    return seen(blocks[-1], blocks[0], blocks[1], sentences, " ".join(blocks[2:-1]), problems)


def discord(request):
    body = json.loads(request["body"])
    (embed,) = body["embeds"]
    problems = [above("content", len(body["content"]), 2000), above("fields", len(embed["fields"]), 25),
                above("description", len(embed.get("description", "")), 4096)]
    texts = [embed.get("description", ""), embed["footer"]["text"]]
    for field in embed["fields"]:
        texts += [field["name"], field["value"]]
        problems += [above("name", len(field["name"]), 256), above("value", len(field["value"]), 1024)]
        if not field["name"] or not field["value"]:
            problems.append("an empty field")
    problems.append(above("characters in all", sum(map(len, texts)), 6000))
    if body["allowed_mentions"] != {"parse": []}:
        problems.append("mentions are allowed")
    if not request["path"].endswith("?wait=true"):
        problems.append("it does not wait: " + request["path"])

    def plain(text):
        return re.sub(r"\\(.)", r"\1", text)

    description = plain(embed["description"])
    return seen(embed["footer"]["text"], plain(body["content"])[2:-2], description,
                [plain(field["name"]) for field in embed["fields"]], description, problems)


def ntfy(request):
    body = json.loads(request["body"])
    problems = [above("message", len(body["message"].encode()), 4096), above("title", len(body["title"].encode()), 250)]
    if header(request, "Authorization") != "Bearer " + os.environ["NTFY_TOKEN"]:
        problems.append("no token")
    lead, *paragraphs, origin = body["message"].split("\n\n")
    remark = paragraphs.pop() if paragraphs and LEFT_OUT.fullmatch(paragraphs[-1]) else ""
    return seen(origin, body["title"], lead, [paragraph.split("\n")[0] for paragraph in paragraphs], remark, problems)


def webhook(request):
    body = json.loads(request["body"])
    problems = [above("bytes", len(request["body"].encode()), 20000)]
    signed = ".".join([header(request, "webhook-id"), header(request, "webhook-timestamp"), request["body"]]).encode()
    with open(os.path.join(os.path.dirname(os.environ["IANAWATCH_CONFIG"]), "webhook-key"), encoding="ascii") as file:
        keys = [file.read().strip(), os.environ["OLD_KEY"]]
    signatures = [
        "v1," + base64.b64encode(hmac.new(base64.b64decode(key[6:]), signed, hashlib.sha256).digest()).decode() for key in keys]
    if header(request, "webhook-signature").split(" ") != signatures:
        problems.append("the signatures are not those of the two keys")
    if abs(int(header(request, "webhook-timestamp")) - request["at"]) > 60:
        problems.append("the timestamp is not that of the try")
    if header(request, "webhook-id") != body["id"]:
        problems.append("the header names another message")
    if header(request, "Authorization") != "Bearer " + os.environ["BEARER"]:
        problems.append("no authorization")
    return seen("ianawatch, rule " + body["rule"], body["subject"], body["lead"],
                [item["sentence"] for item in body["items"]], "", problems, body["left_out"])


def command(request):
    body = json.loads(request["body"])
    problems = []
    if request["body"].count("\n") != 1 or not request["body"].endswith("}\n"):
        problems.append("not on one line")
    if header(request, "Message") != " ".join([body["id"], body["type"], body["rule"]]):
        problems.append("another message in the environment: " + header(request, "Message"))
    if header(request, "Arguments") != "--registry two words":
        problems.append("other arguments: " + header(request, "Arguments"))
    return seen("ianawatch, rule " + body["rule"], body["subject"], body["lead"],
                [item["sentence"] for item in body["items"]], "", problems)


def sendmail(request):
    arguments = header(request, "Arguments")
    wrong = arguments != "-i -f ianawatch@example.org -- network@example.org security@example.org"
    return mail_text(request["body"], ["other arguments: " + arguments] if wrong else [])


def mail(request):
    return mail_text(request["body"], [])


def mail_text(text, problems):
    parsed = email.message_from_string(text, policy=email.policy.default)
    lines = text.replace("\r\n", "\n").split("\n")
    problems.append(above("line", max(map(len, lines)), 998))
    for name in ("Message-ID", "Date", "From", "To", "Subject", "List-Id", "Auto-Submitted", "References", "In-Reply-To"):
        if len(parsed.get_all(name, [])) != 1:
            problems.append("%d headers %s" % (len(parsed.get_all(name, [])), name))
    if parsed.get_content_type() != "multipart/alternative" or parsed.defects:
        problems.append("no multipart/alternative, or a broken one: %s" % parsed.defects)
    plain, rich = [part.get_content().replace("\r\n", "\n") for part in parsed.iter_parts()]
    problems.append(above("HTML", len(rich.encode()), 102000))
    found = page(rich, parsed["Subject"], problems)
    words = " ".join(plain.split())
    problems += ["the text does not have: " + sentence for sentence in found.sentences if " ".join(sentence.split()) not in words]
    problems += ["the text does not have what is left out"] if bool(found.left_out) != bool(LEFT_OUT.search(words)) else []
    return found._replace(problems=[problem for problem in problems if problem])


class Page(html.parser.HTMLParser):
    """Of the HTML of a message: its paragraphs, and of each change the first one."""

    def __init__(self):
        super().__init__()
        self.heading, self.paragraphs, self.sentences, self.text = None, [], [], None
        self.is_first, self.tags = False, Counter()

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        if tag == "div" and "border-left" in dict(attributes).get("style", ""):
            self.is_first = True
        if tag in ("h1", "p"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "h1":
            self.heading = self.text
        elif tag == "p":
            if self.is_first:
                self.sentences.append(self.text)
            else:
                self.paragraphs.append(self.text)
            self.is_first = False
        if tag in ("h1", "p"):
            self.text = None


def page(rich, title, problems):
    parsed = Page()
    parsed.feed(rich)
    whole = title[-1:] != "…" and parsed.heading == title
    if not whole and not (title[-1:] == "…" and parsed.heading.startswith(title[:-1])):
        problems.append("the heading is not the title: " + str(parsed.heading))
    for tag in ("script", "img", "iframe", "form"):
        if parsed.tags[tag]:
            problems.append("it has <%s>" % tag)
    return seen(parsed.paragraphs[-1], title, parsed.paragraphs[0], parsed.sentences, " ".join(parsed.paragraphs), problems)


def atom(path):
    """All entries of a feed, and what RFC 4287 has against it."""
    feed = ElementTree.parse(path).getroot()
    problems, found = [], []

    def common(element, what):
        for name in ("id", "title", "updated"):
            if len(element.findall(ATOM + name)) != 1:
                problems.append("4.1: %s has %d %s" % (what, len(element.findall(ATOM + name)), name))
        if not re.match(r"[a-z]+:\S+$", element.findtext(ATOM + "id")):
            problems.append("4.2.6: the id of %s is no IRI" % what)
        if not RFC_3339.fullmatch(element.findtext(ATOM + "updated")):
            problems.append("3.3: the time of %s is none of RFC 3339" % what)
        return datetime.fromisoformat(element.findtext(ATOM + "updated"))

    updated = common(feed, "the feed")
    if feed.tag != ATOM + "feed" or not feed.findtext(ATOM + "author/" + ATOM + "name"):
        problems.append("4.1.1: no feed with an author")
    if [link.get("href") for link in feed.findall(ATOM + "link[@rel='self']")] != ["https://www.example.org/ports.atom"]:
        problems.append("4.1.1: no link to itself")
    entries = feed.findall(ATOM + "entry")
    times = [common(entry, "entry %s" % entry.findtext(ATOM + "id")) for entry in entries]
    if times != sorted(times, reverse=True) or (times and updated != times[0]):
        problems.append("the newest entry is not the first, or not as new as the feed")
    twice = [name for name, count in Counter(entry.findtext(ATOM + "id") for entry in entries).items() if count > 1]
    problems += ["4.1.2: twice: " + name for name in twice]
    for entry in entries:
        content = entry.find(ATOM + "content")
        if content.get("type") != "html" or len(content):
            problems.append("4.1.3.3: content that is not text")
        problems.append(above("HTML", len(content.text.encode()), 30000))
        found.append(page(content.text, entry.findtext(ATOM + "title"), []))
    return found, [problem for problem in problems if problem]


def header(request, name):
    values = [value for key, value in request["headers"] if key.lower() == name.lower()]
    return values[0] if len(values) == 1 else "%d headers %s" % (len(values), name)


READERS = {"mail": mail, "sendmail": sendmail, "slack": slack, "teams": teams, "discord": discord, "ntfy": ntfy,
           "webhook": webhook, "command": command}
