#include "ui/dialogs/input_problem.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

struct InputProblem {
    Q_DECLARE_TR_FUNCTIONS(octavo::InputProblem)
};

/// The index of the character that byte `offset` of the text's UTF-8 belongs to.
qsizetype indexOfByte(const QString& text, ByteOffset offset) {
    const QByteArray utf8 = text.toUtf8();
    const auto at =
        static_cast<qsizetype>(std::min<ByteOffset>(offset, static_cast<ByteOffset>(utf8.size())));
    return QString::fromUtf8(utf8.left(at)).size();
}

/// That character; empty at the text's end.
QString characterAt(const QString& text, ByteOffset offset) {
    const qsizetype index = indexOfByte(text, offset);
    if (index >= text.size())
        return {};
    return text.at(index).isHighSurrogate() ? text.mid(index, 2) : text.mid(index, 1);
}

}  // namespace

QString offsetProblem(const Error& error, const QString& text, ByteCount size) {
    if (error.code == ErrorCode::OutOfRange) {
        return InputProblem::tr("That lies outside the document, which ends at %1.").arg(offsetText(size));
    }
    if (error.code == ErrorCode::TooLarge)
        return InputProblem::tr("That number is too large.");
    const ByteOffset at = error.offset.value_or(0);
    const QString character = characterAt(text, at);
    if (character.isEmpty())
        return InputProblem::tr("Something is missing at the end.");
    return InputProblem::tr(
               "“%1” at character %2 is not understood. Write numbers as 4096, 0x1000 or 4k, "
               "joined by + - * /.")
        .arg(character, QString::number(indexOfByte(text, at) + 1));
}

QString hexProblem(const Error& error, const QString& text) {
    const QString character = characterAt(text, error.offset.value_or(0));
    if (character.isEmpty())
        return InputProblem::tr("The last byte needs a second digit.");
    if (character.front().isSpace())
        return InputProblem::tr("A byte is two digits: one stands alone before the space.");
    return InputProblem::tr("“%1” is not a hexadecimal digit.").arg(character);
}

}  // namespace octavo
