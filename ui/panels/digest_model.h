#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/base/registry.h"
#include "core/digest/digest_range.h"
#include "core/digest/hasher.h"

namespace octavo {

/// Every digest algorithm with a check mark, and beside it the digest once it has been computed. UI thread.
class DigestModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { AlgorithmColumn, DigestColumn, ColumnCount };
    /// Where the results stand.
    enum class State {
        Empty,    ///< nothing computed
        Current,  ///< they are those of the document as it is
        Stale,    ///< the document has changed since
    };

    /// REQUIRES: hashers outlive the model.
    explicit DigestModel(const Registry<HasherInfo>& hashers, QObject* parent = nullptr);

    /// The checked algorithms, in the order of the registry.
    [[nodiscard]] std::vector<const HasherInfo*> chosen() const;
    [[nodiscard]] QStringList chosenIds() const;
    void setChosenIds(const QStringList& ids);

    /// Takes the place of all earlier results.
    void setResult(const DigestResult& result);
    void clearResult();
    void markStale();
    [[nodiscard]] State state() const { return state_; }

    /// "SHA-256  ab12…" a line, for every digest computed.
    [[nodiscard]] QString allAsText() const;

    /// What a digest typed by someone agrees with.
    struct Comparison {
        QStringList matches;     ///< names of algorithms whose computed digest it is
        QStringList candidates;  ///< names of algorithms, not computed yet, that give digests of that length
        bool isDigest = false;   ///< false when the text is not hexadecimal digits
    };
    /// Letter case, spaces and colons between digits do not matter.
    [[nodiscard]] Comparison compare(const QString& text) const;
    /// Checks the algorithms that `text` could be of.
    void chooseCandidates(const QString& text);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        const HasherInfo* info;
        bool isChosen = false;
        QString digest;
    };
    void emitAllChanged();

    std::vector<Row> rows_;
    State state_ = State::Empty;
};

}  // namespace octavo
