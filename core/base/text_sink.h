#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace octavo {

/// Takes text (or raw bytes) piece by piece in order: a file, a string, standard output. One thread.
class TextSink {
public:
    TextSink() = default;
    TextSink(const TextSink&) = delete;
    TextSink& operator=(const TextSink&) = delete;
    virtual ~TextSink() = default;

    /// Takes all of `text`, or says why not; whoever writes into it stops and hands the error on.
    [[nodiscard]] virtual Status append(std::string_view text) = 0;
};

/// Keeps the text in memory, up to a limit: LimitReached once it is passed, when text() has exactly `limit`
/// bytes. That is how a preview is made of an export of any size.
class StringSink final : public TextSink {
public:
    explicit StringSink(std::size_t limit = std::size_t{1} << 30) : limit_(limit) {}

    [[nodiscard]] Status append(std::string_view text) override {
        const std::size_t room = limit_ - text_.size();
        text_.append(text.substr(0, room));
        if (text.size() > room)
            return fail(ErrorCode::LimitReached);
        return {};
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    std::size_t limit_;
    std::string text_;
};

}  // namespace octavo
