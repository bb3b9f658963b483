#include <QFile>
#include <QLocale>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "app/translations.h"
#include "ui/dialogs/go_to_dialog.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

struct Message {
    QByteArray context;
    QByteArray source;
    QString translation;
};

// Every message of a .ts file that has one translation (those with plural forms have several).
std::vector<Message> messagesOf(const QString& file) {
    QFile input(file);
    std::vector<Message> messages;
    if (!input.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader reader(&input);
    Message message;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"name")
            message.context = reader.readElementText().toUtf8();
        else if (reader.name() == u"source")
            message.source = reader.readElementText().toUtf8();
        else if (reader.name() == u"translation")
            message.translation = reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        else if (reader.name() == u"numerusform")
            message.translation.clear();
        if (reader.name() == u"translation" && !message.source.contains("%n"))
            messages.push_back(message);
    }
    return messages;
}

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator*>()); }

    void englishNeedsNoTranslation() {
        installTranslations(*qApp);
        QVERIFY(!qApp->findChild<QTranslator*>());
        QCOMPARE(GoToDialog(100, 0, nullptr).windowTitle(), u"Go to Offset"_s);
    }

    void unknownLanguageFallsBackToEnglish() {
        QLocale::setDefault(QLocale(QLocale::Icelandic));
        installTranslations(*qApp);
        QCOMPARE(GoToDialog(100, 0, nullptr).windowTitle(), u"Go to Offset"_s);
    }

    void germanLocaleShowsGerman() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Austria));
        installTranslations(*qApp);
        QCOMPARE(GoToDialog(100, 0, nullptr).windowTitle(), u"Gehe zu Offset"_s);
        QCOMPARE(QCoreApplication::translate("octavo::FileMenu", "&Open…"), u"Ö&ffnen …"_s);
    }

    void everyMessageReachesTheProgram() {
        QLocale::setDefault(QLocale(QLocale::German));
        installTranslations(*qApp);
        const auto messages =
            messagesOf(qEnvironmentVariable("OCTAVO_SOURCE") + u"/resources/translations/octavo_de.ts"_s);
        QVERIFY(messages.size() > 500);
        for (const Message& message : messages)
            QCOMPARE(QCoreApplication::translate(message.context, message.source).trimmed(),
                     message.translation);
    }

    void placeholdersSurviveTranslation() {
        const auto messages =
            messagesOf(qEnvironmentVariable("OCTAVO_SOURCE") + u"/resources/translations/octavo_de.ts"_s);
        for (const Message& message : messages) {
            for (const char* placeholder : {"%1", "%2", "%3"})
                QVERIFY2(message.source.contains(placeholder) ==
                             message.translation.contains(QLatin1String(placeholder)),
                         message.source);
        }
    }

    void qtsOwnButtonsAreGermanToo() {
        QLocale::setDefault(QLocale(QLocale::German));
        installTranslations(*qApp);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
