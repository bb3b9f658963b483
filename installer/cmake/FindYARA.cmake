# libyara, as YARA::YARA. Debian's package brings no CMake file of its own.
find_path(YARA_INCLUDE_DIR yara.h)
find_library(YARA_LIBRARY yara)
mark_as_advanced(YARA_INCLUDE_DIR YARA_LIBRARY)

if(YARA_INCLUDE_DIR AND EXISTS ${YARA_INCLUDE_DIR}/yara/libyara.h)
  file(STRINGS ${YARA_INCLUDE_DIR}/yara/libyara.h numbers REGEX "define YR_(MAJOR|MINOR|MICRO)_VERSION ")
  list(TRANSFORM numbers REPLACE ".* " "")
  list(JOIN numbers "." YARA_VERSION)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(YARA REQUIRED_VARS YARA_LIBRARY YARA_INCLUDE_DIR VERSION_VAR YARA_VERSION)
if(YARA_FOUND AND NOT TARGET YARA::YARA)
  # Only for programs that use it.
  add_library(YARA::YARA INTERFACE IMPORTED)
  set_target_properties(YARA::YARA PROPERTIES
    INTERFACE_LINK_LIBRARIES "-Wl,--push-state,--as-needed;${YARA_LIBRARY};-Wl,--pop-state"
    INTERFACE_INCLUDE_DIRECTORIES ${YARA_INCLUDE_DIR})
endif()
