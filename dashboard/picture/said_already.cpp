#include "dashboard/picture/said_already.hpp"

#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/roster.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

bool stands(const Picture& picture, const PersonRegistered& person) {
    const auto& persons = picture.roster->persons;
    const auto found = persons.find(person.person);
    return found != persons.end() && !found->second.removed.said() &&
           found->second.registered.value == person;
}

/// By rotation, swap or another duty the whole time: what was exported and is read back changes nothing.
bool has_it_already(const Picture& picture, const DutyRostered& duty) {
    const auto all = duties(picture, duty.function, duty.from, duty.until);
    return std::all_of(all.begin(), all.end(), [&](const Duty& one) { return one.person == duty.person; });
}

/// Also when another took part of it since: a file that is read again takes nobody's duty who took over.
bool stands(const Picture& picture, const DutyRostered& duty) {
    const auto& duties = picture.roster->duties;
    const auto found = duties.find(duty.duty);
    if (found == duties.end() || found->second.withdrawn) return has_it_already(picture, duty);
    return found->second.rostered.value == duty;
}

bool stands(const Picture& picture, const EventRegistered& event) {
    const auto& events = picture.events->events;
    const auto found = events.find(event.event);
    if (found == events.end()) return false;
    const PublicEvent& now = found->second;
    // In a calendar that cancelled it, it says that it is planned again.
    if (now.decided && now.decided->value.reason == cancelled_in_calendar &&
        now.registered < now.decided->sequence)
        return false;
    return now.name.said() && now.name.value == event.name && now.class_.value == event.class_ &&
           now.place.value == event.place && now.organiser.value == event.organiser &&
           now.point.value == event.point && now.from.value == event.from && now.until.value == event.until &&
           now.visitors.value == event.visitors &&
           now.contacts.value == event.contacts.value_or(std::vector<Contact>{});
}

} // namespace

bool said_already(const Picture& picture, const Body& body) {
    return std::visit(
        [&](const auto& said) {
            using Said = std::decay_t<decltype(said)>;
            if constexpr (std::is_same_v<Said, PersonRegistered> || std::is_same_v<Said, DutyRostered> ||
                          std::is_same_v<Said, EventRegistered>)
                return stands(picture, said);
            else
                return false;
        },
        body);
}

} // namespace regiekamer::picture
