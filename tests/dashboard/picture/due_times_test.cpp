// What a rule comes to: each anchor, and the due times that follow from what happens later.
#include "dashboard/picture/due_times.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace due_times_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const IncidentId flood{"2027-0122"};

Told night() {
    Told told;
    IncidentOpened body;
    body.incident = flood;
    body.kind = "hoogwater";
    body.started = at(2027, 1, 23, 2, 50);
    told.tells(at(2027, 1, 23, 3), body);
    return told;
}

std::optional<Instant> anchor(const Told& told, const char* rule) {
    return anchor_of(told.picture, flood, *read_due_rule(rule));
}

ActionOpened action(const char* id, std::optional<std::string> rule, std::vector<ActionId> after = {}) {
    ActionOpened body;
    body.action = ActionId(id);
    body.incident = flood;
    body.title = id;
    body.owner = "OvD-Bz";
    body.due_rule = std::move(rule);
    if (!after.empty()) body.depends_on = std::move(after);
    return body;
}

std::optional<Instant> due(const Told& told, const char* id) {
    return find_action(told.picture, ActionId(id))->due.value;
}

void grip(Told& told, int level, Instant when) {
    told.tells(when, GripDecided{flood, GripLevel(level), "reden", {"ROL", {}}, when});
}

} // namespace

TEST_CASE("A counts from the first alarm of the OvD-Bz, and while there is none from when it was told") {
    Told told = night();
    CHECK(anchor(told, "A+10m") == at(2027, 1, 23, 3));
    told.tells(at(2027, 1, 23, 3, 5), TeamAlerted{"x", flood, Team::rot, {Function("AC-Bz")}, 45});
    CHECK(anchor(told, "A+10m") == at(2027, 1, 23, 3));
    told.tells(at(2027, 1, 23, 3, 8), PersonAlerted{"y", flood, "OvD-Bz", "w", Medium::app, 1});
    told.tells(at(2027, 1, 23, 3, 9), TeamAlerted{"z", flood, Team::copi, {Function("OvD-Bz")}, 30});
    CHECK(anchor(told, "A+10m") == at(2027, 1, 23, 3, 8));
    CHECK(anchor(told, "D+1u") == at(2027, 1, 23, 2, 50));
    CHECK_FALSE(anchor(told, "N"));
    CHECK_FALSE(anchor(told, "B-2u"));
}

TEST_CASE("G counts from when the level was reached and held") {
    Told told = night();
    CHECK_FALSE(anchor(told, "G2+45m"));
    grip(told, 1, at(2027, 1, 23, 3, 10));
    grip(told, 3, at(2027, 1, 23, 3, 20));
    CHECK(anchor(told, "G2+45m") == at(2027, 1, 23, 3, 20)); // a skipped level counts as reached
    grip(told, 1, at(2027, 1, 23, 4));
    CHECK_FALSE(anchor(told, "G2+45m"));
    grip(told, 2, at(2027, 1, 23, 5));
    CHECK(anchor(told, "G2+45m") == at(2027, 1, 23, 5));
}

TEST_CASE("P is the top of the newest forecast, also when it is over") {
    Told told = night();
    CHECK_FALSE(anchor(told, "P-6u"));
    ForecastIssued forecast{"Dordrecht", "waterstand", "cm NAP", at(2027, 1, 22, 20), {}, {}};
    forecast.points = {{at(2027, 1, 23, 4), 200}, {at(2027, 1, 23, 5), 263}, {at(2027, 1, 23, 17), 190}};
    told.tells(at(2027, 1, 22, 20), forecast);
    CHECK(anchor(told, "P-6u") == at(2027, 1, 23, 5));
}

TEST_CASE("a norm for the public counts from the start, whatever the rule says") {
    Told told = night();
    CHECK(due_of_line(told.picture, flood, "0.5", *read_due_rule("A+30m")) == at(2027, 1, 23, 3, 20));
    CHECK(due_of_line(told.picture, flood, "0.4", *read_due_rule("A+30m")) == at(2027, 1, 23, 3, 30));
}

TEST_CASE("after another action: known when that is done, gone when it is reopened") {
    Told told = night();
    told.tells(at(2027, 1, 23, 3), action("first", std::nullopt));
    told.tells(at(2027, 1, 23, 3), action("second", "V+30m", {ActionId("first")}));
    CHECK_FALSE(due(told, "second"));
    told.tells(at(2027, 1, 23, 4), ActionFinished{"first", std::nullopt});
    CHECK(due(told, "second") == at(2027, 1, 23, 4, 30));
    told.tells(at(2027, 1, 23, 4, 5), ActionReopened{"first", "toch niet"});
    CHECK_FALSE(due(told, "second"));
    told.tells(at(2027, 1, 23, 4, 6), ActionRescheduled{"second", at(2027, 1, 23, 9), "zo afgesproken"});
    told.tells(at(2027, 1, 23, 5), ActionFinished{"first", std::nullopt});
    CHECK(due(told, "second") == at(2027, 1, 23, 9)); // what a person said stays
}

TEST_CASE("after a GRIP that is yet to come: known when it is decided") {
    Told told = night();
    told.tells(at(2027, 1, 23, 3), action("gbt", "G3+60m"));
    CHECK_FALSE(due(told, "gbt"));
    grip(told, 3, at(2027, 1, 23, 4));
    CHECK(due(told, "gbt") == at(2027, 1, 23, 5));
    CHECK(late(*find_action(told.picture, ActionId("gbt")), at(2027, 1, 23, 5, 1)));
}

TEST_CASE("a due time that was said stays when the peak moves; the rule says the new one") {
    Told told = night();
    ForecastIssued forecast{"Dordrecht", "waterstand", "cm NAP", at(2027, 1, 22, 20), {}, {}};
    forecast.points = {{at(2027, 1, 23, 5), 263}};
    told.tells(at(2027, 1, 22, 20), forecast);
    auto body = action("zand", "P-1u");
    body.due = at(2027, 1, 23, 4);
    told.tells(at(2027, 1, 23, 3), body);
    forecast.issued = at(2027, 1, 23, 3, 30);
    forecast.points = {{at(2027, 1, 23, 6), 270}};
    told.tells(at(2027, 1, 23, 3, 30), forecast);
    CHECK(due(told, "zand") == at(2027, 1, 23, 4));
    CHECK(due_by_rule(told.picture, *find_action(told.picture, ActionId("zand"))) == at(2027, 1, 23, 5));
}

} // namespace due_times_test
