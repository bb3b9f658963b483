#include "ui/hexview/glyph_cache.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QScreen>

namespace octavo {

namespace {

/// The font at a whole number of device pixels.
QFont inDevicePixels(const QFont& font, double devicePixelRatio) {
    double pixels = font.pixelSize();
    if (font.pixelSize() <= 0) {
        const QScreen* screen = QGuiApplication::primaryScreen();
        const double dotsPerInch = screen != nullptr ? screen->logicalDotsPerInchY() : 96.0;
        pixels = font.pointSizeF() * dotsPerInch / 72.0;
    }
    QFont scaled = font;
    scaled.setPixelSize(std::max(5, static_cast<int>(std::lround(pixels * devicePixelRatio))));
    // Grey, so that the same pixels are right on every ground and screen.
    scaled.setStyleStrategy(
        QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias | QFont::PreferNoShaping));
    scaled.setHintingPreference(QFont::PreferVerticalHinting);
    scaled.setKerning(false);
    return scaled;
}

CellMetrics metricsOf(const QFontMetricsF& metrics) {
    const double height = metrics.ascent() + metrics.descent();
    return {.charWidth = std::max(3, static_cast<int>(std::lround(metrics.horizontalAdvance(u'0')))),
            .rowHeight = std::max(6, static_cast<int>(std::lround(height * 1.14)))};
}

}  // namespace

CellMetrics cellMetrics(const QFont& font, double devicePixelRatio) {
    return metricsOf(QFontMetricsF(inDevicePixels(font, devicePixelRatio)));
}

void GlyphCache::setFont(const QFont& font, double devicePixelRatio) {
    if (font == font_ && std::equal_to<>()(devicePixelRatio, devicePixelRatio_))
        return;
    font_ = font;
    devicePixelRatio_ = devicePixelRatio;
    deviceFont_ = inDevicePixels(font, devicePixelRatio);
    const QFontMetricsF metrics(deviceFont_);
    cell_ = metricsOf(metrics);
    const double slack = cell_.rowHeight - metrics.ascent() - metrics.descent();
    baseline_ = static_cast<int>(std::lround(slack / 2 + metrics.ascent()));
    styles_.clear();
    memory_ = 0;
}

GlyphCache::Style& GlyphCache::style(QRgb ink, QRgb ground) {
    const auto found = std::find_if(styles_.begin(), styles_.end(), [&](const auto& style) {
        return style->ink_ == ink && style->ground_ == ground;
    });
    if (found != styles_.end())
        return **found;
    styles_.push_back(std::unique_ptr<Style>(new Style(*this, ink, ground)));
    memory_ += sizeof(Style);
    return *styles_.back();
}

void GlyphCache::trim() {
    if (memory_ <= kMemoryLimit)
        return;
    styles_.clear();
    memory_ = 0;
}

const QRgb* GlyphCache::Style::other(char32_t character, int cells) {
    if (character < latin_.size() && cells == 1) {
        latin_[character] = draw(character, 1);
        return latin_[character].get();
    }
    // The two widths of a character are two entries; Unicode leaves the upper bits free.
    const char32_t key = character | static_cast<char32_t>(cells) << 24;
    Pixels& pixels = others_[key];
    if (!pixels)
        pixels = draw(character, cells);
    return pixels.get();
}

GlyphCache::Style::Pixels GlyphCache::Style::draw(char32_t character, int cells) const {
    const CellMetrics cell = cache_.cell_;
    const int width = cell.charWidth * cells;
    QImage image(width, cell.rowHeight, QImage::Format_RGB32);
    image.fill(ground_);
    {
        QPainter painter(&image);
        painter.setFont(cache_.deviceFont_);
        painter.setPen(QColor::fromRgb(ink_));
        const QString text = QString::fromUcs4(&character, 1);
        const double advance = QFontMetricsF(cache_.deviceFont_).horizontalAdvance(text);
        if (advance > width + 0.5) {
            painter.translate(0, cache_.baseline_);
            painter.scale(width / advance, 1.0);
            painter.drawText(QPointF(0, 0), text);
        } else {
            painter.drawText(QPointF(std::floor((width - advance) / 2), cache_.baseline_), text);
        }
    }
    const auto rowPixels = static_cast<std::size_t>(width);
    const std::size_t count = rowPixels * static_cast<std::size_t>(cell.rowHeight);
    auto pixels = std::make_unique<QRgb[]>(count);
    for (int y = 0; y < cell.rowHeight; ++y)
        std::memcpy(&pixels[static_cast<std::size_t>(y) * rowPixels], image.constScanLine(y),
                    rowPixels * sizeof(QRgb));
    cache_.memory_ += count * sizeof(QRgb);
    return pixels;
}

}  // namespace octavo
