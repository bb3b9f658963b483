#pragma once

#include <QWidget>

#include "ui/panels/file_scope.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace octavo {

class DocumentContext;

/// The lines of the find bar that say in which files to look. UI thread.
class FindFilesRow final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the row.
    FindFilesRow(DocumentContext& context, QWidget* parent);

    /// Nothing where there is nowhere to look: no document is open, nothing is selected, no folder named.
    [[nodiscard]] std::optional<FileScope> scope() const;
    void setScope(const FileScope& scope);
    /// Names the folder of the document in front where none was named yet.
    void suggestFolder();
    void setFindEnabled(bool isEnabled);

Q_SIGNALS:
    void edited();
    void findWanted();

private:
    void chooseFolder();
    void refresh();

    DocumentContext& context_;
    QComboBox* where_;
    QLineEdit* folder_;
    QToolButton* choose_;
    QPushButton* find_;
    QWidget* options_;  // of a folder
    QLineEdit* names_;
    QCheckBox* subfolders_;
    QCheckBox* hidden_;
    QCheckBox* links_;
};

}  // namespace octavo
