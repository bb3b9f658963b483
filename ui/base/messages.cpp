#include "ui/base/messages.h"

#include <system_error>

#include <QCoreApplication>

#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// What happened and what to do, each a sentence; %1 stands for the thing concerned.
struct Wording {
    QString happened;
    QString nextStep;
};

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(octavo::Messages)
};

Wording fileWording(ErrorCode code) {
    switch (code) {
        case ErrorCode::NotFound:
            return {Messages::tr("%1 was not found."),
                    Messages::tr("Check the name, or whether the drive is mounted.")};
        case ErrorCode::AccessDenied:
            return {Messages::tr("You have no permission to do that with %1."),
                    Messages::tr("Change its permissions, or save a copy somewhere else.")};
        case ErrorCode::IsDirectory:
            return {Messages::tr("%1 is a folder, not a file."), Messages::tr("Open a file inside it.")};
        case ErrorCode::NotRegularFile:
            return {Messages::tr("%1 is a pipe, a socket or a device without a size."),
                    Messages::tr("Copy its data to a file first, and open that.")};
        case ErrorCode::OpenFailed:
            return {Messages::tr("%1 could not be opened."),
                    Messages::tr("See whether another program can open it.")};
        case ErrorCode::ReadFailed:
            return {Messages::tr("%1 could not be read."),
                    Messages::tr("Check the drive and its connection, then reload the file.")};
        case ErrorCode::WriteFailed:
            return {Messages::tr("%1 could not be written; its old content is untouched."),
                    Messages::tr("Try again, or save a copy on another drive.")};
        case ErrorCode::SyncFailed:
            return {Messages::tr("The drive did not confirm that %1 is stored safely."),
                    Messages::tr("Save a copy on another drive before you close the document.")};
        case ErrorCode::DiskFull:
            return {Messages::tr("There is no room to write %1."),
                    Messages::tr(
                        "Free some space, or save a copy on another drive; your changes are still here.")};
        case ErrorCode::Immutable:
            return {Messages::tr("%1 carries a mark that forbids to change it (immutable or append only)."),
                    Messages::tr("Take the mark away (chattr -i -a), or save under another name.")};
        case ErrorCode::NeedsRecovery:
            return {
                Messages::tr("Saving was cut off, and the file is neither old nor new: %1 remembers what it "
                             "takes to mend it."),
                Messages::tr(
                    "Leave that file where it is and open the document again: the save is then undone "
                    "or completed.")};
        case ErrorCode::ChangedOnDisk:
            return {Messages::tr("%1 was changed by another program since it was opened."),
                    Messages::tr("Reload it, or save your version under another name.")};
        case ErrorCode::Unreadable:
            return {Messages::tr("Part of %1 cannot be read, so nothing was made from it."),
                    Messages::tr("Choose a range without the damaged part, or repair the file first.")};
        default:
            return {};
    }
}

Wording workWording(ErrorCode code) {
    switch (code) {
        case ErrorCode::Cancelled:
            return {Messages::tr("%1: stopped as you asked."),
                    Messages::tr("Nothing was changed; start it again when you like.")};
        case ErrorCode::OutOfRange:
            return {Messages::tr("%1: the place lies outside the document."),
                    Messages::tr("Enter an offset between 0 and the document's size.")};
        case ErrorCode::TooLarge:
            return {Messages::tr("%1: the result would be too large."),
                    Messages::tr("Choose a smaller range or length.")};
        case ErrorCode::Malformed:
            return {Messages::tr("%1 does not have the expected form."),
                    Messages::tr("Correct it at the place named and try again.")};
        case ErrorCode::Unsupported:
            return {Messages::tr("%1 is not supported here."),
                    Messages::tr("Choose another format or method.")};
        case ErrorCode::Truncated:
            return {Messages::tr("%1 ends too early."),
                    Messages::tr("Select the data up to its real end, or check that it is whole.")};
        case ErrorCode::ChecksumMismatch:
            return {Messages::tr("%1: the stored check value does not match the data."),
                    Messages::tr("The data is damaged or incomplete; get it again if you can.")};
        case ErrorCode::LimitReached:
            return {Messages::tr("%1: the work was stopped at its limit."),
                    Messages::tr("Raise the limit or choose a smaller range.")};
        case ErrorCode::LibraryFailed:
            return {Messages::tr("%1: a library reported a failure."),
                    Messages::tr("Try again with other settings or a smaller range.")};
        case ErrorCode::Busy:
            return {Messages::tr("%1 is busy with something else."),
                    Messages::tr("Wait until that has ended, or stop it, and try again.")};
        default:
            return {};
    }
}

QString thingConcerned(const Error& error, const QString& subject) {
    if (!error.detail.empty())
        return Messages::tr("“%1”").arg(toDisplayText(error.detail));
    if (!subject.isEmpty())
        return Messages::tr("“%1”").arg(subject);
    return Messages::tr("The data");
}

}  // namespace

QString messageFor(const Error& error, const QString& subject) {
    Wording wording = fileWording(error.code);
    if (wording.happened.isEmpty())
        wording = workWording(error.code);
    QString text = wording.happened.arg(thingConcerned(error, subject));
    if (error.offset)
        text += u' ' + Messages::tr("It happened at offset %1.").arg(offsetText(*error.offset));
    if (error.systemCode != 0) {
        const QString reason = toDisplayText(std::generic_category().message(error.systemCode));
        text += u' ' + Messages::tr("The system says: %1.").arg(reason);
    }
    return text + u' ' + wording.nextStep;
}

QString editName(EditKind kind) {
    switch (kind) {
        case EditKind::Type:
            return Messages::tr("Typing");
        case EditKind::Backspace:
        case EditKind::Delete:
            return Messages::tr("Delete");
        case EditKind::Insert:
            return Messages::tr("Insert");
        case EditKind::Overwrite:
            return Messages::tr("Overwrite");
        case EditKind::Cut:
            return Messages::tr("Cut");
        case EditKind::Paste:
            return Messages::tr("Paste");
        case EditKind::Fill:
            return Messages::tr("Fill");
        case EditKind::Resize:
            return Messages::tr("Resize");
        case EditKind::Replace:
            return Messages::tr("Replace");
        case EditKind::Value:
            return Messages::tr("Value");
        case EditKind::Transform:
            return Messages::tr("Transform");
        case EditKind::Import:
            return Messages::tr("Import");
        case EditKind::Reload:
            return Messages::tr("Reload");
    }
    return {};
}

}  // namespace octavo
