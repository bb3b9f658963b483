#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/memory_save_world.h"

namespace octavo::test {

/// One save: what is on the disk, what was edited, where it is saved to and how. Each is one entry of the
/// table in save_scenes.cpp; the tests that make saves fail and that cut the power run all of them.
struct SaveScene {
    std::string name;
    MemoryContent before;                               ///< of MemorySaveWorld::kPath
    std::function<void(MemorySaveWorld&)> edit;         ///< of the document
    SavePlan::Kind kind = SavePlan::Kind::Replace;      ///< the plan that is expected
    std::function<void(MemorySaveWorld&)> arrange{};    ///< of the disk, before the file is opened
    std::string openedBy = MemorySaveWorld::kPath;      ///< the name the document is opened by
    std::function<void(MemorySaveWorld&)> meanwhile{};  ///< to the disk, after the editing
    std::string savedTo = MemorySaveWorld::kPath;       ///< the name it is saved under
    SaveTarget::Intent intent = SaveTarget::Intent::Save;
    std::function<void(SaveTarget&)> adjust{};  ///< the target, after it was probed
    std::optional<ErrorCode> refusal{};         ///< what the save ends with when nothing fails
    bool isLarge = false;                       ///< too slow for every fault
};

[[nodiscard]] std::vector<SaveScene> saveScenes();

/// The scene's disk and document, as they are just before the save.
[[nodiscard]] std::unique_ptr<MemorySaveWorld> worldOf(const SaveScene& scene);

/// Plans and saves; every call goes through `fileSystem`.
[[nodiscard]] SaveResult saveScene(const SaveScene& scene, MemorySaveWorld& world, FileSystem& fileSystem,
                                   const std::function<void(SaveTarget&)>& adjust = {},
                                   const JobContext& job = {});

}  // namespace octavo::test
