#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include <QRgb>

namespace octavo {

/// Copies a small opaque block of pixels, `width` wide and tightly packed, into an image of `stride` pixels a
/// line. Known widths become a few vector moves instead of a call for each line.
inline void copyCell(QRgb* to, int stride, const QRgb* from, int width, int height) {
    using Copy = void (*)(QRgb*, int, const QRgb*, int);
    static constexpr std::size_t kWidths = 40;
    static constexpr auto kCopies = []<std::size_t... Width>(std::index_sequence<Width...>) {
        return std::array<Copy, sizeof...(Width)>{[](QRgb* out, int outStride, const QRgb* in, int lines) {
            for (int y = 0; y < lines; ++y, out += outStride, in += Width)
                std::memcpy(out, in, Width * sizeof(QRgb));
        }...};
    }
    (std::make_index_sequence<kWidths>());

    if (static_cast<std::size_t>(width) < kWidths) {
        kCopies[static_cast<std::size_t>(width)](to, stride, from, height);
        return;
    }
    for (int y = 0; y < height; ++y, to += stride, from += width)
        std::memcpy(to, from, static_cast<std::size_t>(width) * sizeof(QRgb));
}

}  // namespace octavo
