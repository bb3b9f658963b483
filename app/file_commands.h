#pragma once

#include <functional>
#include <map>
#include <set>

#include <QObject>

#include "app/document_manager.h"
#include "app/document_saver.h"
#include "app/file_changes.h"
#include "app/main_window.h"
#include "app/settings.h"

namespace octavo {

/// What the person does with files, from question to outcome: open, save, revert, close, quit. Every question
/// is a dialog or a banner that waits beside the event loop; nothing blocks. UI thread.
class FileCommands final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: all outlive this.
    FileCommands(MainWindow& window, DocumentManager& documents, DocumentSaver& saver, JobRunner& jobs,
                 Settings& settings, QObject* parent = nullptr);

    void askWhatToOpen(OpenAccess access = OpenAccess::ReadWrite);
    void open(OpenRequest request);

    using Then = std::function<void()>;
    /// Saves to the document's file; asks for a place when it has none. `then` runs after success.
    void save(OpenDocument& document, Then then = {});
    void askSaveAs(OpenDocument& document, Then then = {});
    void askSaveCopy(OpenDocument& document);
    /// REQUIRES: range lies inside.
    void askSavePart(OpenDocument& document, const Content::SnapshotPart& part);
    /// Saves every document that is modified and has a file.
    void saveAll();

    void setWriteProtected(OpenDocument& document, bool isProtected);
    /// Saves to the document's file whatever is there now.
    void saveOver(OpenDocument& document);
    void reload(OpenDocument& document) { changes_.reload(document); }
    [[nodiscard]] FileChanges& changes() { return changes_; }

    /// Asks what to do with changes first.
    void close(OpenDocument& document);
    void closeAll();
    /// Asks about each modified document, waits for saves, then tells readyToQuit().
    void quit();

Q_SIGNALS:
    void readyToQuit();
    void recentFilesChanged();

private:
    enum class Purpose : std::uint8_t { Close, Quit };

    void showOpened(OpenDocument* document, const OpenRequest& request);
    void tellProtected(OpenDocument& document);
    void placeCaret(DocumentView& view, const OpenRequest& request);
    void showOpenFailure(const OpenRequest& request, const Error& error);
    void askPath(OpenDocument& document, const QString& title,
                 const std::function<void(const std::string&)>& then);
    void start(OpenDocument& document, const SaveRequest& request, Then then);
    void finishSave(OpenDocument& document, const SaveRequest& request);
    void showSaveFailure(OpenDocument& document, const SaveRequest& request, const Error& error);
    void showRecovery(OpenDocument& document, JournalRecovery how);
    void offerPlan(OpenDocument& document, const SaveRequest& request, const SavePlan& plan);
    void offer(OpenDocument& document, const SaveRequest& accepting, const QString& text);
    void offerRisk(OpenDocument& document, const SaveRequest& request, SaveRisk risk);
    void askAboutChanges(OpenDocument& document, Purpose purpose, const Then& proceed);
    void forget(OpenDocument* document);
    [[nodiscard]] MessageBar& messagesOf(const OpenDocument& document) const;
    [[nodiscard]] ViewOptions initialOptions() const;
    /// Messages about the file on disk being another than the one that was opened.
    [[nodiscard]] static QString diskTopic() { return QStringLiteral("disk"); }
    [[nodiscard]] static QString protectionTopic() { return QStringLiteral("protection"); }

    MainWindow& window_;
    DocumentManager& documents_;
    DocumentSaver& saver_;
    Settings& settings_;
    std::map<OpenDocument*, Then> afterSave_;
    std::set<OpenDocument*> discarded_;  // the person let their changes go while quitting
    QString lastDirectory_;
    FileChanges changes_;
};

}  // namespace octavo
