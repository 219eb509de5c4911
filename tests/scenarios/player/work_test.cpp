// What simulated roles do with actions: what a real team would, and no more.
#include "tests/scenarios/player/team.hpp"

namespace work_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::practice;

TEST_CASE("what a response does to an action its role does not do a second time") {
    const std::string does =
        "[[response]]\nid = \"doet\"\nfrom = \"wijkbeheer\"\non = \"action.opened\"\nwhere = { "
        "owner = \"wijkbeheer\" }\nsaid_by = \"responscel\"\ntype = \"action.finished\"\ndata = "
        "{ action = \"{action}\", note = \"Klaar\" }\ndelay = [\"2m\", \"6m\"]\n";
    for (int seed = 1; seed <= 20; ++seed) {
        Exercise exercise(loaded(team(seed) + does), {.rate = 20});
        exercise.play();
        const auto done = exercise.all<ActionFinished>();
        REQUIRE(done.size() == 1);
        CHECK(std::get<ActionFinished>(done[0].body).note == "Klaar");
        CHECK(exercise.all<ActionTakenOn>().empty());
    }
}

TEST_CASE("an action of a role that nobody plays is taken on and finished, unless somebody was first") {
    std::size_t taken = 0, finished = 0;
    for (int seed = 1; seed <= 20; ++seed) {
        Exercise exercise(loaded(team(seed)), {.rate = 20});
        exercise.play();
        const auto on = exercise.all<ActionTakenOn>(), done = exercise.all<ActionFinished>();
        REQUIRE(on.size() <= 1);
        taken += on.size();
        finished += done.size();
        if (!done.empty()) CHECK(done[0].time > on[0].time);
    }
    CHECK(taken > 15);
    CHECK(finished > 12);
    CHECK(finished <= taken);

    Exercise first(loaded(team()), {.rate = 20});
    first.pass(seconds{7}); // T+00:02:20
    first.says(ActionTakenOn{ActionId("hekken")}, first.at("T+00:02:20"));
    first.play();
    CHECK(first.all<ActionTakenOn>().size() == 1);
    CHECK(first.all<ActionFinished>().empty());
}

TEST_CASE("an action that a simulated role opens is done by the simulated role that it names") {
    std::size_t done = 0;
    for (int seed = 1; seed <= 10; ++seed) {
        const Scenario scenario = loaded(team(seed) + R"([[response]]
id = "hekken"
from = "leider CoPI"
after = "1"
type = "action.opened"
data = { title = "Meer hekken", owner = "wijkbeheer", due = "T+02:00" }
delay = ["2m", "3m"]
)");
        Exercise exercise(scenario, {.instant = true});
        exercise.play();
        const auto opened = exercise.all<ActionOpened>();
        REQUIRE(opened.size() == 2);
        const auto& more = std::get<ActionOpened>(opened[1].body);
        CHECK(more.due == exercise.at("T+02:00"));
        for (const Message& taken : exercise.all<ActionTakenOn>())
            done += std::get<ActionTakenOn>(taken.body).action == more.action ? 1 : 0;
    }
    CHECK(done > 7);
}

namespace {

std::string action(const char* name, const char* owner, const std::string& more = "") {
    return fmt::format(
        "[[message]]\nat = \"T+00:02\"\nfrom = \"responscel\"\ntype = \"action.opened\"\ndata = "
        "{{ action = \"{}\", title = \"Doe dit\", owner = \"{}\"{} }}\n",
        name, owner, more);
}

/// When it was said of an action, by whomever.
template <class T>
std::optional<Instant> when(const Exercise& exercise, const char* action) {
    for (const Message& message : exercise.all<T>())
        if (std::get<T>(message.body).action == ActionId(action)) return message.time;
    return std::nullopt;
}

} // namespace

TEST_CASE("who was alerted begins when he comes; who is no part of the exercise does nothing") {
    std::size_t begun = 0;
    for (int seed = 1; seed <= 20; ++seed) {
        Exercise exercise(loaded(team(seed) + action("plot", "leider CoPI") + action("vaag", "loods")),
                          {.rate = 20});
        exercise.play();
        CHECK_FALSE(when<ActionTakenOn>(exercise, "vaag"));
        CHECK_FALSE(when<ActionFinished>(exercise, "vaag"));
        const auto coming = exercise.all<AttendanceReported>();
        REQUIRE(coming.size() == 3);
        if (const auto taken = when<ActionTakenOn>(exercise, "plot"); taken) {
            ++begun;
            CHECK(*taken > coming[0].time);
        }
    }
    CHECK(begun > 15);
}

TEST_CASE("a team that was sent home begins on nothing and finishes nothing") {
    const std::string home = "[[message]]\nat = \"T+00:01:30\"\nfrom = \"responscel\"\ntype = "
                             "\"team.stood_down\"\ndata = { incident = \"i\", team = \"copi\" }\n";
    for (int seed = 1; seed <= 10; ++seed) {
        Exercise exercise(loaded(team(seed) + action("plot", "leider CoPI") + home), {.rate = 20});
        exercise.play();
        CHECK_FALSE(when<ActionTakenOn>(exercise, "plot"));
        CHECK_FALSE(when<ActionFinished>(exercise, "plot"));
    }
}

TEST_CASE("what waits for another action is done after that one") {
    std::size_t both = 0;
    for (int seed = 1; seed <= 20; ++seed) {
        const std::string later =
            action("later", "wijkbeheer", ", due = \"T+00:30\", depends_on = [\"hekken\"]");
        std::vector<std::string> reference;
        for (const bool crash : {false, true}) {
            Exercise exercise(loaded(team(seed) + later), {.rate = 20});
            exercise.pass(minutes{2});
            if (crash) exercise.crash({.rate = 20});
            exercise.play();
            const auto first = when<ActionFinished>(exercise, "hekken"),
                       then = when<ActionFinished>(exercise, "later");
            if (then) CHECK((first && *first < *then));
            both += first && then ? 1 : 0;
            CHECK(exercise.all<ActionFinished>().size() <= 2);
            if (!crash) reference = exercise.told();
            CHECK(exercise.told() == reference);
        }
    }
    CHECK(both >= 24); // of forty: some are forgotten
}

} // namespace work_test
