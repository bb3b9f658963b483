#include "ui/base/bookmarks_file.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/base/number_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr std::uint64_t kExactInDouble = std::uint64_t{1} << 53;  // what other readers of JSON take exactly

struct BookmarksFileText {
    Q_DECLARE_TR_FUNCTIONS(octavo::BookmarksFileText)
};

using Kind = BookmarksFileProblem::Kind;
using MaybeProblem = std::optional<BookmarksFileProblem>;

QString hexOf(std::uint64_t number) {
    return u"0x"_s + QString::number(number, 16);
}

QJsonValue countToJson(ByteCount count) {
    return count < kExactInDouble ? QJsonValue(static_cast<qint64>(count)) : QJsonValue(hexOf(count));
}

QJsonObject toJson(const BookmarkDetails& bookmark) {
    QJsonObject object{{u"start"_s, hexOf(bookmark.range.begin)},
                       {u"length"_s, countToJson(bookmark.range.size())},
                       {u"name"_s, bookmark.name}};
    if (bookmark.colour.isValid())
        object[u"colour"_s] = bookmark.colour.name();
    if (!bookmark.comment.isEmpty())
        object[u"comment"_s] = bookmark.comment;
    if (bookmark.number)
        object[u"number"_s] = *bookmark.number;
    return object;
}

/// A decimal number, or text with one in decimal or, after 0x, hexadecimal.
std::optional<std::uint64_t> countOf(const QJsonValue& value) {
    if (value.isDouble()) {
        const qint64 number = value.toInteger(-1);
        return number < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(number));
    }
    QString digits = value.toString();
    const bool isHex = digits.startsWith(u"0x"_s, Qt::CaseInsensitive);
    if (isHex)
        digits.remove(0, 2);
    const bool isPlain = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [isHex](QChar each) {
        return (u'0' <= each && each <= u'9') ||
               (isHex && ((u'a' <= each && each <= u'f') || (u'A' <= each && each <= u'F')));
    });
    bool isNumber = false;
    const std::uint64_t number = digits.toULongLong(&isNumber, isHex ? 16 : 10);
    return isPlain && isNumber ? std::optional(number) : std::nullopt;
}

/// May it be shown to people? Lines only where they may be.
enum class Lines : bool { One, Any };
bool isPlainText(const QString& text, Lines lines) {
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [lines](QChar each) {
               const bool isLayout = each == u'\n' || each == u'\t';
               return each.category() == QChar::Other_Control && !(isLayout && lines == Lines::Any);
           });
}

bool isColour(const QString& text) {
    return text.size() == 7 && text.front() == u'#' &&
           std::all_of(text.begin() + 1, text.end(), [](QChar each) {
               return (u'0' <= each && each <= u'9') || (u'a' <= each.toLower() && each.toLower() <= u'f');
           });
}

/// Reads one entry, member after member; the first that is wrong ends it.
class EntryReader {
public:
    explicit EntryReader(const QJsonObject& object) : object_(object) {}

    MaybeProblem read(BookmarkDetails& into) {
        for (const auto step : {&EntryReader::readNames, &EntryReader::readRange, &EntryReader::readTexts,
                                &EntryReader::readLook}) {
            if (auto problem = (this->*step)(into))
                return problem;
        }
        return {};
    }

private:
    static MaybeProblem problem(Kind kind, const QString& member) {
        return BookmarksFileProblem{.kind = kind, .member = member};
    }

    MaybeProblem readNames(BookmarkDetails&) {
        static const QStringList known{u"start"_s,  u"length"_s,  u"name"_s,
                                       u"colour"_s, u"comment"_s, u"number"_s};
        for (const QString& each : object_.keys()) {
            if (!known.contains(each) && !each.startsWith(u"x-"_s))
                return problem(Kind::Unknown, each.left(BookmarksFile::kNameMax));
        }
        for (const QString& each : {u"start"_s, u"length"_s, u"name"_s}) {
            if (!object_.contains(each))
                return problem(Kind::Missing, each);
        }
        return {};
    }

    MaybeProblem readRange(BookmarkDetails& into) {
        const auto start = countOf(object_[u"start"_s]);
        if (!start)
            return problem(Kind::NotACount, u"start"_s);
        if (*start > kMaxDocumentSize)
            return problem(Kind::TooFar, u"start"_s);
        const auto length = countOf(object_[u"length"_s]);
        if (!length)
            return problem(Kind::NotACount, u"length"_s);
        if (*length > kMaxDocumentSize - *start)
            return problem(Kind::TooFar, u"length"_s);
        into.range = ByteRange::ofLength(*start, *length);
        return {};
    }

    MaybeProblem readTexts(BookmarkDetails& into) {
        into.name = object_[u"name"_s].toString();
        if (into.name.trimmed().isEmpty() || !isPlainText(into.name, Lines::One))
            return problem(Kind::NotText, u"name"_s);
        if (into.name.size() > BookmarksFile::kNameMax)
            return problem(Kind::TooLong, u"name"_s);
        if (!object_.contains(u"comment"_s))
            return {};
        into.comment = object_[u"comment"_s].toString();
        if (!object_[u"comment"_s].isString() || !isPlainText(into.comment, Lines::Any))
            return problem(Kind::NotText, u"comment"_s);
        if (into.comment.size() > BookmarksFile::kCommentMax)
            return problem(Kind::TooLong, u"comment"_s);
        return {};
    }

    MaybeProblem readLook(BookmarkDetails& into) {
        if (object_.contains(u"colour"_s)) {
            const QString colour = object_[u"colour"_s].toString();
            if (!isColour(colour))
                return problem(Kind::NotAColour, u"colour"_s);
            into.colour = QColor(colour);
        }
        if (object_.contains(u"number"_s)) {
            const auto number = countOf(object_[u"number"_s]);
            if (!number || *number >= std::uint64_t{Bookmarks::kNumbers})
                return problem(Kind::NotADigit, u"number"_s);
            into.number = static_cast<int>(*number);
        }
        return {};
    }

    const QJsonObject& object_;
};

MaybeProblem readEntries(const QJsonArray& array, std::vector<BookmarkDetails>& into) {
    unsigned taken = 0;  // a number belongs to one bookmark
    into.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue& each : array) {
        const QJsonObject object = each.toObject();
        BookmarkDetails details;
        MaybeProblem problem;
        if (!each.isObject())
            problem = BookmarksFileProblem{.kind = Kind::NotAnObject};
        else
            problem = EntryReader(object).read(details);
        if (!problem && details.number && (taken >> *details.number & 1U) != 0)
            problem = BookmarksFileProblem{.kind = Kind::NumberIsTaken, .member = u"number"_s};
        if (problem) {
            problem->entry = into.size() + 1;
            return problem;
        }
        if (details.number)
            taken |= 1U << *details.number;
        into.push_back(std::move(details));
    }
    return {};
}

/// What the document was called and how long it was: for people, so what makes no sense is left out.
void readDocument(const QJsonObject& object, BookmarksFile& into) {
    const QString name = object[u"name"_s].toString();
    if (name.size() <= BookmarksFile::kNameMax && isPlainText(name, Lines::One))
        into.documentName = name;
    const auto size = countOf(object[u"size"_s]);
    if (size && *size <= kMaxDocumentSize)
        into.documentSize = size;
}

}  // namespace

QByteArray bookmarksToJson(const BookmarksFile& file) {
    QJsonArray bookmarks;
    for (const BookmarkDetails& each : file.bookmarks)
        bookmarks.append(toJson(each));
    QJsonObject root{
        {u"format"_s, u"octavo-bookmarks"_s}, {u"version"_s, kVersion}, {u"bookmarks"_s, bookmarks}};
    QJsonObject document;
    if (!file.documentName.isEmpty())
        document[u"name"_s] = file.documentName;
    if (file.documentSize)
        document[u"size"_s] = countToJson(*file.documentSize);
    if (!document.isEmpty())
        root[u"document"_s] = document;
    return QJsonDocument(root).toJson();
}

tl::expected<BookmarksFile, BookmarksFileProblem> bookmarksFromJson(const QByteArray& json) {
    const auto refuse = [](BookmarksFileProblem problem) { return tl::unexpected(std::move(problem)); };
    if (json.size() > BookmarksFile::kSizeMax)
        return refuse({.kind = Kind::TooLarge});
    QJsonParseError error{};
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)  // Qt may point beyond the end
        return refuse(
            {.kind = Kind::NotJson, .position = std::clamp<qsizetype>(error.offset, 0, json.size())});
    const QJsonObject root = parsed.object();
    if (root[u"format"_s].toString() != u"octavo-bookmarks"_s || !root[u"version"_s].isDouble() ||
        !root[u"bookmarks"_s].isArray())
        return refuse({.kind = Kind::NotBookmarks});
    if (root[u"version"_s].toInteger() != kVersion)
        return refuse({.kind = Kind::OtherVersion});
    const QJsonArray entries = root[u"bookmarks"_s].toArray();
    if (static_cast<std::size_t>(entries.size()) > BookmarksFile::kCountMax)
        return refuse({.kind = Kind::TooMany});
    BookmarksFile file;
    readDocument(root[u"document"_s].toObject(), file);
    if (auto problem = readEntries(entries, file.bookmarks))
        return refuse(std::move(*problem));
    return file;
}

QString messageFor(const BookmarksFileProblem& problem, const QString& name) {
    const auto inEntry = [&](const QString& what) {
        return BookmarksFileText::tr("“%1”, bookmark %2: %3 Nothing was imported; correct the file.")
            .arg(name, QString::number(problem.entry), what);
    };
    const QString& member = problem.member;
    switch (problem.kind) {
        case Kind::TooLarge:
            return BookmarksFileText::tr("“%1” is longer than %2. No file of bookmarks is.")
                .arg(name, sizeText(static_cast<ByteCount>(BookmarksFile::kSizeMax)));
        case Kind::NotJson:
            return BookmarksFileText::tr("“%1” is no JSON text from byte %2 on. Nothing was imported.")
                .arg(name, decimalText(static_cast<std::uint64_t>(problem.position)));
        case Kind::NotBookmarks:
            return BookmarksFileText::tr(
                       "“%1” holds no bookmarks of Octavo. Choose a file that was exported "
                       "from the Bookmarks panel.")
                .arg(name);
        case Kind::OtherVersion:
            return BookmarksFileText::tr(
                       "“%1” has bookmarks of another version of the format. Open it with "
                       "the Octavo that wrote it.")
                .arg(name);
        case Kind::TooMany:
            return BookmarksFileText::tr("“%1” has more than %2 bookmarks. Split it into several files.")
                .arg(name, decimalText(BookmarksFile::kCountMax));
        case Kind::NotAnObject:
            return inEntry(BookmarksFileText::tr("this is no object in braces."));
        case Kind::Missing:
            return inEntry(BookmarksFileText::tr("“%1” is missing.").arg(member));
        case Kind::Unknown:
            return inEntry(BookmarksFileText::tr("“%1” is not known.").arg(member));
        case Kind::NotACount:
            return inEntry(
                BookmarksFileText::tr("“%1” is no number of bytes, such as 64 or \"0x40\".").arg(member));
        case Kind::TooFar:
            return inEntry(BookmarksFileText::tr("“%1” leads beyond every document.").arg(member));
        case Kind::NotText:
            return inEntry(
                BookmarksFileText::tr("“%1” is no text, or holds control characters.").arg(member));
        case Kind::TooLong:
            return inEntry(BookmarksFileText::tr("“%1” is too long.").arg(member));
        case Kind::NotAColour:
            return inEntry(BookmarksFileText::tr("“%1” is no colour, such as \"#3a86c8\".").arg(member));
        case Kind::NotADigit:
            return inEntry(BookmarksFileText::tr("“%1” is none of the digits 0 to 9.").arg(member));
        case Kind::NumberIsTaken:
            return inEntry(
                BookmarksFileText::tr("“%1” is that of another bookmark in the file.").arg(member));
    }
    return {};
}

std::vector<BookmarkDetails> newAmong(const std::vector<BookmarkDetails>& added,
                                      const std::vector<Bookmarks::Bookmark>& present) {
    using Key = std::tuple<ByteOffset, ByteOffset, QString, QString>;
    const auto keyOf = [](const BookmarkDetails& each) {
        return Key(each.range.begin, each.range.end, each.name, each.comment);
    };
    std::set<Key> known;
    for (const Bookmarks::Bookmark& each : present)
        known.insert(keyOf(each));
    std::vector<BookmarkDetails> result;
    for (const BookmarkDetails& each : added) {
        if (known.insert(keyOf(each)).second)
            result.push_back(each);
    }
    return result;
}

}  // namespace octavo
