#include "core/search/regex_program.h"

#include <algorithm>
#include <array>
#include <cstring>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace octavo {

namespace {

// A match that takes more gives up. Ten million steps are 10 to 50 ms with JIT, half a second for two million
// without.
constexpr std::uint32_t kMostStepsJit = 10'000'000;
constexpr std::uint32_t kMostStepsPlain = 2'000'000;
constexpr std::uint32_t kMostHeapKib = 64 * 1024;
constexpr std::size_t kJitStackStart = std::size_t{32} * 1024;
constexpr std::size_t kJitStackMost = std::size_t{1024} * 1024;
constexpr std::size_t kLongestExpression = std::size_t{64} * 1024;
constexpr ByteCount kMostLookBehind = ByteCount{64} * 1024;

struct Memory final : FinderMemory {
    Memory(const pcre2_code* code, bool isJit)
        : data(pcre2_match_data_create_from_pattern(code, nullptr)),
          context(pcre2_match_context_create(nullptr)),
          stack(isJit ? pcre2_jit_stack_create(kJitStackStart, kJitStackMost, nullptr) : nullptr) {
        pcre2_set_heap_limit(context, kMostHeapKib);
        if (stack != nullptr)
            pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~Memory() override {
        pcre2_jit_stack_free(stack);
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
    }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    pcre2_match_data* data;
    pcre2_match_context* context;
    pcre2_jit_stack* stack;
};

std::uint32_t optionsOf(const RegexQuery& query) {
    // Without the second, ^ at the end of what is seen so far is no match instead of a partial one.
    std::uint32_t options = PCRE2_USE_OFFSET_LIMIT | PCRE2_ALT_CIRCUMFLEX;
    options |= query.ignoreCase ? PCRE2_CASELESS : 0;
    options |= query.dotMatchesAll ? PCRE2_DOTALL : 0;
    options |= query.multiLine ? PCRE2_MULTILINE : 0;
    options |= query.extended ? PCRE2_EXTENDED : 0;
    // The last: a place behind bytes that are not UTF-8 is not like the one before them on the same line.
    options |= query.utf8 ? PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C |
                                PCRE2_NO_DOTSTAR_ANCHOR
                          : PCRE2_NEVER_UTF;
    return options;
}

/// \K moves the begin of a match; JIT of version 10.42 then takes some empty matches for others.
bool movesBegin(std::string_view expression) {
    for (std::size_t i = 0; i + 1 < expression.size(); ++i) {
        if (expression[i] == '\\' && expression[++i] == 'K')
            return true;
    }
    return false;
}

/// The index of a construct by which a match depends on where the search began; nothing when there is none.
std::optional<std::size_t> dependsOnStart(std::string_view expression) {
    for (std::size_t i = 0; i + 1 < expression.size(); ++i) {
        if (expression[i] == '\\') {
            if (expression[i + 1] == 'G')
                return i;
            ++i;
        } else if (expression[i] == '(' && expression[i + 1] == '*' && i + 2 < expression.size() &&
                   ((expression[i + 2] >= 'A' && expression[i + 2] <= 'Z') || expression[i + 2] == ':')) {
            return i;
        }
    }
    return std::nullopt;
}

/// Look-behinds inside look-behinds reach further than PCRE2 says.
ByteCount lookBehindOf(const pcre2_code* code, std::string_view expression, bool isUtf) {
    std::uint32_t longest = 0;
    pcre2_pattern_info(code, PCRE2_INFO_MAXLOOKBEHIND, &longest);
    ByteCount nested = 1;
    for (const std::string_view opening : {"(?<", "(*"}) {
        for (std::size_t at = expression.find(opening); at != std::string_view::npos;
             at = expression.find(opening, at + 1))
            ++nested;
    }
    const ByteCount bytes = (longest + 1) * nested * (isUtf ? 4 : 1);
    return std::clamp<ByteCount>(bytes, 8, kMostLookBehind);
}

std::vector<std::string> namesOf(const pcre2_code* code) {
    std::uint32_t count = 0;
    std::uint32_t nameCount = 0;
    std::uint32_t entrySize = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &nameCount);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
    std::vector<std::string> names(count + 1);
    for (std::uint32_t i = 0; i < nameCount; ++i, table += entrySize) {
        const unsigned number = static_cast<unsigned>(table[0]) << 8 | table[1];
        names[number] = reinterpret_cast<const char*>(table + 2);
    }
    return names;
}

/// `size` without the first bytes of a character that is cut off.
std::size_t withoutCutCharacter(std::span<const std::byte> subject) {
    const std::size_t size = subject.size();
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, size); ++back) {
        const auto value = std::to_integer<unsigned>(subject[size - back]);
        if ((value & 0xC0) == 0x80)
            continue;
        const std::size_t length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
        return length > back ? size - back : size;
    }
    return size;
}

bool continuesCharacter(std::byte value) {
    return (std::to_integer<unsigned>(value) & 0xC0) == 0x80;
}

std::optional<GiveUpReason> reasonFor(int code) {
    switch (code) {
        case PCRE2_ERROR_MATCHLIMIT:
            return GiveUpReason::Steps;
        default:
            return code < PCRE2_ERROR_PARTIAL ? std::optional(GiveUpReason::Memory) : std::nullopt;
    }
}

}  // namespace

void RegexProgram::FreeCode::operator()(pcre2_real_code_8* code) const {
    pcre2_code_free(code);
}

Result<std::shared_ptr<const RegexProgram>> RegexProgram::compile(const RegexQuery& query,
                                                                  SearchEngine engine) {
    if (query.expression.empty())
        return failAt(ErrorCode::Malformed, 0, "an expression");
    if (query.expression.size() > kLongestExpression)
        return failAt(ErrorCode::LimitReached, kLongestExpression);
    int errorCode = 0;
    PCRE2_SIZE errorOffset = 0;
    pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    pcre2_code* code =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(query.expression.data()), query.expression.size(),
                      optionsOf(query), &errorCode, &errorOffset, context);
    pcre2_compile_context_free(context);
    if (code == nullptr) {
        std::array<PCRE2_UCHAR, 256> message{};
        pcre2_get_error_message(errorCode, message.data(), message.size());
        return failAt(ErrorCode::Malformed, std::min<std::size_t>(errorOffset, query.expression.size()),
                      reinterpret_cast<const char*>(message.data()));
    }
    std::shared_ptr<RegexProgram> program(new RegexProgram(code));
    if (const auto at = dependsOnStart(query.expression))
        return failAt(ErrorCode::Unsupported, *at, query.expression.substr(*at, 2));
    program->readInfo(query, engine);
    // Without JIT version 10.42 loses matches beside bytes that are not UTF-8 when it sees the data in parts.
    if (query.utf8 && !program->isJit_)
        return fail(ErrorCode::Unsupported, "utf8");
    return program;
}

void RegexProgram::readInfo(const RegexQuery& query, SearchEngine engine) {
    isUtf_ = query.utf8;
    captureNames_ = namesOf(code_.get());
    lookBehind_ = lookBehindOf(code_.get(), query.expression, isUtf_);
    isJit_ = (engine == SearchEngine::Best || isUtf_) && !movesBegin(query.expression) &&
             pcre2_jit_compile(code_.get(), PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD) == 0;
}

std::unique_ptr<FinderMemory> RegexProgram::newMemory() const {
    return std::make_unique<Memory>(code_.get(), isJit_);
}

BlockResult RegexProgram::match(std::span<const std::byte> subject, std::size_t first, std::size_t last,
                                Ending ending, FinderMemory& memory) const {
    auto& own = static_cast<Memory&>(memory);
    if (isUtf_ && ending == Ending::Open) {
        const std::size_t cut = withoutCutCharacter(subject);
        if (cut < last) {
            const BlockResult before =
                cut > first ? match(subject, first, cut, ending, memory) : BlockResult{};
            return before.kind == BlockResult::Kind::None ? BlockResult::undecided(std::max(cut, first))
                                                          : before;
        }
        subject = subject.first(cut);
    }
    while (isUtf_ && first < last && continuesCharacter(subject[first]))
        ++first;
    if (first >= last)
        return {};
    std::uint32_t options = PCRE2_NOTEMPTY | (ending == Ending::Open ? PCRE2_PARTIAL_HARD : 0);
    pcre2_set_offset_limit(own.context, last - 1);
    pcre2_set_match_limit(own.context, isJit_ ? kMostStepsJit : kMostStepsPlain);
    const auto run = [&] {
        return pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), first,
                           options, own.data, own.context);
    };
    int code = run();
    if (code == PCRE2_ERROR_JIT_STACKLIMIT && !isUtf_) {
        options |= PCRE2_NO_JIT;
        pcre2_set_match_limit(own.context, kMostStepsPlain);
        code = run();
    }
    if (code == PCRE2_ERROR_NOMATCH)
        return {};
    const std::size_t place = pcre2_get_startchar(own.data);
    if (code >= PCRE2_ERROR_PARTIAL && place >= last)  // PCRE2 sometimes goes a byte beyond the limit
        return {};
    if (code == PCRE2_ERROR_PARTIAL)
        return BlockResult::undecided(place);
    if (const auto reason = reasonFor(code))
        return {.kind = BlockResult::Kind::GaveUp, .place = first, .reason = *reason};
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(own.data);
    BlockResult found = BlockResult::found(offsets[0], offsets[1]);
    found.place = place;
    return found;
}

void RegexProgram::appendCaptures(const FinderMemory& memory, ByteOffset at,
                                  std::vector<Capture>& captures) const {
    const auto& own = static_cast<const Memory&>(memory);
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(own.data);
    for (std::size_t i = 1; i < captureNames_.size(); ++i) {
        const std::size_t begin = offsets[2 * i];
        const std::size_t end = offsets[2 * i + 1];
        // A part inside a look-ahead may begin behind where \K or another part ends; empty ones are kept.
        if (begin == PCRE2_UNSET || end == PCRE2_UNSET || begin > end)
            captures.emplace_back(std::nullopt);
        else
            captures.emplace_back(ByteRange{at + begin, at + end});
    }
}

}  // namespace octavo
