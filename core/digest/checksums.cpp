#include "core/digest/checksums.h"

#include <cstdint>
#include <zlib.h>

#include "core/base/byte_order.h"

namespace octavo {

namespace {

using Update = uLong (*)(uLong, const Bytef*, z_size_t);

/// Either of zlib's running check values.
class Checksum final : public Hasher {
public:
    explicit Checksum(Update function) : update_(function), value_(function(0, nullptr, 0)) {}

    void update(std::span<const std::byte> bytes) override {
        // zlib reads bytes as unsigned char, which may alias anything; a null pointer would reset the value.
        if (!bytes.empty())
            value_ = update_(value_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    }
    Result<std::vector<std::byte>> finish() override {
        std::vector<std::byte> digest(4);
        storeUnsigned(static_cast<std::uint32_t>(value_), digest, ByteOrder::Big);
        return digest;
    }

private:
    Update update_;
    uLong value_;
};

HasherInfo checksumInfo(std::string id, std::string name, Update update) {
    return {.id = std::move(id),
            .name = std::move(name),
            .digestSize = 4,
            .create = [update]() -> Result<std::unique_ptr<Hasher>> {
                return std::make_unique<Checksum>(update);
            }};
}

}  // namespace

void registerChecksums(Registry<HasherInfo>& registry) {
    registry.add(checksumInfo("crc32", "CRC-32", crc32_z));
    registry.add(checksumInfo("adler32", "Adler-32", adler32_z));
}

}  // namespace octavo
