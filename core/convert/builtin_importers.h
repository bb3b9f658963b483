#pragma once

#include "core/convert/importer.h"

namespace octavo {

/// \file The families of importers.

/// The bytes themselves, shared, not copied.
[[nodiscard]] ImporterInfo rawImporter();
/// Pairs of digits of either case. White space, commas and colons may stand between pairs, "0x" or "\x"
/// before one.
[[nodiscard]] ImporterInfo hexImporter();
/// RFC 4648, both alphabets, white space ignored; padding must be complete and nothing may follow it.
[[nodiscard]] ImporterInfo base64Importer();
/// What `xxd` and `hexdump -C` print, with `*` for repeated rows. The text column is not looked at.
[[nodiscard]] ImporterInfo hexdumpImporter();
/// Intel HEX, record types 00 to 05; the end record is required.
[[nodiscard]] ImporterInfo intelHexImporter();
/// Motorola S-records S0 to S9; a terminating or a count record is required, a count must be right.
[[nodiscard]] ImporterInfo sRecordImporter();

}  // namespace octavo
