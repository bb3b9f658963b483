#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/save/rewrite_format.h"

namespace octavo {

/// Hears of the steps while they are done. The thread of rollForward().
class RewriteObserver {
public:
    RewriteObserver() = default;
    RewriteObserver(const RewriteObserver&) = delete;
    RewriteObserver& operator=(const RewriteObserver&) = delete;
    virtual ~RewriteObserver() = default;

    /// Next the file is overwritten by `bytes`, which are those of `parts` one after the other.
    virtual void stepBegins(std::uint64_t step, std::span<const RewritePart> parts,
                            const FileSource::Memory& bytes) = 0;
    /// They are in the file.
    virtual void stepEnded(std::uint64_t step) = 0;
};

/// Does all steps of a complete journal that are not done yet, cuts the file to its new length and syncs it.
/// Calling it again after a failure continues. `observer` may be nullptr. REQUIRES: `header` is what
/// readRewriteHeader() gives. Errors: Malformed when a slot is not what its step needs, and what reading and
/// writing may return. Memory: one step.
[[nodiscard]] Status rollForward(OpenFile& journal, const RewriteHeader& header, OpenFile& file,
                                 RewriteObserver* observer);

}  // namespace octavo
