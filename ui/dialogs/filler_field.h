#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/buffer/edit.h"

class QComboBox;
class QLineEdit;

namespace octavo {

/// Asks what new bytes shall be: a hexadecimal pattern that is repeated, or random bytes. UI thread.
class FillerField final : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Pattern, Random };

    explicit FillerField(QWidget* parent = nullptr);

    [[nodiscard]] Kind kind() const;
    void setKind(Kind kind);
    void setPattern(const QString& hex);

    /// Why there is no content now; empty when there is.
    [[nodiscard]] QString problem() const { return problem_; }
    /// The pattern's bytes; empty for random ones.
    [[nodiscard]] const std::vector<std::byte>& pattern() const { return pattern_; }
    /// `length` bytes as chosen. REQUIRES: problem() is empty.
    [[nodiscard]] Content content(ByteCount length) const;

Q_SIGNALS:
    void edited();

private:
    void refresh();

    QComboBox* kind_;
    QLineEdit* hex_;
    std::vector<std::byte> pattern_;
    QString problem_;
};

}  // namespace octavo
