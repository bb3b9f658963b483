#include "app/settings_store.h"

#include <mutex>
#include <utility>

#include <QSettings>
#include <QTimer>

namespace octavo {

namespace {

constexpr int kGatherMs = 200;

/// One writer at a time, so that a stopped job cannot put older values over newer ones.
std::mutex& writer() {
    static std::mutex mutex;
    return mutex;
}

/// Any thread. Waits for the disk. Errors: Cancelled before anything was written.
Status write(const QString& file, const QVariantMap& values, const JobContext& job = {}) {
    const std::lock_guard lock(writer());
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    QSettings settings(file, QSettings::IniFormat);
    for (auto each = values.begin(); each != values.end(); ++each)
        settings.setValue(each.key(), each.value());
    settings.sync();
    return settings.status() == QSettings::NoError ? Status{}
                                                   : fail(ErrorCode::WriteFailed, file.toStdString());
}

}  // namespace

SettingsStore::SettingsStore(QString file, JobRunner* jobs) : file_(std::move(file)), jobs_(jobs) {
    const QSettings settings(file_, QSettings::IniFormat);
    for (const QString& key : settings.allKeys()) {
        if (!key.isEmpty())
            values_[key] = settings.value(key);
    }
}

SettingsStore::~SettingsStore() {
    writing_.cancel();
    // Closing goes on when it fails: what is lost is a preference, and there is no window left to say so in.
    if (!unwritten_.isEmpty())
        static_cast<void>(write(file_, unwritten_));
}

QVariant SettingsStore::value(const QString& key, const QVariant& otherwise) const {
    return values_.value(key, otherwise);
}

void SettingsStore::setValue(const QString& key, const QVariant& value) {
    const auto known = values_.constFind(key);
    if (known != values_.constEnd() && *known == value)
        return;
    values_[key] = value;
    unwritten_[key] = value;
    if (jobs_ != nullptr)
        writeSoon();
}

void SettingsStore::writeSoon() {
    if (writing_.isRunning() || std::exchange(isWriteDue_, true))
        return;
    QTimer::singleShot(kGatherMs, this, &SettingsStore::writeByJob);
}

void SettingsStore::writeByJob() {
    isWriteDue_ = false;
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden};
    const auto work = [file = file_, values = unwritten_](const JobContext& job) {
        return write(file, values, job);
    };
    writing_ = jobs_->run(options, work, this, [this, written = unwritten_](const Status& done) {
        if (!done)
            return;  // tried again with the next value, and at the end
        for (auto each = written.begin(); each != written.end(); ++each) {
            if (unwritten_.value(each.key()) == each.value())
                unwritten_.remove(each.key());
        }
        if (!unwritten_.isEmpty())
            writeSoon();
    });
}

}  // namespace octavo
