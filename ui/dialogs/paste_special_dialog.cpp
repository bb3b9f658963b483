#include "ui/dialogs/paste_special_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>

#include "core/codec/number_list.h"
#include "core/codec/text_codecs.h"
#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/hexview/clipboard.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr ByteCount kPreviewBytes = 64;
constexpr std::size_t kPreviewRow = 16;

Result<Snapshot> snapshotOf(const Result<std::vector<std::byte>>& bytes) {
    return bytes ? Result<Snapshot>(Snapshot::ofBytes(*bytes)) : fail(bytes.error());
}

Result<Snapshot> snapshotOf(const QByteArray& bytes) {
    return Snapshot::ofBytes(
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

Result<Snapshot> imported(const QString& text, const ImporterInfo& format, const JobContext& job) {
    const auto source = snapshotOf(text.toUtf8());
    const auto result = format.importFrom(*source, {}, job);
    return result ? assemble(*result) : fail(result.error());
}

/// The bytes that the text stands for in one of the formats. Any thread.
Result<Snapshot> decoded(const QString& text, const QString& format, const QString& encoding,
                         const ImporterInfo* importer, const JobContext& job) {
    if (importer != nullptr)
        return imported(text, *importer, job);
    if (format == u"hex"_s) {
        const auto bytes = bytesOfHexText(text);
        return bytes ? snapshotOf(*bytes) : fail(bytes.error());
    }
    if (format == u"numbers"_s)
        return snapshotOf(decodeNumberList(toUtf8(text)));
    if (format == u"base64"_s)
        return snapshotOf(decodeBase64(toUtf8(text)));
    const auto bytes = TextDecoder(encoding).encode(text);
    return bytes ? snapshotOf(*bytes) : fail(ErrorCode::Unsupported, toUtf8(encoding));
}

}  // namespace

PasteSpecialDialog::PasteSpecialDialog(const QString& text, const QString& encoding, JobRunner& jobs,
                                       const Registry<ImporterInfo>& formats, QWidget* parent)
    : FormDialog(tr("Paste Special"), tr("&Paste"), parent),
      text_(text),
      jobs_(jobs),
      formats_(formats),
      format_(new QComboBox(this)),
      encoding_(new QComboBox(this)),
      preview_(new QPlainTextEdit(this)) {
    buildFields(encoding);
    connect(format_, &QComboBox::currentIndexChanged, this, &PasteSpecialDialog::refresh);
    connect(encoding_, &QComboBox::currentIndexChanged, this, &PasteSpecialDialog::refresh);
    refresh();
}

void PasteSpecialDialog::buildFields(const QString& encoding) {
    format_->addItem(tr("Hex digits (DE AD, 0xDE 0xAD, \\xDE\\xAD)"), u"hex"_s);
    format_->addItem(tr("Numbers of an array (C, Java, Python …)"), u"numbers"_s);
    format_->addItem(u"Base64"_s, u"base64"_s);
    format_->addItem(tr("Text"), u"text"_s);
    for (const ImporterInfo& each : formats_) {
        const QString id = QString::fromStdString(each.id);
        if (format_->findData(id) < 0 && id != u"raw"_s)
            format_->addItem(QString::fromStdString(each.name), id);
    }
    addField(tr("The &text is:"), format_);
    encoding_->addItems(textEncodings());
    encoding_->setCurrentText(encoding);
    addField(tr("&Encoding:"), encoding_);
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    preview_->setLineWrapMode(QPlainTextEdit::NoWrap);
    preview_->setFont(valueFont());
    preview_->setFixedHeight(preview_->fontMetrics().lineSpacing() * 5 + 12);
    preview_->setMinimumWidth(preview_->fontMetrics().averageCharWidth() * 50);
    addField(tr("&Bytes:"), preview_);
}

void PasteSpecialDialog::chooseFormat(const QString& id) {
    format_->setCurrentIndex(format_->findData(id));
}

void PasteSpecialDialog::chooseEncoding(const QString& encoding) {
    encoding_->setCurrentText(encoding);
}

std::optional<Content> PasteSpecialDialog::content() const {
    if (!bytes_)
        return {};
    return Content::ofSnapshot(*bytes_, bytes_->all());
}

QString PasteSpecialDialog::previewText() const {
    return preview_->toPlainText();
}

void PasteSpecialDialog::refresh() {
    bytes_.reset();
    const QString format = format_->currentData().toString();
    const bool isText = format == u"text"_s;
    encoding_->setVisible(isText);
    form().labelForField(encoding_)->setVisible(isText);
    showHint({});
    const bool isBuiltIn = format_->currentIndex() <= format_->findData(u"text"_s);
    const ImporterInfo* importer = isBuiltIn ? nullptr : formats_.find(format.toStdString());
    job_ = jobs_.run(
        {.title = {}, .visibility = JobVisibility::Hidden},
        [text = text_, format, encoding = encoding_->currentText(), importer](const JobContext& job) {
            return decoded(text, format, encoding, importer, job);
        },
        this, [this](const Result<Snapshot>& bytes) { take(bytes); });
}

void PasteSpecialDialog::take(const Result<Snapshot>& bytes) {
    preview_->clear();
    if (!bytes) {
        showProblem(problem(bytes.error()));
        return;
    }
    if (bytes->isEmpty()) {
        showProblem(tr("There is nothing to paste in this text."));
        return;
    }
    bytes_ = *bytes;
    std::vector<std::byte> shown(static_cast<std::size_t>(std::min(bytes->size(), kPreviewBytes)));
    static_cast<void>(bytes->read(0, shown));  // just made, in memory
    QStringList rows;
    for (std::size_t at = 0; at < shown.size(); at += kPreviewRow) {
        const auto row = std::span(shown).subspan(at, std::min(kPreviewRow, shown.size() - at));
        rows += QString::fromStdString(encodeHex(row, HexCase::Upper, " "));
    }
    if (bytes->size() > kPreviewBytes)
        rows += u"…"_s;
    preview_->setPlainText(rows.join(u'\n'));
    showOutcome(tr("Gives %1.").arg(sizeText(bytes->size())));
}

QString PasteSpecialDialog::problem(const Error& error) const {
    if (error.code == ErrorCode::Unsupported)
        return tr("%1 cannot write all of these characters.").arg(encoding_->currentText());
    if (!error.offset)
        return tr("The text is not of that form.");
    const QByteArray utf8 = text_.toUtf8();
    const auto at =
        static_cast<qsizetype>(std::min<ByteOffset>(*error.offset, static_cast<ByteOffset>(utf8.size())));
    const QString before = QString::fromUtf8(utf8.left(at));
    const auto line = before.count(u'\n') + 1;
    const QString rest = QString::fromUtf8(utf8.mid(at, 64)).section(u'\n', 0, 0).left(12);
    if (rest.isEmpty())
        return tr("The text is not of that form: it ends too early, in line %1.").arg(line);
    return tr("The text is not of that form: see “%1” in line %2.").arg(rest).arg(line);
}

}  // namespace octavo
