#include "ui/structure/description_file.h"

#include <algorithm>

#include "core/base/text_sink.h"
#include "core/save/file_system.h"
#include "core/structure/format_loader.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/export_to_file.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Characters that end a line, or make a frame, when QTextDocument takes them in.
bool isMoreThanText(QChar character) {
    return character.isNull() || character == u'\r' || character == QChar::ParagraphSeparator ||
           character == QChar(char16_t{0xFDD0}) || character == QChar(char16_t{0xFDD1});
}

}  // namespace

std::string DescriptionStyle::bytesOf(QString text) const {
    if (hasCarriageReturns)
        text.replace(u'\n', u"\r\n"_s);
    std::string bytes(hasByteOrderMark ? kByteOrderMark : std::string_view());
    return bytes + toUtf8(text);
}

std::optional<DescriptionText> descriptionText(std::string_view bytes) {
    DescriptionText read;
    read.style.hasByteOrderMark = bytes.starts_with(kByteOrderMark);
    if (read.style.hasByteOrderMark)
        bytes.remove_prefix(kByteOrderMark.size());
    read.text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (toUtf8(read.text) != bytes)
        return std::nullopt;
    const qsizetype ends = read.text.count(u'\n');
    const qsizetype withReturns = read.text.count(u"\r\n"_s);
    read.text.replace(u"\r\n"_s, u"\n"_s);
    if (std::any_of(read.text.cbegin(), read.text.cend(), isMoreThanText))
        return std::nullopt;
    read.style.hasCarriageReturns = 2 * withReturns > ends;
    read.isMixed = withReturns > 0 && withReturns < ends;
    return read;
}

Result<std::string> readDescription(const std::string& path) {
    if (auto bytes = FormatSearch::onDisk({}).read(path))
        return *std::move(bytes);
    const auto status = PosixFileSystem().status(path);
    return status ? fail(ErrorCode::ReadFailed, path) : fail(status.error());
}

Result<ByteCount> saveDescription(const DescriptionSave& save) {
    using Other = DescriptionSave::Other;
    PosixFileSystem fileSystem;
    if (const Status made = save.folder.empty() ? Status() : fileSystem.makePrivateDirectory(save.folder);
        !made)
        return fail(made.error());
    if (save.other != Other::Replace) {
        const auto present = readDescription(save.path);
        if (!present && present.error().code != ErrorCode::NotFound)
            return fail(ErrorCode::Unreadable, save.path);
        if (present && *present != save.bytes &&
            (save.other == Other::KeepExisting || *present != save.known))
            return fail(ErrorCode::ChangedOnDisk, save.path);
    }
    return writeTextFile(fileSystem, save.path, [&save](TextSink& sink) { return sink.append(save.bytes); });
}

}  // namespace octavo
