#pragma once

#include "ui/hexview/editor_state.h"

namespace octavo {

class HexView;

/// Lets Qt find the accessible interface of every HexView. Calling it again does nothing.
void installHexAccessible();

/// Tells assistive technology, when there is any, that the state changed.
void tellAccessibility(HexView& view, const EditorState& before, const EditorState& after);

}  // namespace octavo
