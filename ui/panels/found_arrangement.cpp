#include "ui/panels/found_arrangement.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "core/codec/text_codecs.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kBytesCompared = 64;
constexpr std::size_t kPollEvery = 4096;
constexpr ByteCount kBytesWritten = 4096;

std::byte lowered(std::byte byte) {
    const auto value = std::to_integer<unsigned>(byte);
    return value >= 'A' && value <= 'Z' ? static_cast<std::byte>(value | 0x20U) : byte;
}

class Arranger {
public:
    Arranger(const FoundPlaces::List& places, FoundWindow window, const RowBytes& bytesOf,
             const FoundArrangement& arrangement, const JobContext& job)
        : places_(places), window_(window), bytesOf_(bytesOf), how_(arrangement), job_(job) {}

    Result<FoundOrder> run() {
        auto rows = std::make_shared<std::vector<std::uint32_t>>();
        const auto wanted = wantedBytes();
        job_.setTotal(window_.count);
        for (std::size_t i = 0; i < window_.count; ++i) {
            if (i % kPollEvery == 0) {
                if (job_.stopRequested())
                    return fail(ErrorCode::Cancelled);
                job_.advance(std::min(kPollEvery, window_.count - i));
            }
            const std::size_t row = window_.first + i;
            if (wanted.empty() || contains(row, wanted))
                rows->push_back(static_cast<std::uint32_t>(row));
        }
        sort(*rows);
        return rows;
    }

private:
    /// Lower case where the filter is text.
    [[nodiscard]] std::vector<std::byte> wantedBytes() {
        if (how_.filter.startsWith(u"0x"_s, Qt::CaseInsensitive)) {
            if (const auto bytes = decodeHex(toUtf8(how_.filter.sliced(2))); bytes && !bytes->empty()) {
                isHex_ = true;
                return *bytes;
            }
        }
        std::vector<std::byte> bytes;
        for (const char c : toUtf8(how_.filter))
            bytes.push_back(lowered(static_cast<std::byte>(c)));
        return bytes;
    }

    [[nodiscard]] bool contains(std::size_t row, const std::vector<std::byte>& wanted) const {
        std::array<std::byte, kBytesCompared> buffer{};
        const auto bytes = bytesOf_(row, buffer);
        return !std::ranges::search(bytes, wanted, {}, [this](std::byte each) {
                    return isHex_ ? each : lowered(each);
                }).empty();
    }

    void sort(std::vector<std::uint32_t>& rows) const {
        if (how_.key == FoundArrangement::Key::Bytes)
            return sortBy<std::array<std::byte, 16>>(rows, [this](std::uint32_t row) {
                std::array<std::byte, 16> key{};
                static_cast<void>(bytesOf_(row, key));
                return key;
            });
        sortBy<std::uint64_t>(rows, [this](std::uint32_t row) -> std::uint64_t {
            switch (how_.key) {
                case FoundArrangement::Key::Length:
                    return places_[row].length;
                case FoundArrangement::Key::Form:
                    return places_[row].form;
                case FoundArrangement::Key::OffsetInFile:
                    return places_[row].at;
                default:
                    return row;
            }
        });
    }

    template <typename Key, typename KeyOf>
    void sortBy(std::vector<std::uint32_t>& rows, const KeyOf& keyOf) const {
        std::vector<std::pair<Key, std::uint32_t>> keyed;
        keyed.reserve(rows.size());
        for (const std::uint32_t row : rows)
            keyed.emplace_back(keyOf(row), row);
        const bool isAscending = how_.order == Qt::AscendingOrder;
        std::ranges::stable_sort(keyed, [isAscending](const auto& left, const auto& right) {
            return isAscending ? left.first < right.first : right.first < left.first;
        });
        std::ranges::transform(keyed, rows.begin(), [](const auto& each) { return each.second; });
    }

    const FoundPlaces::List& places_;
    FoundWindow window_;
    const RowBytes& bytesOf_;
    const FoundArrangement& how_;
    const JobContext& job_;
    bool isHex_ = false;
};

}  // namespace

Result<FoundOrder> arrange(const FoundPlaces::List& places, const Snapshot& snapshot, const RevisionMap& map,
                           const FoundArrangement& arrangement, const JobContext& job) {
    const RowBytes bytesOf = [&](std::size_t row, std::span<std::byte> buffer) -> std::span<const std::byte> {
        const auto range = map.now(places[row].range());
        if (!range)
            return {};
        const auto bytes = buffer.first(std::min<std::size_t>(buffer.size(), range->size()));
        static_cast<void>(snapshot.read(range->begin, bytes));
        return bytes;
    };
    return arrange(places, {.first = 0, .count = places.size()}, bytesOf, arrangement, job);
}

Result<FoundOrder> arrange(const FoundPlaces::List& places, FoundWindow window, const RowBytes& bytesOf,
                           const FoundArrangement& arrangement, const JobContext& job) {
    return Arranger(places, window, bytesOf, arrangement, job).run();
}

Status writeFound(const FoundPlaces::List& places, const FoundOrder& order, const Snapshot& snapshot,
                  const RevisionMap& map, TextSink& sink, const JobContext& job) {
    std::vector<std::byte> bytes;
    const std::size_t count = order ? order->size() : places.size();
    job.setTotal(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % kPollEvery == 0) {
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
            job.advance(std::min(kPollEvery, count - i));
        }
        const auto range = map.now(places[order ? (*order)[i] : i].range());
        if (!range)
            continue;
        bytes.resize(std::min(kBytesWritten, range->size()));
        static_cast<void>(snapshot.read(range->begin, bytes));
        const QString line = hexText(range->begin) + u'\t' + QString::number(range->size()) + u'\t' +
                             QString::fromStdString(encodeHex(bytes, HexCase::Upper, " ")) + u'\n';
        if (Status written = sink.append(toUtf8(line)); !written)
            return written;
    }
    return {};
}

}  // namespace octavo
