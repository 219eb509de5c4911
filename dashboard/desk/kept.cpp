// A small TOML file in the config folder.
#include "dashboard/desk/kept.hpp"

#include "dashboard/catalogue/folders.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/functions.hpp"
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>
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

void show_what_matters(Kept& kept) {
    for (const auto theme : {panels::maps::incident_theme, panels::maps::warning_theme})
        kept.map_hidden.erase(std::string(theme));
}

void wear_once(Kept& kept, int text_percent, std::optional<panels::Theme> theme) {
    if (text_percent > 0) {
        kept.usual_text_percent = kept.usual_text_percent.value_or(kept.text_percent);
        kept.text_percent = text_percent;
    }
    if (theme) {
        kept.usual_theme = kept.usual_theme.value_or(kept.theme);
        kept.theme = *theme;
    }
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

namespace {

/// What is wrong with a name that goes on every message; empty: nothing.
std::string wrong_with_name(const std::string& name) {
    if (name.size() > name_bytes_max)
        return fmt::format("de naam is te lang: hoogstens {} tekens", name_bytes_max);
    if (!codec::all_visible(name)) return "in de naam staan tekens die u niet ziet";
    return {};
}

/// Who sits here, as far as the file says so in a way that a message can carry.
void take_user(const toml::table& table, Kept& kept, std::vector<std::string>& wrong) {
    const auto& functions = words::functions();
    kept.user.function = Function("OvD-Bz");
    if (const auto said = table["functie"].value<std::string>()) {
        const int place = words::place_in(functions, *said);
        if (place >= 0)
            kept.user.function = Function(functions[static_cast<std::size_t>(place)]);
        else
            wrong.push_back(
                fmt::format("de functie \"{}\" is niet bekend", codec::visible(said->substr(0, 40))));
    } else if (table.contains("functie")) {
        wrong.emplace_back("de functie is geen tekst");
    }
    const auto name = table["naam"].value<std::string>();
    if (!name && table.contains("naam")) wrong.emplace_back("de naam is geen tekst");
    auto wrong_name = wrong_with_name(name.value_or(std::string()));
    if (wrong_name.empty())
        kept.user.person = PersonId(name.value_or(std::string()));
    else
        wrong.push_back(std::move(wrong_name));
    kept.named = wrong.empty() && !kept.user.person.empty();
}

/// How far each person looked. One number: as it was written before two could share a desk.
Seen seen_of(const toml::node& persons, const panels::User& user) {
    Seen seen;
    const auto take = [&](const std::string& person, const toml::node& sequence) {
        if (const auto value = sequence.value<std::int64_t>(); value && *value > 0)
            seen[person] = static_cast<Sequence>(*value);
    };
    if (const auto* table = persons.as_table())
        for (const auto& [person, sequence] : *table)
            take(std::string(person.str()), sequence);
    else
        take(user.person.value, persons);
    return seen;
}

std::string complaint_about(const fs::path& file, const std::string& wrong) {
    return fmt::format("{}: {}. Zeg wie u bent; daarna staat het goed in dit bestand.",
                       codec::visible(file.string()), wrong);
}

} // namespace

Kept load_kept() {
    return load_kept(kept_file());
}

Kept load_kept(const fs::path& file) {
    Kept kept;
    std::error_code none;
    if (!fs::exists(file, none)) {
        kept.user.function = Function("OvD-Bz");
        return kept;
    }
    try {
        const toml::table table = toml::parse_file(file.string());
        std::vector<std::string> wrong;
        take_user(table, kept, wrong);
        if (!wrong.empty())
            kept.complaint = complaint_about(file, fmt::format("{}", fmt::join(wrong, " en ")));
        kept.text_percent = std::clamp(table["tekst"].value_or(100), 80, 200);
        kept.theme = theme_named(table["kleuren"].value_or(std::string())).value_or(panels::Theme::dark);
        if (const auto* hidden = table["kaart_uit"].as_array())
            for (const auto& layer : *hidden)
                if (const auto name = layer.value<std::string>()) kept.map_hidden.insert(*name);
        show_what_matters(kept);
        if (const auto* seen = table["gezien"].as_table())
            for (const auto& [journal, persons] : *seen)
                kept.seen[std::string(journal.str())] = seen_of(persons, kept.user);
    } catch (const toml::parse_error& error) {
        Kept spoilt;
        spoilt.user.function = Function("OvD-Bz");
        spoilt.complaint =
            complaint_about(file, fmt::format("regel {} is niet te lezen, misschien is het bestand maar half",
                                              error.source().begin.line));
        return spoilt;
    }
    return kept;
}

void save_kept(const Kept& kept) {
    toml::table seen;
    std::error_code ignored; // a journal that is gone is forgotten
    for (const auto& [journal, persons] : kept.seen) {
        if (!fs::exists(journal, ignored)) continue;
        toml::table of_persons;
        for (const auto& [person, sequence] : persons)
            of_persons.insert_or_assign(person, static_cast<std::int64_t>(sequence));
        seen.insert_or_assign(journal, std::move(of_persons));
    }
    toml::table table{{"functie", kept.user.function.value},
                      {"naam", kept.user.person.value},
                      {"tekst", kept.usual_text_percent.value_or(kept.text_percent)},
                      {"kleuren", name_of(kept.usual_theme.value_or(kept.theme))}};
    toml::array hidden;
    for (const auto& layer : kept.map_hidden)
        hidden.push_back(layer);
    table.insert_or_assign("kaart_uit", std::move(hidden));
    table.insert_or_assign("gezien", std::move(seen));
    // Whole or not at all: a desk that stops half way leaves the file that was.
    const fs::path file = kept_file(), made = file.string() + ".nieuw";
    std::ofstream out(made);
    out << table << '\n';
    out.close();
    if (out) fs::rename(made, file, ignored);
}

} // namespace regiekamer::desk
