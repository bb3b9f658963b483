#!/usr/bin/env python3
"""octavo-cli find, replace and strings, beside grep, python's re, strings and xxd, on programs of this machine."""

import json
import os
import re
import struct
import subprocess
import time
import unittest

from cli_case import MISUSE, NOTHING_FOUND, PROGRAM, REFUSED, SAMPLE, CliCase, tool

BASH = "/usr/bin/bash"


def grep_offsets(expression, path):
    """Offsets by GNU grep; for expressions that match no line feed, since grep looks at lines. Matches may hold any
    other byte, so only the first of each line that grep prints is kept."""
    environment = {**os.environ, "LC_ALL": "C"}
    found = subprocess.run(["grep", "-obUazP", expression, str(path)], stdout=subprocess.PIPE, env=environment, check=False)
    return [int(number) for number in re.findall(rb"(?:^|\0)(\d+):", found.stdout)]


class FindCase(CliCase):
    def found(self, *arguments):
        return [tuple(map(int, line.split(b"\t")[:2])) for line in self.output("find", *arguments).splitlines()]

    def spans(self, expression, data, flags=0):
        return [(m.start(), m.end() - m.start()) for m in re.finditer(expression, data, flags) if m.end() > m.start()]


class Regex(FindCase):
    def test_real_programs_as_pythons_re(self):
        expressions = [rb"GNU bash", rb"[A-Za-z_]{4,}=%[a-z]", rb"\x48\x8b[\x05\x0d].{4}", rb"(?s)\x00{3}.\x00{2}[^\x00]",
                       rb"[0-9]{1,3}\.[0-9]+", rb"(?m)^#.*$", rb"(?i)error|warning", rb"\b(un)?set\b", rb"\xe8..\x00\x00",
                       rb"(?<=/)bin(?=/)", rb"([a-z])\1\1", rb"\x7fELF|\x00GNU\x00", rb"[\x80-\xff]{6,}", rb"\w+@\w+"]
        for path in (BASH, PROGRAM):
            with open(path, "rb") as file:
                data = file.read()
            for expression in expressions:
                expected = self.spans(expression, data)
                result = self.run_cli("find", path, "--regex", expression.decode("latin-1"))
                found = [tuple(map(int, line.split(b"\t"))) for line in result.stdout.splitlines()]
                self.assertEqual(result.stderr, b"", expression)
                self.assertEqual(len(found), len(expected), (path, expression))
                self.assertEqual(found, expected, (path, expression))

    def test_real_programs_as_grep(self):
        for expression in (r"bash_[a-z]+", r"\x48\x89\xe5", r"[0-9]{4,}", r"(?i)posix", r"lib\w+\.so", r"%[0-9]*[dsx]",
                           r"\x01\x02\x03"):
            expected = grep_offsets(expression, BASH)
            result = self.run_cli("find", BASH, "--regex", expression)
            self.assertEqual([int(line.split(b"\t")[0]) for line in result.stdout.splitlines()], expected, expression)

    def test_lists_ranges_and_options(self):
        path = self.file(b"one TWO\nthree two\n")
        self.assertEqual(self.found(path, "--regex", "two", "--ignore-case"), [(4, 3), (14, 3)])
        self.assertEqual(self.found(path, "--regex", "(?m)^t\\w+", "--range", "8:"), [(8, 5)])
        self.assertEqual(self.run_cli("find", path, "--regex", "^t\\w+", "--range", "8:").returncode, NOTHING_FOUND)
        self.assertEqual(self.found(path, "--regex", "o", "--backward", "--limit", "2"), [(16, 1), (0, 1)])

    def test_characters_of_utf8(self):
        data = "grün \N{KELVIN SIGN} Ärger".encode()
        path = self.file(b"\xff" + data)
        self.assertEqual(self.found(path, "--regex", "(?i)ÄRGER|k", "--utf8"), [(7, 3), (11, 6)])
        self.assertEqual(self.found(path, "--regex", "gr.n", "--utf8"), [(1, 5)])

    def test_bad_expressions_are_refused(self):
        message = self.refusal(MISUSE, "find", SAMPLE, "--regex", "ab(c")
        self.assertIn("at offset 4", message)
        self.assertIn("missing closing parenthesis", message)
        self.refusal(MISUSE, "find", SAMPLE, "--regex", "a(*SKIP)b")

    def test_catastrophes_end_within_a_second_and_say_where(self):
        path = self.file(b"-" * 20000 + b"a" * 3000 + b"-b\xff")
        begin = time.monotonic()
        result = self.run_cli("find", path, "--regex", "(a+)+[\\x80-\\xff]")
        self.assertLess(time.monotonic() - begin, 10)  # a second, on a machine that does nothing else
        self.assertEqual((result.returncode, result.stdout), (MISUSE, b""))
        self.assertIn(b"gave up: too many ways to match", result.stderr)
        self.assertRegex(result.stderr, rb"at offset (1\d|2[0-2])\d{3} ")


class Files(FindCase):
    def grow(self):
        for name, data in {"a.bin": b"..needle needle", "sub/b.BIN": b"needle", "sub/c.txt": b"needle\nneedle",
                           "d": b"no", ".hidden": b"needle"}.items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        (self.folder / "link").symlink_to("sub")
        os.mkfifo(self.folder / "fifo")

    def in_folder(self, *arguments):
        result = self.run_cli("find", "--text", "needle", *arguments)
        self.assertEqual(result.stderr, b"")
        lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
        return [(os.path.relpath(line[0], self.folder), *map(int, line[1:])) for line in lines]

    def test_folders_are_those_of_grep(self):
        self.grow()
        found = self.in_folder("-r", "--hidden", self.folder)
        grep = tool("grep", "-robaUF", "--null", "needle", self.folder).split(b"\n")[:-1]
        expected = [(os.path.relpath(path.decode(), self.folder), int(place.split(b":")[0]), 6)
                    for path, place in (line.split(b"\0") for line in grep)]
        self.assertEqual(sorted(found), sorted(expected))
        self.assertEqual(found, [(".hidden", 0, 6), ("a.bin", 2, 6), ("a.bin", 9, 6), ("sub/b.BIN", 0, 6),
                                 ("sub/c.txt", 0, 6), ("sub/c.txt", 7, 6)])

    def test_names_hidden_files_and_links_are_chosen(self):
        self.grow()
        self.assertEqual(self.in_folder("-r", "--count", self.folder),
                         [("a.bin", 2), ("d", 0), ("sub/b.BIN", 1), ("sub/c.txt", 2)])
        self.assertEqual(self.in_folder("-r", "--count", "--name", "*.bin;d", self.folder),
                         [("a.bin", 2), ("d", 0), ("sub/b.BIN", 1)])
        self.assertEqual([each[0] for each in self.in_folder("-r", "--count", "--follow-links", self.folder)],
                         ["a.bin", "d", "link/b.BIN", "link/c.txt"])

    def test_several_files_name_theirs_and_json_agrees(self):
        self.grow()
        paths = [self.folder / "sub/b.BIN", self.folder / "a.bin"]
        self.assertEqual(self.in_folder(*paths), [("sub/b.BIN", 0, 6), ("a.bin", 2, 6), ("a.bin", 9, 6)])
        self.assertEqual(len(self.in_folder(*paths, "--limit", "2")), 2)
        found = json.loads(self.output("find", "--text", "needle", *paths, "--json"))
        self.assertEqual([each["offset"] for each in found], [0, 2, 9])
        self.assertEqual(found[0]["file"], str(paths[0]))

    def test_what_cannot_be_searched_is_told_and_the_rest_is_searched(self):
        self.grow()
        result = self.run_cli("find", "--text", "needle", self.folder / "d", self.folder / "missing", self.folder / "sub",
                              self.folder / "fifo", self.folder / "a.bin")
        self.assertEqual(result.returncode, REFUSED)
        self.assertEqual(len(result.stdout.splitlines()), 2)
        message = result.stderr.decode()
        self.assertIn("missing: not found", message)
        self.assertIn("sub: is a directory", message)
        self.assertIn("fifo: not a file", message)

    def test_nothing_found_and_misuse(self):
        self.grow()
        self.assertEqual(self.run_cli("find", "-r", "--text", "absent", self.folder).returncode, NOTHING_FOUND)
        self.refusal(MISUSE, "find", "-r", "--text", "x", "--range", "0:1", self.folder)
        self.refusal(MISUSE, "find", "-r", "--hex", "0", self.folder)


class Hex(FindCase):
    def test_the_language_is_pythons_re_in_other_words(self):
        with open(BASH, "rb") as file:
            data = file.read()
        for pattern, expression in (("7f 45 4c 46", rb"\x7fELF"), ("48 8b ?5", rb"\x48\x8b[\x05\x15\x25\x35\x45\x55\x65\x75"
                                                                               rb"\x85\x95\xa5\xb5\xc5\xd5\xe5\xf5]"),
                                    ("e8 {2} 00 [00-01 FF]", rb"\xe8..\x00[\x00\x01\xff]"),
                                    ("(c3 | c9) 90 {0-4} 55", rb"(?:\xc3|\xc9)\x90.{0,4}?\x55"),
                                    ("[^00] 00 00 00 (62 61|73 68)", rb"[^\x00]\x00\x00\x00(?:ba|sh)")):
            expected = self.spans(expression, data, re.DOTALL)
            self.assertGreater(len(expected), 0, pattern)
            self.assertEqual(self.found(BASH, "--hex", pattern), expected, pattern)

    def test_bad_patterns_say_what_was_expected(self):
        for pattern, offset, expected in (("00 [", 4, "]"), ("00 {4-2}", 6, "larger number"), ("(00", 3, ")"),
                                          ("0", 1, "hex pair"), ("{4}", 3, "something to find")):
            message = self.refusal(MISUSE, "find", SAMPLE, "--hex", pattern)
            self.assertIn(f"at offset {offset}", message)
            self.assertIn(f"expected {expected}", message)


class Text(FindCase):
    def test_case_is_ignored_as_python_folds(self):
        data = "Straße STRASSE straSSe Kelvin \N{KELVIN SIGN}elvin ſs".encode()
        path = self.file(data)
        self.assertEqual(len(self.found(path, "--text", "STRASSE", "--ignore-case")), 3)
        self.assertEqual(len(self.found(path, "--text", "kelvin", "--ignore-case")), 2)
        self.assertEqual(len(self.found(path, "--text", "ß", "--ignore-case")), 4)

    def test_encodings_at_once(self):
        path = self.file(b"--" + "Grün".encode() + b"--" + "Grün".encode("utf-16le") + b"--" + "GRÜN".encode("latin-1"))
        lines = self.output("find", path, "--text", "grün", "--ignore-case", "--encoding",
                            "utf-8,utf-16le,utf-16be,latin-1").decode().splitlines()
        self.assertEqual(lines, ["2\t5\tutf-8", "9\t8\tutf-16le", "19\t4\tlatin-1"])


class Values(FindCase):
    def test_numbers_in_ranges(self):
        numbers = [0, -5, 17, 1 << 30, -(1 << 31), 99]
        path = self.file(struct.pack("<6i", *numbers))
        found = [at // 4 for at, _ in self.found(path, "--value", "i32:-10..100", "--align", "4")]
        self.assertEqual(found, [i for i, number in enumerate(numbers) if -10 <= number <= 100])

    def test_floats_with_a_tolerance(self):
        numbers = [3.14, 3.1415926, 3.2, float("nan"), -3.14, 3.1]
        path = self.file(struct.pack(">6d", *numbers))
        found = [at // 8 for at, _ in self.found(path, "--value", "f64:3.14~0.05", "--align", "8", "--endian", "big")]
        self.assertEqual(found, [i for i, number in enumerate(numbers) if abs(number - 3.14) <= 0.05])

    def test_bad_values_say_what_was_expected(self):
        self.assertIn("expected larger number", self.refusal(MISUSE, "find", SAMPLE, "--value", "u8:9..3"))
        self.assertIn("expected type", self.refusal(MISUSE, "find", SAMPLE, "--value", "u9:3"))


class Runs(FindCase):
    def test_runs_are_pythons(self):
        with open(BASH, "rb") as file:
            data = file.read()
        self.assertEqual(self.found(BASH, "--run", "00:64"), self.spans(rb"\x00{64,}", data))
        self.assertEqual(self.found(BASH, "--run", "?:20"), self.spans(rb"(?s)(.)\1{19,}", data))
        self.assertEqual(self.found(BASH, "--run", "^00", "--limit", "3"), self.spans(rb"[^\x00]+", data)[:3])

    def test_a_run_may_be_longer_than_any_other_match(self):
        path = self.folder / "sparse"
        size = 200 << 20
        with open(path, "wb") as file:
            file.truncate(size)
            file.seek(size - 1)
            file.write(b"x")
        self.assertEqual(self.found(path, "--run", "^00"), [(size - 1, 1)])
        self.assertEqual(self.found(path, "--run", "00:1000", "--range", "1M:"), [(1 << 20, size - (1 << 20) - 1)])


class Lists(FindCase):
    def test_a_file_of_patterns_tells_which(self):
        patterns = self.file(b"# two kinds\nhex 61 62\n\nregex c+\ntext a\n", "patterns")
        path = self.file(b"ab.ccc.a")
        self.assertEqual(self.output("find", path, "--pattern-file", patterns).decode().splitlines(),
                         ["0\t2\t1", "0\t1\t3", "3\t3\t2", "7\t1\t3"])
        found = json.loads(self.output("find", path, "--pattern-file", patterns, "--json"))
        self.assertEqual(found[2], {"offset": 3, "length": 3, "pattern": 2})
        bad = self.file(b"hex 00\nhex 0\n", "bad")
        self.assertIn("expected hex pair", self.refusal(MISUSE, "find", path, "--pattern-file", bad))
        self.refusal(MISUSE, "find", path, "--pattern-file", self.file(b"smell 00\n", "kind"))

    def test_context_is_xxds(self):
        path = self.file(bytes(range(64)))
        expected = [tool("xxd", "-p", "-s", str(seek), "-l", str(length), path).decode().strip()
                    for seek, length in ((5, 3), (8, 2), (10, 3))]
        self.assertEqual(self.output("find", path, "--hex", "08 09", "--context", "3").decode(),
                         "\t".join(["8", "2", *expected]) + "\n")

    def test_backward_and_overlapping(self):
        path = self.file(b"aaaa")
        self.assertEqual(self.found(path, "--text", "aa", "--backward"), [(2, 2), (0, 2)])
        self.assertEqual(self.found(path, "--text", "aa", "--backward", "--overlapping"), [(2, 2), (1, 2), (0, 2)])
        self.assertEqual(self.output("find", path, "--text", "aa", "--backward", "--overlapping", "--count"), b"3\n")
        self.refusal(MISUSE, "find", path, "--regex", "a+", "--backward", "--overlapping")
        self.assertEqual(self.found(path, "--regex", "a+?", "--overlapping"), [(0, 1), (1, 1), (2, 1), (3, 1)])


class Replace(CliCase):
    def test_bytes_text_and_templates_as_pythons_re(self):
        data = b"key=value; k=v\n" * 1000
        cases = ((("--regex", r"(\w+)=(\w+)", "--with-template", r"$2\x00$1"), rb"(\w+)=(\w+)", rb"\2\x00\1"),
                 (("--text", "value", "--with-text", ""), rb"value", rb""),
                 (("--hex", "3d", "--with-hex", "3d 3d"), rb"=", rb"=="),
                 (("--regex", r"(?<all>k)e?", "--with-template", r"<${all}$0>"), rb"(k)e?", rb"<\1\g<0>>"))
        for arguments, expression, with_ in cases:
            path = self.file(data)
            expected, count = re.subn(expression, with_.replace(b"\\x00", b"\0"), data)
            plan = self.output("replace", path, *arguments, "--plan").decode().splitlines()
            self.assertEqual(plan, [f"count\t{count}", f"size\t{len(data)}", f"size after\t{len(expected)}"])
            self.assertEqual(path.read_bytes(), data)
            self.assertEqual(self.output("replace", path, *arguments), b"%d\n" % count)
            self.assertEqual(path.read_bytes(), expected, arguments)

    def test_output_limit_range_and_encoding(self):
        path = self.file(b"aaaa")
        other = self.folder / "other"
        self.assertEqual(self.output("replace", path, "--text", "a", "--with-text", "bb", "--limit", "2", "--range", "1:",
                                     "-o", other), b"2\n")
        self.assertEqual((path.read_bytes(), other.read_bytes()), (b"aaaa", b"abbbba"))
        self.assertEqual(self.output("replace", "-", "--text", "x", "--with-text", "y", data=b"axa"), b"aya")
        wide = self.file("grün".encode("utf-16le"), "wide")
        self.output("replace", wide, "--text", "GRÜN", "--ignore-case", "--encoding", "utf-16le", "--with-text", "rot")
        self.assertEqual(wide.read_bytes().decode("utf-16le"), "rot")

    def test_nothing_found_writes_nothing(self):
        path = self.file(b"abc")
        before = path.stat()
        result = self.run_cli("replace", path, "--text", "x", "--with-text", "y")
        self.assertEqual((result.returncode, result.stdout), (NOTHING_FOUND, b"0\n"))
        self.assertEqual(path.stat().st_mtime_ns, before.st_mtime_ns)

    def test_bad_replacements_are_refused(self):
        path = self.file(b"abc")
        message = self.refusal(MISUSE, "replace", path, "--regex", "(a)", "--with-template", "$2")
        self.assertIn("expected part of the match", message)
        self.refusal(MISUSE, "replace", path, "--text", "a", "--with-hex", "0")
        self.refusal(MISUSE, "replace", path, "--text", "a")
        message = self.refusal(MISUSE, "replace", self.file(b"a" * 3000 + b"-c"), "--regex", "(?:a*)*c", "--with-text", "")
        self.assertIn("gave up", message)


class Strings(CliCase):
    def gnu(self, encoding, path, least):
        lines = tool("strings", "-a", "-t", "d", "-e", encoding, "-n", str(least), path).decode("latin-1").splitlines()
        return [tuple(line.lstrip().split(" ", 1)) for line in lines]

    def ours(self, *arguments):
        return [tuple(line.split("\t", 1)) for line in self.output("strings", *arguments).decode().split("\n")[:-1]]

    def test_ascii_strings_are_those_of_strings(self):
        for path in (BASH, PROGRAM, SAMPLE):
            for least in (4, 10):
                self.assertEqual(self.ours(path, "--encoding", "ascii", "--min", least), self.gnu("s", path, least), path)

    def test_wide_strings_are_those_of_strings(self):
        texts = ["hello wide world", "tab\there", "x" * 3, "last one"]
        for name, letter in (("utf-16le", "l"), ("utf-16be", "b")):
            path = self.file(b"\x01\x02\x01".join(b"\x00\x01" + text.encode(name) + b"\x00\x00\x01" for text in texts))
            self.assertEqual([text for _, text in self.ours(path, "--encoding", name)],
                             [text for _, text in self.gnu(letter, path, 4)])

    def test_encodings_are_told(self):
        data = b"plain\0\0\0" + "Grüße".encode() + b"\0\0\0" + "weit".encode("utf-16le") + b"\0\0\0"
        lines = self.output("strings", self.file(data), "--encoding", "ascii,utf-8,utf-16le").decode().splitlines()
        self.assertEqual(lines, ["0\tascii\tplain", "8\tutf-8\tGrüße", "18\tutf-16le\tweit"])
        greek = self.file(b"\0\0" + "ΑΒΓΔ".encode("utf-16be") + b"\x00\x01")
        self.assertEqual(self.run_cli("strings", greek, "--encoding", "utf-16be").returncode, NOTHING_FOUND)
        self.assertEqual(self.ours(greek, "--encoding", "utf-16be", "--any-script"), [("2", "ΑΒΓΔ")])
        self.refusal(MISUSE, "strings", greek, "--encoding", "utf-32le")
        self.assertEqual(json.loads(self.output("strings", self.file(b"four"), "--json")),
                         [{"offset": 0, "encoding": "utf-8", "text": "four"}])


if __name__ == "__main__":
    unittest.main()
