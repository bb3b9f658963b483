#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/cli/cli_files.h"

namespace octavo {

/// How results are printed: a line for each record with tabs between its values, or JSON.
enum class RecordForm : bool { Lines, Json };

/// One named value of a record. No value prints as nothing in lines and null in JSON.
struct Field {
    std::string_view name;
    std::variant<std::monostate, std::string, std::uint64_t, double> value;
};
using Record = std::vector<Field>;

/// Prints records as they come: as lines, or as one JSON array of objects. Text that is not UTF-8 loses its
/// stray bytes in JSON only.
class RecordPrinter {
public:
    RecordPrinter(TextSink& out, RecordForm form) : out_(out), form_(form) {}
    [[nodiscard]] Status add(const Record& record);
    [[nodiscard]] Status finish();

private:
    TextSink& out_;
    RecordForm form_;
    bool isFirst_ = true;
};

/// Prints one record as lines of name and value, or as one JSON object.
[[nodiscard]] Status printObject(TextSink& out, RecordForm form, const Record& record);

}  // namespace octavo
