// Aftakken: a run is left where it is, and a new one goes on from one of its moments with the same history.
#include "dashboard/desk/branch.hpp"

#include "dashboard/desk/broken_off.hpp"
#include "dashboard/desk/compared_runs.hpp"
#include "dashboard/desk/report_file.hpp"
#include "dashboard/desk/source.hpp"
#include "dashboard/desk/unplayed.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/journal/verify.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <array>
#include <condition_variable>
#include <fstream>
#include <mutex>

namespace branch_test {

using namespace regiekamer;

namespace {

/// Wakes who waits for a link.
struct Bell {
    std::mutex mutex;
    std::condition_variable rung;
    bool woken = false;
    void ring() {
        const std::lock_guard lock(mutex);
        woken = true;
        rung.notify_one();
    }
    void wait() {
        std::unique_lock lock(mutex);
        if (!rung.wait_for(lock, std::chrono::seconds(20), [this] { return woken; })) FAIL("nothing came");
        woken = false;
    }
};

/// Folds what a link brings until the picture is as wanted.
template <class Wanted>
void until(link::Link& link, Bell& bell, picture::History& history, Wanted&& wanted) {
    for (;;) {
        for (auto& fact : link.drain(10'000))
            history.append(fact);
        if (wanted(history.current())) return;
        bell.wait();
    }
}

std::size_t delivered(const picture::Picture& picture) {
    return picture::delivered_injects(picture).size();
}

desk::Wanted wanted(const Folder& folder, Bell& bell) {
    desk::Wanted wish;
    wish.journal = (folder / "run.journal").string();
    wish.exercise = REGIEKAMER_SOURCE_DIR "/scenarios/verdrinking.toml";
    wish.rate = 600;
    wish.wake = [&bell] { bell.ring(); };
    return wish;
}

const panels::User leader{Function("oefenleider"), PersonId("p-leider")};

} // namespace

TEST_CASE("a branch has the history up to its moment, stands still there, and plays on when it is told to") {
    const Folder folder;
    Bell bell;
    auto wish = wanted(folder, bell);
    desk::NewBranch branch;
    picture::Picture then;
    Sequence upto = 0;
    {
        auto source = desk::open_source(wish);
        REQUIRE(source);
        picture::History history(desk::read_back(source->journal));
        until(*source->link, bell, history, [](const auto& picture) { return delivered(picture) >= 3; });
        upto = history.head();
        then = history.current();
        until(*source->link, bell, history, [](const auto& picture) { return delivered(picture) >= 6; });
        const auto made = desk::branch_off(source->journal, upto, then, then.moment, leader);
        REQUIRE(made);
        const auto said = codec::decode(made->first);
        REQUIRE(said);
        CHECK(said->function == leader.function);
        CHECK(said->person == leader.person);
        branch = *made;
    }
    wish.journal = branch.journal.string();
    wish.first = branch.first;
    Bell second;
    wish.wake = [&second] { second.ring(); };
    auto source = desk::open_source(wish);
    REQUIRE(source);
    picture::History history(desk::read_back(source->journal));
    until(*source->link, second, history,
          [](const auto& picture) { return picture.exercise->branched.has_value(); });
    CHECK(history.current().exercise->branched->value.parent_sequence.value ==
          static_cast<std::int64_t>(upto));
    CHECK(picture::exercise_phase(history.current()) == picture::ExercisePhase::paused);
    CHECK(picture::exercise_now(history.current(), wall_clock() + hours(5)) == then.moment);
    CHECK(delivered(history.current()) == delivered(then));
    CHECK(history.current().actions == then.actions);

    Message play;
    play.status = Mode::exercise;
    play.time = then.moment;
    play.function = Function("oefenleider");
    play.body = ExerciseClockSet{then.exercise->started.value.run, then.moment, Rate{600}, true};
    REQUIRE(source->link->send(play));
    const auto before = delivered(then);
    until(*source->link, second, history, [&](const auto& picture) { return delivered(picture) > before; });
    CHECK(history.current().exercise->started.value == then.exercise->started.value);

    const auto& branched = history.current().exercise->branched->value;
    const auto compared =
        desk::compare_with_parent(source->journal, branched.parent_journal, source->scenario.get());
    REQUIRE(compared);
    CHECK(std::filesystem::exists(compared->page));
    CHECK_THAT(compared->text, ContainsSubstring("Gelijk tot en met bericht " + std::to_string(upto)));
    const auto page = desk::write_report(source->journal, source->scenario.get(), folder.path);
    REQUIRE(page);
    CHECK(page->filename() == "verslag-run-tak-1.html");
    CHECK(std::filesystem::file_size(*page) > 10'000);
    const auto alone = desk::compare_with_parent(source->journal, "no such journal", nullptr);
    REQUIRE_FALSE(alone);
}

TEST_CASE("the parent stays as it was, and a second branch has a name of its own") {
    const Folder folder;
    Bell bell;
    const auto wish = wanted(folder, bell);
    auto source = desk::open_source(wish);
    REQUIRE(source);
    picture::History history(desk::read_back(source->journal));
    until(*source->link, bell, history, [](const auto& picture) { return delivered(picture) >= 1; });
    const auto& now = history.current();
    const auto one = desk::branch_off(source->journal, history.head(), now, now.moment, leader);
    const auto two = desk::branch_off(source->journal, history.head(), now, now.moment, leader);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->journal.filename() == "run-tak-1.journal");
    CHECK(two->journal.filename() == "run-tak-2.journal");
    const auto early = desk::branch_off(source->journal, 1, {}, now.moment, leader);
    REQUIRE_FALSE(early);
    CHECK_THAT(sentence(early.error()), ContainsSubstring("before exercise.started"));
    auto ended = now;
    ended.exercise.edit().ended.emplace();
    const auto late = desk::branch_off(source->journal, history.head(), ended, now.moment, leader);
    REQUIRE_FALSE(late);
    CHECK_THAT(sentence(late.error()), ContainsSubstring("after exercise.ended"));
}

TEST_CASE("of an exercise that nobody plays any more it is said how to go on, not of one that ended") {
    Told told(Mode::exercise);
    CHECK_FALSE(desk::words_of_unplayed(told.picture, "x.journal"));
    const Instant start = *read_instant("2027-01-22T12:00:00+01:00");
    told.tells(start, ExerciseStarted{RunId("run"), "verdrinking", "Proef", start, {}, "d"});
    told.tells(start, ExerciseClockSet{RunId("run"), start, Rate{1}, true});
    const auto words = desk::words_of_unplayed(told.picture, "map/x.journal");
    REQUIRE(words);
    CHECK_THAT(*words, ContainsSubstring("--journal map/x.journal --exercise verdrinking.toml"));
    told.tells(start, ExerciseEnded{RunId("run")});
    CHECK_FALSE(desk::words_of_unplayed(told.picture, "x.journal"));
}

TEST_CASE("the journal of a shared hub is found where hubs keep theirs, and no other is taken for it") {
    const Folder folder;
    Bell bell;
    auto source = desk::open_source(wanted(folder, bell));
    REQUIRE(source);
    const auto info = journal::Reader::open(source->journal)->info();
    REQUIRE(info);
    std::ofstream(folder / "leeg.journal") << "geen journaal";
    std::filesystem::create_directory(folder / "elders");
    const std::array folders{folder / "niet", folder / "elders", folder.path};
    CHECK(desk::hub_journal(info->uuid, folders) == source->journal);
    CHECK_FALSE(desk::hub_journal("00000000-0000-4000-8000-000000000000", folders));
    CHECK_FALSE(desk::same_journal(folder / "leeg.journal", info->uuid));
    REQUIRE_FALSE(desk::same_journal(source->journal, "another"));
    CHECK(desk::same_journal(source->journal, info->uuid));
}

TEST_CASE("a player that gave up is told of in Dutch, with what to do") {
    const auto words = [](const char* where, const char* found) {
        return desk::words_of_failed_player({where, found, ""});
    };
    CHECK_THAT(words("run r", "an exercise that has ended: nothing is left to play"),
               ContainsSubstring("beëindigd"));
    CHECK_THAT(words("scenario", "another text"), ContainsSubstring("Start met het bestand van toen"));
    CHECK_THAT(words("journal", "messages of x"), ContainsSubstring("zonder --journal"));
    CHECK_THAT(words("play", "OvD-Bs"), ContainsSubstring("OvD-Bs"));
}

TEST_CASE("a branch of a shared exercise that a crash broke off is what the same command goes on with") {
    const Folder folder;
    Bell bell;
    auto wish = wanted(folder, bell);
    const auto scenario = desk::load_scenario(wish.exercise);
    REQUIRE(scenario);
    desk::NewBranch branch;
    std::string parent;
    {
        auto source = desk::open_source(wish);
        REQUIRE(source);
        picture::History history(desk::read_back(source->journal));
        until(*source->link, bell, history, [](const auto& picture) { return delivered(picture) >= 2; });
        parent = journal::Reader::open(source->journal)->info()->uuid;
        const auto now = history.current();
        branch = *desk::branch_off(source->journal, history.head(), now, now.moment, leader);
    }
    const auto crashed = folder / "crashed";
    std::filesystem::create_directory(crashed);
    const auto copy = crashed / branch.journal.filename();
    wish.journal = branch.journal.string();
    wish.first = branch.first;
    const std::array folders{crashed, folder.path};
    const auto left = [&](const std::string& of) {
        return desk::broken_off_branch(folders, of, **scenario, wall_clock(), milliseconds{0});
    };
    {
        auto source = desk::open_source(wish);
        REQUIRE(source);
        picture::History history(desk::read_back(source->journal));
        until(*source->link, bell, history, [](const auto& picture) { return picture.exercise->branched; });
        CHECK_FALSE(left(parent)); // it runs
        for (const char* part : {"", "-wal"})
            std::filesystem::copy_file(branch.journal.string() + part, copy.string() + part);
    }
    CHECK(left(parent) == copy); // what was on the disk when it was killed
    CHECK_FALSE(left("another exercise"));
    std::filesystem::remove(copy.string() + "-wal");
    CHECK_FALSE(left(parent)); // closed in peace: the shared exercise is what is wanted
}

} // namespace branch_test
