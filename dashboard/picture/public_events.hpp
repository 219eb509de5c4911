// Evenementen: what is asked before the day, and whether it is there. Readiness is derived from the
// requirements, with the reasons: what lacks, what turns it ready, who, by when.
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "messaging/vocabulary/public_event.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

struct Requirement {
    Known<RequirementSet> set; ///< not said: only its progress was heard of
    std::optional<Known<RequirementExpected>> expected;
    std::optional<Known<RequirementSubmitted>> submitted; ///< the last
    std::optional<Known<RequirementMet>> met;
    std::map<std::string, Known<RequirementAdvised>> advised; ///< the last per party ("" without one)
    bool operator==(const Requirement&) const = default;
};

struct EventThresholdKey {
    Quantity quantity;
    Stage stage{};
    Side side{};
    auto operator<=>(const EventThresholdKey&) const = default;
};

struct PublicEvent {
    Known<std::string> name; ///< not said: only spoken of, never registered
    Known<EventClass> class_;
    Known<std::string> place, organiser;
    Known<std::optional<Position>> point;
    Known<std::optional<Instant>> from, until;
    Known<Count> visitors;
    Known<std::vector<Contact>> contacts;
    std::optional<Known<EventDecided>> decided;
    Sequence registered{}; ///< of the last event.registered
    Sequence redated{};    ///< of the message that gave it another date than it had; 0: none did
    std::map<RequirementId, Requirement> requirements;
    std::map<EventThresholdKey, Known<EventThresholdSet>> thresholds;
    bool operator==(const PublicEvent&) const = default;
};

struct PublicEvents {
    std::map<PublicEventId, PublicEvent> events;
    std::map<MomentId, Known<EventMomentSet>> moments;
    std::map<PointId, Known<InspectionNoted>> inspections; ///< points of the schouw
    std::map<WorksId, Known<WorksAnnounced>> works;
    bool operator==(const PublicEvents&) const = default;
};

/// Gepland, In advies, Voorwaarden open, Akkoord, GO, NO-GO (domain.md §13).
enum class EventState { gepland, in_advies, voorwaarden_open, akkoord, go, no_go };

enum class RequirementState {
    open,        ///< nothing came in, or the step is not done
    submitted,   ///< waits for a judgement
    conditional, ///< voorwaarden that are not met yet
    rejected,    ///< afgekeurd
    done
};

RequirementState state_of(const Requirement& requirement);
/// The message that made it so; that of requirement.set when nothing came in.
Sequence cause_of(const Requirement& requirement);

/// Why an evenement is not ready, and what turns it ready.
struct ReadinessReason {
    enum class Why {
        no_date,      ///< name a date
        missing,      ///< hand in the document or the advice
        step_to_do,   ///< do the step
        unjudged,     ///< judge what was submitted
        conditions,   ///< meet the conditions
        rejected,     ///< hand in a better one
        inspection,   ///< finish the point of the schouw
        planned_again ///< decide anew: its calendar cancelled it, and has it again
    };
    Why why{};
    std::string title; ///< of the requirement, or the text of the point
    std::string by;    ///< whose turn it is
    std::optional<Instant> deadline, expected;
    bool late{};         ///< the deadline is over
    bool promise_late{}; ///< the promised date is over too
    std::vector<std::string> conditions;
    std::optional<RequirementId> requirement;
    std::optional<PointId> point;
    Sequence sequence{};
    bool operator==(const ReadinessReason&) const = default;
};

struct Readiness {
    EventState state{};
    std::size_t done{}, total{}, late{}; ///< requirements
    /// What must be decided anew, then late first, then by date; what stands between now and Akkoord.
    std::vector<ReadinessReason> reasons;
    std::vector<ReadinessReason> later; ///< steps of the last days that are not due yet (briefing, schouw)
    bool operator==(const Readiness&) const = default;
};

/// A `stap` due this long before the start or later belongs to the day itself: it does not hold Akkoord back
/// until it is late (briefing is due 3 days before, domain.md §8).
inline constexpr auto last_days = hours{4 * 24};

/// Its calendar cancelled it and plans it again; nobody decided since. It stays NO-GO until somebody does.
bool planned_again(const PublicEvent& event);
Readiness readiness(const Picture& picture, const PublicEventId& event, Instant now);

/// When the requirement is counted on: the promised date, else the deadline.
Instant due_of(const Requirement& requirement);
bool late(const Requirement& requirement, Instant now);

/// Registered events by urgency: a stop crossed first, then what runs, then what is today (no NO-GO); then
/// late (oldest deadline first) and what must be decided anew, then next deadline, then date; those over come
/// last.
std::vector<PublicEventId> events_by_urgency(const Picture& picture, Instant now);
/// Moments of one event in order of time.
std::vector<MomentId> moments_of(const Picture& picture, const PublicEventId& event);
std::vector<PointId> open_inspections(const Picture& picture, const PublicEventId& event);

struct AgendaItem {
    enum class Kind { event, moment, deadline, expected, works };
    Kind kind{};
    Instant at; ///< late: its deadline, on the list of today
    std::optional<PublicEventId> event;
    std::optional<EventClass> class_;
    std::string title, by;
    bool late{};
    std::optional<Instant> deadline; ///< of what is expected
    Sequence sequence{};
    bool operator==(const AgendaItem&) const = default;
};

struct AgendaDay {
    LocalDay day;
    std::vector<AgendaItem> items; ///< late first, then by time
    bool operator==(const AgendaDay&) const = default;
};

/// `days` days from today, local time, empty days included. What is late and has no promised date stands on
/// today; meetings and duty changes are elsewhere (meetings.hpp, roster.hpp).
std::vector<AgendaDay> agenda(const Picture& picture, Instant now, int days = 7);

/// A weather or water threshold of an evenement against the newest value of that quantity and unit.
struct EventThresholdState {
    EventThresholdKey key;
    Known<EventThresholdSet> threshold;
    std::optional<double> value; ///< none: nothing measured
    Instant at;
    bool crossed{};
    bool operator==(const EventThresholdState&) const = default;
};
std::vector<EventThresholdState> threshold_states(const Picture& picture, const PublicEventId& event,
                                                  Instant now);

} // namespace regiekamer::picture
