#include "ui/panels/strings_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/number_text.h"
#include "ui/panels/found_view.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastAtFirst = 4;
constexpr int kLeastMost = 10'000;

struct Encoding {
    StringEncoding encoding;
    QString name;    ///< as people know it
    QString qtName;  ///< as TextDecoder does
};

const std::vector<Encoding>& encodings() {
    static const std::vector<Encoding> all{{StringEncoding::Ascii, u"ASCII"_s, u"US-ASCII"_s},
                                           {StringEncoding::Latin1, u"Latin-1"_s, u"ISO-8859-1"_s},
                                           {StringEncoding::Utf8, u"UTF-8"_s, u"UTF-8"_s},
                                           {StringEncoding::Utf16LE, u"UTF-16LE"_s, u"UTF-16LE"_s},
                                           {StringEncoding::Utf16BE, u"UTF-16BE"_s, u"UTF-16BE"_s}};
    return all;
}

}  // namespace

StringsPanel::StringsPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      least_(new QSpinBox(this)),
      find_(new QPushButton(this)),
      found_(new FoundView(context, u"strings"_s, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(buildControls());
    layout->addWidget(found_, 1);
    connect(&context_, &DocumentContext::currentChanged, this, &StringsPanel::refreshControls);
    connect(&context_, &DocumentContext::selectionChanged, this, &StringsPanel::refreshControls);
    connect(found_, &FoundView::busyChanged, this, &StringsPanel::refreshControls);
    refreshControls();
}

QWidget* StringsPanel::buildControls() {
    auto* controls = new QWidget(this);
    auto* layout = new QGridLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    int column = 0;
    for (const Encoding& each : encodings()) {
        auto* box = new QCheckBox(each.name, controls);
        box->setChecked(each.encoding != StringEncoding::Latin1 && each.encoding != StringEncoding::Utf16BE);
        connect(box, &QCheckBox::toggled, this, &StringsPanel::refreshControls);
        encodings_.push_back(box);
        layout->addWidget(box, 0, column++);
    }
    least_->setRange(1, kLeastMost);
    least_->setValue(kLeastAtFirst);
    least_->setAccessibleName(tr("Least number of characters"));
    auto* label = new QLabel(tr("At &least:"), controls);
    label->setBuddy(least_);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(least_);
    row->addWidget(find_, 1);
    layout->addLayout(row, 1, 0, 1, column);
    connect(find_, &QPushButton::clicked, this, &StringsPanel::find);
    return controls;
}

StringsQuery StringsPanel::query() const {
    StringsQuery query{.encodings = {}, .least = static_cast<std::uint64_t>(least_->value())};
    for (std::size_t i = 0; i < encodings_.size(); ++i) {
        if (encodings_[i]->isChecked())
            query.encodings.push_back(encodings()[i].encoding);
    }
    return query;
}

void StringsPanel::refreshControls() {
    find_->setText(context_.selection().isEmpty() ? tr("Find St&rings") : tr("Find St&rings in Selection"));
    find_->setEnabled(context_.document() != nullptr && !query().encodings.empty());
}

void StringsPanel::find() {
    const StringsQuery wanted = query();
    if (context_.document() == nullptr || wanted.encodings.empty())
        return;
    const Result<Searcher> searcher = Searcher::compile(wanted);
    if (!searcher)
        return context_.showError(searcher.error());
    QStringList names;
    for (const StringEncoding each : wanted.encodings)
        names << encodings()[static_cast<std::size_t>(each)].qtName;
    RangeSet bytes;
    if (const RangeList selected = context_.selectedRanges(); !selected.isEmpty())
        bytes.add(selected);
    else
        bytes.add(context_.document()->snapshot().all());
    found_->search(*searcher, bytes, tr("strings of at least %1 characters").arg(decimalText(wanted.least)),
                   names);
}

}  // namespace octavo
