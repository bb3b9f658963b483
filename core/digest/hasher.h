#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/registry.h"
#include "core/base/result.h"

namespace octavo {

/// One digest in the making: bytes in, in any number of parts, digest out. One thread at a time.
class Hasher {
public:
    Hasher() = default;
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    virtual ~Hasher() = default;

    virtual void update(std::span<const std::byte> bytes) = 0;
    /// The digest of everything so far, most significant byte first. LibraryFailed when any step failed.
    /// REQUIRES: called once, last.
    [[nodiscard]] virtual Result<std::vector<std::byte>> finish() = 0;
};

/// A digest algorithm on offer. A value; `create` may be called from any thread.
struct HasherInfo {
    std::string id;    ///< OpenSSL's name in lower case (sha256, sha3-256, blake2b512), or crc32, adler32
    std::string name;  ///< as its authors write it: "SHA-256"; not translated
    std::size_t digestSize = 0;
    std::function<Result<std::unique_ptr<Hasher>>()> create;
};

}  // namespace octavo
