#include "ui/structure/format_highlighter.h"

#include <algorithm>

#include <QTextDocument>

#include "core/structure/expression_methods.h"
#include "ui/hexview/hex_colors.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastContrast = 4.5;
constexpr std::array<QRgb, kFormatWords> kOnLight = {0xff1f5f9f, 0xff6f3c9e, 0xff0b6868, 0xff1d7038,
                                                     0xff8a4b00, 0xffa0306f, 0xff667080};
constexpr std::array<QRgb, kFormatWords> kOnDark = {0xff7fb4e8, 0xffcdb0f2, 0xff72d2ca, 0xff9fd38f,
                                                    0xfff0bf6a, 0xfff29ac8, 0xff98a1ac};
constexpr std::array<QRgb, kFormatWords> kOnBlack = {0xff7fd4ff, 0xffe6c8ff, 0xff7fffd4, 0xffb6ff9e,
                                                     0xffffd27f, 0xffffb3e6, 0xffc8c8c8};

QStringList words(QStringView text) {
    return text.toString().split(u' ');
}

bool isAmong(const QStringList& all, QStringView word) {
    return std::binary_search(all.begin(), all.end(), word,
                              [](const auto& a, const auto& b) { return QStringView(a) < QStringView(b); });
}

bool isNamePart(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

/// The index behind a quoted text that begins at `at`; the end of the line where it does not end.
qsizetype endOfQuoted(QStringView line, qsizetype at) {
    const QChar quote = line[at];
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (quote == u'"' && line[i] == u'\\')
            ++i;
        else if (line[i] == quote)
            return i + 1;
    }
    return line.size();
}

/// Where the comment of a line begins: a # at its start or behind a space, outside quotes.
qsizetype commentOf(QStringView line, qsizetype from) {
    bool isWordStart = true;
    for (qsizetype i = from; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'#' && isWordStart)
            return i;
        if ((c == u'"' || c == u'\'') && (isWordStart || !isNamePart(line[i - 1])))
            i = endOfQuoted(line, i) - 1;
        isWordStart = c == u' ';
    }
    return line.size();
}

/// The end of the key that begins at `at`; `at` when there is none.
qsizetype endOfKey(QStringView line, qsizetype at) {
    if (at >= line.size() || line[at] == u'#' || line[at] == u'[' || line[at] == u'{')
        return at;
    qsizetype end = at;
    if (line[at] == u'"' || line[at] == u'\'') {
        end = endOfQuoted(line, at);
    } else {
        const auto isColon = [line](qsizetype i) {
            return line[i] == u':' && (i + 1 == line.size() || line[i + 1] == u' ');
        };
        while (end < line.size() && !isColon(end) && !(line[end] == u'#' && line[end - 1] == u' '))
            ++end;
    }
    qsizetype colon = end;
    while (colon < line.size() && line[colon] == u' ')
        ++colon;
    return colon < line.size() && line[colon] == u':' ? end : at;
}

/// Follows the keys around each line, from the top.
class NameCollector {
public:
    void add(QStringView line) {
        const FormatLine parts = formatLine(line);
        if (parts.valueEnd == parts.valueBegin && parts.keyEnd == parts.keyBegin)
            return;
        if (blockIndentation_ >= 0 && parts.indentation > blockIndentation_)
            return;
        blockIndentation_ = -1;
        while (!around_.isEmpty() && around_.back().indentation >= parts.indentation)
            around_.removeLast();
        const QString key = parts.key(line).toString();
        if (key.isEmpty())
            return;
        note(key, parts.value(line).toString());
        around_.append({parts.indentation, key});
        if (parts.beginsBlock(line))
            blockIndentation_ = parts.indentation;
    }

    FormatNames names() {
        for (QStringList* each : {&made_.fields, &made_.types, &made_.enumerations, &made_.members}) {
            each->sort();
            each->removeDuplicates();
        }
        return std::move(made_);
    }

private:
    struct Level {
        qsizetype indentation = 0;
        QString key;
    };

    [[nodiscard]] QString around(qsizetype levels) const {
        return around_.size() >= levels ? around_[around_.size() - levels].key : QString();
    }

    void note(const QString& key, const QString& value) {
        const QString parent = around(1);
        if (parent == u"types")
            made_.types << key;
        else if (parent == u"enums")
            made_.enumerations << key;
        else if (parent == u"instances")
            made_.fields << key;
        else if (key == u"id" && (parent == u"seq" || parent == u"params"))
            made_.fields << value;
        else if (around(2) == u"enums" && !value.isEmpty())
            made_.members << parent + u"::"_s + value;
        else if (around(3) == u"enums" && key == u"id")
            made_.members << around(2) + u"::"_s + value;
    }

    FormatNames made_;
    QList<Level> around_;
    qsizetype blockIndentation_ = -1;
};

QStringList encodingNames() {
    return words(
        u"ASCII UTF-8 UTF-16LE UTF-16BE UTF-32LE UTF-32BE ISO-8859-1 IBM437 Shift_JIS EUC-JP "
        u"EUC-KR GB2312 GBK Big5 windows-1251 windows-1252");
}

QStringList wordsForValue(QStringView key, QStringView line, const FormatNames& names) {
    if (key == u"type")
        return names.types + formatTypes();
    if (key == u"enum" || key == u"in-enum")
        return names.enumerations;
    if (key == u"encoding")
        return encodingNames();
    if (key == u"endian" || key == u"bit-endian")
        return {u"le"_s, u"be"_s};
    if (key == u"repeat")
        return words(u"eos expr until");
    if (key == u"size-eos" || key == u"include" || key == u"consume" || key == u"eos-error")
        return {u"true"_s, u"false"_s};
    if (!isExpressionKey(key))
        return {};
    if (line.endsWith(u'.')) {
        QStringList members = names.fields;
        for (const Method& each : methods())
            members << QString::fromUtf8(each.name.data(), static_cast<qsizetype>(each.name.size()));
        return members;
    }
    QStringList all = names.fields + expressionWords() + names.members;
    if (key == u"process")
        all += words(u"rol ror xor zlib");
    return all;
}

}  // namespace

QColor formatWordColour(FormatWord word, const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    const QColor alternate = palette.color(QPalette::AlternateBase);
    const QColor text = palette.color(QPalette::Text);
    const auto& tones = base.rgb() == 0xff000000 ? kOnBlack : base.lightness() < 128 ? kOnDark : kOnLight;
    const QColor wanted(tones[static_cast<std::size_t>(word)]);
    const auto isLegible = [&](const QColor& colour) {
        return std::min(contrastRatio(colour, base), contrastRatio(colour, alternate)) >= kLeastContrast;
    };
    QColor over = text;
    for (int tenths = 0; tenths < 10; ++tenths) {
        over.setAlphaF(static_cast<float>(tenths) / 10.0F);
        const QColor colour = blended(over, wanted);
        if (isLegible(colour))
            return colour;
    }
    return text;
}

const QStringList& formatKeys() {
    static const QStringList keys = words(
        u"-detect -orig-id -time -webide-representation any-of application bit-endian cases "
        u"consume contents doc doc-ref encoding endian enum enums eos-error eq expr "
        u"file-extension id if imports in-enum include instances io ks-debug ks-opaque-types "
        u"ks-version ks-zero-copy-substream license max meta mime min pad-right params parent "
        u"pos process repeat repeat-expr repeat-until seq size size-eos switch-on tags "
        u"terminator title to-string type types valid value xref");
    return keys;
}

const QStringList& formatTypes() {
    static const QStringList types = [] {
        QStringList made = words(u"any bool bytes io str struct strz");
        for (const QString& each : {u"u"_s, u"s"_s, u"f"_s}) {
            for (const int size : {1, 2, 4, 8}) {
                if (each == u"f"_s && size < 4)
                    continue;
                const QString name = each + QString::number(size);
                made << name;
                if (size > 1)
                    made << name + u"le"_s << name + u"be"_s;
            }
        }
        for (int bits = 1; bits <= 64; ++bits)
            made << u'b' + QString::number(bits);
        made.sort();
        return made;
    }();
    return types;
}

const QStringList& expressionWords() {
    static const QStringList all =
        words(u"_ _index _io _parent _root _sizeof and as bitsizeof false not or sizeof true");
    return all;
}

bool isExpressionKey(QStringView key) {
    static const QStringList keys = words(
        u"any-of eq expr if io max min parent pos process repeat-expr repeat-until size "
        u"switch-on to-string valid value");
    return isAmong(keys, key);
}

QStringView FormatLine::key(QStringView line) const {
    QStringView text = line.sliced(keyBegin, keyEnd - keyBegin).trimmed();
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\''))
        text = text.sliced(1, text.size() - 2);
    return text;
}

bool FormatLine::beginsBlock(QStringView line) const {
    const QStringView text = value(line);
    return !text.isEmpty() && text.size() <= 3 && (text.front() == u'|' || text.front() == u'>');
}

FormatLine formatLine(QStringView line) {
    FormatLine made;
    qsizetype at = 0;
    const auto skipSpaces = [&at, line] {
        while (at < line.size() && line[at] == u' ')
            ++at;
    };
    skipSpaces();
    while (at < line.size() && line[at] == u'-' && (at + 1 == line.size() || line[at + 1] == u' ')) {
        ++at;
        skipSpaces();
    }
    made.indentation = made.keyBegin = at;
    made.keyEnd = endOfKey(line, at);
    if (made.keyEnd > made.keyBegin) {
        at = line.indexOf(u':', made.keyEnd) + 1;
        skipSpaces();
    }
    made.valueBegin = at;
    made.valueEnd = commentOf(line, at);
    while (made.valueEnd > made.valueBegin && line[made.valueEnd - 1].isSpace())
        --made.valueEnd;
    return made;
}

FormatNames namesIn(const QString& text) {
    NameCollector collector;
    for (const QStringView line : QStringView(text).split(u'\n'))
        collector.add(line);
    return collector.names();
}

FormatCompletion completionAt(QStringView line, const FormatNames& names) {
    const FormatLine parts = formatLine(line);
    FormatCompletion made;
    if (parts.keyEnd > parts.keyBegin) {
        qsizetype begin = line.size();
        const auto isPart = [](QChar c) {
            return c.isLetterOrNumber() || c == u'_' || c == u':' || c == u'-';
        };
        while (begin > parts.valueBegin && isPart(line[begin - 1]))
            --begin;
        made.begun = line.sliced(begin).toString();
        made.words = wordsForValue(parts.key(line), line.first(begin), names);
    } else {
        made.begun = line.sliced(parts.indentation).toString();
        for (const QString& each : formatKeys())
            made.words << each + u": "_s;
    }
    made.words.sort();
    made.words.removeDuplicates();
    return made;
}

qsizetype indentationBehind(QStringView line) {
    const FormatLine parts = formatLine(line);
    const bool opens =
        parts.keyEnd > parts.keyBegin && (parts.valueBegin == parts.valueEnd || parts.beginsBlock(line));
    return parts.indentation + (opens ? kFormatIndentation : 0);
}

qsizetype endOfProblem(QStringView line, qsizetype begin, const FormatProblem& problem) {
    const QString subject = QString::fromStdString(problem.subject);
    qsizetype end = begin;
    if (!subject.isEmpty() && line.sliced(begin).startsWith(subject))
        end = begin + subject.size();
    while (end < line.size() && (end == begin || isNamePart(line[end])))
        ++end;
    return end;
}

FormatHighlighter::FormatHighlighter(QTextDocument* document, const QPalette& palette)
    : QSyntaxHighlighter(document) {
    setPalette(palette);
}

void FormatHighlighter::setPalette(const QPalette& palette) {
    for (std::size_t i = 0; i < kFormatWords; ++i)
        colours_[i] = formatWordColour(static_cast<FormatWord>(i), palette);
    rehighlight();
}

void FormatHighlighter::colour(qsizetype begin, qsizetype end, FormatWord word) {
    if (begin < end)
        setFormat(static_cast<int>(begin), static_cast<int>(end - begin),
                  colours_[static_cast<std::size_t>(word)]);
}

/// A line of a text behind | or >; false when that has ended. The state of a line in one, or of the line that
/// begins it: twice the indentation of its key, one more for an expression, plus one.
bool FormatHighlighter::colourBlockLine(const QString& text) {
    const int state = previousBlockState();
    if (state <= 0)
        return false;
    const int indentation = (state - 1) / 2;
    qsizetype at = 0;
    while (at < text.size() && text[at] == u' ')
        ++at;
    if (at < text.size() && at <= indentation)
        return false;
    if ((state - 1) % 2 == 1)
        colourWords(text, at, text.size());
    else
        colour(at, text.size(), FormatWord::Text);
    setCurrentBlockState(state);
    return true;
}

void FormatHighlighter::highlightBlock(const QString& text) {
    setCurrentBlockState(0);
    if (colourBlockLine(text))
        return;
    const FormatLine parts = formatLine(text);
    if (parts.keyEnd > parts.keyBegin) {
        const QStringView key = parts.key(text);
        bool isNumber = false;
        static_cast<void>(key.toString().toLongLong(&isNumber, 0));
        colour(parts.keyBegin, parts.keyEnd,
               isAmong(formatKeys(), key) ? FormatWord::Key
               : isNumber                 ? FormatWord::Number
                                          : FormatWord::Name);
        if (parts.beginsBlock(text))
            setCurrentBlockState(1 + 2 * static_cast<int>(parts.indentation) +
                                 (isExpressionKey(key) ? 1 : 0));
    }
    colourValue(text, parts);
    const qsizetype comment = commentOf(text, parts.valueBegin);
    colour(comment, text.size(), FormatWord::Comment);
}

void FormatHighlighter::colourValue(QStringView line, const FormatLine& parts) {
    const QStringView key = parts.key(line);
    const QStringView value = parts.value(line);
    if (value.isEmpty())
        return;
    const bool isQuotedOrList =
        value.front() == u'"' || value.front() == u'\'' || value.front() == u'[' || value.front() == u'{';
    static const QStringList prose = words(u"application doc doc-ref license title");
    static const QStringList names = words(u"enum id in-enum type");
    if (isAmong(prose, key))
        colour(parts.valueBegin, parts.valueEnd, FormatWord::Text);
    else if (isAmong(names, key) && !isQuotedOrList && !value.contains(u'('))
        colour(parts.valueBegin, parts.valueEnd,
               key == u"type" && isAmong(formatTypes(), value) ? FormatWord::Type : FormatWord::Name);
    else
        colourWords(line, parts.valueBegin, parts.valueEnd);
}

/// Words of an expression, of a list in brackets, or a plain value.
void FormatHighlighter::colourWords(QStringView line, qsizetype begin, qsizetype end) {
    qsizetype at = begin;
    while (at < end) {
        const QChar c = line[at];
        if (c == u'"' || c == u'\'') {
            const qsizetype behind = std::min(endOfQuoted(line, at), end);
            colour(at, behind, FormatWord::Text);
            at = behind;
        } else if (isNamePart(c)) {
            qsizetype behind = at;
            while (behind < end && isNamePart(line[behind]))
                ++behind;
            const QStringView word = line.sliced(at, behind - at);
            if (c.isDigit())
                colour(at, behind, FormatWord::Number);
            else if (isAmong(expressionWords(), word))
                colour(at, behind, FormatWord::Operator);
            else if (isAmong(formatTypes(), word))
                colour(at, behind, FormatWord::Type);
            else if (line.sliced(behind, end - behind).startsWith(u"::") || line.first(at).endsWith(u"::"))
                colour(at, behind, FormatWord::Name);
            at = behind;
        } else {
            ++at;
        }
    }
}

}  // namespace octavo
