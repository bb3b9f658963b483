#include "app/file_commands.h"

#include <utility>

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include "core/base/offset_text.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(MainWindow& window, DocumentManager& documents, DocumentSaver& saver,
                           JobRunner& jobs, Settings& settings, QObject* parent)
    : QObject(parent),
      window_(window),
      documents_(documents),
      saver_(saver),
      jobs_(jobs),
      settings_(settings) {
    connect(&documents_, &DocumentManager::opened, this, &FileCommands::showOpened);
    connect(&documents_, &DocumentManager::openFailed, this, &FileCommands::showOpenFailure);
    connect(&documents_, &DocumentManager::recovered, this, [this](OpenDocument* document) {
        messagesOf(*document).post(
            {.kind = MessageKind::Warning,
             .text =
                 tr("A save of “%1” was cut off by a crash. The file has its content from before that save "
                    "again. Check it before you go on.")
                     .arg(document->name())});
    });
    connect(&documents_, &DocumentManager::changedOnDisk, this,
            [this](OpenDocument* document) { showChangedOnDisk(*document); });
    connect(&documents_, &DocumentManager::closed, this, &FileCommands::forget);
    connect(&saver_, &DocumentSaver::saved, this,
            [this](OpenDocument* document, const SaveRequest& request) { finishSave(*document, request); });
    connect(&saver_, &DocumentSaver::failed, this,
            [this](OpenDocument* document, const SaveRequest& request, const Error& error) {
                showSaveFailure(*document, request, error);
            });
    connect(&window_, &MainWindow::closeViewWanted, this,
            [this](DocumentView* view) { close(view->document()); });
    connect(&window_, &MainWindow::closeWanted, this, &FileCommands::quit);
    connect(&window_, &MainWindow::activated, &documents_, &DocumentManager::checkFiles);
    connect(&window_, &MainWindow::filesDropped, this, [this](const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            OpenRequest request;
            request.path = path;
            open(std::move(request));
        }
    });
}

MessageBar& FileCommands::messagesOf(const OpenDocument& document) const {
    DocumentView* view = window_.viewOf(document);
    return view == nullptr ? window_.windowMessages() : view->messages();
}

ViewOptions FileCommands::initialOptions() const {
    const Preferences preferences = settings_.preferences();
    ViewOptions options;
    options.rowWidth = preferences.bytesPerRow == 0 ? RowWidth::Fitted : RowWidth::Fixed;
    options.bytesPerRow =
        preferences.bytesPerRow == 0 ? ViewOptions::kMaxBytesPerRow : preferences.bytesPerRow;
    options.grouping = preferences.grouping;
    options.encoding = preferences.encoding;
    return options;
}

// Opening

void FileCommands::askWhatToOpen(OpenAccess access) {
    const DocumentView* view = window_.currentView();
    const QString beside = view == nullptr ? QString() : dialogDirectory(view->document().path());
    auto* dialog = new QFileDialog(&window_, tr("Open Files"), beside.isEmpty() ? lastDirectory_ : beside);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, access](const QStringList& files) {
        for (const QString& each : files) {
            lastDirectory_ = QFileInfo(each).absolutePath();
            OpenRequest request;
            request.path = toRawPath(each);
            request.access = access;
            open(std::move(request));
        }
    });
    dialog->open();
}

void FileCommands::open(OpenRequest request) {
    documents_.open(std::move(request));
}

void FileCommands::showOpened(OpenDocument* document, const OpenRequest& request) {
    DocumentView* view = window_.viewOf(*document);
    if (view == nullptr) {
        const ViewOptions options = initialOptions();
        view = &window_.addView(*document, options, request.order);
        if (settings_.preferences().startsInInsertMode || document->document().size() == 0)
            view->view().setInputMode(InputMode::Insert);
        if (request.remembered)
            view->restore(*request.remembered);
    }
    placeCaret(*view, request);
    if (request.activation == Activation::Front || window_.views().size() == 1)
        window_.showView(*view);
    if (!request.path.empty()) {
        settings_.addRecentFile(request.path);
        Q_EMIT recentFilesChanged();
    }
}

void FileCommands::placeCaret(DocumentView& view, const OpenRequest& request) {
    if (request.offset.empty())
        return;
    const OffsetScope scope{.size = view.document().document().size()};
    const auto offset = parseOffset(request.offset, scope);
    if (offset)
        view.jumpTo(*offset);
    else
        view.messages().post(
            {.kind = MessageKind::Warning, .text = messageFor(offset.error(), view.document().name())});
}

void FileCommands::showOpenFailure(const OpenRequest& request, const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        return;
    Error named = error;
    if (named.detail.empty())
        named.detail = request.path;
    Message message{.kind = MessageKind::Problem, .text = messageFor(named)};
    message.choices.push_back({tr("Try Again"), [this, request] { open(request); }});
    window_.windowMessages().post(std::move(message));
}

void FileCommands::showChangedOnDisk(OpenDocument& document) {
    const QPointer<OpenDocument> guarded(&document);
    const auto when = [this, guarded](void (FileCommands::*command)(OpenDocument&)) {
        return [this, guarded, command] {
            if (guarded)
                (this->*command)(*guarded);
        };
    };
    Message message{
        .kind = MessageKind::Warning,
        .text = tr("“%1” was changed or removed by another program since it was opened. Reload it to see "
                   "what is there now (undo brings your version back), or save yours under another name.")
                    .arg(document.name()),
        .topic = diskTopic()};
    message.choices.push_back({tr("Reload"), when(&FileCommands::reload)});
    message.choices.push_back({tr("Save As…"), [this, guarded] {
                                   if (guarded)
                                       askSaveAs(*guarded);
                               }});
    messagesOf(document).post(std::move(message));
}

// Taking over what is there now

void FileCommands::reload(OpenDocument& document) {
    const auto work = [path = document.path()](const JobContext&) { return openFileSource(path); };
    const JobOptions options{.title = tr("Reloading %1").arg(document.name())};
    const auto done = [this, &document](Result<std::shared_ptr<FileSource>> file) {
        reloading_.erase(&document);
        Document& edited = document.document();
        const bool wasProtected = edited.isWriteProtected();
        edited.setWriteProtected(false);
        const Status taken = file ? edited.apply(Edit::replace(edited.snapshot().all(),
                                                               Content::ofSource(*file, {0, (*file)->size()}),
                                                               EditKind::Reload))
                                  : Status(fail(file.error()));
        edited.setWriteProtected(wasProtected);
        if (!taken) {
            messagesOf(document).post({.kind = MessageKind::Problem,
                                       .text = messageFor(taken.error(), document.name()),
                                       .topic = diskTopic()});
            return;
        }
        document.becameFile(*file, document.path(), edited.revision(), edited.history().current());
        messagesOf(document).closeTopic(diskTopic());
        messagesOf(document).post(
            {.kind = MessageKind::Information,
             .text = tr("“%1” shows what its file holds now. Undo brings the previous version "
                        "back.")
                         .arg(document.name())});
    };
    reloading_[&document] = jobs_.run(options, work, &document, done);
}

// Closing

void FileCommands::askAboutChanges(OpenDocument& document, Purpose purpose, const Then& proceed) {
    if (DocumentView* view = window_.viewOf(document))
        window_.showView(*view);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved Changes"),
                                tr("“%1” has changes that are not saved.").arg(document.name()),
                                QMessageBox::NoButton, &window_);
    box->setObjectName(u"unsavedChanges"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Without saving they are lost."));
    const QAbstractButton* save = box->addButton(QMessageBox::Save);
    const QAbstractButton* discard = box->addButton(QMessageBox::Discard);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    const QPointer<OpenDocument> guarded(&document);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard, guarded, purpose, proceed] {
        if (!guarded)
            return;
        if (box->clickedButton() == save) {
            this->save(*guarded, proceed);
        } else if (box->clickedButton() == discard) {
            if (purpose == Purpose::Quit)
                discarded_.insert(guarded);
            else
                documents_.close(*guarded);
            if (purpose == Purpose::Quit)
                proceed();
        } else {
            discarded_.clear();
        }
    });
    box->open();
}

void FileCommands::close(OpenDocument& document) {
    const QPointer<OpenDocument> guarded(&document);
    const Then again = [this, guarded] {
        if (guarded)
            close(*guarded);
    };
    if (document.isSaving())
        afterSave_[&document] = again;
    else if (document.document().isModified())
        askAboutChanges(document, Purpose::Close, again);
    else
        documents_.close(document);
}

void FileCommands::closeAll() {
    const auto all = documents_.documents();
    for (OpenDocument* each : all) {
        if (!each->document().isModified())
            close(*each);
    }
    if (!documents_.documents().empty())
        close(*documents_.documents().front());
}

void FileCommands::quit() {
    for (OpenDocument* each : documents_.documents()) {
        if (each->isSaving()) {
            afterSave_[each] = [this] { quit(); };
            return;
        }
        if (each->document().isModified() && !discarded_.contains(each)) {
            askAboutChanges(*each, Purpose::Quit, [this] { quit(); });
            return;
        }
    }
    Q_EMIT readyToQuit();
}

void FileCommands::forget(OpenDocument* document) {
    afterSave_.erase(document);
    reloading_.erase(document);
    discarded_.erase(document);
    window_.removeView(*document);
}

}  // namespace octavo
