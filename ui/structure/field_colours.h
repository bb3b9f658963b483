#pragma once

#include <vector>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "ui/base/document_context.h"

namespace octavo {

class DocumentStructure;
class StructureTree;

/// Paints the bytes of the document in front by the fields that they belong to, and tells the field of a byte
/// to whoever points at it. What is on screen is looked up shortly after it was painted for the first time.
/// UI thread.
class FieldColours final : public QObject, public ByteGuide {
    Q_OBJECT

public:
    static constexpr unsigned kAllDepths = 100;
    /// Nodes that are looked at for one screen.
    static constexpr std::size_t kNodesMost = 20'000;

    /// REQUIRES: context outlives this.
    explicit FieldColours(DocumentContext& context, QObject* parent = nullptr);
    ~FieldColours() override;

    void show(DocumentStructure* structure);
    void setShown(bool isShown);
    [[nodiscard]] bool isShown() const { return isShown_; }
    /// Structures in structures that are told apart: 1 for the fields of the top only.
    void setDepth(unsigned depth);
    [[nodiscard]] unsigned depth() const { return depth_; }

    void colour(ByteRange visible, const std::function<void(ByteRange, const QColor&)>& sink) override;
    [[nodiscard]] std::pair<QString, QString> noteAt(ByteOffset offset) override;

private:
    struct Ground {
        ByteRange range;
        int tone = 0;
    };
    using Grounds = std::vector<Ground>;

    /// What is known of a stretch of the document.
    struct Area {
        ByteRange range;
        Grounds grounds;
        std::uint64_t generation = 0;
    };

    static Grounds groundsIn(StructureTree& tree, ByteRange range, unsigned depth);
    void look();
    void lookAt(StructureTree& tree, ByteRange visible);
    void keep(Area area);
    void forget();

    DocumentContext& context_;
    QPointer<DocumentContext> guided_;  // gone before this where the whole window goes
    QPointer<DocumentStructure> structure_;
    bool isShown_ = true;
    unsigned depth_ = kAllDepths;
    std::vector<Area> areas_;        // the one that was painted last behind the others
    std::vector<ByteRange> wanted_;  // painted, and not known yet
    QTimer lookSoon_{this};
};

}  // namespace octavo
