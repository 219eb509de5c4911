// Alarms, after ISA-18.2 in its smallest form: what asks for somebody now. The list is a pure function of
// (Picture, now): an alarm goes when its cause goes; a person can only acknowledge or shelve it.
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/series.hpp"
#include "messaging/vocabulary/attendance.hpp"
#include "messaging/vocabulary/grip.hpp"
#include "messaging/vocabulary/logbook.hpp"

#include <chrono>

namespace regiekamer::picture {

struct Picture;

/// In the order in which they matter when all else is equal.
enum class AlarmRule {
    called,         ///< "gealarmeerd": this desk's own function was alerted and nobody answered yet
    page_for_us,    ///< "oproep": a page names OvD-Bz and nobody accepted or dismissed it
    not_filled,     ///< "niet-bezet": nobody confirmed 5 minutes after alarmering; red from 12
    grip_proposed,  ///< "grip-voorstel": a page names a GRIP level
    norm_missed,    ///< "opkomstnorm": someone comes but is not there in time
    event_stop,     ///< "evenement-stop": an evenement runs while a STOP threshold of its plan is crossed
    water_high,     ///< "water": a threshold of severity alarm is crossed; below it within its hysteresis
    warning_active, ///< "waarschuwing": CAP severity Extreme (red) or Severe (orange)
    action_late,    ///< "te-laat": an action of an incident is late; for its owner
    duty_empty,     ///< "piket-leeg": a hard piket with nobody on duty now
    feed_down,      ///< "bron": a feed is silent or at fault
};
/// First part of the AlarmId.
std::string_view word_of(AlarmRule rule);

enum class AlarmLevel { amber, red };
enum class AlarmState { fresh, acknowledged, shelved };

/// The facts of one alarm; words/ makes sentences of them.
struct Alarm {
    AlarmId id; ///< rule/subject/causing sequence
    AlarmRule rule{};
    AlarmLevel level{};
    AlarmState state{};
    std::string subject;              ///< function, action, station, feed, identifier: what the rule is about
    std::string text;                 ///< title of the action, text of the page, headline: as others wrote it
    Instant since;                    ///< when its cause began
    std::optional<Instant> by;        ///< by when it must be solved
    std::optional<Function> function; ///< whom it concerns
    std::optional<PersonId> person;
    std::optional<IncidentId> incident;
    bool declined{}, backup_declined{}; ///< not_filled: who was called said no, and the achterwacht
    std::optional<PersonId> backup;     ///< not_filled: the achterwacht
    std::optional<Instant> backup_since;
    std::optional<PersonId> backup_due;     ///< not_filled: whom to alert as achterwacht now
    std::optional<double> value, threshold; ///< water_high, event_stop
    std::optional<SeriesKey> series;        ///< water_high
    std::optional<PublicEventId> event;     ///< event_stop; its `text` is what the plan says to do then
    std::optional<Quantity> quantity;       ///< event_stop: of value and threshold
    std::optional<Unit> unit;
    std::optional<GripLevel> grip;    ///< grip_proposed
    std::optional<MessageId> message; ///< of a page: `cause` for who accepts it
    std::optional<Instant> shelved_until;
    Sequence sequence{}; ///< the causing message
    bool operator==(const Alarm&) const = default;
};

/// An action may be this late before it is an alarm: its chip says so from the first second.
inline constexpr auto action_alarm_after = minutes{5};
/// For so long a page that only happens to be in our municipality asks to be judged.
inline constexpr auto page_is_news = hours{4};

/// Worst first: fresh before acknowledged before shelved; red before amber; then by rule; then the highest
/// GRIP proposed; then the oldest.
std::vector<Alarm> alarms(const Picture& picture, Instant now);
/// The same, for one function at its desk: its own late actions, and not those of others; and its own
/// alarmering from the first second, where the others' stand only when nobody answers.
std::vector<Alarm> alarms_for(const Picture& picture, const Function& function, Instant now);

/// Whether the cause can go without anybody acting on the alarm: water falls, a feed comes back. Such a one
/// is still to be seen by somebody.
bool can_go_by_itself(AlarmRule rule);
/// Whether somebody acknowledged it, now or when it still stood.
bool was_acknowledged(const Picture& picture, const AlarmId& alarm);

struct AlarmTally {
    std::size_t fresh{}, acknowledged{}, shelved{}, red{}; ///< red: fresh ones only
    bool operator==(const AlarmTally&) const = default;
};
AlarmTally tally(const std::vector<Alarm>& list);

} // namespace regiekamer::picture
