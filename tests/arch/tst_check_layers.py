#!/usr/bin/env python3
"""Shows check_layers a tree that is in order, then breaks one rule at a time and expects it to be named."""

import tempfile
import unittest
from pathlib import Path

import check_layers

GOOD = {
    "core/CMakeLists.txt": "add_library(octavo_core STATIC)\n",
    "core/base/CMakeLists.txt": "octavo_units(octavo_core range result)\n",
    "core/base/range.h": "#include <vector>\n",
    "core/base/result.h": '#include "core/base/range.h"\n',
    "core/buffer/CMakeLists.txt": "octavo_units(octavo_core document)\n",
    "core/buffer/document.h": '#include "core/base/range.h"\n',
    "core/search/CMakeLists.txt": "octavo_units(octavo_core find)\n",
    "core/search/find.h": '#include "core/buffer/document.h"\n',
    "core/net/CMakeLists.txt": "target_link_libraries(octavo_net Qt6::Network)\noctavo_units(octavo_net capture)\n",
    "core/net/capture.h": "#include <QTcpSocket>\n",
    "ui/base/CMakeLists.txt": "octavo_units(octavo_ui theme)\n",
    "ui/base/theme.h": '#include <QColor>\n#include "core/base/range.h"\n',
    "app/CMakeLists.txt": "add_executable(octavo main.cpp)\n",
    "app/main.cpp": '#include "ui/base/theme.h"\n',
    "app/cli/CMakeLists.txt": "add_executable(octavo-cli cli_main.cpp)\n",
    "app/cli/cli_main.cpp": '#include <vector>\n#include "core/search/find.h"\n',
}


class CheckLayers(unittest.TestCase):
    def found(self, changes):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in (GOOD | changes).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check_layers.breaches(root)

    def assert_only(self, changes, words):
        found = self.found(changes)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_tree_in_order_passes(self):
        self.assertEqual(self.found({}), [])

    def test_core_may_not_use_qt(self):
        for header in ("QString", "QtCore/QString", "qglobal.h"):
            self.assert_only({"core/base/range.h": f"#include <{header}>\n"}, "uses Qt")

    def test_core_may_not_know_ui_or_app(self):
        self.assert_only({"core/search/find.h": '#include "ui/base/theme.h"\n'}, "core may not know ui")

    def test_ui_may_not_know_app(self):
        changes = {
            "app/CMakeLists.txt": "add_executable(octavo main.cpp settings.h)\n",
            "app/settings.h": "",
            "ui/base/theme.h": '#include "app/settings.h"\n',
        }
        self.assert_only(changes, "ui may not know app")

    def test_features_may_not_know_each_other(self):
        changes = {
            "core/save/CMakeLists.txt": "octavo_units(octavo_core plan)\n",
            "core/save/plan.h": '#include "core/search/find.h"\n',
        }
        self.assert_only(changes, "core/save may not know core/search")

    def test_ground_floor_may_not_know_what_stands_on_it(self):
        self.assert_only({"core/base/result.h": '#include "core/buffer/document.h"\n'}, "core/base may not know")

    def test_command_line_uses_neither_qt_nor_ui(self):
        self.assert_only({"app/cli/cli_main.cpp": "#include <QString>\n"}, "uses Qt")
        self.assert_only({"app/cli/cli_main.cpp": '#include "ui/base/theme.h"\n'}, "knows only core")

    def test_cycle_is_named(self):
        self.assert_only({"core/base/range.h": '#include "core/base/result.h"\n'}, "include cycle")

    def test_include_is_from_the_root_and_exists(self):
        self.assert_only({"core/base/result.h": '#include "range.h"\n'}, "not an include from the root")
        self.assert_only({"core/base/result.h": '#include "core/base/gone.h"\n'}, "no such file")

    def test_long_file_is_named(self):
        self.assert_only({"core/base/range.h": "\n" * 451}, "451 lines")

    def test_file_outside_every_cmake_list_is_named(self):
        self.assert_only({"core/base/lost.h": ""}, "core/base/lost.h: no CMake list")
        self.assert_only({"core/base/CMakeLists.txt": "octavo_units(octavo_core result) # range\n"}, "range.h")

    def test_core_may_not_link_qt(self):
        changes = {"core/CMakeLists.txt": "target_link_libraries(octavo_core PUBLIC Qt6::Core)\n"}
        self.assert_only(changes, "core links no Qt")

    def test_a_type_twice_is_named(self):
        self.assert_only({"core/base/range.h": "struct Range {\n};\n", "ui/base/theme.h": "class Range final {\n};\n"},
                         "ui/base/theme.h:1: Range is also a type in core/base/range.h:1")
        declared = "class Range;\nclass Range::Part {\n};\ntemplate <>\nstruct Range<int> {\n};\n"
        self.assertEqual(self.found({"core/base/range.h": "class Range {\n};\n", "ui/base/theme.h": declared}), [])


if __name__ == "__main__":
    unittest.main()
