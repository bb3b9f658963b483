#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <stop_token>
#include <tuple>

#include "core/search/yara_program.h"
#include "core/search/yara_rules.h"

namespace octavo {

namespace {

constexpr std::int64_t kLongestMatch = std::numeric_limits<std::int32_t>::max();  // as libyara counts
constexpr std::int64_t kLongestPart = 8192;  // of a string between two gaps: more than any

std::string nameOf(const YR_RULES& rules, const YR_STRING& string) {
    return rules.rules_table[string.rule_idx].identifier;
}

/// A string whose gaps allow a match that libyara cannot count; it would end the program.
const YR_STRING* stringWithoutBound(const YR_RULES& rules) {
    for (std::uint32_t i = 0; i < rules.num_strings; ++i) {
        std::int64_t longest = kLongestPart;
        for (const YR_STRING* part = &rules.strings_table[i]; part->chained_to != nullptr;
             part = part->chained_to)
            longest += part->chain_gap_max + kLongestPart;
        if (longest > kLongestMatch)
            return &rules.strings_table[i];
    }
    return nullptr;
}

/// Applies rules once.
class Scan {
public:
    Scan(const YR_RULES& rules, const ContiguousBytes& bytes, const JobContext& context)
        : rules_(rules), bytes_(bytes), context_(context) {}

    Result<YaraReport> run(std::chrono::milliseconds timeLimit) {
        YR_SCANNER* scanner = nullptr;
        // Scanning changes no rules; each scanner keeps what it finds for itself.
        if (const int code = yr_scanner_create(const_cast<YR_RULES*>(&rules_), &scanner);
            code != ERROR_SUCCESS)
            return fail(yaraError(code));
        const std::unique_ptr<YR_SCANNER, void (*)(YR_SCANNER*)> owner(scanner, yr_scanner_destroy);
        // Not libyara's own guard against faults: it would take the place of the one of mapped files, for all
        // threads.
        yr_scanner_set_flags(scanner, SCAN_FLAGS_REPORT_RULES_MATCHING | SCAN_FLAGS_NO_TRYCATCH);
        yr_scanner_set_callback(scanner, onMessage, this);
        const auto limit = std::chrono::nanoseconds(std::max(timeLimit, std::chrono::milliseconds(1)));
        scanner->timeout = static_cast<std::uint64_t>(limit.count());
        int code = ERROR_SUCCESS;
        {
            // The time limit is all that libyara looks at while it scans, so whoever cancels shortens it.
            const std::stop_callback cancel(context_.stopToken(), [scanner] {
                std::atomic_ref(scanner->timeout).store(1, std::memory_order_relaxed);
            });
            code = yr_scanner_scan_mem(scanner, reinterpret_cast<const std::uint8_t*>(memory().data()),
                                       memory().size());
        }
        return finish(code);
    }

private:
    std::span<const std::byte> memory() const {
        static constexpr std::byte kNothing{};
        return bytes_.bytes().empty() ? std::span(&kNothing, 0) : bytes_.bytes();
    }

    static int onMessage(YR_SCAN_CONTEXT* scanner, int message, void* data, void* self) {
        Scan& scan = *static_cast<Scan*>(self);
        if (scan.context_.stopRequested())
            return CALLBACK_ERROR;
        if (message == CALLBACK_MSG_RULE_MATCHING)
            scan.addRule(*scanner, *static_cast<const YR_RULE*>(data));
        if (message == CALLBACK_MSG_TOO_MANY_MATCHES)
            scan.addCut(*static_cast<const YR_STRING*>(data));
        return CALLBACK_CONTINUE;
    }

    void addRule(const YR_SCAN_CONTEXT& scanner, const YR_RULE& rule) {
        report_.rules.emplace_back(rule.identifier);
        const YR_RULE* const each = &rule;  // the macros take names
        const YR_SCAN_CONTEXT* const found = &scanner;
        const YR_STRING* string = nullptr;
        yr_rule_strings_foreach(each, string) {
            const std::size_t before = report_.matches.size();
            const auto index = static_cast<std::uint32_t>(report_.strings.size());
            const YR_MATCH* match = nullptr;
            yr_string_matches_foreach(found, string, match) {
                report_.matches.push_back({rangeOf(*match), index});
            }
            if (report_.matches.size() > before)
                report_.strings.push_back({rule.identifier, string->identifier});
        }
    }
    static ByteRange rangeOf(const YR_MATCH& match) {
        return ByteRange::ofLength(static_cast<ByteOffset>(match.base + match.offset),
                                   static_cast<ByteCount>(match.match_length));
    }

    void addCut(const YR_STRING& string) {
        const YaraString cut{nameOf(rules_, string), string.identifier};
        if (std::ranges::find(report_.cut, cut) == report_.cut.end())
            report_.cut.push_back(cut);
    }

    Result<YaraReport> finish(int code) {
        if (context_.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (code != ERROR_SUCCESS && code != ERROR_SCAN_TIMEOUT)
            return fail(yaraError(code));
        report_.ranOutOfTime = code == ERROR_SCAN_TIMEOUT;
        report_.unreadable = bytes_.unreadable();
        if (!report_.unreadable.isEmpty())
            std::erase_if(report_.matches, [this](const YaraMatch& match) {
                return report_.unreadable.intersects(match.range);
            });
        std::ranges::sort(report_.matches, {},
                          [](const YaraMatch& match) { return std::tuple(match.range.begin, match.string); });
        return std::move(report_);
    }

    const YR_RULES& rules_;
    const ContiguousBytes& bytes_;
    const JobContext& context_;
    YaraReport report_;
};

}  // namespace

Result<YaraReport> scanWithYara(const Snapshot& snapshot, const YaraRules& rules,
                                const YaraScanOptions& options, const JobContext& context) {
    const YR_RULES& compiled = *rules.program().rules;
    if (const YR_STRING* const string = stringWithoutBound(compiled);
        string != nullptr && snapshot.size() > static_cast<ByteCount>(kLongestMatch))
        return fail(ErrorCode::Unsupported, nameOf(compiled, *string) + ":" + string->identifier);
    const auto bytes = ContiguousBytes::of(snapshot, options.lending, context);
    if (!bytes)
        return fail(bytes.error());
    return Scan(compiled, *bytes, context).run(options.timeLimit);
}

}  // namespace octavo
