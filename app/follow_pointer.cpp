#include "app/follow_pointer.h"

#include "app/app_parts.h"
#include "app/dialogs.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "app/window_context.h"
#include "ui/dialogs/follow_pointer_dialog.h"

namespace octavo {

namespace {

OffsetScope scopeOf(const AppParts& parts) {
    const DocumentView& view = *parts.window.currentView();
    const ByteCount marked = view.view().options().sectorSize;
    return {.size = parts.context.document()->size(),
            .caret = parts.context.caret(),
            .sectorSize = marked > 0 ? marked : view.document().geometry().sectorSize,
            .records = view.records()};
}

PointerPlace placeOf(const AppParts& parts, int width) {
    return pointerPlace(parts.context.selection(), parts.context.caret(), width);
}

}  // namespace

void followPointer(const AppParts& parts) {
    const PointerChoice choice = parts.window.pointerChoice();
    auto form = formOf(choice, scopeOf(parts));
    if (!form) {  // its base makes no sense in this document: the dialog says why
        askAndFollowPointer(parts);
        return;
    }
    const PointerPlace place = placeOf(parts, form->width);
    form->width = place.width;
    const Document& document = *parts.context.document();
    const auto reading = readPointer(document.snapshot(), place.at, *form);
    if (!reading)
        parts.context.showMessage(MessageKind::Warning, pointerProblem(reading.error(), place.width));
    else if (!reading->target)
        parts.context.showMessage(MessageKind::Warning, pointerOutcome(*reading, document.size()));
    else
        parts.context.goTo(*reading->target);
}

void askAndFollowPointer(const AppParts& parts) {
    PointerChoice choice = parts.window.pointerChoice();
    const PointerPlace place = placeOf(parts, choice.form.width);
    choice.form.width = place.width;
    auto* dialog = new FollowPointerDialog(parts.context.document()->snapshot(), scopeOf(parts), place.at,
                                           choice, &parts.window);
    openDialog(dialog, [parts](const FollowPointerDialog* answered) {
        parts.settings.setPointerChoice(answered->choice());
        parts.window.setPointerChoice(answered->choice());
        if (answered->target() && parts.context.document() != nullptr)
            parts.context.goTo(*answered->target());
    });
}

}  // namespace octavo
