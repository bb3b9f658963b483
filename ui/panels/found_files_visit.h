#pragma once

#include <QObject>
#include <QPointer>

#include "ui/panels/found_files.h"

namespace octavo {

/// Goes to places in files: brings the document to the front or opens it, selects what was found, and says
/// when it is not there any more. UI thread.
class FoundFilesVisit final : public QObject {
    Q_OBJECT

public:
    /// REQUIRES: context outlives this.
    FoundFilesVisit(DocumentContext& context, QObject* parent);

    /// Follows what is opened from now on in the results; nullptr for none.
    void setFiles(FoundFiles* files);

    enum class Keyboard : std::uint8_t { Stays, GoesToView };
    /// REQUIRES: the row is one of the files'.
    void goTo(std::size_t row, Keyboard keyboard);

Q_SIGNALS:
    /// About the place that was gone to; empty when there is nothing to say.
    void told(const QString& warning);

private:
    struct Wanted {
        std::size_t row = 0;
        Keyboard keyboard = Keyboard::Stays;
    };
    void arriveAt(const Wanted& wanted);
    void arriveAtChanged(const Wanted& wanted, const QString& name);
    void followCurrent();
    [[nodiscard]] std::optional<OpenedDocument> openOne(const FoundFile& file) const;

    DocumentContext& context_;
    QPointer<FoundFiles> files_;
    std::optional<Wanted> opening_;  // until its file is in front
};

}  // namespace octavo
