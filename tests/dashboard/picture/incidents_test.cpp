// Incidents, GRIP through time, and the clocks of the public.
#include "dashboard/picture/incidents.hpp"

#include "dashboard/picture/public_norms.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace incidents_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

Instant clock(int hour, int minute = 0) {
    return at(2027, 1, 23, hour, minute);
}
IncidentOpened incident(const std::string& id, Instant started) {
    return {id, "Hoogwater", "hoogwater", "Alblasserdam", "Kade", {}, started, {}, {}};
}
GripDecided grip(const std::string& id, int level, Instant from, const std::string& by = "leider CoPI") {
    return {id, level, "reden", {by, {}}, from};
}
ActionOpened card_line(const std::string& id, const std::string& card) {
    ActionOpened body;
    body.action = id;
    body.incident = "i";
    body.title = id;
    body.owner = "communicatieadviseur CoPI";
    body.card = card;
    return body;
}

} // namespace

TEST_CASE("the GRIP level is the decision with the greatest effective_from not after the instant") {
    Told told;
    told.tells(clock(3), incident("i", clock(3)));
    told.tells(clock(3, 20), grip("i", 2, clock(3, 12)));
    told.tells(clock(3, 30), grip("i", 1, clock(3, 5))); // told later, held earlier
    told.tells(clock(3, 40), grip("i", 3, clock(5)));    // decided, not in force yet
    const auto level = [&](Instant when) { return grip_at(told.picture, "i", when).level.value; };
    CHECK(level(clock(3)) == 0);
    CHECK(level(clock(3, 5)) == 1);
    CHECK(level(clock(3, 11)) == 1);
    CHECK(level(clock(4)) == 2);
    CHECK(level(clock(5)) == 3);
    const Grip now = grip_at(told.picture, "i", clock(4, 37));
    CHECK(now.since == clock(3, 12));
    CHECK(now.decided_by->function == "leider CoPI");
    CHECK(now.sequence == 2);
    const auto to_come = grip_to_come(*find_incident(told.picture, "i"), clock(4, 37));
    REQUIRE(to_come.size() == 1);
    CHECK(to_come[0].level.value == 3);
    CHECK_FALSE(grip_at(told.picture, "onbekend", clock(4)).since);
}

TEST_CASE("of two decisions for one instant the later message counts") {
    Told told;
    told.tells(clock(3), grip("i", 1, clock(3)));
    told.tells(clock(3), grip("i", 2, clock(3), "ROL"));
    CHECK(grip_at(told.picture, "i", clock(3)).level.value == 2);
    const auto segments = grip_segments(*find_incident(told.picture, "i"), clock(4));
    REQUIRE(segments.size() == 1);
    CHECK(segments[0].level.value == 2);
    CHECK(segments[0].decided_by.function == "ROL");
}

TEST_CASE("a level that is confirmed keeps its beginning; segments follow each other without a break") {
    Told told;
    told.tells(clock(3), grip("i", 1, clock(3)));
    told.tells(clock(3), grip("i", 2, clock(4)));
    told.tells(clock(3), grip("i", 2, clock(5)));
    told.tells(clock(3), grip("i", 0, clock(6)));
    CHECK(grip_at(told.picture, "i", clock(5, 30)).since == clock(4));
    const auto segments = grip_segments(*find_incident(told.picture, "i"), clock(7));
    REQUIRE(segments.size() == 3);
    CHECK(segments[0].until == segments[1].from);
    CHECK(segments[1].from == clock(4));
    CHECK(segments[1].until == clock(6));
    CHECK_FALSE(segments[2].until);
}

TEST_CASE("the leading incident has the highest GRIP, then began last; closed ones lead nothing") {
    Told told;
    CHECK_FALSE(leading_incident(told.picture, clock(5)));
    told.tells(clock(1), incident("oud", clock(1)));
    told.tells(clock(2), incident("nieuw", clock(2)));
    CHECK(leading_incident(told.picture, clock(5)) == IncidentId{"nieuw"});
    told.tells(clock(3), grip("oud", 1, clock(3)));
    CHECK(leading_incident(told.picture, clock(5)) == IncidentId{"oud"});
    CHECK(leading_incident(told.picture, clock(2)) == IncidentId{"nieuw"});
    told.tells(clock(3), grip("gerucht", 4, clock(3))); // never opened
    told.tells(clock(4), IncidentClosed{"oud", "klaar"});
    CHECK(active_incidents(told.picture, clock(5)) == std::vector<IncidentId>{"nieuw"});
    told.tells(clock(6), incident("oud", clock(1)));
    CHECK(active_incidents(told.picture, clock(7)).size() == 2);
}

TEST_CASE("an update changes what it names; every value knows the message that set it") {
    Told told;
    told.tells(clock(1), incident("i", clock(1)));
    IncidentUpdated update;
    update.incident = "i";
    update.addresses = Count{38};
    told.tells(clock(2), update);
    const Incident& known = *find_incident(told.picture, "i");
    CHECK(known.addresses.value == Count{38});
    CHECK(known.addresses.sequence == 2);
    CHECK(known.title.value == "Hoogwater");
    CHECK(known.title.sequence == 1);
}

TEST_CASE("areas and places stand until removed, in the order in which they were last drawn") {
    Told told;
    told.tells(clock(1), AreaDrawn{"b", "i", AreaKind::bron, "bron", {}});
    told.tells(clock(1), AreaDrawn{"a", "i", AreaKind::effect, "effect", {}});
    told.tells(clock(1), AreaDrawn{"c", "ander", AreaKind::rook, "rook", {}});
    REQUIRE(areas_of(told.picture, "i").size() == 2);
    CHECK(areas_of(told.picture, "i")[0]->value.label == "bron");
    told.tells(clock(2), AreaRemoved{"b", {}});
    CHECK(areas_of(told.picture, "i").size() == 1);
    told.tells(clock(1), PlaceMarked{"p", {}, PlaceKind::opvang, "Sporthal", {}, "nog niet open"});
    CHECK(places_of(told.picture, "i").size() == 1); // of no incident: of every one
    told.tells(clock(2), PlaceRemoved{"p"});
    CHECK(places_of(told.picture, "i").empty());
}

TEST_CASE("clocks of the public run from the start of the incident, not from the alarm") {
    Told told;
    told.tells(clock(3, 20), incident("i", clock(3)));
    told.tells(clock(3, 21), card_line("feiten", "0.5"));
    auto clocks = public_clocks(told.picture, "i", clock(3, 25));
    REQUIRE(clocks.size() == 3);
    CHECK(clocks[0].by == clock(3, 30));
    CHECK(clocks[0].state == ClockState::running);
    CHECK(clocks[1].by == clock(6));
    CHECK_FALSE(clocks[1].asked);
    CHECK(clocks[2].by == clock(3) + hours(48));
    CHECK(public_clocks(told.picture, "i", clock(3, 31))[0].state == ClockState::missed);

    told.tells(clock(3, 29), ActionFinished{"feiten", {}});
    clocks = public_clocks(told.picture, "i", clock(9));
    CHECK(clocks[0].state == ClockState::met);
    CHECK(clocks[0].met_at == clock(3, 29));
    CHECK(clocks[1].state == ClockState::missed);

    told.tells(clock(4), card_line("opvang", "3.6"));
    told.tells(clock(7), ActionFinished{"opvang", {}});
    clocks = public_clocks(told.picture, "i", clock(9));
    CHECK(clocks[1].asked);
    CHECK(clocks[1].state == ClockState::met_late);
    told.tells(clock(8), ActionReopened{"opvang", "weer dicht"});
    CHECK(public_clocks(told.picture, "i", clock(9))[1].state == ClockState::missed);
    CHECK(public_clocks(told.picture, "onbekend", clock(9)).empty());
}

TEST_CASE("a level is of who brought it there, also when somebody decided the same again") {
    Told told;
    told.tells(clock(3), grip("i", 1, clock(3), "leider CoPI"));
    const Sequence brought = told.tells(clock(3), grip("i", 2, clock(4), "leider CoPI"));
    told.tells(clock(3), grip("i", 2, clock(5), "ROL"));
    const auto level = grip_at(told.picture, "i", clock(6));
    CHECK(level.since == clock(4));
    CHECK(level.sequence == brought);
    CHECK(level.decided_by->function == "leider CoPI");
}

TEST_CASE("a decision that was overtaken at the same instant does not break a level") {
    Told told;
    told.tells(clock(3), grip("i", 2, clock(4)));
    told.tells(clock(5), grip("i", 3, clock(5)));
    told.tells(clock(5), grip("i", 2, clock(5)));
    CHECK(grip_at(told.picture, "i", clock(6)).since == clock(4));
}

TEST_CASE(
    "shelter asked for by an action with a time of its own is asked; the norm stands beside that time") {
    Told told;
    told.tells(clock(1), incident("i", clock(1)));
    CHECK_FALSE(public_clocks(told.picture, "i", clock(2))[1].asked);
    ActionOpened stand_by;
    stand_by.action = "stand-by";
    stand_by.incident = "i";
    stand_by.title = "Opvanglocatie buiten het gebied stand-by";
    told.tells(clock(2), stand_by);
    CHECK_FALSE(public_clocks(told.picture, "i", clock(2))[1].asked);
    ActionOpened open = stand_by;
    open.action = "open";
    open.title = "Opvang Sporthal Blokweer openen";
    open.due = clock(9);
    const Sequence asked = told.tells(clock(5), open);
    auto clock_now = public_clocks(told.picture, "i", clock(6))[1];
    CHECK(clock_now.asked);
    CHECK(clock_now.appointed == clock(9));
    CHECK(clock_now.by == clock(4)); // three hours after the start, whatever was agreed
    CHECK(clock_now.state == ClockState::missed);
    CHECK(clock_now.sequence == asked);
    ActionOpened of_norm = open;
    of_norm.action = "norm";
    of_norm.card = "3.6";
    told.tells(clock(5), of_norm);
    CHECK(public_clocks(told.picture, "i", clock(6))[1].by == clock(4));
    told.tells(clock(7), ActionCancelled{"norm", "dubbel"});
    told.tells(clock(8), ActionFinished{"open", {}});
    clock_now = public_clocks(told.picture, "i", clock(10))[1];
    CHECK(clock_now.state == ClockState::met_late);
    CHECK(clock_now.met_at == clock(8));
}

TEST_CASE("shelter at high water counts by the time of its line, as long as nothing asks the norm itself") {
    Told told;
    told.tells(clock(1), incident("i", clock(1)));
    ActionOpened open = card_line("open", "1.13"); // "Opvang open, als ontruimd is": a day after the start
    open.incident = "i";
    open.due = clock(20);
    told.tells(clock(18), open);
    auto shelter = public_clocks(told.picture, "i", clock(19))[1];
    CHECK(shelter.asked);
    CHECK(shelter.by_appointment);
    CHECK(shelter.by == clock(20));
    CHECK(shelter.appointed == clock(20));
    CHECK(shelter.state == ClockState::running);
    told.tells(clock(19, 30), ActionFinished{"open", {}});
    CHECK(public_clocks(told.picture, "i", clock(22))[1].state == ClockState::met);

    told.tells(clock(20), card_line("norm", "6.5"));
    shelter = public_clocks(told.picture, "i", clock(22))[1];
    CHECK_FALSE(shelter.by_appointment);
    CHECK(shelter.by == clock(4));
    CHECK(shelter.state == ClockState::met_late);
}

namespace {

ActionOpened action_of(const std::string& title, const std::string& owner) {
    ActionOpened action;
    action.action = ActionId(title + owner);
    action.incident = "i";
    action.title = title;
    action.owner = Function(owner);
    return action;
}

} // namespace

TEST_CASE("the duiding of the burgemeester is asked within an hour from when the GBT first meets") {
    Told told;
    told.tells(clock(3), incident("i", clock(3)));
    const auto plans = [&](const char* id, MeetingTeam team, const char* of) {
        MeetingPlanned plan;
        plan.meeting = id;
        plan.incident = of;
        plan.team = team;
        plan.at = clock(4);
        told.tells(clock(3, 30), plan);
    };
    plans("rot-1", MeetingTeam::rot, "i");
    plans("gbt-1", MeetingTeam::gbt, "i");
    plans("gbt-elders", MeetingTeam::gbt, "j");
    told.tells(clock(3, 50), MeetingStarted{"rot-1"});
    told.tells(clock(3, 50), MeetingStarted{"gbt-elders"});
    CHECK(public_clocks(told.picture, "i", clock(5)).size() == 3); // planned is not yet begun

    const Sequence begun = told.tells(clock(4, 10), MeetingStarted{"gbt-1"});
    plans("gbt-2", MeetingTeam::gbt, "i");
    told.tells(clock(4, 55), MeetingStarted{"gbt-2"});
    const auto duiding = [&](Instant now) {
        const auto clocks = public_clocks(told.picture, "i", now);
        REQUIRE(clocks.size() == 4);
        CHECK(clocks[3].norm == PublicNorm::duiding);
        return clocks[3];
    };
    CHECK(duiding(clock(5)).from == clock(4, 10));
    CHECK(duiding(clock(5)).by == clock(5, 10));
    CHECK(duiding(clock(5)).asked);
    CHECK(duiding(clock(5)).sequence == begun);
    CHECK(duiding(clock(5)).state == ClockState::running);
    CHECK(duiding(clock(5, 11)).state == ClockState::missed);

    auto prepared = action_of("Verklaring burgemeester 07:00 voorbereiden", "HTO Crisiscommunicatie");
    told.tells(clock(4, 20), prepared);
    told.tells(clock(4, 30), ActionFinished{prepared.action, {}});
    CHECK(duiding(clock(5, 11)).state == ClockState::missed); // it is written, not said
    auto given = action_of("Verklaring burgemeester, met dijkgraaf", "burgemeester");
    given.due = clock(5);
    told.tells(clock(4, 21), given);
    CHECK(duiding(clock(4, 30)).appointed == clock(5));
    told.tells(clock(5, 5), ActionFinished{given.action, {}});
    CHECK(duiding(clock(6)).state == ClockState::met);
    CHECK(duiding(clock(6)).met_at == clock(5, 5));
    CHECK(duiding(clock(6)).by == clock(5, 10)); // the norm stands, whatever was appointed
}

TEST_CASE("what asks for the duiding: card 4.9, or a title that says it of the burgemeester") {
    const auto asks = [](const ActionOpened& action) {
        const auto asked = norm_asked(action);
        return asked && asked->norm == PublicNorm::duiding;
    };
    auto of_card = action_of("Iets", "burgemeester");
    of_card.card = "4.9";
    CHECK(asks(of_card));
    CHECK(norm_asked(of_card)->time == AskedTime::beside);
    CHECK(asks(action_of("Duiding", "burgemeester")));
    CHECK(asks(action_of("Duiding door de burgemeester", "HTO Crisiscommunicatie")));
    CHECK(asks(action_of("Verklaring Burgemeester, empathisch, zonder oorzaak", "ARB")));
    CHECK(asks(action_of("Persconferentie", "locoburgemeester")));
    CHECK_FALSE(asks(action_of("Duiding: wat is gemeten, hoe zeker, wie gaat erover", "OvD-Bz")));
    CHECK_FALSE(
        asks(action_of("Tekst klaar voor de verklaring van de burgemeester", "HTO Crisiscommunicatie")));
    CHECK_FALSE(asks(action_of("Verwachting WMCN duiden met waterschap", "OvD-Bz")));
    CHECK_FALSE(asks(action_of("Burgemeester bijpraten", "OvD-Bz")));
}

} // namespace incidents_test
