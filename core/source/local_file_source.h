#pragma once

#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

#include "core/source/file_reading.h"
#include "core/source/file_source.h"
#include "core/source/preserved_bytes.h"

namespace octavo {

/// What every file source has in common: the descriptor, bytes preserved from being overwritten, and the book
/// of what was lost. A subclass knows how the bytes are had.
///
/// Locks: `access_` is shared by readers and loans, and exclusive while preserved bytes are published; then
/// `losses_` guards the book, always taken last. damageIn() takes only `losses_`, so it can be asked while a
/// loan is held.
class LocalFileSource : public FileSource {
public:
    [[nodiscard]] ByteCount size() const override { return size_; }
    [[nodiscard]] const std::string& path() const override { return file_.path; }
    [[nodiscard]] const FileIdentity& identity() const override { return file_.identity; }
    [[nodiscard]] int descriptor() const override { return file_.descriptor.get(); }
    [[nodiscard]] bool isDamaged() const override;

    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override;
    [[nodiscard]] Status preserve(std::span<const ByteRange> ranges) const override;
    void holdMoves(std::span<const Move> moves, const Memory& memory) const override;
    void settleMoves() const override;
    [[nodiscard]] Place placeOf(ByteRange range) const override;

protected:
    LocalFileSource(OpenedFile file, ByteCount size) : file_(std::move(file)), size_(size) {}

    /// Copies bytes of the file itself; adds those it could not have to `unreadable`.
    virtual void readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const = 0;
    /// The same for bytes that have moved within the file, perhaps beyond size().
    virtual void readBeyond(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const;
    /// Where the file ends now, if before size(); else size().
    [[nodiscard]] virtual ByteCount presentEnd() const = 0;
    /// Other losses of the file's bytes in and around `range` that came to light without readFile() reporting
    /// them.
    [[nodiscard]] virtual RangeSet lossesNear(ByteRange range) const = 0;

    [[nodiscard]] std::shared_lock<std::shared_mutex> lockForReading() const;
    /// REQUIRES: the lock is held. See PreservedBytes::runAt().
    [[nodiscard]] PreservedBytes::Run runAt(ByteRange range) const { return preserved_.runAt(range); }

private:
    void noteLosses(const RangeSet& lost) const;
    void noteLossesNear(ByteRange range) const;
    void readMoved(const PreservedBytes::Run& run, std::span<std::byte> out, RangeSet& unreadable) const;
    struct Placed {
        ByteRange range;
        PreservedBytes::Where where;
    };
    void publish(std::span<const Placed> placed) const;

    OpenedFile file_;
    ByteCount size_;

    mutable std::shared_mutex access_;
    mutable std::atomic<bool> isPublishing_{false};
    mutable PreservedBytes preserved_;
    mutable std::mutex preserving_;     // one preserve(), holdMoves() or settleMoves() at a time
    mutable std::vector<Placed> held_;  // where the bytes that are held will lie

    mutable std::mutex losses_;
    mutable RangeSet preservedRanges_;  // those of preserved_, for the book
    mutable RangeSet lost_;
    mutable std::atomic<bool> hasLost_{false};
    mutable std::atomic<ByteCount> knownEnd_{size_};  // the smallest end seen
};

}  // namespace octavo
