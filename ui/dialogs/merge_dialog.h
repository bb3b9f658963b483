#pragma once

#include <QDialog>

#include "ui/dialogs/merge_model.h"

class QLabel;
class QTableView;

namespace octavo {

/// Shows where a document and its file, changed by another program, differ in the same places, and asks which
/// bytes to keep. UI thread.
class MergeDialog final : public QDialog {
    Q_OBJECT

public:
    MergeDialog(const QString& name, const MergeVersions& versions, const std::vector<MergeRegion>& regions,
                QWidget* parent);

    /// One for each region.
    [[nodiscard]] const std::vector<MergeChoice>& choices() const { return model_->choices(); }
    [[nodiscard]] MergeModel& model() { return *model_; }
    [[nodiscard]] QString explanation() const;

private:
    void buildTable();
    void refresh();

    MergeModel* model_;
    QLabel* explanation_;
    QTableView* table_;
    QLabel* outcome_;
};

}  // namespace octavo
