#include "ui/hexview/edit_controller.h"

#include <algorithm>
#include <array>

namespace octavo {

namespace {

/// The value of a digit, or nothing where the radix has no such digit.
std::optional<unsigned> digitValue(QChar digit, unsigned base) {
    const char32_t code = digit.toLower().unicode();
    unsigned value = 99;
    if (code >= U'0' && code <= U'9')
        value = code - U'0';
    else if (code >= U'a' && code <= U'f')
        value = 10 + (code - U'a');
    return value < base ? std::optional(value) : std::nullopt;
}

Error malformed(const QString& text) {
    return {.code = ErrorCode::Malformed, .offset = std::nullopt, .detail = text.toStdString()};
}

Content oneByte(unsigned value) {
    const auto byte = static_cast<std::byte>(value);
    return Content::ofBytes({&byte, 1});
}

}  // namespace

ByteRange EditController::overwritten(ByteOffset from, ByteCount length) const {
    return {from, from + std::min(length, snapshot_.size() - from)};
}

EditStep EditController::put(Content content, ByteRange replaced, EditKind kind) const {
    const ByteOffset end = replaced.begin + content.size();
    return {Edit::replace(replaced, std::move(content), kind), state_.movedTo(end, SelectionMode::Clear)};
}

/// The byte at the caret with the digit at the caret replaced.
Result<unsigned> EditController::valueWith(unsigned digit) const {
    std::array<std::byte, 1> byte{};
    const bool isNew = state_.caret == snapshot_.size();
    if (!isNew && !snapshot_.read(state_.caret, byte).isEmpty())
        return failAt(ErrorCode::Unreadable, state_.caret);
    const unsigned base = baseOf(radix_);
    unsigned weight = 1;
    for (int position = digitsPerByte(radix_) - 1; position > state_.digit; --position)
        weight *= base;
    const auto old = std::to_integer<unsigned>(byte[0]);
    const unsigned kept = old / (weight * base) * (weight * base);
    const unsigned behind = old % weight;
    const unsigned value = kept + digit * weight + behind;
    return value <= 0xFF ? value : value - behind;
}

Result<EditStep> EditController::typeDigit(QChar digit) const {
    const auto value = digitValue(digit, baseOf(radix_));
    if (!value)
        return fail(malformed(digit));
    EditorState start = state_;
    const bool replacesSelection = state_.hasSelection() && state_.mode == InputMode::Insert;
    ByteRange replaced = state_.selection();
    if (state_.hasSelection())
        start = state_.movedTo(replaced.begin, SelectionMode::Clear);
    const bool startsByte =
        start.caret == snapshot_.size() || (start.mode == InputMode::Insert && start.digit == 0);
    // A new byte has nothing to keep: ask as at the end of the document.
    const Snapshot nothing;
    EditorState place = start;
    if (startsByte)
        place.caret = 0;
    const auto byte = EditController(startsByte ? nothing : snapshot_, place, radix_).valueWith(*value);
    if (!byte)
        return fail(byte.error());
    if (*byte > 0xFF)
        return fail(malformed(digit));
    if (!replacesSelection)
        replaced = ByteRange::ofLength(start.caret, startsByte ? 0 : 1);
    EditStep step{Edit::replace(replaced, oneByte(*byte), EditKind::Type), start};
    const bool isLast = start.digit + 1 == digitsPerByte(radix_);
    step.after = start.movedTo(start.caret + (isLast ? 1 : 0), SelectionMode::Clear);
    step.after.digit = isLast ? 0 : start.digit + 1;
    return step;
}

Result<EditStep> EditController::typeText(const QString& text, const TextDecoder& encoding) const {
    const auto bytes = encoding.encode(text);
    if (!bytes || bytes->isEmpty())
        return fail(malformed(text));
    const auto content = Content::ofBytes(std::as_bytes(std::span(bytes->constData(), bytes->size())));
    ByteRange replaced = state_.selection();
    if (state_.mode == InputMode::Overwrite)
        replaced = overwritten(replaced.begin, content.size());
    return put(content, replaced, EditKind::Type);
}

std::optional<EditStep> EditController::backspace() const {
    if (state_.hasSelection())
        return deleteSelection();
    if (state_.digit > 0 && state_.mode == InputMode::Insert)
        return put({}, ByteRange::ofLength(state_.caret, 1), EditKind::Backspace);
    if (state_.digit > 0)
        return EditStep{std::nullopt, state_.movedTo(state_.caret, SelectionMode::Clear)};
    if (state_.caret == 0)
        return std::nullopt;
    if (state_.mode == InputMode::Overwrite)
        return EditStep{std::nullopt, state_.movedTo(state_.caret - 1, SelectionMode::Clear)};
    return put({}, ByteRange::ofLength(state_.caret - 1, 1), EditKind::Backspace);
}

std::optional<EditStep> EditController::deleteForward() const {
    if (state_.hasSelection())
        return deleteSelection();
    if (state_.caret == snapshot_.size())
        return std::nullopt;
    return put({}, ByteRange::ofLength(state_.caret, 1), EditKind::Backspace);
}

std::optional<EditStep> EditController::deleteSelection(EditKind kind) const {
    if (!state_.hasSelection())
        return std::nullopt;
    return put({}, state_.selection(), kind);
}

EditStep EditController::paste(Content content, EditKind kind) const {
    ByteRange replaced = state_.selection();
    if (!state_.hasSelection() && state_.mode == InputMode::Overwrite)
        replaced = overwritten(replaced.begin, content.size());
    return put(std::move(content), replaced, kind);
}

}  // namespace octavo
