#include "ui/structure/selection_describer.h"

#include <limits>

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/dialogs/form_dialog.h"

namespace octavo {

using namespace Qt::StringLiterals;

SelectionDescriber::SelectionDescriber(DocumentContext& context, QWidget* parent)
    : QDialog(parent),
      context_(context),
      model_(new DraftModel(context.jobs(), this)),
      table_(new QTableView(this)),
      name_(new QLineEdit(this)),
      length_(new QSpinBox(this)),
      count_(new QSpinBox(this)),
      encoding_(new QComboBox(this)),
      remove_(new QPushButton(tr("&Remove"), this)),
      split_(new QPushButton(tr("S&plit"), this)),
      make_(new QPushButton(tr("&Make Description"), this)),
      status_(new StatusLine(this)) {
    setWindowTitle(tr("Describe This Selection"));
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildTypes());
    layout->addWidget(buildOptions());
    layout->addWidget(table_, 1);
    layout->addWidget(status_);
    layout->addWidget(buildButtons());
    const ByteRange selection = context_.selection();
    const Snapshot bytes = context_.document()->snapshot();
    model_->start(bytes, selection.isEmpty() ? ByteRange{context_.caret(), bytes.size()} : selection);
    name_->setText(QString::fromStdString(model_->draft().id()));
    connect(model_, &DraftModel::draftChanged, this, &SelectionDescriber::say);
    connect(model_, &DraftModel::valuesRead, this, &SelectionDescriber::addWanted);
    connect(model_, &DraftModel::refused, this,
            [this](const QString& reason) { status_->say(StatusTone::Problem, reason); });
    connect(name_, &QLineEdit::textChanged, this, &SelectionDescriber::say);
    connect(&context_, &DocumentContext::documentChanged, this,
            [this] { model_->setBytes(context_.document()->snapshot()); });
    connect(&context_, &DocumentContext::currentChanged, this, &QDialog::reject);
    say();
}

QWidget* SelectionDescriber::buildTypes() {
    auto* types = new QWidget(this);
    auto* grid = new QGridLayout(types);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    const auto place = [this, types, grid](const QString& name, const QString& tip, const DraftType& type,
                                           int row, int column) {
        auto* button = new QPushButton(name, types);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAccessibleName(tr("Add %1").arg(tip));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, type] { add(type); });
        grid->addWidget(button, row, column);
    };
    const auto placeNumber = [&place](const char* text, const QString& what, int row, int column) {
        const auto type = parseDraftType(text, ByteOrder::Little);
        place(QString::fromLatin1(text), what.arg(8 * type->size), *type, row, column);
    };
    const QString unsignedTip = tr("an unsigned number of %1 bits");
    const QString signedTip = tr("a signed number of %1 bits");
    const QString floatTip = tr("a floating-point number of %1 bits");
    int column = 0;
    for (const char* each : {"u1", "u2le", "u4le", "u8le", "u2be", "u4be", "u8be"})
        placeNumber(each, unsignedTip, 0, column++);
    column = 0;
    for (const char* each : {"s1", "s2le", "s4le", "s8le", "s2be", "s4be", "s8be"})
        placeNumber(each, signedTip, 1, column++);
    column = 2;
    for (const char* each : {"f4le", "f8le"})
        placeNumber(each, floatTip, 2, column++);
    column = 5;
    for (const char* each : {"f4be", "f8be"})
        placeNumber(each, floatTip, 2, column++);
    place(u"text"_s, tr("text of the length below"), {.kind = DraftType::Kind::Text}, 0, 7);
    place(u"strz"_s, tr("text that ends with a zero"), {.kind = DraftType::Kind::TerminatedText}, 1, 7);
    place(u"bytes"_s, tr("bytes of the length below"), {.kind = DraftType::Kind::Bytes}, 2, 7);
    return types;
}

QWidget* SelectionDescriber::buildOptions() {
    auto* options = new QWidget(this);
    auto* row = new QHBoxLayout(options);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addField = [row, options](const QString& label, QWidget* field, int stretch = 0) {
        auto* caption = new QLabel(label, options);
        caption->setBuddy(field);
        field->setAccessibleName(accessibleNameFromLabel(label));
        row->addWidget(caption);
        row->addWidget(field, stretch);
    };
    length_->setRange(0, std::numeric_limits<int>::max());
    length_->setSpecialValueText(tr("to the end"));
    length_->setToolTip(tr("Bytes of a text or of bytes; none: to the end of the selection"));
    count_->setRange(1, static_cast<int>(DraftType::kMostItems));
    count_->setToolTip(tr("Items of the next field; more than one make an array"));
    for (const char* each :
         {"UTF-8", "ASCII", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "IBM437", "Shift_JIS"})
        encoding_->addItem(QString::fromLatin1(each));
    name_->setMinimumWidth(20 * fontMetrics().averageCharWidth());
    addField(tr("&Length:"), length_);
    addField(tr("&Encoding:"), encoding_);
    addField(tr("&Count:"), count_);
    addField(tr("&Name of the description:"), name_, 1);
    return options;
}

void SelectionDescriber::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Fields"));
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    table_->setColumnWidth(DraftModel::NameColumn, 22 * digit);
    table_->setColumnWidth(DraftModel::TypeColumn, 22 * digit);
    table_->setColumnWidth(DraftModel::OffsetColumn, 12 * digit);
    table_->horizontalHeader()->setSectionResizeMode(DraftModel::ValueColumn, QHeaderView::Stretch);
    table_->setMinimumSize(90 * digit, 12 * table_->verticalHeader()->defaultSectionSize());
    auto* remove = new QAction(tr("Remove"), table_);
    remove->setShortcut(QKeySequence::Delete);
    offerActions(*table_, {remove});
    connect(remove, &QAction::triggered, this, &SelectionDescriber::removeCurrent);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                remove_->setEnabled(index.isValid());
                split_->setEnabled(index.isValid());
            });
}

QWidget* SelectionDescriber::buildButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(remove_, QDialogButtonBox::ActionRole);
    buttons->addButton(split_, QDialogButtonBox::ActionRole);
    buttons->addButton(make_, QDialogButtonBox::AcceptRole);
    split_->setToolTip(
        tr("Two fields of one: of as many items or bytes as the length above says, and the rest"));
    for (QPushButton* each : {remove_, split_}) {
        each->setAutoDefault(false);
        each->setEnabled(false);
    }
    make_->setAutoDefault(false);
    connect(remove_, &QPushButton::clicked, this, &SelectionDescriber::removeCurrent);
    connect(split_, &QPushButton::clicked, this, &SelectionDescriber::splitCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT described(QString::fromStdString(formatOfDraft(model_->draft())));
        accept();
    });
    return buttons;
}

QString SelectionDescriber::statusText() const {
    return status_->text();
}

QPushButton* SelectionDescriber::button(const QString& type) const {
    return findChild<QPushButton*>(type);
}

void SelectionDescriber::add(DraftType type) {
    type.count = static_cast<std::uint64_t>(count_->value());
    if (type.isText())
        type.encoding = toUtf8(encoding_->currentText());
    if (!type.isNumber() && type.kind != DraftType::Kind::TerminatedText)
        type.size = static_cast<ByteCount>(length_->value());  // none: to the end
    count_->setValue(1);
    wanted_.push_back(type);
    addWanted();
}

/// Each begins where the one before it ends, and that may have to be read first.
void SelectionDescriber::addWanted() {
    const bool hadSome = !wanted_.empty();
    while (!wanted_.empty() && !model_->isBusy()) {
        DraftType type = wanted_.front();
        wanted_.pop_front();
        const ByteRange range = model_->range();
        const ByteOffset end = model_->end();
        if (type.size == 0)
            type.size = (end < range.end ? range.end - end : 0) / type.count;
        if (const Status done = model_->add(type); done) {
            table_->setCurrentIndex(model_->index(model_->rowCount() - 1, DraftModel::NameColumn));
        } else {
            count_->setValue(static_cast<int>(type.count));
            refuse(done.error());
        }
    }
    if (hadSome)
        allowMaking();
}

void SelectionDescriber::removeCurrent() {
    if (const QModelIndex index = table_->currentIndex(); index.isValid())
        model_->remove(index.row());
}

void SelectionDescriber::splitCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    const DraftType& type = model_->draft().fields()[static_cast<std::size_t>(index.row())].type;
    const std::uint64_t whole = type.count > 1 ? type.count : type.size;
    const std::uint64_t at = length_->value() > 0 ? static_cast<std::uint64_t>(length_->value()) : whole / 2;
    if (const Status done = model_->split(index.row(), at); !done)
        refuse(done.error());
}

void SelectionDescriber::refuse(const Error& error) {
    QString reason = tr("There is no room left in the selection: give a length.");
    if (error.code == ErrorCode::LimitReached)
        reason =
            tr("A description made here has %1 fields at most.").arg(decimalText(FormatDraft::kMostFields));
    else if (error.code == ErrorCode::OutOfRange)
        reason = tr("Both parts need something: choose a smaller length.");
    else if (error.code == ErrorCode::Unsupported)
        reason = tr("A text that ends with a zero has no parts.");
    status_->say(StatusTone::Problem, reason);
}

void SelectionDescriber::allowMaking() {
    const bool isNamed = model_->draft().id() == toUtf8(name_->text());
    make_->setEnabled(isNamed && model_->rowCount() > 0 && wanted_.empty());
}

void SelectionDescriber::say() {
    const bool isNamed = model_->setId(name_->text()).has_value();
    allowMaking();
    const ByteRange range = model_->range();
    const ByteOffset end = model_->end();
    if (!isNamed)
        status_->say(StatusTone::Problem,
                     tr("The name of the description has small letters, digits and _, and begins "
                        "with a letter."));
    else if (model_->rowCount() == 0)
        status_->say(StatusTone::Neutral,
                     tr("Selected: %1. Each button adds a field.").arg(rangeText(range)));
    else if (end < range.end)
        status_->say(StatusTone::Neutral, tr("The next field begins at %1; %2 of the selection left.")
                                              .arg(offsetText(end), sizeText(range.end - end)));
    else if (end == range.end)
        status_->say(StatusTone::Success, tr("The fields fill the selection."));
    else
        status_->say(StatusTone::Warning,
                     tr("The fields go %1 beyond the selection.").arg(sizeText(end - range.end)));
}

}  // namespace octavo
