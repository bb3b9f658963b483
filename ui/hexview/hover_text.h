#pragma once

#include <QList>
#include <QString>

#include "core/buffer/snapshot.h"

namespace octavo {

/// What is known of a byte besides its value, with a title; both plain text of any number of lines.
struct HoverNote {
    QString title;
    QString text;
};

/// What the pointer's tip says about the byte at `offset`: where it is and what the bytes from there on stand
/// for, then the notes, each cut to a size that fits a tip. REQUIRES: offset < snapshot.size().
[[nodiscard]] QString hoverText(const Snapshot& snapshot, ByteOffset offset, ByteOffset baseAddress,
                                const QList<HoverNote>& notes = {});

/// The byte as a person says it: "0x4F 'O'", "0x00", "unreadable".
[[nodiscard]] QString byteName(const Snapshot& snapshot, ByteOffset offset);

/// "0x0001F4A0": at least eight upper-case digits.
[[nodiscard]] QString hexOffset(ByteOffset offset);

}  // namespace octavo
