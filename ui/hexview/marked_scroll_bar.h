#pragma once

#include <vector>

#include <QScrollBar>

#include "ui/hexview/mark.h"

namespace octavo {

/// A vertical scroll bar with marks beside its slider, at the height of the bytes they stand for. UI thread.
class MarkedScrollBar final : public QScrollBar {
    Q_OBJECT

public:
    explicit MarkedScrollBar(QWidget* parent = nullptr) : QScrollBar(Qt::Vertical, parent) {}

    void setProvider(MarkProvider provider);
    /// The marks, or the size of the document, are other ones now.
    void marksChanged(ByteCount size);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRect groove() const;

    MarkProvider provider_;
    ByteCount size_ = 0;
};

/// Paints marks for the parts of a document from top to bottom of `area`, each at least two pixels high.
void paintMarks(QPainter& painter, const QRect& area, ByteCount size, const MarkProvider& provider);

}  // namespace octavo
