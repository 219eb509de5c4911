// What the roster asks of somebody, seen ahead: empty places, double bookings, weeks without rest, a ruil or
// a question that waits. And fairness: who has how many weeks. Pure functions of the roster.
#pragma once

#include "dashboard/picture/roster.hpp"

namespace regiekamer::picture {

/// Who stands how long in a function.
struct Share {
    PersonId person;
    microseconds time{};
    int turns = 0; ///< stretches, each counted whole in which it began
    bool operator==(const Share&) const = default;
};
/// Everybody who has the function in [from, until), the longest first, ties by person. The times of all
/// together are the time that is filled.
std::vector<Share> shares(const Picture& picture, const Function& function, Instant from, Instant until);

/// What piket asks of one person in a period: two functions at once count once.
struct Burden {
    microseconds time{};
    int weekends = 0; ///< on duty on Saturday or Sunday at noon
    int holidays = 0; ///< on duty at noon
    bool operator==(const Burden&) const = default;
};
struct Fairness {
    PersonId person;
    Burden past, coming; ///< the 365 days before and after
    bool operator==(const Fairness&) const = default;
};
/// Everybody who is registered for one of these functions, or has it in those two years; who has most to come
/// first, ties by person.
std::vector<Fairness> fairness(const Picture& picture, const std::vector<Function>& functions, Instant now);

/// One person on duty without a day between, longer than a week. A week of seven days is the norm (domain.md
/// §7: one week in turn); the hour that summer time adds is no fault.
struct NoRest {
    PersonId person;
    std::vector<Function> functions; ///< in order of duty, each once
    Instant from, until;
    bool operator==(const NoRest&) const = default;
};
inline constexpr auto rest_after = hours{7 * 24 + 1};
/// Stretches of one person that touch or overlap, over all functions, and reach into [from, until); earliest
/// first. Told from where they began, at most `look_ahead` before `from`; cut at `until`.
std::vector<NoRest> without_rest(const Picture& picture, Instant from, Instant until);

/// Functions that somebody must always have: with a rotation, or rostered by hand from week to week, be it
/// for one week as yet (or until a short while before `now`). Not those of whom somebody is asked for a
/// night, nor local ones, who have zacht piket (domain.md §7).
std::vector<Function> planned_functions(const Picture& picture, Instant now);

/// A line of VRAAGT ACTIE.
struct DutyAsk {
    enum class Kind { gap, double_booking, no_rest, swap, request };
    Kind kind{};
    std::string key; ///< the same for the same trouble from frame to frame
    Instant from, until;
    Instant by; ///< two weeks before it begins: who is asked then can still say no
    std::vector<Function> functions;
    std::optional<PersonId> person; ///< who stands double or without rest, is absent, or was asked
    std::vector<RequestId> asked;   ///< a gap: the questions about it; a request: itself
    std::optional<SwapId> swap;
    bool open_end{}; ///< a gap that lasts as far as was looked
    bool operator==(const DutyAsk&) const = default;
};
inline constexpr auto ask_before = hours{14 * 24};
inline constexpr auto look_ahead = hours{365 * 24};
/// All of the year ahead, earliest `by` first, ties by kind and key.
std::vector<DutyAsk> duty_asks(const Picture& picture, Instant now);

/// Who could stand in for [from, until): registered for the function, not removed, not absent, and without
/// another duty then; fewest time in the function over the year around it first.
std::vector<PersonId> candidates(const Picture& picture, const Function& function, Instant from,
                                 Instant until);

/// When piket of a function changes, by the rotation that was set last; without one Monday 09:00 (domain.md
/// §7).
Changeover changeover_of(const Picture& picture, const Function& function);
/// At what local time; of a text that is no changeover 09:00.
minutes changeover_clock(const Changeover& changeover);

/// The changeover of a week on Monday 09:00 in Amsterdam at or before `at`, moved by `weeks` of the calendar:
/// summer time moves no changeover.
Instant week_start(Instant at, int weeks = 0);

} // namespace regiekamer::picture
