// Incidents, opkomst, overleg, actions, notes and alarms as JSON, and what is for whom.
#include "dashboard/picture/alarms.hpp"
#include "dashboard/picture/json_themes.hpp"

namespace regiekamer::picture {

BOOST_DESCRIBE_ENUM(Authority, burgemeester, voorzitter)
BOOST_DESCRIBE_ENUM(PublicNorm, first_facts, shelter, housing, duiding)
BOOST_DESCRIBE_ENUM(ClockState, running, met, met_late, missed)
BOOST_DESCRIBE_ENUM(Turnout, gealarmeerd, niet_bezet, afgemeld, bevestigd, onderweg, aanwezig, afgelost)
BOOST_DESCRIBE_ENUM(ChainStep, alerted, repeated, called, backup_alerted, unfilled, norm_passed)
BOOST_DESCRIBE_ENUM(NormState, none, running, met, missed)
BOOST_DESCRIBE_ENUM(MeetingState, planned, running, ended, cancelled)
BOOST_DESCRIBE_ENUM(ActionState, open, opgepakt, geblokkeerd, gereed, vervallen)
BOOST_DESCRIBE_ENUM(AlarmLevel, amber, red)
BOOST_DESCRIBE_ENUM(AlarmState, fresh, acknowledged, shelved)

namespace {

JsonObject grip_json(const Grip& grip) {
    return object_of("level", grip.level, "since", grip.since, "decided_by", grip.decided_by, "reason",
                     grip.reason, "authority", authority_at(grip.level), "sequence", grip.sequence);
}

JsonArray grip_history_json(const Incident& incident, Instant now) {
    return array_of(grip_segments(incident, now), [](const GripSegment& segment) {
        return object_of("level", segment.level, "from", segment.from, "until", segment.until, "decided_by",
                         segment.decided_by, "sequence", segment.sequence);
    });
}

JsonArray public_clocks_json(const Picture& picture, const IncidentId& id, Instant now) {
    return array_of(public_clocks(picture, id, now), [](const PublicClock& clock) {
        return object_of("norm", clock.norm, "by", clock.by, "met_at", clock.met_at, "state", clock.state,
                         "asked", clock.asked, "appointed", clock.appointed, "by_appointment",
                         clock.by_appointment, "from", clock.from, "sequence", clock.sequence);
    });
}

JsonObject backup_json(const Backup& backup) {
    return object_of("person", backup.person, "alerted", backup.alerted, "state", backup.state, "eta",
                     backup.eta, "sequence", backup.sequence);
}

JsonObject attendance_json(const FunctionAttendance& one) {
    const auto of_call = [&](const auto& value) {
        return one.uncalled ? JsonValue(nullptr) : json_of(value);
    };
    return object_of("incident", one.incident, "function", one.function, "team", one.team, "state", one.state,
                     "reached", one.answered, "person", one.person, "eta", one.eta, "where", one.where,
                     "alerted", of_call(one.alerted), "minutes_since_alert", of_call(one.since),
                     "norm_minutes", one.norm_minutes, "norm_by", one.norm_by, "norm", one.norm, "confirmed",
                     one.confirmed, "present", one.present, "step",
                     one.answered ? JsonValue(nullptr) : of_call(one.step), "backup",
                     one.backup ? JsonValue(backup_json(*one.backup)) : JsonValue(nullptr), "simulated",
                     one.simulated, "sequence", one.sequence);
}

JsonObject attendance_counts_json(const AttendanceTally& tally) {
    return object_of("functions", tally.functions, "not_reached", tally.unanswered, "unfilled",
                     tally.unfilled, "coming", tally.coming, "present", tally.present, "norm_missed",
                     tally.norm_missed);
}

JsonObject meeting_json(const MeetingClock& clock) {
    return object_of("meeting", clock.meeting, "incident", clock.incident, "event", clock.event, "team",
                     clock.team, "number", clock.number, "state", clock.state, "at", clock.at, "place",
                     clock.place, "started", clock.started, "ended", clock.ended, "phase", clock.phase,
                     "phase_since", clock.phase_since, "minutes_used", clock.used, "minutes_planned",
                     clock.planned, "minutes_over", clock.over, "sequence", clock.sequence);
}

JsonObject decision_json(const Decision* decision) {
    JsonObject json = members_of(decision->taken);
    put_members(json, "incomplete", incomplete(*decision), "written_by", decision->function);
    return json;
}

JsonObject column_json(const SituationColumn& column) {
    return object_of("column", column.column, "items", array_of(column.items, [](const SituationItem* item) {
                         return members_of(item->written);
                     }));
}

JsonObject incident_json(const Picture& picture, const IncidentId& id, const Incident& incident,
                         Instant now) {
    const auto turnout = attendance(picture, id, now);
    const auto pointed = [](const auto* known) { return members_of(*known); };
    JsonObject json = object_of(
        "incident", id, "open", incident.started.said() && !incident.closed, "title", incident.title, "kind",
        incident.kind, "municipality", incident.municipality, "place", incident.place, "point",
        incident.point, "started", incident.started, "addresses", incident.addresses, "event", incident.event,
        "closed", incident.closed ? json_of(incident.closed->value) : JsonValue(nullptr), "grip",
        grip_json(grip_at(incident, now)), "grip_history", grip_history_json(incident, now));
    put_members(json, "public_clocks", public_clocks_json(picture, id, now), "teams",
                array_of(active_teams(picture, id),
                         [](const ActiveTeam& team) {
                             return object_of("team", team.team, "since", team.since, "functions",
                                              team.functions, "sequence", team.sequence);
                         }),
                "attendance", array_of(turnout, attendance_json), "attendance_counts",
                attendance_counts_json(tally(turnout)), "areas", array_of(areas_of(picture, id), pointed),
                "places", array_of(places_of(picture, id), pointed), "meetings",
                array_of(meetings_of(picture, id, now), meeting_json), "decisions",
                array_of(decisions_of(picture, id), decision_json), "situation",
                array_of(situation(picture, id), column_json), "sequence", incident.started.sequence);
    return json;
}

JsonObject action_json(const Picture& picture, const Action& action, Instant now) {
    const ActionOpened& opened = action.opened.value;
    const auto behind = late_by(action, now);
    return object_of("action", action.id, "title", opened.title, "incident", opened.incident, "event",
                     opened.event, "process", opened.process, "owner", action.owner, "person",
                     action.person.value, "state", action.state.value, "reason", action.reason, "due",
                     action.due.value, "late", late(action, now), "late_by_seconds",
                     behind ? JsonValue(std::chrono::duration_cast<seconds>(*behind).count())
                            : JsonValue(nullptr),
                     "waits_for", waits_for(picture, action), "decision", opened.decision, "card",
                     opened.card, "simulated", action.state.simulated, "sequence", action.state.sequence);
}

JsonObject alarm_json(const Alarm& alarm) {
    return object_of("alarm", alarm.id, "rule", word_of(alarm.rule), "level", alarm.level, "state",
                     alarm.state, "subject", alarm.subject, "text", alarm.text, "since", alarm.since, "by",
                     alarm.by, "function", alarm.function, "person", alarm.person, "incident", alarm.incident,
                     "backup", alarm.backup, "value", alarm.value, "threshold", alarm.threshold, "grip",
                     alarm.grip, "message", alarm.message, "event", alarm.event, "quantity", alarm.quantity,
                     "unit", alarm.unit, "shelved_until", alarm.shelved_until, "sequence", alarm.sequence);
}

JsonObject note_json(const Note& note) {
    JsonObject json = members_of(note.written);
    put_members(json, "text", text_of(note), "function", note.function, "person", note.person, "corrections",
                array_of(note.corrections,
                         [](const Correction& correction) { return members_of(correction.corrected); }));
    return json;
}

/// Who has something to do: owners of unfinished actions, who was alerted, who can be on duty.
std::set<Function> all_functions(const Picture& picture, Instant now) {
    std::set<Function> functions;
    for (const Action* action : unfinished_actions(picture, now))
        functions.insert(action->owner.value);
    for (const IncidentId& incident : active_incidents(picture, now))
        for (const FunctionAttendance& one : attendance(picture, incident, now))
            functions.insert(one.function);
    for (const Function& function : duty_functions(picture))
        functions.insert(function);
    return functions;
}

JsonObject for_whom_json(const Picture& picture, Instant now) {
    JsonObject json;
    for (const Function& function : all_functions(picture, now)) {
        std::size_t behind = 0;
        const auto own = mine(picture, function, now);
        const auto ids = array_of(own, [&](const Action* action) {
            behind += late(*action, now) ? 1 : 0;
            return json_of(action->id);
        });
        const auto meeting = next_meeting(picture, function, now);
        const Duty duty = on_duty(picture, function, now);
        json[function.value] = object_of(
            "actions", ids, "late", behind, "next_meeting",
            meeting ? JsonValue(meeting_json(*meeting)) : JsonValue(nullptr), "on_duty",
            duty.layer == DutyLayer::none ? JsonValue(nullptr) : JsonValue(duty_json(picture, duty)));
    }
    return json;
}

} // namespace

void put_operations(JsonObject& json, const Picture& picture, Instant now) {
    json["leading_incident"] = json_of(leading_incident(picture, now));
    json["incidents"] = array_of(picture.incidents->incidents, [&](const auto& entry) {
        return incident_json(picture, entry.first, entry.second, now);
    });
    JsonArray not_reached;
    for (const IncidentId& incident : active_incidents(picture, now))
        for (const FunctionAttendance& one : attendance(picture, incident, now))
            if (!one.answered && !one.uncalled) not_reached.push_back(attendance_json(one));
    json["not_reached"] = std::move(not_reached);
    json["for"] = for_whom_json(picture, now);
    json["upcoming_meetings"] = array_of(upcoming_meetings(picture, now), meeting_json);
    JsonArray actions, late_actions, notes;
    for (const auto& [id, action] : picture.actions->actions) {
        if (!action.opened.said()) continue;
        actions.push_back(action_json(picture, action, now));
        if (late(action, now)) late_actions.push_back(json_of(id));
    }
    json["actions"] = std::move(actions);
    json["late_actions"] = std::move(late_actions);
    for (const auto& [id, note] : picture.logbook->notes)
        if (note.written.said()) notes.push_back(note_json(note));
    json["notes"] = std::move(notes);
    const auto open = alarms(picture, now);
    const AlarmTally counts = tally(open);
    json["alarms"] = array_of(open, alarm_json);
    json["alarm_counts"] = object_of("fresh", counts.fresh, "acknowledged", counts.acknowledged, "shelved",
                                     counts.shelved, "red", counts.red);
}

} // namespace regiekamer::picture
