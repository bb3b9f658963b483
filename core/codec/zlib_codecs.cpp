#include "core/codec/zlib_codecs.h"

#include <algorithm>
#include <string_view>
#include <zlib.h>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// What zlib calls window bits: the window's size, and in its sign and bit 4 the wrapping.
enum class Wrapping : int { Zlib = MAX_WBITS, Gzip = MAX_WBITS + 16, None = -MAX_WBITS };

constexpr int kMemoryLevel = 8;  // zlib's default

/// Points the stream at one step's bytes, each side cut to what its counters hold. Returns whether all of the
/// input is there.
bool lendTo(z_stream& stream, std::span<const std::byte> input, std::span<std::byte> output) {
    constexpr std::size_t kMost = std::size_t{1} << 30;
    // zlib never writes through next_in, but is not declared so.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(input.data()));
    stream.avail_in = static_cast<uInt>(std::min(input.size(), kMost));
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(std::min(output.size(), kMost));
    return input.size() <= kMost;
}

Error libraryError(const z_stream& stream) {
    return {.code = ErrorCode::LibraryFailed,
            .offset = {},
            .systemCode = 0,
            .detail = stream.msg != nullptr ? stream.msg : "zlib"};
}

class Deflater final : public ByteTransform {
public:
    static Result<std::unique_ptr<ByteTransform>> create(Wrapping wrapping, int level) {
        OCTAVO_EXPECTS(level >= 0 && level <= 9);
        auto deflater = std::make_unique<Deflater>();
        z_stream& stream = deflater->stream_;
        if (deflateInit2(&stream, level, Z_DEFLATED, static_cast<int>(wrapping), kMemoryLevel,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            return fail(libraryError(stream));
        return deflater;
    }
    ~Deflater() override { deflateEnd(&stream_); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, InputEnd end) override {
        OCTAVO_EXPECTS(!output.empty());
        const bool isAll = lendTo(stream_, input, output) && end == InputEnd::ThisIsAll;
        const uInt offered = stream_.avail_in;
        const uInt room = stream_.avail_out;
        const int code = deflate(&stream_, isAll ? Z_FINISH : Z_NO_FLUSH);
        if (code == Z_STREAM_ERROR)
            return fail(libraryError(stream_));
        return Step{.consumed = offered - stream_.avail_in,
                    .produced = room - stream_.avail_out,
                    .isFinished = code == Z_STREAM_END};
    }

private:
    z_stream stream_{};
};

class Inflater final : public ByteTransform {
public:
    explicit Inflater(Wrapping wrapping) : wrapping_(wrapping) {}

    static Result<std::unique_ptr<ByteTransform>> create(Wrapping wrapping) {
        auto inflater = std::make_unique<Inflater>(wrapping);
        if (inflateInit2(&inflater->stream_, static_cast<int>(wrapping)) != Z_OK)
            return fail(libraryError(inflater->stream_));
        return inflater;
    }
    ~Inflater() override { inflateEnd(&stream_); }

    Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output, InputEnd end) override {
        OCTAVO_EXPECTS(!output.empty());
        if (memberHasEnded_) {
            const Next next = whatFollows(input, end);
            if (next != Next::Member)
                return Step{.consumed = 0, .produced = 0, .isFinished = next == Next::Nothing};
            if (inflateReset(&stream_) != Z_OK)
                return fail(libraryError(stream_));
            memberHasEnded_ = false;
        }
        const bool isAll = lendTo(stream_, input, output) && end == InputEnd::ThisIsAll;
        const uInt offered = stream_.avail_in;
        const uInt room = stream_.avail_out;
        const int code = inflate(&stream_, Z_NO_FLUSH);
        Step step{.consumed = offered - stream_.avail_in, .produced = room - stream_.avail_out};
        consumed_ += step.consumed;
        if (code == Z_STREAM_END) {
            memberHasEnded_ = wrapping_ == Wrapping::Gzip;
            step.isFinished = !memberHasEnded_;
            return step;
        }
        if (code != Z_OK && code != Z_BUF_ERROR)
            return fail(streamError(code));
        if (isAll && stream_.avail_in == 0 && stream_.avail_out > 0)
            return failAt(ErrorCode::Truncated, consumed_);
        return step;
    }

private:
    enum class Next { Member, Nothing, Unknown };

    /// Gzip members may follow one another (RFC 1952, section 2.2); anything else is not part of the stream.
    static Next whatFollows(std::span<const std::byte> input, InputEnd end) {
        constexpr std::byte kMagic[]{std::byte{0x1F}, std::byte{0x8B}};
        const std::size_t count = std::min(input.size(), std::size(kMagic));
        if (!std::equal(kMagic, kMagic + count, input.begin()))
            return Next::Nothing;
        if (count == std::size(kMagic))
            return Next::Member;
        return end == InputEnd::ThisIsAll ? Next::Nothing : Next::Unknown;
    }

    [[nodiscard]] Error streamError(int code) const {
        const std::string_view message = stream_.msg != nullptr ? stream_.msg : "";
        Error error{.code = ErrorCode::Malformed, .offset = consumed_, .systemCode = 0, .detail = {}};
        if (code == Z_NEED_DICT)
            error.code = ErrorCode::Unsupported;  // a preset dictionary that only its maker has
        else if (code != Z_DATA_ERROR)
            return libraryError(stream_);
        else if (message == "incorrect data check" || message == "incorrect length check" ||
                 message == "header crc mismatch")
            error.code = ErrorCode::ChecksumMismatch;
        error.detail = message;
        return error;
    }

    z_stream stream_{};
    Wrapping wrapping_;
    ByteCount consumed_ = 0;
    bool memberHasEnded_ = false;
};

CompressorInfo zlibInfo(std::string id, Wrapping wrapping) {
    return {.id = std::move(id),
            .minimumLevel = 0,
            .maximumLevel = 9,
            .defaultLevel = 6,
            .createCompressor = [wrapping](int level) { return Deflater::create(wrapping, level); },
            .createDecompressor = [wrapping] { return Inflater::create(wrapping); }};
}

}  // namespace

void registerZlibCodecs(Registry<CompressorInfo>& registry) {
    registry.add(zlibInfo("zlib", Wrapping::Zlib));
    registry.add(zlibInfo("gzip", Wrapping::Gzip));
    registry.add(zlibInfo("deflate", Wrapping::None));
}

}  // namespace octavo
