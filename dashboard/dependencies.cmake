# The Debian packages of dashboard/packages as CMake targets; the only place that looks for them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS json)
pkg_check_modules(ZMQ REQUIRED IMPORTED_TARGET libzmq)
# Its .pc file hands on the flags of what it is itself built with, and CMake sorts those another way at its second run: all
# that sees zmq.h was compiled again. The header stands where the compiler looks anyway.
set_target_properties(PkgConfig::ZMQ PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "" INTERFACE_COMPILE_OPTIONS "")
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
find_package(SQLiteCpp REQUIRED)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
find_package(date REQUIRED)
pkg_check_modules(PROJ REQUIRED IMPORTED_TARGET proj)
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)
find_package(pugixml REQUIRED)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(XMLSEC REQUIRED IMPORTED_TARGET xmlsec1-openssl)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
find_package(CLI11 REQUIRED)
# Debian 13's libxlsxwriter-dev has no .pc file.
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
add_library(xlsxwriter::xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter::xlsxwriter PROPERTIES
  IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE}")
pkg_check_modules(NOTIFY REQUIRED IMPORTED_TARGET libnotify)
find_package(glfw3 3.3 REQUIRED)
find_package(Freetype REQUIRED)
find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL)
pkg_check_modules(IMGUI_PC REQUIRED imgui)
find_library(IMGUI_LIBRARY imgui REQUIRED)
find_library(STB_LIBRARY stb REQUIRED)
# imgui.pc names none of what the static archive needs, so the dependencies stand here.
add_library(imgui::imgui UNKNOWN IMPORTED)
set_target_properties(imgui::imgui PROPERTIES
  IMPORTED_LOCATION "${IMGUI_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${IMGUI_PC_INCLUDE_DIRS}"
  INTERFACE_LINK_LIBRARIES "glfw;Freetype::Freetype;OpenGL::OpenGL;${STB_LIBRARY};${CMAKE_DL_LIBS}")
