#pragma once

#include <optional>
#include <string>

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>

#include "core/base/notifier.h"
#include "core/buffer/anchor_set.h"
#include "core/structure/format_loader.h"
#include "ui/structure/live_structure.h"
#include "ui/structure/structure_model.h"

namespace octavo {

class Document;

/// By which description a document shall be read.
struct FormatRequest {
    std::string path;  ///< of the description: a file's, or one of the library
    QString title;     ///< what people call it
    /// Where only a part of the description is wanted: what it is called, and the text of a description that
    /// imports the one at `path` and has just that.
    QString part = {};
    std::string text = {};
    std::optional<ByteRange> range = {};  ///< only these bytes; an end beyond the document's moves with it

    /// Any thread.
    [[nodiscard]] LoadedFormat load(const FormatSearch& search) const;
    [[nodiscard]] QString name() const;
};

/// The structure that a person sees in a document: kept with the document and following its edits, whichever
/// document is in front. A child of the document's owner. UI thread.
class DocumentStructure final : public QObject {
    Q_OBJECT

public:
    /// That of a document, made if there is none. REQUIRES: document and runner outlive `owner`.
    [[nodiscard]] static DocumentStructure& of(QObject& owner, Document& document, JobRunner& runner);

    [[nodiscard]] LiveStructure& live() { return live_; }
    [[nodiscard]] const LiveStructure& live() const { return live_; }
    [[nodiscard]] StructureModel& model() { return model_; }

    /// Shows the document by what was loaded for a request.
    void bind(std::shared_ptr<const FormatSet> formats, FormatRequest request);
    /// The person wants to see none.
    void release();
    [[nodiscard]] bool wasReleased() const { return wasReleased_; }
    /// What is bound was asked for so; empty when nothing is.
    [[nodiscard]] const FormatRequest& request() const { return request_; }
    /// Rows that are unfolded, and the current one, for as long as another document is in front.
    struct View {
        QList<QPersistentModelIndex> unfolded;
        QPersistentModelIndex current;
    };
    void keepView(View view) { view_ = std::move(view); }
    [[nodiscard]] const View& view() const { return view_; }
    /// Grows with every change of the bytes or of the structure.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }

Q_SIGNALS:
    /// Another structure, other bytes, or more is known.
    void changed();

private:
    DocumentStructure(QObject& owner, Document& document, JobRunner& runner);
    void follow(ByteRange changed);
    void renew();
    void dropAnchor();

    Document& document_;
    LiveStructure live_;
    StructureModel model_;
    FormatRequest request_;
    std::optional<AnchorId> anchor_;  // at the bytes of the request
    View view_;
    bool wasReleased_ = false;
    std::uint64_t generation_ = 0;
    NotifierConnection changed_;
};

}  // namespace octavo
