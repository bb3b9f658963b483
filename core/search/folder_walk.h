#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/source/file_source.h"

namespace octavo {

/// Which files in folders are meant. A value.
struct FolderOptions {
    /// Shell patterns such as "*.bin"; one of them fits the name of each file, letter case aside. Empty: any.
    std::vector<std::string> names{};
    bool withSubfolders = true;
    bool withHidden = false;    ///< names that begin with a dot
    bool followsLinks = false;  ///< symbolic links, to files and to folders; each folder once
};

/// The patterns in "*.bin; *.dat".
[[nodiscard]] std::vector<std::string> namePatterns(std::string_view text);

/// What a walk passed by unasked. Files whose names do not fit are not counted.
struct PassedBy {
    std::uint64_t hidden = 0;   ///< files and folders
    std::uint64_t links = 0;    ///< symbolic ones
    std::uint64_t special = 0;  ///< FIFOs, sockets, devices

    friend bool operator==(const PassedBy&, const PassedBy&) = default;
};

/// The regular files in folders, one after the other: by folder, in the order of the bytes of their names.
/// Opens folders only; what is no regular file is never opened. Paths are raw bytes and begin with a root as
/// it was given. One thread. Memory: the names of the folders on the way.
class FolderWalk {
public:
    /// Roots are folders or files; files among them count whatever their names, and links among them are
    /// followed.
    FolderWalk(const std::vector<std::string>& roots, FolderOptions options);

    struct File {
        std::string path;
        FileIdentity identity;  ///< as it was come across
    };
    /// What cannot be listed or is not there: the error's detail is its path. What can be read of a folder is
    /// walked all the same.
    using Item = std::variant<File, Error>;
    [[nodiscard]] bool isAtEnd() const { return pending_.empty(); }
    /// Looks at the next file or folder; nothing when it is no file that is meant. REQUIRES: not at the end.
    /// Cost: some system calls; of a folder O(names in it).
    [[nodiscard]] std::optional<Item> step();

    [[nodiscard]] const PassedBy& passedBy() const { return passedBy_; }

private:
    struct Pending {
        std::string path;
        bool isRoot = false;
    };
    [[nodiscard]] std::optional<Item> lookAt(const Pending& pending);
    [[nodiscard]] std::optional<Item> list(const Pending& folder);
    [[nodiscard]] bool isWanted(const std::string& name) const;

    FolderOptions options_;
    std::vector<Pending> pending_;                              // the next is the last
    std::set<std::pair<std::uint64_t, std::uint64_t>> walked_;  // device and inode, where links are followed
    PassedBy passedBy_;
};

}  // namespace octavo
