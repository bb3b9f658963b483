#include "ui/dialogs/go_to_dialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>

#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

using namespace Qt::StringLiterals;

GoToDialog::GoToDialog(ByteCount size, ByteOffset caret, QWidget* parent)
    : FormDialog(tr("Go to Offset"), tr("&Go"), parent),
      size_(size),
      caret_(caret),
      text_(new QLineEdit(this)),
      origin_(new QButtonGroup(this)),
      recordSize_(new QLineEdit(this)),
      recordStart_(new QLineEdit(this)),
      extend_(new QCheckBox(tr("Se&lect from the caret to there"), this)) {
    text_->setFont(valueFont());
    text_->setPlaceholderText(tr("0x1000, 4k, end-16, here+0x20, sector 12, record 7+4"));
    text_->setClearButtonEnabled(true);
    addField(tr("&Offset:"), text_);
    buildOrigins();
    buildRecords();
    form().addRow(QString(), extend_);

    setTabOrder(origin_->button(static_cast<int>(Origin::End)), recordSize_);
    setTabOrder(recordSize_, recordStart_);
    setTabOrder(recordStart_, extend_);
    for (const QLineEdit* each : {text_, recordSize_, recordStart_})
        connect(each, &QLineEdit::textChanged, this, &GoToDialog::refresh);
    connect(origin_, &QButtonGroup::idToggled, this, &GoToDialog::refresh);
    text_->setFocus();
    refresh();
}

void GoToDialog::buildOrigins() {
    auto* origins = new QWidget(this);
    auto* row = new QHBoxLayout(origins);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addOrigin = [&](Origin which, const QString& label) {
        auto* button = new QRadioButton(label, origins);
        origin_->addButton(button, static_cast<int>(which));
        row->addWidget(button);
    };
    addOrigin(Origin::Start, tr("&start"));
    addOrigin(Origin::Caret, tr("&caret"));
    addOrigin(Origin::End, tr("&end, backwards"));
    row->addStretch();
    origin_->button(static_cast<int>(Origin::Start))->setChecked(true);
    form().addRow(tr("Counted from:"), origins);
}

void GoToDialog::buildRecords() {
    auto* records = new QWidget(this);
    auto* row = new QHBoxLayout(records);
    row->setContentsMargins(0, 0, 0, 0);
    recordSize_->setFont(valueFont());
    recordSize_->setPlaceholderText(tr("none"));
    recordStart_->setFont(valueFont());
    recordStart_->setPlaceholderText(u"0"_s);
    auto* startLabel = new QLabel(tr("&first at:"), records);
    startLabel->setBuddy(recordStart_);
    recordStart_->setAccessibleName(tr("Start of record 0"));
    row->addWidget(recordSize_, 1);
    row->addWidget(startLabel);
    row->addWidget(recordStart_, 1);
    records->setFocusProxy(recordSize_);
    addField(tr("&Record size:"), records);
    recordSize_->setAccessibleName(tr("Record size"));
}

bool GoToDialog::extendsSelection() const {
    return extend_->isChecked();
}

void GoToDialog::setText(const QString& text) {
    text_->setText(text);
    text_->selectAll();
}

void GoToDialog::setSectorSize(ByteCount size) {
    sectorSize_ = size;
    refresh();
}

void GoToDialog::setRecords(const RecordLayout& records) {
    recordSize_->setText(records.size > 0 ? QString::number(records.size) : QString());
    recordStart_->setText(records.start > 0 ? hexText(records.start) : QString());
}

GoToDialog::Origin GoToDialog::origin() const {
    return static_cast<Origin>(origin_->checkedId());
}

Result<ByteOffset> GoToDialog::parse() const {
    const std::string typed = toUtf8(text_->text());
    const OffsetScope scope{.size = size_,
                            .caret = caret_,
                            .sectorSize = sectorSize_,
                            .isRelative = origin() == Origin::Caret,
                            .records = records_.value_or(RecordLayout{})};
    if (origin() == Origin::Start)
        return parseOffset(typed, scope);
    // "12" from the caret is "+12", from the end "-12"; what already has a sign or names its place stays as
    // it is.
    const bool isPlain =
        !typed.empty() && (typed.front() == '(' || (typed.front() >= '0' && typed.front() <= '9'));
    if (!isPlain)
        return parseOffset(typed, scope);
    const std::string prefix = origin() == Origin::Caret ? "here+(" : "end-(";
    Result<ByteOffset> result = parseOffset(prefix + typed + ")", scope);
    if (!result && result.error().offset) {
        Error moved = result.error();
        const ByteOffset index = *moved.offset;
        moved.offset = index < prefix.size() ? 0 : std::min<ByteOffset>(index - prefix.size(), typed.size());
        return fail(std::move(moved));
    }
    return result;
}

/// Both fields as records, or nothing when they cannot be read.
void GoToDialog::readRecords() {
    records_.reset();
    RecordLayout records;
    const auto read = [](const QLineEdit& field, ByteCount& into) {
        if (field.text().trimmed().isEmpty())
            return true;
        const auto value = parseByteCount(toUtf8(field.text()));
        into = value.value_or(0);
        return value.has_value();
    };
    if (read(*recordSize_, records.size) && read(*recordStart_, records.start))
        records_ = records;
}

void GoToDialog::showRecordProblem() {
    const bool isSize =
        !parseByteCount(toUtf8(recordSize_->text())) && !recordSize_->text().trimmed().isEmpty();
    const QLineEdit& field = isSize ? *recordSize_ : *recordStart_;
    const auto value = parseByteCount(toUtf8(field.text()));
    showProblem((isSize ? tr("Record size: %1") : tr("Start of record 0: %1"))
                    .arg(offsetProblem(value.error(), field.text(), size_)));
}

void GoToDialog::refresh() {
    target_.reset();
    readRecords();
    if (!records_) {
        showRecordProblem();
        return;
    }
    if (text_->text().trimmed().isEmpty()) {
        showHint(
            tr("The document ends at %1; the caret is at %2.").arg(offsetText(size_), offsetText(caret_)));
        return;
    }
    const Result<ByteOffset> result = parse();
    if (result) {
        target_ = *result;
        showOutcome(outcomeOf(*result));
        return;
    }
    const auto place = static_cast<qsizetype>(result.error().offset.value_or(0));
    if (result.error().code == ErrorCode::Malformed && records_->size == 0 &&
        text_->text().toUtf8().sliced(place).startsWith("record"))
        showProblem(tr("Fill in the record size, so that records can be counted."));
    else
        showProblem(offsetProblem(result.error(), text_->text(), size_));
}

QString GoToDialog::outcomeOf(ByteOffset target) const {
    QString outcome = tr("Goes to %1").arg(offsetText(target));
    if (target == size_) {
        outcome += tr(", the end");
    } else if (target > caret_) {
        outcome += tr(", %1 bytes on").arg(decimalText(target - caret_));
    } else if (target < caret_) {
        outcome += tr(", %1 bytes back").arg(decimalText(caret_ - target));
    }
    static const QRegularExpression namesSectors(u"\\d[sS]\\b|\\bsector\\b"_s);
    if (text_->text().contains(namesSectors))
        outcome += tr(", in sector %1 of %2 bytes each")
                       .arg(decimalText(target / sectorSize_), decimalText(sectorSize_));
    if (records_->size > 0 && target >= records_->start) {
        const ByteCount distance = target - records_->start;
        outcome += tr(", record %1 + %2")
                       .arg(decimalText(distance / records_->size), decimalText(distance % records_->size));
    }
    return outcome + u'.';
}

}  // namespace octavo
