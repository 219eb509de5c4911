// Look-ups in the picture, each with a readable answer for what is not there.
#include "dashboard/words/names.hpp"

#include "dashboard/words/folded.hpp"
#include "dashboard/words/labels.hpp"

#include <fmt/format.h>

namespace regiekamer::words {

std::string person(const picture::Picture& picture, const PersonId& id) {
    return picture::name_of(picture, id);
}

PersonId person_named(const picture::Picture& picture, const std::string& name) {
    if (picture::find_person(picture, PersonId(name)) != nullptr) return PersonId(name);
    for (const auto& [id, known] : picture.roster->persons)
        if (picture::name_of(picture, id) == name) return id;
    // Without capitals and accents, where that is one person.
    const std::string typed = folded(name);
    std::optional<PersonId> alike;
    for (const auto& [id, known] : picture.roster->persons) {
        if (typed.empty() || known.removed.value || folded(picture::name_of(picture, id)) != typed) continue;
        if (alike) return PersonId(name);
        alike = id;
    }
    return alike.value_or(PersonId(name));
}

std::string decider(const picture::Picture& picture, const Who& who) {
    return who.person ? person(picture, *who.person) + ", " + who.function.value : who.function.value;
}

std::string action(const picture::Picture& picture, const ActionId& id) {
    const auto* found = picture::find_action(picture, id);
    return found != nullptr && found->opened.said() ? found->opened.value.title : "actie " + id.value;
}

std::string incident(const picture::Picture& picture, const IncidentId& id) {
    const auto* found = picture::find_incident(picture, id);
    return found != nullptr && !found->title.value.empty() ? found->title.value : "incident " + id.value;
}

std::string public_event(const picture::Picture& picture, const PublicEventId& id) {
    const auto found = picture.events->events.find(id);
    return found != picture.events->events.end() && found->second.name.said() ? found->second.name.value
                                                                              : "evenement " + id.value;
}

std::string meeting(const picture::Picture& picture, const MeetingId& id) {
    const auto* found = picture.meetings->meetings.find(id);
    if (found == nullptr || !found->planned.said()) return "overleg " + id.value;
    return fmt::format("{} {}", label(found->planned.value.team), found->planned.value.number.value);
}

std::string requirement(const picture::Picture& picture, const PublicEventId& event,
                        const RequirementId& id) {
    const auto found = picture.events->events.find(event);
    if (found == picture.events->events.end()) return id.value;
    const auto needed = found->second.requirements.find(id);
    return needed != found->second.requirements.end() && needed->second.set.said()
               ? needed->second.set.value.title
               : id.value;
}

} // namespace regiekamer::words
