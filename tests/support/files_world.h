#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/search/find_in_files.h"

namespace octavo::test {

/// All that a search of files told, in the order of telling.
class FilesRecord final : public FilesSink {
public:
    struct File {
        SearchedFile file;
        std::vector<Match> matches;
        FileSearchReport report;
        bool hasEnded = false;
    };

    void began(const SearchedFile& file) override {
        files.push_back({.file = file, .matches = {}, .report = {}});
    }
    void found(std::span<const Match> matches) override {
        files.back().matches.insert(files.back().matches.end(), matches.begin(), matches.end());
    }
    void ended(const FileSearchReport& report) override {
        files.back().report = report;
        files.back().hasEnded = true;
    }
    void failed(const Error& error) override { errors.push_back(error); }

    [[nodiscard]] std::vector<std::string> paths() const {
        std::vector<std::string> all;
        for (const File& each : files)
            all.push_back(each.file.path);
        return all;
    }
    /// "path:offset" of each match.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> all;
        for (const File& each : files) {
            for (const Match& match : each.matches)
                all.push_back(each.file.path + ':' + std::to_string(match.range.begin));
        }
        return all;
    }

    std::vector<File> files;
    std::vector<Error> errors;
};

}  // namespace octavo::test
