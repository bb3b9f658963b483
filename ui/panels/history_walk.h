#pragma once

#include <vector>

#include <QObject>

#include "core/buffer/document.h"

namespace octavo {

/// Takes a document to another state of its history without holding up the window: states that are near are
/// reached at once, far ones in portions of a few milliseconds. Whatever else changes the document on the way
/// ends the walk. UI thread.
class HistoryWalk final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stops the present walk and sets out for `target`. REQUIRES: the state exists; the document stays alive
    /// until arrived() or stop().
    void start(Document& document, HistoryState target);
    /// Leaves the document where it has got to.
    void stop() { document_ = nullptr; }
    [[nodiscard]] bool isUnderWay() const { return document_ != nullptr; }

Q_SIGNALS:
    void arrived();

private:
    void goOn();

    Document* document_ = nullptr;
    HistoryState turn_ = 0;              // where the way back ends and the way forward begins
    std::vector<HistoryState> forward_;  // the nearest one last
    HistoryState reached_ = 0;
    unsigned walk_ = 0;  // counts the walks, so that what was queued for an earlier one does nothing
};

}  // namespace octavo
