#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QColor>
#include <QObject>
#include <QString>

#include "core/base/error.h"
#include "core/base/range_list.h"
#include "core/base/result.h"
#include "core/buffer/edit.h"
#include "core/source/file_source.h"

namespace octavo {

class Bookmarks;
class ChangeList;
class Document;
class HistoryLog;
class JobRunner;

/// How much a message shown to the person matters.
enum class MessageKind : std::uint8_t { Information, Warning, Problem };

/// Sets of ranges that the hex view paints over the bytes; each setter replaces its own set only.
enum class HighlightLayer : std::uint8_t {
    Matches,  ///< what the find bar found
    Current,  ///< the one thing that a panel points at: a field, a match, a difference
};

/// Ranges that are painted in one colour.
struct ColouredRanges {
    QColor colour;
    std::vector<ByteRange> ranges;  ///< sorted and disjoint
};

/// What a panel knows of each byte of the document in front. UI thread.
class ByteGuide {
public:
    virtual ~ByteGuide() = default;
    /// Gives the grounds of the bytes that touch `visible`, later ones over earlier ones; all other
    /// highlights are painted over them. Asked once per paint: a look-up in what is known, never a search.
    virtual void colour(ByteRange visible, const std::function<void(ByteRange, const QColor&)>& sink) = 0;
    /// What the tip says of a byte: a title and a text; both empty when there is nothing to say.
    [[nodiscard]] virtual std::pair<QString, QString> noteAt(ByteOffset offset) = 0;
};

/// One of the documents that are open, as far as panels need to know.
struct OpenedDocument {
    QObject* owner = nullptr;  ///< lives as long as the document does
    Document* document = nullptr;
    Bookmarks* bookmarks = nullptr;
    QString name;
    std::string path;                  ///< raw bytes; empty for one that was never saved
    std::optional<FileIdentity> file;  ///< the state in which its file was last seen
};

/// The one thing that panels and dialogs know about the program around them: the document in front, where its
/// caret and selection are, and what may be asked for. The window implements it; panels never see the window.
/// A panel is a QWidget with the constructor `NamePanel(DocumentContext& context, QWidget* parent)`, a dialog
/// a QDialog with the same one, opened by open(); the context outlives both. Threads: the UI thread only.
/// Everything below is about the current document unless it says otherwise.
class DocumentContext : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The document in front, or nullptr when none is open. Do not keep it past currentChanged().
    [[nodiscard]] virtual Document* document() const = 0;
    /// What people call it: the file's name with unprintable bytes escaped, or "Untitled 2".
    [[nodiscard]] virtual QString documentName() const = 0;
    /// Its path as raw bytes; empty for a document that was never saved.
    [[nodiscard]] virtual std::string documentPath() const = 0;
    /// Lives as long as the document does: what belongs to it may be its child. nullptr when none is open.
    [[nodiscard]] virtual QObject* documentOwner() const = 0;
    /// The bookmarks of the document, or nullptr when none is open.
    [[nodiscard]] virtual Bookmarks* bookmarks() const = 0;
    /// Its history as steps with names and times, or nullptr when none is open.
    [[nodiscard]] virtual HistoryLog* historyLog() const = 0;
    /// Where its bytes changed when the file was loaded again; nullptr when none is open.
    [[nodiscard]] virtual ChangeList* changes() const { return nullptr; }

    /// The caret, from 0 to the document's size inclusive; 0 without a document.
    [[nodiscard]] virtual ByteOffset caret() const = 0;
    /// The selected bytes; empty at the caret when nothing is selected. Of several ranges, the one at the
    /// caret.
    [[nodiscard]] virtual ByteRange selection() const = 0;
    /// All that is selected: several ranges, one, or none.
    [[nodiscard]] virtual RangeList selectedRanges() const;
    /// The selection, or the whole document when nothing is selected.
    [[nodiscard]] ByteRange selectionOrAll() const;
    /// The same, of several ranges all, one after the other, as a snapshot of their own. REQUIRES: a document
    /// is open. Cost: that of Snapshot::gathering().
    [[nodiscard]] Content::SnapshotPart chosenBytes() const;
    /// Name of the text column's encoding, as listed by the hex view ("ASCII", "UTF-8", "windows-1252").
    [[nodiscard]] virtual QString encodingName() const = 0;

    /// Puts the caret there, scrolls it into view and remembers the old place for Back.
    /// REQUIRES: offset <= size of the document.
    virtual void goTo(ByteOffset offset) = 0;
    /// Selects, scrolls the start into view and remembers the old place for Back. REQUIRES: range lies
    /// inside.
    virtual void select(ByteRange range) = 0;
    /// Selects several ranges at once, and brings one into view, as select() does. REQUIRES: they lie inside.
    virtual void selectRanges(const RangeList& ranges) = 0;
    /// Replaces what the layer shows. Ranges must be sorted and disjoint; they move with later edits.
    virtual void setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) = 0;
    /// The same for what the patterns found; all of them at once, later ones on top.
    virtual void setPatternHighlights(std::vector<ColouredRanges> sets) = 0;
    /// From now on this guide is asked about the bytes of whatever document is in front; nullptr: none is.
    virtual void setByteGuide(ByteGuide* guide) { static_cast<void>(guide); }
    /// The guide knows something else now.
    virtual void repaintBytes() {}
    /// Gives the keyboard back to the hex view.
    virtual void focusView() = 0;

    /// Applies an edit to the document. When it is refused the reason has been shown and is returned, nothing
    /// has changed. REQUIRES: a document is open.
    virtual Status apply(const Edit& edit) = 0;
    /// Several edits of any kind as one undo step; see Document::applyTogether. REQUIRES: a document is open.
    virtual Status applyTogether(const std::function<Status(Document&)>& edits) = 0;

    /// Starts slow work; nothing else starts threads.
    [[nodiscard]] virtual JobRunner& jobs() const = 0;

    /// Says something in the message bar above the view. Problems stay until closed or answered.
    virtual void showMessage(MessageKind kind, const QString& text) = 0;
    /// Says what went wrong and what to do next; see ui/base/messages. Cancelled is not shown.
    virtual void showError(const Error& error) = 0;

    /// Opens a file (raw bytes of its path) in front; problems are shown.
    virtual void openPath(const std::string& path) = 0;
    /// All that are open, in the order in which they were opened.
    [[nodiscard]] virtual std::vector<OpenedDocument> openDocuments() const { return {}; }
    /// Brings one of them to the front. REQUIRES: it is open.
    virtual void bringToFront(const QObject& owner) { static_cast<void>(owner); }

    /// Opens bytes as a new, unsaved document in front.
    virtual void openContent(const Content& content, const QString& name) = 0;

Q_SIGNALS:
    /// Another document, or none, is in front now. No other signal follows for it: read everything afresh.
    void currentChanged();
    void caretMoved(octavo::ByteOffset caret);
    /// Also sent when the selection became empty.
    void selectionChanged(octavo::ByteRange selection);
    /// The document's bytes changed; document() is already new.
    void documentChanged(const octavo::Change& change);
    /// The document's name, path, modified mark or undo state may have changed.
    void documentStateChanged();
    /// The text column's encoding changed.
    void encodingChanged();
};

}  // namespace octavo
