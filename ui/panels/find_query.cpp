#include "ui/panels/find_query.h"

#include <QCoreApplication>

#include "core/codec/text_codecs.h"
#include "core/search/run_text.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct FindQueryText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FindQuery)
};

using Kind = FindQuery::Kind;

std::vector<std::byte> toVector(const QByteArray& bytes) {
    const auto view = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return {view.begin(), view.end()};
}

QStringList encodingsOf(const FindQuery& query) {
    if (query.encoding == kEveryUnicode)
        return {u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"ISO-8859-1"_s};
    return {query.encoding};
}

CharacterEncoder encoderOf(const QString& encoding) {
    return [decoder = std::make_shared<TextDecoder>(encoding)](
               char32_t character) -> std::optional<std::vector<std::byte>> {
        const auto bytes = decoder->encode(QString::fromUcs4(&character, 1));
        return bytes ? std::optional(toVector(*bytes)) : std::nullopt;
    };
}

SearchQuery textQueryOf(const FindQuery& query) {
    TextQuery result{
        .utf8 = toUtf8(query.text),
        .textCase = query.letterCase == FindQuery::CaseRule::Ignore ? TextCase::Folded : TextCase::Exact,
        .encodings = {}};
    for (const QString& encoding : encodingsOf(query))
        result.encodings.push_back(encoderOf(encoding));
    return result;
}

Result<NumberQuery> numberQueryOf(const FindQuery& query) {
    const std::string prefix = toUtf8(query.numberType) + ":";
    Result<NumberQuery> number = parseNumberQuery(prefix + toUtf8(query.text.trimmed()), query.order);
    if (!number && number.error().offset)
        number.error().offset = std::max<ByteOffset>(*number.error().offset, prefix.size()) - prefix.size();
    return number;
}

Result<SearchQuery> searchQueryOf(const FindQuery& query) {
    switch (query.kind) {
        case Kind::Hex:
            return HexQuery{toUtf8(query.text)};
        case Kind::Text:
            return textQueryOf(query);
        case Kind::Number:
            if (const Result<NumberQuery> number = numberQueryOf(query))
                return *number;
            else
                return fail(number.error());
        case Kind::Regex:
            return RegexQuery{.expression = toUtf8(query.text),
                              .ignoreCase = query.letterCase == FindQuery::CaseRule::Ignore};
        case Kind::Run:
            if (const Result<RunQuery> run = parseRunQuery(toUtf8(query.text.trimmed())))
                return *run;
            else
                return fail(run.error());
    }
    return fail(ErrorCode::Unsupported);
}

QString expectedInNumber(const std::string& what) {
    if (what == "larger number")
        return FindQueryText::tr("The second number must not be smaller than the first.");
    if (what == "number in range")
        return FindQueryText::tr("That number does not fit the type.");
    if (what == "tolerance")
        return FindQueryText::tr("Type a tolerance after “~”, such as 0.01.");
    return FindQueryText::tr("Type a number, such as 1000, 0x3E8 or 1..99.");
}

/// For the hex language; see parseHexLanguage.
QString hexLanguageProblem(const Error& error, const QString& text) {
    if (error.detail == "]" || error.detail == ")" || error.detail == "}")
        return FindQueryText::tr("A closing “%1” is missing.").arg(QString::fromStdString(error.detail));
    if (error.detail == "number" || error.detail == "-")
        return FindQueryText::tr("A gap is written {4} or {4-16}.");
    if (error.detail == "larger byte" || error.detail == "larger number")
        return FindQueryText::tr("The second number must not be smaller than the first.");
    if (error.detail == "something to find")
        return FindQueryText::tr("There is nothing to find but gaps.");
    return hexProblem(error, text);
}

}  // namespace

const QStringList& numberTypes() {
    static const QStringList types{u"u8"_s,  u"i8"_s,  u"u16"_s, u"i16"_s, u"u32"_s, u"i32"_s,
                                   u"u64"_s, u"i64"_s, u"f16"_s, u"f32"_s, u"f64"_s};
    return types;
}

FindQuery essential(const FindQuery& query) {
    FindQuery result{.kind = query.kind, .text = query.text, .encoding = {}, .numberType = {}};
    if (query.kind == Kind::Text)
        result.encoding = query.encoding;
    if (query.kind == Kind::Text || query.kind == Kind::Regex)
        result.letterCase = query.letterCase;
    if (query.kind == Kind::Number) {
        result.numberType = query.numberType;
        result.order = query.order;
    }
    return result;
}

Result<Searcher> searcherOf(const FindQuery& query) {
    if (query.text.isEmpty())
        return failAt(ErrorCode::Malformed, 0);
    const Result<SearchQuery> wanted = searchQueryOf(query);
    return wanted ? Searcher::compile(*wanted) : fail(wanted.error());
}

Result<Searcher> searcherOf(const std::vector<FindQuery>& queries) {
    std::vector<SearchQuery> wanted;
    for (const FindQuery& each : queries) {
        Result<SearchQuery> query = searchQueryOf(each);
        if (!query)
            return fail(query.error());
        wanted.push_back(std::move(*query));
    }
    auto searcher = Searcher::compileAll(wanted);
    return searcher ? Result<Searcher>(std::move(*searcher)) : fail(searcher.error().error);
}

Result<std::vector<std::byte>> bytesOf(const FindQuery& query) {
    if (query.kind == Kind::Hex || query.kind == Kind::Run)
        return decodeHex(toUtf8(query.text));
    if (query.kind == Kind::Number) {
        if (query.text.isEmpty())
            return std::vector<std::byte>{};
        const Result<NumberQuery> number = numberQueryOf(query);
        if (!number)
            return fail(number.error());
        if (number->low != number->high)
            return failAt(ErrorCode::Malformed, 0, "number");
        std::vector<std::byte> bytes(sizeOf(number->type));
        storeUnsigned(number->low, std::span(bytes), number->order);
        return bytes;
    }
    const QString encoding = encodingsOf(query).front();
    if (const auto bytes = TextDecoder(encoding).encode(query.text))
        return toVector(*bytes);
    return fail(ErrorCode::Unsupported, toUtf8(query.text));
}

Result<TypedReplacement> replacementOf(const FindQuery& replacing, const Searcher& searcher) {
    if (replacing.kind == Kind::Regex) {
        Result<ReplacementTemplate> pattern =
            ReplacementTemplate::parse(toUtf8(replacing.text), searcher.captureNames());
        return pattern ? Result<TypedReplacement>(std::move(*pattern)) : fail(pattern.error());
    }
    Result<std::vector<std::byte>> bytes = bytesOf(replacing);
    return bytes ? Result<TypedReplacement>(std::move(*bytes)) : fail(bytes.error());
}

QString replacementProblem(const Error& error, const FindQuery& replacing) {
    if (replacing.kind != Kind::Regex)
        return queryProblem(error, replacing);
    const auto at = error.offset.value_or(0) + 1;
    if (error.detail == "part of the match")
        return FindQueryText::tr("The expression has no part of that name, at character %1.").arg(at);
    return FindQueryText::tr(
               "Not understood, at character %1. Write $1 or ${name} for a part of the match, "
               "\\xNN for a byte, \\$ for a $.")
        .arg(at);
}

QString queryProblem(const Error& error, const FindQuery& query) {
    if (query.text.isEmpty())
        return {};
    if (error.code == ErrorCode::LimitReached)
        return FindQueryText::tr("This is too large to look for.");
    switch (query.kind) {
        case Kind::Text:
            return FindQueryText::tr("%1 cannot write all of these characters.").arg(query.encoding);
        case Kind::Number:
            return expectedInNumber(error.detail);
        case Kind::Regex:
            return FindQueryText::tr("Not a regular expression, at character %1: %2.")
                .arg(error.offset.value_or(0) + 1)
                .arg(QString::fromStdString(error.detail));
        case Kind::Run:
            return FindQueryText::tr("Write a run as 00:16, ?:8 or ^00.");
        case Kind::Hex:
            break;
    }
    return hexLanguageProblem(error, query.text);
}

QString givenUpText(const GivenUp& gaveUp) {
    const QString at = offsetText(gaveUp.at);
    switch (gaveUp.reason) {
        case GiveUpReason::Steps:
            return FindQueryText::tr(
                       "Given up at %1: there are too many ways to match. Nothing is known of what "
                       "lies behind it.")
                .arg(at);
        case GiveUpReason::Memory:
            return FindQueryText::tr(
                       "Given up at %1: matching takes too much memory there. Nothing is known of "
                       "what lies behind it.")
                .arg(at);
        case GiveUpReason::Length:
            return FindQueryText::tr(
                       "Given up at %1: a match would be too long. Nothing is known of what lies "
                       "behind it.")
                .arg(at);
        case GiveUpReason::Time:
            return FindQueryText::tr(
                       "Given up at %1: matching takes too long there. Nothing is known of what lies "
                       "behind it.")
                .arg(at);
    }
    return {};
}

QString describe(const FindQuery& query) {
    switch (query.kind) {
        case Kind::Hex:
            return query.text;
        case Kind::Text:
            return query.encoding == kEveryUnicode
                       ? FindQueryText::tr("“%1” in every Unicode encoding").arg(query.text)
                       : FindQueryText::tr("“%1” in %2").arg(query.text, query.encoding);
        case Kind::Number:
            return query.numberType + u' ' + query.text;
        case Kind::Regex:
            return u'/' + query.text + u'/';
        case Kind::Run:
            return FindQueryText::tr("run %1").arg(query.text);
    }
    return {};
}

}  // namespace octavo
