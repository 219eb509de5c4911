// Where the files stand that are read once: those of the program, and those of the user.
#pragma once

#include <filesystem>

namespace regiekamer::catalogue {

/// The folder `assets`: REGIEKAMER_ASSETS, else beside the program or its sources.
std::filesystem::path assets_folder();
/// `regiekamer` in an XDG folder: of the variable, else in the home folder. It need not be there.
std::filesystem::path user_folder(const char* variable, const char* otherwise);
/// The user's own task cards, requirements and settings.
std::filesystem::path config_folder();

} // namespace regiekamer::catalogue
