#pragma once

#include <algorithm>
#include <vector>

#include <QPlainTextEdit>

#include "core/structure/format_problem.h"
#include "ui/base/status_line.h"
#include "ui/structure/live_structure.h"
#include "ui/structure/structure_model.h"

class QCompleter;
class QStringListModel;
class QTreeView;

namespace octavo {

class DocumentContext;
class FormatHighlighter;

/// A text with line numbers, in which a description is written: two spaces for each level, the line of the
/// caret on a ground of its own, problems underlined, words completed with Ctrl+Space. UI thread.
class FormatTextEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int kNumberMargin = 6;  ///< left and right of a line's number
    static constexpr int kFewestDigits = 3;

    explicit FormatTextEdit(QWidget* parent = nullptr);

    /// The text with every character as it is: QPlainTextEdit changes some kinds of spaces.
    [[nodiscard]] QString wholeText() const;
    /// Underlines the places; those of other files are to be left out.
    void setProblems(std::vector<FormatProblem> problems);
    /// What a problem says under the mouse.
    [[nodiscard]] QString problemAt(int position) const;
    /// Where a mark stands in the text; the end of the line, or of the text, where there is less.
    [[nodiscard]] QTextCursor cursorAt(TextMark mark) const;
    void goTo(TextMark mark);
    void complete();
    [[nodiscard]] QCompleter& completer() { return *completer_; }

    [[nodiscard]] int numbersWidth() const {
        const int digits = std::max(kFewestDigits, static_cast<int>(QString::number(blockCount()).size()));
        return 2 * kNumberMargin + digits * fontMetrics().horizontalAdvance(u'0');
    }
    void paintNumbers(QWidget& area, const QRect& dirty);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        FormatProblem problem;
        QTextCursor where;  ///< the word concerned; moves with the text
    };

    void placeNumbers();
    void mark();
    void changeIndentation(int levels);
    void breakLine();
    void insertCompletion(const QString& word);

    FormatHighlighter* highlighter_;
    QWidget* numbers_;
    QCompleter* completer_;
    QStringListModel* words_;
    std::vector<Place> places_;
};

/// What the document in front is by a description, as a tree that follows both. Reads nothing while it is
/// hidden. UI thread.
class LiveResult final : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype kMostUnfolded = 1000;

    /// REQUIRES: context outlives this.
    explicit LiveResult(DocumentContext& context, QWidget* parent = nullptr);

    /// Reads by this description from now on; what is unfolded stays so where it is still there.
    void setFormats(std::shared_ptr<const FormatSet> formats);
    /// The description has errors now: what is shown is by the last one without.
    void setOutdated(bool isOutdated);

    [[nodiscard]] QTreeView& tree() { return *tree_; }
    [[nodiscard]] QString statusText() const { return status_->text(); }
    [[nodiscard]] bool isBusy() const { return live_.isAway(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Unfolded {
        QString path;
        bool isParent = false;  ///< the groups around the path are unfolded, not what is there
    };

    void buildTree();
    void bind();
    void say();
    void keepUnfolded();
    void keepUnfolded(const QModelIndex& index);
    void unfoldAgain();

    DocumentContext& context_;
    std::shared_ptr<const FormatSet> formats_;
    LiveStructure live_;
    StructureModel model_;
    QTreeView* tree_;
    StatusLine* status_;
    bool isOutdated_ = false;
    QList<Unfolded> unfolded_;
    QString current_;
};

}  // namespace octavo
