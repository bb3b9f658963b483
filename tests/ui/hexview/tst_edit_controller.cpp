#include <QTest>

#include "core/buffer/document.h"
#include "core/source/memory_source.h"
#include "ui/hexview/edit_controller.h"

using namespace octavo;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::byte> bytesOf(const QByteArray& hex) {
    const QByteArray raw = QByteArray::fromHex(hex);
    const auto bytes = std::as_bytes(std::span(raw.constData(), static_cast<std::size_t>(raw.size())));
    return {bytes.begin(), bytes.end()};
}

/// A person at a keyboard without a widget: types through the controller into a document.
class Typist {
public:
    explicit Typist(const QByteArray& hex) : document_(std::make_shared<MemorySource>(bytesOf(hex))) {}

    EditorState state;
    ValueRadix radix = ValueRadix::Hex;
    int refusals = 0;

    void type(const QString& digits) {
        for (const QChar digit : digits)
            take(controller().typeDigit(digit));
    }
    void typeText(const QString& text, const QString& encoding) {
        take(controller().typeText(text, TextDecoder(encoding)));
    }
    void backspace() { takeIf(controller().backspace()); }
    void deleteForward() { takeIf(controller().deleteForward()); }
    void paste(const QByteArray& hex) { run(controller().paste(Content::ofBytes(bytesOf(hex)))); }
    [[nodiscard]] QByteArray hex() const {
        QByteArray bytes(static_cast<qsizetype>(document_.size()), '\0');
        const auto out = std::span(bytes.data(), static_cast<std::size_t>(bytes.size()));
        static_cast<void>(document_.snapshot().read(0, std::as_writable_bytes(out)));
        return bytes.toHex();
    }
    Document& document() { return document_; }

private:
    [[nodiscard]] EditController controller() const { return {document_.snapshot(), state, radix}; }
    void take(const Result<EditStep>& step) {
        if (step)
            run(*step);
        else
            ++refusals;
    }
    void takeIf(const std::optional<EditStep>& step) {
        if (step)
            run(*step);
        else
            ++refusals;
    }
    void run(const EditStep& step) {
        const EditStep kept = step;
        if (!kept.edit || document_.apply(*kept.edit))
            state = kept.after;
    }

    Document document_;
};

EditorState at(ByteOffset caret, InputMode mode) {
    return {.caret = caret, .anchor = caret, .mode = mode};
}

}  // namespace

class TestEditController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overwriteChangesOneNibbleAtATime() {
        Typist typist("001122");
        typist.state = at(1, InputMode::Overwrite);
        typist.type(u"a"_s);
        QCOMPARE(typist.hex(), "00a122");
        QCOMPARE(typist.state.caret, ByteOffset{1});
        QCOMPARE(typist.state.digit, 1);
        typist.type(u"B"_s);
        QCOMPARE(typist.hex(), "00ab22");
        QCOMPARE(typist.state.caret, ByteOffset{2});
        QCOMPARE(typist.state.digit, 0);
    }

    void everyNibbleOfEveryByteCanBeTyped() {
        for (unsigned value = 0; value < 256; ++value) {
            for (const auto mode : {InputMode::Insert, InputMode::Overwrite}) {
                Typist typist("ff");
                typist.state = at(0, mode);
                const QString digits = QString::number(value, 16).rightJustified(2, u'0');
                typist.type(digits);
                QCOMPARE(typist.hex(), digits.toLatin1() + (mode == InputMode::Insert ? "ff" : ""));
            }
        }
    }

    void everyByteCanBeTypedInEveryRadix() {
        for (const auto radix : {ValueRadix::Decimal, ValueRadix::Octal, ValueRadix::Binary}) {
            for (const char* old : {"00", "c7", "ff"}) {
                for (unsigned value = 0; value < 256; ++value) {
                    Typist typist(old);
                    typist.radix = radix;
                    typist.type(QString::number(value, int(baseOf(radix)))
                                    .rightJustified(digitsPerByte(radix), u'0'));
                    QCOMPARE(typist.hex(), QByteArray(1, static_cast<char>(value)).toHex());
                    QCOMPARE(typist.state.caret, ByteOffset{1});
                    QCOMPARE(typist.refusals, 0);
                }
            }
        }
    }

    void insertStartsANewByteAndStaysInIt() {
        Typist typist("0011");
        typist.state = at(1, InputMode::Insert);
        typist.type(u"a"_s);
        QCOMPARE(typist.hex(), "00a011");
        typist.type(u"bc"_s);
        QCOMPARE(typist.hex(), "00abc011");
        QCOMPARE(typist.state.caret, ByteOffset{2});
        QCOMPARE(typist.state.digit, 1);
    }

    void overwriteAtTheEndAppends() {
        Typist typist("00");
        typist.state = at(1, InputMode::Overwrite);
        typist.type(u"1234"_s);
        QCOMPARE(typist.hex(), "001234");
    }

    void typingOverASelectionReplacesItOnlyWhenInserting() {
        Typist inserting("0011223344");
        inserting.state = EditorState{.caret = 4, .anchor = 1, .mode = InputMode::Insert};
        inserting.type(u"ab"_s);
        QCOMPARE(inserting.hex(), "00ab44");
        Typist overwriting("0011223344");
        overwriting.state = EditorState{.caret = 4, .anchor = 1, .mode = InputMode::Overwrite};
        overwriting.type(u"ab"_s);
        QCOMPARE(overwriting.hex(), "00ab223344");
        QVERIFY(!overwriting.state.hasSelection());
    }

    void whatIsNoDigitIsRefused() {
        Typist typist("00");
        typist.type(u"gÄ-\u0664"_s);
        QCOMPARE(typist.refusals, 4);
        QCOMPARE(typist.hex(), "00");
        typist.radix = ValueRadix::Octal;
        typist.type(u"8"_s);
        QCOMPARE(typist.refusals, 5);
    }

    void valuesBeyond255AreRefusedOrMadeToFit() {
        Typist typist("c7");  // 199
        typist.radix = ValueRadix::Decimal;
        typist.type(u"2"_s);  // 299 cannot be; 200 can
        QCOMPARE(typist.hex(), "c8");
        typist.type(u"6"_s);  // 260 cannot be
        QCOMPARE(typist.refusals, 1);
        QCOMPARE(typist.hex(), "c8");
        QCOMPARE(typist.state.digit, 1);
        typist.state = at(0, InputMode::Overwrite);
        typist.type(u"3"_s);
        QCOMPARE(typist.refusals, 2);
    }

    void textGoesThroughTheEncoding() {
        Typist typist("0011223344");
        typist.state = at(1, InputMode::Overwrite);
        typist.typeText(u"€"_s, u"UTF-8"_s);
        QCOMPARE(typist.hex(), "00e282ac44");
        QCOMPARE(typist.state.caret, ByteOffset{4});
        typist.state = at(0, InputMode::Insert);
        typist.typeText(u"A"_s, u"IBM037"_s);
        QCOMPARE(typist.hex(), "c100e282ac44");
        typist.typeText(u"€"_s, u"US-ASCII"_s);
        QCOMPARE(typist.refusals, 1);
        QCOMPARE(typist.hex(), "c100e282ac44");
    }

    void textInOverwriteModeGrowsTheDocumentOnlyAtItsEnd() {
        Typist typist("0011");
        typist.state = at(1, InputMode::Overwrite);
        typist.typeText(u"xy"_s, u"UTF-16LE"_s);
        QCOMPARE(typist.hex(), "0078007900");
    }

    void backspaceRemovesOnlyWhenInserting() {
        Typist inserting("001122");
        inserting.state = at(2, InputMode::Insert);
        inserting.backspace();
        QCOMPARE(inserting.hex(), "0022");
        QCOMPARE(inserting.state.caret, ByteOffset{1});
        Typist overwriting("001122");
        overwriting.state = at(2, InputMode::Overwrite);
        overwriting.backspace();
        QCOMPARE(overwriting.hex(), "001122");
        QCOMPARE(overwriting.state.caret, ByteOffset{1});
    }

    void backspaceTakesAHalfTypedByteBack() {
        Typist typist("0011");
        typist.state = at(1, InputMode::Insert);
        typist.type(u"a"_s);
        typist.backspace();
        QCOMPARE(typist.hex(), "0011");
        QCOMPARE(typist.state, at(1, InputMode::Insert));
    }

    void deleteRemovesInBothModes() {
        for (const auto mode : {InputMode::Insert, InputMode::Overwrite}) {
            Typist typist("001122");
            typist.state = at(1, mode);
            typist.deleteForward();
            QCOMPARE(typist.hex(), "0022");
            QCOMPARE(typist.state.caret, ByteOffset{1});
            typist.state = EditorState{.caret = 0, .anchor = 2, .mode = mode};
            typist.deleteForward();
            QCOMPARE(typist.hex(), "");
        }
    }

    void nothingToRemoveDoesNothing() {
        Typist typist("00");
        typist.state = at(0, InputMode::Insert);
        typist.backspace();
        typist.state = at(1, InputMode::Insert);
        typist.deleteForward();
        QCOMPARE(typist.refusals, 2);
        QCOMPARE(typist.hex(), "00");
    }

    void pasteInsertsOverwritesOrReplacesTheSelection() {
        Typist typist("0011223344");
        typist.state = at(1, InputMode::Insert);
        typist.paste("aabb");
        QCOMPARE(typist.hex(), "00aabb11223344");
        typist.state = at(0, InputMode::Overwrite);
        typist.paste("cccc");
        QCOMPARE(typist.hex(), "ccccbb11223344");
        typist.state = EditorState{.caret = 1, .anchor = 6, .mode = InputMode::Overwrite};
        typist.paste("dd");
        QCOMPARE(typist.hex(), "ccdd44");
        typist.state = at(2, InputMode::Overwrite);
        typist.paste("eeff");
        QCOMPARE(typist.hex(), "ccddeeff");
        QCOMPARE(typist.state.caret, ByteOffset{4});
    }

    void aTypedByteIsOneUndoStep() {
        Typist typist("0011");
        typist.state = at(1, InputMode::Insert);
        typist.type(u"abcd"_s);
        QCOMPARE(typist.hex(), "00abcd11");
        typist.document().undo();
        QCOMPARE(typist.hex(), "0011");
    }
};

QTEST_GUILESS_MAIN(TestEditController)
#include "tst_edit_controller.moc"
