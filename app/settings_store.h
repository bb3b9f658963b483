#pragma once

#include <QObject>
#include <QVariantMap>

#include "ui/jobs/job_runner.h"

namespace octavo {

/// Keys and values in an INI file. Read once; what is set is known at once and written by a job soon after,
/// because writing waits for the disk. Other programs' values in the file are kept. UI thread.
class SettingsStore final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: `jobs` outlives the store. Without one everything is written when the store goes.
    explicit SettingsStore(QString file, JobRunner* jobs = nullptr);
    /// Writes what no job has written yet.
    ~SettingsStore() override;

    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise = {}) const;
    void setValue(const QString& key, const QVariant& value);

private:
    void writeSoon();
    void writeByJob();

    QString file_;
    JobRunner* jobs_;
    QVariantMap values_;
    QVariantMap unwritten_;
    JobHandle writing_;
    bool isWriteDue_ = false;
};

}  // namespace octavo
