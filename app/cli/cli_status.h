#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"

namespace octavo {

/// How octavo-cli ends; scripts rely on the numbers.
enum class ExitStatus : int {
    Done = 0,
    NothingFound = 1,  ///< or files differ
    Misuse = 2,        ///< wrong usage or malformed input
    Refused = 3,       ///< the world said no
};

/// What happened, as a sentence for standard error, without the file's name. `detail` is left out when it
/// only repeats `subject`.
[[nodiscard]] std::string sentenceFor(const Error& error, std::string_view subject);

/// The status that an error ends the program with.
[[nodiscard]] ExitStatus statusFor(const Error& error);

/// Writes "octavo-cli: SUBJECT: message" to standard error; an empty subject is left out.
void note(std::string_view subject, std::string_view message);

/// Notes the error and returns its status.
[[nodiscard]] ExitStatus report(std::string_view subject, const Error& error);

/// Notes wrong usage and returns Misuse.
[[nodiscard]] ExitStatus misuse(std::string_view subject, std::string_view message);

}  // namespace octavo
