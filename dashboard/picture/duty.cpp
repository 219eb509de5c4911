// Who has the duty: the layers of the roster laid over each other, at any instant.
//
// A stretch never outlasts the turn it belongs to (a week of the rotation, a temporary duty), and changes
// only at a cut: an instant at which some layer begins or ends. So a stretch is found by resolving the layers
// between two cuts, and joining neighbours that resolve alike.
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/roster.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <algorithm>

namespace regiekamer::picture {

namespace {

constexpr Instant always = Instant::min();
constexpr Instant forever = Instant::max();

/// The words of the pattern of Changeover, as days after Monday.
LocalInstant last_changeover(const Changeover& changeover, Instant at, Zone zone) {
    static constexpr std::string_view weekdays[] = {"ma", "di", "wo", "do", "vr", "za", "zo"};
    int weekday = 1, hour = 9, minute = 0; // the default of domain.md §7, should the text be no changeover
    const std::string& text = changeover.value;
    if (text.size() == 8)
        for (int day = 0; day < 7; ++day)
            if (text.starts_with(weekdays[day])) {
                weekday = day + 1;
                hour = (text[3] - '0') * 10 + (text[4] - '0');
                minute = (text[6] - '0') * 10 + (text[7] - '0');
            }
    const LocalDay today = local_day(at, zone);
    const int back = (iso_weekday(today) - weekday + 7) % 7;
    const LocalInstant local = LocalInstant(today - date::days(back)) + hours(hour) + minutes(minute);
    return from_local(local, zone) <= at ? local : local - date::days(7);
}

/// What one layer says: this person, for this turn.
struct Turn {
    std::optional<PersonId> person;
    Instant from = always, until = forever;
    DutyLayer layer{};
    Sequence sequence{};
    bool hard{};
};

/// A rotation and the time of which it speaks: not what was past when it was set anew, not what comes after
/// it was replaced.
struct Rule {
    const Known<RotationSet>* rotation = nullptr;
    Instant from, until;
};

/// `rule` must hold at `at`. The first turn runs from `from` to the first changeover after a full period
/// counted from the changeover before it, so that the weeks keep to the calendar; it is the first person's.
Turn turn_of(const Rule& rule, Instant at) {
    const RotationSet& set = rule.rotation->value;
    const Zone zone = zone_named(set.zone);
    const LocalInstant base = last_changeover(set.changeover, set.from, zone);
    const auto period = date::days(set.days.value);
    const auto start = [&](std::int64_t turn) { return from_local(base + turn * period, zone); };
    const auto turn_at = [&](Instant when) {
        std::int64_t turn = (to_local(when, zone) - base) / std::chrono::duration_cast<microseconds>(period);
        while (when >= start(turn + 1)) // within the doubled hour local time runs behind
            ++turn;
        return turn;
    };
    const std::int64_t turn = turn_at(at), first = turn_at(set.from);
    Turn found;
    found.from = std::max(start(turn), rule.from);
    found.until = std::min(start(turn + 1), rule.until);
    found.layer = DutyLayer::rotation;
    found.sequence = rule.rotation->sequence;
    found.hard = set.hard.value_or(false);
    if (!set.persons.empty())
        found.person = set.persons[static_cast<std::size_t>(turn - first) % set.persons.size()];
    return found;
}

/// The layers of one function, gathered once.
class Layers {
public:
    Layers(const Picture& picture, const Function& function) : roster_(*picture.roster), function_(function) {
        gather_rotations();
        gather_duties();
        gather_swaps();
        for (const auto& [id, absence] : roster_.absences)
            cut(absence.value.from, absence.value.until);
        for (const auto& [id, person] : roster_.persons)
            if (person.removed.value) cut(person.removed.time, person.removed.time);
        std::sort(cuts_.begin(), cuts_.end());
        cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    }

    [[nodiscard]] Duty stretch(Instant at) const {
        Piece here = piece(at);
        while (here.from > here.turn.from) {
            const Piece before = piece(here.from - microseconds(1));
            if (!before.alike(here)) break;
            here.from = before.from;
        }
        while (here.until < here.turn.until) {
            const Piece after = piece(here.until);
            if (!after.alike(here)) break;
            here.until = after.until;
        }
        return duty(here);
    }

private:
    /// The layers resolved between two cuts.
    struct Piece {
        Turn turn;
        Instant from, until;
        std::optional<PersonId> absent;
        Sequence absence_sequence{};
        [[nodiscard]] bool alike(const Piece& other) const {
            return turn.person == other.turn.person && turn.layer == other.turn.layer &&
                   turn.sequence == other.turn.sequence && turn.from == other.turn.from &&
                   turn.until == other.turn.until && absent == other.absent &&
                   absence_sequence == other.absence_sequence;
        }
    };
    struct Temporary {
        const Known<DutyRostered>* duty;
        Instant until;
    };
    struct Swapped {
        PersonId from_person, to_person;
        Instant from, until;
        Sequence sequence{};
    };

    void cut(Instant from, Instant until) {
        cuts_.push_back(from);
        cuts_.push_back(until);
    }

    /// A rotation that was set anew holds from then on, and what it was before holds until then.
    void gather_rotations() {
        std::map<RotationId, Instant> set_anew;
        for (const auto& [rotation, at] : roster_.replaced) {
            const auto [since, first] = set_anew.try_emplace(rotation.value.rotation, always);
            add_rule(rotation, since->second, at);
            since->second = std::max(since->second, at);
        }
        for (const auto& [id, rotation] : roster_.rotations) {
            const auto since = set_anew.find(id);
            add_rule(rotation, since == set_anew.end() ? always : since->second, forever);
        }
    }

    void add_rule(const Known<RotationSet>& rotation, Instant since, Instant replaced) {
        const RotationSet& set = rotation.value;
        if (set.function != function_) return;
        const Rule rule{&rotation, std::max(since, set.from),
                        std::min(replaced, set.until.value_or(forever))};
        if (rule.from >= rule.until) return;
        rules_.push_back(rule);
        cut(rule.from, rule.until);
    }

    /// One that was withdrawn after it began did hold until then.
    void gather_duties() {
        for (const auto& [id, duty] : roster_.duties) {
            const DutyRostered& body = duty.rostered.value;
            const Instant until = duty.withdrawn ? std::min(body.until, duty.withdrawn->time) : body.until;
            if (body.function != function_ || body.from >= until) continue;
            duties_.push_back({&duty.rostered, until});
            cut(body.from, until);
        }
    }

    void gather_swaps() {
        for (const auto& [id, swap] : roster_.swaps) {
            const SwapProposed& body = swap.proposed.value;
            if (body.function != function_ || state_of(swap) != SwapState::effective) continue;
            Sequence last = swap.settled->sequence;
            for (const auto& [person, sequence] : swap.consents)
                last = std::max(last, sequence);
            swaps_.push_back({body.from_person, body.to_person, body.from, body.until, last});
            if (body.back_from && body.back_until)
                swaps_.push_back({body.to_person, body.from_person, *body.back_from, *body.back_until, last});
        }
        std::stable_sort(swaps_.begin(), swaps_.end(),
                         [](const auto& one, const auto& other) { return one.sequence < other.sequence; });
        for (const Swapped& swap : swaps_)
            cut(swap.from, swap.until);
    }

    /// Rotation, or the temporary duty before it. Of two that hold at once, the rotation that began last and
    /// the temporary duty that was said last.
    [[nodiscard]] Turn base(Instant at) const {
        const Temporary* temporary = nullptr;
        for (const auto& one : duties_)
            if (one.duty->value.from <= at && at < one.until &&
                (!temporary || temporary->duty->sequence < one.duty->sequence))
                temporary = &one;
        if (temporary) {
            const DutyRostered& body = temporary->duty->value;
            return {body.person,
                    body.from,
                    temporary->until,
                    DutyLayer::temporary,
                    temporary->duty->sequence,
                    hard_at(body.from)};
        }
        const Rule* rule = rule_at(at);
        return rule ? turn_of(*rule, at) : Turn{};
    }

    [[nodiscard]] const Rule* rule_at(Instant at) const {
        const auto rank = [](const Rule& rule) {
            return std::pair(rule.rotation->value.from, rule.rotation->sequence);
        };
        const Rule* found = nullptr;
        for (const Rule& rule : rules_)
            if (rule.from <= at && at < rule.until && (!found || rank(*found) < rank(rule))) found = &rule;
        return found;
    }

    [[nodiscard]] bool hard_at(Instant at) const {
        const Rule* rule = rule_at(at);
        return rule && rule->rotation->value.hard.value_or(false);
    }

    [[nodiscard]] Piece piece(Instant at) const {
        Piece piece{base(at), at, at, {}, 0};
        for (const Swapped& swap : swaps_) {
            if (at < swap.from || at >= swap.until || piece.turn.person != swap.from_person) continue;
            piece.turn.person = swap.to_person;
            piece.turn.layer = DutyLayer::swap;
            piece.turn.sequence = swap.sequence;
            piece.turn.from = std::max(piece.turn.from, swap.from);
            piece.turn.until = std::min(piece.turn.until, swap.until);
        }
        if (piece.turn.person) {
            piece.absence_sequence = absence_of(*piece.turn.person, at);
            if (piece.absence_sequence != 0) {
                piece.absent = std::move(piece.turn.person);
                piece.turn.person.reset();
            }
        }
        const auto next = std::upper_bound(cuts_.begin(), cuts_.end(), at);
        piece.from = std::max(piece.turn.from, next == cuts_.begin() ? always : *std::prev(next));
        piece.until = std::min(piece.turn.until, next == cuts_.end() ? forever : *next);
        return piece;
    }

    /// The message that keeps the person away: the newest absence, or the removal; 0: none.
    [[nodiscard]] Sequence absence_of(const PersonId& person, Instant at) const {
        Sequence sequence = 0;
        for (const auto& [id, absence] : roster_.absences)
            if (absence.value.person == person && absence.value.from <= at && at < absence.value.until)
                sequence = std::max(sequence, absence.sequence);
        const auto registered = roster_.persons.find(person);
        if (registered != roster_.persons.end() && registered->second.removed.value &&
            registered->second.removed.time <= at)
            sequence = std::max(sequence, registered->second.removed.sequence);
        return sequence;
    }

    [[nodiscard]] Duty duty(const Piece& piece) const {
        Duty duty{function_,        piece.turn.person,
                  piece.from,       piece.until,
                  piece.turn.layer, piece.turn.sequence,
                  piece.absent,     piece.absence_sequence,
                  piece.turn.hard,  {}};
        for (const auto& answer : roster_.answers) // in the order of the journal: the newest counts
            if (duty.person && answer.value.person == *duty.person && answer.value.function == function_ &&
                answer.value.from < duty.until && duty.since < answer.value.until)
                duty.answer = answer.value.answer;
        return duty;
    }

    const Roster& roster_;
    const Function& function_;
    std::vector<Rule> rules_;
    std::vector<Temporary> duties_;
    std::vector<Swapped> swaps_;
    std::vector<Instant> cuts_;
};

} // namespace

std::vector<Function> rotating_functions(const Picture& picture) {
    std::set<Function> functions;
    for (const auto& [id, rotation] : picture.roster->rotations)
        functions.insert(rotation.value.function);
    return {functions.begin(), functions.end()};
}

std::vector<Function> duty_functions(const Picture& picture) {
    std::set<Function> functions;
    for (const auto& [id, rotation] : picture.roster->rotations)
        functions.insert(rotation.value.function);
    for (const auto& [id, duty] : picture.roster->duties)
        if (!duty.withdrawn) functions.insert(duty.rostered.value.function);
    return {functions.begin(), functions.end()};
}

bool absent(const Picture& picture, const PersonId& person, Instant at) {
    const auto& persons = picture.roster->persons;
    if (const auto found = persons.find(person); found != persons.end() && found->second.removed.value)
        return true;
    const auto& all = picture.roster->absences;
    return std::any_of(all.begin(), all.end(), [&](const auto& one) {
        const AbsenceReported& body = one.second.value;
        return body.person == person && body.from <= at && at < body.until;
    });
}

Duty on_duty(const Picture& picture, const Function& function, Instant at) {
    return Layers(picture, function).stretch(at);
}

std::optional<Duty> next_duty(const Picture& picture, const Function& function, Instant at) {
    const Layers layers(picture, function);
    const Duty now = layers.stretch(at);
    if (now.until == forever) return std::nullopt;
    return layers.stretch(now.until);
}

std::optional<PersonId> in_turn(const Known<RotationSet>& rotation, Instant at) {
    return turn_of({&rotation, always, forever}, at).person;
}

std::vector<Duty> duties(const Picture& picture, const Function& function, Instant from, Instant until) {
    const Layers layers(picture, function);
    std::vector<Duty> found;
    for (Instant at = from; at < until; at = found.back().until)
        found.push_back(layers.stretch(at));
    return found;
}

std::vector<Gap> gaps(const Picture& picture, const Function& function, Instant from, Instant until) {
    std::vector<Gap> found;
    for (const Duty& duty : duties(picture, function, from, until)) {
        if (duty.person) continue;
        Gap gap{function,    std::max(from, duty.since), std::min(until, duty.until),
                duty.absent, duty.absence_sequence,      {}};
        std::vector<std::pair<Sequence, RequestId>> asked;
        for (const auto& [id, request] : picture.roster->requests) {
            const DutyAsked& body = request.asked.value;
            if (body.function == function && body.from < gap.until && gap.from < body.until)
                asked.emplace_back(request.asked.sequence, id);
        }
        std::sort(asked.begin(), asked.end());
        for (auto& [sequence, id] : asked)
            gap.asked.push_back(std::move(id));
        found.push_back(std::move(gap));
    }
    return found;
}

std::vector<DoubleBooking> double_bookings(const Picture& picture, Instant from, Instant until) {
    std::map<PersonId, std::vector<Duty>> by_person;
    for (const Function& function : duty_functions(picture))
        for (Duty& duty : duties(picture, function, from, until))
            if (duty.person) by_person[*duty.person].push_back(std::move(duty));

    std::vector<DoubleBooking> found;
    const auto note = [&](const PersonId& person, const Duty& one, const Duty& other) {
        const Instant start = std::max({one.since, other.since, from});
        const Instant end = std::min({one.until, other.until, until});
        if (one.function == other.function || start >= end) return;
        for (DoubleBooking& earlier : found)
            if (earlier.person == person && earlier.first == one.function &&
                earlier.second == other.function && earlier.until == start) {
                earlier.until = end;
                return;
            }
        found.push_back({person, one.function, other.function, start, end, one.sequence, other.sequence});
    };
    for (const auto& [person, held] : by_person)
        for (std::size_t one = 0; one < held.size(); ++one)
            for (std::size_t other = one + 1; other < held.size(); ++other)
                note(person, held[one], held[other]);
    // A takeover on two desks at once overlaps for as long as the messages were under way: nobody can act on
    // it.
    std::erase_if(found, [](const DoubleBooking& one) { return one.until - one.from < minutes(1); });
    std::stable_sort(found.begin(), found.end(), [](const DoubleBooking& one, const DoubleBooking& other) {
        return one.from < other.from;
    });
    return found;
}

std::vector<Function> functions_of(const Picture& picture, const PersonId& person, Instant at) {
    std::vector<Function> held;
    for (const Function& function : duty_functions(picture))
        if (on_duty(picture, function, at).person == person) held.push_back(function);
    return held;
}

} // namespace regiekamer::picture
