#pragma once

#include <string>
#include <vector>

#include <QStringList>

#include "core/search/yara_rules.h"
#include "ui/panels/found_places.h"

namespace octavo {

/// What a file of YARA rules says about a document, ready to be listed. A value.
struct YaraFindings {
    QStringList rules;               ///< those that match, in the order of the file
    QStringList strings;             ///< "rule: $string", the names of the places' forms
    std::vector<FoundPlace> places;  ///< by offset
    QStringList cut;                 ///< strings of which not all places are known
    RangeSet unreadable;
    bool ranOutOfTime = false;  ///< then nothing is known
};

/// What is wrong with a rule file, or that there was no time or room. Job thread; a plain function of values.
/// Errors as YaraRules::compile() and scanWithYara().
[[nodiscard]] Result<YaraFindings> findByYara(const Snapshot& snapshot, const std::string& rulesPath,
                                              const JobContext& job);

}  // namespace octavo
