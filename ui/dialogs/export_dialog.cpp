#include "ui/dialogs/export_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/base/offset_text.h"
#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/dialogs/ask_where_to_save.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/dialogs/input_problem.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kPreviewSize = 4096;

/// The text of an export up to `limit`; complete or not is told by its length.
Result<std::string> exportedText(const ExportRequest& request, std::size_t limit, const JobContext& job) {
    StringSink sink(limit);
    const Status done = request.format->exportTo(request.snapshot, request.range, request.options, sink, job);
    const bool isCut = !done && done.error().code == ErrorCode::LimitReached && sink.text().size() == limit;
    if (!done && !isCut)
        return fail(done.error());
    Result<std::string> text;
    *text = std::move(sink).take();
    return text;
}

void addRow(QFormLayout* form, const QString& label, QWidget* field) {
    form->addRow(label, field);
    field->setAccessibleName(accessibleNameFromLabel(label));
}

}  // namespace

ExportDialog::ExportDialog(DocumentContext& context, const Registry<ExporterInfo>& formats,
                           FileSystem& fileSystem, QWidget* parent)
    : QDialog(parent),
      context_(context),
      formats_(formats),
      fileSystem_(fileSystem),
      selection_(context.selectedRanges()),
      form_(new QFormLayout),
      format_(new QComboBox(this)),
      what_(new QComboBox(this)),
      bytesPerLine_(new QSpinBox(this)),
      digitCase_(new QComboBox(this)),
      address_(new QLineEdit(this)),
      name_(new QLineEdit(this)),
      preview_(new QPlainTextEdit(this)),
      strip_(new JobStrip(this)),
      status_(new StatusLine(this)),
      copy_(new QPushButton(tr("&Copy"), this)),
      save_(new QPushButton(tr("&Save …"), this)) {
    OCTAVO_EXPECTS(context.document() != nullptr);
    snapshot_ = context.document()->snapshot();
    chosen_ = context.chosenBytes();
    setWindowTitle(tr("Export"));
    buildOptions(form_);
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    preview_->setLineWrapMode(QPlainTextEdit::NoWrap);
    preview_->setFont(valueFont());
    auto* previewLabel = new QLabel(tr("&Preview:"), this);
    previewLabel->setBuddy(preview_);
    preview_->setAccessibleName(accessibleNameFromLabel(previewLabel->text()));

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form_);
    layout->addWidget(previewLabel);
    layout->addWidget(preview_, 1);
    layout->addWidget(strip_);
    layout->addWidget(status_);
    layout->addWidget(buildButtons());
    resize(640, 520);
    connect(&context_, &DocumentContext::currentChanged, this, &QDialog::reject);
    formatChanged();
}

void ExportDialog::buildOptions(QFormLayout* form) {
    for (const ExporterInfo& each : formats_)
        format_->addItem(QString::fromStdString(each.name), QString::fromStdString(each.id));
    addRow(form, tr("&Format:"), format_);
    if (!selection_.isEmpty())
        what_->addItem(tr("Selection: %1").arg(rangesText(selection_)));
    what_->addItem(tr("Whole document: %1").arg(sizeText(snapshot_.size())));
    addRow(form, tr("&What:"), what_);
    bytesPerLine_->setRange(0, 255);
    bytesPerLine_->setSpecialValueText(tr("as usual"));
    addRow(form, tr("&Bytes per line:"), bytesPerLine_);
    digitCase_->addItem(tr("as usual"));
    digitCase_->addItem(tr("lower case"), static_cast<int>(DigitCase::Lower));
    digitCase_->addItem(tr("UPPER CASE"), static_cast<int>(DigitCase::Upper));
    addRow(form, tr("&Hex digits:"), digitCase_);
    address_->setFont(valueFont());
    address_->setPlaceholderText(tr("offset in the document"));
    addRow(form, tr("Start &address:"), address_);
    name_->setText(u"data"_s);
    addRow(form, tr("&Name:"), name_);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(what_, &QComboBox::currentIndexChanged, this, &ExportDialog::startPreview);
    connect(bytesPerLine_, &QSpinBox::valueChanged, this, &ExportDialog::startPreview);
    connect(digitCase_, &QComboBox::currentIndexChanged, this, &ExportDialog::startPreview);
    connect(address_, &QLineEdit::textChanged, this, &ExportDialog::startPreview);
    connect(name_, &QLineEdit::textChanged, this, &ExportDialog::startPreview);
}

QWidget* ExportDialog::buildButtons() {
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->addButton(copy_, QDialogButtonBox::ActionRole);
    box->addButton(save_, QDialogButtonBox::ActionRole);
    save_->setDefault(true);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copyToClipboard);
    connect(save_, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    return box;
}

void ExportDialog::chooseFormat(std::string_view id) {
    const int index = format_->findData(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
    if (index >= 0)
        format_->setCurrentIndex(index);
}

QString ExportDialog::formatId() const {
    return format_->currentData().toString();
}

QString ExportDialog::previewText() const {
    return preview_->toPlainText();
}

QString ExportDialog::statusText() const {
    return status_->text();
}

const ExporterInfo* ExportDialog::format() const {
    return formats_.find(format_->currentData().toString().toStdString());
}

void ExportDialog::formatChanged() {
    if (const ExporterInfo* info = format()) {
        const auto set = [this](QWidget* field, bool isUsed) {
            field->setVisible(isUsed);
            form_->labelForField(field)->setVisible(isUsed);
        };
        set(bytesPerLine_, info->bytesPerLine.has_value());
        set(digitCase_, info->digitCase == ExporterInfo::Uses::Yes);
        set(address_, info->address == ExporterInfo::Uses::Yes);
        set(name_, info->variableName == ExporterInfo::Uses::Yes);
        if (info->bytesPerLine)
            bytesPerLine_->setSpecialValueText(tr("as usual (%1)").arg(*info->bytesPerLine));
    }
    startPreview();
}

std::optional<ExportRequest> ExportDialog::request() {
    const ExporterInfo* info = format();
    if (info == nullptr)
        return {};
    ExportOptions options{
        .bytesPerLine = {}, .digitCase = {}, .startAddress = {}, .name = toUtf8(name_->text())};
    if (bytesPerLine_->value() > 0)
        options.bytesPerLine = static_cast<std::size_t>(bytesPerLine_->value());
    if (digitCase_->currentData().isValid())
        options.digitCase = static_cast<DigitCase>(digitCase_->currentData().toInt());
    if (info->address == ExporterInfo::Uses::Yes && !address_->text().trimmed().isEmpty()) {
        const auto address = parseOffset(toUtf8(address_->text()), {.size = kMaxDocumentSize});
        if (!address) {
            status_->say(StatusTone::Problem,
                         offsetProblem(address.error(), address_->text(), kMaxDocumentSize));
            return {};
        }
        options.startAddress = *address;
    }
    const bool isSelection = !selection_.isEmpty() && what_->currentIndex() == 0;
    return ExportRequest{.snapshot = isSelection ? chosen_.snapshot : snapshot_,
                         .range = isSelection ? chosen_.range : snapshot_.all(),
                         .format = info,
                         .options = std::move(options)};
}

void ExportDialog::startPreview() {
    status_->clear();
    auto wanted = request();
    copy_->setEnabled(wanted.has_value());
    save_->setEnabled(wanted.has_value());
    if (!wanted) {
        preview_->clear();
        return;
    }
    previewJob_ = context_.jobs().run(
        {.title = {}, .visibility = JobVisibility::Hidden},
        [request = std::move(*wanted)](const JobContext& job) {
            return exportedText(request, kPreviewSize, job);
        },
        this, [this](const Result<std::string>& text) { showPreview(text); });
}

void ExportDialog::showPreview(const Result<std::string>& text) {
    if (!text) {
        preview_->clear();
        explain(text.error());
        return;
    }
    QString shown = QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    shown.replace(QChar(u'\0'), QChar(0x2400));
    if (text->size() == kPreviewSize)
        shown += u"\n…"_s;
    preview_->setPlainText(shown);
}

void ExportDialog::explain(const Error& error) {
    switch (error.code) {
        case ErrorCode::Cancelled:
            status_->say(StatusTone::Neutral, tr("Stopped."));
            break;
        case ErrorCode::Malformed:
            status_->say(StatusTone::Problem,
                         tr("“%1” cannot be a name in this language.").arg(name_->text()));
            break;
        case ErrorCode::OutOfRange:
            status_->say(StatusTone::Problem,
                         tr("This format has no room for such addresses. Give a lower start address."));
            break;
        default:
            status_->say(StatusTone::Problem, messageFor(error, context_.documentName()));
    }
}

void ExportDialog::copyToClipboard() {
    auto wanted = request();
    if (!wanted)
        return;
    auto done = [this](const Result<std::string>& text) {
        strip_->finish();
        if (!text) {
            explain(text.error());
        } else if (text->size() >= kClipboardLimit) {
            status_->say(StatusTone::Problem,
                         tr("That is too much for the clipboard (more than %1). Save it instead.")
                             .arg(sizeText(kClipboardLimit)));
        } else {
            const QString copied = QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
            QGuiApplication::clipboard()->setText(copied);
            status_->say(StatusTone::Success, tr("Copied %1 of text.").arg(sizeText(text->size())));
        }
    };
    strip_->watch(context_.jobs().run(
                      {.title = tr("Copying %1").arg(context_.documentName())},
                      [request = std::move(*wanted)](const JobContext& job) {
                          return exportedText(request, kClipboardLimit, job);
                      },
                      this, std::move(done)),
                  tr("Copying"));
}

void ExportDialog::chooseFile() {
    const ExporterInfo* info = format();
    if (info == nullptr)
        return;
    const QString suffix = QString::fromStdString(info->suffix);
    askWhereToSave(*this,
                   {.title = tr("Export to File"),
                    .directory = dialogDirectory(context_.documentPath()),
                    .suffix = suffix,
                    .name = context_.documentName() + u'.' + suffix},
                   [this](const std::string& path) { saveTo(path); });
}

void ExportDialog::saveTo(const std::string& path) {
    auto wanted = request();
    if (!wanted)
        return;
    auto done = [this, path](const Result<ByteCount>& written) {
        strip_->finish();
        if (!written) {
            explain(written.error());
        } else {
            status_->say(StatusTone::Success,
                         tr("Wrote %1 to %2.").arg(sizeText(*written), toDisplayName(path)));
        }
    };
    strip_->watch(context_.jobs().run(
                      {.title = tr("Exporting %1").arg(toDisplayName(path))},
                      [fileSystem = &fileSystem_, path, request = std::move(*wanted)](const JobContext& job) {
                          return exportToFile(*fileSystem, path, request, job);
                      },
                      this, std::move(done)),
                  tr("Writing %1").arg(toDisplayName(path)));
}

}  // namespace octavo
