#include "app/open_document.h"

#include <utility>

#include "ui/base/qt_text.h"

namespace octavo {

OpenDocument::OpenDocument(std::shared_ptr<FileSource> file, std::string path, QObject* parent)
    : QObject(parent),
      file_(std::move(file)),
      path_(std::move(path)),
      identity_(file_->identity()),
      document_(std::make_shared<Document>(file_)),
      bookmarks_(new Bookmarks(*document_, this)),
      historyLog_(new HistoryLog(*document_, this)),
      changes_(new ChangeList(*document_, this)),
      directoryDevice_(deviceOfDirectory(path_)) {
    connectDocument();
}

OpenDocument::OpenDocument(const QString& name, QObject* parent)
    : QObject(parent),
      untitledName_(name),
      document_(std::make_shared<Document>()),
      bookmarks_(new Bookmarks(*document_, this)),
      historyLog_(new HistoryLog(*document_, this)),
      changes_(new ChangeList(*document_, this)) {
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
      historyLog_(new HistoryLog(*document_, this)),
      changes_(new ChangeList(*document_, this)) {
    if (file_)
        identity_ = file_->identity();
    directoryDevice_ = deviceOfDirectory(path_);
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

std::optional<KnownFile> OpenDocument::knownFile() const {
    if (!file_ || !identity_)
        return std::nullopt;
    return KnownFile{.path = path_,
                     .opened = file_,
                     .identity = *identity_,
                     .base = baseIdentity_.value_or(file_->identity()),
                     .directoryDevice = directoryDevice_};
}

void OpenDocument::acknowledgeSameBytes(const FileIdentity& identity) {
    // A save in place needs to know that the file is still the one that the unmodified bytes come from.
    if (file_ && identity_ && *identity_ == baseIdentity_.value_or(file_->identity()) &&
        identity.isSameFile(*identity_))
        baseIdentity_ = identity;
    identity_ = identity;
}

void OpenDocument::fileGrew(std::shared_ptr<FileSource> file) {
    const ByteOffset end = document_->size();
    identity_ = file->identity();
    baseIdentity_.reset();
    file_ = file;
    document_->growBase(std::move(file));
    Q_EMIT grew(end);
}

void OpenDocument::becameMerged(std::shared_ptr<FileSource> file, std::span<const Document::BaseRun> runs) {
    identity_ = file->identity();
    baseIdentity_.reset();
    file_ = file;
    document_->rebaseOnto(std::move(file), runs);
    Q_EMIT rebased();
    Q_EMIT stateChanged();
}

bool OpenDocument::endsAsItsFile() const {
    if (!file_ || document_->base() != file_)
        return false;
    if (file_->size() == 0)
        return document_->size() == 0;
    if (document_->size() == 0)
        return false;
    const Piece last = document_->snapshot().tree().locate(document_->size() - 1).piece;
    return last.chunk == document_->baseChunk() && last.offset + last.length == file_->size();
}

void OpenDocument::setFollowed(bool isFollowed) {
    isFollowed_ = isFollowed;
    Q_EMIT stateChanged();
}

void OpenDocument::setDisk(const DiskGeometry& geometry, WriteDanger danger) {
    geometry_ = geometry;
    danger_ = danger;
}

void OpenDocument::setWriteProtected(bool isProtected) {
    document_->setWriteProtected(isProtected);
    Q_EMIT stateChanged();
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
    directoryDevice_ = deviceOfDirectory(path_);
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
