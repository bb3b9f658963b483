#pragma once

#include <memory>

#include <QWidget>

#include "core/base/registry.h"
#include "core/codec/compressor.h"
#include "core/codec/transform_range.h"

class QButtonGroup;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace octavo {

class DocumentContext;
class JobStrip;
class RangeGuard;
class StatusLine;

/// Compresses or decompresses the selection (or the whole document) as a job; the result takes its place as
/// one undo step, or opens as a new document. UI thread.
class TransformPanel final : public QWidget {
    Q_OBJECT

public:
    enum class Direction { Compress, Decompress };
    enum class Destination { Replace, NewDocument };

    /// REQUIRES: context and formats outlive the panel.
    TransformPanel(DocumentContext& context, const Registry<CompressorInfo>& formats,
                   QWidget* parent = nullptr);
    ~TransformPanel() override;

    void chooseFormat(std::string_view id);
    void chooseDestination(Destination destination);
    /// Output beyond this many bytes asks before it goes on with a higher limit.
    void setOutputLimit(ByteCount limit) { outputLimit_ = limit; }
    [[nodiscard]] StatusLine& status() { return *status_; }

public Q_SLOTS:
    void compress();
    void decompress();

private:
    /// What was asked for, kept until its answer comes.
    struct Request {
        Direction direction = Direction::Compress;
        Destination destination = Destination::Replace;
        const CompressorInfo* format = nullptr;
        int level = 0;
        ByteCount outputLimit = 0;
        Snapshot snapshot;
        ByteRange range;
        QString documentName;
    };

    void buildForm();
    void start(Direction direction);
    void run();
    void take(const Result<TransformResult>& result);
    void takeOutput(const TransformResult& result);
    void replaceWith(const TransformResult& result);
    void explain(const Error& error);
    void offerHigherLimit();
    void offerToGo(const QString& problem, std::optional<ByteOffset> offset);
    void forget();
    void refreshControls();
    [[nodiscard]] const CompressorInfo* format() const;

    DocumentContext& context_;
    const Registry<CompressorInfo>& formats_;
    QComboBox* format_;
    QSpinBox* level_;
    QButtonGroup* destination_;
    QPushButton* compress_;
    QPushButton* decompress_;
    JobStrip* job_;
    StatusLine* status_;
    ByteCount outputLimit_ = ByteCount{1} << 30;
    Request request_;
    std::unique_ptr<RangeGuard> guard_;
};

}  // namespace octavo
