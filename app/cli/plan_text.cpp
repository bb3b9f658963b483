#include "app/cli/plan_text.h"

#include <fmt/format.h>

namespace octavo {

namespace {

// "write 16:20 at 16": what, which bytes, where to.
std::string textOf(const SaveStep& step) {
    struct Printer {
        std::string operator()(const WriteRange& write) const {
            return fmt::format("write {}:{} at {}", write.document.begin, write.document.end, write.at);
        }
        std::string operator()(const CopyRange& copy) const {
            return fmt::format("copy {}:{} at {}", copy.source.begin, copy.source.end, copy.at);
        }
        std::string operator()(const MoveRange& move) const {
            const char* what = move.source.begin == move.at ? "keep" : "move";
            return fmt::format("{} {}:{} at {}", what, move.source.begin, move.source.end, move.at);
        }
        std::string operator()(const Truncate& truncate) const {
            return fmt::format("truncate {}", truncate.size);
        }
    };
    return std::visit(Printer{}, step);
}

Record factsOf(const SavePlan& plan) {
    std::string risks;
    for (const SaveRisk risk : plan.risks)
        risks.append(risks.empty() ? "" : ",").append(saveRiskName(risk));
    return {{"kind", std::string(saveKindName(plan.kind))},
            {"path", plan.target.path},
            {"size", plan.size()},
            {"write", plan.bytesToWrite},
            {"copy", plan.bytesToCopy},
            {"journal", plan.bytesToJournal},
            {"journal-path", plan.journal},
            {"temporary", plan.temporaryBytes},
            {"usual", std::string(plan.isUsual() ? "yes" : "no")},
            {"risks", risks}};
}

}  // namespace

Status printPlan(TextSink& out, const SavePlan& plan, RecordForm form) {
    Record facts = factsOf(plan);
    if (form == RecordForm::Json) {
        std::string steps;
        for (const SaveStep& step : plan.steps)
            steps.append(steps.empty() ? "" : "; ").append(textOf(step));
        facts.push_back({"steps", steps});
        return printObject(out, form, facts);
    }
    if (Status status = printObject(out, form, facts); !status)
        return status;
    for (const SaveStep& step : plan.steps) {
        if (Status status = out.append(fmt::format("step\t{}\n", textOf(step))); !status)
            return status;
    }
    return {};
}

}  // namespace octavo
