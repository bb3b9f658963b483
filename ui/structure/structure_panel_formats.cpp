#include <algorithm>

#include <QAction>
#include <QFileDialog>
#include <QMimeDatabase>
#include <QTreeView>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/qt_text.h"
#include "ui/structure/format_chooser.h"
#include "ui/structure/structure_messages.h"
#include "ui/structure/structure_panel.h"

// Which format: the library, what the bytes speak for, and descriptions as they are read.

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kClearSignature = 4;  // bytes that leave no doubt

}  // namespace

std::vector<std::string> StructurePanel::allFolders() const {
    std::vector<std::string> all = folders_;
    if (!ownFolder_.empty())
        all.push_back(ownFolder_);
    return all;
}

void StructurePanel::setFolders(std::vector<std::string> folders) {
    folders_ = std::move(folders);
    readLibrary();
}

void StructurePanel::addFolder() {
    auto* dialog =
        new QFileDialog(this, tr("Folder of Descriptions"), dialogDirectory(context_.documentPath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        std::vector<std::string> folders = folders_;
        folders.push_back(toRawPath(folder));
        setFolders(std::move(folders));
        Q_EMIT foldersChanged(folders_);
    });
    dialog->open();
}

void StructurePanel::readLibrary() {
    auto work = [folders =
                     allFolders()](const JobContext& job) -> Result<std::shared_ptr<const FormatLibrary>> {
        return std::make_shared<const FormatLibrary>(FormatLibrary::read(folders, job));
    };
    reading_ = context_.jobs().run({.title = tr("Reading the list of formats"),
                                    .visibility = JobVisibility::Hidden,
                                    .lane = JobLane::Prompt},
                                   std::move(work), this,
                                   [this](const Result<std::shared_ptr<const FormatLibrary>>& read) {
                                       if (read)
                                           library_ = *read;
                                       detect();
                                   });
}

/// Looks for the signatures of all formats, which are a few bytes.
void StructurePanel::detect() {
    detecting_.cancel();
    candidates_.clear();
    const Document* document = context_.document();
    if (document == nullptr || reading_.isRunning())
        return chooser_->offer(library_, {});
    const std::string name = toUtf8(context_.documentName());
    std::vector<std::string> types;
    for (const QMimeType& type : QMimeDatabase().mimeTypesForFileName(context_.documentName()))
        types.push_back(toUtf8(type.name()));
    auto work = [library = library_, snapshot = document->snapshot(), name,
                 types](const JobContext&) -> Result<std::vector<FormatCandidate>> {
        return library->detect(snapshot, name, types);
    };
    detecting_ = context_.jobs().run(
        {.title = tr("Looking for a format"), .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt},
        std::move(work), this, [this](const Result<std::vector<FormatCandidate>>& found) {
            candidates_ = found ? *found : std::vector<FormatCandidate>();
            chooser_->offer(library_, candidates_);
            say();
            takeClearFormat();
        });
}

bool StructurePanel::offer() {
    if (shown_ == nullptr || shown_->wasReleased() || loading_.isRunning() || candidates_.empty() ||
        candidates_.front().matchedBytes == 0)
        return false;
    const FormatCandidate& first = candidates_.front();
    const QString title = QString::fromStdString(first.format->title);
    ask(StatusTone::Neutral, tr("This looks like: %1.").arg(title), tr("&Read It"),
        [this, path = first.format->path, title] { useFormat(path, title); });
    return true;
}

/// Without asking, where the person wants that and has not said otherwise for this document.
void StructurePanel::takeClearFormat() {
    if (!isAutomatic() || shown_ == nullptr || shown_->live().isBound() || shown_->wasReleased() ||
        loading_.isRunning() || candidates_.empty() || candidates_.front().matchedBytes < kClearSignature)
        return;
    const FormatSummary& format = *candidates_.front().format;
    useFormat(format.path, QString::fromStdString(format.title));
}

void StructurePanel::useFormat(const std::string& path, const QString& title) {
    load({.path = path, .title = title});
}

void StructurePanel::readSelection() {
    const DocumentStructure* now = structure();
    const ByteRange range = context_.selection();
    if (now == nullptr || now->request().path.empty())
        return;
    if (range.isEmpty())
        return tell(StatusTone::Problem, tr("Select the bytes first."));
    load({.path = now->request().path, .title = now->request().title, .range = range});
}

void StructurePanel::load(const FormatRequest& request) {
    auto work = [request, search = library_->search(allFolders())](
                    const JobContext&) -> Result<LoadedFormat> { return request.load(search); };
    loading_ =
        context_.jobs().run({.title = tr("Reading the description"),
                             .visibility = JobVisibility::Hidden,
                             .lane = JobLane::Prompt},
                            std::move(work), this, [this, request](const Result<LoadedFormat>& loaded) {
                                if (loaded)
                                    take(*loaded, request);
                                else
                                    context_.showError(loaded.error());
                            });
}

void StructurePanel::take(const LoadedFormat& loaded, FormatRequest request) {
    DocumentStructure* now = structure();
    if (now == nullptr)
        return;
    broken_.reset();
    if (!loaded.set) {
        broken_ = request;
        watch(now->live().formats().get());
        return sayWhatIsWrong(loaded, request.path);
    }
    watch(loaded.set.get());
    const Format& format = *loaded.set->formats.front();
    if (request.title.isEmpty())
        request.title = QString::fromStdString(format.title.empty() ? format.top.name : format.title);
    isStateTold_ = true;
    now->bind(loaded.set, std::move(request));
    tree_->expandToDepth(0);
    selectFieldAtCaret();
}

void StructurePanel::sayWhatIsWrong(const LoadedFormat& loaded, const std::string& path) {
    const auto wrong = std::find_if(
        loaded.problems.begin(), loaded.problems.end(),
        [](const FormatProblem& each) { return each.severity == FormatProblem::Severity::Error; });
    const bool isKnown = wrong != loaded.problems.end();
    const QString what = isKnown ? messageFor(*wrong) : tr("It cannot be read.");
    const QString place = !isKnown || wrong->mark.line == 0
                              ? toDisplayName(path)
                              : tr("%1, line %2").arg(toDisplayName(wrong->file)).arg(wrong->mark.line);
    ask(StatusTone::Problem, u"%1: %2"_s.arg(place, what), tr("&Edit"),
        [this, path] { Q_EMIT editorWanted(QString::fromStdString(path)); });
}

/// The files of what is shown, and of what could not be shown because it is broken.
void StructurePanel::watch(const FormatSet* set) {
    if (!watcher_.files().isEmpty())
        watcher_.removePaths(watcher_.files());
    const auto add = [this](const std::string& path) {
        if (!path.empty() && !path.starts_with(FormatLibrary::kBuiltinFolder))
            watcher_.addPath(QString::fromStdString(path));
    };
    if (set != nullptr) {
        for (const auto& each : set->formats)
            add(each->file);
    }
    if (broken_)
        add(broken_->path);
}

/// The file of the description changed on the disk.
void StructurePanel::reloadFormat() {
    const DocumentStructure* now = structure();
    if (broken_)
        load(*broken_);
    else if (now != nullptr && !now->request().path.empty())
        load(now->request());
}

}  // namespace octavo
