#include "app/cli/save_result.h"

namespace octavo {

ExitStatus saveResult(const Document& document, const std::string& file, const std::string& output,
                      const std::vector<std::string>& acceptedRisks) {
    const bool toItself = output.empty() && file != "-";
    const SaveOrder order{.path = toItself         ? file
                                  : output.empty() ? "-"
                                                   : output,
                          .intent = toItself ? SaveTarget::Intent::Save : SaveTarget::Intent::Export,
                          .base = document.base(),
                          .acceptedRisks = acceptedRisks};
    const Status saved = deliver(document.snapshot(), order);
    return saved ? ExitStatus::Done
                 : report(order.path == "-" ? "standard output" : order.path, saved.error());
}

}  // namespace octavo
