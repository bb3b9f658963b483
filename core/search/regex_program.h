#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/search/block_finder.h"
#include "core/search/searcher.h"

struct pcre2_real_code_8;

namespace octavo {

/// A compiled regular expression: the seam to PCRE2. Immutable; any thread, each with its own memory.
class RegexProgram {
public:
    /// Malformed: `offset` is the index of the byte where PCRE2 gave up, `detail` what it said. Unsupported:
    /// well-formed, but with a verb or \G, which make a match depend on where the search began; UTF-8 where
    /// PCRE2 has no JIT, or with \K.
    [[nodiscard]] static Result<std::shared_ptr<const RegexProgram>> compile(const RegexQuery& query,
                                                                             SearchEngine engine);

    [[nodiscard]] std::unique_ptr<FinderMemory> newMemory() const;

    /// Bytes before a place that matching there may look at; at least 1.
    [[nodiscard]] ByteCount lookBehind() const { return lookBehind_; }
    [[nodiscard]] bool isUtf() const { return isUtf_; }
    /// As Searcher::captureNames().
    [[nodiscard]] const std::vector<std::string>& captureNames() const { return captureNames_; }

    enum class Ending : bool {
        Final,  ///< the subject ends here
        Open,   ///< more bytes follow
    };
    /// The first match that begins at [first, last) of the subject. With Ending::Open a match that might go
    /// on behind the subject's end is Undecided.
    [[nodiscard]] BlockResult match(std::span<const std::byte> subject, std::size_t first, std::size_t last,
                                    Ending ending, FinderMemory& memory) const;

    /// The parts of the last match but number 0. `at` is the document offset of the subject's begin.
    void appendCaptures(const FinderMemory& memory, ByteOffset at, std::vector<Capture>& captures) const;

private:
    struct FreeCode {
        void operator()(pcre2_real_code_8* code) const;
    };
    explicit RegexProgram(pcre2_real_code_8* code) : code_(code) {}
    void readInfo(const RegexQuery& query, SearchEngine engine);

    std::unique_ptr<pcre2_real_code_8, FreeCode> code_;
    std::vector<std::string> captureNames_;
    ByteCount lookBehind_ = 1;
    bool isUtf_ = false;
    bool isJit_ = false;
};

}  // namespace octavo
