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

namespace {

/// Why a file is write-protected although it could be written to.
QString dangerText(WriteDanger danger, const QString& name) {
    switch (danger) {
        case WriteDanger::BlockDevice:
            return FileCommands::tr(
                       "“%1” is a disk: what is written to it takes effect at once, and a file system "
                       "on it can be destroyed.")
                .arg(name);
        case WriteDanger::MountedImage:
            return FileCommands::tr("“%1” is in use as a disk (loop device).").arg(name);
        case WriteDanger::RunningProgram:
            return FileCommands::tr("“%1” is a program that is running now.").arg(name);
        case WriteDanger::OtherOwner:
            return FileCommands::tr("“%1” belongs to somebody else.").arg(name);
        case WriteDanger::None:
            break;
    }
    return {};
}

}  // namespace

FileCommands::FileCommands(MainWindow& window, DocumentManager& documents, DocumentSaver& saver,
                           JobRunner& jobs, Settings& settings, QObject* parent)
    : QObject(parent),
      window_(window),
      documents_(documents),
      saver_(saver),
      settings_(settings),
      changes_(*this, window, documents, jobs) {
    connect(&documents_, &DocumentManager::opened, this, &FileCommands::showOpened);
    connect(&documents_, &DocumentManager::openFailed, this, &FileCommands::showOpenFailure);
    connect(&documents_, &DocumentManager::recovered, this,
            [this](OpenDocument* document, JournalRecovery how) { showRecovery(*document, how); });
    connect(&documents_, &DocumentManager::closed, this, &FileCommands::forget);
    connect(&saver_, &DocumentSaver::saved, this,
            [this](OpenDocument* document, const SaveRequest& request) { finishSave(*document, request); });
    connect(&saver_, &DocumentSaver::failed, this,
            [this](OpenDocument* document, const SaveRequest& request, const Error& error) {
                showSaveFailure(*document, request, error);
            });
    connect(&saver_, &DocumentSaver::planIsUnusual, this,
            [this](OpenDocument* document, const SaveRequest& request, const SavePlan& plan) {
                offerPlan(*document, request, plan);
            });
    connect(&window_, &MainWindow::closeViewWanted, this,
            [this](DocumentView* view) { close(view->document()); });
    connect(&window_, &MainWindow::closeWanted, this, &FileCommands::quit);
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
        ViewOptions options = initialOptions();
        if (document->geometry().isDevice)
            options.sectorSize = document->geometry().sectorSize;
        view = &window_.addView(*document, options, request.order);
        if (settings_.preferences().startsInInsertMode || document->document().size() == 0)
            view->view().setInputMode(InputMode::Insert);
        if (request.remembered)
            view->restore(*request.remembered);
        if (request.remembered && request.remembered->isFollowed)
            changes_.followAgain(*document);
        if (document->danger() != WriteDanger::None)
            tellProtected(*document);
    }
    placeCaret(*view, request);
    if (request.activation == Activation::Front || window_.views().size() == 1)
        window_.showView(*view);
    if (!request.path.empty()) {
        settings_.addRecentFile(request.path);
        Q_EMIT recentFilesChanged();
    }
}

void FileCommands::tellProtected(OpenDocument& document) {
    Message message{
        .kind = MessageKind::Warning,
        .text = dangerText(document.danger(), document.name()) + u' ' +
                tr("It is write-protected until you allow editing here or with Edit > Read Only."),
        .topic = protectionTopic()};
    const QPointer<OpenDocument> guarded(&document);
    message.choices.push_back({tr("Allow Editing"), [this, guarded] {
                                   if (guarded)
                                       setWriteProtected(*guarded, false);
                               }});
    messagesOf(document).post(std::move(message));
}

void FileCommands::setWriteProtected(OpenDocument& document, bool isProtected) {
    document.setWriteProtected(isProtected);
    if (!isProtected)
        messagesOf(document).closeTopic(protectionTopic());
}

void FileCommands::placeCaret(DocumentView& view, const OpenRequest& request) {
    if (request.offset.empty())
        return;
    const OffsetScope scope{.size = view.document().document().size(),
                            .sectorSize = view.document().geometry().sectorSize};
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

void FileCommands::showRecovery(OpenDocument& document, JournalRecovery how) {
    const QString text =
        how == JournalRecovery::Completed
            ? tr("A save of “%1” was cut off by a crash. It has been completed now: the file has the content "
                 "that was being saved. Check it before you go on.")
            : tr("A save of “%1” was cut off by a crash. The file has its content from before that save "
                 "again. Check it before you go on.");
    messagesOf(document).post({.kind = MessageKind::Warning, .text = text.arg(document.name())});
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
    changes_.forget(document);
    discarded_.erase(document);
    window_.removeView(*document);
}

}  // namespace octavo
