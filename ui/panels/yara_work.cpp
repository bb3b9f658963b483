#include "ui/panels/yara_work.h"

#include <algorithm>

#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const YaraString& string) {
    return QString::fromStdString(string.rule) + u": "_s + QString::fromStdString(string.identifier);
}

}  // namespace

Result<YaraFindings> findByYara(const Snapshot& snapshot, const std::string& rulesPath,
                                const JobContext& job) {
    const auto rules = YaraRules::compile(rulesPath);
    if (!rules)
        return fail(rules.error());
    const auto report = scanWithYara(snapshot, *rules, {}, job);
    if (!report)
        return fail(report.error());
    YaraFindings findings;
    findings.unreadable = report->unreadable;
    findings.ranOutOfTime = report->ranOutOfTime;
    for (const std::string& rule : report->rules)
        findings.rules << QString::fromStdString(rule);
    for (const YaraString& string : report->strings)
        findings.strings << nameOf(string);
    for (const YaraString& string : report->cut)
        findings.cut << nameOf(string);
    findings.places.reserve(report->matches.size());
    for (const YaraMatch& match : report->matches) {
        FoundPlace& place = findings.places.emplace_back(Match{.range = match.range});
        place.form =
            std::min<std::uint64_t>(match.string, FoundPlace::kFormsMost - 1) & (FoundPlace::kFormsMost - 1);
    }
    return findings;
}

}  // namespace octavo
