#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTreeView>

#include "core/buffer/document.h"
#include "core/save/file_system.h"
#include "core/structure/field_places.h"
#include "core/structure/structure_export.h"
#include "ui/base/document_context.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/ask_where_to_save.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/structure/field_change_message.h"
#include "ui/structure/node_list_model.h"
#include "ui/structure/structure_messages.h"
#include "ui/structure/structure_panel.h"
#include "ui/structure/type_at_caret_dialog.h"

// What the panel does with single nodes: the caret and the selection, copies, exports, values, the filter.

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCopiedMost = std::size_t{16} << 20;

}  // namespace

void StructurePanel::buildTreeActions() {
    const auto add = [this](const QString& text, auto act, const QKeySequence& key = {}) {
        auto* action = new QAction(text, tree_);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        onNode_ << action;
    };
    add(
        tr("&Edit Value"),
        [this] {
            const QModelIndex value = tree_->currentIndex().siblingAtColumn(NodeColumns::Value);
            if (value.flags().testFlag(Qt::ItemIsEditable))
                tree_->edit(value);
        },
        Qt::Key_Return);
    const auto addForItems = [this](const QString& text, ItemEdit edit) {
        auto* action = new QAction(text, tree_);
        connect(action, &QAction::triggered, this, [this, edit] { editItem(edit); });
        onItem_ << action;
    };
    addForItems(tr("&Duplicate Item"), ItemEdit::Duplicate);
    addForItems(tr("&Remove Item"), ItemEdit::Remove);
    add(
        tr("&Copy Value"), [this] { copy(valueOfCurrent()); }, QKeySequence::Copy);
    add(
        tr("Copy &Path"), [this] { copy(pathOfCurrent()); }, QKeySequence(u"Ctrl+Shift+C"_s));
    add(tr("Copy as &JSON"), [this] { copyCurrentAs(NodeForm::Json); });
    add(tr("Copy as C&SV"), [this] { copyCurrentAs(NodeForm::Csv); });
    add(tr("Export as JS&ON…"), [this] { exportCurrentAs(NodeForm::Json); });
    add(tr("Export as CS&V…"), [this] { exportCurrentAs(NodeForm::Csv); });
    add(tr("Open &Bytes as Document"), [this] { openBytesOfCurrent(); });
    table_ = new QAction(tr("Show as &Table"), tree_);
    connect(table_, &QAction::triggered, this, [this] { Q_EMIT tableWanted(pathOfCurrent()); });
    readMore_ = new QAction(tr("Read &More"), tree_);
    readMore_->setToolTip(tr("Go on with what ended because there is more than the limit allows"));
    connect(readMore_, &QAction::triggered, this, [this] {
        if (DocumentStructure* now = structure()) {
            now->live().raiseLimits();
            now->model().refresh();
        }
    });
    offerActions(*tree_, onNode_ + QList<QAction*>{table_, readMore_} + onItem_);
}

// --- bytes and fields

void StructurePanel::selectFieldAtCaret() {
    DocumentStructure* now = structure();
    StructureTree* tree = now != nullptr ? now->live().tree() : nullptr;
    if (tree == nullptr)
        return;
    const auto place = fieldAt(*tree, context_.caret());
    if (!place) {
        breadcrumb_->hide();
        return;
    }
    isSyncing_ = true;
    const QModelIndex found = now->model().indexOf(place->node.path());
    if (found.isValid() && !tree_->hasFocus()) {
        tree_->setCurrentIndex(found);
        tree_->scrollTo(found);
    }
    isSyncing_ = false;
    showBreadcrumb();
}

void StructurePanel::selectBytesOfCurrent() {
    DocumentStructure* now = structure();
    const NodeRow* row = now != nullptr ? now->model().rowAt(tree_->currentIndex()) : nullptr;
    const bool hasPlace =
        row != nullptr && row->place && !row->isComputed && row->place->end <= context_.document()->size();
    pointAt(hasPlace && !row->place->isEmpty() ? std::vector<ByteRange>{*row->place}
                                               : std::vector<ByteRange>());
    if (!hasPlace || isSyncing_)
        return;
    isSyncing_ = true;
    context_.select(*row->place);
    isSyncing_ = false;
    showBreadcrumb();
}

/// What other panels point at stays as long as this one has nothing to point at.
void StructurePanel::pointAt(std::vector<ByteRange> ranges) {
    if (ranges.empty() && !isPointing_)
        return;
    isPointing_ = !ranges.empty();
    context_.setHighlights(HighlightLayer::Current, std::move(ranges));
}

/// The way to the field at the caret, each step of it a link.
void StructurePanel::showBreadcrumb() {
    DocumentStructure* now = structure();
    QStringList steps;
    for (QModelIndex at = tree_->currentIndex(); at.isValid(); at = at.parent()) {
        const NodeRow* row = now->model().rowAt(at);
        if (row == nullptr || (at.parent().isValid() && row->path == now->model().rowAt(at.parent())->path))
            continue;  // a group has no path of its own
        steps.prepend(u"<a href=\"%1\" style=\"text-decoration:none\">%2</a>"_s.arg(
            QString::fromStdString(row->path).toHtmlEscaped(),
            QString::fromStdString(row->name).toHtmlEscaped()));
    }
    breadcrumb_->setText(steps.join(u" › "_s));
    breadcrumb_->setVisible(!steps.isEmpty());
}

void StructurePanel::goToField(int step) {
    DocumentStructure* now = structure();
    StructureTree* tree = now != nullptr ? now->live().tree() : nullptr;
    const Document* document = context_.document();
    if (tree == nullptr || document->size() == 0)
        return;
    const ByteRange chosen = context_.selection();
    const auto here = fieldAt(*tree, std::min(chosen.begin, document->size() - 1));
    const ByteRange range = here ? here->range : ByteRange::ofLength(chosen.begin, 1);
    const bool isForward = step > 0;
    if (isForward ? range.end >= document->size() : range.begin == 0)
        return;
    const auto next = fieldAt(*tree, isForward ? range.end : range.begin - 1);
    context_.select(next ? next->range : ByteRange::ofLength(isForward ? range.end : range.begin - 1, 1));
}

// --- copies

void StructurePanel::copy(const QString& text) {
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

QString StructurePanel::pathOfCurrent() const {
    return tree_->currentIndex().data(StructureModel::PathRole).toString();
}

QString StructurePanel::valueOfCurrent() const {
    const QModelIndex value = tree_->currentIndex().siblingAtColumn(NodeColumns::Value);
    const QString edited = value.data(Qt::EditRole).toString();
    return edited.isEmpty() ? value.data(Qt::DisplayRole).toString() : edited;
}

StructurePanel::NodeWriter StructurePanel::writerOfCurrent(NodeForm form) const {
    const DocumentStructure* now = structure();
    return [form, node = pathOfCurrent().toStdString(), formats = now->live().formats(),
            options = now->live().options(),
            snapshot = context_.document()->snapshot()](TextSink& sink, const JobContext& job) -> Status {
        StructureTree tree(formats, snapshot, options, job);
        const auto found = nodeAt(tree, node);
        if (!found)
            return fail(found.error());
        return form == NodeForm::Json ? writeNodeJson(tree, *found, sink, job)
                                      : writeNodeCsv(tree, *found, sink, job);
    };
}

void StructurePanel::copyCurrentAs(NodeForm form) {
    if (structure() == nullptr || !structure()->live().isBound())
        return;
    auto work = [write = writerOfCurrent(form)](const JobContext& job) -> Result<std::string> {
        StringSink sink(kCopiedMost);
        const Status done = write(sink, job);
        return done ? Result<std::string>(std::move(sink).take()) : fail(done.error());
    };
    copying_ = context_.jobs().run(
        {.title = tr("Copying fields")}, std::move(work), this, [this](const Result<std::string>& text) {
            if (!text)
                return context_.showError(text.error());
            copy(QString::fromStdString(*text));
            tell(StatusTone::Success, tr("Copied %1.").arg(sizeText(text->size())));
        });
}

void StructurePanel::exportCurrentAs(NodeForm form) {
    if (structure() == nullptr || !structure()->live().isBound())
        return;
    const bool isJson = form == NodeForm::Json;
    askWhereToSave(*this,
                   {.title = isJson ? tr("Export as JSON") : tr("Export as CSV"),
                    .directory = dialogDirectory(context_.documentPath()),
                    .suffix = isJson ? u"json"_s : u"csv"_s},
                   [this, write = writerOfCurrent(form)](const std::string& path) { exportTo(path, write); });
}

void StructurePanel::exportTo(const std::string& path, const NodeWriter& write) {
    auto work = [path, write](const JobContext& job) -> Result<ByteCount> {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, path, [&](TextSink& sink) { return write(sink, job); });
    };
    std::erase_if(exports_, [](const JobHandle& each) { return !each.isRunning(); });
    exports_.push_back(context_.jobs().run(
        {.title = tr("Exporting the structure")}, std::move(work), this,
        [this, path](const Result<ByteCount>& size) {
            if (!size)
                return context_.showError(size.error());
            tell(StatusTone::Success, tr("Wrote %1 to “%2”.").arg(sizeText(*size), toDisplayName(path)));
        }));
}

void StructurePanel::openBytesOfCurrent() {
    DocumentStructure* now = structure();
    StructureTree* tree = now != nullptr ? now->live().tree() : nullptr;
    const auto node = tree != nullptr ? now->model().nodeOf(*tree, tree_->currentIndex()) : std::nullopt;
    if (!node)
        return;
    const QString name = context_.documentName() + QString::fromStdString(node->path());
    if (node->isTop())
        return context_.openContent(
            Content::ofSnapshot(context_.document()->snapshot(), node->structure->stream->window()), name);
    const FieldNode& read = node->read(*tree);
    if (const auto* bytes = read.value.as<BytesValue>(); bytes != nullptr && bytes->space != nullptr)
        context_.openContent(Content::ofSnapshot(bytes->space->snapshot(), bytes->range), name);
    else if (read.structure && read.structure->ownStream)
        context_.openContent(Content::ofSnapshot(read.structure->ownStream->space().snapshot(),
                                                 read.structure->ownStream->window()),
                             name);
    else if (read.isPlaced && read.isEnded)
        context_.openContent(Content::ofSnapshot(read.space->snapshot(), read.range()), name);
}

// --- values

void StructurePanel::writeValue(const QString& path, const QString& text) {
    DocumentStructure* now = structure();
    StructureTree* tree = now != nullptr ? now->live().tree() : nullptr;
    const auto node = tree != nullptr ? nodeAt(*tree, path.toStdString()) : fail(ErrorCode::NotFound);
    if (!node || node->isTop())
        return;
    const auto value = parseFieldValue(toUtf8(text), node->field(), node->read(*tree));
    if (!value)
        return tell(StatusTone::Problem, refusalText(value.error()));
    const auto change = tree->change(*node->structure, *node->slot, node->index, *value);
    if (!change)
        return tell(StatusTone::Problem, refusalText(change.error()));
    if (change->failedCheck)
        offerToApply(*change, messageFor(*change->failedCheck), tr("&Write It Anyway"));
    else if (change->bytes.size() != change->range.size())
        offerToApply(*change, adjustmentText(*change), tr("&Write It"));
    else
        apply(*change);
}

void StructurePanel::editItem(ItemEdit edit) {
    DocumentStructure* now = structure();
    StructureTree* tree = now != nullptr ? now->live().tree() : nullptr;
    const auto node = tree != nullptr ? now->model().nodeOf(*tree, tree_->currentIndex()) : std::nullopt;
    if (!node || !node->index)
        return;
    ArrayNode& array = *tree->field(*node->structure, *node->slot).array;
    const auto change = tree->editItem(array, *node->index, edit);
    if (!change)
        return tell(StatusTone::Problem, refusalText(change.error()));
    offerToApply(*change, itemEditText(*change),
                 edit == ItemEdit::Duplicate ? tr("&Duplicate It") : tr("&Remove It"));
}

void StructurePanel::apply(const FieldChange& change) {
    static_cast<void>(
        context_.applyTogether([&change](Document& document) { return applyChange(document, change); }));
}

void StructurePanel::offerToApply(const FieldChange& change, const QString& what, const QString& actionText) {
    ask(StatusTone::Warning, what, actionText, [this, change, revision = context_.document()->revision()] {
        // The offer may be older than another edit.
        if (context_.document() != nullptr && context_.document()->revision() == revision)
            apply(change);
    });
}

// --- the filter

void StructurePanel::filterSoon() {
    filtering_.cancel();
    filterTimer_.start();
    if (filter_->text().isEmpty())
        runFilter();
}

void StructurePanel::runFilter() {
    filterTimer_.stop();
    const QString wanted = filter_->text();
    DocumentStructure* now = structure();
    if (wanted.isEmpty() || now == nullptr || !now->live().isBound()) {
        filteredModel_->setRows({});
        pages_->setCurrentWidget(tree_);
        return;
    }
    auto work = [wanted = toUtf8(wanted), formats = now->live().formats(), options = now->live().options(),
                 snapshot =
                     context_.document()->snapshot()](const JobContext& job) -> Result<NodeSearchResult> {
        StructureTree tree(formats, snapshot, options, job);
        return findNodes(tree, wanted, kFilterRowsMost, kFilterNodesMost, job);
    };
    filtering_ = context_.jobs().run(
        {.title = tr("Filtering fields")}, std::move(work), this, [this](Result<NodeSearchResult> found) {
            if (!found)
                return;
            const std::size_t count = found->rows.size();
            const bool isCut = found->isCut;
            filteredModel_->setRows(std::move(found->rows));
            pages_->setCurrentWidget(filteredView_);
            filteredView_->resizeColumnToContents(NodeColumns::Name);
            tell(StatusTone::Neutral,
                 isCut ? tr("The first %1 fields; there are more.").arg(decimalText(count))
                       : (count == 1 ? tr("1 field") : tr("%1 fields").arg(decimalText(count))));
        });
}

// --- a type at the caret

void StructurePanel::bindTypeAtCaret() {
    DocumentStructure* now = structure();
    if (now == nullptr || !now->live().isBound())
        return;
    auto* dialog = new TypeAtCaretDialog(*now->live().formats(), context_.caret(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, caret = context_.caret(), whole = now->request()] {
                if (const auto chosen = dialog->choice())
                    load({.path = whole.path,
                          .title = whole.title,
                          .part = chosen->title(),
                          .text = chosen->textFor(whole.path),
                          .range = ByteRange{caret, kMaxDocumentSize}});
            });
    dialog->open();
}

}  // namespace octavo
