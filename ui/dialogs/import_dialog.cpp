#include "ui/dialogs/import_dialog.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include "core/buffer/document.h"
#include "core/codec/text_codecs.h"
#include "core/source/file_source.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"
#include "ui/panels/job_strip.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct Suffix {
    const char* suffix;
    const char* format;
};
constexpr Suffix kSuffixes[] = {{"hex", "intel-hex"}, {"ihex", "intel-hex"}, {"ihx", "intel-hex"},
                                {"srec", "s-record"}, {"s19", "s-record"},   {"s28", "s-record"},
                                {"s37", "s-record"},  {"mot", "s-record"},   {"b64", "base64"},
                                {"base64", "base64"}, {"dump", "hexdump"},   {"hexdump", "hexdump"},
                                {"xxd", "hexdump"},   {"txt", "hex"}};

QString formatForName(const QString& name) {
    const QString suffix = name.section(u'.', -1).toLower();
    for (const Suffix& each : kSuffixes) {
        if (suffix == QLatin1String(each.suffix))
            return QLatin1String(each.format);
    }
    return {};
}

}  // namespace

ImportDialog::ImportDialog(DocumentContext& context, const Registry<ImporterInfo>& formats, QWidget* parent)
    : FormDialog(tr("Import"), tr("&Import"), parent),
      context_(context),
      formats_(formats),
      file_(new QLineEdit(this)),
      format_(new QComboBox(this)),
      origin_(new QComboBox(this)),
      gap_(new QLineEdit(u"FF"_s, this)),
      destination_(new QButtonGroup(this)),
      strip_(new JobStrip(this)) {
    buildFields();
    connect(format_, &QComboBox::currentIndexChanged, this, &ImportDialog::startReading);
    connect(origin_, &QComboBox::currentIndexChanged, this, &ImportDialog::startReading);
    connect(gap_, &QLineEdit::textChanged, this, &ImportDialog::startReading);
    startReading();
}

void ImportDialog::buildFields() {
    file_->setReadOnly(true);
    file_->setPlaceholderText(tr("no file chosen"));
    auto* choose = new QPushButton(tr("C&hoose …"), this);
    auto* fileRow = new QWidget(this);
    auto* fileLayout = new QHBoxLayout(fileRow);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->addWidget(file_, 1);
    fileLayout->addWidget(choose);
    fileRow->setFocusProxy(choose);
    file_->setAccessibleName(tr("File"));
    form().addRow(tr("File:"), fileRow);
    connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);

    for (const ImporterInfo& each : formats_)
        format_->addItem(QString::fromStdString(each.name), QString::fromStdString(each.id));
    addField(tr("&Format:"), format_);
    // In the order of AssembleOptions::Origin.
    origin_->addItem(tr("the lowest address in the file"));
    origin_->addItem(tr("address 0"));
    addField(tr("First &byte is:"), origin_);
    gap_->setFont(valueFont());
    gap_->setMaxLength(2);
    addField(tr("&Gaps are filled with:"), gap_);

    auto* open = new QRadioButton(tr("&Opens as a new document"), this);
    auto* insert = new QRadioButton(tr("Is i&nserted at the caret"), this);
    destination_->addButton(open, static_cast<int>(Destination::NewDocument));
    destination_->addButton(insert, static_cast<int>(Destination::Caret));
    open->setChecked(true);
    insert->setEnabled(context_.document() != nullptr && !context_.document()->isWriteProtected());
    setTabOrder(file_, choose);
    setTabOrder(choose, format_);
    form().addRow(tr("Result:"), open);
    form().addRow(QString(), insert);
    form().addRow(strip_);
}

void ImportDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Import from File"), dialogDirectory(context_.documentPath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { setPath(toRawPath(path)); });
    dialog->open();
}

void ImportDialog::setPath(const std::string& path) {
    path_ = path;
    file_->setText(toDisplayText(path));
    const int guess = format_->findData(formatForName(toDisplayName(path)));
    if (guess >= 0)
        format_->setCurrentIndex(guess);
    startReading();
}

void ImportDialog::chooseFormat(std::string_view id) {
    format_->setCurrentIndex(
        format_->findData(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))));
}

void ImportDialog::chooseDestination(Destination destination) {
    destination_->button(static_cast<int>(destination))->setChecked(true);
}

void ImportDialog::startReading() {
    read_.reset();
    strip_->drop();
    if (path_.empty()) {
        showHint(tr("Choose the file to import."));
        return;
    }
    const ImporterInfo* format = formats_.find(format_->currentData().toString().toStdString());
    const auto gap = decodeHex(toUtf8(gap_->text()));
    if (format == nullptr || !gap || gap->size() != 1) {
        showProblem(tr("Gaps are filled with one byte of two hex digits, for example FF."));
        return;
    }
    showHint({});
    AssembleOptions options;
    options.origin = static_cast<AssembleOptions::Origin>(origin_->currentIndex());
    options.gapFill = gap->front();
    strip_->watch(context_.jobs().run(
                      {.title = tr("Importing %1").arg(toDisplayName(path_))},
                      [path = path_, format, options](const JobContext& job) {
                          return readFile(path, *format, options, job);
                      },
                      this,
                      [this](const Result<Read>& result) {
                          strip_->finish();
                          take(result);
                      }),
                  tr("Reading %1").arg(toDisplayName(path_)));
}

Result<ImportDialog::Read> ImportDialog::readFile(const std::string& path, const ImporterInfo& format,
                                                  const AssembleOptions& options, const JobContext& job) {
    const auto source = openFileSource(path);
    if (!source)
        return fail(source.error());
    const auto imported = format.importFrom(Snapshot::ofSource(*source), {}, job);
    if (!imported)
        return fail(imported.error());
    auto bytes = assemble(*imported, options);
    if (!bytes)
        return fail(bytes.error());
    return Read{.bytes = std::move(*bytes),
                .addresses = imported->span(),
                .pieces = imported->pieces.size(),
                .entryPoint = imported->entryPoint};
}

void ImportDialog::take(const Result<Read>& result) {
    if (!result) {
        showProblem(problem(result.error()));
        return;
    }
    read_ = *result;
    QString text = tr("Gives %1").arg(sizeText(read_->bytes.size()));
    if (!read_->addresses.isEmpty()) {
        text += tr(" from addresses %1 to %2")
                    .arg(hexText(read_->addresses.begin), hexText(read_->addresses.end - 1));
    }
    if (read_->pieces > 1)
        text += tr(", in %1 pieces").arg(decimalText(read_->pieces));
    if (read_->entryPoint)
        text += tr(", entry point %1").arg(hexText(*read_->entryPoint));
    showOutcome(text + u'.');
}

QString ImportDialog::problem(const Error& error) const {
    const QString name = toDisplayName(path_);
    const QString where = toDisplayText(error.detail);
    switch (error.code) {
        case ErrorCode::Malformed:
            return tr("“%1” is not %2 at %3. Choose another format, or correct the file.")
                .arg(name, format_->currentText(), where.isEmpty() ? tr("its start") : where);
        case ErrorCode::ChecksumMismatch:
            return tr("“%1”, %2: the checksum does not match. The file is damaged; get it again.")
                .arg(name, where);
        case ErrorCode::Truncated:
            return tr("“%1” ends too early (%2). Get the whole file.").arg(name, where);
        default:
            return messageFor(error, name);
    }
}

void ImportDialog::accept() {
    if (!read_)
        return;
    const Content content = Content::ofSnapshot(read_->bytes, read_->bytes.all());
    if (static_cast<Destination>(destination_->checkedId()) == Destination::NewDocument) {
        context_.openContent(content, tr("%1, imported").arg(toDisplayName(path_)));
    } else if (context_.document() == nullptr ||
               !context_.apply(Edit::insert(context_.caret(), content, EditKind::Import))) {
        return;  // the window has said why; the dialog stays
    }
    QDialog::accept();
}

}  // namespace octavo
