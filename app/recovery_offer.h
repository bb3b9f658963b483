#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <QObject>

#include "app/document_manager.h"
#include "app/main_window.h"
#include "app/recovery_keeper.h"
#include "core/save/edit_recovery.h"
#include "ui/dialogs/recovery_dialog.h"

namespace octavo {

/// Finds what a crash left unsaved and offers it; what is wanted opens as it was. Tells, too, when changes
/// cannot be protected. UI thread.
class RecoveryOffer final : public QObject {
    Q_OBJECT
public:
    /// `directory`: raw path, of the edit logs; empty: there are none. `journalDirectory` as in SaveTarget.
    /// REQUIRES: all outlive this.
    RecoveryOffer(std::string directory, std::string journalDirectory, MainWindow& window,
                  DocumentManager& documents, RecoveryKeeper& keeper, JobRunner& jobs,
                  QObject* parent = nullptr);

    /// Asked: says so, too, when there is nothing.
    enum class Occasion : std::uint8_t { Start, Asked };
    /// Looks on a worker thread, then shows the dialog.
    void look(Occasion occasion);

Q_SIGNALS:
    /// Nothing is being looked for or offered any more.
    void finished();

private:
    struct Found {
        Recovery recovery;
        std::vector<RecoverableItem> items;
    };
    void offer(std::shared_ptr<Found> found, Occasion occasion);
    void recover(Found& found, const std::vector<std::size_t>& which);
    void discardAll(Found& found, const std::vector<std::size_t>& which);
    void tellUnprotected(OpenDocument& document, const Error& error);
    [[nodiscard]] MessageBar& messagesOf(const OpenDocument& document) const;

    std::string directory_;
    std::string journalDirectory_;
    MainWindow& window_;
    DocumentManager& documents_;
    RecoveryKeeper& keeper_;
    JobRunner& jobs_;
    JobHandle looking_;
};

}  // namespace octavo
