#include "core/save/file_metadata.h"

#include <algorithm>

namespace octavo {

namespace {

Status refusedUnlessAccepted(const SaveTarget& target, SaveRisk risk, const Error& reason) {
    if (target.accepts(risk))
        return {};
    return fail(Error{.code = ErrorCode::Unsupported,
                      .offset = {},
                      .systemCode = reason.systemCode,
                      .detail = saveRiskName(risk)});
}

Status copyOwner(const SaveTarget& target, OpenFile& file) {
    const Result<FileStatus> present = file.status();
    if (!present)
        return fail(present.error());
    if (present->owner == target.existing->owner && present->group == target.existing->group)
        return {};
    const Status done =
        file.fileSystem().setOwner(file.handle(), target.existing->owner, target.existing->group);
    return done ? Status{} : refusedUnlessAccepted(target, SaveRisk::LosesOwner, done.error());
}

/// Attributes that the new file has from its directory and the old one has not.
Status removeInherited(const std::vector<std::string>& wanted, OpenFile& file) {
    const Result<std::vector<std::string>> present = file.fileSystem().attributeNames(file.handle());
    if (!present)
        return fail(present.error());
    for (const std::string& name : *present) {
        const bool isLabel = name.starts_with("security.");  // given by the system's policy
        if (isLabel || std::ranges::find(wanted, name) != wanted.end())
            continue;
        if (Status removed = file.fileSystem().removeAttribute(file.handle(), name); !removed)
            return removed;
    }
    return {};
}

Status copyAttribute(const std::string& name, OpenFile& from, OpenFile& to) {
    const Result<std::vector<std::byte>> value = from.fileSystem().attribute(from.handle(), name);
    if (!value)
        return fail(value.error());
    Status done = to.fileSystem().setAttribute(to.handle(), name, *value);
    if (done)
        return done;
    const Result<std::vector<std::byte>> present = to.fileSystem().attribute(to.handle(), name);
    return present && *present == *value ? Status{} : done;
}

Status copyAttributes(const SaveTarget& target, OpenFile& to) {
    Result<OpenFile> from = OpenFile::open(to.fileSystem(), target.path, FileSystem::Access::Read);
    if (!from)
        return fail(from.error());
    const Result<std::vector<std::string>> names = from->fileSystem().attributeNames(from->handle());
    if (!names)
        return fail(names.error());
    for (const std::string& name : *names) {
        if (Status copied = copyAttribute(name, *from, to); !copied)
            return copied;
    }
    return removeInherited(*names, to);
}

}  // namespace

Status copyMetadata(const SaveTarget& target, OpenFile& file) {
    if (Status owner = copyOwner(target, file); !owner)
        return owner;
    if (Status attributes = copyAttributes(target, file); !attributes) {
        const Status answer = refusedUnlessAccepted(target, SaveRisk::LosesAttributes, attributes.error());
        if (!answer)
            return answer;
    }
    return file.fileSystem().setMode(file.handle(), target.existing->mode);
}

}  // namespace octavo
