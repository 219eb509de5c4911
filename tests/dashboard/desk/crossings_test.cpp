// Which acts cross: about the same thing, neither sender knowing of the other's.
#include "dashboard/desk/crossings.hpp"

#include "dashboard/picture/crossing.hpp"
#include "dashboard/picture/picture.hpp"
#include "tests/support/catch.hpp"

namespace crossings_test {

using namespace regiekamer;
using desk::Crossings;

namespace {

const Instant start = *read_instant("2027-01-23T04:37:00+01:00");

Recorded heard(Sequence sequence, const std::string& id, Body body, milliseconds after = milliseconds(0)) {
    Recorded fact;
    fact.sequence = sequence;
    fact.recorded = start + after;
    fact.message.id = id;
    fact.message.source = "desk/" + id;
    fact.message.body = std::move(body);
    return fact;
}

GripDecided grip(const char* incident, int level) {
    GripDecided body;
    body.incident = IncidentId(incident);
    body.level = level;
    return body;
}

} // namespace

TEST_CASE("another's act that came while ours was on its way crosses it") {
    Crossings crossings;
    crossings.said("ours", grip("brand", 2));
    CHECK_FALSE(crossings.hears(heard(7, "theirs", grip("brand", 3))));
    const auto crossing = crossings.hears(heard(8, "ours", grip("brand", 2)));
    REQUIRE(crossing);
    CHECK(crossing->other.message.id == "theirs");
    CHECK(crossing->mine.sequence == 8);
    CHECK_FALSE(crossing->other_later());
}

TEST_CASE("and one that the hub recorded just after ours; a later one was said with ours on the screen") {
    Crossings crossings;
    crossings.said("ours", grip("brand", 2));
    CHECK_FALSE(crossings.hears(heard(7, "ours", grip("brand", 2))));
    const auto crossing = crossings.hears(heard(8, "theirs", grip("brand", 3), milliseconds(900)));
    REQUIRE(crossing);
    CHECK(crossing->other_later());
    CHECK_FALSE(crossings.hears(heard(9, "theirs too", grip("brand", 1), milliseconds(2'100))));
}

TEST_CASE("acts about other things, and what only adds, cross nothing") {
    Crossings crossings;
    crossings.said("ours", grip("brand", 2));
    crossings.said("note", NoteWritten{});
    CHECK_FALSE(crossings.hears(heard(7, "theirs", grip("hoogwater", 3))));
    CHECK_FALSE(crossings.hears(heard(8, "their note", NoteWritten{})));
    CHECK_FALSE(crossings.hears(heard(9, "ours", grip("brand", 2))));
    CHECK_FALSE(crossings.hears(heard(10, "note", NoteWritten{})));
}

TEST_CASE("an act that the hub refused crosses nothing") {
    Crossings crossings;
    crossings.said("ours", grip("brand", 2));
    crossings.refused("ours");
    CHECK_FALSE(crossings.hears(heard(7, "theirs", grip("brand", 3))));
}

TEST_CASE("a subject is what is decided about, whatever is decided") {
    const ActionId action("a");
    CHECK(picture::subject_of(ActionTakenOn{action}) ==
          picture::subject_of(ActionCancelled{action, "dubbel"}));
    CHECK(picture::subject_of(ActionTakenOn{action}) != picture::subject_of(ActionTakenOn{ActionId("b")}));
    CHECK(picture::subject_of(ActionProgressed{action, "half"}).empty());
    CHECK(picture::subject_of(SwapApproved{SwapId("a"), {}}) != picture::subject_of(ActionTakenOn{action}));
    SituationWritten first, next;
    first.item = ItemId("1");
    next.item = ItemId("2");
    next.replaces = first.item;
    CHECK(picture::subject_of(first) == picture::subject_of(next));
    AreaDrawn drawn;
    drawn.area = AreaId("rook");
    drawn.incident = IncidentId("brand");
    CHECK(picture::subject_of(drawn) == picture::subject_of(AreaRemoved{drawn.area, {}}));
    CHECK(picture::subject_of(drawn) != picture::subject_of(IncidentClosed{drawn.incident, "klaar"}));
    PlaceMarked marked;
    marked.place = PlaceId("rook");
    CHECK(picture::subject_of(marked) == picture::subject_of(PlaceRemoved{marked.place}));
    CHECK(picture::subject_of(marked) != picture::subject_of(drawn));
}

TEST_CASE("two acts decide the same when they say the same of one thing, whatever they note") {
    CHECK(picture::same_decision(grip("brand", 2), grip("brand", 2)));
    CHECK_FALSE(picture::same_decision(grip("brand", 2), grip("brand", 3)));
    const ActionId action("a");
    CHECK(picture::same_decision(ActionFinished{action, {}}, ActionFinished{action, "sleutel terug"}));
    CHECK_FALSE(picture::same_decision(ActionFinished{action, {}}, ActionCancelled{action, "dubbel"}));
    CHECK_FALSE(picture::same_decision(ActionTakenOn{action}, ActionTakenOn{action})); // one of them has it
    const SwapId swap("s");
    CHECK(picture::subject_of(SwapConsented{swap, PersonId("p")}) !=
          picture::subject_of(SwapConsented{swap, PersonId("q")}));
    CHECK(picture::same_decision(AlarmAcknowledged{AlarmId("x")}, AlarmAcknowledged{AlarmId("x")}));
}

TEST_CASE("of two desks that change one area at once the one whose change does not count is told") {
    AreaDrawn mine, theirs;
    mine.area = theirs.area = AreaId("rook");
    mine.incident = theirs.incident = IncidentId("brand");
    mine.label = "Rook west";
    theirs.label = "Rook oost";
    mine.polygon = theirs.polygon = {{51.86, 4.64}, {51.87, 4.64}, {51.87, 4.66}};
    Crossings crossings;
    crossings.said("ours", mine);
    CHECK_FALSE(crossings.hears(heard(7, "ours", mine)));
    const auto crossing = crossings.hears(heard(8, "theirs", theirs, milliseconds(500)));
    REQUIRE(crossing);
    picture::Picture picture;
    picture::fold(picture, crossing->mine);
    picture::fold(picture, crossing->other);
    CHECK_FALSE(picture::holds(picture, crossing->mine, crossing->other_later()));
    CHECK(picture::holds(picture, crossing->other, false));
}

} // namespace crossings_test
