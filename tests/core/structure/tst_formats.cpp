#include <set>

#include <QtTest>

#include "core/structure/builtin_formats.h"
#include "core/structure/format_library.h"
#include "core/structure/node_row.h"
#include "core/structure/structure_dump.h"
#include "tests/support/format_samples.h"

using namespace octavo;
using namespace octavo::test;

/// The descriptions that the program carries with it: each loads, and reads real files as the reference reads
/// them, at once and as somebody looks.
class TestFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { library_ = FormatLibrary::read({}); }

    void eachLoadsAndHasATitle() {
        QVERIFY(builtinFormats().size() > 60);
        for (const BuiltinFormat& each : builtinFormats()) {
            const std::string path =
                std::string(FormatLibrary::kBuiltinFolder) + "/" + std::string(each.name) + ".ksy";
            const LoadedFormat loaded = loadFormat(path, library_.search());
            QVERIFY2(loaded.set, path.c_str());
            const FormatSummary* known = library_.find(loaded.set->root().name);
            QVERIFY2(known != nullptr && known->path == path, path.c_str());
            QVERIFY2(known->title != known->id, path.c_str());
        }
    }

    void samplesReadAsTheReference_data() {
        QTest::addColumn<QString>("name");
        const auto names = formatSampleNames();
        QVERIFY(names.size() > 300);
        for (const std::string& name : names)
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void samplesReadAsTheReference() {
        QFETCH(QString, name);
        const FormatSample sample = formatSample(name.toStdString());
        QVERIFY(!sample.data.empty() && !sample.golden.empty());
        const auto formats = setOf(sample.format);
        QVERIFY(formats);
        for (const ReadingMode mode : {ReadingMode::Strict, ReadingMode::Lenient}) {
            StructureTree tree(formats, Snapshot::ofBytes(sample.data), {.mode = mode});
            const std::string dump = dumpOf(tree, sample.data.size());
            if (dump != sample.golden)
                QCOMPARE(QString::fromStdString(dump).split(u'\n'),
                         QString::fromStdString(sample.golden).split(u'\n'));
        }
    }

    /// Every format that a sample's bytes speak for, the sample's own is among; by its name it comes first.
    void samplesAreRecognised() {
        std::set<std::string> recognised;
        for (const std::string& name : formatSampleNames()) {
            const FormatSample sample = formatSample(name);
            const FormatSummary* own = library_.find(sample.format);
            QVERIFY2(own != nullptr, name.c_str());
            const auto found = library_.detect(Snapshot::ofBytes(sample.data), {});
            const bool isFirst = !found.empty() && found.front().format == own;
            if (isFirst)
                recognised.insert(sample.format);
        }
        for (const char* id :
             {"png",  "jpeg",    "gif",        "bmp",    "tiff",     "riff",   "mp4",     "ogg",
              "flac", "zip",     "gzip",       "tar",    "sevenzip", "xz",     "zstd",    "elf",
              "pe",   "macho",   "java_class", "wasm",   "dex",      "pdf",    "sqlite3", "gpt",
              "luks", "iso9660", "pcap",       "pcapng", "dtb",      "uimage", "ttf"})
            QVERIFY2(recognised.contains(id), id);
    }

    /// No beginning of a sample makes the tree crash, hang or place something behind the end.
    void beginningsOfSamplesGiveTrees() {
        for (const std::string& name : formatSampleNames()) {
            const FormatSample sample = formatSample(name);
            if (sample.data.size() > 4096)
                continue;
            const auto formats = setOf(sample.format);
            for (std::size_t part = 1; part <= 6; ++part) {
                const std::size_t length = sample.data.size() * part / 7;
                const std::vector<std::byte> data(sample.data.begin(),
                                                  sample.data.begin() + static_cast<std::ptrdiff_t>(length));
                StructureTree tree(formats, Snapshot::ofBytes(data), {.mostNodes = 20'000, .deepest = 40});
                for (const std::size_t slot : shownFields(tree, tree.root())) {
                    const NodeRow row =
                        describeNode(tree, {.structure = &tree.root(), .slot = slot, .index = {}});
                    QVERIFY2(!row.place || row.place->end <= length, (name + row.path).c_str());
                }
            }
        }
    }

    void theirOwnFolderWinsAndBadHeadsAreLeftOut() {
        QTemporaryDir folder;
        const auto write = [&folder](const char* name, const char* text) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("png.ksy", "meta: {id: png, title: My PNG}\nseq: []\n");
        write("mine.ksy",
              "meta:\n  id: mine\n  title: Mine\n  -detect: [{-2: '?? 7f', 0: 'a1'}, {x: 00}]\nseq: []\n");
        write("broken.ksy", "meta: [\n");
        const FormatLibrary library = FormatLibrary::read({folder.path().toStdString()});
        QCOMPARE(library.find("png")->title, std::string("My PNG"));
        QVERIFY(library.find("broken") == nullptr);
        const auto bytes = [](std::initializer_list<int> values) {
            std::vector<std::byte> made;
            for (const int each : values)
                made.push_back(static_cast<std::byte>(each));
            return Snapshot::ofBytes(made);
        };
        const auto found = library.detect(bytes({0xA1, 1, 2, 0x7F}), {});
        QVERIFY(!found.empty());
        QCOMPARE(found.front().format->id, std::string("mine"));
        QCOMPARE(found.front().matchedBytes, std::size_t{2});
        const auto none = library.detect(bytes({0xA1, 1, 2, 0x7E}), {});
        QVERIFY(std::none_of(none.begin(), none.end(),
                             [](const auto& each) { return each.format->id == "mine"; }));
    }

private:
    std::shared_ptr<const FormatSet> setOf(const std::string& id) {
        const FormatSummary* known = library_.find(id);
        return known == nullptr ? nullptr : loadFormat(known->path, library_.search()).set;
    }
    static std::string dumpOf(StructureTree& tree, ByteCount size) {
        std::string text;
        dumpStructure(tree, tree.root().type->name, size, {},
                      [&text](std::string_view part) { text += part; });
        return text;
    }

    FormatLibrary library_;
};

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
