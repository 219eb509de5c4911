// "Sinds u weg was": what differs between two moments, as facts by importance, each with the messages that
// made it so. Sentences are made of them in words/.
#pragma once

#include "dashboard/picture/alarms.hpp"
#include "dashboard/picture/log.hpp"

namespace regiekamer::picture {

/// In order of importance.
enum class NewsKind {
    grip,            ///< the level of an incident is another
    incident_opened, ///< and open still
    incident_closed,
    alarm,       ///< one that was not there
    unfilled,    ///< a function was alerted and is niet bezet
    water,       ///< a threshold is crossed, or is no more
    decision,    ///< besluit
    meeting,     ///< began, ended, was cancelled or planned
    action_late, ///< was not late
    duty_gap,    ///< the coming year has an empty place that it had not, or no longer has it
    readiness,   ///< an evenement has another state; the same: its calendar plans it again
    situation, ///< a text of the netcentrisch beeld; `was`: how many versions were before it, `is`: its state
    note,      ///< marked important
    action_opened, ///< of the incident, for anybody
    action_done,
    withdrawn ///< a message was taken back
};

struct News {
    NewsKind kind{};
    std::string subject; ///< identifier of what it is about: incident, meeting, action, function, station
    std::string text;    ///< as others wrote it: title, reason, besluit
    std::int64_t was = 0, is = 0; ///< levels and states before and after
    std::optional<Alarm> alarm;
    std::optional<double> value, threshold; ///< water
    std::optional<Instant> at;              ///< when it began, was said, or will be
    std::optional<Instant> until;           ///< duty_gap: until when the place is empty
    std::optional<Function> function;       ///< whom it concerns
    std::vector<Sequence> because{};        ///< oldest first; none: time alone did it
    bool operator==(const News&) const = default;
};

struct Difference {
    std::vector<News> news;   ///< by kind, newest first
    std::size_t messages = 0; ///< recorded between the two
};

/// One moment: what was known, and when that was.
struct Moment {
    const Picture& picture;
    Instant at;
};

/// Total: any two pictures, in any order. A picture differs from itself at the same instant in nothing.
Difference difference(const Moment& before, const Moment& now, const Log& log);

} // namespace regiekamer::picture
