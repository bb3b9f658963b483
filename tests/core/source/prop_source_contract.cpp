// Every Source keeps the promises of source.h, alone and with several readers at once.

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <unistd.h>

#include "core/source/file_source.h"
#include "core/source/growing_source.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"
#include "core/source/plain_file_source.h"
#include "core/source/spill_source.h"
#include "tests/support/source_contract.h"
#include "tests/support/temporary_directory.h"

using namespace octavo;
using namespace octavo::test;

namespace {

using Bytes = std::span<const std::byte>;
using Maker = std::function<std::shared_ptr<const Source>(Bytes)>;

int failures = 0;

void report(const std::string& name, std::size_t size, const std::string& wrong) {
    if (wrong.empty())
        return;
    ++failures;
    std::fprintf(stderr, "%s of %zu bytes: %s\n", name.c_str(), size, wrong.c_str());
}

std::vector<std::byte> copied(Bytes bytes) {
    return {bytes.begin(), bytes.end()};
}

std::shared_ptr<const Source> plainFile(const std::string& path) {
    OpenedFile file{UniqueDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), path, *fileIdentity(path)};
    const ByteCount size = file.identity.size;
    return std::make_shared<PlainFileSource>(std::move(file), size);
}

/// A file source whose middle third was preserved, with the file's own bytes there overwritten since.
std::shared_ptr<const Source> preservedFile(const std::string& path, std::size_t size) {
    auto source = *openFileSource(path);
    const ByteRange middle{size / 3, size - size / 3};
    const ByteRange tail{size - size / 5, size};
    const std::array ranges{middle, tail};
    if (!source->preserve(ranges))
        return nullptr;
    const UniqueDescriptor writer(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    for (const ByteRange range : ranges) {
        const std::vector<std::byte> junk(range.size(), std::byte{0x55});
        if (::pwrite(writer.get(), junk.data(), junk.size(), static_cast<off_t>(range.begin)) !=
            static_cast<ssize_t>(junk.size()))
            return nullptr;
    }
    return source;
}

std::shared_ptr<const Source> spilled(Bytes bytes) {
    auto writer = SpillWriter::create();
    if (!writer)
        return nullptr;
    for (std::size_t at = 0; at < bytes.size(); at += 1000) {
        if (!writer->append(bytes.subspan(at, std::min<std::size_t>(1000, bytes.size() - at))))
            return nullptr;
    }
    auto source = std::move(*writer).finish();
    return source ? *source : nullptr;
}

std::shared_ptr<const Source> grown(Bytes bytes, ByteCount memoryLimit) {
    auto source = std::make_shared<GrowingSource>(GrowingSource::Options{.memoryLimit = memoryLimit});
    for (std::size_t at = 0; at < bytes.size(); at += 777) {
        if (!source->append(bytes.subspan(at, std::min<std::size_t>(777, bytes.size() - at))))
            return nullptr;
    }
    return source;
}

void checkAllKinds(const TemporaryDirectory& directory) {
    const std::vector<std::pair<std::string, Maker>> kinds{
        {"memory", [](Bytes b) { return std::make_shared<MemorySource>(copied(b)); }},
        {"opened file", [&](Bytes b) { return *openFileSource(directory.write("opened", b)); }},
        {"plain file", [&](Bytes b) { return plainFile(directory.write("plain", b)); }},
        {"preserved file", [&](Bytes b) { return preservedFile(directory.write("kept", b), b.size()); }},
        {"spill", spilled},
        {"growing in memory", [](Bytes b) { return grown(b, ByteCount{1} << 20); }},
        {"growing on disk", [](Bytes b) { return grown(b, 0); }},
    };
    for (const std::size_t size : {0, 1, 2, 511, 4095, 4096, 4097, 70'000}) {
        const auto bytes = sampleBytes(size, size + 7);
        for (const auto& [name, make] : kinds) {
            const auto source = make(bytes);
            report(name, size, source ? checkSourceContract(*source, bytes) : "could not be made");
            if (source)
                report(name, size, checkConcurrentReaders(*source, bytes));
        }
    }
}

void checkPatterns() {
    for (const std::size_t period : {1, 3, 4096, 65'537}) {
        const auto pattern = sampleBytes(period);
        for (const std::size_t size : {1, 1000, 200'000}) {
            std::vector<std::byte> expected(size);
            for (std::size_t i = 0; i < size; ++i)
                expected[i] = pattern[i % period];
            report("pattern", size, checkSourceContract(PatternSource(pattern, size), expected));
        }
    }
}

/// More than one segment in memory, then the spill file, from one append and from many.
void checkGrowthAcrossTheLimit() {
    const auto bytes = sampleBytes(1'000'000);
    for (const std::size_t step : {std::size_t{999'983}, std::size_t{4096}, std::size_t{33'333}}) {
        GrowingSource source({.memoryLimit = 300'000});
        std::string wrong;
        for (std::size_t at = 0; at < bytes.size() && wrong.empty(); at += step) {
            const auto part = std::span(bytes).subspan(at, std::min(step, bytes.size() - at));
            if (!source.append(part) || source.size() != at + part.size())
                wrong = "append failed";
        }
        report("growing", bytes.size(), wrong.empty() ? checkSourceContract(source, bytes) : wrong);
    }
}

/// Readers follow a source while it grows: what size() covers is there and right.
void checkReadingWhileGrowing() {
    const auto bytes = sampleBytes(2'000'000);
    GrowingSource source({.memoryLimit = 1'000'000});
    std::vector<std::string> wrong(3);
    {
        std::vector<std::jthread> readers;
        for (std::string& result : wrong) {
            readers.emplace_back([&] {
                ByteCount seen = 0;
                while (seen < bytes.size() && result.empty()) {
                    const ByteCount known = source.size();
                    if (known == seen) {
                        std::this_thread::yield();
                        continue;
                    }
                    result = checkRead(source, bytes, seen, static_cast<std::size_t>(known - seen));
                    if (result.empty())
                        result = checkLoan(source, bytes, {seen, known});
                    seen = known;
                }
            });
        }
        for (std::size_t at = 0; at < bytes.size(); at += 5000) {
            if (!source.append(std::span(bytes).subspan(at, 5000)))
                std::abort();
        }
    }
    for (const std::string& result : wrong)
        report("growing while read", bytes.size(), result);
}

/// Readers and loans go on while ranges are preserved and the file is overwritten there.
void checkReadingWhilePreserving(const TemporaryDirectory& directory) {
    constexpr std::size_t kPart = 10'000;
    const auto bytes = sampleBytes(20 * kPart);
    const std::string path = directory.write("busy", bytes);
    const auto source = *openFileSource(path);
    const UniqueDescriptor writer(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    const std::vector<std::byte> junk(kPart, std::byte{0x77});
    std::atomic<bool> isOver{false};
    std::vector<std::string> wrong(3);
    {
        std::vector<std::jthread> readers;
        for (std::string& result : wrong) {
            readers.emplace_back([&] {
                while (!isOver.load() && result.empty())
                    result = checkWalk(*source, bytes);
            });
        }
        for (std::size_t at = 0; at < bytes.size(); at += kPart) {
            const std::array ranges{ByteRange::ofLength(at, kPart)};
            if (!source->preserve(ranges) ||
                ::pwrite(writer.get(), junk.data(), kPart, static_cast<off_t>(at)) != ssize_t{kPart})
                std::abort();
        }
        isOver.store(true);
    }
    for (const std::string& result : wrong)
        report("file while preserved", bytes.size(), result);
    report("file after all was preserved", bytes.size(), checkSourceContract(*source, bytes));
}

}  // namespace

int main() {
    const TemporaryDirectory directory;
    checkAllKinds(directory);
    checkPatterns();
    checkGrowthAcrossTheLimit();
    checkReadingWhileGrowing();
    checkReadingWhilePreserving(directory);
    return failures == 0 ? 0 : 1;
}
