#include "ui/panels/inspector_panel.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/inspector_delegate.h"
#include "ui/panels/inspector_model.h"

namespace octavo {

namespace {

constexpr int kTwoOrdersWidth = 360;

}  // namespace

InspectorPanel::InspectorPanel(DocumentContext& context, const Registry<ValueCodec>& codecs, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new InspectorModel(codecs, this)),
      delegate_(new InspectorDelegate(this)),
      table_(new QTableView(this)),
      order_(new QComboBox(this)),
      style_(new QComboBox(this)),
      status_(new StatusLine(this)) {
    auto* bar = new QWidget(this);
    buildControls(bar);
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(bar);
    layout->addWidget(table_, 1);
    layout->addWidget(status_);

    connect(model_, &InspectorModel::valueTyped, this, &InspectorPanel::write);
    connect(delegate_, &InspectorDelegate::judged, status_,
            [this](const QString& problem) { status_->say(StatusTone::Problem, problem); });
    connect(&context_, &DocumentContext::currentChanged, this, &InspectorPanel::scheduleRead);
    connect(&context_, &DocumentContext::caretMoved, this, &InspectorPanel::scheduleRead);
    connect(&context_, &DocumentContext::selectionChanged, this, &InspectorPanel::scheduleRead);
    connect(&context_, &DocumentContext::documentChanged, this, &InspectorPanel::scheduleRead);
    read();
}

void InspectorPanel::buildControls(QWidget* bar) {
    order_->addItem(tr("Little endian"), static_cast<int>(ByteOrder::Little));
    order_->addItem(tr("Big endian"), static_cast<int>(ByteOrder::Big));
    order_->setToolTip(tr("The byte order shown in full strength"));
    order_->setAccessibleName(tr("Preferred byte order"));
    style_->addItem(tr("Decimal"), static_cast<int>(InspectorModel::IntegerStyle::Decimal));
    style_->addItem(tr("Hexadecimal"), static_cast<int>(InspectorModel::IntegerStyle::Hexadecimal));
    style_->setToolTip(tr("How whole numbers are shown"));
    style_->setAccessibleName(tr("Notation of whole numbers"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(order_);
    layout->addWidget(style_);
    layout->addStretch();
    setTabOrder(order_, style_);
    setTabOrder(style_, table_);
    connect(order_, &QComboBox::currentIndexChanged, this, [this] {
        const auto order = static_cast<ByteOrder>(order_->currentData().toInt());
        delegate_->setPreferredOrder(order);
        showColumns();
        table_->viewport()->update();
        Q_EMIT preferredOrderChanged(order);
    });
    connect(style_, &QComboBox::currentIndexChanged, this, [this] {
        model_->setIntegerStyle(integerStyle());
        Q_EMIT integerStyleChanged(integerStyle());
    });
}

void InspectorPanel::buildTable() {
    table_->setModel(model_);
    table_->setItemDelegate(delegate_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Values at the caret"));
    table_->setTextElideMode(Qt::ElideRight);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 5);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(InspectorModel::TypeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(InspectorModel::LittleColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(InspectorModel::BigColumn, QHeaderView::Stretch);

    auto* copy = new QAction(tr("&Copy Value"), table_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &InspectorPanel::copyValue);
    auto* select = new QAction(tr("&Select These Bytes"), table_);
    connect(select, &QAction::triggered, this, [this] {
        const auto size = table_->currentIndex().data(InspectorModel::RangeRole).toULongLong();
        if (size > 0)
            context_.select(ByteRange::ofLength(context_.selection().begin, size));
    });
    table_->addActions({copy, select});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InspectorPanel::showCovered);
}

void InspectorPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showColumns();
}

void InspectorPanel::showColumns() {
    const bool isNarrow = width() < kTwoOrdersWidth;
    const bool prefersBig = order_->currentData().toInt() == static_cast<int>(ByteOrder::Big);
    table_->setColumnHidden(InspectorModel::LittleColumn, isNarrow && prefersBig);
    table_->setColumnHidden(InspectorModel::BigColumn, isNarrow && !prefersBig);
}

void InspectorPanel::setPreferredOrder(ByteOrder order) {
    order_->setCurrentIndex(order_->findData(static_cast<int>(order)));
}

void InspectorPanel::setIntegerStyle(InspectorModel::IntegerStyle style) {
    style_->setCurrentIndex(style_->findData(static_cast<int>(style)));
}

ByteOrder InspectorPanel::preferredOrder() const {
    return static_cast<ByteOrder>(order_->currentData().toInt());
}

InspectorModel::IntegerStyle InspectorPanel::integerStyle() const {
    return static_cast<InspectorModel::IntegerStyle>(style_->currentData().toInt());
}

QString InspectorPanel::statusText() const {
    return status_->text();
}

void InspectorPanel::showEvent(QShowEvent* event) {
    read();
    QWidget::showEvent(event);
}

void InspectorPanel::scheduleRead() {
    // Several signals tell of one keystroke; one reading answers them all. A hidden panel reads when it is
    // shown.
    if (std::exchange(isReadScheduled_, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            isReadScheduled_ = false;
            if (isVisible())
                read();
        },
        Qt::QueuedConnection);
}

void InspectorPanel::read() {
    const Document* document = context_.document();
    setEnabled(document != nullptr);
    if (document == nullptr) {
        model_->clear();
        return;
    }
    const ByteRange selected = context_.selection();
    const ByteCount left = document->size() - selected.begin;
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<ByteCount>(left, model_->bytesWanted())));
    RangeSet unreadable = document->snapshot().read(selected.begin, bytes);
    delegate_->setSelectedSize(selected.size());
    model_->setEditable(!document->isWriteProtected());
    model_->setBytes(selected.begin, std::move(bytes), std::move(unreadable));
    showCovered();
}

void InspectorPanel::write(ByteRange replaced, const std::vector<std::byte>& bytes) {
    const Status done = context_.apply(Edit::replace(replaced, Content::ofBytes(bytes), EditKind::Value));
    if (!done)
        return;  // the window has said why
    if (bytes.size() != replaced.size()) {
        status_->say(
            StatusTone::Warning,
            tr("%1 bytes became %2; what follows has moved.").arg(replaced.size()).arg(bytes.size()));
    } else {
        status_->clear();
    }
}

void InspectorPanel::copyValue() {
    const QModelIndex index = table_->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(
            index.data(index.column() == InspectorModel::TypeColumn ? Qt::DisplayRole : Qt::EditRole)
                .toString());
}

void InspectorPanel::showCovered() {
    if (!table_->hasFocus() && !std::exchange(showsCovered_, false))
        return;
    const auto size = table_->currentIndex().data(InspectorModel::RangeRole).toULongLong();
    std::vector<ByteRange> ranges;
    if (size > 0 && table_->hasFocus()) {
        ranges.push_back(ByteRange::ofLength(context_.selection().begin, size));
        showsCovered_ = true;
    }
    context_.setHighlights(HighlightLayer::Current, std::move(ranges));
}

}  // namespace octavo
