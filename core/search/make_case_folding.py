#!/usr/bin/env python3
"""Makes case_folding_data.cpp from Unicode's CaseFolding.txt (Debian: package unicode-data).

Usage: make_case_folding.py /usr/share/unicode/CaseFolding.txt > case_folding_data.cpp
"""

import re
import sys


def read(path):
    single, many, version = {}, {}, ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if match := re.match(r"# CaseFolding-(\S+)\.txt", line):
                version = match[1]
            fields = line.split("#")[0].split(";")
            if len(fields) < 3 or fields[1].strip() not in ("C", "F"):
                continue
            target = [int(code, 16) for code in fields[2].split()]
            (single if len(target) == 1 else many)[int(fields[0], 16)] = target
    return single, many, version


def ranges(single):
    """(first, last, stride, delta) of letters in a row that move by the same distance."""
    result = []
    for code in sorted(single):
        delta = single[code][0] - code
        if result:
            first, last, stride, before = result[-1]
            step = code - last
            if delta == before and step <= 2 and (first == last or step == stride):
                result[-1] = (first, code, step, delta)
                continue
        result.append((code, code, 1, delta))
    return result


def rows(items, each):
    for i in range(0, len(items), each):
        yield "    " + " ".join(items[i:i + each])


def main():
    single, many, version = read(sys.argv[1])
    print(f"// Made by make_case_folding.py from Unicode {version}: not to be edited.")
    print('#include "core/search/case_folding_data.h"\n\nnamespace octavo {\n')
    print("// clang-format off")
    found = [f"{{0x{a:X}, 0x{b:X}, {s}, {d}}}," for a, b, s, d in ranges(single)]
    print(f"const std::array<FoldRange, {len(found)}> kFoldRanges{{{{")
    print("\n".join(rows(found, 3)))
    print("}};\n")
    found = ["{0x%X, {%s}}," % (code, ", ".join(f"0x{c:X}" for c in many[code])) for code in sorted(many)]
    print(f"const std::array<FoldMany, {len(found)}> kFoldMany{{{{")
    print("\n".join(rows(found, 3)))
    print("}};\n// clang-format on\n\n}  // namespace octavo")


main()
