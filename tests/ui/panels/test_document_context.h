#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/buffer/document.h"
#include "ui/base/bookmarks.h"
#include "ui/base/change_list.h"
#include "ui/base/document_context.h"
#include "ui/base/history_log.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// A window without a window: one document, a caret and a selection, and a record of what panels asked for.
class TestDocumentContext final : public DocumentContext {
public:
    /// `bytes` as Latin-1 text.
    explicit TestDocumentContext(const std::string& bytes = {}) { open(bytes); }

    void open(const std::string& bytes) {
        forget();
        document_ = std::make_unique<Document>();
        if (!bytes.empty()) {
            const Status done =
                document_->apply(Edit::insert(0, Content::ofBytes(std::as_bytes(std::span(bytes)))));
            OCTAVO_EXPECTS(done.has_value());
        }
        present();
    }
    /// A document that is open behind another.
    struct Behind {
        std::unique_ptr<Document> document;
        std::unique_ptr<Bookmarks> bookmarks;
        std::unique_ptr<HistoryLog> historyLog;
        std::unique_ptr<ChangeList> changes;
    };
    /// As open(), but the document so far stays, to be brought back.
    [[nodiscard]] Behind openInFront(const std::string& bytes) {
        Behind behind{std::move(document_), std::move(bookmarks_), std::move(historyLog_),
                      std::move(changes_)};
        open(bytes);
        return behind;
    }
    void bringBack(Behind behind) {
        forget();
        document_ = std::move(behind.document);
        bookmarks_ = std::move(behind.bookmarks);
        historyLog_ = std::move(behind.historyLog);
        changes_ = std::move(behind.changes);
        tell();
    }
    void close() {
        forget();
        auto old = std::move(document_);
        present();
    }
    [[nodiscard]] std::string bytes() const {
        std::string text(static_cast<std::size_t>(document_->size()), '\0');
        static_cast<void>(document_->snapshot().read(0, std::as_writable_bytes(std::span(text))));
        return text;
    }

    [[nodiscard]] Document* document() const override { return document_.get(); }
    [[nodiscard]] QString documentName() const override { return QStringLiteral("test.bin"); }
    [[nodiscard]] std::string documentPath() const override { return path; }
    [[nodiscard]] QObject* documentOwner() const override { return bookmarks_.get(); }
    [[nodiscard]] Bookmarks* bookmarks() const override { return bookmarks_.get(); }
    [[nodiscard]] HistoryLog* historyLog() const override { return historyLog_.get(); }
    [[nodiscard]] ChangeList* changes() const override { return changes_.get(); }
    [[nodiscard]] ByteOffset caret() const override { return selection_.end; }
    [[nodiscard]] ByteRange selection() const override { return selection_; }
    [[nodiscard]] QString encodingName() const override { return QStringLiteral("US-ASCII"); }
    void goTo(ByteOffset offset) override { select({offset, offset}); }
    [[nodiscard]] RangeList selectedRanges() const override {
        return several_.isEmpty() ? DocumentContext::selectedRanges() : several_;
    }
    void selectRanges(const RangeList& ranges) override {
        select(ranges.isEmpty() ? ByteRange{} : ranges.all().front());
        several_ = ranges.size() > 1 ? ranges : RangeList();
        Q_EMIT selectionChanged(selection_);
    }
    void select(ByteRange range) override {
        OCTAVO_EXPECTS(range.isValid() && range.end <= document_->size());
        several_ = {};
        selection_ = range;
        Q_EMIT caretMoved(range.end);
        Q_EMIT selectionChanged(range);
    }
    void setHighlights(HighlightLayer layer, std::vector<ByteRange> ranges) override {
        highlights[layer] = std::move(ranges);
    }
    void setPatternHighlights(std::vector<ColouredRanges> sets) override {
        patternHighlights = std::move(sets);
    }
    void focusView() override { ++focusRequests; }
    Status apply(const Edit& edit) override {
        Status done = document_->apply(edit);
        if (!done)
            errors.push_back(done.error());
        return done;
    }
    Status applyTogether(const std::function<Status(Document&)>& edits) override {
        return document_->applyTogether([&] { return edits(*document_); });
    }
    [[nodiscard]] JobRunner& jobs() const override { return *jobs_; }
    void showMessage(MessageKind, const QString& text) override { messages.push_back(text); }
    void showError(const Error& error) override { errors.push_back(error); }
    /// The document in front makes room for the file.
    void openPath(const std::string& wanted) override {
        auto source = openFileSource(wanted, FileCopy::OfSmall);
        if (!source)
            return showError(source.error());
        forget();
        document_ = std::make_unique<Document>(*source);
        path = wanted;
        file = (*source)->identity();
        present();
    }
    [[nodiscard]] std::vector<OpenedDocument> openDocuments() const override {
        if (!document_)
            return {};
        return {{.owner = documentOwner(),
                 .document = document(),
                 .bookmarks = bookmarks(),
                 .name = documentName(),
                 .path = path,
                 .file = file}};
    }
    void openContent(const Content& content, const QString& name) override {
        Document opened;
        const Status done = opened.apply(Edit::insert(0, content));
        OCTAVO_EXPECTS(done.has_value());
        std::string text(static_cast<std::size_t>(opened.size()), '\0');
        static_cast<void>(opened.snapshot().read(0, std::as_writable_bytes(std::span(text))));
        openedContents.emplace_back(name, text);
    }

    std::map<HighlightLayer, std::vector<ByteRange>> highlights;
    std::vector<ColouredRanges> patternHighlights;
    std::vector<Error> errors;
    std::vector<QString> messages;
    std::vector<std::pair<QString, std::string>> openedContents;
    int focusRequests = 0;
    std::string path;                  ///< of the document
    std::optional<FileIdentity> file;  ///< of the document's file

private:
    void forget() {
        bookmarks_.reset();
        historyLog_.reset();
        changes_.reset();
        connection_ = {};
        path.clear();
        file.reset();
    }
    void present() {
        if (document_) {
            bookmarks_ = std::make_unique<Bookmarks>(*document_);
            historyLog_ = std::make_unique<HistoryLog>(*document_);
            changes_ = std::make_unique<ChangeList>(*document_);
        }
        tell();
    }
    void tell() {
        if (document_)
            connection_ =
                document_->changed.connect([this](const Change& change) { Q_EMIT documentChanged(change); });
        selection_ = {};
        Q_EMIT currentChanged();
    }

    std::unique_ptr<JobRunner> jobs_ = std::make_unique<JobRunner>();
    std::unique_ptr<Document> document_;
    std::unique_ptr<Bookmarks> bookmarks_;
    std::unique_ptr<HistoryLog> historyLog_;
    std::unique_ptr<ChangeList> changes_;
    NotifierConnection connection_;
    ByteRange selection_;
    RangeList several_;
};

}  // namespace octavo
