#pragma once

#include <QTimer>
#include <QWidget>

#include "app/open_document.h"
#include "ui/hexview/hex_view.h"
#include "ui/hexview/minimap.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// A hex view with its minimap beside it, and the job that looks at the bytes for that. UI thread.
class HexPane final : public QWidget {
    Q_OBJECT
public:
    /// REQUIRES: document and runner outlive this.
    HexPane(OpenDocument& document, const QFont& font, JobRunner& jobs, QWidget* parent);

    [[nodiscard]] HexView& view() { return *view_; }
    [[nodiscard]] Minimap& minimap() { return *minimap_; }
    /// Where the columns need the room it is hidden all the same.
    void setMinimapWanted(bool isWanted);
    void setColors(const HexColors& colors);
    void setMarkProvider(const MarkProvider& provider);
    /// What the provider says is something else now.
    void marksChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void followSight();
    void showOrHideMinimap();
    void sample();

    OpenDocument& document_;
    JobRunner& jobs_;
    HexView* view_;
    Minimap* minimap_;
    bool isMinimapWanted_ = true;
    QTimer sampleSoon_;
    JobHandle sampling_;
};

}  // namespace octavo
