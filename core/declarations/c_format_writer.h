#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/c_names.h"
#include "core/declarations/c_types.h"

namespace octavo {

/// Writes what was declared in C as a description. Lives in one call.
class CFormatWriter {
public:
    /// What is read of a description at most: see parseYaml.
    static constexpr std::size_t kMostBytes = std::size_t{4} << 20;
    static constexpr std::size_t kMostNodes = 200'000;

    CFormatWriter(const CProgram& program, const CAbi& abi, const CRecord& root)
        : program_(program), abi_(abi), root_(root) {}

    /// LimitReached for a description that could not be read.
    [[nodiscard]] Result<std::string> write(std::string_view id);

private:
    using Keys = std::vector<std::string>;

    /// The inner dimensions of an array, which become a type.
    struct Row {
        std::string name;
        const CType* type = nullptr;
    };

    void nameTypes(const std::string& id);
    void writeMeta(const std::string& id);
    void writeTypes();
    void writeType(const CRecord& record, const std::string& name);
    void writeBody(const CRecord& record, const std::string& name, unsigned indent);
    void writeSequence(const CRecord& record, const std::string& name, unsigned indent);
    void writeInstances(const CRecord& record, const std::string& name, unsigned indent);
    void writeRow(const Row& row);
    void writeEnumerations();
    void writeEnumeration(const CEnumeration& enumeration, const std::string& name);
    void writePadding(std::uint64_t from, std::uint64_t to, UniqueNames& names, unsigned indent);

    [[nodiscard]] Keys keysOfMember(const CMember& member, const std::string& rowName, bool isTail);
    [[nodiscard]] Keys keysOf(const CType& type, const std::string& rowName, bool isTail);
    [[nodiscard]] Keys keysOfArray(const CType& type, const std::string& rowName);
    [[nodiscard]] Keys keysOfRecord(const CType& type, bool isTail);
    [[nodiscard]] Keys keysOfBits(const CMember& member) const;
    [[nodiscard]] Keys keysOfEnumeration(const CType& type) const;

    [[nodiscard]] bool isFull() const { return out_.size() > kMostBytes || nodes_ >= kMostNodes; }
    void line(unsigned indent, std::string_view text);
    void item(unsigned indent, std::string_view head, const Keys& keys);

    const CProgram& program_;
    const CAbi& abi_;
    const CRecord& root_;
    std::map<const CRecord*, std::string> recordNames_;
    std::map<const CRecord*, std::string> recordTitles_;  ///< as C calls them
    std::map<const CEnumeration*, std::string> enumerationNames_;
    UniqueNames typeNames_;
    std::vector<Row> rows_;
    bool isRootUsed_ = false;  ///< by another structure
    std::string out_;
    std::size_t nodes_ = 0;
};

}  // namespace octavo
