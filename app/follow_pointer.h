#pragma once

namespace octavo {

struct AppParts;

/// Goes where the pointer at the caret, or the selected one, leads, read as last chosen; says so when that is
/// nowhere. REQUIRES: a document is open.
void followPointer(const AppParts& parts);

/// Asks how to read it first, remembers that, and goes there. REQUIRES: a document is open.
void askAndFollowPointer(const AppParts& parts);

}  // namespace octavo
