// Overleg, decisions, and the situation texts.
#include "dashboard/picture/meetings.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace meetings_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

Instant clock(int hour, int minute = 0) {
    return at(2027, 1, 23, hour, minute);
}
MeetingPlanned plan(const std::string& id, MeetingTeam team, int number, Instant when,
                    std::optional<Count> length = {}) {
    return {id, IncidentId{"i"}, {}, team, number, when, length, "Dam/Havenplein", {}};
}
SituationWritten item(const std::string& id, const std::string& column, std::optional<ItemId> replaces = {}) {
    return {id, "i", column, "tekst " + id, Certainty::bevestigd, {}, std::move(replaces)};
}

} // namespace

TEST_CASE("the next meeting is that of the function's own team") {
    Told told;
    told.tells(clock(4), plan("c3", MeetingTeam::copi, 3, clock(4, 45)));
    told.tells(clock(4), plan("r2", MeetingTeam::rot, 2, clock(4, 40)));
    told.tells(clock(4), plan("g1", MeetingTeam::gbt, 1, clock(5)));
    CHECK(next_meeting(told.picture, "OvD-Bz", clock(4, 37))->meeting == MeetingId{"c3"});
    CHECK(next_meeting(told.picture, "AC-Bz", clock(4, 37))->meeting == MeetingId{"r2"});
    CHECK(next_meeting(told.picture, "Burgemeester", clock(4, 37))->meeting == MeetingId{"g1"});
    CHECK_FALSE(next_meeting(told.picture, "wijkbeheer", clock(4, 37)));
    told.tells(clock(4), TeamAlerted{"a", "i", Team::rot, {"wijkbeheer"}, 60});
    CHECK(next_meeting(told.picture, "wijkbeheer", clock(4, 37))->meeting == MeetingId{"r2"});
    CHECK(next_meeting(told.picture, IncidentId{"i"}, MeetingTeam::gbt, clock(4, 37))->number == Count{1});
    CHECK(upcoming_meetings(told.picture, clock(4, 37)).size() == 3);
}

TEST_CASE("a running meeting comes first and tells its phase and the time used") {
    Told told;
    told.tells(clock(4), plan("c3", MeetingTeam::copi, 3, clock(4, 45), Count{15}));
    told.tells(clock(4), plan("r2", MeetingTeam::rot, 2, clock(4, 30)));
    told.tells(clock(4, 47), MeetingStarted{"c3"});
    told.tells(clock(4, 48), MeetingPhaseEntered{"c3", Phase::beeld});
    told.tells(clock(4, 53), MeetingPhaseEntered{"c3", Phase::oordeel});
    const auto running = upcoming_meetings(told.picture, clock(4, 55)).front();
    CHECK(running.meeting == MeetingId{"c3"});
    CHECK(running.state == MeetingState::running);
    CHECK(running.phase == Phase::oordeel);
    CHECK(running.phase_since == clock(4, 53));
    CHECK(running.used == minutes(8));
    CHECK_FALSE(running.over);
    CHECK(upcoming_meetings(told.picture, clock(5, 5)).front().over == minutes(3));
    told.tells(clock(5, 6), MeetingEnded{"c3"});
    CHECK(upcoming_meetings(told.picture, clock(5, 6)).front().meeting == MeetingId{"r2"}); // late, not gone
    told.tells(clock(5, 6), plan("r3", MeetingTeam::rot, 3, clock(6)));
    CHECK(upcoming_meetings(told.picture, clock(5, 7)).front().meeting == MeetingId{"r3"});
    CHECK(upcoming_meetings(told.picture, clock(6, 10)).size() == 1);
    CHECK(upcoming_meetings(told.picture, clock(8, 1)).empty());
    CHECK(meetings_of(told.picture, IncidentId{"i"}, clock(6))[1].used == minutes(19));
}

TEST_CASE("a meeting stays next for a while after its time, unless a later one of the team began") {
    Told told;
    told.tells(clock(4), plan("c1", MeetingTeam::copi, 1, clock(4, 45)));
    CHECK(next_meeting(told.picture, "OvD-Bz", clock(4, 59)));
    CHECK(next_meeting(told.picture, "OvD-Bz", clock(5, 1)));
    CHECK_FALSE(next_meeting(told.picture, "OvD-Bz", clock(6, 46)));
    told.tells(clock(4), plan("c2", MeetingTeam::copi, 2, clock(5, 30)));
    CHECK(next_meeting(told.picture, "OvD-Bz", clock(5, 1))->meeting == MeetingId{"c2"});
    told.tells(clock(4, 50), MeetingStarted{"c2"});
    CHECK(upcoming_meetings(told.picture, clock(4, 50)).size() == 1);
}

TEST_CASE("a cancelled meeting is not to come; planned again it is") {
    Told told;
    told.tells(clock(4), plan("c1", MeetingTeam::copi, 1, clock(4, 45)));
    told.tells(clock(4), MeetingCancelled{"c1", "iedereen druk"});
    CHECK(upcoming_meetings(told.picture, clock(4, 1)).empty());
    CHECK(next_number(told.picture, IncidentId{"i"}, MeetingTeam::copi) == Count{2});
    told.tells(clock(4, 10), plan("c1", MeetingTeam::copi, 1, clock(5)));
    CHECK(next_meeting(told.picture, "OvD-Bz", clock(4, 11))->at == clock(5));
    CHECK(next_number(told.picture, IncidentId{"i"}, MeetingTeam::rot) == Count{1});
}

TEST_CASE("no besluit without owner and time") {
    Told told;
    DecisionTaken decision;
    decision.decision = "d";
    decision.incident = "i";
    decision.meeting = "c1";
    decision.text = "Kade evacueren";
    told.tells(clock(4, 20), decision);
    REQUIRE(decisions_of(told.picture, IncidentId{"i"}).size() == 1);
    CHECK(incomplete(*decisions_of(told.picture, MeetingId{"c1"})[0]));
    decision.owner = "burgemeester";
    decision.due = clock(5, 15);
    told.tells(clock(4, 21), decision);
    REQUIRE(decisions_of(told.picture, IncidentId{"i"}).size() == 1);
    CHECK_FALSE(incomplete(*decisions_of(told.picture, IncidentId{"i"})[0]));
}

TEST_CASE("findings of a meeting stand in order, the same id replaces") {
    Told told;
    told.tells(clock(4), FindingNoted{"z", "c1", FindingKind::beeld, "een", Certainty::onbevestigd, {}});
    told.tells(clock(4), FindingNoted{"a", "c1", FindingKind::oordeel, "twee", Certainty::bevestigd, {}});
    told.tells(clock(4), FindingNoted{"x", "c2", FindingKind::beeld, "elders", Certainty::bevestigd, {}});
    REQUIRE(findings_of(told.picture, "c1").size() == 2);
    CHECK(findings_of(told.picture, "c1")[0]->noted.value.text == "een");
    told.tells(clock(5), FindingNoted{"z", "c1", FindingKind::beeld, "een, zeker", Certainty::bevestigd, {}});
    CHECK(findings_of(told.picture, "c1")[1]->noted.value.text == "een, zeker");
}

TEST_CASE("situation texts stand per column in the order of LCMS; a replaced one gives way") {
    Told told;
    told.tells(clock(4), item("k", "Knelpunten"));
    told.tells(clock(4), item("e", "Eigen kolom"));
    told.tells(clock(4), item("a", "Incident"));
    told.tells(clock(5), item("b", "Incident", ItemId{"a"}));
    told.tells(clock(5), item("c", "Incident"));
    auto columns = situation(told.picture, "i");
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].column == Column{"Incident"});
    CHECK(columns[1].column == Column{"Knelpunten"});
    CHECK(columns[2].column == Column{"Eigen kolom"});
    REQUIRE(columns[0].items.size() == 2);
    CHECK(columns[0].items[0]->written.value.item == ItemId{"c"});
    CHECK(columns[0].items[1]->written.value.item == ItemId{"b"});
    REQUIRE(earlier_versions(told.picture, "b").size() == 1);
    CHECK(earlier_versions(told.picture, "b")[0]->written.value.item == ItemId{"a"});
    CHECK(earlier_versions(told.picture, "a").empty());

    told.tells(clock(6), item("a", "Incident", ItemId{"b"})); // written once more: a ring
    columns = situation(told.picture, "i");
    CHECK(columns[0].items.front()->written.value.item == ItemId{"a"});
    CHECK(columns[0].items.size() == 2);
    CHECK(earlier_versions(told.picture, "a").size() == 2); // b, and what stood under a before
}

TEST_CASE("a text written again under its own identifier is a new version, as one that replaces it is") {
    Told told;
    const auto writes = [&](int minute, const char* id, const char* text,
                            std::optional<ItemId> replaces = std::nullopt) {
        SituationWritten body;
        body.item = id;
        body.incident = "i";
        body.column = "Opvang";
        body.text = text;
        body.replaces = std::move(replaces);
        told.tells(clock(minute), body);
    };
    const auto texts = [&](const char* id) {
        std::vector<std::string> all;
        for (const auto* one : earlier_versions(told.picture, ItemId(id)))
            all.push_back(one->written.value.text);
        return all;
    };
    writes(1, "a", "Sporthal open");
    writes(2, "a", "Sporthal vol");
    CHECK(texts("a") == std::vector<std::string>{"Sporthal open"});
    writes(3, "b", "Tweede sporthal open", ItemId("a"));
    writes(4, "b", "Tweede sporthal vol");
    CHECK(texts("b") == std::vector<std::string>{"Tweede sporthal open", "Sporthal vol", "Sporthal open"});
    const auto columns = situation(told.picture, "i");
    REQUIRE(columns.size() == 1);
    CHECK(columns[0].items.size() == 1);  // one text, whichever way it was written anew
    writes(5, "a", "Sporthal weer leeg"); // stands again, and is no earlier version of b
    CHECK(texts("b").size() == 3);
    CHECK(texts("a") == std::vector<std::string>{"Sporthal vol", "Sporthal open"});
    CHECK(situation(told.picture, "i")[0].items.size() == 2);
}

} // namespace meetings_test
