#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QMimeData>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/edit.h"
#include "ui/hexview/editor_state.h"
#include "ui/hexview/view_options.h"

namespace octavo {

/// Our own clipboard format: inside one process it carries pieces, not bytes.
inline constexpr char kPiecesMimeType[] = "application/x-octavo-pieces";

/// Copies beyond this many bytes offer no text and no raw bytes to other programs, only pieces to this one,
/// unless they are asked to.
inline constexpr ByteCount kClipboardTextLimit = ByteCount{16} << 20;
/// Beyond this many not even then.
inline constexpr ByteCount kClipboardHardLimit = ByteCount{512} << 20;

/// What to take from the clipboard.
enum class PasteAs {
    Automatic,  ///< pieces, else raw bytes, else what the column suggests: hex digits or characters
    RawBytes,   ///< pieces or raw bytes only
    HexText,    ///< text that spells bytes: "DE AD be ef", "0xDE, 0xAD", "\\xDE\\xAD"
    Text,       ///< characters, through the view's encoding
};

/// What other programs get of a large copy: made beforehand, because making it takes long. A value.
struct ClipboardOffer {
    QByteArray bytes;
    QByteArray text;  ///< UTF-8
};

/// Bytes of a snapshot on the clipboard or under a drag. Holds the snapshot; makes bytes and text of them
/// only when another program asks, and beyond kClipboardTextLimit only with an offer. Copying 50 GB costs
/// nothing. Bytes that cannot be read are never handed out as zeros; as pieces they stay what they are.
class PiecesMimeData final : public QMimeData {
    Q_OBJECT

public:
    /// `column` says what plain text shall look like: hex digits or characters. REQUIRES: range lies inside.
    PiecesMimeData(Snapshot snapshot, ByteRange range, Column column, QString encoding);

    /// The same pieces, with that for others.
    PiecesMimeData(const PiecesMimeData& pieces, ClipboardOffer offer);

    /// May other programs have it?
    [[nodiscard]] bool isForOthers() const;
    /// Work for a job: makes the offer, of values that it holds itself. REQUIRES: at most kClipboardHardLimit
    /// bytes.
    [[nodiscard]] std::function<Result<ClipboardOffer>(const JobContext&)> offerMaker() const;

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
    [[nodiscard]] ByteRange range() const { return range_; }

    [[nodiscard]] bool hasFormat(const QString& mimeType) const override;
    [[nodiscard]] QStringList formats() const override;

    /// Unreadable, at the first byte of the range that cannot be had, once that is known; other programs are
    /// then offered nothing. A large range is not read to find out: see becameUnreadable().
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    /// Another program asked for the bytes and got nothing, because problem() turned up.
    void becameUnreadable(const octavo::Error& error) const;

protected:
    [[nodiscard]] QVariant retrieveData(const QString& mimeType, QMetaType type) const override;

private:
    [[nodiscard]] std::optional<ByteOffset> findDamage() const;
    [[nodiscard]] QVariant madeNow(const QString& mimeType) const;

    Snapshot snapshot_;
    ByteRange range_;
    Column column_;
    QString encoding_;
    mutable std::optional<ByteOffset> firstUnreadable_;  // found out when the bytes are asked for
    std::optional<ClipboardOffer> offer_;
};

/// The content that pasting this data gives. Errors: NotFound when the data has nothing of that kind;
/// Malformed when text is not hex digits (`offset`: index of the character) or cannot be written in the
/// encoding.
[[nodiscard]] Result<Content> contentOf(const QMimeData& data, PasteAs as, Column column,
                                        const QString& encoding);

/// Bytes spelt as hex digits with the usual separators and prefixes. Malformed: an odd digit or anything
/// else.
[[nodiscard]] Result<QByteArray> bytesOfHexText(QStringView text);

}  // namespace octavo
