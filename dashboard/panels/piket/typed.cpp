// Names, functions and periods as people type them.
#include "dashboard/panels/piket/typed.hpp"

#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/form.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {

namespace {

/// Those of the roster in whose name every word typed stands, as parts.
std::vector<PersonId> persons_fitting(const Scene& scene, const std::string& typed) {
    std::vector<PersonId> found;
    const std::string folded = words::folded(trimmed(typed));
    for (const auto& [id, known] : scene.picture.roster->persons)
        if (!folded.empty() && known.registered.said() && !known.removed.value &&
            words::has_words(folded, words::folded(words::person(scene.picture, id))))
            found.push_back(id);
    return found;
}

} // namespace

PersonId person_meant(const Scene& scene, const std::string& typed) {
    auto id = words::person_named(scene.picture, trimmed(typed));
    if (scene.picture.roster->persons.contains(id)) return id;
    const auto alike = persons_fitting(scene, typed);
    return alike.size() == 1 ? alike.front() : id;
}

std::optional<PersonId> known_person(const Scene& scene, Drafts& drafts, const std::string& typed) {
    const auto name = typed_text(drafts, typed, "Vul een naam in, zoals in het rooster.", name_bytes_max);
    if (!name) return std::nullopt;
    const auto id = person_meant(scene, *name);
    const auto& persons = scene.picture.roster->persons;
    const auto found = persons.find(id);
    if (found != persons.end() && found->second.registered.said() && !found->second.removed.value) return id;
    const auto alike = persons_fitting(scene, *name);
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(alike.size(), 3); ++i)
        names += (i == 0 ? "" : ", ") + words::person(scene.picture, alike[i]);
    ask_again(drafts,
              alike.empty()
                  ? fmt::format("\"{}\" staat niet in het rooster. Kijk de naam na.", *name)
                  : fmt::format("\"{}\" kan meer dan een mens zijn: {}. Schrijf de hele naam.", *name, names),
              &typed);
    return std::nullopt;
}

std::optional<std::pair<Instant, Instant>> typed_period(const Scene& scene, Drafts& drafts,
                                                        const std::string& from, const std::string& until,
                                                        minutes change) {
    const auto begin = typed_date(trimmed(from), scene.now, picture::local_day(scene.now), change);
    const auto end =
        begin ? typed_date(trimmed(until), scene.now, picture::local_day(*begin), change) : std::nullopt;
    const auto why = [&](const std::string& text, Instant day, const char* unread) {
        return no_date_words(trimmed(text), scene.now, picture::local_day(day),
                             fmt::format("{} Schrijf {}.", unread, date_hint));
    };
    if (!begin)
        ask_again(drafts, why(from, scene.now, "Het begin is niet te lezen."), &from);
    else if (!end)
        ask_again(drafts, why(until, *begin, "Het einde is niet te lezen."), &until);
    else if (*end <= *begin)
        ask_again(drafts, "Het einde ligt vóór het begin. Kijk de datum en de tijd na.", &until);
    else if (*end <= scene.now)
        ask_again(drafts, past_words(*end, scene.now), &until);
    else
        return std::pair(*begin, *end);
    return std::nullopt;
}

bool is_there(const Scene& scene, Drafts& drafts, const PersonId& person,
              const std::pair<Instant, Instant>& times) {
    for (const auto& [id, absence] : scene.picture.roster->absences) {
        const auto& away = absence.value;
        // Away for a part of it later, they can begin: the roster shows the gap.
        if (away.person != person || away.until <= times.first || times.first < away.from) continue;
        drafts.complaint =
            fmt::format("{} is afwezig gemeld: {}. Beëindig dat eerst met Esc en X, of kies een ander.",
                        words::person(scene.picture, person), period(away.from, away.until));
        return false;
    }
    return true;
}

Change change_of(const Scene& scene, const Function& function) {
    return {function, picture::changeover_clock(picture::changeover_of(scene.picture, function))};
}

Change change_of(const Scene& scene, const PersonId& person) {
    const auto& rotations = scene.picture.roster->rotations;
    const auto any = [&](auto&& wanted) -> std::optional<Function> {
        for (const auto& function : functions_in_order(scene.picture))
            for (const auto& [id, rotation] : rotations)
                if (rotation.value.function == function && wanted(rotation.value)) return function;
        return std::nullopt;
    };
    auto function = any([&](const RotationSet& set) {
        return std::find(set.persons.begin(), set.persons.end(), person) != set.persons.end();
    });
    const auto* known = picture::find_person(scene.picture, person);
    if (!function && known != nullptr)
        function = any([&](const RotationSet& set) {
            return std::find(known->functions.begin(), known->functions.end(), set.function) !=
                   known->functions.end();
        });
    return change_of(scene, function.value_or(Function()));
}

std::string words_of(const Change& change) {
    const auto clock = change.clock.count();
    return fmt::format("Een datum zonder tijd is {:02}:{:02}: dan wisselt {}.", clock / 60, clock % 60,
                       change.function.empty() ? std::string("piket") : change.function.value);
}

std::vector<std::string> function_names(const Scene& scene) {
    std::vector<std::string> names;
    for (const auto& function : functions_in_order(scene.picture))
        names.push_back(function.value);
    if (names.empty()) names.push_back(scene.user.function.value);
    return names;
}

Function function_at(const std::vector<std::string>& names, int chosen) {
    const auto at = static_cast<std::size_t>(std::max(0, chosen));
    return Function(at < names.size() ? names[at] : names.front());
}

} // namespace regiekamer::panels::piket
