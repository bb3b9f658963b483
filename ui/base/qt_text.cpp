#include "ui/base/qt_text.h"

#include <algorithm>
#include <array>
#include <climits>
#include <unistd.h>

#include <QFile>
#include <QStringDecoder>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// Length of the well-formed UTF-8 sequence at the front, 0 when there is none (RFC 3629, section 4).
std::size_t sequenceLength(std::string_view bytes) {
    const auto at = [bytes](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u;
    };
    const auto follows = [&at](std::size_t i) { return (at(i) & 0xC0u) == 0x80u; };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool isOverlong = first == 0xE0 && at(1) < 0xA0;
        const bool isSurrogate = first == 0xED && at(1) >= 0xA0;
        return follows(1) && follows(2) && !isOverlong && !isSurrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool isOutside = (first == 0xF0 && at(1) < 0x90) || (first == 0xF4 && at(1) >= 0x90);
        return follows(1) && follows(2) && follows(3) && !isOutside ? 4 : 0;
    }
    return 0;
}

QString escaped(unsigned char byte) {
    return u"\\x%1"_s.arg(byte, 2, 16, QLatin1Char('0'));
}

bool isShowable(const QString& text) {
    for (const char32_t each : text.toUcs4()) {
        if (!QChar::isPrint(each))
            return false;
    }
    return true;
}

}  // namespace

QString toDisplayText(std::string_view bytes) {
    QString result;
    while (!bytes.empty()) {
        const std::size_t length = sequenceLength(bytes);
        const QString text =
            QString::fromUtf8(bytes.data(), static_cast<qsizetype>(length == 0 ? 1 : length));
        if (length != 0 && isShowable(text)) {
            result += text;
        } else {
            for (const char byte : bytes.substr(0, length == 0 ? 1 : length))
                result += escaped(static_cast<unsigned char>(byte));
        }
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

QString toDisplayName(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    return toDisplayText(slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1));
}

QString dialogDirectory(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return {};
    const std::string_view directory = path.substr(0, std::max<std::size_t>(slash, 1));
    const QString name =
        QFile::decodeName(QByteArray(directory.data(), static_cast<qsizetype>(directory.size())));
    return toRawPath(name) == directory ? name : QString();
}

std::string toUtf8(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string toRawPath(const QString& path) {
    const QByteArray bytes = QFile::encodeName(path);
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string rawPathOfUrl(const QByteArray& encodedUrl) {
    const QByteArray url = encodedUrl.trimmed();
    for (const char* prefix : {"file:///", "file://localhost/"}) {
        if (url.startsWith(prefix)) {
            const QByteArray path = QByteArray::fromPercentEncoding(url.mid(qstrlen(prefix) - 1));
            return {path.constData(), static_cast<std::size_t>(path.size())};
        }
    }
    return {};
}

QString toStoredPath(std::string_view path) {
    QString result;
    while (!path.empty()) {
        const std::size_t length = sequenceLength(path);
        if (length == 0 || path.front() == '%' || static_cast<unsigned char>(path.front()) < 0x20) {
            result += u"%%1"_s.arg(static_cast<unsigned char>(path.front()), 2, 16, QLatin1Char('0'));
            path.remove_prefix(1);
        } else {
            result += QString::fromUtf8(path.data(), static_cast<qsizetype>(length));
            path.remove_prefix(length);
        }
    }
    return result;
}

std::string fromStoredPath(const QString& stored) {
    const QByteArray bytes = QByteArray::fromPercentEncoding(stored.toUtf8());
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string absolutePath(std::string_view path) {
    if (path.starts_with('/'))
        return std::string(path);
    std::array<char, PATH_MAX> directory{};
    if (::getcwd(directory.data(), directory.size()) == nullptr)
        return std::string(path);
    return std::string(directory.data()) + '/' + std::string(path);
}

}  // namespace octavo
