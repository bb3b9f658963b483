#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/cli/cli_files.h"
#include "app/cli/cli_records.h"
#include "app/cli/commands.h"
#include "core/base/byte_order.h"

namespace octavo {

/// Adds a command whose options are members of an Options value; `bind` adds them, `work` runs with them.
template <typename Options, typename Bind>
void addCommand(CLI::App& parent, ChosenCommand& chosen, const std::string& name, const std::string& about,
                const Bind& bind, ExitStatus (*work)(const Options&)) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand(name, about);
    bind(*command, *options);
    command->callback([options, work, &chosen] { chosen = [options, work] { return work(*options); }; });
}

inline CLI::Option* addFile(CLI::App& command, std::string& file) {
    return command.add_option("FILE", file, "the file to read; - is standard input")->required();
}

inline void addRange(CLI::App& command, std::optional<std::string>& range) {
    command.add_option("--range", range, "only these bytes: START:END or START+LENGTH");
}

/// --json; the printed form is then `formOf(json)`.
inline void addJson(CLI::App& command, bool& json) {
    command.add_flag("--json", json, "print JSON instead of lines");
}
[[nodiscard]] inline RecordForm formOf(bool json) {
    return json ? RecordForm::Json : RecordForm::Lines;
}

inline void addEndian(CLI::App& command, ByteOrder& order) {
    command.add_option("--endian", order, "little (when not given) or big")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, ByteOrder>{{"little", ByteOrder::Little}, {"big", ByteOrder::Big}}));
}

inline CLI::Option* addOutput(CLI::App& command, std::string& output,
                              std::vector<std::string>& acceptedRisks) {
    command.add_option("--accept", acceptedRisks, "save although this is lost: a comma-separated list")
        ->delimiter(',')
        ->check(CLI::IsMember(saveRiskNames()));
    return command.add_option("-o,--output", output, "the file to write; - is standard output");
}

/// Ends a command that printed: Done, or the reason why the text did not get out.
[[nodiscard]] inline ExitStatus finishPrinting(Status printed, StandardOutput& out) {
    if (printed)
        printed = out.flush();
    return printed ? ExitStatus::Done : report("standard output", printed.error());
}

}  // namespace octavo
