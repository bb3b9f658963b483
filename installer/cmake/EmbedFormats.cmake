# Writes the descriptions in FOLDER as one C++ file: cmake -DFOLDER=... -DOUTPUT=... -P EmbedFormats.cmake
file(GLOB files LIST_DIRECTORIES false "${FOLDER}/*.ksy")
list(SORT files)
set(texts "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  string(APPEND texts "constexpr std::string_view kText${count} = R\"ksy-file(${text})ksy-file\";\n")
  string(APPEND entries "    {\"${name}\", kText${count}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made from resources/formats.
#include \"core/structure/builtin_formats.h\"

#include <array>

namespace octavo {

namespace {

${texts}
constexpr std::array<BuiltinFormat, ${count}> kFormats = {{
${entries}}};

}  // namespace

std::span<const BuiltinFormat> builtinFormats() {
    return kFormats;
}

}  // namespace octavo
")
