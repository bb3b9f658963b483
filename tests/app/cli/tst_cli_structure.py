#!/usr/bin/env python3
"""octavo-cli structure: what it prints of files, against Python's own reading of them."""

import json
import os
import struct
import unittest
import zipfile
from pathlib import Path

from cli_case import DONE, MISUSE, NOTHING_FOUND, CliCase

LANGUAGE = Path(os.environ["OCTAVO_SOURCE"]) / "tests/core/structure/language"

ELF = b"""
meta:
  id: elf_header
  endian: le
seq:
  - {id: magic, contents: [0x7f, ELF]}
  - {id: bits, type: u1, enum: bits}
  - {id: order, type: u1}
  - {id: rest, size: 10}
  - {id: kind, type: u2}
  - {id: machine, type: u2}
  - {id: version, type: u4, valid: 1}
  - {id: entry, type: u8}
  - {id: program_headers_at, type: u8}
  - {id: section_headers_at, type: u8}
  - {id: flags, type: u4}
  - {id: sizes, type: u2, repeat: expr, repeat-expr: 6}
instances:
  program_headers:
    pos: program_headers_at
    type: program_header
    size: sizes[1]
    repeat: expr
    repeat-expr: sizes[2]
types:
  program_header:
    seq:
      - {id: kind, type: u4}
      - {id: flags, type: u4}
      - {id: offset, type: u8}
enums:
  bits: {1: b32, 2: b64}
"""

# What plain `zip -r` writes stops the gallery's description: a copy of an extra field is shorter than it says.
ZIP = b"""
meta: {id: entries, endian: le}
seq:
  - {id: entries, type: entry, repeat: until, repeat-until: '_.magic != 0x04034b50'}
types:
  entry:
    seq:
      - {id: magic, type: u4}
      - {id: body, type: body, if: magic == 0x04034b50}
  body:
    seq:
      - {id: version, type: u2}
      - {id: flags, type: u2}
      - {id: method, type: u2}
      - {id: time, type: u4}
      - {id: crc, type: u4}
      - {id: len_packed, type: u4}
      - {id: len_plain, type: u4}
      - {id: len_name, type: u2}
      - {id: len_extra, type: u2}
      - {id: name, type: str, size: len_name, encoding: UTF-8}
      - {id: extra, type: extra, size: len_extra}
      - {id: packed, size: len_packed}
  extra:
    seq:
      - {id: code, type: u2}
      - {id: body, size: 1000}
"""


class StructureTest(CliCase):
    def lines(self, *arguments):
        text = self.output("structure", *arguments).decode("utf-8")
        return {line.split("\t")[0]: line.split("\t")[1:] for line in text.splitlines()}

    def test_a_header_is_read_as_struct_reads_it(self):
        format = self.file(ELF, "elf.ksy")
        data = Path("/usr/bin/true").read_bytes()
        kind, machine, version, entry, at, sections, flags = struct.unpack_from("<HHIQQQI", data, 16)
        found = self.lines("/usr/bin/true", "--format", format)
        self.assertEqual(found["/bits"], ["4", "1", "u1 bits", "b64 (2)"])
        self.assertEqual(found["/kind"], ["16", "2", "u2", str(kind)])
        self.assertEqual(found["/entry"], ["24", "8", "u8", str(entry)])
        self.assertEqual(found["/section_headers_at"][3], str(sections))
        self.assertEqual(found["/program_headers"][2],
                         f"elf_header::program_header[{struct.unpack_from('<6H', data, 52)[2]}]")
        kind, flags, offset = struct.unpack_from("<IIQ", data, at + 56)
        self.assertEqual(found["/program_headers/1/offset"], [str(at + 56 + 8), "8", "u8", str(offset)])

    def test_a_path_shows_what_is_below_it(self):
        format = self.file(ELF, "elf.ksy")
        found = self.lines("/usr/bin/true", "--format", format, "--path", "/program_headers/2")
        self.assertEqual(list(found), ["/program_headers/2"] + [f"/program_headers/2/{field}"
                                                                for field in ("kind", "flags", "offset")])
        message = self.refusal(MISUSE, "structure", "/usr/bin/true", "--format", format, "--path", "/sizes/6/x")
        self.assertIn("there is no /sizes/6", message)

    def test_a_type_at_an_offset(self):
        format = self.file(ELF, "elf.ksy")
        found = self.lines("/usr/bin/true", "--format", format, "--type", "program_header", "--at", "0x40+56")
        self.assertEqual(found["/offset"][0], str(0x40 + 56 + 8))
        self.assertIn("there is no type x", self.refusal(MISUSE, "structure", "/usr/bin/true", "--format", format,
                                                        "--type", "x"))

    def test_an_error_stays_in_its_body(self):
        archive = self.folder / "a.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
            for name in ("one.txt", "two.txt"):
                info = zipfile.ZipInfo(name)
                info.extra = b"\x55\x54\x01\x00\x00"
                out.writestr(info, name * 100, zipfile.ZIP_DEFLATED)
        found = self.lines(archive, "--format", self.file(ZIP, "zip.ksy"))
        with zipfile.ZipFile(archive) as read:
            for i, info in enumerate(read.infolist()):
                self.assertEqual(found[f"/entries/{i}/body/name"][3], f'"{info.filename}"')
                self.assertEqual(found[f"/entries/{i}/body/crc"][3], str(info.CRC))
                self.assertIn("! 1000 bytes are not left", found[f"/entries/{i}/body/extra/body"][3])
        strict = self.output("structure", archive, "--strict", "--format", self.file(ZIP, "zip.ksy"))
        self.assertNotIn(b"/entries/1", strict)

    def test_fields_are_set_as_struct_packs_them(self):
        format = self.file(ELF, "elf.ksy")
        data = Path("/usr/bin/true").read_bytes()
        file = self.file(data)
        self.output("structure", file, "--format", format, "--set", "/entry=0x1122334455667788",
                    "--set", "/bits=b32", "--set", "/program_headers/1/offset=7", "--set", "/rest=00 11223344556677 8899")
        expected = bytearray(data)
        struct.pack_into("<Q", expected, 24, 0x1122334455667788)
        expected[4] = 1
        struct.pack_into("<Q", expected, struct.unpack_from("<Q", data, 32)[0] + 56 + 8, 7)
        expected[6:16] = bytes.fromhex("00112233445566778899")
        self.assertEqual(file.read_bytes(), bytes(expected))

    def test_bits_texts_and_processed_bytes_are_set(self):
        format = self.file(b"""
meta: {id: x, encoding: ASCII}
seq:
  - {id: low, type: b4}
  - {id: high, type: b4}
  - {id: name, type: str, size: 6, terminator: 0, pad-right: 0x20}
  - {id: secret, size: 3, process: xor(0x5a), type: inner}
  - {id: count, type: u1, valid: {max: 9}}
types:
  inner:
    seq:
      - {id: word, type: u2be}
      - {id: rest, type: u1}
""", "x.ksy")
        data = b"\x12old\0  " + bytes(b ^ 0x5a for b in b"\1\2\3") + b"\4"
        file = self.file(data)
        self.output("structure", file, "--format", format, "--set", "/high=0xf", "--set", "/name=new!",
                    "--set", "/secret/word=0x0908", "-o", self.folder / "out.bin")
        self.assertEqual((self.folder / "out.bin").read_bytes(),
                         b"\x1fnew!\0 " + bytes(b ^ 0x5a for b in b"\x09\x08\3") + b"\4")
        self.assertEqual(file.read_bytes(), data)
        for setting, reason in (("/high=16", "expected 0..15"), ("/name=too long", "longer or shorter"),
                                ("/count=10", "larger than it may be"), ("/secret=00", "no single value"),
                                ("/count=x", "expected an integer"), ("/nothing=1", "there is no /nothing")):
            message = self.refusal(MISUSE, "structure", file, "--format", format, "--set", setting)
            self.assertIn(reason, message)
            self.assertEqual(file.read_bytes(), data)

    def test_another_length_sets_the_field_that_says_it(self):
        format = self.file(b"""
meta: {id: x, encoding: ASCII, endian: le}
seq:
  - {id: len_all, type: u2}
  - {id: all, size: len_all, type: inner}
  - {id: rest, size-eos: true}
types:
  inner:
    seq:
      - {id: len_name, type: u1}
      - {id: name, size: len_name - 1, type: str}
      - {id: word, type: strz}
""", "x.ksy")
        file = self.file(b"\x08\0\x04abcdef\0tail")
        result = self.run_cli("structure", file, "--format", format, "--set", "/all/name=longer", "--set",
                              "/all/word=x")
        self.assertEqual(result.returncode, DONE, result.stderr)
        self.assertIn(b"/all/len_name is now 7 instead of 4", result.stderr)
        self.assertEqual(file.read_bytes(), b"\x09\0\x07longerx\0tail")

    def test_formats_by_name_and_by_content(self):
        listed = dict(line.split("\t")[:2] for line in self.output("formats").decode().splitlines())
        self.assertEqual(listed["elf"], "ELF object")
        self.assertGreater(len(listed), 80)
        found = self.output("detect", "/usr/bin/true").decode().splitlines()
        self.assertEqual(found[0].split("\t")[0], "elf")
        self.assertEqual(found[0].split("\t")[3], "content")
        machine = struct.unpack_from("<H", Path("/usr/bin/true").read_bytes(), 18)[0]
        by_name = self.output("structure", "/usr/bin/true", "--format", "elf", "--path", "/header/e_machine")
        self.assertTrue(by_name.decode().rstrip().endswith(f"({machine})"), by_name)
        found_out = self.run_cli("structure", "/usr/bin/true", "--path", "/header/e_machine")
        self.assertEqual(found_out.stdout, by_name)
        self.assertIn(b"read as ELF object (elf)", found_out.stderr)
        unknown = self.file(b"nothing that anybody knows", "unknown.bin")
        self.assertEqual(self.run_cli("detect", unknown).returncode, NOTHING_FOUND)
        self.assertIn("no format is known", self.refusal(MISUSE, "structure", unknown))
        shown = self.output("formats", "--show", "gif")
        self.assertIn(b"id: gif", shown)
        self.assertIn("there is no format nothing", self.refusal(MISUSE, "formats", "--show", "nothing"))

    def test_json_is_the_canonical_dump(self):
        for name in ("bits_big", "repeats", "processes", "byte_order_switched"):
            data = bytes.fromhex((LANGUAGE / f"{name}.hex").read_text())
            printed = self.output("structure", self.file(data), "--format", LANGUAGE / f"{name}.ksy", "--json")
            self.assertEqual(printed, (LANGUAGE / f"{name}.json").read_bytes(), name)
            json.loads(printed)

    def test_what_is_wrong_with_a_description_has_a_place(self):
        format = self.file(b"meta:\n  id: x\nseq:\n  - id: a\n    type: u1\n    if: b == 1 && true\n", "x.ksy")
        message = self.refusal(MISUSE, "structure", "/usr/bin/true", "--format", format)
        self.assertEqual(message, f"octavo-cli: {format}:6:16: expected the end of the expression instead of "
                                  "'&& true'; did you mean 'and'? (/seq/0/if)\n")
        message = self.refusal(MISUSE, "structure", "/usr/bin/true", "--format", self.folder / "no.ksy")
        self.assertIn("no.ksy:1:1: the file cannot be read", message)

    def test_imports_are_found_beside_and_in_the_given_folders(self):
        self.file(b"meta: {id: a, imports: [b, /c]}\nseq: [{id: x, type: b}, {id: y, type: c}]\n", "a.ksy")
        self.file(b"meta: {id: b}\nseq: [{id: n, type: u1}]\n", "b.ksy")
        (self.folder / "lib").mkdir()
        (self.folder / "lib" / "c.ksy").write_bytes(b"meta: {id: c}\nseq: [{id: n, type: u1}]\n")
        data = self.file(b"\x07\x08")
        found = self.lines(data, "--format", self.folder / "a.ksy", "--import-dir", self.folder / "lib")
        self.assertEqual((found["/x/n"][3], found["/y/n"][3]), ("7", "8"))
        message = self.refusal(MISUSE, "structure", data, "--format", self.folder / "a.ksy")
        self.assertIn("a.ksy:1:28: the import /c is not to be found (/meta/imports/1)", message)


if __name__ == "__main__":
    unittest.main()
