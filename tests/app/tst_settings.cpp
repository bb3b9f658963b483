#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/settings.h"

using namespace octavo;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preferencesComeBack() {
        const QTemporaryDir directory;
        const ProgramPaths paths = ProgramPaths::under(directory.path());
        Preferences preferences;
        preferences.theme = ThemeChoice::HighContrast;
        preferences.fontSize = 14;
        preferences.bytesPerRow = 0;
        preferences.grouping = 4;
        preferences.encoding = u"UTF-8"_s;
        preferences.startsInInsertMode = true;
        preferences.restoresSession = false;
        preferences.showsMinimap = false;
        preferences.keepsHistory = true;
        Settings(paths.settingsFile).setPreferences(preferences);
        QCOMPARE(Settings(paths.settingsFile).preferences() == preferences, true);
    }

    void wishOfTheDesktopComesBack() {
        const QTemporaryDir directory;
        const QString file = ProgramPaths::under(directory.path()).settingsFile;
        QVERIFY(!Settings(file).desktopWish());
        Settings(file).setDesktopWish(ThemeKind::HighContrast);
        QCOMPARE(Settings(file).desktopWish(), std::optional(ThemeKind::HighContrast));
        Settings(file).setDesktopWish(std::nullopt);
        QVERIFY(!Settings(file).desktopWish());
    }

    void choicesInPanelsComeBack() {
        const QTemporaryDir directory;
        const QString file = ProgramPaths::under(directory.path()).settingsFile;
        QVERIFY(!Settings(file).chosenDigests());
        Settings(file).setChosenDigests({u"md5"_s, u"sha256"_s});
        QCOMPARE(Settings(file).chosenDigests(), std::optional(QStringList{u"md5"_s, u"sha256"_s}));
        Settings(file).setChosenDigests({});
        QCOMPARE(Settings(file).chosenDigests(), std::optional(QStringList{}));
        QCOMPARE(Settings(file).inspectorOrder(), ByteOrder::Little);
        Settings(file).setInspectorOrder(ByteOrder::Big);
        Settings(file).setInspectorStyle(InspectorModel::IntegerStyle::Hexadecimal);
        Settings(file).setExportFormat(u"c-array"_s);
        QCOMPARE(Settings(file).inspectorOrder(), ByteOrder::Big);
        QCOMPARE(Settings(file).inspectorStyle(), InspectorModel::IntegerStyle::Hexadecimal);
        QCOMPARE(Settings(file).exportFormat(), u"c-array"_s);
        QVERIFY(Settings(file).pointerChoice() == PointerChoice{});
        const PointerChoice choice{
            .form = {.width = 6, .order = ByteOrder::Big, .isSigned = true, .origin = PointerOrigin::Behind},
            .base = u"-0x400000, \"x\""_s};
        Settings(file).setPointerChoice(choice);
        QVERIFY(Settings(file).pointerChoice() == choice);
    }

    void searchesComeBackWithEveryCharacter() {
        const QTemporaryDir directory;
        const QString file = ProgramPaths::under(directory.path()).settingsFile;
        const std::vector queries{
            FindQuery{.kind = FindQuery::Kind::Text,
                      .text = u" a:b,\"ä€\\;\n"_s,
                      .encoding = u"UTF-16BE"_s,
                      .letterCase = FindQuery::CaseRule::Ignore},
            FindQuery{.kind = FindQuery::Kind::Hex, .text = u"DE ?? AD"_s, .encoding = {}},
            FindQuery{.kind = FindQuery::Kind::Text, .text = u"hex:41"_s, .encoding = u"US-ASCII"_s},
            FindQuery{.kind = FindQuery::Kind::Text, .text = u"a"_s, .encoding = kEveryUnicode.toString()},
            FindQuery{.kind = FindQuery::Kind::Number,
                      .text = u"1..2"_s,
                      .encoding = {},
                      .numberType = u"i16"_s,
                      .order = ByteOrder::Big},
            FindQuery{.kind = FindQuery::Kind::Regex,
                      .text = u"^a:\\x00(?:b|c)"_s,
                      .encoding = {},
                      .letterCase = FindQuery::CaseRule::Ignore},
            FindQuery{.kind = FindQuery::Kind::Run, .text = u"?:8"_s, .encoding = {}}};
        QCOMPARE(queries.back().kind, FindQuery::Kind::Run);
        Settings(file).setSearches(queries);
        QVERIFY(Settings(file).searches() == queries);
        const std::vector<ColouredPattern> patterns{{essential(queries[0]), QColor(1, 2, 3, 4), true},
                                                    {essential(queries[1]), QColor(Qt::red), false}};
        Settings(file).setPatterns(patterns);
        QVERIFY(Settings(file).patterns() == patterns);
        Settings(file).setSearches({});
        QVERIFY(Settings(file).searches().empty());
    }

    void nonsenseInTheFileBecomesDefaults() {
        const QTemporaryDir directory;
        const ProgramPaths paths = ProgramPaths::under(directory.path());
        QFile file(paths.settingsFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[view]\ntheme=pink\nfontSize=9999\nbytesPerRow=-3\ngrouping=5\nencoding=Klingon\n[search]"
            "\nhistory=hex:, "
            "text:exact:no such encoding:a, text:, x\npatterns=#12, , #90e8b923, #zzzzzzzzz+hex:00, "
            "#90e8b923+hex:\n[files]\nrecent=relative, \n");
        file.close();
        const Settings settings(paths.settingsFile);
        QCOMPARE(settings.preferences() == Preferences{}, true);
        QVERIFY(settings.recentFiles().empty());
        QVERIFY(settings.searches().empty());
        QVERIFY(settings.patterns().empty());
    }

    void recentFilesKeepEveryByteOfTheirNames() {
        const QTemporaryDir directory;
        const ProgramPaths paths = ProgramPaths::under(directory.path());
        const std::string odd = "/tmp/a\xff%41,b\n\"c";
        Settings(paths.settingsFile).addRecentFile("/tmp/x");
        Settings(paths.settingsFile).addRecentFile(odd);
        Settings(paths.settingsFile).addRecentFile("/tmp/x");
        const auto recent = Settings(paths.settingsFile).recentFiles();
        QCOMPARE(recent.size(), std::size_t{2});
        QCOMPARE(recent[0], std::string("/tmp/x"));
        QCOMPARE(recent[1], odd);
    }

    void recentFilesAreListedOnce() {
        const QTemporaryDir directory;
        const ProgramPaths paths = ProgramPaths::under(directory.path());
        QFile file(paths.settingsFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[files]\nrecent=/a, /b, /a\n");
        file.close();
        QCOMPARE(Settings(paths.settingsFile).recentFiles(), (std::vector<std::string>{"/a", "/b"}));
    }

    void recentFilesAreLimited() {
        const QTemporaryDir directory;
        Settings settings(ProgramPaths::under(directory.path()).settingsFile);
        for (int i = 0; i < 40; ++i)
            settings.addRecentFile("/f" + std::to_string(i));
        QCOMPARE(settings.recentFiles().size(), Settings::kRecentMax);
        QCOMPARE(settings.recentFiles().front(), std::string("/f39"));
        settings.clearRecentFiles();
        QVERIFY(settings.recentFiles().empty());
    }

    void aJobWritesWhatWasSet() {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"octavo.ini"_s);
        JobRunner jobs;
        SettingsStore store(file, &jobs);
        store.setValue(u"a/number"_s, 7);
        QCOMPARE(store.value(u"a/number"_s).toInt(), 7);
        QVERIFY2(!QFile::exists(file), "the window's thread must not wait for the disk");
        QTRY_COMPARE(QSettings(file, QSettings::IniFormat).value(u"a/number"_s).toInt(), 7);
        store.setValue(u"a/number"_s, 8);
        store.setValue(u"a/other"_s, u"x"_s);
        QTRY_COMPARE(QSettings(file, QSettings::IniFormat).value(u"a/number"_s).toInt(), 8);
        QTRY_COMPARE(QSettings(file, QSettings::IniFormat).value(u"a/other"_s).toString(), u"x"_s);
    }

    void whatNoJobHasWrittenIsWrittenAtTheEnd() {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"octavo.ini"_s);
        {
            JobRunner jobs;
            SettingsStore store(file, &jobs);
            store.setValue(u"a/number"_s, 7);
            // Another program has written meanwhile.
            QSettings(file, QSettings::IniFormat).setValue(u"b/kept"_s, 1);
        }
        const SettingsStore again(file);
        QCOMPARE(again.value(u"a/number"_s).toInt(), 7);
        QCOMPARE(again.value(u"b/kept"_s).toInt(), 1);
    }

    void closingEveryPanelIsRemembered() {
        const QTemporaryDir directory;
        const QString file = ProgramPaths::under(directory.path()).settingsFile;
        QCOMPARE(Settings(file).openPanels(), QStringList{u"inspector"_s});
        Settings(file).setOpenPanels({});
        QVERIFY(!Settings(file).openPanels().contains(u"inspector"_s));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
