#!/usr/bin/env python3
"""Keeps the house in order: who may include whom, no include cycles, short files, every file in a CMake list, no name twice.

Usage: check_layers.py ROOT. Prints one line for each broken rule and ends with 1 when there is one.
"""

import re
import sys
from pathlib import Path

LAYERS = ("core", "ui", "app")
# What each ground floor room of core may know; every other room of core is a feature and knows these three.
GROUND = {"base": {"base"}, "source": {"base", "source"}, "buffer": {"base", "source", "buffer"}}
# The one room of core that may use Qt, and which modules.
QT_ROOM = "net"
LONG_FILE = 450

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def sources(root):
    for layer in LAYERS:
        folder = root / layer
        if folder.is_dir():
            yield from sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cpp"))


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[1] == "<", match[2]


def room_of(path):
    """('core', 'buffer') for core/buffer/edit.h; a file directly in a layer has the room ''."""
    parts = Path(path).parts
    return parts[0], parts[1] if len(parts) > 2 else ""


def is_qt(name):
    return re.match(r"(Q[A-Z]|Qt[A-Z]\w*/|qt?[a-z]+\.h$)", name) is not None


def include_breach(file, included, is_system):
    """Why `file` may not include `included`; None when it may."""
    layer, room = room_of(file)
    is_cli = layer == "app" and room == "cli"
    if is_system:
        if is_qt(included) and (is_cli or (layer == "core" and room != QT_ROOM)):
            return "uses Qt"
        return None
    target_layer, target_room = room_of(included)
    if target_layer not in LAYERS:
        return "is not an include from the root of the tree"
    if LAYERS.index(target_layer) > LAYERS.index(layer):
        return f"{layer} may not know {target_layer}"
    if is_cli and target_layer != "core" and (target_layer, target_room) != ("app", "cli"):
        return "the command line knows only core"
    if layer == "core":
        allowed = GROUND.get(room, set(GROUND) | {room})
        if target_room not in allowed:
            return f"core/{room} may not know core/{target_room}"
    return None


def check_includes(root):
    for path in sources(root):
        file = path.relative_to(root).as_posix()
        for number, is_system, included in includes(path):
            if not is_system and included.endswith(".moc"):
                continue
            if reason := include_breach(file, included, is_system):
                yield f"{file}:{number}: {included}: {reason}"
            elif not is_system and not (root / included).is_file():
                yield f"{file}:{number}: {included}: no such file"


def check_cycles(root):
    graph = {}
    for path in sources(root):
        graph[path.relative_to(root).as_posix()] = [name for _, system, name in includes(path) if not system]
    state = {}

    def visit(file, trail):
        state[file] = "open"
        for target in graph.get(file, []):
            if state.get(target) == "open":
                yield "include cycle: " + " -> ".join(trail[trail.index(target):] + [target])
            elif target not in state:
                yield from visit(target, trail + [target])
        state[file] = "done"

    for file in graph:
        if file not in state:
            yield from visit(file, [file])


def check_lengths(root):
    for path in sources(root):
        count = len(path.read_text(encoding="utf-8").splitlines())
        if count > LONG_FILE:
            yield f"{path.relative_to(root)}: {count} lines; which second idea hides in it?"


def check_listed(root):
    """A file that no CMake list names is never compiled, and its header never verified."""
    for path in sources(root):
        text = ""
        folder = path.parent
        while folder != root:
            if (listing := folder / "CMakeLists.txt").is_file():
                text = re.sub(r"#.*", "", listing.read_text(encoding="utf-8"))
                break
            folder = folder.parent
        name = path.relative_to(folder).as_posix() if folder != root else path.name
        stem = name[: -len(path.suffix)]
        if not re.search(rf"(?<![\w/.-]){re.escape(stem)}(\.h|\.cpp)?(?![\w/.-])", text):
            yield f"{path.relative_to(root)}: no CMake list names it"


def check_core_links(root):
    for listing in sorted((root / "core").rglob("CMakeLists.txt")):
        file = listing.relative_to(root).as_posix()
        if file.startswith(f"core/{QT_ROOM}/"):
            continue
        for number, line in enumerate(listing.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\bQt\d*::|octavo_qt_rules|AUTOMOC|find_package\(Qt", line.split("#")[0]):
                yield f"{file}:{number}: core links no Qt"


TYPE = re.compile(r"^(?:class|struct|enum class|enum|union) (?:\[\[\w+\]\] )?(\w+)(?: final| *:[^:;]| *\{|$)")


def check_names(root):
    """Two types of one name in the one namespace are one type to the linker, and nothing else says so."""
    homes = {}
    for path in sources(root):
        if path.suffix != ".h":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := TYPE.match(line):
                homes.setdefault(match[1], []).append(f"{path.relative_to(root).as_posix()}:{number}")
    for name, places in homes.items():
        if len(places) > 1:
            yield f"{places[1]}: {name} is also a type in {places[0]}"


CHECKS = (check_includes, check_cycles, check_lengths, check_listed, check_core_links, check_names)


def breaches(root):
    return [line for check in CHECKS for line in check(root)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    if not any(True for _ in sources(root)):
        sys.exit(f"check_layers: {root} holds no sources")
    found = breaches(root)
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
