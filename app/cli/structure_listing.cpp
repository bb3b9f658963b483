#include "app/cli/structure_listing.h"

#include <fmt/format.h>

#include "core/structure/field_text.h"

namespace octavo {

namespace {

class Listing {
public:
    Listing(StructureTree& tree, TextSink& out) : tree_(tree), out_(out) {}

    Status node(const NodeRef& at) {
        if (at.isTop())
            return structure(*at.structure);
        FieldNode& read = at.read(tree_);
        if (Status done = line(at, read); !done)
            return done;
        if (read.array && !at.index) {
            for (std::uint64_t i = 0; i < read.array->count(); ++i) {
                if (Status done = node({.structure = at.structure, .slot = at.slot, .index = i}); !done)
                    return done;
                tree_.forget(*read.array, i);
            }
        }
        return read.structure ? structure(*read.structure) : Status();
    }

private:
    Status structure(StructureNode& node) {
        tree_.readSequence(node);
        for (std::size_t slot = 0; slot < node.type->fields.size(); ++slot) {
            if (Status done = this->node({.structure = &node, .slot = slot, .index = {}}); !done)
                return done;
        }
        return node.error ? out_.append(fmt::format("{}\t\t\t\t{}\n", node.path(), sentenceFor(*node.error)))
                          : Status();
    }

    Status line(const NodeRef& at, const FieldNode& node) {
        if (node.state == NodeState::Absent || (node.state == NodeState::Unread && !node.error))
            return {};
        std::string offset;
        std::string length;
        if (node.isPlaced && node.space->isDocument()) {
            offset = std::to_string(node.begin.byte);
            if (node.isEnded)
                length = std::to_string(node.range().size());
        }
        std::string value = node.structure || node.array || node.state == NodeState::Failed
                                ? std::string()
                                : valueText(node.value, at.field());
        if (node.error)
            value += (value.empty() ? "" : "  ") + std::string("! ") + sentenceFor(*node.error);
        return out_.append(fmt::format("{}\t{}\t{}\t{}\t{}\n", at.path(), offset, length,
                                       typeText(at.field(), node, at.index.has_value()), value));
    }

    StructureTree& tree_;
    TextSink& out_;
};

}  // namespace

Status listStructure(StructureTree& tree, const NodeRef& node, TextSink& out) {
    return Listing(tree, out).node(node);
}

std::string sentenceFor(const StructureError& error) {
    const std::string& detail = error.detail;
    switch (error.fault) {
        case StructureFault::EndOfData:
            return detail.empty() ? "the data ends before it" : fmt::format("{} bytes are not left", detail);
        case StructureFault::NoTerminator:
            return "its terminator is not there";
        case StructureFault::NotEqual:
            return "not the value it must have";
        case StructureFault::TooSmall:
            return "smaller than it may be";
        case StructureFault::TooLarge:
            return "larger than it may be";
        case StructureFault::NotAnyOf:
            return "none of the values it may have";
        case StructureFault::NotInEnum:
            return "not a member of its enumeration";
        case StructureFault::NotHeld:
            return "its condition does not hold";
        case StructureFault::NoByteOrder:
            return "its byte order is not known";
        case StructureFault::NegativeSize:
            return fmt::format("its size is negative: {}", detail);
        case StructureFault::NegativePosition:
            return fmt::format("its position is negative: {}", detail);
        case StructureFault::BadIndex:
            return fmt::format("there is no item {}", detail);
        case StructureFault::Missing:
            return fmt::format("{} has no value", detail.empty() ? "what it needs" : detail);
        case StructureFault::DivisionByZero:
            return "a division by zero";
        case StructureFault::Conversion:
            return fmt::format("'{}' is no such number", detail);
        case StructureFault::UnknownEncoding:
            return fmt::format("the encoding {} is not known", detail);
        case StructureFault::ProcessFailed:
            return "its bytes cannot be processed";
        case StructureFault::MissingCode:
            return fmt::format("{} is described elsewhere", detail);
        case StructureFault::TooDeep:
            return detail.empty() ? "structures are nested too deeply"
                                  : fmt::format("{} needs itself", detail);
        case StructureFault::Overflow:
            return "a number is too large";
        case StructureFault::Unreadable:
            return "the file could not be read there";
        case StructureFault::LimitReached:
            return "there is more than the limit allows";
        case StructureFault::NoProgress:
            return "its items take no bytes, so there would be no end of them";
        case StructureFault::Stopped:
            return "stopped";
        case StructureFault::WrongKind:
            return "a value is of another kind than needed";
    }
    return detail;
}

}  // namespace octavo
