#include "ui/structure/type_at_caret_dialog.h"

#include <filesystem>
#include <fmt/format.h>

#include <QComboBox>
#include <QCompleter>
#include <QSpinBox>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

constexpr const char* kPartId = "type_at_caret";

enum Amount : int { One, Many, AllThatFit };

void collectTypes(const FormatType& type, QStringList& names) {
    if (type.parameterCount == 0 && type.sequenceEnd > 0 && type.path != kPartId)
        names << QString::fromStdString(type.path);
    for (const auto& nested : type.types)
        collectTypes(*nested, names);
}

}  // namespace

TypeAtCaretDialog::TypeAtCaretDialog(const FormatSet& formats, ByteOffset caret, QWidget* parent)
    : FormDialog(tr("Type at the Caret"), tr("&Show"), parent),
      caret_(caret),
      type_(new QComboBox(this)),
      amount_(new QComboBox(this)),
      count_(new QSpinBox(this)) {
    QStringList names;
    for (const auto& format : formats.formats)
        collectTypes(format->top, names);
    names.removeDuplicates();
    type_->addItems(names);
    type_->setEditable(true);
    type_->setInsertPolicy(QComboBox::NoInsert);
    type_->completer()->setFilterMode(Qt::MatchContains);
    type_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    amount_->addItems({tr("One"), tr("As many as"), tr("As many as there is room for")});
    count_->setRange(1, 1'000'000'000);
    count_->setValue(10);
    addField(tr("&Type:"), type_);
    addField(tr("&How many:"), amount_);
    addField(tr("&Number:"), count_);
    connect(type_, &QComboBox::currentTextChanged, this, &TypeAtCaretDialog::refresh);
    connect(amount_, &QComboBox::currentIndexChanged, this, &TypeAtCaretDialog::refresh);
    type_->setFocus();
    refresh();
}

void TypeAtCaretDialog::refresh() {
    count_->setEnabled(amount_->currentIndex() == Many);
    if (type_->findText(type_->currentText()) < 0)
        showProblem(tr("The description has no such type, or one that needs parameters."));
    else
        showOutcome(tr("Reads from %1 on.").arg(offsetText(caret_)));
}

std::optional<TypeAtCaretDialog::Choice> TypeAtCaretDialog::choice() const {
    if (!canAccept())
        return std::nullopt;
    Choice made{.type = type_->currentText().toStdString(), .count = {}};
    if (amount_->currentIndex() == One)
        made.count = 1;
    else if (amount_->currentIndex() == Many)
        made.count = static_cast<std::uint64_t>(count_->value());
    return made;
}

QString TypeAtCaretDialog::Choice::title() const {
    return QString::fromStdString(type.substr(type.rfind(':') + 1));
}

std::string TypeAtCaretDialog::Choice::textFor(const std::string& formatPath) const {
    const std::string repeat =
        count ? fmt::format("repeat: expr, repeat-expr: {}", *count) : std::string("repeat: eos");
    return fmt::format("meta: {{id: {}, imports: [{}]}}\nseq:\n  - {{id: items, type: '{}', {}}}\n", kPartId,
                       std::filesystem::path(formatPath).stem().string(), type,
                       count == 1 ? "doc: at the caret" : repeat);
}

}  // namespace octavo
