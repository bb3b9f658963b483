#!/usr/bin/env python3
"""octavo-cli export and import: what it writes others read, and what others write it reads."""

import base64
import subprocess
import unittest

from cli_case import MISUSE, REFUSED, SAMPLE, CliCase, tool

DATA = SAMPLE.read_bytes()


class Export(CliCase):
    def exported(self, form, *options):
        return self.output("export", SAMPLE, "--as", form, *options)

    def test_list_names_every_format(self):
        names = [line.split("\t")[0] for line in self.output("export", "--list").decode().splitlines()]
        self.assertLessEqual({"raw", "hex", "c", "cpp", "rust", "go", "python", "java", "csharp", "javascript", "base64",
                              "intel-hex", "s-record", "hexdump", "html", "markdown"}, set(names))
        for name in names:
            self.assertTrue(self.exported(name), name)

    def test_text_forms_are_read_by_python(self):
        self.assertEqual(self.exported("raw"), DATA)
        self.assertEqual(self.exported("raw", "--range", "16:48"), DATA[16:48])
        self.assertEqual(base64.b64decode(self.exported("base64")), DATA)
        self.assertEqual(bytes.fromhex(self.exported("hex").decode()), DATA)
        scope = {}
        exec(self.exported("python", "--name", "sample").decode(), scope)
        self.assertEqual(bytes(scope["sample"]), DATA)

    def test_c_array_is_compiled_to_the_same_bytes(self):
        source = self.file(self.exported("c", "--name", "sample"), "sample.c")
        built = self.folder / "sample.o"
        raw = self.folder / "sample.raw"
        subprocess.run(["g++", "-x", "c++", "-include", "stddef.h", "-Dconst=", "-c", source, "-o", built], check=True)
        subprocess.run(["objcopy", "-O", "binary", "-j", ".data", built, raw], check=True)
        self.assertIn(DATA, raw.read_bytes())

    def test_records_are_read_by_objcopy_and_srec_cat(self):
        for form, kind, option in (("intel-hex", "ihex", "-Intel"), ("s-record", "srec", "-Motorola")):
            path = self.folder / f"out.{kind}"
            self.output("export", SAMPLE, "--as", form, "-o", path)
            raw = self.folder / "raw"
            subprocess.run(["objcopy", "-I", kind, "-O", "binary", path, raw], check=True)
            self.assertEqual(raw.read_bytes(), DATA, form)
            subprocess.run(["srec_cat", path, option, "-o", raw, "-Binary"], check=True)
            self.assertEqual(raw.read_bytes(), DATA, form)

    def test_hexdump_is_xxds(self):
        text = self.exported("hexdump")
        self.assertEqual(text, tool("xxd", SAMPLE))
        self.assertEqual(tool("xxd", "-r", data=text), DATA)

    def test_failed_export_leaves_the_output_alone(self):
        out = self.file(b"was here", "out")
        self.refusal(MISUSE, "export", SAMPLE, "--as", "c", "--name", "no name", "-o", out)
        self.assertEqual(out.read_bytes(), b"was here")
        self.assertIn("fortran", self.refusal(MISUSE, "export", SAMPLE, "--as", "fortran"))
        self.refusal(MISUSE, "export", SAMPLE)
        self.refusal(MISUSE, "export", SAMPLE, "--as", "raw", "--range", "5:1")
        self.refusal(REFUSED, "export", self.folder / "missing", "--as", "raw")


class Import(CliCase):
    def imported(self, data, form, *options):
        return self.output("import", "-", "--from", form, "-o", "-", *options, data=data)

    def test_what_it_exports_it_imports(self):
        names = [line.split("\t")[0] for line in self.output("import", "--list").decode().splitlines()]
        self.assertLessEqual({"raw", "hex", "base64", "intel-hex", "s-record", "hexdump"}, set(names))
        for name in names:
            text = self.output("export", SAMPLE, "--as", name)
            self.assertEqual(self.imported(text, name), DATA, name)

    def test_what_other_tools_write_is_read(self):
        path = self.file(DATA)
        for form, kind, option in (("intel-hex", "ihex", "-Intel"), ("s-record", "srec", "-Motorola")):
            made = self.folder / kind
            subprocess.run(["objcopy", "-I", "binary", "-O", kind, path, made], check=True)
            self.assertEqual(self.imported(made.read_bytes(), form), DATA, form)
            made = self.folder / "srec"
            subprocess.run(["srec_cat", path, "-Binary", "-o", made, option], check=True)
            self.assertEqual(self.imported(made.read_bytes(), form), DATA, form)
        self.assertEqual(self.imported(tool("xxd", path), "hexdump"), DATA)
        self.assertEqual(self.imported(tool("base64", path), "base64"), DATA)
        self.assertEqual(self.imported(DATA.hex(" ").encode(), "hex"), DATA)

    def test_gaps_and_origin(self):
        source = self.file(b"AB")
        made = self.folder / "gap.hex"
        subprocess.run(["srec_cat", source, "-Binary", "-offset", "4", source, "-Binary", "-offset", "8", "-o", made,
                        "-Intel"], check=True)
        text = made.read_bytes()
        self.assertEqual(self.imported(text, "intel-hex"), b"AB\xff\xffAB")
        self.assertEqual(self.imported(text, "intel-hex", "--fill", "00"), b"AB\0\0AB")
        self.assertEqual(self.imported(text, "intel-hex", "--origin", "zero"), b"\xff\xff\xff\xffAB\xff\xffAB")

    def test_malformed_text_is_refused_with_its_line(self):
        out = self.file(b"was here", "out")
        for form, text in (("intel-hex", b":0100000041BE\n:0100010042FF\n"), ("intel-hex", b":00000001FF\nrubbish"),
                           ("s-record", b"S1040000414A\nS104000142FF\n"), ("hex", b"00 1"), ("base64", b"QUJ*")):
            message = self.refusal(MISUSE, "import", self.file(text), "--from", form, "-o", out)
            self.assertIn("line", message)
            self.assertEqual(out.read_bytes(), b"was here")
        self.refusal(MISUSE, "import", SAMPLE, "--from", "raw")
        self.refusal(MISUSE, "import", SAMPLE, "--from", "runes", "-o", out)
        self.refusal(MISUSE, "import", SAMPLE, "--from", "raw", "--fill", "123", "-o", out)
        self.refusal(REFUSED, "import", self.folder / "missing", "--from", "raw", "-o", out)


if __name__ == "__main__":
    unittest.main()
