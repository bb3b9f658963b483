#pragma once

#include <string>
#include <utility>
#include <vector>

#include <QFile>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

#include "app/workbench.h"

namespace octavo {

using namespace Qt::StringLiterals;

inline CommandLine opening(std::vector<std::string> files) {
    CommandLine result;
    result.files = std::move(files);
    return result;
}

/// The whole program with settings of its own.
struct Program {
    explicit Program(const QTemporaryDir& directory, std::vector<std::string> files = {})
        : workbench(opening(std::move(files)), ProgramPaths::under(directory.path() + u"/settings"_s)) {
        workbench.start();
        QVERIFY2(QTest::qWaitForWindowActive(&workbench.window()), "the window did not become active");
        QTRY_VERIFY(!workbench.documents().isOpening());
        QCoreApplication::processEvents();  // actions learn of the document
    }
    [[nodiscard]] DocumentView* view() { return workbench.window().currentView(); }
    [[nodiscard]] HexView& hexView() { return view()->view(); }
    /// Is the panel ready, and not behind another's tab?
    [[nodiscard]] bool isSeen(std::string_view panel) {
        const QWidget* widget = workbench.panels().widget(panel);
        return widget != nullptr && widget->isEnabled() && !widget->visibleRegion().isEmpty();
    }
    [[nodiscard]] QMessageBox* question() {
        return workbench.window().findChild<QMessageBox*>(u"unsavedChanges"_s);
    }

    Workbench workbench;
};

inline std::string writeFile(const QTemporaryDir& directory, const QString& name, const QByteArray& bytes) {
    QFile file(directory.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName().toStdString();
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray bytesOf(const Document& document) {
    QByteArray bytes(static_cast<qsizetype>(document.size()), '\0');
    static_cast<void>(document.snapshot().read(
        0, std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())))));
    return bytes;
}

inline void insert(OpenDocument& document, ByteOffset at, const char* text) {
    const auto bytes = std::as_bytes(std::span(text, std::strlen(text)));
    QVERIFY(document.document().apply(Edit::insert(at, Content::ofBytes(bytes))).has_value());
}

}  // namespace octavo
