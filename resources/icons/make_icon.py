#!/usr/bin/env python3
"""Draws Octavo's icon: a sheet folded three times, so that it has eight leaves, one of them picked out.

Usage: make_icon.py FOLDER. Writes octavo.svg and, with rsvg-convert, octavo-SIZE.png.
"""

import subprocess
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Each column of leaves leans towards or away from the light, as a folded sheet does.
UPPER = ("#ffffff", "#d7e3e6", "#ffffff", "#d7e3e6")
LOWER = ("#e6eef0", "#bccdd2", "#e6eef0", "#bccdd2")
PICKED = (2, 1, "#f5a524")


def leaf(column, row):
    fill = PICKED[2] if (column, row) == PICKED[:2] else (UPPER, LOWER)[row][column]
    left, right = 32 + 48 * column, 80 + 48 * column
    # Folds that point up and down in turn make the zigzag.
    lift = lambda x_index: 14 if x_index % 2 else 0
    top, middle, bottom = 52, 128, 204
    y = (top, middle, bottom)
    points = (
        (left, y[row] + lift(column)), (right, y[row] + lift(column + 1)),
        (right, y[row + 1] + lift(column + 1)), (left, y[row + 1] + lift(column)),
    )
    return f'  <polygon fill="{fill}" points="' + " ".join(f"{x},{y - 7}" for x, y in points) + '"/>'


def svg():
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">',
        "  <title>Octavo</title>",
        '  <rect x="8" y="8" width="240" height="240" rx="52" fill="#1d4e5c"/>',
    ]
    lines += [leaf(column, row) for row in (0, 1) for column in range(4)]
    lines += [
        '  <polyline fill="none" stroke="#1d4e5c" stroke-width="5" points="32,121 80,135 128,121 176,135 224,121"/>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    (folder / "octavo.svg").write_text(svg(), encoding="utf-8")
    for size in SIZES:
        subprocess.run(
            ["rsvg-convert", "-w", str(size), "-h", str(size), "-o", str(folder / f"octavo-{size}.png"),
             str(folder / "octavo.svg")], check=True)


if __name__ == "__main__":
    main()
