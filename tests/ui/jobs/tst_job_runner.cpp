#include <atomic>
#include <memory>
#include <semaphore>
#include <stdexcept>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "ui/jobs/job_board.h"
#include "ui/jobs/job_runner.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

/// Work that runs until it is asked to stop, and says when it began and ended.
struct Endless {
    std::shared_ptr<std::binary_semaphore> began = std::make_shared<std::binary_semaphore>(0);
    std::shared_ptr<std::atomic<bool>> ended = std::make_shared<std::atomic<bool>>(false);

    Result<int> operator()(const JobContext& job) const {
        job.setTotal(100);
        job.advance(25);
        began->release();
        while (!job.stopRequested())
            QThread::yieldCurrentThread();
        ended->store(true);
        return fail(ErrorCode::Cancelled);
    }
};

JobOptions titled(const QString& title) {
    return {.title = title};
}

}  // namespace

class TestJobRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultArrivesOnThisThread() {
        JobRunner runner;
        QThread* workThread = nullptr;
        QThread* doneThread = nullptr;
        int value = 0;
        const auto handle = runner.run(
            titled(u"sum"_s),
            [&workThread](const JobContext&) -> Result<int> {
                workThread = QThread::currentThread();
                return 42;
            },
            this,
            [&](const Result<int>& result) {
                doneThread = QThread::currentThread();
                value = result.value_or(-1);
            });
        QVERIFY(handle.isRunning());
        QTRY_COMPARE(value, 42);
        QCOMPARE(doneThread, QThread::currentThread());
        QVERIFY(workThread != doneThread);
        QVERIFY(!handle.isRunning());
    }

    void moveOnlyResultsAreDelivered() {
        JobRunner runner;
        int value = 0;
        const auto handle = runner.run(
            titled(u"box"_s),
            [](const JobContext&) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); }, this,
            [&value](Result<std::unique_ptr<int>> result) { value = **result; });
        QTRY_COMPARE(value, 7);
    }

    void errorsArriveAsTheyAre() {
        JobRunner runner;
        std::optional<Error> seen;
        const auto handle = runner.run(
            titled(u"bad"_s),
            [](const JobContext&) -> Status { return failAt(ErrorCode::Malformed, 12, "zz"); }, this,
            [&seen](const Status& result) { seen = result.error(); });
        QTRY_VERIFY(seen.has_value());
        QCOMPARE(seen->code, ErrorCode::Malformed);
        QCOMPARE(seen->offset, std::optional<ByteOffset>(12));
    }

    void anExceptionBecomesAnError() {
        JobRunner runner;
        std::optional<Error> seen;
        const auto handle = runner.run(
            titled(u"thrower"_s),
            [](const JobContext&) -> Status { throw std::runtime_error("library broke"); }, this,
            [&seen](const Status& result) { seen = result.error(); });
        QTRY_VERIFY(seen.has_value());
        QCOMPARE(seen->code, ErrorCode::LibraryFailed);
        QCOMPARE(seen->detail, std::string("library broke"));
    }

    void droppingTheHandleCancelsAndDeliversNothing() {
        JobRunner runner;
        const Endless work;
        bool isDelivered = false;
        QSignalSpy changes(&runner, &JobRunner::runningChanged);
        {
            const auto handle = runner.run(titled(u"endless"_s), work, this,
                                           [&isDelivered](const Result<int>&) { isDelivered = true; });
            work.began->acquire();
        }
        QTRY_COMPARE(changes.count(), 2);
        QVERIFY(work.ended->load());
        QVERIFY(!isDelivered);
    }

    void aResultThatIsAlreadyOnItsWayDiesWithTheHandle() {
        JobRunner runner;
        bool isDelivered = false;
        auto handle = runner.run(
            titled(u"quick"_s), [](const JobContext&) -> Result<int> { return 1; }, this,
            [&isDelivered](const Result<int>&) { isDelivered = true; });
        QSignalSpy ended(&runner, &JobRunner::runningChanged);
        handle.cancel();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!isDelivered);
    }

    void nothingIsDeliveredWhenTheContextIsGone() {
        JobRunner runner;
        const Endless work;
        bool isDelivered = false;
        auto context = std::make_unique<QObject>();
        auto handle = runner.run(titled(u"orphan"_s), work, context.get(),
                                 [&isDelivered](const Result<int>&) { isDelivered = true; });
        work.began->acquire();
        context.reset();
        QSignalSpy ended(&runner, &JobRunner::runningChanged);
        handle.requestStop();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!isDelivered);
    }

    void askingToStopDeliversTheAnswer() {
        JobRunner runner;
        const Endless work;
        std::optional<ErrorCode> seen;
        const auto handle = runner.run(titled(u"stopped"_s), work, this,
                                       [&seen](const Result<int>& result) { seen = result.error().code; });
        work.began->acquire();
        QCOMPARE(handle.done(), std::uint64_t{25});
        QCOMPARE(handle.total(), std::uint64_t{100});
        QCOMPARE(runner.running().size(), std::size_t{1});
        runner.requestStop(runner.running().front().id);
        QTRY_COMPARE(seen, std::optional(ErrorCode::Cancelled));
        QVERIFY(runner.running().empty());
    }

    void replacingAHandleCancelsTheOldJob() {
        JobRunner runner;
        const Endless first;
        const Endless second;
        auto handle = runner.run(titled(u"first"_s), first, this, [](const Result<int>&) {});
        first.began->acquire();
        handle = runner.run(titled(u"second"_s), second, this, [](const Result<int>&) {});
        QTRY_VERIFY(first.ended->load());
        second.began->acquire();
        QVERIFY(!second.ended->load());
    }

    void destroyingTheRunnerStopsEverything() {
        const Endless work;
        bool isDelivered = false;
        auto runner = std::make_unique<JobRunner>();
        const auto handle = runner->run(titled(u"endless"_s), work, this,
                                        [&isDelivered](const Result<int>&) { isDelivered = true; });
        work.began->acquire();
        runner.reset();
        QVERIFY(work.ended->load());
        QVERIFY(!handle.isRunning());
        QVERIFY(!isDelivered);
    }

    void boardPollsOnlyWhileJobsRun() {
        JobRunner runner;
        JobBoard board(runner);
        QVERIFY(!board.isPolling());
        const Endless work;
        const auto hidden = runner.run(
            {.title = u"quiet"_s, .visibility = JobVisibility::Hidden},
            [](const JobContext&) -> Result<int> { return 0; }, this, [](const Result<int>&) {});
        QVERIFY(!board.isPolling());
        auto handle = runner.run(titled(u"endless"_s), work, this, [](const Result<int>&) {});
        QVERIFY(board.isPolling());
        QTRY_VERIFY(board.isVisible());
        handle.requestStop();
        QTRY_VERIFY(!board.isPolling());
        QVERIFY(!board.isVisible());
    }
};

QTEST_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
