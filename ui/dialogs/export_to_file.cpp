#include "ui/dialogs/export_to_file.h"

#include <optional>
#include <vector>

#include "core/save/temporary_file.h"

namespace octavo {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;
constexpr mode_t kNewFileMode = 0666;  // less what the umask takes away

/// Gathers text and writes it in large pieces.
class FileSink final : public TextSink {
public:
    explicit FileSink(OpenFile& file) : file_(file) { buffer_.reserve(kBuffer); }

    Status append(std::string_view text) override {
        const auto bytes = std::as_bytes(std::span(text));
        buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
        return buffer_.size() >= kBuffer ? flush() : Status{};
    }
    Status flush() {
        const Status written = file_.writeAll(written_, buffer_);
        written_ += buffer_.size();
        buffer_.clear();
        return written;
    }
    [[nodiscard]] ByteCount written() const { return written_; }

private:
    OpenFile& file_;
    std::vector<std::byte> buffer_;
    ByteCount written_ = 0;
};

/// The permissions to give the new file; nothing when the path names what cannot be replaced.
Result<std::optional<mode_t>> modeToKeep(FileSystem& fileSystem, const std::string& path) {
    const auto status = fileSystem.status(path);
    if (!status)
        return status.error().code == ErrorCode::NotFound ? Result<std::optional<mode_t>>(std::nullopt)
                                                          : fail(status.error());
    if (status->kind == FileKind::Directory)
        return fail(ErrorCode::IsDirectory, path);
    if (status->kind != FileKind::Regular)
        return fail(ErrorCode::NotRegularFile, path);
    return std::optional(status->mode);
}

}  // namespace

Result<ByteCount> writeTextFile(FileSystem& fileSystem, const std::string& path,
                                const std::function<Status(TextSink&)>& write) {
    const auto resolved = fileSystem.resolve(path);
    if (!resolved)
        return fail(resolved.error());
    const auto mode = modeToKeep(fileSystem, *resolved);
    if (!mode)
        return fail(mode.error());
    auto temporary = TemporaryFile::createBeside(fileSystem, *resolved, mode->value_or(kNewFileMode));
    if (!temporary)
        return fail(temporary.error());
    OpenFile& file = temporary->file();
    FileSink sink(file);
    Status done = write(sink);
    if (done)
        done = sink.flush();
    if (done && *mode)
        done = fileSystem.setMode(file.handle(), **mode);
    if (done)
        done = file.sync();
    if (done)
        done = file.close();
    if (done)
        done = temporary->renameTo(*resolved, FileSystem::RenameMode::Replace);
    if (done)
        done = syncDirectory(fileSystem, directoryOf(*resolved));
    if (!done)
        return fail(done.error());
    return sink.written();
}

Result<ByteCount> exportToFile(FileSystem& fileSystem, const std::string& path, const ExportRequest& request,
                               const JobContext& job) {
    return writeTextFile(fileSystem, path, [&](TextSink& sink) {
        return request.format->exportTo(request.snapshot, request.range, request.options, sink, job);
    });
}

}  // namespace octavo
