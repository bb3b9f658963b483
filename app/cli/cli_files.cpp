#include "app/cli/cli_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli/cli_status.h"
#include "core/base/offset_text.h"
#include "core/save/journal_file.h"
#include "core/save/journal_recovery.h"
#include "core/source/file_source.h"

namespace octavo {

namespace {

constexpr std::array kRisks = {SaveRisk::BreaksHardLinks, SaveRisk::ReadOnlyFile, SaveRisk::LosesOwner,
                               SaveRisk::LosesAttributes};

constexpr std::array kKinds = {SaveKind::InPlace, SaveKind::Rewrite, SaveKind::Replace};

// Keeps everything that a descriptor gives until its end.
Result<std::shared_ptr<const Source>> readStream(int descriptor, const std::string& path) {
    auto writer = SpillWriter::create();
    if (!writer)
        return fail(writer.error());
    std::vector<std::byte> block(std::size_t{1} << 20);
    for (;;) {
        const ssize_t count = ::read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError(errno, ErrorCode::ReadFailed, path));
        if (count == 0)
            return std::move(*writer).finish();
        if (Status status = writer->append(std::span(block).first(static_cast<std::size_t>(count))); !status)
            return fail(status.error());
    }
}

// A pipe with a name, such as a shell's <(command).
Result<std::shared_ptr<const Source>> readPipe(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    auto source = readStream(descriptor, path);
    ::close(descriptor);
    return source;
}

Status takeBackCutOffSave(const std::string& path) {
    PosixFileSystem fileSystem;
    const auto recovery = recoverJournal(path, fileSystem, journalDirectoryOfUser());
    if (!recovery)
        return fail(recovery.error());
    if (*recovery == JournalRecovery::RolledBack)
        note(path, "an earlier save was cut off; the content from before it has been put back");
    if (*recovery == JournalRecovery::Completed)
        note(path, "an earlier save was cut off; it has been completed");
    return {};
}

}  // namespace

std::string journalDirectoryOfUser() {
    return journalDirectory(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
}

Result<std::shared_ptr<const Source>> openInput(const std::string& path) {
    if (path == "-")
        return readStream(STDIN_FILENO, path);
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && S_ISFIFO(status.st_mode))
        return readPipe(path);
    const auto identity = fileIdentity(path);
    if (!identity)
        return fail(identity.error());
    if (Status recovered = takeBackCutOffSave(path); !recovered)
        return fail(recovered.error());
    auto source = openFileSource(path);
    if (!source)
        return fail(source.error());
    return std::shared_ptr<const Source>(std::move(*source));
}

Result<Snapshot> readInput(const std::string& path) {
    auto source = openInput(path);
    if (!source)
        return fail(source.error());
    return Snapshot::ofSource(std::move(*source));
}

Result<ByteRange> rangeNamed(const std::optional<std::string>& text, const Snapshot& snapshot) {
    if (!text)
        return snapshot.all();
    auto range = parseRange(*text, {.size = snapshot.size()});
    if (!range)
        range.error().detail = fmt::format("range {}, size {}", *text, snapshot.size());
    return range;
}

Status allReadable(const RangeSet& unreadable) {
    if (unreadable.isEmpty())
        return {};
    return failAt(ErrorCode::Unreadable, unreadable.ranges().front().begin);
}

Status StandardOutput::append(std::string_view text) {
    buffer_.append(text);
    return buffer_.size() < (std::size_t{1} << 16) ? Status() : flush();
}

Status StandardOutput::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError(errno, ErrorCode::WriteFailed, "standard output"));
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
    return {};
}

Status SpillSink::append(std::string_view text) {
    return writer_.append(std::as_bytes(std::span(text)));
}

Result<Snapshot> SpillSink::finish() && {
    auto source = std::move(writer_).finish();
    if (!source)
        return fail(source.error());
    return Snapshot::ofSource(std::move(*source));
}

std::vector<std::string> saveRiskNames() {
    std::vector<std::string> names;
    for (const SaveRisk risk : kRisks)
        names.emplace_back(saveRiskName(risk));
    return names;
}

std::vector<std::string> saveKindNames() {
    std::vector<std::string> names;
    for (const SaveKind kind : kKinds)
        names.emplace_back(saveKindName(kind));
    return names;
}

Result<SavePlan> planFor(const Snapshot& snapshot, const SaveOrder& order) {
    PosixFileSystem fileSystem;
    auto target = probeSaveTarget(order.path, fileSystem);
    if (!target)
        return fail(target.error());
    target->intent = order.intent;
    target->base = order.base;
    target->journalDirectory = journalDirectoryOfUser();
    for (const SaveKind kind : kKinds) {
        if (order.kind == saveKindName(kind))
            target->wantedKind = kind;
    }
    for (const SaveRisk risk : kRisks) {
        if (std::ranges::find(order.acceptedRisks, saveRiskName(risk)) != order.acceptedRisks.end())
            target->acceptedRisks.push_back(risk);
    }
    return planSave(snapshot, *target);
}

Result<SaveOutcome> saveSnapshot(const Snapshot& snapshot, const SaveOrder& order) {
    const auto plan = planFor(snapshot, order);
    if (!plan)
        return fail(plan.error());
    PosixFileSystem fileSystem;
    return runSave(*plan, snapshot, fileSystem);
}

Status deliver(const Snapshot& snapshot, const SaveOrder& order) {
    if (order.path != "-") {
        const auto outcome = saveSnapshot(snapshot, order);
        return outcome ? Status() : fail(outcome.error());
    }
    StandardOutput out;
    Status written;
    const ScanReport report =
        snapshot.scan(snapshot.all(), [&](ByteOffset, std::span<const std::byte> bytes) {
            written = out.append({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
            return written.has_value();
        });
    if (!written)
        return written;
    if (Status status = allReadable(report.unreadable); !status)
        return status;
    return out.flush();
}

}  // namespace octavo
