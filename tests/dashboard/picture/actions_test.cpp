// Actions: whose, by when, in what state, and what they wait for.
#include "dashboard/picture/actions.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace actions_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

Instant clock(int hour, int minute = 0) {
    return at(2027, 1, 23, hour, minute);
}
ActionOpened action(const std::string& id, const std::string& owner, std::optional<Instant> due = {}) {
    ActionOpened body;
    body.action = id;
    body.incident = "i";
    body.title = "Titel " + id;
    body.owner = owner;
    body.due = due;
    return body;
}
std::vector<std::string> ids(const std::vector<const Action*>& list) {
    std::vector<std::string> names;
    for (const Action* one : list)
        names.push_back(one->id.value);
    return names;
}
ActionState state(const Told& told, const std::string& id) {
    return find_action(told.picture, id)->state.value;
}
using Names = std::vector<std::string>;

} // namespace

TEST_CASE("mine and others stand by due time, those without last; late ones are so first") {
    Told told;
    told.tells(clock(4), action("zonder", "OvD-Bz"));
    told.tells(clock(4), action("straks", "OvD-Bz", clock(5)));
    told.tells(clock(4), action("laat", "OvD-Bz", clock(4, 32)));
    told.tells(clock(4), action("ander", "HTO Publieke zorg", clock(4, 30)));
    CHECK(ids(mine(told.picture, "OvD-Bz", clock(4, 37))) == Names{"laat", "straks", "zonder"});
    CHECK(ids(others(told.picture, "OvD-Bz", clock(4, 37))) == Names{"ander"});
    const Action& late_one = *find_action(told.picture, "laat");
    CHECK(late(late_one, clock(4, 37)));
    CHECK_FALSE(late(late_one, clock(4, 32)));
    CHECK(late_by(late_one, clock(4, 37)) == minutes(5));
    CHECK_FALSE(late_by(*find_action(told.picture, "zonder"), clock(4, 37)));
    told.tells(clock(4, 38), ActionFinished{"laat", {}});
    CHECK_FALSE(late_by(*find_action(told.picture, "laat"), clock(9)));
    told.tells(clock(4, 39), ActionReopened{"laat", "toch niet"});
    CHECK(tally_mine(told.picture, "OvD-Bz", clock(4, 37)).late == 1);
    CHECK(tally_others(told.picture, "OvD-Bz", clock(4, 37)).late == 1);
}

TEST_CASE("an action is open, opgepakt, geblokkeerd, gereed or vervallen, and may be reopened") {
    Told told;
    told.tells(clock(4), action("a", "OvD-Bz", clock(5)));
    CHECK(state(told, "a") == ActionState::open);
    told.tells(clock(4, 1), ActionTakenOn{"a"});
    CHECK(state(told, "a") == ActionState::opgepakt);
    told.tells(clock(4, 2), ActionBlocked{"a", "sleutel kwijt"});
    CHECK(state(told, "a") == ActionState::geblokkeerd);
    CHECK(find_action(told.picture, "a")->reason == "sleutel kwijt");
    told.tells(clock(4, 3), ActionTakenOn{"a"});
    CHECK(state(told, "a") == ActionState::opgepakt);
    CHECK(find_action(told.picture, "a")->reason.empty());
    told.tells(clock(4, 4), ActionFinished{"a", {}});
    told.tells(clock(4, 5), ActionTakenOn{"a"}); // crossed on the way: it stays finished
    CHECK(state(told, "a") == ActionState::gereed);
    CHECK(mine(told.picture, "OvD-Bz", clock(6)).empty());
    CHECK(tally_mine(told.picture, "OvD-Bz", clock(6)).done == 1);
    told.tells(clock(4, 6), ActionReopened{"a", "toch niet"});
    CHECK(state(told, "a") == ActionState::open);
    told.tells(clock(4, 7), ActionCancelled{"a", "niet meer nodig"});
    CHECK(tally_all(told.picture, clock(6)).cancelled == 1);
    CHECK(tally_all(told.picture, clock(6)).done == 0);
    CHECK(find_action(told.picture, "a")->history.size() == 8);
    CHECK(find_action(told.picture, "a")->state.sequence == 8);
}

TEST_CASE("assigning moves an action, also one that is done, to its new owner's counts") {
    Told told;
    told.tells(clock(4), action("a", "OvD-Bz"));
    told.tells(clock(4), ActionAssigned{"a", "wijkbeheer", PersonId{"Smit"}});
    CHECK(mine(told.picture, "OvD-Bz", clock(4)).empty());
    CHECK(find_action(told.picture, "a")->person.value == PersonId{"Smit"});
    told.tells(clock(4), ActionFinished{"a", {}});
    CHECK(tally_mine(told.picture, "wijkbeheer", clock(4)).done == 1);
    told.tells(clock(4), ActionAssigned{"a", "OvD-Bz", {}});
    CHECK(tally_mine(told.picture, "wijkbeheer", clock(4)).done == 0);
    CHECK(tally_mine(told.picture, "OvD-Bz", clock(4)).done == 1);
}

TEST_CASE("a new due time is known with its reason") {
    Told told;
    told.tells(clock(4), action("a", "OvD-Bz", clock(5)));
    told.tells(clock(4), ActionRescheduled{"a", clock(6), "later peil"});
    const Action& known = *find_action(told.picture, "a");
    CHECK(known.due.value == clock(6));
    CHECK(known.due.sequence == 2);
    CHECK(known.history.back().text == "later peil");
    CHECK_FALSE(late(known, clock(5, 30)));
}

TEST_CASE("an action waits for what it depends on, until that is done, cancelled, or was never opened") {
    Told told;
    auto last = action("c", "OvD-Bz");
    last.depends_on = std::vector<ActionId>{"a", "b", "onbekend", "c"};
    told.tells(clock(4), last);
    told.tells(clock(4), action("a", "OvD-Bz"));
    told.tells(clock(4), action("b", "OvD-Bz"));
    const auto waiting = [&] { return waits_for(told.picture, *find_action(told.picture, "c")); };
    CHECK(waiting() == std::vector<ActionId>{"a", "b"});
    CHECK(held_up_by(told.picture, "a") == std::vector<ActionId>{"c"});
    CHECK(tally_all(told.picture, clock(4)).waiting == 1);
    told.tells(clock(4), ActionFinished{"a", {}});
    told.tells(clock(4), ActionCancelled{"b", "vervalt"});
    CHECK(waiting().empty());
}

TEST_CASE("what was never opened is on no list, but is known when it is opened afterwards") {
    Told told;
    told.tells(clock(4), ActionFinished{"a", {}});
    CHECK(tally_all(told.picture, clock(4)).all == 0);
    CHECK(actions_of(told.picture, IncidentId{"i"}).empty());
    told.tells(clock(4), action("a", "OvD-Bz"));
    CHECK(tally_all(told.picture, clock(4)).done == 1);
    CHECK(ids(actions_of(told.picture, IncidentId{"i"})) == Names{"a"});
}

} // namespace actions_test
