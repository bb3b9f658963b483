#pragma once

#include <array>
#include <cstdint>

#include <QPalette>
#include <QStringList>
#include <QSyntaxHighlighter>

#include "core/structure/format_problem.h"

namespace octavo {

/// What a stretch of a description's text is, as far as its colour goes.
enum class FormatWord : std::uint8_t {
    Key,   ///< one that the language knows
    Name,  ///< what the description names itself, and types of its own
    Type,  ///< one that the language has: u4, strz
    Text,  ///< quoted, or in plain words
    Number,
    Operator,  ///< "and", "true", "_io": a word of the language of expressions
    Comment,
};
inline constexpr std::size_t kFormatWords = 7;

/// The colour of a word on the palette's base, and on the alternate one. Contrast: at least 4.5:1 (WCAG AA),
/// as far as the palette's own text has it.
[[nodiscard]] QColor formatWordColour(FormatWord word, const QPalette& palette);

/// All keys of the language, all types that it has (byte orders included), and the words of its expressions,
/// each in alphabetical order.
[[nodiscard]] const QStringList& formatKeys();
[[nodiscard]] const QStringList& formatTypes();
[[nodiscard]] const QStringList& expressionWords();
/// Whether the value of a key is an expression.
[[nodiscard]] bool isExpressionKey(QStringView key);

/// A line of a description taken apart: "  - id: magic  # comment". Indices of UTF-16 units.
struct FormatLine {
    qsizetype indentation = 0;  ///< of the key, behind the dashes of lists
    qsizetype keyBegin = 0;
    qsizetype keyEnd = 0;  ///< keyBegin: there is no key
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0;  ///< behind it there are spaces and a comment

    [[nodiscard]] QStringView key(QStringView line) const;
    [[nodiscard]] QStringView value(QStringView line) const {
        return line.sliced(valueBegin, valueEnd - valueBegin);
    }
    /// The text follows on the next lines, further in: behind | or >.
    [[nodiscard]] bool beginsBlock(QStringView line) const;
};
[[nodiscard]] FormatLine formatLine(QStringView line);

/// The names that the text of a description gives to things, whether it can be loaded or not; sorted, each
/// once.
struct FormatNames {
    QStringList fields;
    QStringList types;
    QStringList enumerations;
    QStringList members;  ///< "compression::deflate"
};
[[nodiscard]] FormatNames namesIn(const QString& text);

/// What may stand at a place of a description and begins with what stands before it.
struct FormatCompletion {
    QString begun;
    QStringList words;  ///< all that may stand there
};
/// `line` is the line up to the caret.
[[nodiscard]] FormatCompletion completionAt(QStringView line, const FormatNames& names);

/// Spaces of one level.
inline constexpr qsizetype kFormatIndentation = 2;
/// How the line behind this one begins: as its key, one level further in behind a key whose value follows.
[[nodiscard]] qsizetype indentationBehind(QStringView line);

/// The end of the word in a line that a problem is about. REQUIRES: begin <= line.size().
[[nodiscard]] qsizetype endOfProblem(QStringView line, qsizetype begin, const FormatProblem& problem);

/// Colours the text of a description (.ksy). UI thread.
class FormatHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    FormatHighlighter(QTextDocument* document, const QPalette& palette);

    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    void colour(qsizetype begin, qsizetype end, FormatWord word);
    bool colourBlockLine(const QString& text);
    void colourValue(QStringView line, const FormatLine& parts);
    void colourWords(QStringView line, qsizetype begin, qsizetype end);

    std::array<QColor, kFormatWords> colours_;
};

}  // namespace octavo
