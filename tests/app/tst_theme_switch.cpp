#include <QApplication>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/desktop_scheme.h"
#include "app/workbench.h"

using namespace octavo;
using namespace Qt::StringLiterals;

using SettingGroups = QMap<QString, QVariantMap>;

namespace {

/// A bus of our own, which the program takes for the session's.
class PrivateBus {
public:
    PrivateBus() {
        daemon_.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s,
                                         u"--address=unix:tmpdir=/tmp"_s});
        if (daemon_.waitForStarted() && daemon_.waitForReadyRead())
            address = QString::fromUtf8(daemon_.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    }
    ~PrivateBus() {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        daemon_.kill();
        daemon_.waitForFinished();
    }
    QString address;

private:
    QProcess daemon_;
};

/// The settings portal, as far as the program asks it.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit Portal(const PrivateBus& bus) : bus_(QDBusConnection::connectToBus(bus.address, kName)) {
        qDBusRegisterMetaType<SettingGroups>();
        QVERIFY(bus_.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus_.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    ~Portal() override { QDBusConnection::disconnectFromBus(kName); }

    void set(const QString& key, uint value) {
        values[key] = value;
        Q_EMIT SettingChanged(kAppearance, key, QDBusVariant(value));
    }

    QVariantMap values;
    int questions = 0;

public Q_SLOTS:
    SettingGroups ReadAll(const QStringList& groups) {
        ++questions;
        return groups.contains(kAppearance) ? SettingGroups{{kAppearance, values}} : SettingGroups{};
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    const QString kName = u"portal"_s;
    const QString kAppearance = u"org.freedesktop.appearance"_s;
    QDBusConnection bus_;
};

/// The program without a file, with settings of its own.
struct Program {
    explicit Program(const QTemporaryDir& directory)
        : workbench(CommandLine{}, ProgramPaths::under(directory.path())) {}
    [[nodiscard]] DesktopScheme& scheme() { return *workbench.themes().findChild<DesktopScheme*>(); }
    Workbench workbench;
};

ThemeKind shownTheme() {
    const QColor ground = QApplication::palette().color(QPalette::Window);
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        if (themePalette(kind).color(QPalette::Window) == ground)
            return kind;
    }
    qFatal("a palette of nobody");
}

QPalette foreignPalette(Qt::GlobalColor ground, Qt::GlobalColor text) {
    QPalette palette(ground);
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

}  // namespace

class TestThemeSwitch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("DBUS_SESSION_BUS_ADDRESS"); }

    void lightAndDarkFollowThePortal() {
        const QTemporaryDir directory;
        const PrivateBus bus;
        Portal portal(bus);
        portal.values[u"color-scheme"_s] = 2U;
        Program program(directory);
        QCOMPARE(portal.questions, 0);
        program.workbench.start();
        QTRY_COMPARE(portal.questions, 1);
        QTRY_COMPARE(program.scheme().wanted(), std::optional(ThemeKind::Light));
        QCOMPARE(shownTheme(), ThemeKind::Light);
        portal.set(u"color-scheme"_s, 1);
        QTRY_COMPARE(shownTheme(), ThemeKind::Dark);
        QVERIFY(program.workbench.window().look().colors == HexColors::dark());
        portal.set(u"color-scheme"_s, 2);
        QTRY_COMPARE(shownTheme(), ThemeKind::Light);
        portal.set(u"contrast"_s, 1);
        QTRY_COMPARE(shownTheme(), ThemeKind::HighContrast);
        portal.set(u"contrast"_s, 0);
        QTRY_COMPARE(shownTheme(), ThemeKind::Light);
    }

    void theFirstAnswerCounts() {
        const QTemporaryDir directory;
        const PrivateBus bus;
        Portal portal(bus);
        portal.values[u"color-scheme"_s] = 1U;
        {
            Program program(directory);
            QCOMPARE(shownTheme(), ThemeKind::Light);
            program.workbench.start();
            QTRY_COMPARE(shownTheme(), ThemeKind::Dark);
        }
        const Program again(directory);  // what it wanted last time holds until it answers
        QCOMPARE(shownTheme(), ThemeKind::Dark);
    }

    void aChosenThemeStays() {
        const QTemporaryDir directory;
        const PrivateBus bus;
        Portal portal(bus);
        Program program(directory);
        program.workbench.start();
        QTRY_COMPARE(portal.questions, 1);
        QVERIFY(program.workbench.actions().trigger("view.theme.light"));
        portal.set(u"color-scheme"_s, 1);
        QTRY_COMPARE(program.scheme().wanted(), std::optional(ThemeKind::Dark));
        QCOMPARE(shownTheme(), ThemeKind::Light);
        QVERIFY(program.workbench.actions().trigger("view.theme.desktop"));
        QCOMPARE(shownTheme(), ThemeKind::Dark);
    }

    void withoutAPortalNothingIsWantedOrSaid_data() {
        QTest::addColumn<bool>("hasBus");
        QTest::newRow("no bus") << false;
        QTest::newRow("a bus without a portal") << true;
    }
    void withoutAPortalNothingIsWantedOrSaid() {
        QFETCH(bool, hasBus);
        const QTemporaryDir directory;
        const auto bus = hasBus ? std::make_unique<PrivateBus>() : nullptr;
        Settings(ProgramPaths::under(directory.path()).settingsFile).setDesktopWish(ThemeKind::Dark);
        Program program(directory);
        QCOMPARE(shownTheme(), ThemeKind::Dark);
        QSignalSpy answered(&program.scheme(), &DesktopScheme::changed);
        program.workbench.start();
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(shownTheme(), ThemeKind::Light);
        QVERIFY(program.workbench.window().windowMessages().texts().isEmpty());
        QVERIFY(!program.workbench.settings().desktopWish());
    }

    void paletteOfThePlatformIsFollowed() {
        const QTemporaryDir directory;
        Program program(directory);
        program.workbench.start();
        QCOMPARE(shownTheme(), ThemeKind::Light);
        QApplication::setPalette(foreignPalette(Qt::black, Qt::white));
        QTRY_COMPARE(QApplication::palette(), themePaletteInUse(ThemeKind::Dark));
        QApplication::setPalette(foreignPalette(Qt::white, Qt::black));
        QTRY_COMPARE(QApplication::palette(), themePaletteInUse(ThemeKind::Light));
        QVERIFY(program.workbench.actions().trigger("view.theme.high-contrast"));
        QApplication::setPalette(foreignPalette(Qt::white, Qt::black));
        QTRY_COMPARE(QApplication::palette(), themePaletteInUse(ThemeKind::HighContrast));
    }

private:
    static QPalette themePaletteInUse(ThemeKind kind) {
        return themePalette(kind).resolve(QApplication::palette());
    }
};

QTEST_MAIN(TestThemeSwitch)
#include "tst_theme_switch.moc"
