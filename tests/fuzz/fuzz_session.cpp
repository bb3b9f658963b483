// Session files: whatever they hold, the session is one that the program could have written, and writing it
// keeps it.

#include "app/session.h"
#include "tests/fuzz/fuzz_target.h"
#include "ui/base/bookmarks.h"
#include "ui/hexview/text_decoder.h"

namespace octavo::fuzz {

namespace {

void requireSensible(const SessionDocument& document) {
    require(document.path.starts_with('/'));
    for (const std::uint64_t offset :
         {document.caret, document.anchor, document.topRow, document.options.baseAddress})
        require(offset <= kMaxDocumentSize);
    require(1 <= document.options.bytesPerRow &&
            document.options.bytesPerRow <= ViewOptions::kMaxBytesPerRow);
    require(1 <= document.options.grouping && document.options.grouping <= 16);
    require(textEncodings().contains(document.options.encoding));
    unsigned numbers = 0;
    for (const auto& each : document.bookmarks) {
        require(each.range.isValid() && each.range.end <= kMaxDocumentSize);
        if (!each.number)
            continue;
        require(0 <= *each.number && *each.number < Bookmarks::kNumbers);
        require((numbers >> *each.number & 1U) == 0);  // a number belongs to one bookmark
        numbers |= 1U << *each.number;
    }
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    const auto text = textOf(input);
    const auto session = sessionFromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!session) {
        require(session.error().code == ErrorCode::Malformed ||
                session.error().code == ErrorCode::Unsupported);
        require(session.error().offset.value_or(0) <= text.size());
        return;
    }
    require(session->current < session->documents.size() || session->current == 0);
    for (const SessionDocument& each : session->documents)
        requireSensible(each);
    const auto again = sessionFromJson(sessionToJson(*session));
    require(again.has_value() && *again == *session);
}

}  // namespace octavo::fuzz
