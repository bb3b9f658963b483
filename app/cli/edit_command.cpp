#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "app/cli/edit_script.h"
#include "app/cli/plan_text.h"
#include "core/source/file_source.h"

namespace octavo {

namespace {

struct EditOptions {
    std::string file;
    std::string script;
    std::string output;
    std::vector<std::string> acceptedRisks;
    std::string planKind;
    bool plan = false;
    bool json = false;
};

// A whole script in memory. Nobody writes one of 64 MiB by hand; a larger one is a mistake in the command.
Result<std::string> readScriptText(const std::string& path) {
    const auto input = readInput(path);
    if (!input)
        return fail(input.error());
    if (input->size() > (ByteCount{64} << 20))
        return fail(ErrorCode::TooLarge, path);
    std::string text(static_cast<std::size_t>(input->size()), '\0');
    if (const Status readable = allReadable(input->read(0, std::as_writable_bytes(std::span(text))));
        !readable)
        return fail(readable.error());
    return text;
}

// Keeps one document on its way from a file to a file.
class EditRun {
public:
    EditRun(const EditOptions& options, std::shared_ptr<const Source> base)
        : options_(options), document_(std::move(base)) {}

    Document& document() { return document_; }

    // Saves, or prints how it would be saved.
    Status save() {
        hasSaved_ = true;
        savedRevision_ = document_.revision();
        if (options_.plan) {
            const auto plan = planFor(document_.snapshot(), order());
            return plan ? printPlan(out_, *plan, formOf(options_.json)) : fail(plan.error());
        }
        if (order().path == "-")
            return deliver(document_.snapshot(), order());
        const auto outcome = saveSnapshot(document_.snapshot(), order());
        if (!outcome)
            return fail(outcome.error());
        if (order().intent == SaveTarget::Intent::Save)
            takeUp(*outcome);
        return {};
    }

    [[nodiscard]] bool isSaved() const { return hasSaved_ && savedRevision_ == document_.revision(); }
    Status finish() { return out_.flush(); }

private:
    [[nodiscard]] SaveOrder order() const {
        const bool toItself = options_.output.empty() && options_.file != "-";
        return {.path = toItself                  ? options_.file
                        : options_.output.empty() ? "-"
                                                  : options_.output,
                .intent = toItself ? SaveTarget::Intent::Save : SaveTarget::Intent::Export,
                .base = document_.base(),
                .acceptedRisks = options_.acceptedRisks,
                .kind = options_.planKind};
    }

    // The file now holds the document's bytes: later saves start from there. When somebody else has changed
    // it already, they are refused, because it is no longer the file that the document was opened from.
    void takeUp(const SaveOutcome& outcome) {
        auto source = openFileSource(outcome.path);
        if (!source || !isAsSaved((*source)->identity(), outcome))
            return;
        document_.rebase(std::move(*source));
        savedRevision_ = document_.revision();
    }

    const EditOptions& options_;
    Document document_;
    StandardOutput out_;
    Revision savedRevision_{0};
    bool hasSaved_ = false;
};

ExitStatus runEdit(const EditOptions& options) {
    if (options.file == "-" && options.script == "-")
        return misuse("", "edit: the file and the script cannot both come from standard input");
    const auto script = readScriptText(options.script);
    if (!script)
        return report(options.script, script.error());
    auto input = openInput(options.file);
    if (!input)
        return report(options.file, input.error());
    EditRun run(options, std::move(*input));
    for (const ScriptLine& line : readScript(*script)) {
        const bool saves = line.command == "save";
        if (saves && !line.first.empty())
            return misuse(fmt::format("{}:{}", options.script, line.number), "save takes no argument");
        if (const Status status = saves ? run.save() : runScriptLine(run.document(), line); !status)
            return report(saves ? options.file : fmt::format("{}:{}", options.script, line.number),
                          status.error());
    }
    if (!run.isSaved()) {
        if (const Status status = run.save(); !status)
            return report(options.output.empty() ? options.file : options.output, status.error());
    }
    const Status printed = run.finish();
    return printed ? ExitStatus::Done : report("standard output", printed.error());
}

void bindEdit(CLI::App& command, EditOptions& options) {
    addFile(command, options.file);
    command.add_option("--script", options.script, "the file that holds the edit lines; - is standard input")
        ->required();
    addOutput(command, options.output, options.acceptedRisks);
    command.add_flag("--plan", options.plan, "print how it would be saved, and save nothing");
    command
        .add_option("--plan-kind", options.planKind,
                    "save in this way or not at all: in-place, rewrite, replace; rewrite and in-place only "
                    "without -o")
        ->check(CLI::IsMember(saveKindNames()));
    addJson(command, options.json);
    command.footer(
        "Lines: insert OFFSET HEX, overwrite OFFSET HEX, delete RANGE, fill RANGE HEX, insert-file OFFSET "
        "PATH,\n"
        "copy RANGE OFFSET, undo [N], redo [N], save. Empty lines and lines that begin with # are left out.\n"
        "Without -o the file itself is saved. When a line fails, nothing after the last save line is saved.");
}

}  // namespace

void addEditCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<EditOptions>(parent, chosen, "edit", "Runs edit lines and saves.", bindEdit, runEdit);
}

}  // namespace octavo
