#pragma once

#include <vector>

#include <QImage>
#include <QWidget>

#include "core/analyse/byte_classes.h"
#include "ui/hexview/hex_colors.h"
#include "ui/hexview/mark.h"

namespace octavo {

/// A whole document at a glance: each line is a part of it, filled by the kinds of its bytes in their
/// colours, with marks on the right and a frame round what is in sight. A click goes there. Shows what it is
/// given; the shares come from elsewhere, since reading takes time. UI thread.
class Minimap final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kWidth = 56;

    explicit Minimap(QWidget* parent = nullptr);

    void setColors(const HexColors& colors);
    void setProvider(MarkProvider provider);
    /// How large the document is, and what of it is in sight.
    void setDocument(ByteCount size, int bytesPerRow);
    void setVisibleRange(ByteRange range);
    void marksChanged() { update(); }
    /// From sampleByteClasses(), for as many parts as lines().
    void setShares(std::vector<ByteClassShares> shares);

    /// Parts that are shown, one for each line of pixels; a small document has no lines for less than a third
    /// of a row.
    [[nodiscard]] int lines() const;
    [[nodiscard]] ByteOffset offsetAt(int y) const;

Q_SIGNALS:
    /// Size or height are other ones: there shall be shares for so many lines.
    void sharesWanted(int lines);
    /// The person points at this byte, which shall be in the middle of what is in sight.
    void pointedAt(quint64 offset);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int yOf(ByteOffset offset) const;
    void drawPicture();

    HexColors colors_ = HexColors::light();
    MarkProvider provider_;
    ByteCount size_ = 0;
    int bytesPerRow_ = 16;
    ByteRange visible_;
    std::vector<ByteClassShares> shares_;
    QImage picture_;  // of shares_
};

}  // namespace octavo
