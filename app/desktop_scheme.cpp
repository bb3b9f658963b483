#include "app/desktop_scheme.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFile>
#include <QMap>
#include <QStandardPaths>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kAppearance = u"org.freedesktop.appearance"_s;
constexpr uint kDark = 1;
constexpr uint kLight = 2;
constexpr uint kHighContrast = 1;

/// Where the bus is, or nothing. Asked without libdbus, which would start a bus when there is none.
QString busAddress() {
    QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!given.isEmpty())
        return given;
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return usual.startsWith(u'/') && QFile::exists(usual) ? u"unix:path="_s + usual : QString();
}

/// The value within any number of variants: portals wrap once or twice.
QVariant unwrapped(QVariant value) {
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

DesktopScheme::DesktopScheme(JobRunner& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {}

DesktopScheme::~DesktopScheme() {
    // Not while the job still connects: both would wait for the bus.
    if (!connection_.isEmpty() && !connecting_.isRunning())
        QDBusConnection::disconnectFromBus(connection_);
}

void DesktopScheme::start() {
    const QString address = busAddress();
    if (address.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    const QString name = u"desktop scheme %1"_s.arg(reinterpret_cast<quintptr>(this));
    auto work = [address, name](const JobContext&) -> Status {
        if (!QDBusConnection::connectToBus(address, name).isConnected())
            return fail(ErrorCode::OpenFailed);
        return {};
    };
    connection_ = name;
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden};
    connecting_ = jobs_.run(options, std::move(work), this, [this](const Status& done) {
        if (done)
            ask();
        else
            Q_EMIT changed();
    });
}

void DesktopScheme::ask() {
    QDBusConnection bus(connection_);
    qRegisterMetaType<QDBusVariant>();  // or QtDBus does not know the slot's last argument
    // Whoever sends it: naming the portal would make QtDBus wait for the bus to say who that is.
    bus.connect({}, kPath, kInterface, u"SettingChanged"_s, {kAppearance}, {}, this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"ReadAll"_s);
    question << QStringList{kAppearance};
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        takeAnswer(*answer);
        answer->deleteLater();
    });
}

void DesktopScheme::takeAnswer(QDBusPendingCallWatcher& answer) {
    // A slow portal is not one without a wish: what it wanted last time holds until it says something.
    const auto problem = answer.isError() ? answer.error().type() : QDBusError::NoError;
    if (problem == QDBusError::NoReply || problem == QDBusError::Timeout || problem == QDBusError::TimedOut)
        return;
    const QVariantList values = answer.reply().arguments();
    if (!answer.isError() && !values.isEmpty() &&
        values.front().metaType() == QMetaType::fromType<QDBusArgument>()) {
        QMap<QString, QVariantMap> groups;
        const auto content = values.front().value<QDBusArgument>();
        if (content.currentSignature() == u"a{sa{sv}}"_s)
            content >> groups;
        const QVariantMap appearance = groups.value(kAppearance);
        for (auto each = appearance.begin(); each != appearance.end(); ++each)
            note(each.key(), each.value());
    }
    Q_EMIT changed();
}

void DesktopScheme::takeSetting(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != kAppearance)
        return;
    note(key, value.variant());
    Q_EMIT changed();
}

void DesktopScheme::note(const QString& key, const QVariant& value) {
    const uint number = unwrapped(value).toUInt();
    if (key == u"color-scheme"_s)
        scheme_ = number;
    else if (key == u"contrast"_s)
        contrast_ = number;
}

std::optional<ThemeKind> DesktopScheme::wanted() const {
    if (contrast_ == kHighContrast)
        return ThemeKind::HighContrast;
    if (scheme_ == kDark)
        return ThemeKind::Dark;
    return scheme_ == kLight ? std::optional(ThemeKind::Light) : std::nullopt;
}

}  // namespace octavo
