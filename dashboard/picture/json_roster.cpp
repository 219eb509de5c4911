// Piket as JSON.
#include "dashboard/picture/json_themes.hpp"

namespace regiekamer::picture {

BOOST_DESCRIBE_ENUM(DutyLayer, none, rotation, temporary, swap)
BOOST_DESCRIBE_ENUM(SwapState, proposed, consented, approved, effective, refused)

namespace {

constexpr auto planning = hours{8 * 7 * 24}; // the weeks that the screen shows

JsonArray functions_json(const Picture& picture, Instant now) {
    return array_of(duty_functions(picture), [&](const Function& function) {
        const auto next = next_duty(picture, function, now);
        return object_of("function", function, "now", duty_json(picture, on_duty(picture, function, now)),
                         "next", next ? json_of(duty_json(picture, *next)) : JsonValue(nullptr));
    });
}

JsonArray gaps_json(const Picture& picture, Instant now) {
    return array_of(gaps(picture, now, now + planning), [](const Gap& gap) {
        return object_of("function", gap.function, "from", gap.from, "until", gap.until, "absent", gap.absent,
                         "asked", gap.asked, "sequence", gap.sequence);
    });
}

JsonArray double_bookings_json(const Picture& picture, Instant now) {
    return array_of(double_bookings(picture, now, now + planning), [&](const DoubleBooking& booking) {
        return object_of("person", booking.person, "name", name_of(picture, booking.person), "functions",
                         std::vector<Function>{booking.first, booking.second}, "from", booking.from, "until",
                         booking.until, "sequences",
                         std::vector<Sequence>{booking.first_sequence, booking.second_sequence});
    });
}

JsonArray swaps_json(const Picture& picture) {
    return array_of(picture.roster->swaps, [](const auto& entry) {
        const Swap& swap = entry.second;
        JsonObject json = members_of(swap.proposed);
        JsonArray consents;
        for (const auto& [person, sequence] : swap.consents)
            consents.push_back(json_of(person));
        put_members(json, "state", state_of(swap), "consents", consents);
        return json;
    });
}

JsonArray handovers_json(const Picture& picture) {
    std::set<Function> functions;
    for (const auto& [id, handover] : picture.roster->handovers)
        if (handover.written.said()) functions.insert(handover.written.value.function);
    return array_of(functions, [&](const Function& function) {
        const Handover& handover = *latest_handover(picture, function);
        JsonObject json = members_of(handover.written);
        put_members(json, "open_points", open_points(handover), "accepted",
                    handover.accepted ? json_of(handover.accepted->value) : JsonValue(nullptr));
        return json;
    });
}

} // namespace

JsonObject duty_json(const Picture& picture, const Duty& duty) {
    return object_of("function", duty.function, "person", duty.person, "name",
                     duty.person ? json_of(name_of(picture, *duty.person)) : JsonValue(nullptr), "since",
                     duty.since, "until", duty.until, "layer", duty.layer, "hard", duty.hard, "absent",
                     duty.absent, "answer", duty.answer, "sequence", duty.sequence, "absence_sequence",
                     duty.absence_sequence);
}

void put_roster(JsonObject& json, const Picture& picture, Instant now) {
    const Roster& roster = *picture.roster;
    JsonArray persons;
    for (const auto& [id, person] : roster.persons) {
        if (!person.registered.said()) continue;
        JsonObject member = members_of(person.registered);
        put_members(member, "removed", person.removed.value, "on_duty_as", functions_of(picture, id, now));
        persons.push_back(std::move(member));
    }
    JsonArray duties;
    for (const auto& [id, duty] : roster.duties)
        if (!duty.withdrawn) duties.push_back(members_of(duty.rostered));
    JsonArray requests;
    for (const RequestId& id : open_requests(picture, now))
        requests.push_back(members_of(roster.requests.at(id).asked));
    const auto known = [](const auto& entry) { return members_of(entry.second); };
    json["roster"] = object_of(
        "functions", functions_json(picture, now), "persons", persons, "rotations",
        array_of(roster.rotations, known), "temporary", duties, "absences", array_of(roster.absences, known),
        "swaps", swaps_json(picture), "open_swaps", open_swaps(picture, now), "open_requests", requests,
        "gaps", gaps_json(picture, now), "double_bookings", double_bookings_json(picture, now), "changes",
        array_of(duty_changes(picture, now, now + hours(7 * 24)),
                 [&](const Duty& duty) { return duty_json(picture, duty); }),
        "handovers", handovers_json(picture));
}

} // namespace regiekamer::picture
