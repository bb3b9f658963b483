#pragma once

namespace octavo {

struct AppParts;

/// Says so when what was just copied can only be pasted within Octavo because there is much of it, and offers
/// to make it available to other programs, or to a file where it is too much for that. UI thread.
void tellIfCopiedOnlyHere(const AppParts& parts);

}  // namespace octavo
