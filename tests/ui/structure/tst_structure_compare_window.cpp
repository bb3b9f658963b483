#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QSemaphore>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/language_cases.h"
#include "tests/ui/panels/named_controls.h"
#include "tests/ui/panels/test_document_context.h"
#include "ui/structure/structure_compare_window.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kPairs =
    "meta: {id: t}\n"
    "seq: [{id: n, type: u1}, {id: pairs, type: pair, repeat: eos}]\n"
    "types: {pair: {seq: [{id: key, size: 1, type: str, encoding: ASCII}, {id: value, type: u1}]}}\n";

/// A structure in a structure for each byte that is not 0.
constexpr std::string_view kNested =
    "meta: {id: t}\n"
    "seq: [{id: top, type: nest}]\n"
    "types: {nest: {seq: [{id: n, type: u1}, {id: next, type: nest, if: n != 0}]}}\n";

std::shared_ptr<const FormatSet> formatOf(std::string_view text) {
    const LoadedFormat loaded = test::loadText(text);
    OCTAVO_EXPECTS(loaded.set != nullptr);
    return loaded.set;
}

Content content(std::string_view text) {
    return Content::ofBytes(std::as_bytes(std::span(text.data(), text.size())));
}

/// Several documents that are open at once: what a context of one document hands on, and which is in front.
class ManyDocuments final : public DocumentContext {
public:
    explicit ManyDocuments(std::initializer_list<std::string> all) {
        for (const std::string& each : all)
            contexts_.push_back(std::make_unique<TestDocumentContext>(each));
    }

    TestDocumentContext& at(std::size_t index) { return *contexts_[index]; }
    [[nodiscard]] std::size_t inFront() const { return front_; }
    void closeLast() {
        contexts_.pop_back();
        Q_EMIT documentStateChanged();
    }

    [[nodiscard]] Document* document() const override { return front().document(); }
    [[nodiscard]] QString documentName() const override { return u"document %1"_s.arg(front_); }
    [[nodiscard]] std::string documentPath() const override { return {}; }
    [[nodiscard]] QObject* documentOwner() const override { return front().documentOwner(); }
    [[nodiscard]] Bookmarks* bookmarks() const override { return front().bookmarks(); }
    [[nodiscard]] HistoryLog* historyLog() const override { return front().historyLog(); }
    [[nodiscard]] ByteOffset caret() const override { return front().caret(); }
    [[nodiscard]] ByteRange selection() const override { return front().selection(); }
    [[nodiscard]] QString encodingName() const override { return front().encodingName(); }
    void goTo(ByteOffset offset) override { front().goTo(offset); }
    void select(ByteRange range) override { front().select(range); }
    void selectRanges(const RangeList& ranges) override { front().selectRanges(ranges); }
    void setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) override {
        front().setHighlights(layer, std::move(ranges));
    }
    void setPatternHighlights(std::vector<ColouredRanges> sets) override {
        front().setPatternHighlights(std::move(sets));
    }
    void focusView() override { front().focusView(); }
    Status apply(const Edit& edit) override { return front().apply(edit); }
    Status applyTogether(const std::function<Status(Document&)>& edits) override {
        return front().applyTogether(edits);
    }
    [[nodiscard]] JobRunner& jobs() const override { return front().jobs(); }
    void showMessage(MessageKind kind, const QString& text) override { front().showMessage(kind, text); }
    void showError(const Error& error) override { front().showError(error); }
    void openPath(const std::string& path) override { front().openPath(path); }
    void openContent(const Content& made, const QString& name) override { front().openContent(made, name); }
    [[nodiscard]] std::vector<OpenedDocument> openDocuments() const override {
        std::vector<OpenedDocument> all;
        for (std::size_t i = 0; i < contexts_.size(); ++i) {
            all.push_back(contexts_[i]->openDocuments().front());
            all.back().name = u"document %1"_s.arg(i);
        }
        return all;
    }
    void bringToFront(const QObject& owner) override {
        for (std::size_t i = 0; i < contexts_.size(); ++i)
            front_ = contexts_[i]->documentOwner() == &owner ? i : front_;
        Q_EMIT currentChanged();
    }

private:
    [[nodiscard]] TestDocumentContext& front() const { return *contexts_[front_]; }

    std::vector<std::unique_ptr<TestDocumentContext>> contexts_;
    std::size_t front_ = 0;
};

/// Keeps all threads for long work busy while it lives.
class BusyThreads {
public:
    explicit BusyThreads(JobRunner& runner) {
        for (int i = 0; i < kEnough; ++i)
            jobs_.push_back(runner.run(
                {.title = u"waiting"_s},
                [gate = gate_](const JobContext&) -> Result<bool> {
                    gate->acquire();
                    return true;
                },
                &context_, [](const Result<bool>&) {}));
    }
    ~BusyThreads() { gate_->release(kEnough); }
    BusyThreads(const BusyThreads&) = delete;
    BusyThreads& operator=(const BusyThreads&) = delete;

private:
    static constexpr int kEnough = 256;

    std::shared_ptr<QSemaphore> gate_ = std::make_shared<QSemaphore>();
    QObject context_;
    std::vector<JobHandle> jobs_;
};

}  // namespace

class TestStructureCompareWindow : public QObject {
    Q_OBJECT

private:
    QPointer<StructureCompareWindow> window_;

    void open(DocumentContext& context, std::string_view format = kPairs) {
        window_ = new StructureCompareWindow(context, formatOf(format), {});
        window_->show();
        settle();
    }
    void settle() const { QTRY_VERIFY(!window_->isBusy()); }
    QStringList rows() const {
        QStringList all;
        const QAbstractItemModel& model = *window_->table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            all << cells.join(u'|');
        }
        return all;
    }
    void goTo(int row, int column) const {
        window_->table().setCurrentIndex(window_->table().model()->index(row, column));
        window_->goToBytes();
    }

private Q_SLOTS:
    void cleanup() { delete window_; }

    void anotherDocumentIsComparedAtOnce() {
        ManyDocuments context({"\2a\1b\2", "\2a\1b\3"});
        open(context);
        const QAbstractItemModelTester tester(window_->table().model());
        QCOMPARE(window_->windowTitle(), u"Compare Structures — document 0"_s);
        QCOMPARE(window_->others().count(), 1);
        QCOMPARE(window_->others().currentText(), u"document 1"_s);
        QCOMPARE(rows(), QStringList({u"/pairs/1/value|another value|2|3|0x4|0x4"_s}));
        QCOMPARE(window_->statusText(), u"1 difference"_s);
    }

    void theSavedFileIsComparedWithTheEdits() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"saved.bin"_s);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write("\2a\1b\2", 5);
        saved.close();
        TestDocumentContext context;
        context.openPath(file.toStdString());
        open(context);
        QCOMPARE(window_->others().currentText(), u"The saved file"_s);
        QCOMPARE(window_->statusText(), u"No field differs."_s);
        QVERIFY(context.apply(Edit::insert(1, content("c\7"))));
        QVERIFY2(window_->statusText().contains(u"older than the bytes"_s),
                 qPrintable(window_->statusText()));
        window_->compare();
        settle();
        QCOMPARE(rows(), QStringList({u"/pairs|another length|3|2|0x1|0x1"_s,
                                      u"/pairs/0|only here|t::pair||0x1|"_s}));
        QVERIFY(context.apply(Edit::erase({1, 5})));
        window_->compare();
        settle();
        QCOMPARE(rows(), QStringList({u"/pairs|another length|1|2|0x1|0x1"_s,
                                      u"/pairs/0|only in the other||t::pair||0x1"_s}));
        goTo(1, 0);
        QVERIFY2(window_->statusText().contains(u"saved file only"_s), qPrintable(window_->statusText()));
    }

    void aRowLeadsToTheBytesOfEitherDocument() {
        ManyDocuments context({"\2a\1b\2", "\2a\1b\3c\4"});
        open(context);
        QCOMPARE(rows(), QStringList({u"/pairs|another length|2|3|0x1|0x1"_s,
                                      u"/pairs/1/value|another value|2|3|0x4|0x4"_s,
                                      u"/pairs/2|only in the other||t::pair||0x5"_s}));
        goTo(1, StructureCompareWindow::PathColumn);
        QCOMPARE(context.inFront(), std::size_t{0});
        QCOMPARE(context.selection(), (ByteRange{4, 5}));
        goTo(2, StructureCompareWindow::PathColumn);
        QCOMPARE(context.inFront(), std::size_t{1});
        QCOMPARE(context.selection(), (ByteRange{5, 7}));
        goTo(1, StructureCompareWindow::LeftColumn);
        QCOMPARE(context.inFront(), std::size_t{0});
        goTo(1, StructureCompareWindow::RightOffsetColumn);
        QCOMPARE(context.inFront(), std::size_t{1});
        QCOMPARE(context.selection(), (ByteRange{4, 5}));
        QCOMPARE(context.at(1).focusRequests, 2);
        // A document in front is no reason to compare with itself.
        QCOMPARE(window_->others().count(), 1);
        QCOMPARE(window_->others().currentText(), u"document 1"_s);
    }

    void editsOfEitherSideMakeItOld() {
        ManyDocuments context({"\2a\1", "\2a\1"});
        open(context);
        QCOMPARE(window_->statusText(), u"No field differs."_s);
        QVERIFY(context.at(1).apply(Edit::replace({2, 3}, content("\5"))));
        QVERIFY2(window_->statusText().contains(u"older"_s), qPrintable(window_->statusText()));
        buttonNamed(*window_, u"Compare &Again"_s)->click();
        settle();
        QCOMPARE(rows(), QStringList({u"/pairs/0/value|another value|1|5|0x2|0x2"_s}));
        QVERIFY(context.at(0).apply(Edit::replace({2, 3}, content("\5"))));
        QVERIFY(window_->statusText().contains(u"older"_s));
    }

    void thereMayBeNothingToCompareWith() {
        TestDocumentContext context("\2a\1");
        open(context);
        QVERIFY(!window_->others().isEnabled());
        QVERIFY2(window_->statusText().contains(u"open another"_s), qPrintable(window_->statusText()));
    }

    void aDocumentThatIsClosedIsNoChoice() {
        ManyDocuments context({"\2a\1", "\2a\1", "\2b\1"});
        open(context);
        window_->others().setCurrentIndex(1);
        window_->compare();
        settle();
        QCOMPARE(rows().size(), 1);
        context.closeLast();
        QCOMPARE(window_->others().count(), 1);
        goTo(0, StructureCompareWindow::RightColumn);  // it is gone
        QCOMPARE(context.inFront(), std::size_t{0});
        window_->compare();
        settle();
        QCOMPARE(rows().size(), 0);
    }

    void aComparisonThatIsStoppedChangesNothing() {
        ManyDocuments context({"\2a\1b\2", "\2a\1b\3", "\2a\1b\4"});
        open(context);
        const QStringList before(u"/pairs/1/value|another value|2|3|0x4|0x4"_s);
        QCOMPARE(rows(), before);
        {
            const BusyThreads busy(context.jobs());
            window_->others().setCurrentIndex(1);
            window_->compare();
            QCOMPARE(window_->statusText(), u"Comparing…"_s);
            buttonNamed(*window_, u"S&top"_s)->click();
        }
        settle();
        QCOMPARE(rows(), before);
        QCOMPARE(window_->statusText(), u"1 difference"_s);
        QCOMPARE(window_->others().currentText(), u"document 1"_s);
        // It follows the document that the rows are of, and no other one.
        QVERIFY(context.at(2).apply(Edit::replace({4, 5}, content("\5"))));
        QCOMPARE(window_->statusText(), u"1 difference"_s);
        goTo(0, StructureCompareWindow::RightColumn);
        QCOMPARE(context.inFront(), std::size_t{1});
        QVERIFY(context.at(1).apply(Edit::replace({4, 5}, content("\5"))));
        QVERIFY2(window_->statusText().contains(u"older"_s), qPrintable(window_->statusText()));
    }

    void whatIsNotLookedAtIsNotCalledEqual() {
        std::string one(80, '\1');
        one.back() = '\0';
        std::string other = one;
        other[75] = '\2';
        ManyDocuments context({one, other});
        open(context, kNested);
        QCOMPARE(rows().size(), 0);
        QVERIFY2(window_->statusText().contains(u"too deep"_s), qPrintable(window_->statusText()));
        QVERIFY(context.at(1).apply(Edit::replace({0, 1}, content("\2"))));
        window_->compare();
        settle();
        QCOMPARE(rows().size(), 1);
        QVERIFY2(window_->statusText().startsWith(u"Differences found: 1."_s),
                 qPrintable(window_->statusText()));
    }

    void rowsAreCopiedAndExported() {
        ManyDocuments context({"\2a\1b\2", "\3a\1b\3"});
        open(context);
        window_->table().selectRow(1);
        window_->copySelected();
        const QString head = u"kind,path,left,right,left offset,left size,right offset,right size\r\n"_s;
        QCOMPARE(QGuiApplication::clipboard()->text(), head + u"changed,/pairs/1/value,2,3,4,1,4,1\r\n"_s);
        const QTemporaryDir folder;
        const std::string file = folder.filePath(u"differences.csv"_s).toStdString();
        window_->exportTo(file);
        settle();
        QCOMPARE(QString::fromStdString(test::contentOf(file)),
                 head + u"changed,/n,2,3,0,1,0,1\r\nchanged,/pairs/1/value,2,3,4,1,4,1\r\n"_s);
        QVERIFY2(window_->statusText().contains(u"differences.csv"_s), qPrintable(window_->statusText()));
    }

    void itClosesWithItsDocument() {
        TestDocumentContext context("\2a\1");
        open(context);
        context.close();
        QTRY_VERIFY(window_ == nullptr);
    }
};

QTEST_MAIN(TestStructureCompareWindow)
#include "tst_structure_compare_window.moc"
