#include <algorithm>

#include <QAction>
#include <QFileDialog>
#include <QMimeDatabase>
#include <QTreeView>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/structure/document_structure.h"
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
    auto work = [folders = allFolders()](const JobContext& job) -> Result<std::shared_ptr<const FormatLibrary>> {
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
            offer();
        });
}

void StructurePanel::offer() {
    DocumentStructure* now = structure();
    if (now == nullptr || now->live().isBound() || loading_.isRunning() || candidates_.empty() ||
        candidates_.front().matchedBytes == 0)
        return;
    const FormatCandidate& first = candidates_.front();
    const QString title = QString::fromStdString(first.format->title);
    if (isAutomatic() && first.matchedBytes >= kClearSignature)
        return useFormat(first.format->path, title);
    status_->ask(StatusTone::Neutral, tr("This looks like: %1.").arg(title), tr("&Read It"),
                 [this, path = first.format->path, title] { useFormat(path, title); });
}

void StructurePanel::useFormat(const std::string& path, const QString& title) {
    load(path, title, {});
}

void StructurePanel::readSelection() {
    const DocumentStructure* now = structure();
    const ByteRange range = context_.selection();
    if (now == nullptr || now->formatPath().empty())
        return;
    if (range.isEmpty())
        return status_->say(StatusTone::Problem, tr("Select the bytes first."));
    load(now->formatPath(), now->formatName(), {.range = range});
}

void StructurePanel::load(const std::string& path, const QString& title,
                          const StructureTree::Options& options) {
    auto work = [path, search = library_->search(allFolders())](const JobContext&) -> Result<LoadedFormat> {
        return loadFormat(path, search);
    };
    loading_ = context_.jobs().run({.title = tr("Reading the description"),
                                    .visibility = JobVisibility::Hidden,
                                    .lane = JobLane::Prompt},
                                   std::move(work), this,
                                   [this, path, title, options](const Result<LoadedFormat>& loaded) {
                                       if (loaded)
                                           take(*loaded, path, title, options);
                                   });
}

void StructurePanel::take(const LoadedFormat& loaded, const std::string& path, const QString& title,
                          const StructureTree::Options& options) {
    DocumentStructure* now = structure();
    if (now == nullptr)
        return;
    problems_ = loaded.problems;
    if (!watcher_.files().isEmpty())
        watcher_.removePaths(watcher_.files());
    const bool isFile = !path.starts_with(FormatLibrary::kBuiltinFolder);
    if (isFile && loaded.set) {
        for (const auto& each : loaded.set->formats)
            watcher_.addPath(QString::fromStdString(each->file));
    } else if (isFile) {
        watcher_.addPath(QString::fromStdString(path));
    }
    if (!loaded.set) {
        const auto wrong = std::find_if(problems_.begin(), problems_.end(), [](const FormatProblem& each) {
            return each.severity == FormatProblem::Severity::Error;
        });
        const QString what = wrong == problems_.end() ? tr("It cannot be read.") : messageFor(*wrong);
        const QString place = wrong == problems_.end() || wrong->mark.line == 0
                                  ? toDisplayName(path)
                                  : tr("%1, line %2").arg(toDisplayName(wrong->file)).arg(wrong->mark.line);
        status_->ask(StatusTone::Problem, u"%1: %2"_s.arg(place, what), tr("&Edit"),
                     [this, path] { Q_EMIT editorWanted(QString::fromStdString(path)); });
        return;
    }
    const Format& format = *loaded.set->formats.front();
    const QString name = !title.isEmpty()
                             ? title
                             : QString::fromStdString(format.title.empty() ? format.top.name : format.title);
    now->bind(loaded.set, options, path, name);
    tree_->expandToDepth(0);
    selectFieldAtCaret();
}

/// The file of the description changed on the disk.
void StructurePanel::reloadFormat() {
    DocumentStructure* now = structure();
    if (now == nullptr || now->formatPath().empty())
        return;
    StructureTree::Options options = now->live().options();
    options.type = nullptr;  // of the old description
    load(now->formatPath(), now->formatName(), options);
}

}  // namespace octavo
