#include "ui/structure/format_chooser.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKindRole = Qt::UserRole;
constexpr int kPathRole = Qt::UserRole + 1;

QString textOf(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

}  // namespace

FormatChooser::FormatChooser(QWidget* parent) : QComboBox(parent) {
    setAccessibleName(tr("Format"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    lineEdit()->setPlaceholderText(tr("Choose a format"));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(24);
    connect(this, &QComboBox::activated, this, &FormatChooser::act);
    // What was typed and not chosen is no format.
    connect(lineEdit(), &QLineEdit::editingFinished, this,
            [this] { present(shownPath_.toStdString(), shownName_); });
}

void FormatChooser::addEntry(Kind kind, const QString& text, const QString& path, const QString& tip) {
    addItem(text, static_cast<int>(kind));
    setItemData(count() - 1, path, kPathRole);
    setItemData(count() - 1, tip, Qt::ToolTipRole);
}

void FormatChooser::addHeading(const QString& text) {
    addEntry(Kind::Heading, text);
    auto* entries = qobject_cast<QStandardItemModel*>(model());
    QStandardItem* entry = entries->item(count() - 1);
    entry->setEnabled(false);
}

void FormatChooser::offer(std::shared_ptr<const FormatLibrary> library,
                          const std::vector<FormatCandidate>& candidates) {
    const QSignalBlocker quiet(this);
    clear();
    if (!candidates.empty()) {
        addHeading(tr("This may be"));
        for (const FormatCandidate& each : candidates) {
            const QString why = each.matchedBytes > 0 ? tr("%1 bytes of its signature").arg(each.matchedBytes)
                                                      : tr("by its name");
            addEntry(Kind::Format, textOf(each.format->title), textOf(each.format->path),
                     u"%1\n%2"_s.arg(textOf(each.format->path), why));
        }
    }
    addHeading(tr("All formats"));
    std::vector<const FormatSummary*> all;
    for (const FormatSummary& each : library->formats())
        all.push_back(&each);
    std::sort(all.begin(), all.end(), [](const FormatSummary* a, const FormatSummary* b) {
        return QString::localeAwareCompare(textOf(a->title), textOf(b->title)) < 0;
    });
    for (const FormatSummary* each : all)
        addEntry(Kind::Format, textOf(each->title), textOf(each->path), textOf(each->path));
    addEntry(Kind::Other, tr("Open a description…"));
    addEntry(Kind::None, tr("No structure"));
    present(shownPath_.toStdString(), shownName_);
}

void FormatChooser::present(const std::string& path, const QString& name) {
    shownPath_ = textOf(path);
    shownName_ = name;
    const QSignalBlocker quiet(this);
    setCurrentIndex(shownPath_.isEmpty() ? -1 : findData(shownPath_, kPathRole));
    setEditText(shownName_);
    lineEdit()->setCursorPosition(0);
}

void FormatChooser::act(int row) {
    const QString path = itemData(row, kPathRole).toString();
    const QString title = itemText(row);
    switch (static_cast<Kind>(itemData(row, kKindRole).toInt())) {
        case Kind::Format:
            Q_EMIT chosen(path, title);
            break;
        case Kind::Other:
            present(shownPath_.toStdString(), shownName_);
            Q_EMIT otherWanted();
            break;
        case Kind::None:
            Q_EMIT noneChosen();
            break;
        case Kind::Heading:
            present(shownPath_.toStdString(), shownName_);
            break;
    }
}

}  // namespace octavo
