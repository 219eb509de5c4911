// A small TOML file in the config folder.
#include "dashboard/desk/kept.hpp"

#include "dashboard/catalogue/folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <toml++/toml.h>

namespace regiekamer::desk {
namespace {

namespace fs = std::filesystem;

fs::path made(fs::path folder) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    return folder;
}

fs::path kept_file() {
    return config_folder() / "werkplek.toml";
}

} // namespace

fs::path state_folder() {
    return made(catalogue::user_folder("XDG_STATE_HOME", ".local/state"));
}
fs::path config_folder() {
    return made(catalogue::config_folder());
}

fs::path assets_folder() {
    return catalogue::assets_folder();
}

std::optional<panels::Theme> theme_named(std::string_view name) {
    for (const auto theme : {panels::Theme::dark, panels::Theme::light, panels::Theme::contrast})
        if (name_of(theme) == name) return theme;
    return std::nullopt;
}

std::string_view name_of(panels::Theme theme) {
    switch (theme) {
    case panels::Theme::dark:
        return "donker";
    case panels::Theme::light:
        return "licht";
    case panels::Theme::contrast:
        return "contrast";
    }
    return {};
}

Kept load_kept() {
    Kept kept;
    try {
        const toml::table table = toml::parse_file(kept_file().string());
        kept.user.function = Function(table["functie"].value_or(std::string("OvD-Bz")));
        kept.user.person = PersonId(table["naam"].value_or(std::string()));
        kept.named = !kept.user.person.empty();
        kept.text_percent = std::clamp(table["tekst"].value_or(100), 80, 200);
        kept.theme = theme_named(table["kleuren"].value_or(std::string())).value_or(panels::Theme::dark);
        if (const auto* seen = table["gezien"].as_table())
            for (const auto& [journal, sequence] : *seen)
                if (const auto value = sequence.value<std::int64_t>(); value && *value > 0)
                    kept.seen[std::string(journal.str())] = static_cast<Sequence>(*value);
    } catch (const toml::parse_error&) {
        return Kept{};
    }
    return kept;
}

void save_kept(const Kept& kept) {
    toml::table seen;
    std::error_code ignored; // a journal that is gone is forgotten
    for (const auto& [journal, sequence] : kept.seen)
        if (fs::exists(journal, ignored)) seen.insert_or_assign(journal, static_cast<std::int64_t>(sequence));
    toml::table table{{"functie", kept.user.function.value},
                      {"naam", kept.user.person.value},
                      {"tekst", kept.text_percent},
                      {"kleuren", name_of(kept.theme)}};
    table.insert_or_assign("gezien", std::move(seen));
    std::ofstream(kept_file()) << table << '\n';
}

} // namespace regiekamer::desk
