#pragma once

#include <QWidget>

#include "core/base/registry.h"
#include "core/digest/digest_range.h"
#include "core/digest/hasher.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace octavo {

class DigestModel;
class DocumentContext;
class JobStrip;
class StatusLine;

/// Computes several digests of the selection or the whole document in one pass, and compares them with a
/// pasted one. UI thread.
class DigestPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context and hashers outlive the panel.
    DigestPanel(DocumentContext& context, const Registry<HasherInfo>& hashers, QWidget* parent = nullptr);

    [[nodiscard]] DigestModel& model() { return *model_; }
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString comparisonText() const;

public Q_SLOTS:
    /// Computes what is checked, of the selection or else the whole document.
    void compute();

Q_SIGNALS:
    /// The check marks changed; worth remembering.
    void chosenChanged(const QStringList& ids);

private:
    void buildTable();
    QWidget* buildButtons();
    void present(const Result<DigestResult>& result, const RangeList& ranges);
    void documentChanged();
    void reset();
    void refreshControls();
    void refreshComparison();
    void copyOne();
    void copyAll();

    DocumentContext& context_;
    DigestModel* model_;
    class VisibleAlgorithms;
    VisibleAlgorithms* visible_;
    QLineEdit* filter_;
    QCheckBox* chosenOnly_;
    QTableView* table_;
    QPushButton* compute_;
    QPushButton* copyAll_;
    JobStrip* job_;
    StatusLine* status_;
    QLineEdit* expected_;
    StatusLine* comparison_;
    Revision computedOn_{0};
};

}  // namespace octavo
