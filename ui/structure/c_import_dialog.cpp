#include "ui/structure/c_import_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/structure/format_highlighter.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelayMs = 150;

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// The place of a byte of a text, for people: lines and characters from 1 on.
QPair<qsizetype, qsizetype> placeOf(const QByteArray& utf8, std::uint64_t offset) {
    const QByteArray before = utf8.left(static_cast<qsizetype>(offset));
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1, QString::fromUtf8(before.sliced(lineBegin)).size() + 1};
}

}  // namespace

CImportDialog::CImportDialog(DocumentContext& context, QWidget* parent)
    : FormDialog(tr("Describe by C Declarations"), tr("&Make Description"), parent),
      context_(context),
      declarations_(new QPlainTextEdit(this)),
      abi_(new QComboBox(this)),
      packed_(new QCheckBox(tr("&Packed, without gaps for alignment"), this)),
      order_(new QComboBox(this)),
      root_(new QLineEdit(this)),
      name_(new QLineEdit(this)),
      result_(new QPlainTextEdit(this)) {
    buildForm();
    soon_.setSingleShot(true);
    soon_.setInterval(kDelayMs);
    connect(&soon_, &QTimer::timeout, this, &CImportDialog::make);
    const auto later = [this] {
        showHint(statusText());  // what is shown is of other declarations
        soon_.start();
    };
    connect(declarations_, &QPlainTextEdit::textChanged, this, later);
    connect(abi_, &QComboBox::currentIndexChanged, this, later);
    connect(order_, &QComboBox::currentIndexChanged, this, later);
    connect(packed_, &QCheckBox::toggled, this, later);
    connect(root_, &QLineEdit::textChanged, this, later);
    connect(name_, &QLineEdit::textChanged, this, later);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT described(result_->toPlainText()); });
    make();
}

void CImportDialog::buildForm() {
    for (QPlainTextEdit* each : {declarations_, result_}) {
        each->setFont(valueFont());
        each->setLineWrapMode(QPlainTextEdit::NoWrap);
        each->setTabChangesFocus(true);
        each->setMinimumHeight(9 * each->fontMetrics().lineSpacing());
    }
    declarations_->setPlaceholderText(u"struct header {\n    uint32_t magic;\n    uint16_t count;\n};"_s);
    result_->setReadOnly(true);
    new FormatHighlighter(result_->document(), palette());
    for (const NamedCAbi& each : kNamedCAbis)
        abi_->addItem(latin(each.name));
    order_->addItem(tr("Little-endian"), static_cast<int>(ByteOrder::Little));
    order_->addItem(tr("Big-endian"), static_cast<int>(ByteOrder::Big));
    root_->setPlaceholderText(tr("the last one"));
    name_->setText(u"my_format"_s);
    addField(tr("&C declarations:"), declarations_);
    addField(tr("&ABI:"), abi_);
    form().addRow(QString(), packed_);
    addField(tr("&Byte order:"), order_);
    addField(tr("&Structure to read:"), root_);
    addField(tr("&Name of the description:"), name_);
    addField(tr("&Description:"), result_);
    setMinimumWidth(110 * fontMetrics().averageCharWidth());
}

CAbi CImportDialog::abi() const {
    CAbi chosen = kNamedCAbis[static_cast<std::size_t>(std::max(abi_->currentIndex(), 0))].abi;
    chosen.isPacked = packed_->isChecked();
    chosen.order = static_cast<ByteOrder>(order_->currentData().toInt());
    return chosen;
}

void CImportDialog::make() {
    const std::string text = toUtf8(declarations_->toPlainText());
    if (declarations_->document()->isEmpty()) {
        making_.cancel();
        result_->clear();
        return showHint(tr("Paste structures, unions and enumerations of a C header."));
    }
    auto work = [text, abi = abi(), id = toUtf8(name_->text()), root = toUtf8(root_->text().trimmed())](
                    const JobContext&) -> Result<std::string> { return formatFromC(text, abi, id, root); };
    making_ = context_.jobs().run(
        {.title = tr("Reading C declarations"), .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt},
        std::move(work), this, [this](const Result<std::string>& made) { take(made); });
}

void CImportDialog::take(const Result<std::string>& made) {
    declarations_->setExtraSelections({});
    if (made) {
        result_->setPlainText(QString::fromStdString(*made));
        return showOutcome(tr("The editor opens with this description."));
    }
    result_->clear();
    showProblem(reason(made.error()));
    if (made.error().code != ErrorCode::Malformed || !made.error().offset)
        return;
    const auto [line, column] = placeOf(declarations_->toPlainText().toUtf8(), *made.error().offset);
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(declarations_->document()->findBlockByNumber(static_cast<int>(line) - 1));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                             static_cast<int>(column) - 1);
    if (!mark.cursor.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor))
        mark.cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(toneColour(StatusTone::Problem, palette()));
    declarations_->setExtraSelections({mark});
}

QString CImportDialog::reason(const Error& error) const {
    switch (error.code) {
        case ErrorCode::Malformed: {
            const auto [line, column] =
                placeOf(declarations_->toPlainText().toUtf8(), error.offset.value_or(0));
            return tr("Line %1, column %2: expected %3.")
                .arg(line)
                .arg(column)
                .arg(toDisplayText(error.detail));
        }
        case ErrorCode::NotFound:
            return root_->text().trimmed().isEmpty()
                       ? tr("There is no structure and no union in these declarations.")
                       : tr("There is no structure and no union called “%1”.").arg(root_->text().trimmed());
        case ErrorCode::LimitReached:
            return tr(
                "These declarations are too many or too large. Leave out what the structure does not need.");
        default:
            return messageFor(error);
    }
}

}  // namespace octavo
