#pragma once

#include <QObject>

#include "core/base/notifier.h"
#include "ui/structure/live_structure.h"
#include "ui/structure/structure_model.h"

namespace octavo {

class Document;

/// The structure that a person sees in a document: kept with the document and following its edits, whichever
/// document is in front. A child of the document's owner. UI thread.
class DocumentStructure final : public QObject {
    Q_OBJECT

public:
    /// That of a document, made if there is none. REQUIRES: document and runner outlive `owner`.
    [[nodiscard]] static DocumentStructure& of(QObject& owner, Document& document, JobRunner& runner);

    [[nodiscard]] LiveStructure& live() { return live_; }
    [[nodiscard]] StructureModel& model() { return model_; }

    /// `formatPath` is where the description came from, and `formatName` what people call it.
    void bind(std::shared_ptr<const FormatSet> formats, const StructureTree::Options& options,
              std::string formatPath, QString formatName);
    void release();
    [[nodiscard]] const std::string& formatPath() const { return formatPath_; }
    [[nodiscard]] const QString& formatName() const { return formatName_; }
    /// Grows with every change of the bytes or of the structure.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }

Q_SIGNALS:
    /// Another structure, other bytes, or more is known.
    void changed();

private:
    DocumentStructure(QObject& owner, Document& document, JobRunner& runner);
    void renew();

    Document& document_;
    LiveStructure live_;
    StructureModel model_;
    std::string formatPath_;
    QString formatName_;
    std::uint64_t generation_ = 0;
    NotifierConnection changed_;
};

}  // namespace octavo
