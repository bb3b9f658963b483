#!/usr/bin/env python3
"""octavo-cli's commands that only read, beside the tools that people trust."""

import json
import math
import os
import random
import re
import struct
import subprocess
import unittest
import zlib

from cli_case import MISUSE, NOTHING_FOUND, PROGRAM, REFUSED, SAMPLE, CliCase, tool


class Info(CliCase):
    def test_tells_size_format_entropy_and_printable_share(self):
        lines = dict(line.split("\t") for line in self.output("info", SAMPLE).decode().splitlines())
        data = SAMPLE.read_bytes()
        self.assertEqual(int(lines["size"]), len(data))
        printable = sum(0x20 <= byte < 0x7F or byte in b"\t\n\r" for byte in data) / len(data)
        self.assertAlmostEqual(float(lines["printable"]), printable, places=5)
        shares = [data.count(byte) / len(data) for byte in set(data)]
        self.assertAlmostEqual(float(lines["entropy"]), -sum(share * math.log2(share) for share in shares), places=5)

    def test_json_is_one_object(self):
        info = json.loads(self.output("info", "--json", self.file(b"aaaa")))
        self.assertEqual(info, {"size": 4, "format": "text/plain", "entropy": 0.0, "printable": 1.0})

    def test_formats_have_the_names_that_file_gives_them(self):
        gzipped = tool("gzip", "-c", data=b"hello")
        for path in (PROGRAM, SAMPLE.parent / "make_tour.py", self.file(gzipped, "a.gz"), self.file(b"", "empty"),
                     SAMPLE.parent.parent / "icons/octavo-16.png"):
            expected = tool("file", "-b", "--mime-type", path).decode().strip()
            expected = expected.replace("application/x-pie-executable", "application/x-sharedlib")
            expected = re.sub("text/x-.*", "text/plain", expected)
            self.assertEqual(json.loads(self.output("info", "--json", path))["format"], expected, path)


class Dump(CliCase):
    def test_prints_what_xxd_prints(self):
        self.assertEqual(self.output("dump", SAMPLE), tool("xxd", SAMPLE))
        self.assertEqual(self.output("dump", PROGRAM), tool("xxd", PROGRAM))

    def test_every_short_length_and_width_is_as_xxd_prints_it(self):
        for length in range(0, 20):
            path = self.file(bytes(range(0x5E, 0x5E + length)))
            for columns in (1, 2, 3, 5, 8, 15, 16, 17, 256):
                self.assertEqual(self.output("dump", path, "--columns", columns), tool("xxd", "-c", str(columns), path))

    def test_range_is_xxds_seek_and_length(self):
        expected = tool("xxd", "-s", "17", "-l", "100", SAMPLE)
        for text in ("17+100", "0x11:117", "0x10+1:0x75"):
            self.assertEqual(self.output("dump", SAMPLE, "--range", text), expected)
        self.assertEqual(self.output("dump", SAMPLE, "--range", "-5:"), tool("xxd", "-s", "-5", SAMPLE))

    def test_standard_input_is_a_file_too(self):
        self.assertEqual(self.output("dump", "-", data=b"piped"), tool("xxd", data=b"piped"))

    def test_pipe_with_a_name_is_read_to_its_end(self):
        read, write = os.pipe()
        os.write(write, b"through a pipe")
        os.close(write)
        result = subprocess.run([PROGRAM, "dump", f"/dev/fd/{read}"], pass_fds=[read], stdout=subprocess.PIPE, check=True)
        os.close(read)
        self.assertEqual(result.stdout, tool("xxd", data=b"through a pipe"))


class Inspect(CliCase):
    def values(self, data, *options):
        lines = self.output("inspect", self.file(data), "--at", "0", *options).decode().splitlines()
        return dict(line.split("\t", 1) for line in lines)

    def test_numbers_are_what_python_unpacks(self):
        source = random.Random(1)
        for _ in range(20):
            data = source.randbytes(16)
            for order, sign in (("little", "<"), ("big", ">")):
                found = self.values(data, "--endian", order)
                for name, code in (("u8", "B"), ("i8", "b"), ("u16", "H"), ("i16", "h"), ("u32", "I"), ("i32", "i"),
                                   ("u64", "Q"), ("i64", "q")):
                    self.assertEqual(int(found[name]), struct.unpack_from(sign + code, data)[0], (name, data))
                self.assertEqual(int(found["u128"]), int.from_bytes(data, order), data)

    def test_json_names_what_cannot_be_read(self):
        found = json.loads(self.output("inspect", "--json", self.file(b"\x01"), "--at", "0"))
        by_name = {value["name"]: value for value in found}
        self.assertEqual(by_name["u8"]["value"], "1")
        self.assertIsNone(by_name["u16"]["value"])
        self.assertEqual(by_name["u16"]["error"], "Truncated")

    def test_offset_outside_the_file_is_refused(self):
        self.assertIn("out of range", self.refusal(MISUSE, "inspect", self.file(b"abc"), "--at", "4"))


class Hash(CliCase):
    ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha512-256", "sha3-256", "sha3-512",
                  "blake2b512", "blake2s256", "ripemd160", "sm3")

    def test_digests_are_openssls(self):
        printed = self.output("hash", SAMPLE, "--algorithm", ",".join(self.ALGORITHMS)).decode().splitlines()
        expected = [f"{name}\t{tool('openssl', 'dgst', '-r', '-' + name, SAMPLE).decode().split()[0]}"
                    for name in self.ALGORITHMS]
        self.assertEqual(printed, expected)

    def test_range_is_hashed_alone(self):
        data = SAMPLE.read_bytes()[100:1100]
        expected = tool("openssl", "dgst", "-r", "-sha256", data=data).decode().split()[0]
        self.assertEqual(self.output("hash", SAMPLE, "--range", "100+1000", "--algorithm", "SHA256").decode(),
                         f"sha256\t{expected}\n")

    def test_all_holds_checksums_and_digests(self):
        data = SAMPLE.read_bytes()
        found = {entry["name"]: entry["digest"] for entry in json.loads(self.output("hash", SAMPLE, "--all", "--json"))}
        self.assertEqual(found["crc32"], f"{zlib.crc32(data):08x}")
        self.assertEqual(found["adler32"], f"{zlib.adler32(data):08x}")
        self.assertLessEqual({"sha256", "sha3-256", "blake2b512"}, found.keys())
        listed = [line.split("\t")[0] for line in self.output("hash", "--list").decode().splitlines()]
        self.assertEqual(sorted(found), sorted(listed))

    def test_unknown_algorithm_is_named(self):
        self.assertIn("rot13", self.refusal(MISUSE, "hash", SAMPLE, "--algorithm", "sha256,rot13"))
        self.refusal(MISUSE, "hash", SAMPLE)


class Find(CliCase):
    def found(self, *arguments):
        return [tuple(map(int, line.split(b"\t"))) for line in self.output("find", *arguments).splitlines()]

    def test_matches_are_where_grep_finds_them(self):
        expected = [int(line.split(b":")[0]) for line in tool("grep", "-obUai", "octavo", SAMPLE).splitlines()]
        self.assertGreater(len(expected), 2)
        self.assertEqual(self.found(SAMPLE, "--text", "octavo", "--ignore-case"), [(at, 6) for at in expected])

    def test_wildcards_match_as_pythons_expressions_do(self):
        data = SAMPLE.read_bytes()
        expected = [match.start() for match in re.finditer(rb"\x00[\x00-\x0f].", data, re.DOTALL)]
        self.assertGreater(len(expected), 2)
        self.assertEqual([at for at, _ in self.found(SAMPLE, "--hex", "00 0? ??")], expected)

    def test_encodings_are_pythons(self):
        text = "Gr\u00fc\u00dfe"
        for encoding in ("utf-8", "latin-1", "utf-16le", "utf-16be", "utf-32le", "utf-32be"):
            data = text.encode(encoding)
            self.assertEqual(self.found(self.file(b"....." + data), "--text", text, "--encoding", encoding),
                             [(5, len(data))], encoding)

    def test_text_is_taken_as_raw_bytes(self):
        path = self.file(b"ab\xff\xfecd")
        result = subprocess.run([PROGRAM.encode(), b"find", bytes(path), b"--text", b"\xff\xfe"], stdout=subprocess.PIPE,
                                check=True)
        self.assertEqual(result.stdout, b"2\t2\n")

    def test_value_is_found_in_either_order(self):
        path = self.file(struct.pack("<I", 1234) + struct.pack(">I", 1234))
        self.assertEqual(self.found(path, "--value", "u32:1234"), [(0, 4)])
        self.assertEqual(self.found(path, "--value", "u32:1234", "--endian", "big"), [(4, 4)])

    def test_limit_range_count_and_overlap(self):
        path = self.file(b"aaaaaa")
        self.assertEqual(self.found(path, "--text", "aa"), [(0, 2), (2, 2), (4, 2)])
        self.assertEqual(self.found(path, "--text", "aa", "--limit", "1"), [(0, 2)])
        self.assertEqual(self.found(path, "--text", "aa", "--range", "1:4"), [(1, 2)])
        self.assertEqual(self.output("find", path, "--text", "aa", "--count"), b"3\n")
        self.assertEqual(self.output("find", path, "--text", "aa", "--overlapping", "--count"), b"5\n")
        self.assertEqual(json.loads(self.output("find", path, "--text", "aa", "--json"))[1], {"offset": 2, "length": 2})

    def test_nothing_found_is_told_by_the_status(self):
        for options in ((), ("--json",), ("--count",)):
            result = self.run_cli("find", SAMPLE, "--hex", "DEADBEEFDEADBEEF", *options)
            self.assertEqual((result.returncode, result.stderr), (NOTHING_FOUND, b""))

    def test_bad_patterns_are_refused(self):
        self.assertIn("at offset 3", self.refusal(MISUSE, "find", SAMPLE, "--hex", "00 ZZ"))
        self.refusal(MISUSE, "find", SAMPLE, "--hex", "123")
        self.refusal(MISUSE, "find", SAMPLE, "--hex", "")
        self.refusal(MISUSE, "find", SAMPLE, "--text", "")
        self.refusal(MISUSE, "find", SAMPLE, "--text", "\u20ac", "--encoding", "latin-1")
        self.refusal(MISUSE, "find", SAMPLE, "--text", "a", "--encoding", "klingon")
        self.refusal(MISUSE, "find", SAMPLE, "--value", "u8:256")
        self.refusal(MISUSE, "find", SAMPLE, "--hex", "00", "--text", "a")
        self.refusal(MISUSE, "find", SAMPLE)


class Refusals(CliCase):
    def test_missing_file_is_named(self):
        missing = self.folder / "missing"
        for command in (("info",), ("dump",), ("inspect", "--at", "0"), ("hash", "--algorithm", "md5"),
                        ("find", "--hex", "00")):
            message = self.refusal(REFUSED, command[0], missing, *command[1:])
            self.assertTrue(message.startswith(f"octavo-cli: {missing}: "), message)

    def test_directory_is_no_file(self):
        self.assertIn("directory", self.refusal(REFUSED, "dump", self.folder))

    def test_ranges_outside_the_file_are_refused(self):
        path = self.file(b"0123456789")
        for text in ("5:11", "0+11", "7:3", "-11:"):
            self.assertIn("out of range", self.refusal(MISUSE, "dump", path, "--range", text))
        for text in ("x", "1:2:3", "0x", "1+"):
            self.refusal(MISUSE, "dump", path, "--range", text)

    def test_wrong_usage_is_told(self):
        self.refusal(MISUSE)
        self.refusal(MISUSE, "juggle", SAMPLE)
        self.refusal(MISUSE, "dump")
        self.refusal(MISUSE, "dump", SAMPLE, "--columns", "0")
        self.refusal(MISUSE, "inspect", SAMPLE, "--at", "0", "--endian", "middle")

    def test_full_device_is_told(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "dump", SAMPLE], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(result.returncode, REFUSED)
        self.assertIn(b"standard output", result.stderr)

    def test_help_is_there_for_every_command(self):
        commands = re.findall(r"^  (\w+) ", self.output("--help").decode().split("Subcommands:")[1], re.MULTILINE)
        self.assertLessEqual({"info", "dump", "inspect", "hash", "find", "edit", "export", "import", "compress",
                              "decompress"}, set(commands))
        for command in commands:
            self.assertIn("Usage", self.output(command, "--help").decode())

    def test_file_names_may_be_any_bytes(self):
        path = os.fsencode(self.folder) + b"/\xff name\n"
        with open(path, "wb") as file:
            file.write(b"x")
        result = subprocess.run([PROGRAM.encode(), b"dump", path], stdout=subprocess.PIPE, check=True)
        self.assertEqual(result.stdout, tool("xxd", data=b"x"))

    def test_no_qt_is_linked(self):
        self.assertNotIn(b"libQt", tool("ldd", PROGRAM))


class HugeFile(CliCase):
    def test_five_gigabytes_are_read_only_where_asked(self):
        path = self.folder / "huge"
        size = 5 << 30
        with open(path, "wb") as file:
            file.truncate(size)
            file.seek(size - 20)
            file.write(b"the needle is here!!")
        self.assertEqual(self.output("dump", path, "--range", "-20:"), tool("xxd", "-s", str(size - 20), path))
        self.assertEqual(self.output("find", path, "--text", "needle", "--range", "4G+1000M:"), b"%d\t6\n" % (size - 16))
        expected = tool("openssl", "dgst", "-r", "-sha256", data=b"needle").decode().split()[0]
        self.assertEqual(self.output("hash", path, "--range", f"{size - 16}+6", "--algorithm", "sha256").decode(),
                         f"sha256\t{expected}\n")


if __name__ == "__main__":
    unittest.main()
