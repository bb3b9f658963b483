#include "ui/dialogs/filler_field.h"

#include <memory>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRandomGenerator>

#include "core/codec/text_codecs.h"
#include "core/source/random_source.h"
#include "ui/base/fixed_font.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

using namespace Qt::StringLiterals;

FillerField::FillerField(QWidget* parent)
    : QWidget(parent), kind_(new QComboBox(this)), hex_(new QLineEdit(u"00"_s, this)) {
    // In the order of Kind.
    kind_->addItem(tr("Hex bytes, repeated"));
    kind_->addItem(tr("Random bytes"));
    kind_->setAccessibleName(tr("Kind of filling"));
    hex_->setFont(valueFont());
    hex_->setPlaceholderText(tr("DE AD BE EF"));
    hex_->setAccessibleName(tr("Hex bytes"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(kind_);
    layout->addWidget(hex_, 1);
    setFocusProxy(hex_);
    connect(kind_, &QComboBox::currentIndexChanged, this, &FillerField::refresh);
    connect(hex_, &QLineEdit::textChanged, this, &FillerField::refresh);
    refresh();
}

FillerField::Kind FillerField::kind() const {
    return static_cast<Kind>(kind_->currentIndex());
}

void FillerField::setKind(Kind kind) {
    kind_->setCurrentIndex(static_cast<int>(kind));
}

void FillerField::setPattern(const QString& hex) {
    setKind(Kind::Pattern);
    hex_->setText(hex);
}

Content FillerField::content(ByteCount length) const {
    if (length == 0)
        return {};
    if (kind() == Kind::Pattern)
        return Content::ofPattern(pattern_, length);
    const std::uint64_t seed = QRandomGenerator::system()->generate64();
    return Content::ofSource(std::make_shared<RandomSource>(seed, length), {0, length});
}

void FillerField::refresh() {
    hex_->setEnabled(kind() == Kind::Pattern);
    problem_.clear();
    pattern_.clear();
    if (kind() == Kind::Pattern) {
        if (auto bytes = decodeHex(toUtf8(hex_->text()))) {
            pattern_ = std::move(*bytes);
            if (pattern_.empty())
                problem_ = tr("Type at least one byte, for example 00.");
        } else {
            problem_ = hexProblem(bytes.error(), hex_->text());
        }
    }
    Q_EMIT edited();
}

}  // namespace octavo
