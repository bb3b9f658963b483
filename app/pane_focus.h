#pragma once

#include <cstdint>

namespace octavo {

struct AppParts;

enum class PaneDirection : std::uint8_t { Next, Previous };

/// Moves the keyboard round the window: hex view, each panel that can be seen, the find bar if it is open,
/// and from there to the hex view again. A pane gives it to the control that last had it, or to its first.
void focusPane(const AppParts& parts, PaneDirection direction);

}  // namespace octavo
