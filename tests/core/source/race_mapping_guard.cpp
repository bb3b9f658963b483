// The SIGBUS guard itself: failing pages, signals that are not its own, many mappings coming and going.

#include <atomic>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "core/base/unique_descriptor.h"
#include "core/source/mapping_guard.h"

using namespace octavo;

namespace {

int failures = 0;

void expect(bool isGood, const char* what) {
    if (isGood)
        return;
    ++failures;
    std::fprintf(stderr, "wrong: %s\n", what);
}

ByteCount pageSize() {
    return static_cast<ByteCount>(::sysconf(_SC_PAGESIZE));
}

UniqueDescriptor memoryFile(ByteCount size) {
    UniqueDescriptor file(::memfd_create("octavo-test", MFD_CLOEXEC));
    if (!file.isOpen() || ::ftruncate(file.get(), static_cast<off_t>(size)) != 0)
        std::abort();
    return file;
}

std::byte touch(std::span<const std::byte> bytes, ByteOffset at) {
    return *const_cast<const volatile std::byte*>(&bytes[static_cast<std::size_t>(at)]);
}

// The handler that was there first: repairs its own mapping and counts.
std::atomic<int> passedOn{0};
void* foreignMapping = nullptr;

void foreignHandler(int /*signal*/) {
    ++passedOn;
    ::mmap(foreignMapping, pageSize(), PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
}

void installForeignHandler() {
    struct sigaction action {};
    action.sa_handler = foreignHandler;
    ::sigaction(SIGBUS, &action, nullptr);
}

void checkForeignFaultsArePassedOn() {
    const UniqueDescriptor file = memoryFile(pageSize());
    const auto guarded = GuardedMapping::map(file.get(), pageSize());
    const UniqueDescriptor foreign = memoryFile(pageSize());
    foreignMapping = ::mmap(nullptr, pageSize(), PROT_READ, MAP_SHARED, foreign.get(), 0);
    expect(::ftruncate(foreign.get(), 0) == 0, "cutting the foreign file");
    const std::span bytes(static_cast<const std::byte*>(foreignMapping), pageSize());
    expect(touch(bytes, 5) == std::byte{0}, "the foreign fault is repaired by its own handler");
    expect(passedOn.load() == 1, "the foreign handler was called once");
    expect(!guarded->hasFaults(), "a foreign fault damages no mapping of ours");
    ::raise(SIGBUS);
    expect(passedOn.load() == 2, "a signal sent by a process is passed on");
    ::munmap(foreignMapping, pageSize());
}

/// A child in which nobody handled SIGBUS before the guard; it ends itself with 0 unless the signal ends it.
void runWithoutForeignHandler(bool isFault) {
    struct sigaction byDefault {};
    byDefault.sa_handler = SIG_DFL;
    ::sigaction(SIGBUS, &byDefault, nullptr);
    const UniqueDescriptor file = memoryFile(pageSize());
    const auto guarded = GuardedMapping::map(file.get(), pageSize());
    const UniqueDescriptor foreign = memoryFile(pageSize());
    void* const memory = ::mmap(nullptr, pageSize(), PROT_READ, MAP_SHARED, foreign.get(), 0);
    if (isFault && ::ftruncate(foreign.get(), 0) == 0)
        static_cast<void>(touch(std::span(static_cast<const std::byte*>(memory), pageSize()), 0));
    if (!isFault)
        ::raise(SIGBUS);
    ::_exit(0);
}

/// When nobody before us handled SIGBUS, one that is not ours ends the process, as without us.
/// REQUIRES: the guard is not installed in this process yet.
void checkDefaultActionStillKills() {
    for (const bool isFault : {true, false}) {
        const pid_t child = ::fork();
        if (child == 0)
            runWithoutForeignHandler(isFault);
        int status = 0;
        expect(::waitpid(child, &status, 0) == child, "waiting for the child");
        expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS, "an unhandled SIGBUS ends the process");
    }
}

/// Makes the holes of a mapping fail as a bad sector would: SIGBUS although the file is long enough.
UniqueDescriptor failHoles(std::span<const std::byte> bytes) {
    UniqueDescriptor faults(static_cast<int>(::syscall(SYS_userfaultfd, O_CLOEXEC | UFFD_USER_MODE_ONLY)));
    uffdio_api api{.api = UFFD_API, .features = UFFD_FEATURE_SIGBUS, .ioctls = 0};
    uffdio_register holes{
        .range = {.start = reinterpret_cast<std::uintptr_t>(bytes.data()), .len = bytes.size()},
        .mode = UFFDIO_REGISTER_MODE_MISSING,
        .ioctls = 0};
    expect(faults.isOpen() && ::ioctl(faults.get(), UFFDIO_API, &api) == 0 &&
               ::ioctl(faults.get(), UFFDIO_REGISTER, &holes) == 0,
           "this machine can make pages fail");
    return faults;
}

void checkFailingPages() {
    constexpr ByteCount kPages = 300;
    const UniqueDescriptor file = memoryFile(kPages * pageSize());
    RangeSet holes;
    for (ByteCount page = 0; page < kPages; ++page) {
        const std::byte mark{0x5A};
        if (page % 7 == 3 || (page >= 120 && page < 140))
            holes.add(ByteRange::ofLength(page * pageSize(), pageSize()));
        else
            expect(::pwrite(file.get(), &mark, 1, static_cast<off_t>(page * pageSize() + 9)) == 1, "writing");
    }
    const auto mapping = GuardedMapping::map(file.get(), kPages * pageSize());
    const UniqueDescriptor faults = failHoles(mapping->bytes());
    const ByteRange all{0, kPages * pageSize()};
    expect(mapping->failedPagesIn(all).isEmpty(), "nothing has failed before it is touched");
    std::atomic<int> wrongBytes{0};
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i) {
            readers.emplace_back([&] {
                for (ByteCount page = 0; page < kPages; ++page) {
                    const ByteOffset at = page * pageSize() + 9;
                    const std::byte right{holes.contains(at) ? std::uint8_t{0} : std::uint8_t{0x5A}};
                    wrongBytes += touch(mapping->bytes(), at) == right ? 0 : 1;
                }
            });
        }
    }
    expect(wrongBytes.load() == 0, "good pages keep their bytes, failed ones are zero");
    expect(mapping->failedPagesIn(all) == holes, "exactly the failed pages are named");
    expect(mapping->endAfterFaults() == all.end, "a failing page is no cut");
    expect(mapping->failedPagesIn({0, 3 * pageSize()}).isEmpty(), "clipped in front");
    expect(mapping->failedPagesIn({4 * pageSize() - 1, 4 * pageSize()}).totalSize() == pageSize(),
           "whole pages");
}

/// Mappings come, are cut, fault and go in several threads; slots are used again all the time.
void checkManyMappings() {
    std::atomic<int> wrong{0};
    std::vector<std::jthread> workers;
    for (ByteCount worker = 0; worker < 4; ++worker) {
        workers.emplace_back([&wrong, worker] {
            for (ByteCount round = 0; round < 200; ++round) {
                const ByteCount pages = 1 + (round + worker) % 5;
                const UniqueDescriptor file = memoryFile(pages * pageSize());
                const auto mapping = GuardedMapping::map(file.get(), pages * pageSize());
                const ByteCount kept = (round % (pages + 1)) * pageSize() / 2;
                if (::ftruncate(file.get(), static_cast<off_t>(kept)) != 0)
                    std::abort();
                static_cast<void>(touch(mapping->bytes(), pages * pageSize() - 1));
                const bool isFault = kept <= (pages - 1) * pageSize();
                wrong += mapping->hasFaults() == isFault ? 0 : 1;
                wrong += mapping->endAfterFaults() == (isFault ? kept : pages * pageSize()) ? 0 : 1;
            }
        });
    }
    workers.clear();
    expect(wrong.load() == 0, "every mapping knows its own cut and no other");
}

}  // namespace

int main() {
    checkDefaultActionStillKills();
    installForeignHandler();
    checkForeignFaultsArePassedOn();
    checkFailingPages();
    checkManyMappings();
    return failures == 0 ? 0 : 1;
}
