#pragma once

#include <thread>

namespace octavo {

/// Reads the system's font configuration on a thread of its own while Qt connects to the display: the first
/// text drawn needs both, and each takes about as long as the other. Make one as the first thing in main();
/// destroying it waits.
///
/// Qt asks fontconfig for the same configuration later, from whichever thread; fontconfig makes one only and
/// guards it.
class FontPreparation {
public:
    FontPreparation();

private:
    std::jthread thread_;
};

}  // namespace octavo
