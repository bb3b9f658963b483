#include "app/hex_pane.h"

#include <QHBoxLayout>

namespace octavo {

namespace {
/// After an edit or a new height: long enough that typing and dragging a border make one picture.
constexpr int kSampleDelayMs = 150;
}  // namespace

HexPane::HexPane(OpenDocument& document, const QFont& font, JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      document_(document),
      jobs_(jobs),
      view_(new HexView(font, this)),
      minimap_(new Minimap(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(view_, 1);
    layout->addWidget(minimap_);
    setFocusProxy(view_);
    sampleSoon_.setSingleShot(true);
    sampleSoon_.setInterval(kSampleDelayMs);
    connect(&sampleSoon_, &QTimer::timeout, this, &HexPane::sample);
    connect(minimap_, &Minimap::sharesWanted, this, [this] { sampleSoon_.start(); });
    connect(minimap_, &Minimap::pointedAt, this, [this](quint64 offset) {
        const auto bytes = static_cast<ByteCount>(view_->bytesPerRow());
        const std::uint64_t half = view_->visibleRange().size() / bytes / 2;
        const std::uint64_t row = offset / bytes;
        view_->setTopRow(row - std::min(row, half));
    });
    connect(&document_, &OpenDocument::changed, this, [this] {
        if (minimap_->isVisible())
            sampleSoon_.start();
    });
    connect(view_, &HexView::sightChanged, this, &HexPane::followSight);
}

void HexPane::setColors(const HexColors& colors) {
    view_->setColors(colors);
    minimap_->setColors(colors);
}

void HexPane::setMarkProvider(const MarkProvider& provider) {
    view_->setMarkProvider(provider);
    minimap_->setProvider(provider);
}

void HexPane::marksChanged() {
    view_->highlightsChanged();
    minimap_->marksChanged();
}

void HexPane::setMinimapWanted(bool isWanted) {
    isMinimapWanted_ = isWanted;
    showOrHideMinimap();
}

void HexPane::showOrHideMinimap() {
    minimap_->setVisible(isMinimapWanted_ && view_->contentWidth() + Minimap::kWidth <= width());
}

void HexPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showOrHideMinimap();
}

void HexPane::followSight() {
    showOrHideMinimap();
    minimap_->setDocument(document_.document().size(), view_->bytesPerRow());
    minimap_->setVisibleRange(view_->visibleRange());
}

void HexPane::sample() {
    const int lines = minimap_->lines();
    if (lines == 0 || !minimap_->isVisible())
        return;
    auto work = [snapshot = document_.document().snapshot(), lines](const JobContext& job) {
        return sampleByteClasses(snapshot, lines, job);
    };
    sampling_ = jobs_.run({.title = {}, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt},
                          std::move(work), this, [this](const Result<std::vector<ByteClassShares>>& shares) {
                              if (shares)
                                  minimap_->setShares(*shares);
                          });
}

}  // namespace octavo
