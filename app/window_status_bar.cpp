#include "app/window_status_bar.h"

#include <QLabel>
#include <QToolButton>

#include "app/document_view.h"
#include "ui/base/number_text.h"
#include "ui/jobs/job_board.h"

namespace octavo {

namespace {

QString selectionTextOf(const EditorState& state) {
    if (state.hasSeveral())
        return WindowStatusBar::tr("Selected %1 in %2 ranges")
            .arg(offsetText(state.several.totalSize()), decimalText(state.several.size()));
    const ByteRange selection = state.selection();
    if (selection.isEmpty())
        return {};
    const ByteCount count = selection.size();
    return WindowStatusBar::tr("Selected %1 from %2").arg(offsetText(count), hexText(selection.begin));
}

}  // namespace

WindowStatusBar::WindowStatusBar(JobRunner& jobs, QWidget* parent)
    : QStatusBar(parent),
      selection_(new QLabel(this)),
      size_(new QLabel(this)),
      caret_(addButton(tr("Caret offset"))),
      mode_(addButton(tr("Insert or overwrite"))),
      encoding_(addButton(tr("Text encoding"))) {
    setSizeGripEnabled(false);
    selection_->setAccessibleName(tr("Selection"));
    size_->setAccessibleName(tr("Document size"));
    caret_->setToolTip(tr("Where the caret is. Click to go somewhere else."));
    mode_->setToolTip(tr("What typing does to the byte at the caret. Click to change."));
    encoding_->setToolTip(tr("Encoding of the text column. Click to choose another."));
    addWidget(caret_);
    addWidget(selection_, 1);
    addPermanentWidget(new JobBoard(jobs, this));
    addPermanentWidget(size_);
    addPermanentWidget(encoding_);
    addPermanentWidget(mode_);
    connect(caret_, &QToolButton::clicked, this, &WindowStatusBar::goToWanted);
    connect(mode_, &QToolButton::clicked, this, &WindowStatusBar::modeToggleWanted);
    connect(encoding_, &QToolButton::clicked, this,
            [this] { Q_EMIT encodingMenuWanted(encoding_->mapToGlobal(QPoint(0, 0))); });
}

QToolButton* WindowStatusBar::addButton(const QString& accessibleName) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setAccessibleName(accessibleName);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void WindowStatusBar::showState(const DocumentView* view) {
    for (QWidget* each : std::initializer_list<QWidget*>{caret_, selection_, size_, mode_, encoding_})
        each->setVisible(view != nullptr);
    if (view == nullptr)
        return;
    const EditorState& state = view->view().state();
    const Document& document = view->document().document();
    const ByteCount sector = view->view().options().sectorSize;
    QString place = tr("Offset %1").arg(offsetText(state.caret));
    if (sector > 0)
        place +=
            tr(", sector %1 + %2").arg(decimalText(state.caret / sector), decimalText(state.caret % sector));
    caret_->setText(place);
    selection_->setText(selectionTextOf(state));
    const QString size = octavo::sizeText(document.size());
    size_->setText(document.size() < 1024 ? size
                                          : tr("%1 (%2 bytes)").arg(size, decimalText(document.size())));
    mode_->setText(document.isWriteProtected()       ? tr("Read only")
                   : state.mode == InputMode::Insert ? tr("Insert")
                                                     : tr("Overwrite"));
    encoding_->setText(view->view().options().encoding);
}

QString WindowStatusBar::caretText() const {
    return caret_->text();
}

QString WindowStatusBar::selectionText() const {
    return selection_->text();
}

QString WindowStatusBar::sizeText() const {
    return size_->text();
}

QString WindowStatusBar::modeText() const {
    return mode_->text();
}

}  // namespace octavo
