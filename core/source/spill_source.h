#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/source/source.h"

namespace octavo {

/// Bytes in an unlinked temporary file: large pasted, received or generated data lives here so that memory
/// does not grow with it. Written once through a SpillWriter, then read like any source.
class SpillWriter {
public:
    /// Creates the temporary file in `directory`; empty means $TMPDIR or /var/tmp. Mode 0600, never linked
    /// for long.
    [[nodiscard]] static Result<SpillWriter> create(const std::string& directory = {});

    SpillWriter(SpillWriter&&) noexcept;
    SpillWriter& operator=(SpillWriter&&) noexcept;
    ~SpillWriter();

    /// Appends. On failure (DiskFull, WriteFailed) what was appended before stays readable.
    [[nodiscard]] Status append(std::span<const std::byte> bytes);
    [[nodiscard]] ByteCount size() const;

    /// Ends the writing and hands over the bytes.
    [[nodiscard]] Result<std::shared_ptr<const Source>> finish() &&;

private:
    struct State;
    explicit SpillWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace octavo
