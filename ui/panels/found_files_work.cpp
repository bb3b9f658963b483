#include "ui/panels/found_files_work.h"

#include <algorithm>

#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/panels/found_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kPollEvery = 256;

QString nameOf(const FoundFile& file) {
    return file.path.empty() ? file.name : toDisplayText(file.path);
}

/// Reads rows, which are quickest in the order of files: the file of the last one is kept.
class RowReader {
public:
    explicit RowReader(const FoundFilesList& list) : list_(list) {}

    struct Row {
        std::size_t file = 0;
        ByteRange range;                  ///< where it is now, as far as is known
        const Snapshot* bytes = nullptr;  ///< none when they are not what was searched
    };
    [[nodiscard]] Row at(std::size_t row) {
        enter(row);
        const ByteRange found = (*list_.places)[row].range();
        if (open_ != list_.open.end()) {
            const auto now = open_->second.map.now(found);
            return {file_, now.value_or(found), now ? &open_->second.snapshot : nullptr};
        }
        const bool isThere = snapshot_ && found.end <= snapshot_->size();
        return {file_, found, isThere ? &*snapshot_ : nullptr};
    }

private:
    void enter(std::size_t row) {
        const auto& files = *list_.files;
        if (isIn_ && row - files[file_].places.first < files[file_].places.count)
            return;
        const auto next =
            std::ranges::upper_bound(files, row, {}, [](const FoundFile& each) { return each.places.first; });
        file_ = static_cast<std::size_t>(next - files.begin()) - 1;
        isIn_ = true;
        open_ = list_.open.find(file_);
        snapshot_.reset();
        const FoundFile& file = files[file_];
        if (open_ != list_.open.end() || !file.identity)
            return;
        if (auto bytes = bytesOfFile(file.path, *file.identity))
            snapshot_ = std::move(*bytes);
    }

    const FoundFilesList& list_;
    bool isIn_ = false;
    std::size_t file_ = 0;
    std::map<std::size_t, FoundFileState>::const_iterator open_;
    std::optional<Snapshot> snapshot_;
};

Status writeNotes(const std::vector<FoundFile>& files, TextSink& sink) {
    for (const FoundFile& each : files) {
        if (each.note.isEmpty())
            continue;
        if (Status written = sink.append(toUtf8(nameOf(each) + u"\t\t\t\t"_s + each.note + u'\n')); !written)
            return written;
    }
    return {};
}

}  // namespace

FoundFilesList::FoundFilesList(const FoundFiles& found)
    : places(found.list()), files(found.sharedFiles()), open(found.openStates()) {
    OCTAVO_EXPECTS(found.isComplete());
}

Result<FoundOrder> arrangeFiles(const FoundFilesList& list, FoundWindow window,
                                const FoundArrangement& arrangement, const JobContext& job) {
    RowReader reader(list);
    const RowBytes bytesOf = [&reader](std::size_t row,
                                       std::span<std::byte> buffer) -> std::span<const std::byte> {
        const RowReader::Row at = reader.at(row);
        if (at.bytes == nullptr)
            return {};
        const auto bytes = buffer.first(std::min<std::size_t>(buffer.size(), at.range.size()));
        static_cast<void>(at.bytes->read(at.range.begin, bytes));
        return bytes;
    };
    return arrange(*list.places, window, bytesOf, arrangement, job);
}

Status writeFoundFiles(const FoundFilesList& list, FoundWindow window, const FoundOrder& order,
                       TextSink& sink, const JobContext& job) {
    RowReader reader(list);
    const std::size_t count = order ? order->size() : window.count;
    job.setTotal(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % kPollEvery == 0) {
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
            job.advance(std::min(kPollEvery, count - i));
        }
        const RowReader::Row row = reader.at(order ? (*order)[i] : window.first + i);
        const QString line = nameOf((*list.files)[row.file]) + u'\t' + hexText(row.range.begin) + u'\t' +
                             QString::number(row.range.size()) + u'\t' +
                             (row.bytes == nullptr ? QString() : foundHex(*row.bytes, row.range)) + u'\n';
        if (Status written = sink.append(toUtf8(line)); !written)
            return written;
    }
    return writeNotes(*list.files, sink);
}

}  // namespace octavo
