#include "ui/structure/field_change_message.h"

#include <QCoreApplication>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

struct FieldChangeMessages {
    Q_DECLARE_TR_FUNCTIONS(octavo::FieldChangeMessages)
};

QString numberText(Int128 value) {
    return QString::fromStdString(integerText(value));
}

QString adjustedFields(const FieldChange& change) {
    QStringList fields;
    for (const FieldChange::Adjusted& each : change.adjusted)
        fields << FieldChangeMessages::tr("%1 from %2 to %3")
                      .arg(QString::fromStdString(each.path), numberText(each.before),
                           numberText(each.after));
    return fields.join(QStringLiteral(", "));
}

}  // namespace

QString refusalText(const Error& error) {
    const std::string& detail = error.detail;
    if (error.code == ErrorCode::OutOfRange || error.code == ErrorCode::Malformed)
        return FieldChangeMessages::tr("Expected: %1.").arg(QString::fromStdString(detail));
    if (detail == kFieldIsComputed)
        return FieldChangeMessages::tr("It is calculated from other fields; change those.");
    if (detail == kFieldIsNoValue)
        return FieldChangeMessages::tr("It is no single value; change what lies in it.");
    if (detail == kFieldHasNoWayBack)
        return FieldChangeMessages::tr("What its bytes were decoded with has no way back.");
    if (detail == kItemEndsArray)
        return FieldChangeMessages::tr("The array ends by this item; change those before it.");
    if (detail == kFieldChangesLength)
        return FieldChangeMessages::tr(
            "It would be longer or shorter, and no field says how long it is. Change the bytes themselves.");
    return FieldChangeMessages::tr("It is not there, or not whole.");
}

QString adjustmentText(const FieldChange& change) {
    const QString fields = adjustedFields(change);
    if (fields.isEmpty())
        return FieldChangeMessages::tr("This changes its length: what lies behind it moves.");
    return FieldChangeMessages::tr("This changes its length, so it also sets %1. What lies behind it moves.")
        .arg(fields);
}

QString itemEditText(const FieldChange& change) {
    const bool isAdded = !change.bytes.empty();
    const QString size = sizeText(isAdded ? change.bytes.size() : change.range.size());
    const QString fields = adjustedFields(change);
    if (fields.isEmpty())
        return (isAdded ? FieldChangeMessages::tr("This inserts %1: what lies behind moves.")
                        : FieldChangeMessages::tr("This removes %1: what lies behind moves."))
            .arg(size);
    return (isAdded ? FieldChangeMessages::tr("This inserts %1 and sets %2. What lies behind moves.")
                    : FieldChangeMessages::tr("This removes %1 and sets %2. What lies behind moves."))
        .arg(size, fields);
}

}  // namespace octavo
