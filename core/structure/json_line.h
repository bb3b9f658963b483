#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace octavo {

/// The text in quotes, as JSON.stringify writes it. Unpaired surrogates become \udxxx.
[[nodiscard]] std::string jsonText(std::u16string_view text);
[[nodiscard]] std::string jsonText(std::string_view utf8);

/// Two lower-case digits for each byte.
[[nodiscard]] std::string hexText(std::span<const std::byte> bytes);

/// One JSON object on the way, without its closing brace; keys stay in the order they are added in.
class JsonLine {
public:
    void add(std::string_view key, std::string_view json);
    void addText(std::string_view key, std::string_view utf8) { add(key, jsonText(utf8)); }
    void addNumber(std::string_view key, std::uint64_t number) { add(key, std::to_string(number)); }
    /// null where there is none.
    void addPath(std::string_view key, const std::optional<std::string>& path) {
        add(key, path ? jsonText(std::string_view(*path)) : "null");
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace octavo
