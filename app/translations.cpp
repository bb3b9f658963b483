#include "app/translations.h"

#include <memory>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

bool install(QCoreApplication& application, const QString& file) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return false;
    translator->setParent(&application);
    return QCoreApplication::installTranslator(translator.release());
}

}  // namespace

void installTranslations(QCoreApplication& application) {
    const QString system = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const QString& name : QLocale().uiLanguages()) {
        const QString language = name.section(u'-', 0, 0);
        if (language == u"en"_s)
            return;
        if (install(application, u":/translations/octavo_%1.qm"_s.arg(language))) {
            install(application, u"%1/qtbase_%2.qm"_s.arg(system, language));
            return;
        }
    }
}

}  // namespace octavo
