#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/buffer/block_list.h"
#include "core/search/find.h"
#include "ui/panels/place_follower.h"

namespace octavo {

/// A match, as small as it can be: there may be millions.
struct FoundPlace {
    ByteOffset at = 0;
    std::uint64_t length : 48 = 0;  ///< of longer ones, as much as fits: 256 TiB
    std::uint64_t form : 16 = 0;
    static constexpr std::uint64_t kFormsMost = 1U << 16;

    FoundPlace() = default;
    explicit FoundPlace(const Match& match);
    [[nodiscard]] ByteRange range() const { return ByteRange::ofLength(at, length); }
};

/// Matches on their way from a job to the window. Any thread.
class MatchFeed {
public:
    void put(std::span<const FoundPlace> places);
    [[nodiscard]] std::vector<FoundPlace> take();

private:
    std::mutex mutex_;
    std::vector<FoundPlace> places_;
};

/// What a search found in one document, in the order of offsets; it follows later edits. UI thread. Memory:
/// 16 bytes a match. Cost of an edit: O(places edited since).
class FoundPlaces final : public QObject {
    Q_OBJECT
public:
    using List = BlockList<FoundPlace>;
    /// The search ends when it has found so many.
    static constexpr std::size_t kMost = 20'000'000;

    /// What the form of a place is: the encoding of its text, or which of several patterns it is of.
    enum class Forms : std::uint8_t { Encodings, Patterns };

    /// `formNames`: those of the forms, or empty. REQUIRES: the document outlives this.
    FoundPlaces(Document& document, QString what, QStringList formNames, QObject* parent,
                Forms forms = Forms::Encodings);

    [[nodiscard]] const QString& what() const { return what_; }
    [[nodiscard]] const QStringList& formNames() const { return formNames_; }
    [[nodiscard]] Forms forms() const { return forms_; }
    [[nodiscard]] Document& document() const { return follower_.document(); }
    [[nodiscard]] std::size_t size() const { return list_->size(); }
    /// For jobs: the list does not change once the search has ended.
    [[nodiscard]] std::shared_ptr<const List> list() const { return list_; }
    void append(std::span<const FoundPlace> places);
    /// For searches that know what there is only when they have found it. REQUIRES: nothing was appended yet.
    void nameForms(const QStringList& names) { formNames_ = names; }

    struct Place {
        ByteRange range;         ///< where it is now, or where it was nearest to
        bool isChanged = false;  ///< an edit has touched it: there may be no match any more
        unsigned form = 0;
    };
    /// REQUIRES: index < size().
    [[nodiscard]] Place at(std::size_t index) const;
    /// The document has been edited since the search began.
    [[nodiscard]] bool isStale() const { return follower_.isStale(); }
    /// Where the bytes that were searched are now.
    [[nodiscard]] const RevisionMap& map() const { return follower_.map(); }

    void end() { isComplete_ = true; }
    /// The search has ended.
    [[nodiscard]] bool isComplete() const { return isComplete_; }

Q_SIGNALS:
    void appended(std::size_t first);
    /// Places moved or were touched by an edit.
    void moved();

private:
    QString what_;
    QStringList formNames_;
    Forms forms_;
    std::shared_ptr<List> list_ = std::make_shared<List>();
    bool isComplete_ = false;
    PlaceFollower follower_;
};

}  // namespace octavo
