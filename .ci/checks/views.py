"""Compares answers of the views with the CSV: views.py registration PREFIX, views.py history FOLDER. Prints what differs."""

import csv
import hashlib
import json
import os
import sys
from collections import Counter, defaultdict

NAMED = ("tcp", "udp", "sctp", "dccp")
STRENGTH = ("assigned", "reserved", "unassigned")
TEXT = ("description", "assignee", "contact", "registration_date", "modification_date", "reference", "service_code",
        "unauthorized_use_reported", "assignment_notes")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file)][1:]


def ports(text):
    if not text:
        return None, None
    low, _, high = text.partition("-")
    return int(low), int(high or low)


def status(row):
    """The registry says it in the description of a row without a name."""
    said = row[3].strip().lower()
    if row[0]:
        return "assigned"
    if said.startswith(("unassigned", "(unassigned")):
        return "unassigned"
    words = ("reserved", "iana reserved", "de-registered", "deregistered", "removed", "deprecated", "decom", "de-com")
    return "reserved" if said.startswith(words) else "assigned"


def expected(row):
    low, high = ports(row[1])
    return (row[0], low, high, row[2] or None) + tuple(row[3:12])


def given(row):
    return (row["service_name"], row["port_low"], row["port_high"], row["transport"]) + tuple(row[name] for name in TEXT)


def documents(path):
    decoder, text, found = json.JSONDecoder(), open(path, encoding="utf-8").read(), []
    while text.strip():
        value, end = decoder.raw_decode(text.lstrip())
        found.append(value)
        text = text.lstrip()[end:]
    return found


def brute_force(registrations):
    """For every port and transport, the strongest status and the names, one port after the other."""
    by_name, for_all = defaultdict(list), defaultdict(list)
    for row in registrations:
        if row["port_low"] is None:
            continue
        for port in range(row["port_low"], row["port_high"] + 1):
            if row["transport"]:
                by_name[port, row["transport"]].append(row)
            else:
                for_all[port].append(row)
    for port in range(65536):
        for transport in NAMED:
            speaking = by_name.get((port, transport)) or for_all.get(port) or []
            strongest = min((STRENGTH.index(row["status"]) for row in speaking), default=2)
            names = sorted({row["service_name"] for row in speaking if row["status"] == "assigned" and row["service_name"]})
            yield port, transport, STRENGTH[strongest], " ".join(names) or None


def check_registration(prefix):
    published = rows(prefix + ".csv")
    count, registrations = documents(prefix + ".json")
    name = os.path.basename(prefix)
    if count[0]["many"] != len(published):
        print(f"{name}: {count[0]['many']} registrations, and the file has {len(published)}")
    if [expected(row) for row in published] != [given(row) for row in registrations]:
        print(f"{name}: registration differs from the file")
    if [status(row) for row in published] != [row["status"] for row in registrations]:
        wrong = [(row, answer["status"]) for row, answer in zip(published, registrations) if status(row) != answer["status"]]
        print(f"{name}: status differs in {len(wrong)} rows, first {wrong[:1]}")
    if os.path.exists(prefix + ".ports.json"):
        answer = {}
        for row in documents(prefix + ".ports.json")[0]:
            for port in range(row["port_low"], row["port_high"] + 1):
                if (port, row["transport"]) in answer:
                    print(f"{name}: port_status has {port}/{row['transport']} twice")
                answer[port, row["transport"]] = row["status"], row["services"]
        wanted = {(port, transport): (state, names) for port, transport, state, names in brute_force(registrations)}
        if answer != wanted:
            wrong = [(key, answer.get(key), wanted[key]) for key in wanted if answer.get(key) != wanted[key]]
            print(f"{name}: port_status differs for {len(wrong)} ports, first {wrong[:1]}")


def check_history(folder):
    history, = documents(folder + "/history.json")
    snapshots, = documents(folder + "/snapshot.json")
    beginning, ending = defaultdict(list), defaultdict(list)
    for row in history:
        beginning[row["valid_from"]].append(given(row))
        if row["valid_until"]:
            ending[row["valid_until"]].append(given(row))
    now = Counter()
    for snapshot in snapshots:
        number = snapshot["number"]
        now.update(beginning[number])
        now.subtract(ending[number])
        with open(f"{folder}/{number}.csv", "rb") as file:
            content = file.read()
        published = rows(f"{folder}/{number}.csv")
        if +now != Counter(expected(row) for row in published):
            print(f"registration_history differs at {number}")
        facts = hashlib.sha256(content).hexdigest(), len(content), len(published)
        if facts != (snapshot["sha256"], snapshot["byte_count"], snapshot["record_count"]):
            print(f"snapshot differs at {number}: {snapshot}")
    check_changes(folder)


def check_changes(folder):
    changes, = documents(folder + "/change.json")
    fields, = documents(folder + "/change_field.json")
    logged = sorted(json.load(open(folder + "/log.json", encoding="utf-8")), key=lambda change: change["snapshot"])
    if [(row["snapshot_number"], row["kind"]) for row in changes] != [(row["snapshot"], row["kind"]) for row in logged]:
        print(f"change has {len(changes)} rows, log --changes {len(logged)}, and they differ")
    for row in fields:
        number = row["snapshot_number"]
        if not row["before_value"] == row["after_value"]:
            continue
        print(f"change_field has a value that did not change at {number}: {row}")


if __name__ == "__main__":
    {"registration": check_registration, "history": check_history}[sys.argv[1]](sys.argv[2])
