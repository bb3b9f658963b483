#include <array>
#include <cstring>
#include <fcntl.h>
#include <future>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QtTest>

#include "core/base/unique_descriptor.h"
#include "core/buffer/snapshot.h"
#include "core/source/file_source.h"
#include "tests/support/other_process.h"
#include "tests/support/source_contract.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

RangeSet setOf(ByteRange range) {
    RangeSet set;
    set.add(range);
    return set;
}

void overwrite(const std::string& path, ByteRange range, std::byte value) {
    const UniqueDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    const std::vector<std::byte> bytes(range.size(), value);
    QCOMPARE(::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(range.begin)),
             static_cast<ssize_t>(bytes.size()));
}

ErrorCode openingError(const std::string& path) {
    const auto source = openFileSource(path);
    return source ? ErrorCode::LibraryFailed : source.error().code;
}

}  // namespace

class FileSourceTest : public QObject {
    Q_OBJECT

    TemporaryDirectory directory_;

private Q_SLOTS:
    void refusesWhatIsNoFile() {
        QCOMPARE(openingError(directory_.file("missing")), ErrorCode::NotFound);
        QCOMPARE(openingError(directory_.write("file", {}) + "/below"), ErrorCode::NotFound);
        QCOMPARE(openingError(""), ErrorCode::NotFound);
        QCOMPARE(openingError(directory_.path()), ErrorCode::IsDirectory);
        QCOMPARE(openingError("/dev/null"), ErrorCode::NotRegularFile);
        QCOMPARE(openingError("/dev/zero"), ErrorCode::NotRegularFile);
        const std::string fifo = directory_.file("fifo");
        QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
        QCOMPARE(openingError(fifo), ErrorCode::NotRegularFile);
        QCOMPARE(openingError(directory_.file(std::string("file\0tail", 9))), ErrorCode::NotFound);
        QCOMPARE(fileIdentity(directory_.file("missing")).error().code, ErrorCode::NotFound);
        QCOMPARE(openFileSource(directory_.file("missing")).error().detail, directory_.file("missing"));
    }

    void refusesASocket() {
        const UniqueDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = directory_.file("socket");
        std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
        QCOMPARE(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
        QCOMPARE(openingError(path), ErrorCode::NotRegularFile);
    }

    void refusesWithoutPermission() {
        const std::string path = directory_.write("secret", sampleBytes(10));
        QCOMPARE(::chmod(path.c_str(), 0), 0);
        QCOMPARE(::chmod(directory_.path().c_str(), 0755), 0);
        const uid_t self = ::geteuid();
        if (self == 0)  // whom no permission stops
            QCOMPARE(::seteuid(65534), 0);
        const ErrorCode code = openingError(path);
        QCOMPARE(::seteuid(self), 0);
        QCOMPARE(code, ErrorCode::AccessDenied);
    }

    void namesAreRawBytes() {
        const std::string path = directory_.write("\xFF\xFE\n \xC3 name", sampleBytes(10));
        const auto source = openFileSource(path);
        QVERIFY(source);
        QCOMPARE((*source)->path(), path);
        QCOMPARE(checkSourceContract(**source, sampleBytes(10)), std::string());
    }

    void knowsItsFile() {
        const std::string path = directory_.write("known", sampleBytes(1234));
        const auto source = *openFileSource(path);
        QCOMPARE(source->identity().size, ByteCount{1234});
        QVERIFY(source->identity() == *fileIdentity(path));
        QCOMPARE(::symlink("known", directory_.file("link").c_str()), 0);
        QVERIFY(source->identity() == *fileIdentity(directory_.file("link")));
        overwrite(path, {0, 1}, std::byte{1});
        QVERIFY(source->identity().isSameFile(*fileIdentity(path)));
        QVERIFY(source->identity() != *fileIdentity(path));
        directory_.write("other", sampleBytes(1234));
        QVERIFY(!source->identity().isSameFile(*fileIdentity(directory_.file("other"))));
        QCOMPARE(source->asFile(), source.get());
    }

    void emptyFilesAreEmptySources() {
        const auto source = *openFileSource(directory_.write("empty", {}));
        QCOMPARE(checkSourceContract(*source, {}), std::string());
        QVERIFY(!source->isDamaged());
    }

    void filesWithoutASizeAreReadWhole() {
        const auto source = openFileSource("/proc/self/cmdline");
        QVERIFY(source);
        QVERIFY((*source)->size() > 0);
        std::vector<std::byte> bytes(static_cast<std::size_t>((*source)->size()));
        RangeSet unreadable;
        (*source)->read(0, bytes, unreadable);
        QVERIFY(QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size()))
                    .contains("tst_file_source"));
    }

    void bytesSurviveUnlinkAndReplacement() {
        const auto bytes = sampleBytes(50'000);
        const std::string path = directory_.write("gone", bytes);
        const auto source = *openFileSource(path);
        QCOMPARE(::unlink(path.c_str()), 0);
        QCOMPARE(checkSourceContract(*source, bytes), std::string());
        directory_.write("gone", sampleBytes(10, 99));
        QCOMPARE(checkSourceContract(*source, bytes), std::string());
        QVERIFY(!source->isDamaged());
    }

    void aTerabyteOpensAtOnce() {
        constexpr ByteCount kTerabyte = ByteCount{1} << 40;
        const std::string path = directory_.write("huge", sampleBytes(3));
        QVERIFY(truncateFromOutside(path, kTerabyte));
        overwrite(path, {kTerabyte - 2, kTerabyte}, std::byte{0xEE});
        const auto source = *openFileSource(path);
        QCOMPARE(source->size(), kTerabyte);
        std::array<std::byte, 4> tail{};
        RangeSet unreadable;
        source->read(kTerabyte - 4, tail, unreadable);
        QVERIFY(unreadable.isEmpty());
        QCOMPARE(tail, (std::array{std::byte{0}, std::byte{0}, std::byte{0xEE}, std::byte{0xEE}}));
        QCOMPARE(source->lend({0, kTerabyte}).bytes().size(), std::size_t{kTerabyte});
        QCOMPARE(source->lend({kTerabyte / 2, kTerabyte / 2 + 1}).bytes()[0], std::byte{0});
        QVERIFY(source->damageIn({0, kTerabyte}).isEmpty());

        QVERIFY(truncateFromOutside(path, 5));
        std::array<std::byte, 6> head{};
        source->read(0, head, unreadable);
        QCOMPARE(unreadable, setOf({5, 6}));
        source->read(kTerabyte - 4, tail, unreadable);
        QCOMPARE(source->damageIn({0, kTerabyte}), setOf({5, kTerabyte}));
    }

    void aScanReportsWhatAnotherProcessCutOff() {
        const auto bytes = sampleBytes(300'000);
        const std::string path = directory_.write("cut", bytes);
        const std::shared_ptr<const Source> source = *openFileSource(path);
        const Snapshot snapshot = Snapshot::ofSource(source);
        QVERIFY(truncateFromOutside(path, 123'456));
        std::vector<std::byte> seen;
        const auto report = snapshot.scan(snapshot.all(), [&](ByteOffset, std::span<const std::byte> part) {
            seen.insert(seen.end(), part.begin(), part.end());
            return true;
        });
        QCOMPARE(report.unreadable, setOf({123'456, 300'000}));
        QCOMPARE(seen.size(), bytes.size());
        QVERIFY(std::equal(bytes.begin(), bytes.begin() + 123'456, seen.begin()));
        QCOMPARE(snapshot.read(123'400, std::span(seen).first(100)), setOf({123'456, 123'500}));
    }

    void aCutInsideTheLastPageIsNoticedWithoutAFault() {
        const std::string path = directory_.write("page", sampleBytes(5000));
        const auto source = *openFileSource(path);
        QVERIFY(!source->isDamaged());
        QVERIFY(truncateFromOutside(path, 4990));
        QVERIFY(source->isDamaged());
        std::array<std::byte, 20> out{};
        RangeSet unreadable;
        source->read(4980, out, unreadable);
        QCOMPARE(unreadable, setOf({4990, 5000}));
    }

    void preservedBytesStayWhenTheFileIsOverwritten() {
        const auto bytes = sampleBytes(100'000);
        const std::string path = directory_.write("kept", bytes);
        const auto source = *openFileSource(path);
        const std::array ranges{ByteRange{10, 20}, ByteRange{15, 5000}, ByteRange{90'000, 100'000}};
        QVERIFY(source->preserve(ranges));
        overwrite(path, {10, 5000}, std::byte{0xAA});
        QVERIFY(truncateFromOutside(path, 90'000));
        QCOMPARE(checkSourceContract(*source, bytes), std::string());
        QVERIFY(!source->isDamaged());
        QCOMPARE(source->lend({0, 100'000}).bytes().size(), std::size_t{10});
        QVERIFY(source->lend({10, 100'000}).bytes().empty());
        QCOMPARE(source->lend({5000, 100'000}).bytes().size(), std::size_t{85'000});

        QVERIFY(truncateFromOutside(path, 80'000));
        QCOMPARE(source->damageIn({0, 100'000}), setOf({80'000, 90'000}));
        QVERIFY(source->preserve(std::array{ByteRange{0, 100'000}}));
        QCOMPARE(source->damageIn({0, 100'000}), setOf({80'000, 90'000}));
    }

    void preservingIgnoresWhatLiesOutside() {
        const auto bytes = sampleBytes(100);
        const auto source = *openFileSource(directory_.write("small", bytes));
        QVERIFY(source->preserve({}));
        QVERIFY(source->preserve(std::array{ByteRange{200, 300}, ByteRange{50, 50}, ByteRange{90, 110}}));
        QCOMPARE(checkSourceContract(*source, bytes), std::string());
    }

    void preservingWaitsForLoansAndLetsTheirHolderGoOn() {
        const auto bytes = sampleBytes(10'000);
        const auto source = *openFileSource(directory_.write("lent", bytes));
        std::future<bool> preserved;
        {
            const Loan loan = source->lend({0, 10'000});
            preserved = std::async(std::launch::async, [&] {
                return source->preserve(std::array{ByteRange{0, 10'000}}).has_value();
            });
            QCOMPARE(preserved.wait_for(std::chrono::milliseconds(30)), std::future_status::timeout);
            const Loan second = source->lend({5000, 6000});
            QVERIFY(!second.bytes().empty());
            std::array<std::byte, 4> out{};
            RangeSet unreadable;
            source->read(0, out, unreadable);
            QVERIFY(source->damageIn({0, 10'000}).isEmpty());
            QVERIFY(std::ranges::equal(loan.bytes(), bytes));
        }
        QVERIFY(preserved.get());
        QVERIFY(source->lend({0, 10'000}).bytes().empty());
        QCOMPARE(checkSourceContract(*source, bytes), std::string());
    }
};

QTEST_APPLESS_MAIN(FileSourceTest)
#include "tst_file_source.moc"
