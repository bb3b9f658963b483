// The fields of FindBar: what they offer, and the query in them.
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "core/buffer/document.h"
#include "core/codec/text_codecs.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/hexview/text_decoder.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/find_files_row.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// A selection up to this many bytes becomes what is looked for when the bar opens.
constexpr ByteCount kSelectionTaken = 64;

struct FindBarText {
    Q_DECLARE_TR_FUNCTIONS(octavo::FindBar)
};

QString exampleOf(FindQuery::Kind kind) {
    switch (kind) {
        case FindQuery::Kind::Hex:
            return FindBarText::tr("DE AD ?? B?");
        case FindQuery::Kind::Text:
            return FindBarText::tr("Text to find");
        case FindQuery::Kind::Number:
            return FindBarText::tr("1000, 0x3E8 or 1..99");
        case FindQuery::Kind::Regex:
            return FindBarText::tr("Regular expression over bytes");
        case FindQuery::Kind::Run:
            return FindBarText::tr("00:16, ?:8 or ^00");
    }
    return {};
}

QString explanationOf(FindQuery::Kind kind) {
    switch (kind) {
        case FindQuery::Kind::Hex:
            return FindBarText::tr(
                "? any digit · [00-1F 7F] one of · [^00] none of · {4-16} a gap · (DE AD | BE EF) "
                "either");
        case FindQuery::Kind::Text:
            return {};
        case FindQuery::Kind::Number:
            return FindBarText::tr("A number, a range such as 1..99, or for floats 3.14~0.01");
        case FindQuery::Kind::Regex:
            return FindBarText::tr(
                "As in Perl, over bytes: \\xNN is a byte, (?s) lets the dot match line feeds");
        case FindQuery::Kind::Run:
            return FindBarText::tr(
                "00:16 sixteen or more zeros · ?:8 eight or more of any one byte · ^00 whatever is not zero");
    }
    return {};
}

}  // namespace

void FindBar::buildFields() {
    const QFont fixed = valueFont();
    // In the order of FindQuery::Kind.
    kind_->addItem(tr("Hex bytes"));
    kind_->addItem(tr("Text"));
    kind_->addItem(tr("Number"));
    kind_->addItem(tr("Regular expression"));
    kind_->addItem(tr("Run of bytes"));
    kind_->setAccessibleName(tr("What to find"));
    text_->setEditable(true);
    text_->setInsertPolicy(QComboBox::NoInsert);
    text_->setCompleter(nullptr);
    text_->setFont(fixed);
    text_->setMaxCount(kHistoryLimit);
    text_->setMinimumContentsLength(16);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    text_->setAccessibleName(tr("Find"));
    text_->lineEdit()->setAccessibleName(tr("Find"));
    text_->view()->setAccessibleName(tr("Earlier searches"));
    text_->lineEdit()->setClearButtonEnabled(true);
    // A combo box takes Return after a text that stands in its list for picking it from there, which would
    // bring back the kind and encoding of that old search.
    disconnect(text_->lineEdit(), &QLineEdit::editingFinished, text_, nullptr);
    for (const QString& encoding : textEncodings())
        encoding_->addItem(encoding, encoding);
    encoding_->addItem(tr("UTF-8, UTF-16, Latin-1"), kEveryUnicode.toString());
    encoding_->setAccessibleName(tr("Encoding of the text"));
    for (const QString& type : numberTypes())
        numberType_->addItem(type.toUpper(), type);
    numberType_->setCurrentIndex(numberType_->findData(u"u32"_s));
    numberType_->setAccessibleName(tr("Type of the number"));
    numberType_->setToolTip(tr("U: unsigned, I: signed, F: floating point; and how many bits"));
    // In the order of ByteOrder.
    order_->addItem(tr("little endian"));
    order_->addItem(tr("big endian"));
    order_->setAccessibleName(tr("Byte order"));
    previous_->setToolTip(tr("Find the previous occurrence (Shift+F3)"));
    next_->setToolTip(tr("Find the next occurrence (F3)"));
    close_->setText(u"✕"_s);
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close (Esc)"));
    close_->setAccessibleName(tr("Close the find bar"));
    all_->setToolTip(tr("List all occurrences in a panel"));
    select_->setToolTip(tr("Select all occurrences at once (Alt+Return)"));
}

QWidget* FindBar::buildFindRow() {
    buildFields();
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each :
         std::initializer_list<QWidget*>{kind_, text_, encoding_, numberType_, order_, ignoreCase_, previous_,
                                         next_, all_, select_, close_})
        layout->addWidget(each, each == text_ ? 1 : 0);
    connect(kind_, &QComboBox::currentIndexChanged, this, &FindBar::queryEdited);
    connect(text_, &QComboBox::editTextChanged, this, &FindBar::queryEdited);
    connect(text_, &QComboBox::activated, this, &FindBar::takeFromHistory);
    for (QComboBox* each : {encoding_, numberType_, order_})
        connect(each, &QComboBox::currentIndexChanged, this, &FindBar::queryEdited);
    connect(ignoreCase_, &QCheckBox::toggled, this, &FindBar::queryEdited);
    connect(previous_, &QPushButton::clicked, this, &FindBar::findPrevious);
    connect(next_, &QPushButton::clicked, this, &FindBar::findNext);
    connect(all_, &QPushButton::clicked, this, &FindBar::findAll);
    connect(select_, &QPushButton::clicked, this, &FindBar::selectAll);
    connect(close_, &QToolButton::clicked, this, &FindBar::closeBar);
    return row;
}

FindQuery FindBar::query() const {
    return {.kind = static_cast<FindQuery::Kind>(kind_->currentIndex()),
            .text = text_->currentText(),
            .encoding = encoding_->currentData().toString(),
            .letterCase = ignoreCase_->isChecked() ? FindQuery::CaseRule::Ignore : FindQuery::CaseRule::Exact,
            .numberType = numberType_->currentData().toString(),
            .order = order_->currentIndex() == 0 ? ByteOrder::Little : ByteOrder::Big};
}

void FindBar::setQuery(const FindQuery& query) {
    kind_->setCurrentIndex(static_cast<int>(query.kind));
    if (const int index = encoding_->findData(query.encoding); index >= 0)
        encoding_->setCurrentIndex(index);
    if (const int index = numberType_->findData(query.numberType); index >= 0)
        numberType_->setCurrentIndex(index);
    order_->setCurrentIndex(query.order == ByteOrder::Little ? 0 : 1);
    ignoreCase_->setChecked(query.letterCase == FindQuery::CaseRule::Ignore);
    text_->setEditText(query.text);
}

void FindBar::startWithSelection() {
    const Document* document = context_.document();
    const ByteRange selected = context_.selection();
    if (document == nullptr || selected.isEmpty() || selected.size() > kSelectionTaken)
        return;
    std::vector<std::byte> bytes(static_cast<std::size_t>(selected.size()));
    if (!document->snapshot().read(selected.begin, bytes).isEmpty())
        return;
    if (query().kind == FindQuery::Kind::Hex) {
        text_->setEditText(QString::fromStdString(encodeHex(bytes, HexCase::Upper, " ")));
        return;
    }
    if (query().kind != FindQuery::Kind::Text)
        return;
    const QString encoding = query().encoding == kEveryUnicode ? u"UTF-8"_s : query().encoding;
    const TextDecoder decoder(encoding);
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QString text = decoder.toText(view);
    if (decoder.encode(text) == view.toByteArray())
        text_->setEditText(text);
}

void FindBar::refreshControls() {
    const FindQuery asked = query();
    const bool isText = asked.kind == FindQuery::Kind::Text;
    const bool isNumber = asked.kind == FindQuery::Kind::Number;
    encoding_->setVisible(isText);
    numberType_->setVisible(isNumber);
    order_->setVisible(isNumber);
    ignoreCase_->setVisible(isText || asked.kind == FindQuery::Kind::Regex);
    text_->lineEdit()->setPlaceholderText(exampleOf(asked.kind));
    text_->setToolTip(explanationOf(asked.kind));
    const Document* document = context_.document();
    const bool canSearch = searcherOf(asked).has_value();
    const bool canFind = document != nullptr && canSearch;
    filesRow_->setFindEnabled(canSearch && filesRow_->scope());
    for (QPushButton* each : {next_, previous_, all_, select_})
        each->setEnabled(canFind);
    const bool canReplace = canFind && !document->isWriteProtected();
    replaceOne_->setEnabled(canReplace);
    replaceAll_->setEnabled(canReplace);
    replaceInSelection_->setEnabled(canReplace && !context_.selection().isEmpty());
}

}  // namespace octavo
