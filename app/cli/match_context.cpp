#include "app/cli/match_context.h"

#include <algorithm>

#include "core/codec/text_codecs.h"

namespace octavo {

namespace {

constexpr ByteCount kShownOfMatch = 1024;

std::string hexOf(const Snapshot& input, ByteRange range) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(range.size()));
    static_cast<void>(input.read(range.begin, bytes));  // what cannot be read is told at the end
    return encodeHex(bytes, HexCase::Lower, "");
}

}  // namespace

void addContext(Record& record, const Snapshot& input, ByteRange match, ByteCount context) {
    const ByteCount before = std::min<ByteCount>(context, match.begin);
    const ByteCount after = std::min<ByteCount>(context, input.size() - match.end);
    record.push_back({"before", hexOf(input, ByteRange::ofLength(match.begin - before, before))});
    record.push_back(
        {"match", hexOf(input, ByteRange::ofLength(match.begin, std::min(match.size(), kShownOfMatch)))});
    record.push_back({"after", hexOf(input, ByteRange::ofLength(match.end, after))});
}

}  // namespace octavo
