#include "ui/panels/transform_panel.h"

#include <algorithm>

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/job_strip.h"
#include "ui/panels/range_guard.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// Each further limit is this many times the one before.
constexpr ByteCount kLimitGrowth = 8;

}  // namespace

TransformPanel::TransformPanel(DocumentContext& context, const Registry<CompressorInfo>& formats,
                               QWidget* parent)
    : QWidget(parent),
      context_(context),
      formats_(formats),
      format_(new QComboBox(this)),
      level_(new QSpinBox(this)),
      destination_(new QButtonGroup(this)),
      compress_(new QPushButton(tr("&Compress"), this)),
      decompress_(new QPushButton(tr("&Decompress"), this)),
      job_(new JobStrip(this)),
      status_(new StatusLine(this)) {
    buildForm();
    connect(compress_, &QPushButton::clicked, this, &TransformPanel::compress);
    connect(decompress_, &QPushButton::clicked, this, &TransformPanel::decompress);
    connect(format_, &QComboBox::currentIndexChanged, this, &TransformPanel::refreshControls);
    connect(&context_, &DocumentContext::currentChanged, this, &TransformPanel::forget);
    connect(&context_, &DocumentContext::documentStateChanged, this, &TransformPanel::refreshControls);
    connect(&context_, &DocumentContext::selectionChanged, this, &TransformPanel::refreshControls);
    refreshControls();
}

TransformPanel::~TransformPanel() = default;

void TransformPanel::buildForm() {
    for (const CompressorInfo& each : formats_) {
        const QString id = QString::fromStdString(each.id);
        format_->addItem(id == u"deflate"_s ? tr("raw deflate") : id, id);
    }
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("For&mat:"), format_);
    format_->setAccessibleName(tr("Compression format"));
    form->addRow(tr("&Level:"), level_);
    level_->setAccessibleName(tr("Compression level"));
    level_->setToolTip(tr("Low is fast, high is small; only for compressing"));

    auto* replace = new QRadioButton(tr("&Replaces the bytes"), this);
    auto* open = new QRadioButton(tr("&Opens as a new document"), this);
    destination_->addButton(replace, static_cast<int>(Destination::Replace));
    destination_->addButton(open, static_cast<int>(Destination::NewDocument));
    replace->setChecked(true);
    form->addRow(tr("Result:"), replace);
    form->addRow(QString(), open);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(compress_, 1);
    buttons->addWidget(decompress_, 1);
    QWidget* last = format_;
    for (QWidget* each : std::initializer_list<QWidget*>{level_, replace, open, compress_, decompress_}) {
        setTabOrder(last, each);
        last = each;
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(job_);
    layout->addWidget(status_);
    layout->addStretch();
}

void TransformPanel::chooseFormat(std::string_view id) {
    format_->setCurrentIndex(
        format_->findData(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))));
}

void TransformPanel::chooseDestination(Destination destination) {
    destination_->button(static_cast<int>(destination))->setChecked(true);
}

const CompressorInfo* TransformPanel::format() const {
    return formats_.find(format_->currentData().toString().toStdString());
}

void TransformPanel::compress() {
    start(Direction::Compress);
}

void TransformPanel::decompress() {
    start(Direction::Decompress);
}

void TransformPanel::start(Direction direction) {
    Document* document = context_.document();
    if (document == nullptr || format() == nullptr || job_->isRunning())
        return;
    if (const RangeList selected = context_.selectedRanges(); selected.size() > 1) {
        status_->say(StatusTone::Problem,
                     tr("%1 ranges are selected; this works on one. Select one, or nothing "
                        "for the whole document.")
                         .arg(decimalText(selected.size())));
        return;
    }
    request_ = {.direction = direction,
                .destination = static_cast<Destination>(destination_->checkedId()),
                .format = format(),
                .level = level_->value(),
                .outputLimit = outputLimit_,
                .snapshot = document->snapshot(),
                .range = context_.selectionOrAll(),
                .documentName = context_.documentName()};
    guard_ = std::make_unique<RangeGuard>(*document, request_.range);
    run();
}

void TransformPanel::run() {
    status_->clear();
    const bool compresses = request_.direction == Direction::Compress;
    auto work = [request = request_, compresses](const JobContext& job) {
        TransformOptions options;
        options.outputLimit = request.outputLimit;
        if (compresses)
            options.level = request.level;
        return compresses ? compressRange(request.snapshot, request.range, *request.format, options, job)
                          : decompressRange(request.snapshot, request.range, *request.format, options, job);
    };
    const QString what = compresses ? tr("Compressing %1").arg(sizeText(request_.range.size()))
                                    : tr("Decompressing %1").arg(sizeText(request_.range.size()));
    job_->watch(
        context_.jobs().run({.title = tr("%1 of %2").arg(what, request_.documentName)}, std::move(work), this,
                            [this](const Result<TransformResult>& result) {
                                job_->finish();
                                take(result);
                            }),
        what);
    refreshControls();
}

void TransformPanel::take(const Result<TransformResult>& result) {
    if (result) {
        takeOutput(*result);
    } else {
        explain(result.error());
    }
    refreshControls();
}

void TransformPanel::takeOutput(const TransformResult& result) {
    if (request_.destination == Destination::Replace) {
        replaceWith(result);
        return;
    }
    const QString name = request_.direction == Direction::Compress
                             ? tr("%1, compressed").arg(request_.documentName)
                             : tr("%1, decompressed").arg(request_.documentName);
    const QString sizes = tr("%1 became %2.").arg(sizeText(result.consumed), sizeText(result.output->size()));
    const Content content = Content::ofSource(result.output, {0, result.output->size()});
    guard_.reset();
    context_.openContent(content, name);
    status_->say(StatusTone::Success, sizes);
}

void TransformPanel::replaceWith(const TransformResult& result) {
    const std::optional<ByteRange> now = guard_->range();
    guard_.reset();
    if (!now) {
        const auto output = result.output;
        const QString name = tr("%1, result").arg(request_.documentName);
        status_->ask(StatusTone::Problem,
                     tr("Not put back: the bytes were changed while the work ran. Nothing was lost."),
                     tr("&Open Result"), [this, output, name] {
                         context_.openContent(Content::ofSource(output, {0, output->size()}), name);
                     });
        return;
    }
    // What follows the end of a compressed stream is somebody else's data and stays.
    const ByteRange replaced = ByteRange::ofLength(now->begin, result.consumed);
    const Content content = Content::ofSource(result.output, {0, result.output->size()});
    if (!context_.apply(Edit::replace(replaced, content, EditKind::Transform)))
        return;  // the window has said why
    context_.select(ByteRange::ofLength(replaced.begin, result.output->size()));
    const QString sizes = tr("%1 became %2.").arg(sizeText(result.consumed), sizeText(result.output->size()));
    if (result.trailing().isEmpty()) {
        status_->say(StatusTone::Success, sizes);
    } else {
        status_->say(StatusTone::Warning, tr("%1 The %2 behind the end of the stream stayed as they were.")
                                              .arg(sizes, sizeText(result.trailing().size())));
    }
}

void TransformPanel::explain(const Error& error) {
    if (error.code == ErrorCode::LimitReached) {
        offerHigherLimit();
        return;
    }
    const QString format = format_->currentText();
    switch (error.code) {
        case ErrorCode::Cancelled:
            status_->say(StatusTone::Neutral, tr("Stopped; nothing was changed."));
            break;
        case ErrorCode::Malformed:
            offerToGo(tr("This is no valid %1 data.").arg(format), error.offset);
            break;
        case ErrorCode::Truncated:
            offerToGo(tr("The %1 data ends too early; select all of it.").arg(format), error.offset);
            break;
        case ErrorCode::ChecksumMismatch:
            offerToGo(tr("The %1 data is damaged: its check value does not match.").arg(format),
                      error.offset);
            break;
        case ErrorCode::Unreadable:
            offerToGo(tr("Part of the input cannot be read, so nothing was made from it."), error.offset);
            break;
        default:
            status_->say(StatusTone::Problem, messageFor(error, request_.documentName));
            break;
    }
    guard_.reset();
}

void TransformPanel::offerHigherLimit() {
    const ByteCount limit = request_.outputLimit;
    const ByteCount higher =
        limit > kMaxDocumentSize / kLimitGrowth ? kMaxDocumentSize : limit * kLimitGrowth;
    status_->ask(
        StatusTone::Warning,
        tr("The result is larger than %1 and may have no end. Nothing was changed yet.").arg(sizeText(limit)),
        tr("&Go On to %1").arg(sizeText(higher)), [this, higher] {
            request_.outputLimit = higher;
            run();
        });
}

void TransformPanel::offerToGo(const QString& problem, std::optional<ByteOffset> offset) {
    if (!offset) {
        status_->say(StatusTone::Problem, problem);
        return;
    }
    status_->ask(StatusTone::Problem, tr("%1 It stops making sense at %2.").arg(problem, offsetText(*offset)),
                 tr("&Go There"), [this, at = *offset] {
                     if (const Document* document = context_.document())
                         context_.goTo(std::min<ByteOffset>(at, document->size()));
                 });
}

void TransformPanel::forget() {
    job_->drop();
    guard_.reset();
    status_->clear();
    refreshControls();
}

void TransformPanel::refreshControls() {
    const CompressorInfo* chosen = format();
    if (chosen != nullptr &&
        (level_->minimum() != chosen->minimumLevel || level_->maximum() != chosen->maximumLevel ||
         level_->property("format").toString() != format_->currentData().toString())) {
        level_->setRange(chosen->minimumLevel, chosen->maximumLevel);
        level_->setValue(chosen->defaultLevel);
        level_->setProperty("format", format_->currentData());
    }
    const bool canStart = context_.document() != nullptr && chosen != nullptr && !job_->isRunning();
    compress_->setEnabled(canStart);
    decompress_->setEnabled(canStart);
    const QString what = context_.selection().isEmpty() ? tr("the whole document") : tr("the selection");
    compress_->setToolTip(tr("Compresses %1").arg(what));
    decompress_->setToolTip(tr("Decompresses %1").arg(what));
}

}  // namespace octavo
