// In place of yara_compiler.cpp and yara_scan.cpp where libyara is not installed.
#include "core/search/yara_rules.h"

namespace octavo {

struct YaraProgram {};

bool YaraRules::areSupported() {
    return false;
}

Result<YaraRules> YaraRules::compile(const std::string& /*path*/) {
    return fail(ErrorCode::Unsupported, "built without libyara");
}

Result<YaraReport> scanWithYara(const Snapshot& /*snapshot*/, const YaraRules& /*rules*/,
                                const YaraScanOptions& /*options*/, const JobContext& /*context*/) {
    return fail(ErrorCode::Unsupported, "built without libyara");
}

}  // namespace octavo
