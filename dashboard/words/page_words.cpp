#include "dashboard/words/page_words.hpp"

#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <regex>

namespace regiekamer::words {
namespace {

constexpr std::array<std::string_view, 25> regions{"Groningen",
                                                   "Fryslân",
                                                   "Drenthe",
                                                   "IJsselland",
                                                   "Twente",
                                                   "Noord- en Oost-Gelderland",
                                                   "Gelderland-Midden",
                                                   "Gelderland-Zuid",
                                                   "Utrecht",
                                                   "Noord-Holland Noord",
                                                   "Zaanstreek-Waterland",
                                                   "Kennemerland",
                                                   "Amsterdam-Amstelland",
                                                   "Gooi en Vechtstreek",
                                                   "Haaglanden",
                                                   "Hollands Midden",
                                                   "Rotterdam-Rijnmond",
                                                   "Zuid-Holland Zuid",
                                                   "Zeeland",
                                                   "Midden- en West-Brabant",
                                                   "Brabant-Noord",
                                                   "Brabant-Zuidoost",
                                                   "Limburg-Noord",
                                                   "Zuid-Limburg",
                                                   "Flevoland"};

/// The blocks of the control rooms when capcodes were given out; counted in a public table.
constexpr std::array<std::string_view, 15> control_rooms{
    "Amsterdam-Amstelland, Zaanstreek-Waterland of Kennemerland",
    "Noord-Holland Noord",
    "Fryslân",
    "Groningen",
    "Drenthe",
    "IJsselland of Twente",
    "Utrecht, Gooi en Vechtstreek of Flevoland",
    "Noord- en Oost-Gelderland",
    "Gelderland-Midden of -Zuid",
    "Limburg",
    "Brabant-Noord of -Zuidoost",
    "Midden- en West-Brabant",
    "Zeeland",
    "Rotterdam-Rijnmond of Zuid-Holland Zuid",
    "Haaglanden of Hollands Midden"};

std::string first_of(const std::string& text, const std::regex& pattern) {
    std::smatch found;
    return std::regex_search(text, found, pattern) ? found.str(1) : std::string();
}

std::string postcode_of(const std::string& text) {
    static const std::regex pattern(R"(\b([1-9][0-9]{3}) ?([A-Z]{2})\b)");
    std::smatch found;
    return std::regex_search(text, found, pattern) ? found.str(1) + " " + found.str(2) : std::string();
}

std::string padded(const Capcode& capcode) {
    return fmt::format("{:0>7}", capcode.value);
}

std::size_t block_of(const Capcode& capcode) {
    const std::string digits = padded(capcode);
    if (digits.size() != 7 ||
        !std::all_of(digits.begin(), digits.begin() + 2, [](char c) { return c >= '0' && c <= '9'; }))
        return 0;
    const int block = (digits[0] - '0') * 10 + (digits[1] - '0');
    return block <= static_cast<int>(control_rooms.size()) ? static_cast<std::size_t>(block) : 0;
}

std::int64_t number_of(const Capcode& capcode) {
    try {
        return std::stoll(capcode.value);
    } catch (const std::logic_error&) {
        return -1; // free text of a client of somebody else's
    }
}

std::string who(const Capcode& capcode, const CapcodeNames& names) {
    if (const auto found = names.find(number_of(capcode)); found != names.end()) return found->second;
    const std::size_t block = block_of(capcode);
    const std::string discipline = discipline_of(capcode);
    if (block == 0 && discipline.empty()) return "niet in een tabel";
    return fmt::format("niet in een tabel; lijkt {}{}{}", discipline, discipline.empty() ? "" : ", ",
                       block == 0 ? "landelijk" : control_rooms.at(block - 1));
}

} // namespace

std::string talkgroup_of(const std::string& text) {
    static const std::regex pattern(R"(\b([A-Z]{2,3}(?:-[A-Z]{2,3})?-[0-9]{1,3})\b)", std::regex::icase);
    return first_of(text, pattern);
}

std::string road_of(const std::string& text) {
    static const std::regex placed(R"(\b([AN][0-9]{1,3} (?:(?:re|li)\b)?(?: ?[0-9]{1,3}[,.][0-9])?))",
                                   std::regex::icase);
    static const std::regex alone(R"(\b(A[0-9]{2,3}|A[3-9]|N[0-9]{2,3})\b)");
    for (std::sregex_iterator at(text.begin(), text.end(), placed), end; at != end; ++at) {
        const std::string road = at->str(1);
        if (road.find(' ') + 1 < road.size())
            return road.back() == ' ' ? road.substr(0, road.size() - 1) : road;
    }
    return first_of(text, alone);
}

std::vector<std::string> units_of(const std::string& text) {
    static const std::regex pattern(R"((\b(?:bon|rit:?|ritnr:?|icnum:?|gms:?) *)?\b([0-9]{5,6})\b)",
                                    std::regex::icase);
    std::vector<std::string> units;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        if (!(*at)[1].matched && !region_of_unit(at->str(2)).empty()) units.push_back(at->str(2));
    return units;
}

std::string region_of_unit(const std::string& unit) {
    if (unit.size() < 5) return {};
    const int region = (unit[0] - '0') * 10 + (unit[1] - '0');
    if (region < 1 || region > static_cast<int>(regions.size())) return {};
    return std::string(regions.at(static_cast<std::size_t>(region) - 1));
}

std::string region_of(const std::vector<Capcode>& capcodes) {
    std::array<int, control_rooms.size()> votes{};
    for (const auto& capcode : capcodes)
        if (const auto block = block_of(capcode); block > 0) ++votes.at(block - 1);
    const auto most = std::max_element(votes.begin(), votes.end());
    if (*most == 0) return {};
    return std::string(control_rooms.at(static_cast<std::size_t>(most - votes.begin())));
}

std::string discipline_of(const Capcode& capcode) {
    switch (padded(capcode)[2]) {
    case '0':
    case '1':
    case '7':
        return "brandweer of gemeente";
    case '2':
        return "ambulance";
    case '3':
        return "politie";
    default:
        return {};
    }
}

std::string stamp_mark(const PageReceived& page, const Recorded& fact) {
    return stamp_doubtful(page, fact.message.time, fact.recorded) ? " (klok van de ontvanger wijkt af)" : "";
}

std::vector<std::pair<std::string, std::string>> page_rows(const PageReceived& page,
                                                           const CapcodeNames& names) {
    constexpr std::size_t most = 12;
    std::vector<std::pair<std::string, std::string>> rows;
    const auto add = [&](const char* name, std::string value) {
        if (!value.empty()) rows.emplace_back(name, std::move(value));
    };
    if (percent_may_damage(page.raw))
        add("let op", "er staat een % in de tekst: de ontvanger kan die beschadigd hebben");
    add("gespreksgroep", talkgroup_of(page.text));
    add("weg", road_of(page.text));
    if (const auto postcode = postcode_of(page.text); !page.place || !page.place->starts_with(postcode))
        add("postcode", postcode);
    const auto units = units_of(page.text);
    add("eenheden", fmt::format("{}", fmt::join(units, ", ")));
    if (!units.empty())
        add("regio", region_of_unit(units.front()));
    else if (const auto region = region_of(page.capcodes); !region.empty())
        add("regio", region + " (naar de capcodes)");
    for (std::size_t i = 0; i < std::min(most, page.capcodes.size()); ++i)
        rows.emplace_back("capcode " + page.capcodes[i].value, who(page.capcodes[i], names));
    if (page.capcodes.size() > most)
        rows.emplace_back("capcodes", fmt::format("en nog {}", page.capcodes.size() - most));
    return rows;
}

} // namespace regiekamer::words
