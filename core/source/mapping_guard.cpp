#include "core/source/mapping_guard.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/contracts.h"

namespace octavo {

// Slots are never freed, only used again, so the handler may walk the list at any time. `begin` is written
// last when a slot is filled and first when it is emptied; the handler reads it before and after `size` and
// ignores a slot that changed meanwhile. A slot that holds the faulting address cannot be emptied, because
// its reader is in the handler.
struct GuardedMapping::Slot {
    static constexpr ByteCount kNoCut = std::numeric_limits<ByteCount>::max();
    using Word = std::atomic<std::uint64_t>;

    std::atomic<std::uintptr_t> begin{0};
    std::atomic<ByteCount> size{0};  // whole pages
    std::atomic<int> descriptor{-1};
    std::atomic<ByteCount> cutAt{kNoCut};
    std::atomic<bool> hasFaults{false};
    std::atomic<Word*> failedPages{
        nullptr};  // one bit a page, in memory that costs nothing until a page fails
    std::atomic<bool> isTaken{true};
    Slot* next = nullptr;
};

namespace {

using Slot = GuardedMapping::Slot;

static_assert(std::atomic<std::uint64_t>::is_always_lock_free && sizeof(Slot::Word) == sizeof(std::uint64_t));
static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<Slot*>::is_always_lock_free);

constexpr ByteCount kBitsPerWord = 64;

std::atomic<Slot*> firstSlot{nullptr};
struct sigaction previousAction;

ByteCount pageSize() {
    static const auto size = static_cast<ByteCount>(::sysconf(_SC_PAGESIZE));
    return size;
}

ByteCount roundedUpToPage(ByteCount size) {
    return (size + pageSize() - 1) / pageSize() * pageSize();
}

ByteCount bitmapSize(ByteCount mappedSize) {
    return roundedUpToPage((mappedSize / pageSize() + kBitsPerWord - 1) / kBitsPerWord * sizeof(Slot::Word));
}

/// The live mapping that holds this address, or nullptr. Async-signal-safe.
Slot* findSlot(std::uintptr_t address) {
    for (Slot* slot = firstSlot.load(); slot != nullptr; slot = slot->next) {
        const std::uintptr_t begin = slot->begin.load();
        const ByteCount size = slot->size.load();
        if (begin != 0 && address >= begin && address - begin < size && slot->begin.load() == begin)
            return slot;
    }
    return nullptr;
}

bool replaceByZeros(std::uintptr_t begin, ByteRange range) {
    const std::uintptr_t address = begin + range.begin;
    constexpr int kFlags = MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE;
#if defined(__SANITIZE_THREAD__)
    // ThreadSanitizer takes the library's call for a write to the pages that others read; the kernel's own is
    // none.
    return ::syscall(SYS_mmap, address, range.size(), PROT_READ, kFlags, -1, 0) == static_cast<long>(address);
#else
    void* const wanted = reinterpret_cast<void*>(address);
    return ::mmap(wanted, range.size(), PROT_READ, kFlags, -1, 0) == wanted;
#endif
}

void noteCut(Slot& slot, ByteCount fileSize) {
    ByteCount known = slot.cutAt.load();
    while (fileSize < known && !slot.cutAt.compare_exchange_weak(known, fileSize)) {
    }
    slot.hasFaults.store(true);
}

void noteFailedPage(Slot& slot, ByteCount page) {
    const std::uint64_t bit = std::uint64_t{1} << (page % kBitsPerWord);
    slot.failedPages.load()[page / kBitsPerWord].fetch_or(bit);
    slot.hasFaults.store(true);
}

/// Makes the faulting page readable; notes the loss before the zeros can be seen. Async-signal-safe.
bool repair(Slot& slot, std::uintptr_t address) {
    const std::uintptr_t begin = slot.begin.load();
    const ByteCount mappedSize = slot.size.load();
    const ByteCount page = (address - begin) / pageSize();
    const ByteRange pageRange = ByteRange::ofLength(page * pageSize(), pageSize());
    struct stat status {};
    const bool isKnown = ::fstat(slot.descriptor.load(), &status) == 0;
    const ByteCount fileSize = isKnown ? static_cast<ByteCount>(status.st_size) : mappedSize;
    if (fileSize <= pageRange.begin) {
        noteCut(slot, fileSize);
        return replaceByZeros(begin, {roundedUpToPage(fileSize), mappedSize});
    }
    noteFailedPage(slot, page);
    if (replaceByZeros(begin, pageRange))
        return true;
    // No further single page can be replaced (too many already): give up the rest of the mapping.
    noteCut(slot, pageRange.begin);
    return replaceByZeros(begin, {pageRange.begin, mappedSize});
}

/// Hands a SIGBUS that is not ours to whoever would have got it without us.
void passOn(int signal, siginfo_t* info, void* context) {
    if ((previousAction.sa_flags & SA_SIGINFO) != 0) {
        previousAction.sa_sigaction(signal, info, context);
        return;
    }
    const bool wasSent = info->si_code <= 0;  // by a process, not by a fault
    if (previousAction.sa_handler == SIG_IGN && wasSent)
        return;
    if (previousAction.sa_handler != SIG_DFL && previousAction.sa_handler != SIG_IGN) {
        previousAction.sa_handler(signal);
        return;
    }
    // The default action: a fault happens again as soon as the handler returns, a sent signal has to be sent
    // again.
    struct sigaction byDefault {};
    byDefault.sa_handler = SIG_DFL;
    ::sigaction(SIGBUS, &byDefault, nullptr);
    if (wasSent)
        ::raise(signal);
}

void onBusError(int signal, siginfo_t* info, void* context) {
    const int savedErrno = errno;
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    Slot* const slot = info->si_code > 0 ? findSlot(address) : nullptr;
    if (slot == nullptr || !repair(*slot, address))
        passOn(signal, info, context);
    errno = savedErrno;
}

void installHandlerOnce() {
    static std::once_flag installed;
    std::call_once(installed, [] {
        static_cast<void>(pageSize());  // so that the handler finds it computed
        ::sigaction(SIGBUS, nullptr, &previousAction);
        struct sigaction action {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, &action, nullptr);
    });
}

/// An empty slot: one that was given back, or a new one at the head of the list.
Slot* takeSlot() {
    for (Slot* slot = firstSlot.load(); slot != nullptr; slot = slot->next) {
        bool isTaken = false;
        if (slot->isTaken.compare_exchange_strong(isTaken, true))
            return slot;
    }
    auto* const slot = new Slot;  // stays in the list for good
    slot->next = firstSlot.load();
    while (!firstSlot.compare_exchange_weak(slot->next, slot)) {
    }
    return slot;
}

}  // namespace

std::unique_ptr<GuardedMapping> GuardedMapping::map(int descriptor, ByteCount size) {
    OCTAVO_EXPECTS(size > 0);
    if (size > std::numeric_limits<std::size_t>::max() / 2 - pageSize()) {
        errno = ENOMEM;
        return nullptr;
    }
    installHandlerOnce();
    void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED)
        return nullptr;
    const ByteCount mappedSize = roundedUpToPage(size);
    void* const bitmap = ::mmap(nullptr, bitmapSize(mappedSize), PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (bitmap == MAP_FAILED) {
        ::munmap(memory, size);
        return nullptr;
    }
    Slot* const slot = takeSlot();
    slot->descriptor.store(descriptor);
    slot->cutAt.store(Slot::kNoCut);
    slot->hasFaults.store(false);
    slot->failedPages.store(static_cast<Slot::Word*>(bitmap));
    slot->size.store(mappedSize);
    slot->begin.store(reinterpret_cast<std::uintptr_t>(memory));
    const std::span bytes(static_cast<const std::byte*>(memory), static_cast<std::size_t>(size));
    return std::unique_ptr<GuardedMapping>(new GuardedMapping(slot, bytes));
}

GuardedMapping::~GuardedMapping() {
    const std::uintptr_t begin = slot_->begin.load();
    const ByteCount mappedSize = slot_->size.load();
    slot_->begin.store(0);
    ::munmap(reinterpret_cast<void*>(begin), mappedSize);
    ::munmap(slot_->failedPages.load(), bitmapSize(mappedSize));
    slot_->isTaken.store(false);
}

bool GuardedMapping::hasFaults() const {
    return slot_->hasFaults.load();
}

ByteCount GuardedMapping::endAfterFaults() const {
    return std::min<ByteCount>(slot_->cutAt.load(), bytes_.size());
}

RangeSet GuardedMapping::failedPagesIn(ByteRange range) const {
    RangeSet failed;
    if (!hasFaults() || range.isEmpty())
        return failed;
    const Slot::Word* const words = slot_->failedPages.load();
    const ByteCount endPage = (range.end + pageSize() - 1) / pageSize();
    for (ByteCount page = range.begin / pageSize(); page < endPage;) {
        const std::uint64_t word = words[page / kBitsPerWord].load() >> (page % kBitsPerWord);
        if (word == 0) {
            page = (page / kBitsPerWord + 1) * kBitsPerWord;
            continue;
        }
        if ((word & 1U) != 0 && page < endPage)
            failed.add(ByteRange::ofLength(page * pageSize(), pageSize()).intersection({0, bytes_.size()}));
        ++page;
    }
    return failed;
}

}  // namespace octavo
