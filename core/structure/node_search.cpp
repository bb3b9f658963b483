#include "core/structure/node_search.h"

#include <algorithm>

#include "core/base/ascii_text.h"

namespace octavo {

namespace {

class NodeSearch {
public:
    NodeSearch(StructureTree& tree, std::string_view wanted, std::size_t mostRows, std::size_t mostNodes,
               const JobContext& job)
        : tree_(tree), wanted_(asciiLower(wanted)), mostRows_(mostRows), left_(mostNodes), job_(job) {}

    void structure(StructureNode& node) {
        for (const std::size_t slot : shownFields(tree_, node)) {
            if (!isGoing())
                return;
            const NodeRef at{.structure = &node, .slot = slot, .index = {}};
            look(at);
            const FieldNode& read = at.read(tree_);
            if (read.array) {
                items(at, *read.array);
            } else if (read.structure) {
                structure(*read.structure);
            }
        }
    }

    NodeSearchResult found;

private:
    [[nodiscard]] bool isGoing() {
        found.isCut = found.isCut || left_ == 0 || found.rows.size() >= mostRows_;
        return !found.isCut && !job_.stopRequested();
    }

    void items(const NodeRef& of, ArrayNode& array) {
        for (std::uint64_t i = 0; i < array.count() && isGoing(); ++i) {
            const NodeRef at{.structure = of.structure, .slot = of.slot, .index = i};
            look(at);
            if (const FieldNode& item = at.read(tree_); item.structure)
                structure(*item.structure);
            tree_.forget(array, i);
        }
    }

    void look(const NodeRef& at) {
        --left_;
        NodeRow row = describeNode(tree_, at);
        const auto has = [this](const std::string& text) {
            return asciiLower(text).find(wanted_) != std::string::npos;
        };
        // What lies below a node has its path, too: only the name counts there.
        if (has(row.name) || has(row.value) || (wanted_.find('/') != std::string::npos && has(row.path)) ||
            has(row.type))
            found.rows.push_back(std::move(row));
    }

    StructureTree& tree_;
    std::string wanted_;
    std::size_t mostRows_;
    std::size_t left_;
    const JobContext& job_;
};

}  // namespace

Result<NodeSearchResult> findNodes(StructureTree& tree, std::string_view wanted, std::size_t mostRows,
                                   std::size_t mostNodes, const JobContext& job) {
    NodeSearch search(tree, wanted, mostRows, mostNodes, job);
    search.structure(tree.root());
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    return std::move(search.found);
}

}  // namespace octavo
