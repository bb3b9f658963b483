// Hostile edit logs and kept histories: whatever one says, a document comes back whose every state can be
// gone to and read, or nothing, or an error; and records that were encoded are decoded as they were.

#include <algorithm>
#include <memory>
#include <variant>
#include <vector>

#include "core/save/edit_log_format.h"
#include "core/save/edit_recovery.h"
#include "core/save/kept_history_log.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/save_world.h"

namespace octavo::fuzz {

namespace {

constexpr std::size_t kStatesWalked = 40;

std::vector<LogPiece> piecesFrom(InputReader& input) {
    std::vector<LogPiece> pieces(input.take<std::uint8_t>() % 5);
    for (LogPiece& piece : pieces) {
        const auto style = input.take<std::uint8_t>();
        piece.source = style % 7;
        piece.offset = (style & 64) != 0 ? input.take<std::uint64_t>() >> 1 : input.take<std::uint8_t>();
        piece.length = (style & 128) != 0 ? input.take<std::uint64_t>() >> 1 : input.take<std::uint8_t>();
        piece.length = std::min(piece.length, kMaxDocumentSize - piece.offset);
    }
    return pieces;
}

LogRecord recordFrom(InputReader& input) {
    const auto id = static_cast<LogSourceId>(input.take<std::uint8_t>() % 7);
    switch (input.take<std::uint8_t>() % 10) {
        case 0:
            return LogBaseCopy{id};
        case 1: {
            const auto pattern = input.takeBytes(1 + input.take<std::uint8_t>());
            return LogPattern{.id = id,
                              .size = input.take<std::uint64_t>() >> 1,
                              .pattern = pattern.empty() ? Bytes(1) : Bytes(pattern.begin(), pattern.end())};
        }
        case 2:
            return LogRandom{
                .id = id, .seed = input.take<std::uint64_t>(), .size = input.take<std::uint64_t>() >> 1};
        case 3:
            return LogFile{.id = id, .path = "/dev/null", .identity = {.size = input.take<std::uint16_t>()}};
        case 4:
            return LogPieces{piecesFrom(input)};
        case 5:
            return LogMove{input.take<std::uint8_t>()};
        case 6:
            return LogSave{.hasBegun = (input.take<std::uint8_t>() & 1) != 0,
                           .state = input.take<std::uint8_t>()};
        case 7:
            return LogReady{};
        default:
            return LogSplice{.offset = input.take<std::uint8_t>(),
                             .removed = input.take<std::uint8_t>(),
                             .kind = static_cast<EditKind>(input.take<std::uint8_t>() %
                                                           (static_cast<unsigned>(kLastEditKind) + 1)),
                             .joinsPrevious = (input.take<std::uint8_t>() & 1) != 0,
                             .pieces = piecesFrom(input)};
    }
}

/// What is in a kept history only, or what is in both.
LogRecord keptRecordFrom(InputReader& input) {
    switch (input.take<std::uint8_t>() % 7) {
        case 0:
            return LogBeginning{};
        case 1:
            return LogContent{input.take<std::uint32_t>()};
        case 2:
            return LogRedo{input.take<std::uint8_t>()};
        case 3: {
            LogNote note{
                .state = input.take<std::uint8_t>(), .seconds = input.take<std::uint32_t>(), .name = {}};
            for (const std::byte each : input.takeBytes(input.take<std::uint8_t>()))
                note.name.push_back(static_cast<char>(each));
            return note;
        }
        default:
            break;
    }
    const LogRecord record = recordFrom(input);
    return mayBeIn(LogPurpose::Kept, record) ? record : LogRecord(LogReady{});
}

/// A log that is whole, whatever it says.
Bytes logFrom(InputReader& input, LogPurpose purpose, const LogBase& base, std::vector<LogRecord>& records) {
    LogEncoder encoder(input.take<std::uint64_t>(), purpose);
    records.emplace_back(base);
    encoder.add(base);
    while (!input.isAtEnd()) {
        if (input.take<std::uint8_t>() % 4 == 0) {
            LogBytes said{.id = static_cast<LogSourceId>(input.take<std::uint8_t>() % 7),
                          .at = input.take<std::uint16_t>()};
            const auto bytes = input.takeBytes(1 + input.take<std::uint16_t>() % 6000);
            if (bytes.empty())
                break;
            said.length = bytes.size();
            encoder.addBytes(said.id, said.at, bytes);
            records.emplace_back(said);
        } else {
            records.push_back(purpose == LogPurpose::Kept ? keptRecordFrom(input) : recordFrom(input));
            encoder.add(records.back());
        }
    }
    return encoder.pending();
}

void requireSameRecords(const std::string& log, const std::vector<LogRecord>& records, FileSystem& disk) {
    OpenFile file = OpenFile::open(disk, log, FileSystem::Access::Read).value();
    LogDecoder decoder = LogDecoder::open(file).value();
    for (const LogRecord& expected : records) {
        auto record = decoder.next();
        require(record.has_value() && record->has_value());
        if (auto* bytes = std::get_if<LogBytes>(&**record))
            bytes->inFile = 0;
        require(**record == expected);
    }
    require(!decoder.next()->has_value() && !decoder.hasDamage());
}

void requireSoundDocument(Document& document) {
    require(document.tree().isConsistent());
    const auto read = [&document] {
        Bytes bytes(static_cast<std::size_t>(std::min<ByteCount>(document.size(), 5000)));
        static_cast<void>(document.snapshot().read(document.size() - bytes.size(), bytes));
        static_cast<void>(document.snapshot().read(0, bytes));
    };
    read();
    const HistoryState last = document.history().current();
    for (HistoryState state = 0; state < std::min(document.history().stateCount(), kStatesWalked); ++state) {
        document.goTo(state);
        read();
    }
    document.goTo(last);
    while (document.canUndo())
        document.undo();
    read();
}

/// The same log, taken for a kept history: a document that is the file, or none.
void requireSoundHistory(const std::string& log, const std::string& path,
                         const std::shared_ptr<PosixFileSystem>& disk) {
    Result<OpenFile> file = OpenFile::open(*disk, log, FileSystem::Access::Read);
    if (!file)
        return;  // the log told nothing, and went
    const auto source = openFileSource(path).value();
    const auto restored = readKeptHistory(std::make_shared<OpenFile>(std::move(*file)), path, source, {});
    if (!restored || !*restored)
        return;
    Document& document = *(*restored)->document;
    require(!document.isModified() && document.size() == source->size());
    for (const HistoryNotes::Time& time : (*restored)->notes.times)
        require(time.state < document.history().stateCount());
    for (const auto& [state, name] : (*restored)->notes.names)
        require(state < document.history().stateCount());
    requireSoundDocument(document);
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    static const test::TemporaryDirectory directory;
    static const auto disk = std::make_shared<PosixFileSystem>();
    static const std::string path = directory.write("file", test::noise(200));
    InputReader reader(input);
    const auto style = reader.take<std::uint8_t>();
    Bytes log;
    std::vector<LogRecord> records;
    if ((style & 1) != 0) {
        const auto rest = reader.takeBytes(input.size());
        log.assign(rest.begin(), rest.end());
    } else {
        const bool isSame = (style & 2) != 0;
        const LogBase base{.path = (style & 4) != 0 ? std::string() : path,
                           .name = "x",
                           .identity = isSame ? std::optional(fileIdentity(path).value()) : std::nullopt,
                           .size = (style & 8) != 0 ? reader.take<std::uint64_t>() >> 1 : 200,
                           .samples = {},
                           .replaces = {}};
        const auto purpose = (style & 16) != 0 ? LogPurpose::Kept : LogPurpose::Edits;
        log = logFrom(reader, purpose, base, records);
    }
    const std::string name = directory.write("x.octavo-edits", log);
    if (!records.empty())
        requireSameRecords(name, records, *disk);
    auto back = recoverDocument(name, disk);
    if (back && *back)
        requireSoundDocument(*(*back)->document);
    requireSoundHistory(name, path, disk);
}

}  // namespace octavo::fuzz
