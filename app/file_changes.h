#pragma once

#include <functional>
#include <map>

#include <QObject>

#include "app/document_manager.h"
#include "app/file_reload.h"
#include "app/main_window.h"
#include "core/compare/three_way_merge.h"

namespace octavo {

class FileCommands;

/// What the person is told when a file changes underneath its document, and what they can do about it: load
/// it again, merge, keep theirs, follow. UI thread.
class FileChanges final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: all outlive this.
    FileChanges(FileCommands& files, MainWindow& window, DocumentManager& documents, JobRunner& jobs);

    /// Takes over what the file holds now, as one step that undo takes back; what changed is listed. Caret,
    /// selection, scrolling and bookmarks stay.
    void reload(OpenDocument& document);
    /// Brings the document's edits and those made to the file by others together, as one step that undo takes
    /// back. Asks where they touch.
    void merge(OpenDocument& document);
    /// From now on what is appended to the file appears in the document, until the file is cut or replaced.
    void follow(OpenDocument& document);
    /// As the session had it: without a word where it cannot be, and the caret stays.
    void followAgain(OpenDocument& document);
    void stopFollowing(OpenDocument& document);
    /// Why the document cannot be followed now; empty when it can.
    [[nodiscard]] static QString whyNotFollow(const OpenDocument& document);

    void forget(OpenDocument* document);

Q_SIGNALS:
    /// The person wants to see the list of what changed.
    void changesWanted();

private:
    void show(OpenDocument& document, const FileChange& change);
    [[nodiscard]] std::vector<MessageChoice> choicesFor(OpenDocument& document, const FileChange& change);
    [[nodiscard]] MessageChoice choice(OpenDocument& document, const QString& text,
                                       const std::function<void(OpenDocument&)>& execute);
    void takeOver(OpenDocument& document, const Reloaded& reloaded);
    void tellReloaded(OpenDocument& document, const Reloaded& reloaded);
    void ask(OpenDocument& document, const Merging& merging);
    void apply(OpenDocument& document, const Merging& merging, const std::vector<MergeChoice>& choices);
    void grow(OpenDocument& document);
    void showProblem(OpenDocument& document, const Error& error);
    [[nodiscard]] MessageBar& messagesOf(const OpenDocument& document) const;

    FileCommands& files_;
    MainWindow& window_;
    DocumentManager& documents_;
    JobRunner& jobs_;
    std::map<OpenDocument*, JobHandle> working_;
};

}  // namespace octavo
