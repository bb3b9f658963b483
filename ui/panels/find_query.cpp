#include "ui/panels/find_query.h"

#include <QCoreApplication>

#include "core/codec/text_codecs.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct FindQueryText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FindQuery)
};

std::vector<std::byte> toVector(const QByteArray& bytes) {
    const auto view = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return {view.begin(), view.end()};
}

Result<std::vector<std::byte>> encoded(const FindQuery& query) {
    if (const auto bytes = TextDecoder(query.encoding).encode(query.text))
        return toVector(*bytes);
    return fail(ErrorCode::Unsupported, toUtf8(query.text));
}

/// How wide a code unit is and where its ASCII byte lies, found by asking the encoding itself.
std::optional<TextUnits> asciiUnitsOf(const QString& encoding) {
    const auto letter = TextDecoder(encoding).encode(u"A"_s);
    if (!letter || letter->isEmpty() || letter->count('\0') != letter->size() - 1)
        return {};
    const auto size = static_cast<std::size_t>(letter->size());
    if (letter->front() == 'A')
        return TextUnits{.size = size, .order = ByteOrder::Little};
    if (letter->back() == 'A')
        return TextUnits{.size = size, .order = ByteOrder::Big};
    return {};
}

}  // namespace

bool writesLettersAsAscii(const QString& encoding) {
    return asciiUnitsOf(encoding).has_value();
}

Result<Pattern> patternOf(const FindQuery& query) {
    if (query.kind == FindQuery::Kind::Hex)
        return parseHexPattern(toUtf8(query.text));
    const auto bytes = encoded(query);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->empty())
        return failAt(ErrorCode::Malformed, 0);
    const auto units = asciiUnitsOf(query.encoding);
    const bool ignoresCase = query.letterCase == FindQuery::CaseRule::Ignore && units.has_value();
    return textPattern(*bytes, ignoresCase ? LetterCase::IgnoreAscii : LetterCase::Exact,
                       units.value_or(TextUnits{}));
}

Result<std::vector<std::byte>> bytesOf(const FindQuery& query) {
    return query.kind == FindQuery::Kind::Hex ? decodeHex(toUtf8(query.text)) : encoded(query);
}

QString queryProblem(const Error& error, const FindQuery& query) {
    if (query.text.isEmpty())
        return {};
    if (error.code == ErrorCode::Unsupported)
        return FindQueryText::tr("%1 cannot write all of these characters.").arg(query.encoding);
    return hexProblem(error, query.text);
}

}  // namespace octavo
