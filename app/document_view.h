#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include <QWidget>

#include "app/highlight_set.h"
#include "app/open_document.h"
#include "app/place_history.h"
#include "app/session.h"
#include "ui/base/document_context.h"
#include "ui/base/message_bar.h"
#include "ui/base/pointer_choice.h"
#include "ui/hexview/hex_view.h"

class QSplitter;

namespace octavo {

class HexPane;
class JobRunner;

/// How every hex view looks, whatever it shows.
struct ViewLook {
    HexColors colors;
    int fontSize = 11;
    int zoom = 100;
    bool showsMinimap = true;
};

/// One tab: a document in one or two hex views, with its messages above and its way back. UI thread.
class DocumentView final : public QWidget {
    Q_OBJECT
public:
    /// REQUIRES: document and runner outlive this.
    DocumentView(OpenDocument& document, const ViewOptions& options, const ViewLook& look, JobRunner& jobs,
                 QWidget* parent = nullptr);

    [[nodiscard]] OpenDocument& document() const { return document_; }
    /// The one that has, or last had, the keyboard.
    [[nodiscard]] HexView& view() const { return *views_[current_]; }
    [[nodiscard]] MessageBar& messages() const { return *messages_; }

    enum class Split : std::uint8_t { Independent, Together };
    void split(Split how);
    void unsplit();
    [[nodiscard]] bool isSplit() const { return views_.size() > 1; }

    void setLook(const ViewLook& look);
    /// Of the current view.
    void setOptions(const ViewOptions& options);

    /// Puts content where Paste would: over the selection, or at the caret as insert or overwrite mode says.
    void pasteContent(const Content& content) const;

    /// A jump that Back undoes.
    void jumpTo(ByteOffset offset, SelectionMode mode = SelectionMode::Clear);
    void jumpTo(ByteRange range);
    void jumpTo(const RangeList& ranges);
    [[nodiscard]] const PlaceHistory& places() const { return places_; }
    void goBack();
    void goForward();

    /// How the tip reads the bytes under the mouse as a pointer.
    void setPointerChoice(const PointerChoice& choice) { pointer_ = choice; }

    /// What Go to Offset counts in.
    [[nodiscard]] const RecordLayout& records() const { return records_; }
    void setRecords(const RecordLayout& records) { records_ = records; }

    /// Where the person is in each of the views.
    struct Place {
        EditorState state;
        ByteOffset top = 0;  ///< the first byte of the top row
    };
    [[nodiscard]] std::vector<Place> viewPlaces() const;
    /// Puts each view where `carry` takes its old offsets to.
    void restorePlaces(const std::vector<Place>& places, const std::function<ByteOffset(ByteOffset)>& carry);

    void setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges);
    void setPatternHighlights(std::vector<ColouredRanges> sets);
    /// REQUIRES: the guide outlives this, or is taken away before.
    void setByteGuide(ByteGuide* guide);
    void repaintHighlights();

    /// How it is now, and how it was, clamped to the document as it is.
    [[nodiscard]] SessionDocument remembered() const;
    void restore(const SessionDocument& remembered);

    /// Shows a banner when bytes of the file turned out to be unreadable.
    void checkDamage();

Q_SIGNALS:
    /// Caret, selection, mode, column, zoom or options of the current view changed, or another became
    /// current.
    void viewStateChanged();
    void contextMenuWanted(const QPoint& position);
    void filesDropped(const QList<QUrl>& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    HexView* makeView();
    [[nodiscard]] HexPane& paneOf(const HexView& view) const;
    [[nodiscard]] std::optional<QColor> markIn(ByteRange part) const;
    void giveHighlights(const HighlightSink& sink, ByteRange visible) const;
    [[nodiscard]] QList<HoverNote> notesAt(ByteOffset offset) const;
    void followChange(const Change& change);
    void followGrowth(ByteOffset from);

    static constexpr std::size_t kLayers = 2;

    OpenDocument& document_;
    JobRunner& jobs_;
    MessageBar* messages_;
    QSplitter* splitter_;
    std::vector<HexView*> views_;  // each in a HexPane
    std::size_t current_ = 0;
    PlaceHistory places_;
    RecordLayout records_;
    PointerChoice pointer_;
    std::array<HighlightSet, kLayers> highlights_;
    struct PatternHighlights {
        QColor colour;
        HighlightSet ranges;
    };
    std::vector<PatternHighlights> patterns_;
    ByteGuide* guide_ = nullptr;
    ViewLook look_;
    bool isDamageCheckDue_ = false;
    bool isDamageTold_ = false;
};

}  // namespace octavo
