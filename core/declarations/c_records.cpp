#include <algorithm>
#include <utility>

#include "core/declarations/c_layout.h"
#include "core/declarations/c_parser.h"

namespace octavo {

namespace {

bool isIntegral(CTypeKind kind) {
    return kind == CTypeKind::Integer || kind == CTypeKind::Character || kind == CTypeKind::Boolean ||
           kind == CTypeKind::Enumeration;
}

/// The comment behind a sign, or else in front of it.
std::string_view commentOf(const CToken& before, const CToken& sign) {
    return sign.comment.empty() && before.line == sign.line ? before.comment : sign.comment;
}

}  // namespace

void CParser::parseRecord(Specifiers& out) {
    const bool isUnion = cursor_.take().text == "union";
    Attributes attributes;
    const auto takeAll = [&] {
        while (takeAttributes(attributes)) {
        }
    };
    takeAll();
    const CToken tag = cursor_.peek();
    const bool isTagged = tag.kind == CToken::Kind::Name;
    if (isTagged)
        cursor_.take();
    takeAll();
    if (!isTagged && !cursor_.isSign("{")) {
        cursor_.refuse("{");
        return;
    }
    CRecord& record = recordTagged(isTagged ? &tag : nullptr, isUnion);
    out.type.kind = CTypeKind::Record;
    out.type.record = &record;
    out.type.name = (isUnion ? "union " : "struct ") + record.tag;
    if (!cursor_.isSign("{"))
        return;
    if (record.isComplete || std::find(open_.begin(), open_.end(), &record) != open_.end()) {
        cursor_.refuse("a tag that has no members yet", tag);
        return;
    }
    out.isDefinition = true;
    parseRecordBody(record);
    takeAll();
    finishRecord(record, attributes, tag);
}

CRecord& CParser::recordTagged(const CToken* tag, bool isUnion) {
    if (tag != nullptr) {
        const auto found = recordTags_.find(tag->text);
        if (found != recordTags_.end() && found->second->isUnion == isUnion)
            return *found->second;
        if (found != recordTags_.end())
            cursor_.refuse(isUnion ? "a tag of a union" : "a tag of a structure", *tag);
    }
    CRecord& made = program_.records.emplace_back();
    made.isUnion = isUnion;
    if (tag != nullptr) {
        made.tag = tag->text;
        recordTags_[tag->text] = &made;
    }
    return made;
}

void CParser::parseRecordBody(CRecord& record) {
    const CToken& brace = cursor_.take();
    record.pack = brace.pack;
    record.comment = brace.comment;
    record.parent = open_.empty() ? nullptr : open_.back();
    open_.push_back(&record);
    parseMembers(record);
    open_.pop_back();
    cursor_.expectSign("}");
}

void CParser::parseMembers(CRecord& record) {
    while (!cursor_.isAtEnd() && !cursor_.isSign("}")) {
        if (parseOtherMember())
            continue;
        const Specifiers specifiers = parseSpecifiers();
        if (!specifiers.hasType || specifiers.isTypedef) {
            cursor_.refuse("a member");
            return;
        }
        if (!cursor_.isSign(";")) {
            parseDeclaredMembers(record, specifiers);
            continue;
        }
        const bool isAnonymous = specifiers.isDefinition && specifiers.type.kind == CTypeKind::Record &&
                                 specifiers.type.record->tag.empty();
        const CToken semicolon = cursor_.take();
        if (isAnonymous)
            addMember(record,
                      {.name = {},
                       .type = specifiers.type,
                       .bitCount = {},
                       .givenAlignment = specifiers.attributes.alignment,
                       .comment = semicolon.comment},
                      specifiers.at);
    }
}

/// What stands between members; false when it is none of that.
bool CParser::parseOtherMember() {
    const CToken& token = cursor_.peek();
    if (cursor_.takeSign(";"))
        return true;
    if (token.isName("_Static_assert") || token.isName("static_assert")) {
        cursor_.take();
        cursor_.skipBracketed();
        return true;
    }
    const bool isAccess = token.isName("public") || token.isName("private") || token.isName("protected");
    if (!isAccess || !cursor_.peek(1).isSign(":"))
        return false;
    cursor_.take();
    cursor_.take();
    return true;
}

void CParser::parseDeclaredMembers(CRecord& record, const Specifiers& specifiers) {
    const std::size_t first = record.members.size();
    while (true) {
        const std::size_t count = record.members.size();
        parseMember(record, specifiers);
        const CToken before = cursor_.previous();
        if (!cursor_.takeSign(","))
            break;
        if (record.members.size() > count)
            record.members.back().comment = commentOf(before, cursor_.previous());
    }
    const CToken before = cursor_.previous();
    const bool isOneLine = specifiers.at.line == cursor_.peek().line;
    cursor_.expectSign(";");
    const std::string_view comment = commentOf(before, cursor_.previous());
    for (std::size_t i = first; i < record.members.size(); ++i) {
        CMember& member = record.members[i];
        if (member.comment.empty() && (isOneLine || i + 1 == record.members.size()))
            member.comment = comment;
    }
}

void CParser::parseMember(CRecord& record, const Specifiers& specifiers) {
    const Declarator declarator = cursor_.isSign(":") ? Declarator{} : parseDeclarator();
    CMember member;
    member.name = declarator.name.text;
    member.type = derived(specifiers, declarator);
    member.givenAlignment = std::max(specifiers.attributes.alignment, declarator.attributes.alignment);
    member.isPacked = specifiers.attributes.isPacked || declarator.attributes.isPacked;
    if (cursor_.takeSign(":"))
        parseBitField(member);
    else if (member.name.empty())
        cursor_.refuse("a name");
    skipInitializer();
    const bool hasName = declarator.name.kind == CToken::Kind::Name;
    const bool isUnknown = !isComplete(member.type);
    addMember(record, std::move(member), hasName && !isUnknown ? declarator.name : specifiers.at);
}

void CParser::parseBitField(CMember& member) {
    const CToken at = cursor_.peek();
    const CConstant count = readConstant(cursor_, *this, abi_);
    Attributes attributes;
    while (takeAttributes(attributes)) {
    }
    member.isPacked = member.isPacked || attributes.isPacked;
    member.givenAlignment = std::max(member.givenAlignment, attributes.alignment);
    if (!isIntegral(member.type.kind) || !isComplete(member.type)) {
        cursor_.refuse("an integer type", at);
        return;
    }
    const bool isBoolean = member.type.kind == CTypeKind::Boolean;
    const Int128 least = member.name.empty() ? 0 : 1;
    const Int128 most = isBoolean ? 1 : Int128{sizeOf(member.type)} * 8;
    if (count.value < least || count.value > most)
        cursor_.refuse("a width of " + integerText(least) + " to " + integerText(most), at);
    else
        member.bitCount = static_cast<unsigned>(count.value);
}

void CParser::addMember(CRecord& record, CMember member, const CToken& at) {
    const CType* last = record.members.empty() ? nullptr : &record.members.back().type;
    if (!isComplete(member.type))
        cursor_.refuse("a known type", at);
    else if (!record.isUnion && last != nullptr && last->isFlexible)
        cursor_.refuse("}", at);
    if (cursor_.failure())
        return;
    nameAfterMember(member.type, &record, member.name);
    record.members.push_back(std::move(member));
}

/// A type without a name of its own is called after the first that has it.
void CParser::nameAfterMember(const CType& type, CRecord* parent, const std::string& name) {
    const CType* inner = &type;
    while (inner->kind == CTypeKind::Array)
        inner = inner->item.get();
    const auto nameIt = [&](auto& named) {
        if (!named.tag.empty() || !named.alias.empty() || !named.memberName.empty())
            return;
        named.memberName = name;
        named.parent = parent;
    };
    if (inner->kind == CTypeKind::Record)
        nameIt(*inner->record);
    if (inner->kind == CTypeKind::Enumeration)
        nameIt(*inner->enumeration);
}

void CParser::finishRecord(CRecord& record, const Attributes& attributes, const CToken& at) {
    if (cursor_.failure())
        return;
    record.isPacked = abi_.isPacked || attributes.isPacked;
    record.givenAlignment = attributes.alignment;
    if (!record.isUnion && !record.members.empty()) {
        CType& last = record.members.back().type;
        last.isFlexible = last.isFlexible || (last.kind == CTypeKind::Array && last.count == 0);
        record.isFlexible = last.isFlexible || isFlexibleRecord(last);
    }
    if (!layOut(record, abi_))
        cursor_.refuseLimit("2^56 bytes", at);
}

}  // namespace octavo
