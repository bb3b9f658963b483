#pragma once

#include <QWidget>

#include "core/base/byte_order.h"
#include "core/base/registry.h"
#include "core/inspect/value_codec.h"
#include "ui/panels/inspector_model.h"

class QAction;
class QComboBox;
class QTableView;

namespace octavo {

class DocumentContext;
class InspectorDelegate;
class StatusLine;

/// Shows what the bytes at the caret (or at the selection's start) mean as every known kind of value, and
/// writes a typed value back. UI thread.
class InspectorPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context and codecs outlive the panel.
    InspectorPanel(DocumentContext& context, const Registry<ValueCodec>& codecs, QWidget* parent = nullptr);

    void setPreferredOrder(ByteOrder order);
    [[nodiscard]] ByteOrder preferredOrder() const;
    [[nodiscard]] InspectorModel::IntegerStyle integerStyle() const;
    void setIntegerStyle(InspectorModel::IntegerStyle style);
    [[nodiscard]] QString statusText() const;

Q_SIGNALS:
    /// The person prefers this byte order now; worth remembering.
    void preferredOrderChanged(octavo::ByteOrder order);
    /// The same, for how whole numbers are shown.
    void integerStyleChanged(octavo::InspectorModel::IntegerStyle style);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls(QWidget* bar);
    void buildTable();
    /// Where both byte orders would be cut, only the preferred one is shown.
    void showColumns();
    void read();
    void scheduleRead();
    void write(ByteRange replaced, const std::vector<std::byte>& bytes);
    void copyValue();
    void showCovered();

    DocumentContext& context_;
    InspectorModel* model_;
    InspectorDelegate* delegate_;
    QTableView* table_;
    QComboBox* order_;
    QComboBox* style_;
    StatusLine* status_;
    bool isReadScheduled_ = false;
    bool showsCovered_ = false;
};

}  // namespace octavo
