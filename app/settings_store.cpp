#include "app/settings_store.h"

#include <utility>

#include <QSettings>
#include <QTimer>

namespace octavo {

namespace {

constexpr int kGatherMs = 200;

/// Any thread. Waits for the disk.
Status write(const QString& file, const QVariantMap& values) {
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
    for (const QString& key : settings.allKeys())
        values_[key] = settings.value(key);
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
    const auto work = [file = file_, values = unwritten_](const JobContext&) { return write(file, values); };
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
