// Offsets, ranges and lengths as people type them.

#include <array>
#include <string>

#include "core/base/offset_text.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

constexpr std::array kScopes{
    OffsetScope{.size = 0, .caret = 0, .isRelative = false},
    OffsetScope{.size = 1000, .caret = 16, .isRelative = true},
    OffsetScope{.size = 4096, .caret = 4096, .isRelative = false},
    OffsetScope{.size = kMaxDocumentSize, .caret = kMaxDocumentSize / 2, .isRelative = true},
    OffsetScope{.size = 1 << 20, .caret = 7, .records = {.size = 48, .start = 64}},
    OffsetScope{.size = kMaxDocumentSize,
                .caret = 1,
                .sectorSize = kMaxDocumentSize,
                .records = {.size = kMaxDocumentSize, .start = kMaxDocumentSize}},
};

/// Errors say where in the text, never beyond it.
template <typename T>
void requireSensible(const Result<T>& result, std::string_view text) {
    if (result)
        return;
    require(result.error().code == ErrorCode::Malformed || result.error().code == ErrorCode::OutOfRange);
    require(result.error().code != ErrorCode::Malformed || result.error().offset.value_or(0) <= text.size());
}

void tryScope(std::string_view text, const OffsetScope& scope) {
    const auto offset = parseOffset(text, scope);
    requireSensible(offset, text);
    if (offset) {
        require(*offset <= scope.size);
        require(parseOffset(std::to_string(*offset), scope) == offset);
    }
    const auto distance = parseDistance(text, scope);
    requireSensible(distance, text);
    if (distance)
        require(parseDistance(std::to_string(*distance), scope) == distance);
    const auto range = parseRange(text, scope);
    requireSensible(range, text);
    if (range) {
        require(range->isValid() && range->end <= scope.size);
        require(parseRange(std::to_string(range->begin) + ":" + std::to_string(range->end), scope) == range);
    }
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    const std::string_view text = textOf(input);
    for (const OffsetScope& scope : kScopes)
        tryScope(text, scope);
    const auto count = parseByteCount(text);
    requireSensible(count, text);
    if (count) {
        require(*count <= kMaxDocumentSize);
        require(parseByteCount(std::to_string(*count)) == count);
    }
}

}  // namespace octavo::fuzz
