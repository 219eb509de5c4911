// Laws of the fold: total, deterministic, the same in one go as in two, and copies that do not change along.
#include "dashboard/picture/alarms.hpp"
#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/moment.hpp"
#include "tests/dashboard/picture/nonsense.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace fold_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

std::vector<Recorded> journal(std::size_t length, Mode mode = Mode::exercise) {
    Nonsense nonsense(any_seed());
    std::vector<Recorded> facts;
    for (std::size_t at = 0; at < length; ++at)
        facts.push_back(nonsense.next(mode));
    return facts;
}

Picture folded(const std::vector<Recorded>& facts, Picture picture = {}) {
    for (const Recorded& fact : facts)
        fold(picture, fact);
    return picture;
}

/// Asks everything that this half of the picture derives.
std::size_t ask_everything(const Picture& picture, Instant now) {
    std::size_t answers = alarms(picture, now).size() + upcoming_meetings(picture, now).size() +
                          important_notes(picture).size() + tally_all(picture, now).all;
    for (const auto& [id, incident] : picture.incidents->incidents) {
        answers += grip_segments(incident, now).size() + public_clocks(picture, id, now).size() +
                   attendance(picture, id, now).size() + active_teams(picture, id).size() +
                   situation(picture, id).size() + meetings_of(picture, id, now).size() +
                   decisions_of(picture, id).size() + notes_of(picture, id).size() +
                   areas_of(picture, id).size() + places_of(picture, id).size();
    }
    for (const auto& [id, item] : picture.meetings->items)
        answers += earlier_versions(picture, id).size();
    for (const auto& [id, action] : picture.actions->actions)
        answers += waits_for(picture, action).size() + held_up_by(picture, id).size();
    answers += mine(picture, "OvD-Bz", now).size() + others(picture, "OvD-Bz", now).size();
    return answers;
}

} // namespace

TEST_CASE("any messages in any order fold without failing, and every question has an answer") {
    holds("total", [] {
        auto facts = journal(any_between<std::size_t>(0, 400));
        std::mt19937_64 random(any_seed());
        std::shuffle(facts.begin(), facts.end(), random);
        const auto repeats = facts;
        facts.insert(facts.end(), repeats.begin(), repeats.begin() + static_cast<long>(repeats.size() / 2));
        const Picture once = folded(facts), again = folded(facts);
        MUST(once == again);
        const Instant now = Nonsense::start + minutes(any_between(-500, 4'000));
        MUST(ask_everything(once, now) == ask_everything(again, now));
    });
}

TEST_CASE("folding a prefix and then the rest equals folding all") {
    holds("prefix", [] {
        const auto facts = journal(any_between<std::size_t>(0, 300), Mode::actual);
        const auto cut = static_cast<long>(any_between<std::size_t>(0, facts.size() + 1));
        const Picture start = folded({facts.begin(), facts.begin() + cut});
        const Picture start_as_it_was = folded({facts.begin(), facts.begin() + cut});
        MUST(folded({facts.begin() + cut, facts.end()}, start) == folded(facts));
        MUST(start == start_as_it_was); // the copy went on, the original did not
    });
}

TEST_CASE("a message that comes twice in a row changes nothing the second time") {
    holds("repeat", [] {
        Picture once, twice;
        for (const Recorded& fact : journal(any_between<std::size_t>(0, 200))) {
            fold(once, fact);
            fold(twice, fact);
            fold(twice, fact);
        }
        MUST(once == twice);
    });
}

TEST_CASE("counts of actions close, whatever happened") {
    holds("counts", [] {
        const Picture picture = folded(journal(300));
        const Instant now = Nonsense::start + minutes(1'000);
        const auto all = tally_all(picture, now);
        const auto own = tally_mine(picture, "OvD-Bz", now), rest = tally_others(picture, "OvD-Bz", now);
        std::size_t opened = 0, done = 0, cancelled = 0;
        for (const auto& [id, action] : picture.actions->actions) {
            opened += action.opened.said();
            done += action.opened.said() && action.state.value == ActionState::gereed;
            cancelled += action.opened.said() && action.state.value == ActionState::vervallen;
        }
        MUST(all.all == opened);
        MUST(all.done == done);
        MUST(all.cancelled == cancelled);
        MUST(all.unfinished == all.open + all.taken_on + all.blocked);
        MUST(own.all + rest.all == all.all);
        MUST(own.late + rest.late == all.late);
        MUST(mine(picture, "OvD-Bz", now).size() == own.unfinished);
    });
}

TEST_CASE("a foreign message changes only where the picture stands") {
    Told told;
    told.tells(at(2027, 1, 22),
               IncidentOpened{"i", "Brand", "brand", "Alblasserdam", "Kade", {}, {}, {}, {}});
    const Picture before = told.picture;
    told.tells(at(2027, 1, 22, 1), Foreign{"org.example.x", "{}"});
    CHECK(told.picture.sequence == 2);
    CHECK(told.picture.recorded == at(2027, 1, 22, 1));
    CHECK(told.picture.incidents == before.incidents);
}

TEST_CASE("the moment is the hub's clock, and in an exercise the furthest that the player came") {
    Told real;
    real.tells(at(2027, 1, 22, 9), NoteWritten{});
    CHECK(real.picture.moment == at(2027, 1, 22, 9));

    Told exercise(Mode::exercise);
    exercise.tells(at(2030, 1, 1), NoteWritten{}); // a desk's clock does not count
    CHECK(exercise.picture.moment == Instant{});
    CHECK(default_now(exercise.picture) == at(2030, 1, 1));
    const std::string player = "scenario/hoogwater/run-1";
    exercise.tells(at(2027, 1, 22, 12), NoteWritten{}, {}, player);
    exercise.tells(at(2027, 1, 22, 9), NoteWritten{}, {}, player);
    exercise.tells(at(2031, 1, 1), NoteWritten{});
    CHECK(exercise.picture.moment == at(2027, 1, 22, 12));
    CHECK(default_now(exercise.picture) == at(2027, 1, 22, 12));
}

TEST_CASE("who opens a real journal sees now, who opens an exercise sees it where its clock stood") {
    const Instant wall = at(2027, 3, 1);
    CHECK(now_of_file({}, Mode::actual, wall) == wall);
    CHECK(now_of_file({}, Mode::exercise, wall) == wall);
    Told real;
    real.tells(at(2027, 1, 22, 9), NoteWritten{});
    CHECK(now_of_file(real.picture, Mode::actual, wall) == wall);
    CHECK(now_of_file(real.picture, Mode::actual, at(2026, 1, 1)) == at(2027, 1, 22, 9)); // a clock behind
    Told exercise(Mode::exercise);
    exercise.tells(at(2027, 1, 22, 12), NoteWritten{}, {}, "scenario/hoogwater/run-1");
    CHECK(now_of_file(exercise.picture, Mode::exercise, wall) == at(2027, 1, 22, 12));
}

} // namespace fold_test
