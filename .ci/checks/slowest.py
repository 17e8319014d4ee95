"""Prints the ten slowest tests of Surefire's reports: seconds, and the test.

usage: slowest.py FOLDER...
"""
import glob
import sys
import xml.etree.ElementTree

tests = [
    (float(test.get("time", "0").replace(",", "")), f"{test.get('classname')}.{test.get('name')}")
    for folder in sys.argv[1:]
    for report in glob.glob(f"{folder}/TEST-*.xml")
    for test in xml.etree.ElementTree.parse(report).iter("testcase")
]
for seconds, test in sorted(tests, reverse=True)[:10]:
    print(f"{seconds:7.1f}  {test}")
