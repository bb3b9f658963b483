#include "app/cli/cli_records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace octavo {

namespace {

using Value = decltype(Field::value);

std::string plainText(const Value& value) {
    struct Printer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::uint64_t number) const { return fmt::format("{}", number); }
        std::string operator()(double number) const { return fmt::format("{:.6f}", number); }
    };
    return std::visit(Printer{}, value);
}

std::string jsonObject(const Record& record) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const Field& field : record) {
        auto& slot = object[std::string(field.name)];
        if (const auto* text = std::get_if<std::string>(&field.value))
            slot = *text;
        else if (const auto* number = std::get_if<std::uint64_t>(&field.value))
            slot = *number;
        else if (const auto* real = std::get_if<double>(&field.value))
            slot = *real;
    }
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

Status RecordPrinter::add(const Record& record) {
    std::string text;
    if (form_ == RecordForm::Json) {
        text.append(isFirst_ ? "[\n" : ",\n").append(jsonObject(record));
    } else {
        for (const Field& field : record)
            text.append(&field == &record.front() ? "" : "\t").append(plainText(field.value));
        text += '\n';
    }
    isFirst_ = false;
    return out_.append(text);
}

Status RecordPrinter::finish() {
    if (form_ == RecordForm::Lines)
        return {};
    return out_.append(isFirst_ ? "[]\n" : "\n]\n");
}

Status printObject(TextSink& out, RecordForm form, const Record& record) {
    if (form == RecordForm::Json)
        return out.append(jsonObject(record) + "\n");
    for (const Field& field : record) {
        if (Status status = out.append(fmt::format("{}\t{}\n", field.name, plainText(field.value))); !status)
            return status;
    }
    return {};
}

}  // namespace octavo
