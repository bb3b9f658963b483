#include "core/declarations/c_preprocessor.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/declarations/c_constant.h"

namespace octavo {

namespace {

constexpr std::size_t kMostTokens = std::size_t{1} << 21;
constexpr unsigned kMostMacros = 100;

using Tokens = std::vector<CToken>;

/// What a macro without parameters stands for; one with parameters is known by name only.
struct Macro {
    bool hasParameters = false;
    Tokens tokens;
};

/// What the compilers of an ABI define, as far as conditions ask for it.
std::string_view predefined(const CAbi& abi) {
    constexpr std::string_view kLittle =
        "#define __ORDER_LITTLE_ENDIAN__ 1234\n#define __ORDER_BIG_ENDIAN__ 4321\n"
        "#define __LITTLE_ENDIAN 1234\n#define __BIG_ENDIAN 4321\n"
        "#define LITTLE_ENDIAN 1234\n#define BIG_ENDIAN 4321\n"
        "#define __BYTE_ORDER__ 1234\n#define __BYTE_ORDER 1234\n#define BYTE_ORDER 1234\n"
        "#define __LITTLE_ENDIAN_BITFIELD\n#define __LITTLE_ENDIAN__\n";
    constexpr std::string_view kBig =
        "#define __ORDER_LITTLE_ENDIAN__ 1234\n#define __ORDER_BIG_ENDIAN__ 4321\n"
        "#define __LITTLE_ENDIAN 1234\n#define __BIG_ENDIAN 4321\n"
        "#define LITTLE_ENDIAN 1234\n#define BIG_ENDIAN 4321\n"
        "#define __BYTE_ORDER__ 4321\n#define __BYTE_ORDER 4321\n#define BYTE_ORDER 4321\n"
        "#define __BIG_ENDIAN_BITFIELD\n#define __BIG_ENDIAN__\n";
    return abi.order == ByteOrder::Big ? kBig : kLittle;
}

std::string_view predefinedByKind(const CAbi& abi) {
    if (abi.msBitFields)
        return abi.pointerSize == 8 ? "#define _WIN32 1\n#define _WIN64 1\n#define _MSC_VER 1900\n"
                                    : "#define _WIN32 1\n#define _MSC_VER 1900\n";
    return abi.longSize == 8 ? "#define __GNUC__ 4\n#define __LP64__ 1\n#define _LP64 1\n"
                             : "#define __GNUC__ 4\n";
}

/// In a condition each name that is left is 0, and there are no types.
class NoNames final : public CNames {
public:
    std::optional<CConstant> constantNamed(std::string_view name) override {
        return CConstant{.value = name == "true" ? 1 : 0};
    }
    std::optional<Int128> takeMeasure(bool) override { return std::nullopt; }
    std::optional<Cast> takeCast() override { return std::nullopt; }
};

std::optional<std::uint8_t> packNamed(std::string_view text) {
    const auto value = parseInteger(text);
    const bool isPack = value && (*value == 1 || *value == 2 || *value == 4 || *value == 8 || *value == 16);
    return isPack ? std::optional(static_cast<std::uint8_t>(*value)) : std::nullopt;
}

class Preprocessor {
public:
    Preprocessor(std::string_view text, const CAbi& abi) : lexer_(text), abi_(abi) {}

    void run() {
        next_ = lexer_.next();
        while (next_.kind != CToken::Kind::End && !failure_) {
            if (next_.isSign("#") && next_.isFirstOnLine) {
                obey(takeLine());
                continue;
            }
            const CToken token = take();
            if (isActive())
                expand(token, out_, nullptr);
        }
        out_.push_back(take());
    }

    [[nodiscard]] std::optional<Error> failure() const { return failure_ ? failure_ : lexer_.failure(); }
    [[nodiscard]] Tokens takeTokens() { return std::move(out_); }
    [[nodiscard]] std::map<std::string_view, Macro> takeMacros() { return std::move(macros_); }
    /// Macros that only conditions see.
    void offer(std::map<std::string_view, Macro> macros) { offered_.merge(std::move(macros)); }

private:
    /// A condition that is being obeyed.
    struct Branch {
        bool isActive = true;
        bool wasTaken = true;  ///< by this part or one before
    };

    [[nodiscard]] bool isActive() const { return branches_.empty() || branches_.back().isActive; }

    CToken take() {
        CToken taken = std::exchange(next_, lexer_.next());
        taken.pack = pack_;
        return taken;
    }

    Tokens takeLine() {
        Tokens line{take()};
        while (!next_.isFirstOnLine)
            line.push_back(take());
        return line;
    }

    void obey(const Tokens& line) {
        const std::string_view name = line.size() > 1 ? line[1].text : std::string_view();
        const Tokens rest(line.begin() + std::min<std::ptrdiff_t>(2, std::ssize(line)), line.end());
        if (name.starts_with("if") || name.starts_with("el") || name == "endif")
            obeyCondition(name, rest);
        else if (!isActive() || rest.empty())
            return;
        else if (name == "define")
            define(rest);
        else if (name == "undef")
            macros_.erase(rest[0].text);
        else if (name == "pragma" && rest[0].isName("pack"))
            obeyPack(rest);
    }

    void define(const Tokens& rest) {
        const std::string_view name = rest[0].text;
        const bool hasParameters =
            rest.size() > 1 && rest[1].isSign("(") && rest[1].at == rest[0].at + name.size();
        Macro macro{.hasParameters = hasParameters, .tokens = {}};
        if (!hasParameters)
            macro.tokens.assign(rest.begin() + 1, rest.end());
        macros_[name] = std::move(macro);
    }

    void obeyCondition(std::string_view name, const Tokens& rest) {
        if (name == "endif" || name.starts_with("el")) {
            if (branches_.empty())
                return;
            const bool isOuterActive = branches_.size() == 1 || branches_[branches_.size() - 2].isActive;
            Branch& branch = branches_.back();
            const bool holds = isOuterActive && !branch.wasTaken && (name == "else" || truthOf(name, rest));
            branch = {.isActive = holds, .wasTaken = branch.wasTaken || holds};
            if (name == "endif")
                branches_.pop_back();
            return;
        }
        const bool holds = isActive() && truthOf(name, rest);
        branches_.push_back({.isActive = holds, .wasTaken = holds || !isActive()});
    }

    [[nodiscard]] const Macro* find(std::string_view name) const {
        const auto found = macros_.find(name);
        return found == macros_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] bool isDefined(std::string_view name) const {
        return find(name) != nullptr || offered_.contains(name);
    }

    bool truthOf(std::string_view name, const Tokens& rest) {
        if (rest.empty())
            return false;
        if (name.ends_with("ndef"))
            return !isDefined(rest[0].text);
        if (name.ends_with("def"))
            return isDefined(rest[0].text);
        Tokens tokens;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (rest[i].isName("defined"))
                tokens.push_back(definedAt(rest, i));
            else
                expand(rest[i], tokens, &offered_);
        }
        tokens.push_back({});
        CCursor cursor(std::move(tokens));
        NoNames names;
        const CConstant value = readConstant(cursor, names, abi_);
        return value.value != 0 && !cursor.failure();
    }

    /// 1 or 0 for `defined X` and `defined(X)`, which `i` is moved to the end of.
    CToken definedAt(const Tokens& rest, std::size_t& i) const {
        const bool isBracketed = i + 3 < rest.size() && rest[i + 1].isSign("(");
        const std::size_t at = std::min(i + (isBracketed ? 2 : 1), rest.size() - 1);
        i = at + (isBracketed ? 1 : 0);
        return {
            .kind = CToken::Kind::Number, .at = rest[at].at, .text = isDefined(rest[at].text) ? "1" : "0"};
    }

    /// Appends what the token stands for; `more` are further macros.
    void expand(const CToken& token, Tokens& out, const std::map<std::string_view, Macro>* more) {
        const Macro* macro = token.kind == CToken::Kind::Name ? find(token.text) : nullptr;
        if (macro == nullptr && more != nullptr && token.kind == CToken::Kind::Name) {
            const auto found = more->find(token.text);
            macro = found == more->end() ? nullptr : &found->second;
        }
        if (++steps_ > kMostTokens || underWay_.size() > kMostMacros) {
            refuseLimit(token);
            return;
        }
        if (macro == nullptr || macro->hasParameters || underWay_.contains(token.text)) {
            out.push_back(token);
            return;
        }
        underWay_.insert(token.text);
        for (CToken each : macro->tokens) {
            each.at = token.at;
            each.line = token.line;
            each.pack = token.pack;
            each.comment = token.comment;
            if (failure_)
                break;
            expand(each, out, more);
        }
        underWay_.erase(token.text);
    }

    void refuseLimit(const CToken& token) {
        if (!failure_)
            failure_ = Error{.code = ErrorCode::LimitReached,
                             .offset = token.at,
                             .systemCode = 0,
                             .detail = "2^21 words, 100 macros in each other"};
    }

    /// pack(), pack(n), pack(push), pack(push, n), pack(push, name, n), pack(pop), pack(pop, n)
    void obeyPack(const Tokens& rest) {
        std::optional<std::uint8_t> asked;
        bool isPushed = false;
        bool isPopped = false;
        for (const CToken& token : rest) {
            isPushed = isPushed || token.isName("push");
            isPopped = isPopped || token.isName("pop");
            Tokens expanded;
            expand(token, expanded, nullptr);
            asked = expanded.empty() || asked ? asked : packNamed(expanded[0].text);
        }
        const bool isReset = rest.size() == 3 && rest[2].isSign(")");
        if (isPushed)
            packs_.push_back(pack_);
        if (isPopped && !packs_.empty()) {
            pack_ = packs_.back();
            packs_.pop_back();
        }
        if (asked || isReset)
            pack_ = asked.value_or(std::uint8_t{0});
        next_.pack = pack_;
    }

    CLexer lexer_;
    const CAbi& abi_;
    CToken next_;
    Tokens out_;
    std::map<std::string_view, Macro> macros_;
    std::map<std::string_view, Macro> offered_;
    std::set<std::string_view> underWay_;
    std::vector<Branch> branches_;
    std::vector<std::uint8_t> packs_;
    std::uint8_t pack_ = 0;
    std::size_t steps_ = 0;
    std::optional<Error> failure_;
};

}  // namespace

Result<std::vector<CToken>> preprocessC(std::string_view text, const CAbi& abi) {
    Preprocessor preprocessor(text, abi);
    for (const std::string_view known : {predefined(abi), predefinedByKind(abi)}) {
        Preprocessor ours(known, abi);
        ours.run();
        preprocessor.offer(ours.takeMacros());
    }
    preprocessor.run();
    if (const auto failure = preprocessor.failure())
        return fail(*failure);
    return preprocessor.takeTokens();
}

}  // namespace octavo
