#pragma once

#include <QWidget>

#include "core/search/run_query.h"

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace octavo {

class DocumentContext;
class FoundView;

/// Runs of printable text in the document, in several encodings, in a list. UI thread.
class StringsPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit StringsPanel(DocumentContext& context, QWidget* parent = nullptr);

    /// Lists the strings of the selection, or of the whole document when nothing is selected.
    void find();
    [[nodiscard]] StringsQuery query() const;
    [[nodiscard]] FoundView& found() { return *found_; }

private:
    QWidget* buildControls();
    void refreshControls();

    DocumentContext& context_;
    std::vector<QCheckBox*> encodings_;  // in the order of StringEncoding
    QSpinBox* least_;
    QPushButton* find_;
    FoundView* found_;
};

}  // namespace octavo
