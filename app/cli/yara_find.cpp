#include "app/cli/yara_find.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "app/cli/match_context.h"
#include "core/search/yara_rules.h"

namespace octavo {

namespace {

// Prints what a scan found.
class YaraPrinter {
public:
    YaraPrinter(const YaraFind& find, const Snapshot& input, const YaraReport& report, StandardOutput& out)
        : find_(find), input_(input), report_(report), out_(out), printer_(out, formOf(find.json)) {}

    Status run() {
        for (const std::string& rule : report_.rules) {
            if (std::ranges::find(report_.strings, rule, &YaraString::rule) == report_.strings.end())
                add({}, rule, {});
        }
        for (const YaraMatch& match : report_.matches) {
            const YaraString& string = report_.strings[match.string];
            add(match.range, string.rule, string.identifier);
        }
        if (!find_.count)
            return status_ ? printer_.finish() : status_;
        return find_.json ? printObject(out_, RecordForm::Json, {{"count", count_}})
                          : out_.append(fmt::format("{}\n", count_));
    }

private:
    void add(std::optional<ByteRange> place, const std::string& rule,
             const std::optional<std::string>& string) {
        if (!status_ || count_ >= find_.limit.value_or(count_ + 1))
            return;
        ++count_;
        if (!find_.count)
            status_ = printer_.add(recordOf(place, rule, string));
    }

    Record recordOf(std::optional<ByteRange> place, const std::string& rule,
                    const std::optional<std::string>& string) const {
        Record record{{"offset", {}}, {"length", {}}};
        if (place) {
            record[0].value = place->begin;
            record[1].value = place->size();
        }
        if (!find_.json)
            record.push_back({"rule", string ? fmt::format("{}:{}", rule, *string) : rule});
        else {
            record.push_back({"rule", rule});
            record.push_back({"string", {}});
            if (string)
                record.back().value = *string;
        }
        if (find_.context && place)
            addContext(record, input_, *place, *find_.context);
        return record;
    }

    const YaraFind& find_;
    const Snapshot& input_;
    const YaraReport& report_;
    StandardOutput& out_;
    RecordPrinter printer_;
    Status status_;
    std::uint64_t count_ = 0;
};

// What keeps the result from being all there is to know.
Status wholly(const YaraReport& report, std::uint64_t seconds) {
    if (report.ranOutOfTime)
        return fail(ErrorCode::LimitReached, fmt::format("gave up: took more than {} seconds", seconds));
    if (!report.cut.empty())
        return fail(ErrorCode::LimitReached, fmt::format("only the first million matches of {}:{} are known",
                                                         report.cut[0].rule, report.cut[0].identifier));
    return allReadable(report.unreadable);
}

}  // namespace

ExitStatus findByYara(const YaraFind& find) {
    const auto rules = YaraRules::compile(find.rules);
    if (!rules)
        return report(find.rules, rules.error());
    const auto input = readInput(find.file);
    if (!input)
        return report(find.file, input.error());
    YaraScanOptions options{.lending = ContiguousBytes::Lending::FromAny};
    options.timeLimit = std::chrono::seconds(find.seconds);
    const auto found = scanWithYara(*input, *rules, options);
    if (!found)
        return report(find.file, found.error());
    StandardOutput out;
    const ExitStatus status = finishPrinting(YaraPrinter(find, *input, *found, out).run(), out);
    if (const Status whole = wholly(*found, find.seconds); !whole)
        return report(find.file, whole.error());
    return status == ExitStatus::Done && found->rules.empty() ? ExitStatus::NothingFound : status;
}

}  // namespace octavo
