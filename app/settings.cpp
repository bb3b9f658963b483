#include "app/settings.h"

#include <algorithm>
#include <array>

#include <QDir>
#include <QStandardPaths>

#include "ui/base/qt_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// The number stored there when it lies in range, else what it is by default.
int boundedInt(const SettingsStore& store, const QString& key, int low, int high, int otherwise) {
    bool isNumber = false;
    const int value = store.value(key, otherwise).toInt(&isNumber);
    return isNumber && low <= value && value <= high ? value : otherwise;
}

/// "hex:DE AD", "text:exact:UTF-8:what was typed".
/// A kind, what goes with it and the text, with colons between them; only the text may have more of them.
QString textOfQuery(const FindQuery& query) {
    const bool isExact = query.letterCase == FindQuery::CaseRule::Exact;
    const QString letterCase = isExact ? u"exact:"_s : u"ignore-case:"_s;
    switch (query.kind) {
        case FindQuery::Kind::Hex:
            return u"hex:"_s + query.text;
        case FindQuery::Kind::Text:
            return u"text:"_s + letterCase + query.encoding + u':' + query.text;
        case FindQuery::Kind::Number:
            return u"number:"_s + (query.order == ByteOrder::Little ? u"little:"_s : u"big:"_s) +
                   query.numberType + u':' + query.text;
        case FindQuery::Kind::Regex:
            return u"regex:"_s + letterCase + query.text;
        case FindQuery::Kind::Run:
            return u"run:"_s + query.text;
    }
    return {};
}

std::optional<FindQuery> queryOfText(const QString& text) {
    const auto part = [&](int index) { return text.section(u':', index, index); };
    const auto rest = [&](int index) { return text.section(u':', index); };
    const auto letterCase = part(1) == u"exact"_s ? FindQuery::CaseRule::Exact : FindQuery::CaseRule::Ignore;
    FindQuery query;
    if (part(0) == u"hex"_s) {
        query.text = rest(1);
    } else if (part(0) == u"text"_s) {
        query = {
            .kind = FindQuery::Kind::Text, .text = rest(3), .encoding = part(2), .letterCase = letterCase};
        if (!textEncodings().contains(query.encoding) && query.encoding != kEveryUnicode)
            return std::nullopt;
    } else if (part(0) == u"number"_s) {
        query = {.kind = FindQuery::Kind::Number, .text = rest(3), .encoding = {}, .numberType = part(2)};
        query.order = part(1) == u"little"_s ? ByteOrder::Little : ByteOrder::Big;
        if (!numberTypes().contains(query.numberType))
            return std::nullopt;
    } else if (part(0) == u"regex"_s) {
        query = {.kind = FindQuery::Kind::Regex, .text = rest(2), .encoding = {}, .letterCase = letterCase};
    } else if (part(0) == u"run"_s) {
        query = {.kind = FindQuery::Kind::Run, .text = rest(1), .encoding = {}};
    }
    return query.text.isEmpty() ? std::nullopt : std::optional(query);
}

QString stateDirectory() {
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    // The XDG Base Directory Specification tells programs to ignore relative paths.
    return QDir::isAbsolutePath(given) ? given : QDir::homePath() + u"/.local/state"_s;
}

}  // namespace

ProgramPaths ProgramPaths::standard() {
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString state = stateDirectory() + u"/octavo"_s;
    return {config + u"/octavo/octavo.ini"_s, state + u"/session.json"_s, state + u"/recovery"_s,
            state + u"/history"_s};
}

ProgramPaths ProgramPaths::under(const QString& directory) {
    return {directory + u"/octavo.ini"_s, directory + u"/session.json"_s, directory + u"/recovery"_s,
            directory + u"/history"_s};
}

ProgramPaths ProgramPaths::none() {
    // Nothing can lie below the null device, so reading finds nothing and writing changes nothing.
    return {u"/dev/null/octavo.ini"_s, u"/dev/null/session.json"_s, {}, {}};
}

Settings::Settings(const QString& file, JobRunner* jobs) : store_(file, jobs) {}

Preferences Settings::preferences() const {
    Preferences result;
    result.theme = themeOfName(store_.value(u"view/theme"_s).toString()).value_or(result.theme);
    result.fontSize = boundedInt(store_, u"view/fontSize"_s, 6, 40, result.fontSize);
    result.bytesPerRow = boundedInt(store_, u"view/bytesPerRow"_s, 0, 256, result.bytesPerRow);
    const int grouping = boundedInt(store_, u"view/grouping"_s, 1, 16, result.grouping);
    constexpr std::array kGroupings{1, 2, 4, 8, 16};
    if (std::find(kGroupings.begin(), kGroupings.end(), grouping) != kGroupings.end())
        result.grouping = grouping;
    if (const QString encoding = store_.value(u"view/encoding"_s).toString();
        textEncodings().contains(encoding))
        result.encoding = encoding;
    result.showsMinimap = store_.value(u"view/minimap"_s, result.showsMinimap).toBool();
    result.startsInInsertMode =
        store_.value(u"edit/startsInInsertMode"_s, result.startsInInsertMode).toBool();
    result.restoresSession = store_.value(u"session/restore"_s, result.restoresSession).toBool();
    result.keepsHistory = store_.value(u"history/keep"_s, result.keepsHistory).toBool();
    return result;
}

void Settings::setPreferences(const Preferences& preferences) {
    store_.setValue(u"view/theme"_s, themeName(preferences.theme));
    store_.setValue(u"view/fontSize"_s, preferences.fontSize);
    store_.setValue(u"view/bytesPerRow"_s, preferences.bytesPerRow);
    store_.setValue(u"view/grouping"_s, preferences.grouping);
    store_.setValue(u"view/encoding"_s, preferences.encoding);
    store_.setValue(u"view/minimap"_s, preferences.showsMinimap);
    store_.setValue(u"edit/startsInInsertMode"_s, preferences.startsInInsertMode);
    store_.setValue(u"session/restore"_s, preferences.restoresSession);
    store_.setValue(u"history/keep"_s, preferences.keepsHistory);
}

std::optional<ThemeKind> Settings::desktopWish() const {
    const int wish = boundedInt(store_, u"desktop/theme"_s, 0, static_cast<int>(ThemeKind::HighContrast), -1);
    return wish < 0 ? std::nullopt : std::optional(static_cast<ThemeKind>(wish));
}

void Settings::setDesktopWish(std::optional<ThemeKind> wish) {
    store_.setValue(u"desktop/theme"_s, wish ? static_cast<int>(*wish) : -1);
}

std::vector<std::string> Settings::recentFiles() const {
    std::vector<std::string> result;
    for (const QString& each : store_.value(u"files/recent"_s).toStringList()) {
        std::string path = fromStoredPath(each);
        const bool isNew = std::find(result.begin(), result.end(), path) == result.end();
        if (path.starts_with('/') && isNew && result.size() < kRecentMax)
            result.push_back(std::move(path));
    }
    return result;
}

void Settings::addRecentFile(const std::string& path) {
    auto paths = recentFiles();
    std::erase(paths, path);
    paths.insert(paths.begin(), path);
    paths.resize(std::min(paths.size(), kRecentMax));
    writeRecentFiles(paths);
}

void Settings::clearRecentFiles() {
    writeRecentFiles({});
}

void Settings::writeRecentFiles(const std::vector<std::string>& paths) {
    QStringList stored;
    for (const std::string& path : paths)
        stored << toStoredPath(path);
    store_.setValue(u"files/recent"_s, stored);
}

QByteArray Settings::windowGeometry() const {
    return store_.value(u"window/geometry"_s).toByteArray();
}

QByteArray Settings::windowState() const {
    return store_.value(u"window/state"_s).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    store_.setValue(u"window/geometry"_s, geometry);
    store_.setValue(u"window/state"_s, state);
}

QStringList Settings::openPanels() const {
    return store_.value(u"window/panels"_s, QStringList{u"inspector"_s}).toStringList();
}

void Settings::setOpenPanels(const QStringList& ids) {
    // QSettings reads an empty list back as "never stored"; an empty name stands for it.
    store_.setValue(u"window/panels"_s, ids.isEmpty() ? QStringList{QString()} : ids);
}

std::optional<QStringList> Settings::chosenDigests() const {
    QStringList ids = store_.value(u"digests/chosen"_s).toStringList();
    if (ids.isEmpty())
        return std::nullopt;
    ids.removeAll(QString());
    return ids;
}

void Settings::setChosenDigests(const QStringList& ids) {
    store_.setValue(u"digests/chosen"_s, ids.isEmpty() ? QStringList{QString()} : ids);
}

std::vector<FindQuery> Settings::searches() const {
    std::vector<FindQuery> result;
    for (const QString& each : store_.value(u"search/history"_s).toStringList()) {
        if (auto query = queryOfText(each))
            result.push_back(std::move(*query));
    }
    return result;
}

void Settings::setSearches(const std::vector<FindQuery>& queries) {
    QStringList stored;
    for (const FindQuery& each : queries)
        stored << textOfQuery(each);
    store_.setValue(u"search/history"_s, stored);
}

bool Settings::takesClearFormats() const {
    return store_.value(u"structure/automatic"_s, false).toBool();
}

void Settings::setTakesClearFormats(bool takes) {
    store_.setValue(u"structure/automatic"_s, takes);
}

bool Settings::coloursFields() const {
    return store_.value(u"structure/coloured"_s, true).toBool();
}

void Settings::setColoursFields(bool colours) {
    store_.setValue(u"structure/coloured"_s, colours);
}

std::vector<std::string> Settings::formatFolders() const {
    std::vector<std::string> folders;
    for (const QString& each : store_.value(u"structure/folders"_s).toStringList())
        folders.push_back(fromStoredPath(each));
    return folders;
}

void Settings::setFormatFolders(const std::vector<std::string>& folders) {
    QStringList stored;
    for (const std::string& each : folders)
        stored << toStoredPath(each);
    store_.setValue(u"structure/folders"_s, stored);
}

// A colour, "+" where it is on or "-", and the query: "#90e8b923+hex:...".
std::vector<ColouredPattern> Settings::patterns() const {
    constexpr qsizetype kColourLength = 9;
    std::vector<ColouredPattern> result;
    for (const QString& each : store_.value(u"search/patterns"_s).toStringList()) {
        const QColor colour(each.left(kColourLength));
        auto query = queryOfText(each.mid(kColourLength + 1));
        if (colour.isValid() && query && each.size() > kColourLength)
            result.push_back({std::move(*query), colour, each.at(kColourLength) == u'+'});
    }
    return result;
}

void Settings::setPatterns(const std::vector<ColouredPattern>& patterns) {
    QStringList stored;
    for (const ColouredPattern& each : patterns)
        stored << each.colour.name(QColor::HexArgb) + (each.isOn ? u'+' : u'-') + textOfQuery(each.query);
    store_.setValue(u"search/patterns"_s, stored);
}

ByteOrder Settings::inspectorOrder() const {
    return store_.value(u"inspector/bigEndian"_s, false).toBool() ? ByteOrder::Big : ByteOrder::Little;
}

void Settings::setInspectorOrder(ByteOrder order) {
    store_.setValue(u"inspector/bigEndian"_s, order == ByteOrder::Big);
}

InspectorModel::IntegerStyle Settings::inspectorStyle() const {
    return store_.value(u"inspector/hexadecimal"_s, false).toBool()
               ? InspectorModel::IntegerStyle::Hexadecimal
               : InspectorModel::IntegerStyle::Decimal;
}

void Settings::setInspectorStyle(InspectorModel::IntegerStyle style) {
    store_.setValue(u"inspector/hexadecimal"_s, style == InspectorModel::IntegerStyle::Hexadecimal);
}

PointerChoice Settings::pointerChoice() const {
    PointerChoice result;
    PointerForm& form = result.form;
    form.width = boundedInt(store_, u"pointer/width"_s, 1, PointerForm::kMaxWidth, form.width);
    form.order = store_.value(u"pointer/bigEndian"_s, false).toBool() ? ByteOrder::Big : ByteOrder::Little;
    form.isSigned = store_.value(u"pointer/signed"_s, false).toBool();
    form.origin = static_cast<PointerOrigin>(boundedInt(store_, u"pointer/origin"_s, 0,
                                                        static_cast<int>(PointerOrigin::Behind),
                                                        static_cast<int>(form.origin)));
    result.base = store_.value(u"pointer/base"_s).toString();
    return result;
}

void Settings::setPointerChoice(const PointerChoice& choice) {
    store_.setValue(u"pointer/width"_s, choice.form.width);
    store_.setValue(u"pointer/bigEndian"_s, choice.form.order == ByteOrder::Big);
    store_.setValue(u"pointer/signed"_s, choice.form.isSigned);
    store_.setValue(u"pointer/origin"_s, static_cast<int>(choice.form.origin));
    store_.setValue(u"pointer/base"_s, choice.base);
}

QString Settings::exportFormat() const {
    return store_.value(u"export/format"_s).toString();
}

void Settings::setExportFormat(const QString& id) {
    store_.setValue(u"export/format"_s, id);
}

}  // namespace octavo
