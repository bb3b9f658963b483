#include <cstdlib>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/save/edit_log.h"
#include "core/save/edit_recovery.h"

namespace octavo {

namespace {

struct RecoverOptions {
    std::string id;
    bool list = false;
    bool discard = false;
    bool json = false;
    std::string directory;
    std::string output;
    std::vector<std::string> acceptedRisks;
};

/// Where the window keeps its edit logs: the XDG Base Directory Specification tells programs to ignore
/// relative paths.
std::string standardDirectory() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state == '/')
        return std::string(state) + "/octavo/recovery";
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr ? home : "") + "/.local/state/octavo/recovery";
}

std::string idOf(const std::string& log) {
    const std::string name = nameOf(log);
    return name.substr(0, name.find('.'));
}

const char* evidenceName(BaseEvidence evidence) {
    switch (evidence) {
        case BaseEvidence::NoFile:
            return "no-file";
        case BaseEvidence::Same:
            return "same";
        case BaseEvidence::LooksSame:
            return "looks-same";
        case BaseEvidence::Changed:
            return "changed";
        case BaseEvidence::Missing:
            break;
    }
    return "missing";
}

std::string timeText(std::int64_t nanoseconds) {
    const auto seconds = static_cast<std::time_t>(nanoseconds / 1'000'000'000);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

ExitStatus listAll(const Recovery& recovery, bool json) {
    StandardOutput out;
    RecordPrinter printer(out, formOf(json));
    Status printed;
    for (const RecoveredDocument& each : recovery.documents) {
        if (!printed)
            break;
        printed = printer.add({{"id", idOf(each.log)},
                               {"file", each.path.empty() ? each.name : each.path},
                               {"changed", timeText(each.writtenNs)},
                               {"changes", std::uint64_t{each.changeCount}},
                               {"bytes", each.document->size()},
                               {"base", std::string(evidenceName(each.evidence))},
                               {"record", std::string(each.isDamaged ? "damaged" : "whole")}});
    }
    if (printed)
        printed = printer.finish();
    const ExitStatus status = finishPrinting(printed, out);
    return status == ExitStatus::Done && recovery.documents.empty() ? ExitStatus::NothingFound : status;
}

ExitStatus deliverOne(const RecoveredDocument& recovered, const RecoverOptions& options) {
    if (recovered.evidence == BaseEvidence::Changed)
        note(recovered.path, "the file was changed since: bytes that were not edited may be others");
    if (recovered.isDamaged)
        note(recovered.log, "the end of the record is damaged: the last changes are lost");
    if (!options.output.empty()) {
        const Status done = deliver(recovered.document->snapshot(), {.path = options.output,
                                                                     .intent = SaveTarget::Intent::Export,
                                                                     .base = recovered.document->base(),
                                                                     .acceptedRisks = options.acceptedRisks});
        if (!done)
            return report(options.output, done.error());
    }
    if (options.discard) {
        if (const Status gone = discard(recovered); !gone)
            return report(recovered.log, gone.error());
    }
    return ExitStatus::Done;
}

ExitStatus runRecover(const RecoverOptions& options) {
    if (options.list && !options.id.empty())
        return misuse(options.id, "name a document or take --list, not both");
    if (!options.id.empty() && options.output.empty() && !options.discard)
        return misuse(options.id, "say where to with -o, or let the changes go with --discard");
    if (options.id.empty() && (options.discard || !options.output.empty()))
        return misuse("", "recover: name the document; octavo-cli recover --list names them");
    const std::string directory = options.directory.empty() ? standardDirectory() : options.directory;
    const auto recovery =
        recoverAll(directory, std::make_shared<PosixFileSystem>(), journalDirectoryOfUser());
    if (!recovery)
        return report(directory, recovery.error());
    for (const Recovery::Problem& problem : recovery->problems)
        note(problem.log, sentenceFor(problem.error, problem.log));
    if (options.id.empty())
        return listAll(*recovery, options.json);
    for (const RecoveredDocument& each : recovery->documents) {
        if (idOf(each.log) == options.id)
            return deliverOne(each, options);
    }
    note(options.id, "no such unsaved document; octavo-cli recover --list names them");
    return ExitStatus::NothingFound;
}

}  // namespace

void addRecoverCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<RecoverOptions>(
        parent, chosen, "recover", "Documents with unsaved changes that a crash of the window left.",
        [](CLI::App& command, RecoverOptions& options) {
            command.add_option("ID", options.id, "which one, as --list names it");
            command.add_flag("--list", options.list, "list them (as when no ID is given)");
            command.add_flag("--discard", options.discard,
                             "let its changes go, after writing them with -o if given");
            command.add_option("--directory", options.directory,
                               "where the records lie, if not in the usual place");
            addOutput(command, options.output, options.acceptedRisks);
            addJson(command, options.json);
        },
        runRecover);
}

}  // namespace octavo
