#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <vector>

#include "core/search/yara_program.h"
#include "core/search/yara_rules.h"
#include "core/source/file_source.h"

namespace octavo {

namespace {

namespace fs = std::filesystem;

constexpr ByteCount kLongestFile = ByteCount{16} << 20;

struct Free {
    void operator()(YR_COMPILER* compiler) const { yr_compiler_destroy(compiler); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Result<std::string> readRules(const std::string& path) {
    const auto source = openFileSource(path);
    if (!source)
        return fail(source.error());
    if ((*source)->size() > kLongestFile)
        return fail(ErrorCode::TooLarge, path);
    std::string text(static_cast<std::size_t>((*source)->size()), '\0');
    RangeSet unreadable;
    (*source)->read(0, std::as_writable_bytes(std::span(text)), unreadable);
    return unreadable.isEmpty() ? Result<std::string>(std::move(text)) : fail(ErrorCode::Unreadable, path);
}

bool isBelow(const fs::path& path, const fs::path& directory) {
    const fs::path relative = path.lexically_relative(directory);
    return !relative.empty() && *relative.begin() != "..";
}

/// One compilation. libyara calls back from within add().
class Compilation {
public:
    explicit Compilation(std::string path) : path_(std::move(path)) {}

    Result<YR_RULES*> run() {
        YR_COMPILER* created = nullptr;
        if (const int code = yr_compiler_create(&created); code != ERROR_SUCCESS)
            return fail(yaraError(code));
        compiler_.reset(created);
        yr_compiler_set_callback(created, onError, this);
        yr_compiler_set_include_callback(created, onInclude, onIncluded, this);
        if (const Status added = add(); !added)
            return fail(added.error());
        YR_RULES* rules = nullptr;
        if (const int code = yr_compiler_get_rules(created, &rules); code != ERROR_SUCCESS)
            return fail(yaraError(code));
        return rules;
    }

private:
    Status add() {
        std::error_code unknown;
        const fs::path real = fs::canonical(path_, unknown);
        if (unknown)
            return fail(systemError(unknown.value(), ErrorCode::OpenFailed, path_));
        directory_ = real.parent_path();
        files_ = {real};
        auto text = readRules(path_);
        if (!text)
            return fail(text.error());
        *text += '\n';  // a stream of nothing cannot be opened
        lines_ = std::ranges::count(*text, '\n');
        const std::unique_ptr<std::FILE, Free> stream(::fmemopen(text->data(), text->size(), "r"));
        if (!stream)
            return fail(systemError(errno, ErrorCode::ReadFailed, path_));
        const int errors = yr_compiler_add_file(compiler_.get(), stream.get(), nullptr, path_.c_str());
        if (error_)
            return fail(*error_);
        return errors == 0 ? Status() : fail(yaraError(compiler_->last_error));
    }

    /// The path that an include names, or why it cannot be had. libyara keeps the names of the files that
    /// are open now, as they were written; `files_` holds their paths.
    Result<fs::path> included(const char* name) {
        files_.resize(static_cast<std::size_t>(compiler_->file_name_stack_ptr));
        std::error_code unknown;
        fs::path path = fs::canonical(files_.back().parent_path() / name, unknown);
        if (unknown)
            return fail(systemError(unknown.value(), ErrorCode::OpenFailed, name));
        if (!isBelow(path, directory_))
            return fail(ErrorCode::Unsupported,
                        fmt::format("include of {}, not below the directory of the rules", name));
        if (!fs::is_regular_file(path, unknown))
            return fail(ErrorCode::NotRegularFile, name);
        return path;
    }

    Result<std::string> include(const char* name) {
        auto path = included(name);
        if (!path)
            return fail(path.error());
        auto text = readRules(path->string());
        if (text && text->find('\0') != std::string::npos)
            return fail(ErrorCode::Malformed, fmt::format("include of {}, which is no text", name));
        files_.push_back(std::move(*path));
        return text;
    }

    // libyara wants memory of C, and calls onError() next where there is none.
    static const char* onInclude(const char* name, const char* /*file*/, const char* /*space*/, void* self) {
        auto& compilation = *static_cast<Compilation*>(self);
        const auto text = compilation.include(name);
        if (text)
            return ::strdup(text->c_str());
        compilation.refusal_ = text.error();
        return nullptr;
    }
    static void onIncluded(const char* text, void* /*self*/) { std::free(const_cast<char*>(text)); }

    static void onError(int level, const char* file, int line, const YR_RULE* /*rule*/, const char* message,
                        void* self) {
        auto& compilation = *static_cast<Compilation*>(self);
        if (level != YARA_ERROR_LEVEL_ERROR || compilation.error_)
            return;
        Error error{.code = ErrorCode::Malformed, .offset = {}, .systemCode = 0, .detail = message};
        if (compilation.refusal_)
            error = *compilation.refusal_;
        error.detail = fmt::format("{}:{}: {}", file != nullptr ? file : "",
                                   line > 0 ? line : compilation.lines_, error.detail);
        compilation.error_ = std::move(error);
    }

    std::string path_;
    std::unique_ptr<YR_COMPILER, Free> compiler_;
    fs::path directory_;           // of the rules, links followed
    std::vector<fs::path> files_;  // that are open now, links followed
    std::ptrdiff_t lines_ = 0;     // of the first file; libyara has no number for its end
    std::optional<Error> refusal_;
    std::optional<Error> error_;  // the first
};

}  // namespace

bool YaraRules::areSupported() {
    return true;
}

Result<YaraRules> YaraRules::compile(const std::string& path) {
    if (const Status ready = prepareYara(); !ready)
        return fail(ready.error());
    const auto rules = Compilation(path).run();
    if (!rules)
        return fail(rules.error());
    return YaraRules(std::make_shared<const YaraProgram>(*rules));
}

}  // namespace octavo
