// Bezetting, geoefendheid, and the system about itself.
#include "dashboard/picture/oto.hpp"
#include "dashboard/picture/system.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace organisation_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {
const Instant now = at(2027, 6, 15, 10);
}

TEST_CASE("a post is vacant until somebody fills it, and after the person who left") {
    Told told;
    const PostFilled filled{"arb", "ARB", PersonId("p-1"), PersonId("p-2")};
    told.tells(now, filled);
    const auto vacant = [&] { return !post_states(told.picture).front().person; };
    CHECK_FALSE(vacant());
    told.tells(now, PostVacated{"arb", "ARB", PersonId("p-9"), std::nullopt}); // long gone
    CHECK_FALSE(vacant());
    told.tells(now, PostVacated{"arb", "ARB", PersonId("p-1"), std::nullopt});
    CHECK(vacant());
    CHECK(told.picture.organisation->posts.at("arb").deputy.value == PersonId("p-2"));
    told.tells(now, PostVacated{"arb", "ARB", std::nullopt, std::nullopt});
    CHECK_FALSE(told.picture.organisation->posts.at("arb").deputy.value);
}

TEST_CASE("training lapses by its newest record, whatever order the records come in") {
    Told told;
    const auto trained = [&](Instant when, std::optional<Instant> until) {
        told.tells(now, TrainingRecorded{"p-1", {}, "CoPI-training", when, {}, until, {}, {}});
    };
    trained(at(2027, 1, 1), at(2028, 1, 1));
    trained(at(2025, 1, 1), at(2026, 1, 1));
    CHECK(lapsing_trainings(told.picture, now, hours(24 * 90)).empty());
    CHECK(lapsing_trainings(told.picture, at(2027, 12, 1), hours(24 * 90)).size() == 1);
    told.tells(now, TrainingPlanned{"t-2", "systeemtest", at(2027, 9, 1), {}});
    told.tells(now, TrainingPlanned{"t-1", "alarmering", at(2027, 7, 1), {}});
    told.tells(now, TrainingPlanned{"t-0", "voorbij", at(2027, 1, 1), {}});
    CHECK(coming_trainings(told.picture, now) == std::vector<TrainingId>{"t-1", "t-2"});
}

TEST_CASE("a desk is there from joining to leaving") {
    Told told;
    told.tells(now, DeskJoined{"ovd-1", std::string("0.1")});
    told.tells(now, DeskJoined{"ac-1", {}});
    told.tells(now, DeskLeft{"ovd-1", {}});
    CHECK(desks_present(told.picture) == std::vector<DeskId>{"ac-1"});
}

TEST_CASE("a feed keeps its state and counts what it refused") {
    Told told;
    told.tells(now, FeedReported{"p2000", FeedState::loopt, {}});
    CHECK(feeds_troubled(told.picture, now).empty());
    told.tells(now, FeedReported{"p2000", FeedState::stil, std::string("geen signaal")});
    told.tells(now + minutes(1), FeedRefused{"p2000", "no head", 3, {}});
    told.tells(now + minutes(2), FeedRefused{"p2000", "no head", 2, {}});
    CHECK(feeds_troubled(told.picture, now) == std::vector<FeedId>{"p2000"});
    CHECK(told.picture.system->feeds.at("p2000").refused_total == 5);
    CHECK(feeds_overview(told.picture, now + minutes(3)).at(0).aside.at(0).count == Count(5));
    CHECK(told.picture.system->feeds.at("p2000").last_heard == now + minutes(2));
    for (int reason = 0; reason < 1000; ++reason)
        told.tells(now, FeedRefused{"p2000", std::to_string(reason), 1, {}});
    CHECK(told.picture.system->feeds.at("p2000").refused.size() <= 64);
    CHECK(told.picture.system->feeds.at("p2000").refused_total == 1005);
}

TEST_CASE("of a feed is known what it brought, how fast of late, and what was set aside, trouble first") {
    Told told;
    const Instant hour = std::chrono::floor<hours>(now);
    const auto page = [&](Instant when) {
        PageReceived one;
        one.text = "P 1";
        one.at = when;
        told.tells(when, one, {}, "feed/p2000");
    };
    told.tells(hour, FeedReported{"p2000", FeedState::loopt, {}}, {}, "feed/p2000");
    for (int minute = 0; minute < 60; ++minute)
        page(hour + minutes(minute));
    told.tells(hour + minutes(61), FeedReported{"water", FeedState::fout, "geen antwoord"}, {}, "feed/water");
    told.tells(hour + minutes(62), FeedRefused{"p2000", "no head", 3, "x"}, {}, "feed/p2000");
    told.tells(hour + minutes(63), FeedRefused{"p2000", "too long", 1, "y"}, {}, "feed/p2000");
    page(hour + minutes(70));
    const auto all = feeds_overview(told.picture, hour + minutes(90));
    REQUIRE(all.size() == 2);
    CHECK(all[0].feed == FeedId{"water"});
    CHECK(all[0].health->note == "geen antwoord");
    CHECK(all[0].taken == 0);
    CHECK(all[1].taken == 61);
    CHECK(all[1].per_hour == 31); // one in this hour, and half of the sixty before
    CHECK(all[1].heard == hour + minutes(70));
    CHECK(all[1].refused == 4);
    REQUIRE(all[1].aside.size() == 2);
    CHECK(all[1].aside[0].reason == "too long");
    CHECK(feeds_overview(told.picture, hour + minutes(150))[1].per_hour == 1);
    CHECK(feeds_overview(told.picture, hour + minutes(190))[1].per_hour == 0);
}

TEST_CASE("what a socket brings that the hub follows itself is counted under its endpoint") {
    Picture picture;
    const auto fold_from = [&](Sequence sequence, const std::string& source, Body body) {
        Recorded fact;
        fact.sequence = sequence;
        fact.recorded = now;
        fact.sender = "tcp://127.0.0.1:21779";
        fact.message.id = std::to_string(sequence);
        fact.message.source = source;
        fact.message.time = now;
        fact.message.body = std::move(body);
        fold(picture, fact);
    };
    for (Sequence sequence = 1; sequence <= 10; ++sequence)
        fold_from(sequence, "mijn/script", NoteWritten{});
    fold_from(11, "hub", FeedReported{"tcp://127.0.0.1:21779", FeedState::loopt, {}});
    const auto all = feeds_overview(picture, now + minutes(1));
    REQUIRE(all.size() == 1);
    CHECK(all[0].taken == 10);
    CHECK(all[0].per_hour == 10);
}

TEST_CASE("of each subject the newest check counts, also when an older one is told later") {
    Told told;
    told.tells(now, CheckRecorded{CheckSubject::back_up, CheckResult::fout, now, {}});
    told.tells(now, CheckRecorded{CheckSubject::back_up, CheckResult::goed, now - hours(24), {}});
    CHECK(told.picture.system->checks.at(CheckSubject::back_up).value.result == CheckResult::fout);
}

TEST_CASE("what comes from outside tells when it was last heard, by kind and by source") {
    Told told;
    CHECK(last_heard(told.picture, "measurement.taken") == nullptr);
    told.tells(now, MeasurementTaken{"A", "waterstand", "cm NAP", now - minutes(10), 1, Quality::goed}, {},
               "feed/water");
    REQUIRE(last_heard(told.picture, "measurement.taken") != nullptr);
    CHECK(last_heard(told.picture, "measurement.taken")->at == now - minutes(10));
    CHECK(told.picture.system->heard_from.at("feed/water").recorded == now);
    for (int source = 0; source < 2000; ++source)
        told.tells(now, MeasurementTaken{"A", "waterstand", "cm NAP", now, 1, Quality::goed}, {},
                   std::to_string(source));
    CHECK(told.picture.system->heard_from.size() <= 1024);
}

TEST_CASE("a source is heard when it was heard, not when its feed says that it is away") {
    Told told;
    told.tells(now, FeedReported{"cap", FeedState::fout, "geen antwoord"}, {}, "feed/cap");
    CHECK_FALSE(feeds_overview(told.picture, now)[0].heard);
    told.tells(now + minutes(5), FeedReported{"cap", FeedState::loopt, {}, now + minutes(4), Count(5)});
    told.tells(now + minutes(10), FeedReported{"cap", FeedState::loopt, {}, now + minutes(9), Count(5)});
    const auto one = feeds_overview(told.picture, now + minutes(11)).at(0);
    CHECK(one.heard == now + minutes(9));
    CHECK(one.health_since == now + minutes(5));
    CHECK_FALSE(one.lost);
}

TEST_CASE("a feed that says no more that it runs is lost; one whose input ended is not") {
    Told told;
    told.tells(now, FeedReported{"cap", FeedState::loopt, {}, now, Count(5)});
    told.tells(now, FeedReported{"oud", FeedState::loopt, {}}); // promised nothing
    told.tells(now, FeedReported{"lijst", FeedState::stil, "einde van de invoer", now, {}, true});
    CHECK(feeds_troubled(told.picture, now + minutes(11)).empty());
    CHECK(feeds_troubled(told.picture, now + minutes(12)) == std::vector<FeedId>{"cap"});
    CHECK(feeds_overview(told.picture, now + minutes(12)).at(0).lost);
    told.tells(now + minutes(13), FeedReported{"cap", FeedState::loopt, {}, now, Count(5)});
    CHECK(feeds_troubled(told.picture, now + minutes(14)).empty());
    told.tells(now + minutes(15),
               FeedReported{"cap", FeedState::stil, "einde van de invoer", now, Count(5), true});
    for (const auto& feed : feeds_overview(told.picture, now + hours(2)))
        CHECK_FALSE(in_trouble(feed)); // also one that promised to say so again before it ended
}

TEST_CASE(
    "in an exercise a lost feed is noticed by what others say, whatever the clock of the exercise does") {
    Told told(Mode::exercise);
    ExerciseStarted started;
    started.run = RunId("r");
    started.start = now + hours(24 * 54);
    told.tells(now, started);
    told.tells(now, FeedReported{"p2000", FeedState::loopt, {}, now, Count(5)});
    const Instant there = started.start + hours(7); // its clock is far ahead, or stands still
    NoteWritten note;
    note.note = "n";
    note.text = "x";
    told.tells(now + minutes(11), note);
    CHECK(feeds_troubled(told.picture, there).empty());
    told.tells(now + minutes(12), note);
    CHECK(feeds_troubled(told.picture, there) == std::vector<FeedId>{"p2000"});
    told.tells(now + minutes(13), FeedReported{"p2000", FeedState::loopt, {}, now, Count(5)});
    CHECK(feeds_troubled(told.picture, there).empty());
}

TEST_CASE("in an exercise a feed is as old as the clock of the exercise says") {
    Told told(Mode::exercise);
    Recorded fact;
    fact.sequence = 1;
    fact.recorded = now - hours(24 * 54); // the hub's clock is another
    fact.message.id = "a";
    fact.message.source = "feed/p2000";
    fact.message.time = now;
    fact.message.status = Mode::exercise;
    fact.message.body = FeedReported{"p2000", FeedState::loopt, {}};
    fold(told.picture, fact);
    CHECK(feeds_overview(told.picture, now).at(0).heard == now);
}

TEST_CASE("what a feed recorded and is played again counts for that feed") {
    Told told(Mode::exercise);
    PageReceived page;
    page.text = "P 1 BR";
    told.tells(now, page, {}, "feed/p2000/replay-8d0f");
    const auto feeds = feeds_overview(told.picture, now);
    REQUIRE(feeds.size() == 1);
    CHECK(feeds[0].feed == FeedId("p2000"));
    CHECK(feeds[0].taken == 1);
}

TEST_CASE("what others wrote counts for the feed that passed it on") {
    Told told;
    NoteWritten note;
    note.note = "n";
    note.text = "kade";
    Recorded fact;
    fact.sequence = 1;
    fact.recorded = now;
    fact.sender = "feed derden";
    fact.message.id = "a";
    fact.message.source = "elders";
    fact.message.time = now;
    fact.message.body = note;
    fold(told.picture, fact);
    const auto all = feeds_overview(told.picture, now);
    REQUIRE(all.size() == 1);
    CHECK(all[0].feed == FeedId{"derden"});
    CHECK(all[0].taken == 1);
    CHECK(all[0].heard == now);
}

} // namespace organisation_test
