#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>
#include <QDialog>

#include "core/buffer/snapshot.h"
#include "core/structure/format_draft.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace octavo {

class DocumentContext;
class StatusLine;

/// The fields of a draft as rows, with the values that the bytes give them. Names and types are edited in
/// place. UI thread.
class DraftModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, OffsetColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Begins anew, over this range of the bytes.
    void start(const Snapshot& bytes, ByteRange range);
    /// The bytes changed.
    void setBytes(const Snapshot& bytes);
    [[nodiscard]] const FormatDraft& draft() const { return draft_; }
    /// Where the next field begins: behind the last one, if that was found.
    [[nodiscard]] ByteOffset end() const;

    // As FormatDraft does it, with its errors.
    [[nodiscard]] Status setId(const QString& id);
    [[nodiscard]] Status add(const DraftType& type);
    void remove(int row);
    [[nodiscard]] Status split(int row, std::uint64_t at);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// Its fields are others now.
    void draftChanged();
    /// What a person wrote is no name, or no type; one sentence or two.
    void refused(const QString& reason);

private:
    struct Read {
        QString value;
        QString problem;
        std::optional<ByteRange> place;
    };

    void read();

    Snapshot bytes_;
    FormatDraft draft_;
    std::vector<Read> read_;
};

/// Makes a description of the selected bytes, one field after the other: a button for each type adds a field
/// behind the last one. UI thread.
class SelectionDescriber final : public QDialog {
    Q_OBJECT

public:
    /// Begins with what is selected, or with all from the caret on. REQUIRES: a document is open; context
    /// outlives this.
    SelectionDescriber(DocumentContext& context, QWidget* parent);

    [[nodiscard]] DraftModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString statusText() const;
    /// The button that adds a field of a type: "u2be", "text", "strz", "bytes".
    [[nodiscard]] QPushButton* button(const QString& type) const;
    [[nodiscard]] QSpinBox& length() { return *length_; }
    [[nodiscard]] QSpinBox& count() { return *count_; }
    [[nodiscard]] QLineEdit& name() { return *name_; }

    void add(DraftType type);
    void removeCurrent();
    void splitCurrent();

Q_SIGNALS:
    /// The description is ready to be edited and used.
    void described(const QString& text);

private:
    QWidget* buildTypes();
    QWidget* buildOptions();
    void buildTable();
    QWidget* buildButtons();
    void say();
    void refuse(const Error& error);

    DocumentContext& context_;
    DraftModel* model_;
    QTableView* table_;
    QLineEdit* name_;
    QSpinBox* length_;
    QSpinBox* count_;
    QComboBox* encoding_;
    QPushButton* remove_;
    QPushButton* split_;
    QPushButton* make_;
    StatusLine* status_;
};

}  // namespace octavo
