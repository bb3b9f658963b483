#include <optional>
#include <vector>

#include <QtTest>

#include "core/base/notifier.h"

using namespace octavo;

class NotifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsAllInTheOrderOfConnection() {
        Notifier<int> notifier;
        std::vector<int> heard;
        const auto first = notifier.connect([&](int value) { heard.push_back(value); });
        const auto second = notifier.connect([&](int value) { heard.push_back(value * 10); });
        notifier.notify(1);
        notifier.notify(2);
        QCOMPARE(heard, (std::vector<int>{1, 10, 2, 20}));
    }
    void droppedConnectionsHearNothing() {
        Notifier<> notifier;
        int heard = 0;
        {
            const auto connection = notifier.connect([&] { ++heard; });
            notifier.notify();
        }
        notifier.notify();
        QCOMPARE(heard, 1);
    }
    void movedConnectionsStayAttached() {
        Notifier<> notifier;
        int heard = 0;
        auto connection = notifier.connect([&] { ++heard; });
        NotifierConnection other = std::move(connection);
        notifier.notify();
        QCOMPARE(heard, 1);
        other = NotifierConnection();
        notifier.notify();
        QCOMPARE(heard, 1);
    }
    void observersConnectedDuringANotificationHearTheNextOne() {
        Notifier<> notifier;
        int heard = 0;
        std::optional<NotifierConnection> late;
        const auto early = notifier.connect([&] {
            if (!late)
                late = notifier.connect([&] { ++heard; });
        });
        notifier.notify();
        QCOMPARE(heard, 0);
        notifier.notify();
        QCOMPARE(heard, 1);
    }
    void observersRemovedDuringANotificationHearNothingMore() {
        Notifier<> notifier;
        int heard = 0;
        std::optional<NotifierConnection> second;
        const auto first = notifier.connect([&] { second.reset(); });
        second = notifier.connect([&] { ++heard; });
        notifier.notify();
        QCOMPARE(heard, 0);
    }
    void observersMayRemoveThemselves() {
        Notifier<> notifier;
        int heard = 0;
        std::optional<NotifierConnection> own;
        own = notifier.connect([&] {
            ++heard;
            own.reset();
        });
        notifier.notify();
        notifier.notify();
        QCOMPARE(heard, 1);
    }
    void connectionsMayOutliveTheNotifier() {
        NotifierConnection connection;
        {
            Notifier<> notifier;
            connection = notifier.connect([] {});
        }
        connection.disconnect();
        connection.disconnect();
    }
};

QTEST_APPLESS_MAIN(NotifierTest)
#include "tst_notifier.moc"
