#include "tests/support/save_scenes.h"

#include <fmt/format.h>

#include "core/save/journal_file.h"
#include "core/save/temporary_file.h"

namespace octavo::test {

namespace {

using World = MemorySaveWorld;
using Kind = SavePlan::Kind;
using Edit = std::function<void(World&)>;

constexpr const char* kPath = World::kPath;

MemoryContent content(std::size_t size) {
    return MemoryContent(noise(size));
}

Edit insertAt(ByteOffset at, std::size_t count = 3) {
    return [=](World& w) { w.insert(at, noise(count, 7)); };
}

Edit overwriteAt(ByteOffset at, std::size_t count = 3) {
    return [=](World& w) { w.overwrite(at, noise(count, 9)); };
}

std::string sized(std::string_view what, std::size_t size) {
    return fmt::format("{}, {} bytes", what, size);
}

void addSizes(std::vector<SaveScene>& scenes) {
    constexpr std::size_t kLarge = std::size_t{5} << 20;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{4095}, std::size_t{4096},
                                   std::size_t{4097}, std::size_t{65'536}, kLarge}) {
        const MemoryContent before = content(size);
        const auto add = [&](const char* what, Kind kind, Edit edit) {
            scenes.push_back({.name = sized(what, size),
                              .before = before,
                              .edit = std::move(edit),
                              .kind = kind,
                              .isLarge = size == kLarge});
        };
        add("append", Kind::InPlace, insertAt(size, 5000));
        if (size == 0)
            continue;
        add("overwrite the ends", Kind::InPlace, [size](World& w) {
            w.overwrite(0, bytesOf("a"));
            w.overwrite(size - 1, bytesOf("z"));
        });
        add("cut the tail", Kind::InPlace, [size](World& w) { w.erase({size / 2, size}); });
        if (size < 4096)
            continue;
        add("insert at 0", Kind::Replace, insertAt(0));
        add("delete in the middle", Kind::Replace, [size](World& w) { w.erase({size / 3, size / 2}); });
        if (size < 65'536)
            continue;
        add("permute", Kind::InPlace, [](World& w) {
            w.swap({4096, 12'288}, {40'960, 49'152});
            w.overwrite(20'000, bytesOf("abc"));
        });
        add("paste from another document", Kind::Replace, [](World& w) {
            const Snapshot other = Snapshot::ofBytes(noise(30'000, 5));
            w.insertFrom(1000, other, {100, 29'000});
        });
    }
}

/// Moves within the file, in several steps behind a journal that rolls forward.
void addRewrites(std::vector<SaveScene>& scenes) {
    const auto add = [&](const char* what, Edit edit) {
        scenes.push_back({.name = what,
                          .before = content(14'000),
                          .edit = std::move(edit),
                          .kind = Kind::Rewrite,
                          .adjust = [](SaveTarget& target) {
                              target.wantedKind = SaveKind::Rewrite;
                              target.stepSize = SavePlan::kBlockSize;
                          }});
    };
    add("rewrite: insert", insertAt(1000, 5000));
    add("rewrite: delete", [](World& w) { w.erase({700, 5000}); });
    add("rewrite: cut the tail", [](World& w) { w.erase({9000, 14'000}); });
    add("rewrite: blocks of others in one step", [](World& w) {
        w.swap({0, 4096}, {8192, 12'288});
        w.overwrite(12'500, bytesOf("abc"));
    });
    scenes.back().adjust = [](SaveTarget& target) { target.wantedKind = SaveKind::Rewrite; };
    add("rewrite: insert, where no room can be claimed", insertAt(1000, 5000));
    scenes.back().arrange = [](World& w) { w.disk().rules().canReserve = false; };
    add("rewrite: exchange", [](World& w) {
        w.swap({1000, 3000}, {8000, 10'000});
        w.insert(12'000, noise(10, 3));
    });
}

/// What leaves a power cut much to choose from.
void addScattered(std::vector<SaveScene>& scenes) {
    scenes.push_back({.name = "overwrite in twelve places",
                      .before = content(9000),
                      .edit =
                          [](World& w) {
                              for (ByteOffset at = 100; at < 8600; at += 750)
                                  w.overwrite(at, noise(120, static_cast<unsigned>(at)));
                          },
                      .kind = Kind::InPlace});
    scenes.push_back({.name = "overwrite and append",
                      .before = content(10'000),
                      .edit =
                          [](World& w) {
                              w.overwrite(3000, noise(4000, 3));
                              w.insert(10'000, noise(6000, 4));
                          },
                      .kind = Kind::InPlace});
    scenes.push_back({.name = "overwrite and cut",
                      .before = content(14'000),
                      .edit =
                          [](World& w) {
                              w.overwrite(3000, noise(4000, 3));
                              w.erase({9000, 14'000});
                          },
                      .kind = Kind::InPlace});
    scenes.push_back({.name = "nearly all is new",
                      .before = content(9000),
                      .edit =
                          [](World& w) {
                              w.erase({0, 8000});
                              w.insert(0, noise(10'000, 6));
                          },
                      .kind = Kind::InPlace});
}

void addLinks(std::vector<SaveScene>& scenes) {
    const auto link = [](World& w) {
        w.disk().makeDirectory("/links");
        w.disk().makeLink("/links/link", "../dir/file.bin");
    };
    scenes.push_back({.name = "symbolic link, in place",
                      .before = content(9000),
                      .edit = overwriteAt(5000),
                      .kind = Kind::InPlace,
                      .arrange = link,
                      .openedBy = "/links/link",
                      .savedTo = "/links/link"});
    scenes.push_back({.name = "symbolic link, replaced",
                      .before = content(9000),
                      .edit = insertAt(1),
                      .arrange = link,
                      .openedBy = "/links/link",
                      .savedTo = "/links/link"});
    scenes.push_back({.name = "hard link, bytes move",
                      .before = content(9000),
                      .edit = insertAt(1),
                      .kind = Kind::InPlace,
                      .arrange = [](World& w) { w.disk().makeHardLink("/other", kPath); }});
    scenes.push_back({.name = "save as through a link that leads nowhere",
                      .before = content(5000),
                      .edit = insertAt(1),
                      .arrange = [](World& w) { w.disk().makeLink("/way", "dir/new.bin"); },
                      .savedTo = "/way",
                      .intent = SaveTarget::Intent::Export});
}

void addMetadata(std::vector<SaveScene>& scenes) {
    const auto decorate = [](World& w) {
        MemoryInode& inode = w.disk().inode(kPath);
        inode.mode = 04750;
        inode.attributes["user.note"] = bytesOf("mine");
        inode.attributes["user.other"] = bytesOf("also mine");
        w.disk().inode(World::kDirectory).attributes["system.posix_acl_default"] = bytesOf("all may");
    };
    scenes.push_back({.name = "attributes and set-id, in place",
                      .before = content(9000),
                      .edit = overwriteAt(4000, 300),
                      .kind = Kind::InPlace,
                      .arrange = decorate});
    scenes.push_back({.name = "attributes and set-id, replaced",
                      .before = content(9000),
                      .edit = insertAt(5),
                      .arrange = decorate});
    scenes.push_back({.name = "another group, replaced",
                      .before = content(9000),
                      .edit = insertAt(5),
                      .arrange = [](World& w) {
                          w.disk().inode(kPath).group += 1;
                          w.disk().rules().mayChangeOwner = true;
                      }});
    scenes.push_back({.name = "another group that cannot be given",
                      .before = content(9000),
                      .edit = insertAt(5),
                      .arrange = [](World& w) { w.disk().inode(kPath).group += 1; },
                      .refusal = ErrorCode::Unsupported});
    scenes.push_back(
        {.name = "an attribute that cannot be set",
         .before = content(9000),
         .edit = insertAt(5),
         .arrange = [](World& w) { w.disk().inode(kPath).attributes["security.capability"] = bytesOf("x"); },
         .refusal = ErrorCode::Unsupported});
    scenes.push_back(
        {.name = "an attribute that cannot be set, accepted",
         .before = content(9000),
         .edit = insertAt(5),
         .arrange = [](World& w) { w.disk().inode(kPath).attributes["security.capability"] = bytesOf("x"); },
         .adjust = [](SaveTarget& target) { target.acceptedRisks = {SaveRisk::LosesAttributes}; }});
    scenes.push_back({.name = "read-only file, accepted",
                      .before = content(9000),
                      .edit = insertAt(5),
                      .arrange = [](World& w) { w.disk().inode(kPath).mode = 0444; },
                      .adjust = [](SaveTarget& target) { target.acceptedRisks = {SaveRisk::ReadOnlyFile}; }});
    scenes.push_back({.name = "read-only directory",
                      .before = content(9000),
                      .edit = overwriteAt(5),
                      .meanwhile = [](World& w) { w.disk().inode(World::kDirectory).mode = 0555; },
                      .refusal = ErrorCode::AccessDenied});
}

void addSaveAs(std::vector<SaveScene>& scenes) {
    using Intent = SaveTarget::Intent;
    scenes.push_back({.name = "save as, new",
                      .before = content(5000),
                      .edit = insertAt(1),
                      .savedTo = "/dir/new.bin",
                      .intent = Intent::Export});
    scenes.push_back({.name = "save as, over a longer file",
                      .before = content(5000),
                      .edit = insertAt(1),
                      .arrange = [](World& w) { w.disk().makeFile("/dir/long", content(20'000), 0600); },
                      .savedTo = "/dir/long",
                      .intent = Intent::Export});
    scenes.push_back({.name = "save as onto itself",
                      .before = content(5000),
                      .edit = overwriteAt(2),
                      .intent = Intent::Export});
    scenes.push_back({.name = "selection",
                      .before = content(20'000),
                      .edit = overwriteAt(2),
                      .savedTo = "/dir/part",
                      .intent = Intent::Export,
                      .adjust = [](SaveTarget& target) {
                          target.range = ByteRange{1, 9000};
                      }});
    scenes.push_back({.name = "onto a directory",
                      .before = content(10),
                      .edit = overwriteAt(2),
                      .savedTo = World::kDirectory,
                      .intent = Intent::Export,
                      .refusal = ErrorCode::IsDirectory});
    scenes.push_back({.name = "onto a FIFO",
                      .before = content(10),
                      .edit = overwriteAt(2),
                      .arrange = [](World& w) { w.disk().makeSpecial("/dir/pipe", FileKind::Other); },
                      .savedTo = "/dir/pipe",
                      .intent = Intent::Export,
                      .refusal = ErrorCode::NotRegularFile});
}

void addCapabilities(std::vector<SaveScene>& scenes) {
    scenes.push_back(
        {.name = "a capability that cannot be given back, accepted",
         .before = content(9000),
         .edit = overwriteAt(4000, 300),
         .kind = Kind::InPlace,
         .arrange = [](World& w) { w.disk().inode(kPath).attributes["security.capability"] = bytesOf("x"); },
         .adjust = [](SaveTarget& target) { target.acceptedRisks = {SaveRisk::LosesAttributes}; }});
}

void addNeighbours(std::vector<SaveScene>& scenes) {
    const auto change = [](World& w) { w.disk().changeFile(kPath, MemoryContent(noise(6000, 8))); };
    scenes.push_back({.name = "changed underneath",
                      .before = content(5000),
                      .edit = overwriteAt(2),
                      .meanwhile = change,
                      .refusal = ErrorCode::ChangedOnDisk});
    scenes.push_back({.name = "gone underneath",
                      .before = content(5000),
                      .edit = overwriteAt(2),
                      .meanwhile = [](World& w) { OCTAVO_EXPECTS(w.disk().unlink(kPath).has_value()); },
                      .refusal = ErrorCode::ChangedOnDisk});
    scenes.push_back(
        {.name = "gone underneath, saved all the same",
         .before = content(5000),
         .edit = overwriteAt(2),
         .meanwhile = [](World& w) { OCTAVO_EXPECTS(w.disk().unlink(kPath).has_value()); },
         .adjust = [](SaveTarget& target) { target.ifChanged = SaveTarget::IfChanged::Overwrite; }});
    scenes.push_back({.name = "a journal and a successor of other times",
                      .before = content(9000),
                      .edit = overwriteAt(5000),
                      .kind = Kind::InPlace,
                      .meanwhile = [](World& w) {
                          w.disk().makeFile(temporaryPath(kPath), content(777));
                          w.disk().makeFile(journalPath(kPath), content(888));
                      }});
    scenes.push_back({.name = "a successor of other times, replaced",
                      .before = content(9000),
                      .edit = insertAt(5),
                      .meanwhile = [](World& w) {
                          w.disk().makeFile(temporaryPath(kPath), content(777));
                          w.disk().makeFile(journalPath(kPath), content(888));
                      }});
}

void addDisks(std::vector<SaveScene>& scenes) {
    const auto addCopy = [&](const char* name, bool canClone, bool canCopy, bool canReserve) {
        scenes.push_back({.name = name,
                          .before = content(300'000),
                          .edit =
                              [](World& w) {
                                  w.insert(73'728, noise(4096, 4));
                                  w.overwrite(250'000, bytesOf("abc"));
                              },
                          .arrange =
                              [=](World& w) {
                                  w.disk().rules().canClone = canClone;
                                  w.disk().rules().canCopy = canCopy;
                                  w.disk().rules().canReserve = canReserve;
                              }});
    };
    addCopy("blocks are shared", true, true, true);
    addCopy("blocks are copied", false, true, true);
    addCopy("blocks are written", false, false, false);
    scenes.push_back({.name = "a file server's locks",
                      .before = content(9000),
                      .edit = insertAt(0),
                      .arrange = [](World& w) { w.disk().rules().locksNeedWriting = true; }});
    const auto fill = [](World& w) { w.disk().rules().blocksMax = 4; };
    scenes.push_back({.name = "full disk, append",
                      .before = content(9000),
                      .edit = insertAt(9000, 9000),
                      .kind = Kind::InPlace,
                      .arrange = fill,
                      .refusal = ErrorCode::DiskFull});
    scenes.push_back({.name = "full disk, insert",
                      .before = content(9000),
                      .edit = insertAt(0),
                      .arrange = fill,
                      .refusal = ErrorCode::DiskFull});
    scenes.push_back({.name = "full disk, overwrite",
                      .before = content(9000),
                      .edit = overwriteAt(100, 8000),
                      .kind = Kind::InPlace,
                      .arrange = fill,
                      .refusal = ErrorCode::DiskFull});
}

}  // namespace

std::vector<SaveScene> saveScenes() {
    std::vector<SaveScene> scenes;
    addSizes(scenes);
    addScattered(scenes);
    addRewrites(scenes);
    addLinks(scenes);
    addMetadata(scenes);
    addCapabilities(scenes);
    addSaveAs(scenes);
    addNeighbours(scenes);
    addDisks(scenes);
    return scenes;
}

std::unique_ptr<MemorySaveWorld> worldOf(const SaveScene& scene) {
    auto world = std::make_unique<MemorySaveWorld>(scene.before);
    if (scene.arrange)
        scene.arrange(*world);
    world->open(scene.openedBy);
    scene.edit(*world);
    if (scene.meanwhile)
        scene.meanwhile(*world);
    return world;
}

SaveResult saveScene(const SaveScene& scene, MemorySaveWorld& world, FileSystem& fileSystem,
                     const std::function<void(SaveTarget&)>& adjust, const JobContext& job) {
    Result<SaveTarget> target = world.target(fileSystem, scene.savedTo, scene.intent);
    if (!target)
        return fail(target.error());
    if (scene.adjust)
        scene.adjust(*target);
    if (adjust)
        adjust(*target);
    return world.saveTo(*target, fileSystem, job);
}

}  // namespace octavo::test
