#include "core/declarations/c_declarations.h"

#include <utility>

#include "core/declarations/c_format_writer.h"
#include "core/declarations/c_parser.h"
#include "core/declarations/c_preprocessor.h"

namespace octavo {

Result<std::string> formatFromC(std::string_view declarations, const CAbi& abi, std::string_view id,
                                std::string_view root) {
    if (declarations.size() > kMostCDeclarations)
        return failAt(ErrorCode::LimitReached, kMostCDeclarations, "1 MiB");
    auto tokens = preprocessC(declarations, abi);
    if (!tokens)
        return fail(tokens.error());
    CCursor cursor(std::move(*tokens));
    CProgram program;
    CParser parser(cursor, abi, program);
    parser.parse();
    if (cursor.failure())
        return fail(*cursor.failure());
    const CRecord* chosen = root.empty() ? parser.last() : parser.find(root);
    if (chosen == nullptr && !root.empty())
        return fail(ErrorCode::NotFound, std::string(root));
    if (chosen == nullptr)
        return failAt(ErrorCode::Malformed, declarations.size(), "a structure");
    return CFormatWriter(program, abi, *chosen).write(id);
}

}  // namespace octavo
