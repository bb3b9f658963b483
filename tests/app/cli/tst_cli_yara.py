#!/usr/bin/env python3
"""octavo-cli find --yara beside the yara command line tool, on programs of this machine."""

import json
import re
import unittest
from pathlib import Path

from cli_case import MISUSE, NOTHING_FOUND, REFUSED, CliCase, tool

# Not our own program: with debug information and sanitizers it has more than a million places of eight zeros.
PROGRAMS = ("/usr/bin/bash", "/usr/bin/true", "/usr/bin/openssl", *map(str, Path("/usr/lib").glob("*/libc.so.6")))

RULES = rb"""
import "elf"
import "math"
private rule is_elf { condition: uint32(0) == 0x464c457f }
rule header { condition: is_elf and filesize > 10000 and uint8(4) == 2 }
rule shared { condition: elf.type == elf.ET_DYN and elf.number_of_sections > 5 }
rule dense { condition: math.entropy(0, 4096) > 1.0 }
rule names : some tags {
  meta: about = "text of all kinds"
  strings:
    $plain = "GNU"
    $case = "error" nocase
    $word = "exit" fullword
    $wide = "A" wide
    $xor = "copyright" xor(1-255)
    $base64 = "GNU" base64
  condition: is_elf and any of them
}
rule code {
  strings:
    $call = { e8 ?? ?? 00 00 }
    $either = { ( c3 | c9 ) 90 [0-4] 55 }
    $half = { 48 8? 5? [2] 00 }
    $far = { 7f 45 4c 46 [100-300] 00 00 00 }
    $not = { 0f 1f ?? 00 }
  condition: is_elf and 2 of them and #call > 0
}
rule expressions {
  strings:
    $version = /[0-9]+\.[0-9]{1,2}(\.[0-9]+)?/
    $library = /lib[a-z_]+\.so(\.[0-9])?/
    $dots = /\x00[^\x00]{3}\x00/ private
    $lazy = /%[0-9]*?[dsx]/i
  condition: $version and any of them and for any i in (1..#version) : (@version[i] > 1000)
}
rule places { strings: $a = "ELF" $b = { 00 00 00 00 00 00 00 00 } condition: $a at 1 and $b in (0..200) and @b < 100 }
rule never { strings: $a = "GNU" condition: $a at 0 }
"""


def printed_by_yara(text):
    """Rules, and of each the places of its strings as (offset, length, identifier)."""
    rules = {}
    for line in text.decode("latin-1").split("\n")[:-1]:
        place = re.match(r"0x([0-9a-f]+):(\d+):(\$\w*): ", line)
        if place:
            rules[current].append((int(place[1], 16), int(place[2]), place[3]))
        else:
            current = line.split(" ")[0]
            rules[current] = []
    return {rule: sorted(places) for rule, places in rules.items()}


def printed_by_octavo(text):
    rules = {}
    for line in text.decode().split("\n")[:-1]:
        offset, length, name = line.split("\t")
        rule, _, string = name.partition(":")
        rules.setdefault(rule, [])
        if string:
            rules[rule].append((int(offset), int(length), string))
    return {rule: sorted(places) for rule, places in rules.items()}


class Yara(CliCase):
    def rules(self, text, name="rules.yar"):
        return self.file(text, name)

    def test_programs_of_this_machine_as_yara(self):
        rules = self.rules(RULES)
        self.assertGreaterEqual(len(PROGRAMS), 3)
        for path in PROGRAMS:
            expected = printed_by_yara(tool("yara", "-w", "-s", "-L", rules, path))
            for name in ("header", "shared", "dense", "names", "code", "expressions", "places"):
                self.assertIn(name, expected, path)
            self.assertGreater(sum(map(len, expected.values())), 100, path)
            found = printed_by_octavo(self.output("find", path, "--yara", rules))
            self.assertEqual(sorted(found), sorted(expected), path)
            for rule, places in expected.items():
                self.assertEqual(sorted(set(found[rule]) ^ set(places))[:9], [], (path, rule))
                self.assertEqual(len(found[rule]), len(places), (path, rule))

    def test_standard_input_is_one_piece_of_data(self):
        rules = self.rules(b'rule r { strings: $a = "b" condition: $a and filesize == 3 and uint16be(0) == 0x6162 }')
        self.assertEqual(self.output("find", "-", "--yara", rules, data=b"abc"), b"1\t1\tr:$a\n")

    def test_rules_without_places_come_first_and_places_in_order(self):
        rules = self.rules(b'rule b { strings: $y = "y" $x = "x" condition: all of them }'
                           b'rule a { condition: filesize < 9 }')
        path = self.file(b"-xyx")
        self.assertEqual(self.output("find", path, "--yara", rules),
                         b"\t\ta\n1\t1\tb:$x\n2\t1\tb:$y\n3\t1\tb:$x\n")
        self.assertEqual(json.loads(self.output("find", path, "--yara", rules, "--json", "--context", "1"))[:2],
                         [{"offset": None, "length": None, "rule": "a", "string": None},
                          {"offset": 1, "length": 1, "rule": "b", "string": "$x", "before": "2d", "match": "78",
                           "after": "79"}])
        self.assertEqual(self.output("find", path, "--yara", rules, "--count"), b"4\n")
        self.assertEqual(self.output("find", path, "--yara", rules, "--limit", "2"), b"\t\ta\n1\t1\tb:$x\n")

    def test_nothing_found(self):
        rules = self.rules(b'rule r { strings: $a = "x" condition: $a }')
        result = self.run_cli("find", self.file(b"abc"), "--yara", rules)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (NOTHING_FOUND, b"", b""))

    def test_broken_rules_tell_their_line(self):
        path = self.file(b"abc")
        message = self.refusal(MISUSE, "find", path, "--yara", self.rules(b"rule a { condition: true }\nrule b {"))
        self.assertRegex(message, r"malformed \(.*rules\.yar:2: syntax error")
        message = self.refusal(REFUSED, "find", path, "--yara", self.rules(b'include "../other.yar"'))
        self.assertRegex(message, "check the name .*rules.yar:1: ../other.yar")
        (self.folder / "home").mkdir()
        (self.folder / "other.yar").write_bytes(b"rule o { condition: true }")
        message = self.refusal(REFUSED, "find", path, "--yara", self.rules(b'include "../other.yar"', "home/rules.yar"))
        self.assertIn("include of ../other.yar, not below the directory of the rules", message)
        self.refusal(REFUSED, "find", path, "--yara", self.folder / "nowhere.yar")

    def test_what_does_not_go_together_is_refused(self):
        rules, path = self.rules(b"rule r { condition: true }"), self.file(b"abc")
        for other in (("--range", "1:"), ("--backward",), ("--overlapping",), ("--text", "a"), ("--time-limit", "0")):
            self.refusal(MISUSE, "find", path, "--yara", rules, *other)
        self.refusal(MISUSE, "replace", path, "--yara", rules, "--with-text", "x")

    def test_what_is_not_all_is_said(self):
        endless = self.rules(b"rule r { condition: for all i in (1..900000000000) : (uint8(0) == 0x61) }")
        message = self.refusal(MISUSE, "find", self.file(b"abc"), "--yara", endless, "--time-limit", "1")
        self.assertIn("gave up: took more than 1 seconds", message)
        rules = self.rules(b'rule r { strings: $a = "ab" condition: $a }')
        result = self.run_cli("find", self.file(b"ab" * 1000001), "--yara", rules)
        self.assertEqual((result.returncode, len(result.stdout.splitlines())), (MISUSE, 1000000))
        self.assertIn(b"only the first million matches of r:$a are known", result.stderr)


if __name__ == "__main__":
    unittest.main()
