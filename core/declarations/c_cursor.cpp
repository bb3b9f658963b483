#include "core/declarations/c_cursor.h"

#include <algorithm>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

CCursor::CCursor(std::vector<CToken> tokens) : tokens_(std::move(tokens)) {
    OCTAVO_EXPECTS(!tokens_.empty() && tokens_.back().kind == CToken::Kind::End);
}

const CToken& CCursor::peek(std::size_t ahead) const {
    return tokens_[std::min(index_ + ahead, tokens_.size() - 1)];
}

const CToken& CCursor::previous() const {
    return tokens_[index_ - std::min<std::size_t>(index_, 1)];
}

const CToken& CCursor::take() {
    const CToken& taken = peek();
    if (!isAtEnd())
        ++index_;
    return taken;
}

bool CCursor::takeSign(std::string_view sign) {
    if (!isSign(sign))
        return false;
    take();
    return true;
}

bool CCursor::takeName(std::string_view name) {
    if (!peek().isName(name))
        return false;
    take();
    return true;
}

void CCursor::expectSign(std::string_view sign) {
    if (!takeSign(sign))
        refuse(std::string(sign));
}

void CCursor::skipBracketed() {
    std::string closing;
    do {
        const CToken& token = peek();
        if (token.kind == CToken::Kind::End) {
            refuse(closing.empty() ? "(" : std::string(1, closing.back()));
            return;
        }
        const std::size_t opened =
            token.kind == CToken::Kind::Sign ? std::string_view("([{").find(token.text) : std::string::npos;
        if (opened != std::string::npos)
            closing += ")]}"[opened];
        else if (!closing.empty() && token.isSign(std::string_view(&closing.back(), 1)))
            closing.pop_back();
        take();
    } while (!closing.empty());
}

void CCursor::refuse(std::string expected, const CToken& at) {
    fail({.code = ErrorCode::Malformed, .offset = at.at, .systemCode = 0, .detail = std::move(expected)});
}

void CCursor::refuseLimit(std::string limit, const CToken& at) {
    fail({.code = ErrorCode::LimitReached, .offset = at.at, .systemCode = 0, .detail = std::move(limit)});
}

void CCursor::fail(Error error) {
    if (!failure_)
        failure_ = std::move(error);
    index_ = tokens_.size() - 1;
}

CCursor::Level::Level(CCursor& cursor) : cursor_(cursor) {
    if (++cursor_.levels_ > kMostLevels)
        cursor_.refuseLimit("100 levels", cursor_.peek());
}

}  // namespace octavo
