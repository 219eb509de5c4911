// The roster walked a year ahead: each rule a function over its stretches.
#include "dashboard/picture/piket_rules.hpp"

#include "dashboard/picture/holidays.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace regiekamer::picture {
namespace {

/// A function rostered by hand counts as planned from this many turns on.
constexpr int planned_turns = 3;
/// And from one turn on that lasts a week (with the hour of summer time, and a begin that is an hour off),
/// for as long after it as a chart shows: what was once asked for a week long ago is no roster.
constexpr auto planned_turn = hours{6 * 24}, planned_memory = hours{8 * 7 * 24};

bool makes_planned(const Picture& picture, const DutyRostered& duty, Instant now) {
    if (duty.until - duty.from < planned_turn || duty.until < now - planned_memory) return false;
    const auto* person = find_person(picture, duty.person);
    return person == nullptr || person->pool != Pool::lokaal;
}

bool here(const Picture& picture, const PersonId& person, Instant from, Instant until) {
    for (const auto& [id, absence] : picture.roster->absences)
        if (absence.value.person == person && absence.value.from < until && from < absence.value.until)
            return false;
    return true;
}

DutyAsk ask(DutyAsk::Kind kind, std::string key, Instant from, Instant until, Instant now) {
    DutyAsk one;
    one.kind = kind;
    one.key = std::move(key);
    one.from = from;
    one.until = until;
    one.by = std::max(now, from - ask_before);
    return one;
}

/// The end of a trouble as a part of its key; where the look ahead ends moves with the clock and is none.
std::string end_key(Instant until, Instant horizon) {
    return until == horizon ? "/" : "/" + to_text(until);
}

void add_gaps(const Picture& picture, Instant now, std::vector<DutyAsk>& asks) {
    const Instant horizon = now + look_ahead;
    for (const Function& function : planned_functions(picture, now))
        for (const Gap& gap : gaps(picture, function, now, horizon)) {
            auto one = ask(DutyAsk::Kind::gap, "leeg/" + function.value + end_key(gap.until, horizon),
                           gap.from, gap.until, now);
            one.functions = {function};
            one.person = gap.absent;
            one.asked = gap.asked;
            one.open_end = gap.until == horizon;
            asks.push_back(std::move(one));
        }
}

void add_persons(const Picture& picture, Instant now, std::vector<DutyAsk>& asks) {
    const Instant horizon = now + look_ahead;
    for (const DoubleBooking& twice : double_bookings(picture, now, horizon)) {
        auto one = ask(DutyAsk::Kind::double_booking,
                       "dubbel/" + twice.person.value + twice.first.value + end_key(twice.until, horizon),
                       twice.from, twice.until, now);
        one.functions = {twice.first, twice.second};
        one.person = twice.person;
        asks.push_back(std::move(one));
    }
    for (const NoRest& run : without_rest(picture, now, horizon)) {
        auto one = ask(DutyAsk::Kind::no_rest, "rust/" + run.person.value + end_key(run.until, horizon),
                       run.from, run.until, now);
        one.functions = run.functions;
        one.person = run.person;
        asks.push_back(std::move(one));
    }
}

void add_waiting(const Picture& picture, Instant now, std::vector<DutyAsk>& asks) {
    for (const SwapId& id : open_swaps(picture, now)) {
        const SwapProposed& body = picture.roster->swaps.at(id).proposed.value;
        auto one = ask(DutyAsk::Kind::swap, "ruil/" + id.value,
                       std::min(body.from, body.back_from.value_or(body.from)), body.until, now);
        one.functions = {body.function};
        one.swap = id;
        asks.push_back(std::move(one));
    }
    for (const RequestId& id : open_requests(picture, now)) {
        const DutyAsked& body = picture.roster->requests.at(id).asked.value;
        auto one = ask(DutyAsk::Kind::request, "vraag/" + id.value, body.from, body.until, now);
        one.functions = {body.function};
        one.person = body.person;
        one.asked = {id};
        asks.push_back(std::move(one));
    }
}

} // namespace

std::vector<Share> shares(const Picture& picture, const Function& function, Instant from, Instant until) {
    std::map<PersonId, Share> by_person;
    for (const Duty& duty : duties(picture, function, from, until)) {
        if (!duty.person) continue;
        Share& share = by_person[*duty.person];
        share.person = *duty.person;
        share.time += std::min(until, duty.until) - std::max(from, duty.since);
        ++share.turns;
    }
    std::vector<Share> all;
    all.reserve(by_person.size());
    for (auto& [person, share] : by_person)
        all.push_back(share);
    std::stable_sort(all.begin(), all.end(),
                     [](const Share& one, const Share& other) { return one.time > other.time; });
    return all;
}

namespace {

/// Noons that weigh: of weekends, a Saturday and its Sunday together, and of holidays.
struct Noons {
    std::vector<std::array<Instant, 2>> weekends;
    std::vector<Instant> holidays;
};

Noons noons(Instant from, Instant until) {
    Noons found;
    const auto noon = [](LocalDay day) { return from_local(LocalInstant(day) + hours(12)); };
    const LocalDay first = local_day(from), last = local_day(until);
    for (LocalDay day = first + date::days((13 - iso_weekday(first)) % 7); day <= last; day += date::days(7))
        if (noon(day) >= from && noon(day + date::days(1)) < until)
            found.weekends.push_back({noon(day), noon(day + date::days(1))});
    const auto year_of = [](LocalDay day) { return static_cast<int>(date::year_month_day(day).year()); };
    for (int year = year_of(first); year <= year_of(last); ++year)
        for (const Holiday& holiday : holidays(year))
            if (const Instant at = noon(holiday.day); at >= from && at < until) found.holidays.push_back(at);
    return found;
}

/// Stretches of one person as stretches without overlap.
using Stretches = std::vector<std::pair<Instant, Instant>>;

Burden burden_of(Stretches stretches, const Noons& noons) {
    std::sort(stretches.begin(), stretches.end());
    Burden burden;
    Instant reached = Instant::min();
    for (const auto& [since, end] : stretches) {
        if (end > reached) burden.time += end - std::max(since, reached);
        reached = std::max(reached, end);
    }
    const auto on = [&](Instant at) {
        return std::any_of(stretches.begin(), stretches.end(),
                           [&](const auto& one) { return one.first <= at && at < one.second; });
    };
    for (const auto& [saturday, sunday] : noons.weekends)
        if (on(saturday) || on(sunday)) ++burden.weekends;
    for (const Instant at : noons.holidays)
        if (on(at)) ++burden.holidays;
    return burden;
}

std::map<PersonId, Burden> burdens(const Picture& picture, const std::vector<Function>& functions,
                                   Instant from, Instant until) {
    std::map<PersonId, Stretches> by_person;
    for (const Function& function : functions)
        for (const Duty& duty : duties(picture, function, from, until))
            if (duty.person)
                by_person[*duty.person].emplace_back(std::max(from, duty.since), std::min(until, duty.until));
    const Noons weigh = noons(from, until);
    std::map<PersonId, Burden> all;
    for (auto& [person, stretches] : by_person)
        all[person] = burden_of(std::move(stretches), weigh);
    return all;
}

bool has_one_of(const PersonRegistered& person, const std::vector<Function>& functions) {
    return std::find_first_of(person.functions.begin(), person.functions.end(), functions.begin(),
                              functions.end()) != person.functions.end();
}

} // namespace

std::vector<Fairness> fairness(const Picture& picture, const std::vector<Function>& functions, Instant now) {
    std::map<PersonId, Fairness> by_person;
    for (const auto& [id, person] : picture.roster->persons)
        if (person.registered.said() && !person.removed.value &&
            has_one_of(person.registered.value, functions))
            by_person[id] = {};
    for (const auto& [id, burden] : burdens(picture, functions, now - look_ahead, now))
        by_person[id].past = burden;
    for (const auto& [id, burden] : burdens(picture, functions, now, now + look_ahead))
        by_person[id].coming = burden;
    std::vector<Fairness> all;
    for (auto& [id, row] : by_person) {
        row.person = id;
        all.push_back(row);
    }
    std::stable_sort(all.begin(), all.end(), [](const Fairness& one, const Fairness& other) {
        return one.coming.time > other.coming.time;
    });
    return all;
}

std::vector<NoRest> without_rest(const Picture& picture, Instant from, Instant until) {
    const Instant back = from - look_ahead; // who is in the second week is not rested by its begin
    std::map<PersonId, std::vector<Duty>> by_person;
    for (const Function& function : duty_functions(picture))
        for (Duty& duty : duties(picture, function, back, until))
            if (duty.person) by_person[*duty.person].push_back(std::move(duty));
    std::vector<NoRest> found;
    const auto keep = [&](const NoRest& run) {
        if (run.until > from && run.until - run.from > rest_after) found.push_back(run);
    };
    for (auto& [person, held] : by_person) {
        std::stable_sort(held.begin(), held.end(),
                         [](const Duty& one, const Duty& other) { return one.since < other.since; });
        NoRest run;
        for (const Duty& duty : held) {
            const Instant since = std::max(back, duty.since), end = std::min(until, duty.until);
            if (run.functions.empty() || since > run.until) {
                keep(run);
                run = {person, {}, since, end};
            }
            run.until = std::max(run.until, end);
            if (std::find(run.functions.begin(), run.functions.end(), duty.function) == run.functions.end())
                run.functions.push_back(duty.function);
        }
        keep(run);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const NoRest& one, const NoRest& other) { return one.from < other.from; });
    return found;
}

std::vector<Function> planned_functions(const Picture& picture, Instant now) {
    std::map<Function, int> turns;
    for (const Function& function : rotating_functions(picture))
        turns[function] = planned_turns;
    for (const auto& [id, duty] : picture.roster->duties)
        if (!duty.withdrawn)
            turns[duty.rostered.value.function] +=
                makes_planned(picture, duty.rostered.value, now) ? planned_turns : 1;
    std::vector<Function> planned;
    for (const auto& [function, count] : turns)
        if (count >= planned_turns) planned.push_back(function);
    return planned;
}

// The roster as a whole, by what is planned.
std::vector<Gap> gaps(const Picture& picture, Instant from, Instant until) {
    std::vector<Gap> found;
    for (const Function& function : planned_functions(picture, from))
        for (Gap& gap : gaps(picture, function, from, until))
            found.push_back(std::move(gap));
    std::stable_sort(found.begin(), found.end(),
                     [](const Gap& one, const Gap& other) { return one.from < other.from; });
    return found;
}

std::vector<Duty> duty_changes(const Picture& picture, Instant from, Instant until) {
    std::vector<Duty> found;
    for (const Function& function : planned_functions(picture, from))
        for (Duty& duty : duties(picture, function, from, until))
            if (duty.since >= from) found.push_back(std::move(duty));
    std::stable_sort(found.begin(), found.end(),
                     [](const Duty& one, const Duty& other) { return one.since < other.since; });
    return found;
}

minutes changeover_clock(const Changeover& changeover) {
    const std::string& text = changeover.value;
    const auto digit = [&](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
    };
    constexpr auto usual = hours{9};
    if (text.size() != 8 || text[5] != ':') return usual;
    for (const std::size_t at : {3U, 4U, 6U, 7U})
        if (digit(at) < 0) return usual;
    return hours{10 * digit(3) + digit(4)} + minutes{10 * digit(6) + digit(7)};
}

Changeover changeover_of(const Picture& picture, const Function& function) {
    const Known<RotationSet>* last = nullptr;
    for (const auto& [id, rotation] : picture.roster->rotations)
        if (rotation.value.function == function && (last == nullptr || last->sequence < rotation.sequence))
            last = &rotation;
    return last == nullptr ? Changeover() : last->value.changeover;
}

std::vector<DutyAsk> duty_asks(const Picture& picture, Instant now) {
    std::vector<DutyAsk> asks;
    add_gaps(picture, now, asks);
    add_persons(picture, now, asks);
    add_waiting(picture, now, asks);
    std::sort(asks.begin(), asks.end(), [](const DutyAsk& one, const DutyAsk& other) {
        return std::tie(one.by, one.from, one.kind, one.key) <
               std::tie(other.by, other.from, other.kind, other.key);
    });
    return asks;
}

std::vector<PersonId> candidates(const Picture& picture, const Function& function, Instant from,
                                 Instant until) {
    std::set<PersonId> busy;
    for (const Function& other : duty_functions(picture))
        for (const Duty& duty : duties(picture, other, from, until))
            if (duty.person) busy.insert(*duty.person);
    std::map<PersonId, microseconds> time;
    for (const Share& share : shares(picture, function, from - look_ahead / 2, from + look_ahead / 2))
        time[share.person] = share.time;
    std::vector<PersonId> free;
    for (const auto& [id, person] : picture.roster->persons) {
        const auto& functions = person.registered.value.functions;
        if (!person.registered.said() || person.removed.value || busy.contains(id)) continue;
        if (std::find(functions.begin(), functions.end(), function) == functions.end()) continue;
        if (here(picture, id, from, until)) free.push_back(id);
    }
    std::stable_sort(free.begin(), free.end(),
                     [&](const PersonId& one, const PersonId& other) { return time[one] < time[other]; });
    return free;
}

Instant week_start(Instant at, int weeks) {
    const LocalDay today = local_day(at);
    LocalInstant monday = LocalInstant(today - date::days(iso_weekday(today) - 1)) + hours(9);
    if (from_local(monday) > at) monday -= date::days(7);
    return from_local(monday + date::days(7) * weeks);
}

} // namespace regiekamer::picture
