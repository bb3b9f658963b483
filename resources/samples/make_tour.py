#!/usr/bin/env python3
"""Makes tour.bin, the file that Octavo opens when it is started to be looked at.

Usage: make_tour.py OUT. The same bytes every time: no clock, no randomness, no compression library's version in it.
"""

import binascii
import struct
import sys
import zlib

ROW = 16


def padded(data, fill=b"\0"):
    return data + fill * (-len(data) % ROW)


def text(*paragraphs):
    """Paragraphs for the text column: each begins on a row of its own."""
    return b"".join(padded(paragraph.encode("ascii"), b" ") for paragraph in paragraphs)


def stored_deflate(data):
    """A deflate stream of one stored block: the same with every version of zlib."""
    return b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data


def fixed_deflate(literal, repeats):
    """A deflate stream with fixed codes: one literal, then copies of 258 bytes at distance 1."""
    bits = []

    def put(value, count, from_top=False):
        order = range(count - 1, -1, -1) if from_top else range(count)
        bits.extend((value >> i) & 1 for i in order)

    put(1, 1)
    put(1, 2)
    put(0x30 + literal, 8, from_top=True)
    for _ in range(repeats):
        put(0b11000101, 8, from_top=True)
        put(0, 5, from_top=True)
    put(0, 7, from_top=True)
    bits.extend([0] * (-len(bits) % 8))
    return bytes(sum(bits[i + j] << j for j in range(8)) for i in range(0, len(bits), 8))


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", binascii.crc32(kind + data))


def png():
    """A picture of 8 by 8 pixels: eight leaves."""
    rows = b""
    for y in range(8):
        rows += b"\0"
        for x in range(8):
            leaf = (x // 2) + 4 * (y // 4)
            rows += bytes((30 + 25 * leaf, 120 + 10 * (leaf % 4), 140 - 8 * leaf))
    body = b"\x78\x01" + stored_deflate(rows) + struct.pack(">I", zlib.adler32(rows))
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
        + png_chunk(b"tEXt", b"Title\0Octavo")
        + png_chunk(b"IDAT", body)
        + png_chunk(b"IEND", b"")
    )


def gzip_member():
    """1033 dots in a few bytes, to be decompressed in the window."""
    data = b"." * (1 + 4 * 258)
    head = b"\x1f\x8b\x08\x08" + struct.pack("<I", 1_000_000_000) + b"\0\x03" + b"dots.txt\0"
    return head + fixed_deflate(ord("."), 4) + struct.pack("<II", binascii.crc32(data), len(data))


def elf_header():
    ident = b"\x7fELF" + bytes((2, 1, 1, 0)) + bytes(8)
    fields = struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x401000, 64, 0, 0, 64, 56, 1, 64, 0, 0)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, 0x400000, 0x400000, 0x1000, 0x1000, 0x1000)
    return ident + fields + load


def numbers():
    unix = 1_000_000_000  # 2001-09-09 01:46:40 UTC
    filetime = (unix + 11_644_473_600) * 10_000_000
    dos = ((2001 - 1980) << 25) | (9 << 21) | (9 << 16) | (1 << 11) | (46 << 5) | 20
    return b"".join((
        padded(struct.pack("<bhiq", -1, -2, -3, -4)),
        padded(struct.pack(">HIQ", 0x0102, 0x03040506, 0x0708090A0B0C0D0E)),
        padded(struct.pack("<efd", 1.5, 3.1415927410125732, 2.718281828459045)),
        padded(b"\xe5\x8e\x26" + b"\xc0\xbb\x78"),  # LEB128: 624485 unsigned, -123456 signed
        padded(struct.pack("<iI", unix, dos) + struct.pack("<Q", filetime)),
        padded(struct.pack("<d", 37143.07407407407)),  # the same moment as an OLE date
        struct.pack("<IHH", 0x6F637461, 0x766F, 0x4F38) + bytes.fromhex("8bad f00d cafe beef"),
        padded(bytes((192, 0, 2, 8)) + bytes((0x2F, 0x6F, 0x8F, 0xFF))),
        bytes.fromhex("20010db8000000000000000000000008"),
    ))


def tour():
    parts = [
        b"OCTAVO\x1a\n" + struct.pack("<HHI", 1, 0, 0),
        text(
            "Welcome to Octavo. A sheet folded three times makes eight leaves; a byte has eight bits.",
            "This file is a tour. Click into it and look at the panels.",
            "Every byte has its colour: zeros are faint, text, control and high bytes each have one.",
        ),
        bytes(range(256)),
        text("Numbers. Put the caret on the next rows: the inspector reads them both ways."),
        numbers(),
        text("A run of zeros follows."),
        bytes(96),
        text("UTF-8, then UTF-16. Change the text column's encoding."),
        padded("Gr\u00fc\u00dfe \u2013 \u0393\u03b5\u03b9\u03ac \u2013 \u041f\u0440\u0438\u0432\u0435\u0442 \u2013 \u4f60\u597d \u2013 \U0001f4d6".encode("utf-8")),
        padded("\ufeffOctavo reads UTF-16 \u2013 \u3053\u3093\u306b\u3061\u306f".encode("utf-16-le")),
        text("A PNG picture: search for 89 50 4E 47, or select it and export it as a C array."),
        padded(png()),
        text("A gzip stream: select from 1F 8B to the next text and decompress it into a new document."),
        padded(gzip_member()),
        text("The head of an ELF program."),
        padded(elf_header()),
        text("Noise looks like this; its digest is in the digest panel."),
        b"".join(struct.pack(">I", binascii.crc32(struct.pack(">I", i))) for i in range(128)),
        text("Now type over this line. Ctrl+Z takes it back, and nothing was lost."),
        b"The end.".ljust(ROW, b"\0"),
    ]
    return b"".join(parts)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "wb") as out:
        out.write(tour())


if __name__ == "__main__":
    main()
