#include "ui/actions/fuzzy_match.h"

#include <algorithm>

#include <QChar>

namespace octavo {

namespace {

constexpr int kWordStart = 12;
constexpr int kInARow = 8;
constexpr int kLetter = 2;
constexpr int kMaxLatenessPenalty = 10;

bool startsWord(QStringView text, qsizetype index) {
    return index == 0 || !text[index - 1].isLetterOrNumber();
}

/// Greedy from `start`: the first place of each letter, but the start of a word where the letter begins one.
std::optional<int> scoreFrom(QStringView pattern, QStringView text, qsizetype start) {
    int score = -static_cast<int>(std::min<qsizetype>(start, kMaxLatenessPenalty));
    qsizetype at = start;
    qsizetype previous = -2;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        while (at < text.size() && text[at].toCaseFolded() != letter.toCaseFolded())
            ++at;
        if (at == text.size())
            return std::nullopt;
        score += kLetter + (startsWord(text, at) ? kWordStart : 0) + (at == previous + 1 ? kInARow : 0);
        previous = at++;
    }
    return score;
}

}  // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text) {
    pattern = pattern.trimmed();
    if (pattern.isEmpty())
        return 0;
    std::optional<int> best;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (text[start].toCaseFolded() != pattern.front().toCaseFolded())
            continue;
        if (const auto score = scoreFrom(pattern, text, start))
            best = std::max(best.value_or(*score), *score);
    }
    return best;
}

}  // namespace octavo
