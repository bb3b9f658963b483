#pragma once

#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "core/base/offset_text.h"
#include "core/base/result.h"
#include "ui/base/bookmarks.h"
#include "ui/hexview/view_options.h"

namespace octavo {

/// Where somebody was in one file. A value.
struct SessionDocument {
    std::string path;  ///< raw bytes, absolute
    ByteOffset caret = 0;
    ByteOffset anchor = 0;
    std::uint64_t topRow = 0;
    ViewOptions options;
    RecordLayout records;     ///< what Go to Offset counts in
    bool isFollowed = false;  ///< what is added to the file is shown as it comes
    std::vector<BookmarkDetails> bookmarks;

    friend bool operator==(const SessionDocument&, const SessionDocument&) = default;
};

/// The files that were open, in the order of their tabs. A value.
struct Session {
    std::vector<SessionDocument> documents;
    std::size_t current = 0;

    friend bool operator==(const Session&, const Session&) = default;
};

/// JSON, readable and versioned.
[[nodiscard]] QByteArray sessionToJson(const Session& session);
/// Takes what makes sense and leaves out the rest; Malformed only when it is no session at all. Numbers are
/// checked for being offsets, not against the files, which may have changed since.
[[nodiscard]] Result<Session> sessionFromJson(const QByteArray& json);

/// NotFound when there is none yet.
[[nodiscard]] Result<Session> loadSession(const QString& file);
/// Leaves the old or the new session, never a mixture. Makes the directory.
[[nodiscard]] Status saveSession(const Session& session, const QString& file);

}  // namespace octavo
