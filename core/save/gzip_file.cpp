#include "core/save/gzip_file.h"

#include <vector>
#include <zlib.h>

#include "core/base/contracts.h"

namespace octavo {

namespace {

constexpr std::size_t kStep = std::size_t{256} << 10;
constexpr int kGzipWindow = MAX_WBITS + 16;
constexpr int kMemoryLevel = 8;
constexpr int kLevel = 4;  // histories are written while somebody waits for the program to end

/// A zlib stream that reads one file and writes another.
class FileStream {
public:
    using End = int (*)(z_stream*);

    FileStream(OpenFile& from, OpenFile& to, End end) : from_(from), to_(to), end_(end) {}
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;
    ~FileStream() { end_(&stream_); }

    [[nodiscard]] z_stream& stream() { return stream_; }
    [[nodiscard]] ByteCount written() const { return written_; }
    [[nodiscard]] ByteOffset consumed() const { return read_ - stream_.avail_in; }
    [[nodiscard]] bool isInputAtEnd() const { return isAtEnd_ && stream_.avail_in == 0; }
    [[nodiscard]] bool isAllRead() const { return isAtEnd_; }

    /// Reads on when everything read was taken.
    [[nodiscard]] Status fill() {
        if (stream_.avail_in > 0 || isAtEnd_)
            return {};
        const auto count = from_.readUpTo(read_, input_);
        if (!count)
            return fail(count.error());
        read_ += *count;
        isAtEnd_ = *count < input_.size();
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(*count);
        return {};
    }
    void makeRoom() {
        stream_.next_out = reinterpret_cast<Bytef*>(output_.data());
        stream_.avail_out = static_cast<uInt>(output_.size());
    }
    [[nodiscard]] Status write() {
        const std::size_t count = output_.size() - stream_.avail_out;
        if (Status done = to_.writeAll(written_, std::span(output_).first(count)); !done)
            return done;
        written_ += count;
        return {};
    }

private:
    OpenFile& from_;
    OpenFile& to_;
    End end_;
    z_stream stream_{};
    std::vector<std::byte> input_ = std::vector<std::byte>(kStep);
    std::vector<std::byte> output_ = std::vector<std::byte>(kStep);
    ByteOffset read_ = 0;
    ByteCount written_ = 0;
    bool isAtEnd_ = false;
};

}  // namespace

Status compressFile(OpenFile& from, OpenFile& to, const JobContext& job) {
    FileStream file(from, to, deflateEnd);
    if (deflateInit2(&file.stream(), kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return fail(ErrorCode::LibraryFailed, "zlib");
    for (int code = Z_OK; code != Z_STREAM_END;) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (Status filled = file.fill(); !filled)
            return filled;
        file.makeRoom();
        code = deflate(&file.stream(), file.isAllRead() ? Z_FINISH : Z_NO_FLUSH);
        OCTAVO_EXPECTS(code != Z_STREAM_ERROR);
        if (Status written = file.write(); !written)
            return written;
    }
    return {};
}

Status decompressFile(OpenFile& from, OpenFile& to, ByteCount most, const JobContext& job) {
    FileStream file(from, to, inflateEnd);
    if (inflateInit2(&file.stream(), kGzipWindow) != Z_OK)
        return fail(ErrorCode::LibraryFailed, "zlib");
    for (int code = Z_OK; code != Z_STREAM_END;) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (Status filled = file.fill(); !filled)
            return filled;
        if (file.isInputAtEnd())
            return failAt(ErrorCode::Malformed, file.consumed(), from.path());
        file.makeRoom();
        code = inflate(&file.stream(), Z_NO_FLUSH);
        if (code == Z_MEM_ERROR)
            return fail(ErrorCode::LibraryFailed, "zlib");
        if (code != Z_OK && code != Z_STREAM_END)
            return failAt(ErrorCode::Malformed, file.consumed(), from.path());
        if (Status written = file.write(); !written)
            return written;
        if (file.written() > most)
            return fail(ErrorCode::LimitReached, from.path());
    }
    if (Status filled = file.fill(); !filled)
        return filled;
    return file.isInputAtEnd() ? Status{} : failAt(ErrorCode::Malformed, file.consumed(), from.path());
}

}  // namespace octavo
