#include <clocale>
#include <cstdio>
#include <string>
#include <vector>

#include <QApplication>
#include <QFile>

#include "app/command_line.h"
#include "app/font_preparation.h"
#include "app/screenshot.h"
#include "app/settings.h"
#include "app/theme_switch.h"
#include "app/translations.h"
#include "app/workbench.h"
#include "ui/base/house_style.h"
#include "ui/base/qt_text.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// Prints the answer to a command line that starts nothing.
int print(const CommandLineAnswer& answer) {
    std::fputs(answer.text.c_str(), answer.status == 0 ? stdout : stderr);
    return answer.status;
}

/// True when the question needs no screen: answered before one is looked for.
bool asksForText(const std::vector<std::string>& arguments) {
    for (const std::string& each : arguments) {
        if (each == "--")
            return false;
        if (each == "--help" || each == "-h" || each == "--version")
            return true;
    }
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string version = OCTAVO_VERSION;
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (asksForText(arguments))
        return print(parseCommandLine(arguments, version));

    std::setlocale(LC_ALL, "");  // as Qt does, but before a second thread reads numbers by it
    const FontPreparation fonts;
    QApplication::setStyle(new HouseStyle);
    QApplication application(argc, argv);  // takes its own options away
    QApplication::setApplicationName(u"octavo"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QString::fromStdString(version));
    QApplication::setDesktopFileName(u"org.octavo.Octavo"_s);
    QApplication::setQuitOnLastWindowClosed(true);

    arguments.assign(argv + 1, argv + argc);
    const CommandLineAnswer answer = parseCommandLine(arguments, version);
    if (!answer.start)
        return print(answer);
    const CommandLine& commandLine = *answer.start;
    installTranslations(application);

    const QString directory = QFile::decodeName(QByteArray::fromStdString(commandLine.settingsDirectory));
    Workbench workbench(commandLine, commandLine.isSafeMode ? ProgramPaths::none()
                                     : directory.isEmpty()  ? ProgramPaths::standard()
                                                            : ProgramPaths::under(directory));
    if (!commandLine.screenshot.empty())
        takeScreenshotWhenSettled(workbench, commandLine.screenshot);
    if (commandLine.quitsAfterFirstFrame)
        quitAfterFirstFrame(workbench);
    workbench.start();
    return QApplication::exec();
}
