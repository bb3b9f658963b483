#pragma once

#include <optional>

#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

#include "ui/base/theme.h"
#include "ui/jobs/job_runner.h"

class QDBusPendingCallWatcher;

namespace octavo {

/// What the desktop asks programs to look like, from the XDG settings portal: dark or light, and high
/// contrast. Follows the portal while the program runs. Without a session bus or a portal it wants nothing,
/// silently. UI thread; connecting to the bus, which may block, is a job.
class DesktopScheme final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this. Asks nothing before start().
    explicit DesktopScheme(JobRunner& jobs, QObject* parent = nullptr);
    ~DesktopScheme() override;

    /// Asks, and listens from then on. Once.
    void start();
    /// Nothing: no portal, or it has no preference.
    [[nodiscard]] std::optional<ThemeKind> wanted() const;

Q_SIGNALS:
    /// Also sent when the first answer, or that there is none, is in.
    void changed();

private Q_SLOTS:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void takeAnswer(QDBusPendingCallWatcher& answer);
    void note(const QString& key, const QVariant& value);

    JobRunner& jobs_;
    JobHandle connecting_;
    QString connection_;  // QtDBus's name for ours
    uint scheme_ = 0;
    uint contrast_ = 0;
};

}  // namespace octavo
