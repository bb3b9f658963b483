#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <QKeySequence>
#include <QList>
#include <QString>

namespace octavo {

/// Where an action's keys work. Keys that also edit text (Ctrl+C, Delete) belong to the view, so that panels
/// with lists and fields keep theirs.
enum class ActionScope : std::uint8_t { Window, View };

/// Whether the tool bar shows it.
enum class ToolBarPlace : std::uint8_t { Absent, Present };

/// One command of the program, as a value: menus, tool bar, keys, the palette and the list of keys come from
/// it.
struct Action {
    std::string id;                   ///< "file.saveAs"; stable, unique
    QString text;                     ///< translated, with its mnemonic: "Save &As…"
    QList<QKeySequence> shortcuts{};  ///< the first one is shown
    std::string menu{};               ///< id of its menu: "edit", "edit.copyAs"; empty: only in the palette
    int group = 0;                    ///< a separator stands between different groups of one menu
    ActionScope scope = ActionScope::Window;
    ToolBarPlace toolBar = ToolBarPlace::Absent;
    QString icon{};  ///< name of its picture; see ui/base/line_icon
    std::function<void()> execute;
    std::function<bool()> isEnabled{};       ///< absent: always
    std::function<bool()> isChecked{};       ///< absent: it cannot be checked
    std::function<QString()> currentText{};  ///< absent: always `text`; for "Undo Paste"
};

/// A menu, by the order in which it was declared. `parent` empty: on the menu bar.
struct MenuSpec {
    std::string id;
    QString title;
    std::string parent{};
    int group = 0;  ///< its group in the parent
};

}  // namespace octavo
