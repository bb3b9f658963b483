#include "app/open_document.h"

#include <utility>

#include "ui/base/qt_text.h"

namespace octavo {

OpenDocument::OpenDocument(std::shared_ptr<FileSource> file, std::string path, QObject* parent)
    : QObject(parent),
      file_(std::move(file)),
      path_(std::move(path)),
      identity_(file_->identity()),
      document_(std::make_unique<Document>(file_)),
      bookmarks_(new Bookmarks(*document_, this)),
      historyLog_(new HistoryLog(*document_, this)) {
    connectDocument();
}

OpenDocument::OpenDocument(const QString& name, QObject* parent)
    : QObject(parent),
      untitledName_(name),
      document_(std::make_unique<Document>()),
      bookmarks_(new Bookmarks(*document_, this)),
      historyLog_(new HistoryLog(*document_, this)) {
    connectDocument();
}

OpenDocument::OpenDocument(std::unique_ptr<Document> document, std::shared_ptr<FileSource> file,
                           std::string path, const QString& name, QObject* parent)
    : QObject(parent),
      file_(std::move(file)),
      path_(std::move(path)),
      untitledName_(name),
      document_(std::move(document)),
      bookmarks_(new Bookmarks(*document_, this)),
      historyLog_(new HistoryLog(*document_, this)) {
    if (file_)
        identity_ = file_->identity();
    connectDocument();
}

void OpenDocument::connectDocument() {
    changedConnection_ = document_->changed.connect([this](const Change& change) { Q_EMIT changed(change); });
    stateConnection_ = document_->stateChanged.connect([this] { Q_EMIT stateChanged(); });
}

QString OpenDocument::name() const {
    return path_.empty() ? untitledName_ : toDisplayName(path_);
}

bool OpenDocument::isUntouched() const {
    return path_.empty() && !document_->isModified() && document_->history().stateCount() == 1;
}

void OpenDocument::fileWasLeft(const SaveFailure::Left& left) {
    identity_ = left.identity;
    if (left.holds == SaveFailure::Holds::OldBytes)
        baseIdentity_ = left.identity;
}

void OpenDocument::setSaving(bool isSaving) {
    isSaving_ = isSaving;
    Q_EMIT stateChanged();
}

void OpenDocument::becameFile(std::shared_ptr<FileSource> file, std::string path, Revision revision,
                              HistoryState state) {
    path_ = std::move(path);
    identity_ = file->identity();
    baseIdentity_.reset();
    if (document_->revision() == revision && document_->size() == file->size()) {
        file_ = file;
        document_->rebase(file);
        Q_EMIT rebased();
    } else {
        document_->markSaved(state);
    }
    Q_EMIT tookFile(file, state);
    Q_EMIT stateChanged();
}

}  // namespace octavo
