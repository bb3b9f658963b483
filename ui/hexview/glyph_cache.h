#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include <QFont>
#include <QRgb>

#include "ui/hexview/hex_layout.h"

namespace octavo {

/// The size of a character cell of a fixed font at a device pixel ratio. Whole device pixels, so that every
/// cell is as crisp as the next.
[[nodiscard]] CellMetrics cellMetrics(const QFont& font, double devicePixelRatio);

/// Characters drawn once for each pair of colours and kept as opaque pixels, so that painting a byte is
/// copying two small blocks. Sizes are device pixels. Window thread. Memory: bounded by kMemoryLimit plus one
/// paint's growth.
class GlyphCache {
public:
    /// Forgets everything when anything differs from before.
    void setFont(const QFont& font, double devicePixelRatio);
    [[nodiscard]] const CellMetrics& cell() const { return cell_; }
    [[nodiscard]] double devicePixelRatio() const { return devicePixelRatio_; }

    /// The cells of one pair of colours.
    class Style {
    public:
        /// charWidth * rowHeight pixels, row by row. `cells` is 1, or 2 for a character given room for two.
        [[nodiscard]] const QRgb* glyph(char32_t character, int cells = 1) {
            if (character < latin_.size() && cells == 1 && latin_[character])
                return latin_[character].get();
            return other(character, cells);
        }
        [[nodiscard]] QRgb ground() const { return ground_; }

    private:
        friend class GlyphCache;
        using Pixels = std::unique_ptr<QRgb[]>;
        Style(GlyphCache& cache, QRgb ink, QRgb ground) : cache_(cache), ink_(ink), ground_(ground) {}
        [[nodiscard]] const QRgb* other(char32_t character, int cells);
        [[nodiscard]] Pixels draw(char32_t character, int cells) const;

        GlyphCache& cache_;
        QRgb ink_;
        QRgb ground_;
        std::array<Pixels, 256> latin_;
        std::unordered_map<char32_t, Pixels> others_;
    };

    /// Opaque colours. Valid until trim() or setFont(). Cost: O(styles), so ask once per paint, not once per
    /// cell.
    [[nodiscard]] Style& style(QRgb ink, QRgb ground);

    /// Between paints: forgets everything when the limit is passed.
    void trim();
    static constexpr std::size_t kMemoryLimit = std::size_t{6} << 20;

private:
    QFont font_;
    QFont deviceFont_;
    double devicePixelRatio_ = 0;
    CellMetrics cell_;
    int baseline_ = 0;
    std::vector<std::unique_ptr<Style>> styles_;
    std::size_t memory_ = 0;
};

}  // namespace octavo
