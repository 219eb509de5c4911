// What the desk keeps between two starts (who you are, size of text, colours), and where files are.
#pragma once

#include "dashboard/desk/presence.hpp"

#include <filesystem>
#include <map>
#include <set>

namespace regiekamer::desk {

/// XDG state and config folders of Regiekamer; made when they are not there.
std::filesystem::path state_folder();
std::filesystem::path config_folder();
/// The folder `assets`: REGIEKAMER_ASSETS, else beside the program or its sources.
std::filesystem::path assets_folder();

struct Kept {
    panels::User user;
    bool named = false; ///< the user has said who they are
    int text_percent = 100;
    panels::Theme theme = panels::Theme::dark;
    /// What is kept instead of these two, where they hold for this start only.
    std::optional<int> usual_text_percent{};
    std::optional<panels::Theme> usual_theme{};
    std::map<std::string, Seen> seen; ///< by journal
    std::set<std::string> map_hidden; ///< themes and own layers of the map that are switched off
    std::string complaint; ///< Dutch: what of the file cannot be used, and what to do; empty: nothing
};

/// Shows in this size (0: as kept) and these colours, until the user chooses others. What is kept stays.
void wear_once(Kept& kept, int text_percent, std::optional<panels::Theme> theme);

/// A new incident, or a new start: what somebody must see at 03:00 is on the map again.
void show_what_matters(Kept& kept);

/// The word for a theme on the command line and in the kept settings.
std::string_view name_of(panels::Theme theme);
std::optional<panels::Theme> theme_named(std::string_view name);

/// A missing file gives the defaults. Of one that is spoilt what can be used is used, and `complaint` says
/// what cannot: nobody is kept from working by a setting, and nobody is somebody by mistake.
Kept load_kept();
Kept load_kept(const std::filesystem::path& file);
void save_kept(const Kept& kept);

} // namespace regiekamer::desk
