#include <algorithm>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include <QtTest>

#include "core/source/file_reading.h"
#include "core/source/plain_file_source.h"
#include "tests/support/other_process.h"
#include "tests/support/source_contract.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

/// A file with bad ranges: the process's own memory, which fails with EIO where nothing is mapped.
class FailingFile {
public:
    static constexpr std::size_t kPages = 64;

    FailingFile()
        : file_(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC)),
          page_(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))),
          memory_(static_cast<std::byte*>(
              ::mmap(nullptr, kPages * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {
        std::fill_n(memory_, kPages * page_, std::byte{0x5A});
    }
    ~FailingFile() { ::munmap(memory_, kPages * page_); }

    void failPage(std::size_t page) {
        ::munmap(memory_ + page * page_, page_);
        failed_.add(ByteRange::ofLength(begin() + page * page_, page_));
    }

    [[nodiscard]] int descriptor() const { return file_.get(); }
    [[nodiscard]] ByteOffset begin() const { return reinterpret_cast<std::uintptr_t>(memory_); }
    [[nodiscard]] std::size_t page() const { return page_; }
    [[nodiscard]] const RangeSet& failed() const { return failed_; }

private:
    UniqueDescriptor file_;
    std::size_t page_;
    std::byte* memory_;
    RangeSet failed_;
};

}  // namespace

class FileReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failuresAreExact() {
        FailingFile file;
        for (const std::size_t page : {3, 17, 18, 40, 63})
            file.failPage(page);
        const std::size_t size = FailingFile::kPages * file.page();
        for (const std::size_t skip : {std::size_t{0}, std::size_t{1}, file.page() * 3 + 100, size - 7}) {
            const ByteRange range{file.begin() + skip, file.begin() + size};
            std::vector<std::byte> out(static_cast<std::size_t>(range.size()), std::byte{1});
            RangeSet unreadable;
            readFileAt(file.descriptor(), range.begin, out, unreadable);
            QCOMPARE(unreadable, file.failed().clippedTo(range));
            for (std::size_t i = 0; i < out.size(); ++i)
                QCOMPARE(out[i], unreadable.contains(range.begin + i) ? std::byte{0} : std::byte{0x5A});
        }
    }

    void bytesBeyondTheEndAreUnreadable() {
        const TemporaryDirectory directory;
        const auto bytes = sampleBytes(1000);
        const std::string path = directory.write("short", bytes);
        const UniqueDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        std::vector<std::byte> out(100, std::byte{1});
        RangeSet unreadable;
        readFileAt(file.get(), 950, out, unreadable);
        QCOMPARE(unreadable.ranges(), (std::vector<ByteRange>{{1000, 1050}}));
        QVERIFY(std::equal(bytes.begin() + 950, bytes.end(), out.begin()));
        QCOMPARE(std::count(out.begin() + 50, out.end(), std::byte{0}), std::ptrdiff_t{50});
    }

    void aPlainSourceRemembersWhatItCouldNotRead() {
        const TemporaryDirectory directory;
        const std::string path = directory.write("plain", sampleBytes(10'000));
        OpenedFile file{UniqueDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), path,
                        *fileIdentity(path)};
        const PlainFileSource source(std::move(file), 10'000);
        QVERIFY(truncateFromOutside(path, 4000));
        std::vector<std::byte> out(3000);
        RangeSet unreadable;
        source.read(3500, out, unreadable);
        QCOMPARE(unreadable.ranges(), (std::vector<ByteRange>{{4000, 6500}}));
        QVERIFY(source.isDamaged());
        QVERIFY(truncateFromOutside(path, 10'000));
        QCOMPARE(source.damageIn({0, 10'000}).ranges(), (std::vector<ByteRange>{{4000, 6500}}));
        QVERIFY(source.damageIn({0, 4000}).isEmpty());
        RangeSet again;
        source.read(3500, out, again);
        QCOMPARE(again, unreadable);
    }
};

QTEST_APPLESS_MAIN(FileReadingTest)
#include "tst_file_reading.moc"
