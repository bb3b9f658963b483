# The rules that every target of ours shares, as one interface target.
add_library(octavo_rules INTERFACE)
target_include_directories(octavo_rules INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(octavo_rules INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -fstack-protector-strong -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=
  $<$<BOOL:${OCTAVO_WERROR}>:-Werror>)
# g++ 12 takes some additions of short texts for overlapping copies, and moving a short text for a copy of all that one
# can hold; later versions do not.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(octavo_rules INTERFACE -Wno-restrict -Wno-array-bounds)
endif()
target_compile_definitions(octavo_rules INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(OCTAVO_SANITIZE)
  target_compile_options(octavo_rules INTERFACE
    -fsanitize=${OCTAVO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(octavo_rules INTERFACE -fsanitize=${OCTAVO_SANITIZE})
endif()

if(OCTAVO_FUZZ)
  target_compile_options(octavo_rules INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What Qt code of ours may and may not use.
add_library(octavo_qt_rules INTERFACE)
target_link_libraries(octavo_qt_rules INTERFACE octavo_rules)
target_compile_definitions(octavo_qt_rules INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# octavo_units(TARGET NAME...): adds NAME.h and, where it exists, NAME.cpp from the current folder.
function(octavo_units target)
  foreach(unit IN LISTS ARGN)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.cpp)
      target_sources(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.cpp)
    endif()
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.h)
      target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
        FILES ${CMAKE_CURRENT_SOURCE_DIR}/${unit}.h)
    endif()
  endforeach()
endfunction()

# octavo_precompile(TARGET HEADER...): parses headers of other people's once for a target of many files, which for Qt's
# more than halves its build time. Every header of ours still compiles alone: preset `check` proves it without these.
option(OCTAVO_PRECOMPILE "Precompile the headers of Qt and of the standard library" ON)
set(octavo_standard_headers <algorithm> <functional> <map> <memory> <optional> <span> <string> <vector>)
function(octavo_precompile target)
  if(OCTAVO_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN} ${octavo_standard_headers})
  endif()
endfunction()
