#include "ui/panels/found_files_visit.h"

#include <algorithm>
#include <utility>

#include "core/search/find.h"
#include "ui/base/number_text.h"

namespace octavo {

namespace {

/// Longer matches are not looked at again on the window's thread.
constexpr ByteCount kCheckedMost = ByteCount{64} * 1024;

bool stillMatches(const Snapshot& snapshot, ByteRange found, const Searcher& searcher) {
    if (found.end > snapshot.size() || found.size() > kCheckedMost)
        return false;
    const auto again = findNext(snapshot, searcher, found);
    return again && again->match && again->match->range == found;
}

bool isOf(const OpenedDocument& document, const FoundFile& file) {
    return (!file.path.empty() && document.path == file.path) ||
           (document.file && file.identity && document.file->isSameFile(*file.identity));
}

}  // namespace

FoundFilesVisit::FoundFilesVisit(DocumentContext& context, QObject* parent)
    : QObject(parent), context_(context) {
    connect(&context_, &DocumentContext::currentChanged, this, &FoundFilesVisit::followCurrent);
}

void FoundFilesVisit::setFiles(FoundFiles* files) {
    files_ = files;
    opening_.reset();
}

std::optional<OpenedDocument> FoundFilesVisit::openOne(const FoundFile& file) const {
    const auto open = context_.openDocuments();
    const auto found =
        std::ranges::find_if(open, [&](const OpenedDocument& each) { return isOf(each, file); });
    return found == open.end() ? std::nullopt : std::optional(*found);
}

void FoundFilesVisit::followCurrent() {
    if (!files_)
        return;
    for (const OpenedDocument& each : context_.openDocuments()) {
        if (each.owner != context_.documentOwner())
            continue;
        files_->follow(each);
        if (opening_ && isOf(each, files_->files()[files_->fileOf(opening_->row)]))
            arriveAt(*std::exchange(opening_, std::nullopt));
        return;
    }
}

void FoundFilesVisit::goTo(std::size_t row, Keyboard keyboard) {
    const Wanted wanted{.row = row, .keyboard = keyboard};
    const std::size_t index = files_->fileOf(row);
    const FoundFile& file = files_->files()[index];
    opening_.reset();
    if (const OpenedDocument* followed = files_->documentOf(index)) {
        context_.bringToFront(*followed->owner);
        arriveAt(wanted);
    } else if (const auto open = openOne(file)) {
        context_.bringToFront(*open->owner);
        arriveAt(wanted);
    } else if (file.path.empty()) {
        Q_EMIT told(tr("“%1” is closed.").arg(file.name));
    } else {
        opening_ = wanted;
        context_.openPath(file.path);
    }
}

/// The row's document is in front.
void FoundFilesVisit::arriveAt(const Wanted& wanted) {
    const std::size_t index = files_->fileOf(wanted.row);
    if (files_->documentOf(index) != nullptr) {
        context_.select(files_->at(wanted.row).range);
        Q_EMIT told({});
    } else {
        arriveAtChanged(wanted, files_->files()[index].name);
    }
    if (wanted.keyboard == Keyboard::GoesToView)
        context_.focusView();
}

void FoundFilesVisit::arriveAtChanged(const Wanted& wanted, const QString& name) {
    const ByteRange found = files_->at(wanted.row).range;
    const Snapshot& snapshot = context_.document()->snapshot();
    if (stillMatches(snapshot, found, files_->searcher())) {
        context_.select(found);
        Q_EMIT told(tr("“%1” has changed since the search; what was found here is still there.").arg(name));
        return;
    }
    context_.goTo(std::min(found.begin, snapshot.size()));
    const QString text = tr("“%1” has changed since the search: what was found at %2 is no longer there.")
                             .arg(name, hexText(found.begin));
    context_.showMessage(MessageKind::Warning, text);
    Q_EMIT told(text);
}

}  // namespace octavo
