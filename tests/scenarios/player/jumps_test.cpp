// What setting the clock does to the measuring: ahead takes time from nobody, back does nothing at all.
#include "tests/scenarios/player/exercise.hpp"
#include "tests/scenarios/player/two_hours.hpp"
#include "tests/support/property.hpp"

#include <algorithm>

namespace jumps_test {

using namespace regiekamer;
using namespace regiekamer::player;
using two_hours::set;

namespace {

const Instant start = *read_instant("2027-01-22T11:00:00Z");

/// A journal in which anybody sets the clock to anything.
Jumps any_journal(std::size_t length) {
    Jumps jumps;
    Instant hub = start;
    for (Sequence sequence = 1; sequence <= length; ++sequence) {
        hub += seconds{any_between(0, 100)};
        const Instant at = start + seconds{any_between(0, 20'000)};
        Message message;
        message.source = any_of<std::string>({"desk/x", "scenario/proef/run-1"});
        message.time = at;
        message.body = ExerciseClockSet{any_of<const char*>({"run-1", "run-1", "run-2"}), at,
                                        Rate{any_of({0.5, 1.0, 60.0})}, any_bool()};
        if (sequence == 1)
            message.body = ExerciseStarted{"run-1", "proef", "Proef", start, {}, ""};
        else if (any_between(0, 6) == 0)
            message.body = NoteWritten{"n", {}, {}, "x", {}};
        jumps.observe({sequence, hub, "test", message});
    }
    return jumps;
}

const Scenario& asked_three_times() {
    static const Scenario scenario = [] {
        std::string text = head;
        for (const char* nr : {"1", "2", "3"})
            text += inject(nr, (std::string("T+00:") + nr + "0").c_str()) + "[[expect]]\nid = \"e" + nr +
                    "\"\ntype = \"note.written\"\nby = \"OvD-Bz\"\nafter = \"" + nr + "\"\nwithin = \"" + nr +
                    "0m\"\n";
        return loaded(text + inject("4", "T+02:00"));
    }();
    return scenario;
}

/// What people do half past a minute of the exercise: never as an inject comes or its time is up.
struct Act {
    enum Kind { note, back, ahead, other_run } kind{};
    int minute = 0, by = 0;
};

void act(Exercise& exercise, const Act& one) {
    const auto clock = exercise.run().progress().clock;
    const auto when =
        clock ? clock->when(asked_three_times().start + minutes{one.minute} + seconds{30}) : std::nullopt;
    if (!when) return;
    exercise.pass(std::max(*when - exercise.hub, microseconds{0}));
    const Instant now = exercise.run().progress().clock->now(exercise.hub);
    const double rate = clock->rate;
    if (one.kind == Act::note)
        exercise.says(NoteWritten{"n", {}, {}, "x", {}}, now);
    else if (one.kind == Act::back)
        exercise.says(set(now - minutes{10 + one.by}, rate, true), now, "oefenleider");
    else if (one.kind == Act::ahead)
        exercise.says(set(now + minutes{10 + one.by} + seconds{7}, rate, true), now, "oefenleider");
    else
        exercise.says(ExerciseClockSet{"run-2", now + minutes{one.by}, Rate{1}, false}, now, "oefenleider");
}

/// How the expectations came out when people did that, in the order of the exercise.
std::vector<Outcome> outcomes(const std::vector<Act>& acts, double rate) {
    Exercise exercise(asked_three_times(), {.rate = rate});
    exercise.settle();
    for (const Act& one : acts)
        act(exercise, one);
    exercise.play();
    Evidence evidence(asked_three_times().expectations, asked_three_times().start);
    for (const Recorded& recorded : exercise.journal)
        evidence.observe(recorded);
    return {evidence.outcome("e1"), evidence.outcome("e2"), evidence.outcome("e3")};
}

/// Setting the clock takes the hub a moment.
bool about(std::optional<microseconds> a, std::optional<microseconds> b) {
    return a.has_value() == b.has_value() && (!a || std::chrono::abs(*a - *b) < seconds{1});
}
bool about(std::optional<Instant> a, std::optional<Instant> b) {
    const auto since = [](const std::optional<Instant>& at) {
        return at ? std::optional(*at - start) : std::nullopt;
    };
    return about(since(a), since(b));
}

} // namespace

TEST_CASE("whatever anybody sets the clock to, no time is counted twice and none is less than nothing") {
    holds("played is between nothing and all, and after is its inverse", [] {
        const Jumps jumps = any_journal(any_between<std::size_t>(1, 30));
        const auto& all = jumps.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            MUST(all[i].from < all[i].until);
            MUST(i == 0 || all[i - 1].until <= all[i].from);
        }
        const Instant from = start + seconds{any_between(-100, 20'000)};
        const microseconds span = seconds{any_between(0, 20'000)};
        const Upto upto(any_between<Sequence>(1, 31));
        const microseconds played = jumps.played(from, from + span, upto);
        MUST(played >= microseconds{0});
        MUST(played <= span);
        MUST(jumps.played(from, jumps.after(from, span, upto), upto) == span);
        MUST(jumps.played(from + span, from, upto) == microseconds{0});
    });
}

TEST_CASE("a jump back that the player refuses moves no deadline and takes nothing off a reaction") {
    holds("as if it, or the clock of another run, was never set", [] {
        std::vector<Act> acts;
        for (auto minute : any_numbers(1, 110))
            acts.push_back(
                {any_of({Act::note, Act::back, Act::ahead, Act::other_run}), minute, any_between(0, 30)});
        std::stable_sort(acts.begin(), acts.end(),
                         [](const Act& a, const Act& b) { return a.minute < b.minute; });
        auto without = acts;
        std::erase_if(without,
                      [](const Act& one) { return one.kind == Act::back || one.kind == Act::other_run; });
        const double rate = any_of({1.0, 20.0, 60.0});
        const auto told = outcomes(acts, rate), plain = outcomes(without, rate);
        for (std::size_t i = 0; i < told.size(); ++i) {
            MUST(about(told[i].asked, plain[i].asked));
            MUST(about(told[i].deadline, plain[i].deadline));
            MUST(about(told[i].met, plain[i].met));
            MUST(about(told[i].late, plain[i].late));
            MUST(about(told[i].reaction, plain[i].reaction));
            MUST(told[i].reaction.value_or(microseconds{0}) >= microseconds{0});
        }
    });
}

TEST_CASE("of two jumps back before the player can answer neither is obeyed") {
    Exercise exercise(two_hours::full(), {.rate = 20});
    exercise.pass(seconds{91}); // T+00:30
    exercise.says(set(exercise.at("T+00:05"), 20, true), exercise.at("T+00:30"), "oefenleider");
    exercise.says(set(exercise.at("T+00:06"), 20, true), exercise.at("T+00:30"), "oefenleider");
    exercise.settle();
    CHECK(exercise.run().progress().clock->now(exercise.hub) >= exercise.at("T+00:30"));
    exercise.play();
    CHECK(exercise.told() == two_hours::reference());
}

} // namespace jumps_test
