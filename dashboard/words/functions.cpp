// The table, once.
#include "dashboard/words/functions.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::words {
namespace {

struct Entry {
    const char* name;
    bool acts; ///< may own an action; who plans, leads an exercise or looks on does not
};

constexpr Entry table[] = {{"OvD-Bz", true},
                           {"AC-Bz", true},
                           {"HTO Publieke zorg", true},
                           {"HTO Omgevingszorg", true},
                           {"HTO Ondersteuning", true},
                           {"HTO Crisiscommunicatie", true},
                           {"communicatieadviseur CoPI", true},
                           {"informatiemanager", true},
                           {"informatiemanager ROT", true},
                           {"teamleider opvang", true},
                           {"ARB", true},
                           {"burgemeester", true},
                           {"gemeentesecretaris", true},
                           {"BT-adviseur", true},
                           {"crisiscoördinator", true},
                           {"evenementencoördinator", true},
                           {"CISO", true},
                           {"bouw- en woningtoezicht", true},
                           {"wijkbeheer", true},
                           {"piketplanner", false},
                           {"oefenleider", false},
                           {"waarnemer", false},
                           {"meekijker", false}};

std::vector<std::string> names_where(bool all) {
    std::vector<std::string> names;
    for (const auto& entry : table)
        if (all || entry.acts) names.emplace_back(entry.name);
    return names;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

const std::vector<std::string>& functions() {
    static const auto names = names_where(true);
    return names;
}

const std::vector<std::string>& owners() {
    static const auto names = names_where(false);
    return names;
}

const std::vector<std::string>& deciders() {
    static const std::vector<std::string> names{
        "leider CoPI", "ROL",    "burgemeester", "voorzitter veiligheidsregio", "OvD-Brandweer", "OvD-G",
        "OvD-P",       "OvD-Bz", "CaCo"};
    return names;
}

bool decides_as_a_rule(std::int64_t from, std::int64_t to, std::string_view name) {
    if (to < from) return name == deciders()[static_cast<std::size_t>(usual_decider(from, to))];
    const auto one_of = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (to <= 1) return name.starts_with("OvD-") || one_of({"leider CoPI", "CaCo"});
    if (to == 2) return one_of({"leider CoPI", "ROL"});
    if (to == 3) return one_of({"burgemeester"});
    if (to == 4) return one_of({"voorzitter veiligheidsregio", "burgemeester"});
    return one_of({"voorzitter veiligheidsregio"});
}

int usual_decider(std::int64_t from, std::int64_t to) {
    const auto highest = std::max(from, to); // scaling down: who leads the highest team
    if (highest <= 2) return from == 2 && to < 2 ? 1 : 0;
    return highest == 3 ? 2 : 3;
}

std::string_view process_of(const Function& owner) {
    struct Process {
        std::string_view owner, process;
    };
    static constexpr std::array all{Process{"HTO Publieke zorg", "Publieke zorg"},
                                    Process{"teamleider opvang", "Publieke zorg"},
                                    Process{"HTO Omgevingszorg", "Omgevingszorg"},
                                    Process{"bouw- en woningtoezicht", "Omgevingszorg"},
                                    Process{"wijkbeheer", "Omgevingszorg"},
                                    Process{"HTO Ondersteuning", "Ondersteuning"},
                                    Process{"HTO Crisiscommunicatie", "Crisiscommunicatie"},
                                    Process{"communicatieadviseur CoPI", "Crisiscommunicatie"},
                                    Process{"informatiemanager", "Informatie"},
                                    Process{"informatiemanager ROT", "Informatie"}};
    for (const auto& one : all)
        if (one.owner == owner.value) return one.process;
    return {};
}

const std::vector<TeamMembers>& teams() {
    static const std::vector<TeamMembers> all{
        {Team::copi,
         30,
         {Function("OvD-Bz"), Function("communicatieadviseur CoPI"), Function("informatiemanager")}},
        {Team::rot,
         45,
         {Function("AC-Bz"), Function("HTO Crisiscommunicatie"), Function("informatiemanager ROT")}},
        {Team::gbt, 60, {Function("burgemeester"), Function("gemeentesecretaris"), Function("BT-adviseur")}},
        {Team::rbt, 60, {Function("burgemeester")}},
        {Team::team_bz,
         90,
         {Function("HTO Publieke zorg"), Function("HTO Omgevingszorg"), Function("HTO Ondersteuning"),
          Function("teamleider opvang")}}};
    return all;
}

int place_in(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& one) {
        return std::equal(one.begin(), one.end(), name.begin(), name.end(),
                          [](char a, char b) { return lower(a) == lower(b); });
    });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

} // namespace regiekamer::words
