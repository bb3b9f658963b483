#include "ui/base/pointer_choice.h"

#include <QCoreApplication>

#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct PointerText {
    Q_DECLARE_TR_FUNCTIONS(octavo::PointerText)
};

}  // namespace

Result<PointerForm> formOf(const PointerChoice& choice, const OffsetScope& scope) {
    PointerForm form = choice.form;
    form.base = 0;
    if (choice.base.trimmed().isEmpty())
        return form;
    const auto base = parseDistance(toUtf8(choice.base), scope);
    if (!base)
        return fail(base.error());
    form.base = *base;
    return form;
}

PointerPlace pointerPlace(ByteRange selection, ByteOffset caret, int width) {
    if (selection.isEmpty())
        return {.at = caret, .width = width};
    const bool isPointer = selection.size() <= ByteCount{PointerForm::kMaxWidth};
    return {.at = selection.begin, .width = isPointer ? static_cast<int>(selection.size()) : width};
}

QString pointerValueText(const PointerReading& reading) {
    const QString sign = reading.isNegative ? u"\u2212"_s : QString();
    const QString hex = sign + hexText(reading.magnitude);
    if (reading.magnitude < 10 && !reading.isNegative)
        return decimalText(reading.magnitude);
    return u"%1 (%2)"_s.arg(hex, sign + decimalText(reading.magnitude));
}

QString pointerOutcome(const PointerReading& reading, ByteCount size) {
    const QString value = pointerValueText(reading);
    const QString place = hexText(reading.bytes.begin);
    if (!reading.target)
        return PointerText::tr("The pointer at %1 says %2, which leads outside the document: it ends at %3.")
            .arg(place, value, offsetText(size));
    return PointerText::tr("The pointer at %1 says %2 and leads to %3.")
        .arg(place, value, offsetText(*reading.target));
}

QString pointerProblem(const Error& error, int width) {
    const QString place = hexText(error.offset.value_or(0));
    if (error.code == ErrorCode::OutOfRange)
        return PointerText::tr("The document ends within the pointer of %1 bytes at %2.")
            .arg(QString::number(width), place);
    return PointerText::tr("The pointer at %1 cannot be read.").arg(place);
}

}  // namespace octavo
