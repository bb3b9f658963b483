#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/c_constant.h"
#include "core/declarations/c_cursor.h"
#include "core/declarations/c_types.h"

namespace octavo {

/// Reads declarations of C into a program; what is refused, the cursor tells. Lives in one call.
class CParser final : public CNames {
public:
    CParser(CCursor& cursor, const CAbi& abi, CProgram& program)
        : cursor_(cursor), abi_(abi), program_(program) {}

    void parse();

    /// The last structure, or union where there is none; nullptr: neither was declared.
    [[nodiscard]] const CRecord* last() const {
        return lastStructure_ != nullptr ? lastStructure_ : lastUnion_;
    }
    /// The structure or union of a tag or typedef; nullptr when there is none or it has no members.
    [[nodiscard]] const CRecord* find(std::string_view name) const;

    std::optional<CConstant> constantNamed(std::string_view name) override;
    std::optional<Int128> takeMeasure(bool isAlignment) override;
    std::optional<Cast> takeCast() override;

private:
    struct Attributes {
        bool isPacked = false;
        ByteCount alignment = 0;
    };

    /// What stands in front of the declarators.
    struct Specifiers {
        CType type;
        bool hasType = false;
        bool isTypedef = false;
        bool isDefinition = false;  ///< of a structure, union or enumeration
        Attributes attributes;
        CToken at;  ///< of the type
    };

    /// The words that make a type together: unsigned long int.
    struct Words {
        bool isSigned = false;
        bool isUnsigned = false;
        unsigned shorts = 0;
        unsigned longs = 0;
        std::string_view base;
        std::string text;  ///< all of them
    };

    /// What a name is declared to be, the innermost first.
    struct Derivation {
        enum class Kind : std::uint8_t { Pointer, Function, Array };
        Kind kind = Kind::Pointer;
        bool isFlexible = false;
        ByteCount count = 0;
    };
    struct Declarator {
        CToken name;  ///< End: there is none
        std::vector<Derivation> derivations;
        Attributes attributes;

        [[nodiscard]] bool isFunction() const {
            return !derivations.empty() && derivations.front().kind == Derivation::Kind::Function;
        }
    };

    // c_parser.cpp
    void parseDeclaration();
    [[nodiscard]] bool parseOther();
    void declare(const Specifiers& specifiers, const Declarator& declarator, bool isFirst);
    void declareTypedef(const Specifiers& specifiers, const Declarator& declarator, bool isFirst);
    void skipInitializer();
    void noteLast(const CType& type);
    [[nodiscard]] std::optional<CType> takeTypeName();

    // c_declarators.cpp
    [[nodiscard]] Declarator parseDeclarator();
    void parseDeclaratorInto(Declarator& out);
    [[nodiscard]] bool isInnerDeclarator() const;
    void parseArraySuffix(Declarator& out);
    [[nodiscard]] CType derived(const Specifiers& specifiers, const Declarator& declarator);
    [[nodiscard]] CType arrayOf(CType item, const Derivation& array, const CToken& at, const CToken& typeAt);
    bool takeAttributes(Attributes& out);
    void parseGnuAttributes(Attributes& out);
    void parseDeclspec(Attributes& out);
    void parseAlignas(Attributes& out);
    [[nodiscard]] ByteCount parseAlignment();

    // c_specifiers.cpp
    [[nodiscard]] Specifiers parseSpecifiers();
    [[nodiscard]] bool takeTypeWord(Words& words);
    [[nodiscard]] bool takeNamedType(Specifiers& out);
    [[nodiscard]] bool isTypeName(std::string_view name) const;
    [[nodiscard]] bool startsType(std::size_t ahead = 0) const;
    [[nodiscard]] CType typeOf(const Words& words, const CToken& at);

    // c_records.cpp
    void parseRecord(Specifiers& out);
    void parseRecordBody(CRecord& record);
    void parseMembers(CRecord& record);
    [[nodiscard]] bool parseOtherMember();
    void parseDeclaredMembers(CRecord& record, const Specifiers& specifiers);
    void parseMember(CRecord& record, const Specifiers& specifiers);
    void parseBitField(CMember& member);
    void addMember(CRecord& record, CMember member, const CToken& at);
    void finishRecord(CRecord& record, const Attributes& attributes, const CToken& at);
    void parseEnumeration(Specifiers& out);
    void parseEnumerators(CEnumeration& enumeration);
    void measureEnumeration(CEnumeration& enumeration, bool isPacked);
    /// The one of this tag, made when it is not there yet; without a tag always a new one.
    [[nodiscard]] CRecord& recordTagged(const CToken* tag, bool isUnion);
    [[nodiscard]] CEnumeration& enumerationTagged(const CToken* tag);
    void nameAfterMember(const CType& type, CRecord* parent, const std::string& name);

    CCursor& cursor_;
    const CAbi& abi_;
    CProgram& program_;
    std::map<std::string_view, CRecord*> recordTags_;
    std::map<std::string_view, CEnumeration*> enumerationTags_;
    std::map<std::string_view, CType> typedefs_;
    std::map<std::string_view, CConstant> constants_;
    std::vector<CRecord*> open_;  ///< that are being declared, the outermost first
    const CRecord* lastStructure_ = nullptr;
    const CRecord* lastUnion_ = nullptr;
};

}  // namespace octavo
