// A roster knows persons by name; a hub may know them under an id that somebody else gave.
#include "messaging/feeds/import_lines.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

/// "06-0000 9102", "0031 6 0000 9102" and "+31600009102" are one number.
std::string number_of(const std::optional<std::string>& phone) {
    std::string digits;
    for (const char c : phone.value_or(""))
        if (c == '+')
            digits += "00";
        else if (c >= '0' && c <= '9')
            digits += c;
    constexpr std::string_view country = "0031";
    return digits.starts_with(country) ? "0" + digits.substr(country.size()) : digits;
}

enum class Alike { yes, unsaid, no };

Alike alike(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return Alike::unsaid;
    return one == other ? Alike::yes : Alike::no;
}

struct Namesake {
    const PersonRegistered* person;
    Alike phone, municipality;
    [[nodiscard]] bool proven() const { return phone == Alike::yes || municipality == Alike::yes; }
    [[nodiscard]] bool denied() const { return phone == Alike::no || municipality == Alike::no; }
};

std::vector<Namesake> namesakes_of(const PersonRegistered& person, const KnownPersons& known) {
    std::vector<Namesake> found;
    for (const auto& [id, other] : known)
        if (slug(other.name) == slug(person.name))
            found.push_back(
                {&other, alike(number_of(person.phone), number_of(other.phone)),
                 alike(municipality_key(person.municipality), municipality_key(other.municipality))});
    return found;
}

/// The one for which `fits` holds; nullptr: none, or several.
template <class Fits>
const PersonRegistered* only(const std::vector<Namesake>& all, Fits&& fits) {
    const auto first = std::find_if(all.begin(), all.end(), fits);
    if (first == all.end() || std::find_if(first + 1, all.end(), fits) != all.end()) return nullptr;
    return first->person;
}

/// What says most decides: a telephone, then a municipality, then that nothing speaks against it.
const PersonRegistered* same_as(const std::vector<Namesake>& all) {
    const bool by_phone =
        std::any_of(all.begin(), all.end(), [](const auto& one) { return one.phone == Alike::yes; });
    if (by_phone) return only(all, [](const auto& one) { return one.phone == Alike::yes; });
    const bool proven = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.proven(); });
    if (proven) return only(all, [](const auto& one) { return one.proven(); });
    return only(all, [](const auto& one) { return !one.denied(); });
}

void rename(Import& import, const Recognised& recognised) {
    const auto own = [&](PersonId& person) {
        if (const auto found = recognised.find(person); found != recognised.end()) person = found->second;
    };
    for (auto& body : import.bodies) {
        if (auto* person = std::get_if<PersonRegistered>(&body)) own(person->person);
        if (auto* duty = std::get_if<DutyRostered>(&body)) own(duty->person);
    }
    std::set<PersonId> without_pool;
    for (PersonId person : import.without_pool) {
        own(person);
        without_pool.insert(person);
    }
    import.without_pool = std::move(without_pool);
}

} // namespace

std::vector<std::string> recognise(Import& import, const KnownPersons& known, Recognised& recognised) {
    std::vector<std::string> remarks;
    const auto lines = import.lines_of_bodies();
    for (std::size_t at = 0; at < import.bodies.size(); ++at) {
        const auto* person = std::get_if<PersonRegistered>(&import.bodies[at]);
        if (person == nullptr || recognised.contains(person->person)) continue;
        auto& same = recognised.emplace(person->person, person->person).first->second;
        if (known.contains(person->person)) continue;
        const auto namesakes = namesakes_of(*person, known);
        if (namesakes.empty()) continue;
        if (const auto* found = same_as(namesakes)) {
            same = found->person;
            continue;
        }
        remarks.push_back(fmt::format(
            "{} has the name of {} whom the hub knows, and nothing here says that it is the same: taken for "
            "somebody else; give the telephone number or the municipality that the hub has",
            shown(person->name),
            namesakes.size() == 1 ? std::string("somebody") : fmt::format("{} persons", namesakes.size())));
        lines[at]->text += "; remark: " + remarks.back();
    }
    rename(import, recognised);
    return remarks;
}

} // namespace regiekamer::feeds
