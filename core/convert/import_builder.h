#pragma once

#include <span>
#include <vector>

#include "core/convert/importer.h"

namespace octavo {

/// Puts decoded bytes together into pieces: runs of addresses, in whatever order they come. One thread.
class ImportBuilder {
public:
    explicit ImportBuilder(const ImportOptions& options) : options_(options) {}

    /// Where in the text something came from, for errors.
    struct Origin {
        ByteOffset offset = 0;
        std::uint64_t line = 1;
    };
    /// LimitReached when the options' limits are passed. Cost: amortised O(bytes).
    [[nodiscard]] Status add(ByteOffset address, std::span<const std::byte> bytes, Origin origin);

    /// The pieces, sorted and joined. Malformed, at the later origin, where two runs claim one address.
    [[nodiscard]] Result<std::vector<ImportedPiece>> finish() &&;

private:
    struct Run {
        ByteOffset address = 0;
        std::vector<std::byte> bytes;
        Origin origin;

        [[nodiscard]] ByteOffset end() const { return address + bytes.size(); }
    };
    ImportOptions options_;
    std::vector<Run> runs_;
    ByteCount total_ = 0;
};

}  // namespace octavo
