#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/buffer/contiguous_bytes.h"
#include "core/buffer/snapshot.h"

namespace octavo {

struct YaraProgram;

/// A file of YARA rules, compiled. An immutable value, cheap to copy; any thread, several at once.
class YaraRules {
public:
    /// False when Octavo was built without libyara; then compile() is refused as Unsupported.
    [[nodiscard]] static bool areSupported();

    /// The file and what it includes. Names of included files are relative to the file that includes them;
    /// only regular files below the directory of `path` are read, links followed first. Malformed: `detail`
    /// begins with the file and the line, `dir/a.yar:12: `. Unsupported: an include that leads elsewhere.
    /// NotFound, ReadFailed ...: a file that cannot be read; of an included one `detail` begins as above.
    /// TooLarge: more than 16 MiB. Cost: O(rules).
    [[nodiscard]] static Result<YaraRules> compile(const std::string& path);

    [[nodiscard]] const YaraProgram& program() const { return *program_; }

private:
    explicit YaraRules(std::shared_ptr<const YaraProgram> program) : program_(std::move(program)) {}

    std::shared_ptr<const YaraProgram> program_;
};

/// Where a string of a rule was found.
struct YaraMatch {
    ByteRange range;
    std::uint32_t string = 0;  ///< index of YaraReport::strings

    friend bool operator==(const YaraMatch&, const YaraMatch&) = default;
};

/// A string of a rule: "$a"; "$" when it has no name.
struct YaraString {
    std::string rule;
    std::string identifier;

    friend bool operator==(const YaraString&, const YaraString&) = default;
};

/// What rules say about a document.
struct YaraReport {
    std::vector<std::string> rules;   ///< those that matched, in the order of the file; no private ones
    std::vector<YaraString> strings;  ///< of these rules, those that were found
    std::vector<YaraMatch> matches;   ///< by offset, of the same offset in the order of the file
    std::vector<YaraString> cut;  ///< strings, of any rule, of which only the first million matches are known
    RangeSet unreadable;          ///< zeros for the rules; no match touches them
    bool ranOutOfTime = false;    ///< then there are no rules and no matches: this is not "not found"
};

struct YaraScanOptions {
    std::chrono::milliseconds timeLimit = std::chrono::minutes(10);
    ContiguousBytes::Lending lending = ContiguousBytes::Lending::FromUnshared;
};

/// Applies rules to all of a document, which is one piece of data for conditions (`filesize`, `uint32(0)`,
/// `@a < 100`). Errors: Cancelled; Unsupported when a string may match more than 2 GiB, which libyara cannot
/// count, and the document is that long (`detail` names it); those of ContiguousBytes. Time limit and
/// cancelling are looked at every 4096 bytes and every 100 steps of a condition, not inside functions of
/// modules such as hash.md5(). Cost: O(bytes) for usual rules; memory about 100 bytes for each match.
[[nodiscard]] Result<YaraReport> scanWithYara(const Snapshot& snapshot, const YaraRules& rules,
                                              const YaraScanOptions& options = {},
                                              const JobContext& context = {});

}  // namespace octavo
