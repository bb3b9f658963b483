#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/declarations/c_lexer.h"

namespace octavo {

/// Goes through the words of C declarations. The first refusal is kept and leads to the end, so that whoever
/// reads on sees nothing more and stops. Lives in one call.
class CCursor {
public:
    static constexpr unsigned kMostLevels = 100;

    /// REQUIRES: the last token, and no other, is End.
    explicit CCursor(std::vector<CToken> tokens);

    [[nodiscard]] const CToken& peek(std::size_t ahead = 0) const;
    [[nodiscard]] const CToken& previous() const;
    [[nodiscard]] bool isAtEnd() const { return index_ + 1 >= tokens_.size(); }
    [[nodiscard]] bool isSign(std::string_view sign) const { return peek().isSign(sign); }
    const CToken& take();
    [[nodiscard]] bool takeSign(std::string_view sign);
    [[nodiscard]] bool takeName(std::string_view name);
    /// Takes the sign or refuses what is there.
    void expectSign(std::string_view sign);
    /// Takes the word after it has been told to be an opening one, and all up to the closing one.
    void skipBracketed();

    /// Something else was expected at this token.
    void refuse(std::string expected, const CToken& at);
    void refuse(std::string expected) { refuse(std::move(expected), peek()); }
    /// A limit is exceeded here.
    void refuseLimit(std::string limit, const CToken& at);
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    /// One level of nesting, for as long as it lives; refuses one too many.
    class Level {
    public:
        explicit Level(CCursor& cursor);
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --cursor_.levels_; }

    private:
        CCursor& cursor_;
    };

private:
    void fail(Error error);

    std::vector<CToken> tokens_;
    std::size_t index_ = 0;
    unsigned levels_ = 0;
    std::optional<Error> failure_;
};

}  // namespace octavo
