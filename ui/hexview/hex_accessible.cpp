#include "ui/hexview/hex_accessible.h"

#include <algorithm>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>

#include "ui/hexview/hex_view.h"
#include "ui/hexview/hover_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// A hex view as assistive technology sees it: an editable text of one line, the caret's row, as values ("7F
/// 45 4C") or characters, whichever column has the keys. Its name says where the caret is; its value, what is
/// selected.
class HexAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit HexAccessible(HexView* view)
        : QAccessibleWidget(view, QAccessible::EditableText), view_(*view) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        const bool canEdit = view_.document() != nullptr && !view_.document()->isWriteProtected();
        state.editable = canEdit ? 1 : 0;
        state.readOnly = canEdit ? 0 : 1;
        state.selectableText = 1;
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        if (what == QAccessible::Name)
            return name();
        if (what == QAccessible::Value)
            return selectionText();
        return QAccessibleWidget::text(what);
    }

    // QAccessibleTextInterface, over the caret's row
    void selection(int index, int* start, int* end) const override {
        const RangeList ranges = view_.selectedRanges();
        const auto seen = ranges.touching(row());
        const bool isThere = index >= 0 && static_cast<std::size_t>(index) < seen.size();
        const ByteRange selected =
            isThere ? seen[static_cast<std::size_t>(index)].intersection(row()) : ByteRange{};
        *start = isThere ? characterOf(selected.begin) : 0;
        *end = isThere ? characterOf(selected.end - 1) + width() : 0;
    }
    [[nodiscard]] int selectionCount() const override {
        const RangeList ranges = view_.selectedRanges();
        return static_cast<int>(ranges.touching(row()).size());
    }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int index) override {
        if (index == 0)
            view_.goTo(view_.caret());
    }
    void setSelection(int index, int start, int end) override {
        if (index == 0 && start < end)
            view_.select({byteOf(start), byteOf(end - 1) + 1});
    }
    [[nodiscard]] int cursorPosition() const override {
        return characterOf(view_.caret()) + view_.state().digit;
    }
    void setCursorPosition(int position) override { view_.goTo(byteOf(position)); }
    [[nodiscard]] QString text(int start, int end) const override {
        return rowText().mid(start, std::max(0, end - start));
    }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(rowText().size()); }
    [[nodiscard]] QRect characterRect(int offset) const override {
        const QRect cell = view_.rectOf(byteOf(offset), view_.state().column);
        return {view_.viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override {
        const QPoint local = view_.viewport()->mapFromGlobal(point);
        for (ByteOffset offset = row().begin; offset < row().end; ++offset) {
            if (view_.rectOf(offset, view_.state().column).contains(local))
                return characterOf(offset);
        }
        return -1;
    }
    void scrollToSubstring(int start, int end) override {
        static_cast<void>(end);
        view_.goTo(byteOf(start));
    }
    [[nodiscard]] QString attributes(int offset, int* start, int* end) const override {
        *start = offset;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] bool isValues() const { return view_.state().column == Column::Values; }
    [[nodiscard]] int digits() const { return digitsPerByte(view_.options().valueRadix); }
    /// Characters of a byte, and from one byte to the next.
    [[nodiscard]] int width() const { return isValues() ? digits() : 1; }
    [[nodiscard]] int step() const { return isValues() ? digits() + 1 : 1; }

    [[nodiscard]] ByteRange row() const {
        const auto bytes = static_cast<ByteCount>(view_.bytesPerRow());
        const ByteOffset begin = view_.caret() / bytes * bytes;
        const ByteCount size = view_.document() != nullptr ? view_.document()->size() : 0;
        return {begin, std::min(begin + bytes, std::max(size, begin))};
    }
    [[nodiscard]] int characterOf(ByteOffset offset) const {
        return static_cast<int>(offset - row().begin) * step();
    }
    [[nodiscard]] ByteOffset byteOf(int character) const {
        return std::min(row().end, row().begin + static_cast<ByteOffset>(std::max(0, character) / step()));
    }

    [[nodiscard]] QString rowText() const {
        if (view_.document() == nullptr)
            return {};
        std::vector<std::byte> bytes(static_cast<std::size_t>(row().size()));
        const RangeSet unreadable = view_.document()->snapshot().read(row().begin, bytes);
        if (isValues())
            return valuesText(bytes, unreadable);
        std::vector<TextCell> cells;
        TextDecoder(view_.options().encoding).decode(bytes, row().begin, cells);
        QString text;
        for (const TextCell& cell : cells)
            text += cell.character != 0 && cell.character < 0x10000
                        ? QChar(static_cast<char16_t>(cell.character))
                        : u'.';
        return text;
    }
    [[nodiscard]] QString valuesText(const std::vector<std::byte>& bytes, const RangeSet& unreadable) const {
        QStringList values;
        ByteOffset offset = row().begin;
        for (const std::byte byte : bytes) {
            const QString digitsText = QString::number(std::to_integer<unsigned>(byte),
                                                       static_cast<int>(baseOf(view_.options().valueRadix)));
            values.append(unreadable.contains(offset++)
                              ? QString(digits(), u'?')
                              : digitsText.toUpper().rightJustified(digits(), u'0'));
        }
        return values.join(u' ');
    }

    [[nodiscard]] QString name() const {
        const QString offset = hexOffset(view_.caret() + view_.options().baseAddress);
        if (view_.document() == nullptr)
            return view_.accessibleName();
        if (view_.caret() >= view_.document()->size())
            return HexView::tr("%1, offset %2, end of the document").arg(view_.accessibleName(), offset);
        return HexView::tr("%1, offset %2, byte %3")
            .arg(view_.accessibleName(), offset, byteName(view_.document()->snapshot(), view_.caret()));
    }
    [[nodiscard]] QString selectionText() const {
        const ByteRange selected = view_.selection();
        if (view_.state().hasSeveral())
            return HexView::tr("%1 bytes selected in %2 ranges")
                .arg(view_.state().several.totalSize())
                .arg(view_.state().several.size());
        if (selected.isEmpty())
            return HexView::tr("nothing selected");
        const ByteOffset base = view_.options().baseAddress;
        return HexView::tr("%1 bytes selected, from %2 to %3")
            .arg(selected.size())
            .arg(hexOffset(selected.begin + base), hexOffset(selected.end - 1 + base));
    }

    HexView& view_;
};

QAccessibleInterface* makeHexAccessible(const QString& className, QObject* object) {
    static_cast<void>(className);
    auto* view = qobject_cast<HexView*>(object);
    return view != nullptr ? new HexAccessible(view) : nullptr;
}

}  // namespace

void installHexAccessible() {
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeHexAccessible);
        return true;
    }();
    static_cast<void>(isInstalled);
}

void tellAccessibility(HexView& view, const EditorState& before, const EditorState& after) {
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent renamed(&view, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    if (before.selection() != after.selection() || before.several != after.several) {
        QAccessibleEvent selected(&view, QAccessible::TextSelectionChanged);
        QAccessible::updateAccessibility(&selected);
    }
    const auto* interface = QAccessible::queryAccessibleInterface(&view);
    if (interface == nullptr)
        return;
    auto* text = const_cast<QAccessibleInterface*>(interface)->textInterface();
    QAccessibleTextCursorEvent moved(&view, text != nullptr ? text->cursorPosition() : 0);
    QAccessible::updateAccessibility(&moved);
}

}  // namespace octavo
