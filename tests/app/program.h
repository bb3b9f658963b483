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

}  // namespace octavo
