#pragma once

#include <string>
#include <string_view>

#include <QByteArray>
#include <QString>

namespace octavo {

/// \file Text between the core (std::string, bytes) and Qt (QString). File names on Unix are bytes, not text:
/// the program keeps them as std::string everywhere and turns them into a QString only to show them.

/// UTF-8 text, or a file's path, to show to people: bytes that are not UTF-8 and control characters appear as
/// \xNN. Not reversible; never make a path from it.
[[nodiscard]] QString toDisplayText(std::string_view bytes);

/// The last part of a path, to show to people. "/" for the root.
[[nodiscard]] QString toDisplayName(std::string_view path);

/// The directory that a file lies in, for a file dialog to start from; empty (where the dialog likes) without
/// a path or when it cannot be named in Unicode.
[[nodiscard]] QString dialogDirectory(std::string_view path);

/// UTF-8.
[[nodiscard]] std::string toUtf8(const QString& text);

/// The raw path that a QUrl or a file dialog means. Qt has replaced bytes that are no UTF-8 by then, so a
/// dialog cannot name such files; the command line, the session and drag and drop can.
[[nodiscard]] std::string toRawPath(const QString& path);

/// The raw path of a percent-encoded file URL, such as one line of text/uri-list; empty when it is not a
/// local file.
[[nodiscard]] std::string rawPathOfUrl(const QByteArray& encodedUrl);

/// Every byte kept, for JSON and settings: UTF-8 text stays readable, other bytes and '%' become %NN.
[[nodiscard]] QString toStoredPath(std::string_view path);
[[nodiscard]] std::string fromStoredPath(const QString& stored);

/// The path made absolute against the present directory, textually; links and ".." stay.
[[nodiscard]] std::string absolutePath(std::string_view path);

}  // namespace octavo
