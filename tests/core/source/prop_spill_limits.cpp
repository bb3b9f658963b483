// Spilling when there is no room: nothing that was appended before is lost. Works in processes of its own,
// because a limit and a mount last as long as the process.

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/source/growing_source.h"
#include "core/source/spill_source.h"
#include "tests/support/source_contract.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

constexpr std::size_t kRoom = std::size_t{256} * 1024;
constexpr std::size_t kBlock = 50'000;

int failures = 0;

void expect(bool isGood, const char* what) {
    if (isGood)
        return;
    ++failures;
    std::fprintf(stderr, "wrong: %s\n", what);
}

/// Fills the room with whole blocks; the one that no longer fits is refused as a whole.
void checkWriter(const std::string& directory, ErrorCode expected) {
    const auto bytes = sampleBytes(10 * kBlock);
    auto writer = SpillWriter::create(directory);
    expect(writer.has_value(), "creating the spill file");
    ByteCount kept = 0;
    Status status;
    while (kept < bytes.size() && (status = writer->append(std::span(bytes).subspan(kept, kBlock))))
        kept += kBlock;
    expect(!status && status.error().code == expected,
           "the block that does not fit is refused with its reason");
    expect(kept == kRoom / kBlock * kBlock && writer->size() == kept, "blocks that fit are kept");
    const auto source = std::move(*writer).finish();
    expect(source && checkSourceContract(**source, std::span(bytes).first(kept)).empty(),
           "kept blocks are readable");
}

void checkGrowing(const std::string& directory, ErrorCode expected) {
    const auto bytes = sampleBytes(1'000'000);
    GrowingSource source({.memoryLimit = 1, .directory = directory});
    expect(source.append(std::span(bytes).first(300'000)).has_value(), "the beginning fits");
    const Status status = source.append(std::span(bytes).subspan(300'000));
    expect(!status && status.error().code == expected, "too much is refused with its reason");
    expect(checkSourceContract(source, std::span(bytes).first(300'000)).empty(),
           "nothing of it was appended");
    expect(source.append(std::span(bytes).subspan(300'000, 1000)).has_value(), "a little more still fits");
    expect(checkSourceContract(source, std::span(bytes).first(301'000)).empty(), "and is readable");
}

void underSizeLimit() {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{kRoom, kRoom};
    expect(::setrlimit(RLIMIT_FSIZE, &limit) == 0, "limiting the file size");
    checkWriter({}, ErrorCode::TooLarge);
    checkGrowing({}, ErrorCode::TooLarge);
}

/// A small file system of this process's own. Where the system forbids that, the limit above has to do.
void onFullFileSystem() {
    const TemporaryDirectory directory;
    const bool isRoot = ::geteuid() == 0;
    if (::unshare(CLONE_NEWNS | (isRoot ? 0 : CLONE_NEWUSER)) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("octavo-test", directory.path().c_str(), "tmpfs", 0, "size=256k") != 0) {
        std::fprintf(stderr, "no file system of one's own here; checked with a size limit only\n");
        return;
    }
    checkWriter(directory.path(), ErrorCode::DiskFull);
    checkGrowing(directory.path(), ErrorCode::DiskFull);
    expect(std::filesystem::is_empty(directory.path()), "spill files have no name");
    ::umount(directory.path().c_str());
}

void inChild(void (*check)()) {
    const pid_t child = ::fork();
    if (child == 0) {
        check();
        std::_Exit(failures == 0 ? 0 : 1);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        ++failures;
}

void checkDirectories() {
    expect(SpillWriter::create("/nonexistent").error().code == ErrorCode::NotFound,
           "a missing directory is named");
    const TemporaryDirectory directory;
    ::setenv("TMPDIR", "/nonexistent", 1);
    expect(SpillWriter::create().has_value(), "an unusable $TMPDIR is passed over");
    ::setenv("TMPDIR", directory.path().c_str(), 1);
    auto writer = SpillWriter::create();
    expect(writer.has_value() && std::filesystem::is_empty(directory.path()),
           "$TMPDIR is used and left empty");
}

}  // namespace

int main() {
    inChild(underSizeLimit);
    inChild(onFullFileSystem);
    inChild(checkDirectories);
    return failures == 0 ? 0 : 1;
}
