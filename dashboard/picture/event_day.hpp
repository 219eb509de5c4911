// The day of an evenement: weather and water against the thresholds of its plan, what runs now, and what
// comes.
#pragma once

#include "dashboard/picture/public_events.hpp"

#include <array>

namespace regiekamer::picture {

/// One quantity of the plan: its stages, what is measured, and the worst that is expected while it runs.
struct DayQuantity {
    Quantity quantity;
    Unit unit;
    Side side{};
    std::array<std::optional<EventThresholdSet>, 3> stages{}; ///< by Stage
    std::optional<double> value{};                            ///< the newest measured, in the plan's unit
    Instant at{};                                             ///< of that value
    std::optional<Instant> silent_since{}; ///< of a last value that is too old to say how it is now: no value
    std::optional<double> expected{};      ///< the worst from now on, while it runs
    Instant expected_at{};
    std::optional<Stage> reached{}, to_be_reached{};      ///< the highest stage that value, expected stand at
    std::optional<Station> station{}, expected_station{}; ///< which of them said it; none: no station did
    Sequence sequence{}, expected_sequence{};             ///< of what said it
    bool operator==(const DayQuantity&) const = default;
};

/// KNMI's colours as numbers, so that a plan can have them as thresholds: 1 geel, 2 oranje, 3 rood; 0 none.
/// Quantity "KNMI-code"; from the warnings that hold (CAP: Moderate, Severe, Extreme).
inline constexpr const char* knmi_code = "KNMI-code";

/// What was measured longer ago says nothing of now; of a series that comes less often, such as hourly
/// weather, half as much again as its interval, which counts up to an hour.
inline constexpr auto measured_stale = minutes{30};

/// In the order of the quantities' names, KNMI-code first; m/s and kn become km/h where the plan has km/h. Of
/// which station: one that the plan names (its measure or origin), else the one nearest to the evenement that
/// still speaks; where neither is known, every station counts, the worst first.
std::vector<DayQuantity> day_quantities(const Picture& picture, const PublicEventId& event, Instant now);

/// A STOP threshold of an evenement that is crossed while it runs.
struct StopCrossed {
    PublicEventId event;
    Quantity quantity;
    Unit unit;
    double value{}, threshold{};
    std::string measure; ///< what the plan says to do then; empty: it says nothing
    Instant since;       ///< a dip of less than `stop_dip` begins no new one
    Sequence sequence{}; ///< of what began it
    bool operator==(const StopCrossed&) const = default;
};
/// Squalls come and go: after the last of them the plans wait this long (domain.md §13).
inline constexpr auto stop_dip = minutes{30};
/// Of every evenement that runs and was not decided NO-GO, by what is measured or warned of now.
std::vector<StopCrossed> stops_crossed(const Picture& picture, Instant now);

/// Whether it is open: from its begin until its end, half a day when nobody said when it ends.
bool runs(const PublicEvent& event, Instant now);
/// Whether `now` is on a day of the evenement, local time; the night after the last day counts until 06:00.
bool on_the_day(const PublicEvent& event, Instant now);
/// The day to show of it: today while it runs, else its first.
std::optional<LocalDay> day_shown(const PublicEvent& event, Instant now);

/// Its moments on that day, in order of time.
std::vector<MomentId> moments_on(const Picture& picture, const PublicEventId& event, LocalDay day);

/// Open incidents that grew from it, oldest first.
std::vector<IncidentId> incidents_of(const Picture& picture, const PublicEventId& event);

/// Something that happens in the same week: another evenement, works, who has piket, a gap or a person twice.
struct Coincidence {
    enum class Kind { event, works, duty, gap, double_booking };
    Kind kind{};
    Instant from, until;
    bool same_day{}; ///< on a day of the evenement itself
    std::optional<PublicEventId> other;
    std::optional<WorksId> works;
    Function function;
    std::optional<Function> second; ///< of a double booking
    std::optional<PersonId> person; ///< who has the duty, or is booked twice
    std::optional<YesNo> answer;    ///< what that person said to the duty
    Sequence sequence{};
    bool operator==(const Coincidence&) const = default;
};

/// The week of the evenement: Monday to Monday around its days.
struct Week {
    LocalDay first, last; ///< the Monday it begins on, the Monday it ends on
};
std::optional<Week> week_of(const PublicEvent& event);
/// Piket of the OvD-Bz first, then what is on its own days, then by time. Nothing without a date.
std::vector<Coincidence> coincidences(const Picture& picture, const PublicEventId& event);

} // namespace regiekamer::picture
