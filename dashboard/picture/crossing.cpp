// The subject is read off a body's identifiers; whose act holds off the sequences that the picture keeps.
#include "dashboard/picture/crossing.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

/// What decides about a thing that exists. All others only add.
using Deciding = boost::mp11::mp_list<
    IncidentOpened, IncidentUpdated, IncidentClosed, GripDecided, TeamAlerted, TeamStoodDown, PersonAlerted,
    AttendanceReported, MeetingStarted, MeetingEnded, MeetingPhaseEntered, MeetingCancelled, FindingNoted,
    SituationWritten, ActionOpened, ActionAssigned, ActionTakenOn, ActionBlocked, ActionFinished,
    ActionReopened, ActionCancelled, ActionRescheduled, RotationSet, DutyRostered, DutyWithdrawn,
    SwapConsented, SwapApproved, SwapRefused, HandoverAccepted, EventUpdated, EventDecided, EventMomentSet,
    RequirementExpected, RequirementSubmitted, RequirementMet, RequirementAdvised, InspectionNoted,
    EventThresholdSet, ProposalDismissed, NoteCorrected, AlarmAcknowledged, AlarmShelved, ExerciseClockSet,
    InjectDelivered, InjectHeld, InjectSkipped, InjectMoved, PostFilled, PostVacated, AreaDrawn, AreaRemoved,
    PlaceMarked, PlaceRemoved>;

template <class... Parts>
std::string joined(std::string_view theme, const Parts&... parts) {
    std::string key(theme);
    ((key += '\n', key += parts.value), ...);
    return key;
}

std::string key_of(const GripDecided& body) {
    return joined("grip", body.incident);
}
std::string key_of(const PersonAlerted& body) {
    return joined("call", body.incident, body.function, body.person);
}
std::string key_of(const AttendanceReported& body) {
    return joined("attendance", body.incident, body.function);
}
/// A new version of a text has an identifier of its own, and names the one before.
std::string key_of(const SituationWritten& body) {
    return joined("item", body.replaces.value_or(body.item));
}
/// Who takes a duty over does so until its end: two that do are after the same.
std::string key_of(const DutyRostered& body) {
    return joined("duty", body.function) + '\n' + to_text(body.until);
}
std::string key_of(const AlarmShelved& body) {
    return joined("alarm", body.alarm);
}
std::string key_of(const AlarmAcknowledged& body) {
    return joined("acknowledged", body.alarm);
}
/// Both sides say yes to one ruil: only two that do so for the same person are after the same.
std::string key_of(const SwapConsented& body) {
    return joined("consent", body.swap, body.person);
}
std::string key_of(const InspectionNoted& body) {
    return joined("inspection", body.event, body.point);
}
std::string key_of(const EventThresholdSet& body) {
    return joined("threshold", body.event, body.quantity);
}

std::string key_of(const PlaceMarked& body) {
    return joined("place", body.place);
}
std::string key_of(const PlaceRemoved& body) {
    return joined("place", body.place);
}

template <class T>
std::string key_of(const T& body) {
    if constexpr (requires { body.requirement; })
        return joined("requirement", body.event, body.requirement);
    else if constexpr (requires {
                           body.team;
                           body.incident;
                       })
        return joined("team", body.incident) + std::to_string(static_cast<int>(body.team));
    else if constexpr (requires { body.inject; })
        return joined("inject", body.run, body.inject);
    else if constexpr (requires { body.area; })
        return joined("area", body.area);
    else if constexpr (requires { body.action; })
        return joined("action", body.action);
    else if constexpr (requires { body.finding; })
        return joined("finding", body.finding);
    else if constexpr (requires { body.meeting; })
        return joined("meeting", body.meeting);
    else if constexpr (requires { body.rotation; })
        return joined("rotation", body.rotation);
    else if constexpr (requires { body.duty; })
        return joined("duty", body.duty);
    else if constexpr (requires { body.swap; })
        return joined("swap", body.swap);
    else if constexpr (requires { body.handover; })
        return joined("handover", body.handover);
    else if constexpr (requires { body.incident; })
        return joined("incident", body.incident);
    else if constexpr (requires { body.moment; })
        return joined("moment", body.moment);
    else if constexpr (requires { body.event; })
        return joined("event", body.event);
    else if constexpr (requires { body.note; })
        return joined("note", body.note);
    else if constexpr (requires { body.message; })
        return joined("message", body.message);
    else if constexpr (requires { body.post; })
        return joined("post", body.post);
    else
        return joined("run", body.run);
}

bool holds(const Action& action, const Recorded& fact) {
    if (std::holds_alternative<ActionAssigned>(fact.message.body))
        return action.owner.sequence == fact.sequence;
    if (std::holds_alternative<ActionRescheduled>(fact.message.body))
        return action.due.sequence == fact.sequence;
    return action.state.sequence == fact.sequence;
}

/// A team is alerted once: its clock is that of the alarmering that came first.
bool holds(const std::vector<ActiveTeam>& teams, const TeamAlerted& body, Sequence sequence) {
    return std::any_of(teams.begin(), teams.end(), [&](const ActiveTeam& team) {
        return team.team == body.team && team.sequence == sequence;
    });
}

bool holds(const Meeting& meeting, const Recorded& fact, bool others_later) {
    const auto by = [&](const auto& known) { return known && known->sequence == fact.sequence; };
    if (std::holds_alternative<MeetingStarted>(fact.message.body)) return by(meeting.started);
    if (std::holds_alternative<MeetingEnded>(fact.message.body)) return by(meeting.ended);
    return !others_later;
}

} // namespace

namespace {

/// What says one thing only, whatever note it comes with.
using Plain =
    boost::mp11::mp_list<IncidentOpened, IncidentClosed, TeamAlerted, TeamStoodDown, PersonAlerted,
                         MeetingStarted, MeetingEnded, MeetingCancelled, ActionOpened, ActionFinished,
                         ActionReopened, ActionCancelled, SwapConsented, SwapApproved, SwapRefused,
                         HandoverAccepted, AlarmAcknowledged, ProposalDismissed>;

} // namespace

bool same_decision(const Body& one, const Body& other) {
    return std::visit(
        [&]<class T>(const T& mine) {
            const auto* theirs = std::get_if<T>(&other);
            if (theirs == nullptr) return false;
            if constexpr (std::is_same_v<T, GripDecided>)
                return mine.level == theirs->level;
            else if constexpr (boost::mp11::mp_contains<Plain, T>::value)
                return true;
            else
                return false;
        },
        static_cast<const BodyVariant&>(one));
}

std::string subject_of(const Body& body) {
    return std::visit(
        []<class T>(const T& one) -> std::string {
            if constexpr (boost::mp11::mp_contains<Deciding, T>::value)
                return key_of(one);
            else
                return {};
        },
        static_cast<const BodyVariant&>(body));
}

bool holds(const Picture& picture, const Recorded& fact, bool others_later) {
    const auto subject = subject_of(fact.message.body);
    const auto end = subject.find('\n');
    const auto theme = subject.substr(0, end);
    const auto id = end == std::string::npos ? std::string() : subject.substr(end + 1);
    if (theme == "grip") // by effective_from, which need not be the hub's order
        return grip_at(picture, IncidentId(id), Instant::max()).sequence == fact.sequence;
    if (const auto* alerted = std::get_if<TeamAlerted>(&fact.message.body))
        return holds(active_teams(picture, alerted->incident), *alerted, fact.sequence);
    // Called, seen or agreed to twice, or opened by the same line of a card: who was first did it.
    if (theme == "call" || theme == "acknowledged" || theme == "consent" ||
        std::holds_alternative<ActionOpened>(fact.message.body))
        return others_later;
    if (theme == "action")
        if (const auto* action = find_action(picture, ActionId(id))) return holds(*action, fact);
    if (theme == "meeting")
        if (const auto* meeting = picture.meetings->meetings.find(MeetingId(id)))
            return holds(*meeting, fact, others_later);
    if (theme == "handover") {
        const auto found = picture.roster->handovers.find(HandoverId(id));
        return found != picture.roster->handovers.end() && found->second.accepted &&
               found->second.accepted->sequence == fact.sequence;
    }
    return !others_later;
}

} // namespace regiekamer::picture
