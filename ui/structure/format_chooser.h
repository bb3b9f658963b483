#pragma once

#include <memory>

#include <QComboBox>

#include "core/structure/format_library.h"

namespace octavo {

/// Offers the formats of a library: first those that the document may be of, then all. UI thread.
class FormatChooser final : public QComboBox {
    Q_OBJECT

public:
    explicit FormatChooser(QWidget* parent = nullptr);

    /// What there is to choose from; the candidates are of that library.
    void offer(std::shared_ptr<const FormatLibrary> library, const std::vector<FormatCandidate>& candidates);
    /// Shows what is bound: the title of a format or the name of a file; empty: nothing is.
    void present(const std::string& path, const QString& name);

Q_SIGNALS:
    /// A person chose a format, or that none shall be shown.
    void chosen(const QString& path, const QString& title);
    void noneChosen();
    void otherWanted();

private:
    enum class Kind : std::uint8_t { None, Format, Other, Heading };

    void addEntry(Kind kind, const QString& text, const QString& path = {}, const QString& tip = {});
    void addHeading(const QString& text);
    void act(int row);

    QString shownPath_;
    QString shownName_;
};

}  // namespace octavo
