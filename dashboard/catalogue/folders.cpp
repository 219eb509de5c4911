// From the environment to folders; nothing is made.
#include "dashboard/catalogue/folders.hpp"

#include <cstdlib>

namespace regiekamer::catalogue {

namespace fs = std::filesystem;

fs::path assets_folder() {
    if (const char* set = std::getenv("REGIEKAMER_ASSETS")) return set;
    std::error_code ec;
    const fs::path program = fs::read_symlink("/proc/self/exe", ec);
    const fs::path installed = program.parent_path().parent_path() / "share/regiekamer";
    return fs::exists(installed, ec) ? installed : fs::path(REGIEKAMER_ASSETS_BESIDE_SOURCES);
}

fs::path user_folder(const char* variable, const char* otherwise) {
    const char* set = std::getenv(variable);
    const char* home = std::getenv("HOME");
    const fs::path folder =
        set != nullptr && *set == '/' ? fs::path(set) : fs::path(home == nullptr ? "/tmp" : home) / otherwise;
    return folder / "regiekamer";
}

fs::path config_folder() {
    return user_folder("XDG_CONFIG_HOME", ".config");
}

} // namespace regiekamer::catalogue
