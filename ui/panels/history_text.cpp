#include "ui/panels/history_text.h"

#include <QCoreApplication>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(octavo::HistoryText)
};

QString countText(ByteCount count) {
    return count == 1 ? HistoryText::tr("1 byte") : HistoryText::tr("%1 bytes").arg(decimalText(count));
}

/// "12 bytes", or "12 bytes over 4" where the new bytes are not as many as the old ones.
QString amountText(const History::Splice& step) {
    if (step.inserted == 0)
        return countText(step.removed);
    if (step.removed == 0 || step.removed == step.inserted)
        return countText(step.inserted);
    return HistoryText::tr("%1 over %2").arg(countText(step.inserted), decimalText(step.removed));
}

/// With %1 for how much and %2 for where.
QString sentenceOf(const History::Splice& step) {
    switch (step.kind) {
        case EditKind::Type:
            return HistoryText::tr("Typed %1 at %2");
        case EditKind::Backspace:
        case EditKind::Delete:
            return HistoryText::tr("Deleted %1 at %2");
        case EditKind::Insert:
            return HistoryText::tr("Inserted %1 at %2");
        case EditKind::Overwrite:
            return HistoryText::tr("Overwrote %1 at %2");
        case EditKind::Cut:
            return HistoryText::tr("Cut %1 at %2");
        case EditKind::Paste:
            return HistoryText::tr("Pasted %1 at %2");
        case EditKind::Fill:
            return HistoryText::tr("Filled %1 at %2");
        case EditKind::Resize:
            return step.removed > step.inserted ? HistoryText::tr("Cut off %1 at %2")
                                                : HistoryText::tr("Appended %1 at %2");
        case EditKind::Replace:
            break;
        case EditKind::Value:
            return HistoryText::tr("Changed a value, %1 at %2");
        case EditKind::Transform:
            return HistoryText::tr("Transformed %1 at %2");
        case EditKind::Import:
            return HistoryText::tr("Imported %1 at %2");
        case EditKind::Reload:
            return HistoryText::tr("Reloaded %1 at %2");
    }
    return {};
}

}  // namespace

QString stepText(const History::Splice& step) {
    // A replace-all is one splice from its first place to its last; how much of that it changed is not in it.
    if (step.kind == EditKind::Replace)
        return HistoryText::tr("Replaced between %1 and %2")
            .arg(hexText(step.offset), hexText(step.offset + step.inserted));
    return sentenceOf(step).arg(amountText(step), hexText(step.offset));
}

}  // namespace octavo
