#include "core/digest/digests.h"

#include <algorithm>
#include <array>
#include <map>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <string_view>
#include <utility>

#include "core/base/ascii_text.h"

namespace octavo {

namespace {

using Algorithm = std::shared_ptr<const EVP_MD>;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// The reason on top of libcrypto's error queue, which is emptied.
Error libraryError() {
    const unsigned long code = ERR_get_error();
    const char* reason = ERR_reason_error_string(code);
    ERR_clear_error();
    return {.code = ErrorCode::LibraryFailed,
            .offset = {},
            .systemCode = 0,
            .detail = reason ? reason : "libcrypto"};
}

class Digest final : public Hasher {
public:
    static Result<std::unique_ptr<Hasher>> create(const Algorithm& algorithm) {
        auto digest = std::make_unique<Digest>();
        digest->context_.reset(EVP_MD_CTX_new());
        if (!digest->context_ || EVP_DigestInit_ex2(digest->context_.get(), algorithm.get(), nullptr) != 1)
            return fail(libraryError());
        return digest;
    }

    void update(std::span<const std::byte> bytes) override {
        if (!bytes.empty() && EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1)
            hasFailed_ = true;
    }
    Result<std::vector<std::byte>> finish() override {
        std::array<unsigned char, EVP_MAX_MD_SIZE> buffer{};
        unsigned size = 0;
        if (hasFailed_ || EVP_DigestFinal_ex(context_.get(), buffer.data(), &size) != 1)
            return fail(libraryError());
        const auto bytes = std::as_bytes(std::span(buffer)).first(size);
        return std::vector<std::byte>(bytes.begin(), bytes.end());
    }

private:
    std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
    bool hasFailed_ = false;
};

/// What `openssl dgst` calls it: the short name of its object where it has one ("SHA256", not "SHA2-256").
std::string idOf(const EVP_MD* algorithm) {
    const int nid = EVP_MD_get_type(algorithm);
    return asciiLower(nid != NID_undef ? OBJ_nid2sn(nid) : EVP_MD_get0_name(algorithm));
}

/// As its authors write it; the id where nobody has told us.
std::string nameOf(const std::string& id) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kNames{{
        {"blake2b512", "BLAKE2b-512"},
        {"blake2s256", "BLAKE2s-256"},
        {"md4", "MD4"},
        {"md5", "MD5"},
        {"md5-sha1", "MD5 + SHA-1"},
        {"mdc2", "MDC-2"},
        {"ripemd160", "RIPEMD-160"},
        {"sha1", "SHA-1"},
        {"sha224", "SHA-224"},
        {"sha256", "SHA-256"},
        {"sha384", "SHA-384"},
        {"sha512", "SHA-512"},
        {"sha512-224", "SHA-512/224"},
        {"sha512-256", "SHA-512/256"},
        {"sha3-224", "SHA3-224"},
        {"sha3-256", "SHA3-256"},
        {"sha3-384", "SHA3-384"},
        {"sha3-512", "SHA3-512"},
        {"shake128", "SHAKE128"},
        {"shake256", "SHAKE256"},
        {"sm3", "SM3"},
        {"whirlpool", "Whirlpool"},
    }};
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& entry) { return entry.first == id; });
    return found == kNames.end() ? id : std::string(found->second);
}

using Found = std::map<std::string, Algorithm>;

void collect(EVP_MD* algorithm, void* argument) {
    // The "null" digest of size 0 says nothing about any data.
    if (EVP_MD_get_size(algorithm) <= 0 || EVP_MD_up_ref(algorithm) != 1)
        return;
    auto owned = Algorithm(algorithm, [](const EVP_MD* md) { EVP_MD_free(const_cast<EVP_MD*>(md)); });
    static_cast<Found*>(argument)->emplace(idOf(algorithm), std::move(owned));
}

}  // namespace

void registerDigests(Registry<HasherInfo>& registry) {
    Found found;
    EVP_MD_do_all_provided(nullptr, collect, &found);
    for (const auto& [id, algorithm] : found) {
        registry.add({.id = id,
                      .name = nameOf(id),
                      .digestSize = static_cast<std::size_t>(EVP_MD_get_size(algorithm.get())),
                      .create = [owned = algorithm] { return Digest::create(owned); }});
    }
}

}  // namespace octavo
