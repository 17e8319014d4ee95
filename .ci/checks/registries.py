"""Tests diffs of registries by brute force, and compares them with the reference's.

usage: registries.py CHECKERS PAIRS DIFFS    PAIRS has two paths for each, one a line; DIFFS/N.json is the diff of the Nth, which
                                             there is none of where a file is not a registry's table
"""

import csv
import json
import os
import sys

sys.path.insert(0, sys.argv[1])
import check_registry_diff as checker
import ref_registry_diff as reference


def problems(older, newer, path):
    """What is wrong with one diff; the number of its changes."""
    try:
        tables = [reference.read(older)[0], reference.read(newer)[0]]
        loaded = [checker.load(older), checker.load(newer)]
    except (reference.Unreadable, checker.Bad, ValueError, csv.Error) as error:
        return (["it should be refused: %s" % error] if os.path.exists(path) else []), 0
    if not os.path.exists(path):
        return ["it was refused"], 0
    with open(path, encoding="utf-8") as file:
        diff = json.load(file)
    wrong, _ = checker.check(*loaded, diff)
    wanted = reference.difference(*tables, os.path.basename(newer)[:10])
    for part in ("columns", "key", "changes"):
        if diff[part] != wanted[part]:
            wrong.append("the reference has other %s" % part)
    return wrong, len(diff["changes"])


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        paths = file.read().splitlines()
    bad = changes = 0
    for number, (older, newer) in enumerate(zip(paths[::2], paths[1::2])):
        wrong, count = problems(older, newer, os.path.join(sys.argv[3], "%d.json" % number))
        changes += count
        bad += bool(wrong)
        for line in wrong[:3]:
            print("%s %s: %s" % (older, os.path.basename(newer), line[:300]))
    print("%d changes, %d pairs with problems" % (changes, bad))
    return 1 if bad else 0


sys.exit(main())
