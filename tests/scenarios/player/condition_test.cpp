// Conditions: judged once, when the item is due, whoever judges it later.
#include "tests/scenarios/player/two_hours.hpp"

namespace condition_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::two_hours;

TEST_CASE("a tijdsprong takes nobody's time: a condition waits for the deadline that it moved") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+00:30", "if = \"belt\"\n") + inject("4", "T+01:00") + inject("5", "T+02:00") +
               R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "20m"
)");
    for (const bool in_time : {true, false}) {
        Exercise exercise(scenario, {.rate = 60});
        exercise.pass(seconds(17));
        exercise.says(set(exercise.at("T+00:35"), 60, true), exercise.at("T+00:17"), "oefenleider");
        exercise.pass(seconds(1));
        CHECK(exercise.delivered("2") == 0); // twelve minutes of the twenty were played
        exercise.says(GripDecided{}, exercise.at(in_time ? "T+00:36" : "T+00:44"));
        exercise.crash({.rate = 60});
        exercise.pass(seconds(6));
        CHECK(exercise.delivered("2") + exercise.delivered("3") == 0);
        exercise.pass(seconds(2));
        CHECK(exercise.delivered("2") == (in_time ? 0U : 1U));
        CHECK(exercise.delivered("3") == (in_time ? 1U : 0U));
    }
}

TEST_CASE("a condition is judged when the item is due, by what was said until then") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{30});
    const GripDecided grip{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:15")};
    exercise.says(grip, exercise.at("T+00:15"));
    exercise.play();
    CHECK(exercise.delivered("3") == 0); // unless
    CHECK(exercise.delivered("4") == 1); // if

    Exercise late(full(), {.rate = 20});
    late.pass(seconds{125}); // T+00:41
    late.says(grip, late.at("T+00:41"));
    late.play();
    CHECK(late.delivered("3") == 1);
    CHECK(late.delivered("4") == 0);
}

TEST_CASE("what a condition kept back stays so: a player that comes back judges by what was heard then") {
    // 4 asks for a GRIP at 40; nothing else is due until 120
    for (const bool crash : {false, true}) {
        Exercise exercise(full(), {.rate = 20});
        exercise.pass(seconds{125}); // T+00:41:40
        CHECK(exercise.delivered("4") == 0);
        exercise.says(GripDecided{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:41")},
                      exercise.at("T+00:39"));
        if (crash) exercise.crash({.rate = 20});
        exercise.play();
        CHECK(exercise.delivered("4") == 0);
    }
    // one that held when it was due is said, also when it was taken back before the player came back
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{100});
    exercise.says(GripDecided{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:33")}, exercise.at("T+00:33"));
    const Message decided = exercise.journal.back().message;
    exercise.hub += seconds{21}; // nobody plays at 40
    exercise.says(MessageWithdrawn{MessageId(decided.id), decided.source, "vergist"},
                  exercise.at("T+00:40:20"));
    exercise.crash({.rate = 20});
    exercise.play();
    CHECK(exercise.delivered("4") == 1);
}

TEST_CASE("a condition whose inject was moved behind the end waits as well for a deadline that moved") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+02:00") + R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "3"
within = "20m"
)");
    for (const bool in_time : {true, false}) {
        Exercise exercise(scenario, {.rate = 60});
        exercise.pass(seconds{6});
        exercise.says(InjectMoved{"run-1", "2", exercise.at("T+02:25")}, exercise.at("T+00:06"),
                      "oefenleider");
        exercise.says(InjectMoved{"run-1", "3", exercise.at("T+02:01")}, exercise.at("T+00:06"),
                      "oefenleider");
        exercise.pass(seconds{119}); // T+02:05
        CHECK(exercise.delivered("3") == 1);
        exercise.says(set(exercise.at("T+02:20"), 60, true), exercise.at("T+02:05"), "oefenleider");
        exercise.pass(seconds{6}); // T+02:26: 11 of the 20 minutes were played
        CHECK(exercise.delivered("2") == 0);
        CHECK_FALSE(exercise.run().progress().finished);
        if (in_time) exercise.says(GripDecided{}, exercise.at("T+02:27"));
        exercise.crash({.rate = 60});
        exercise.play();
        CHECK(exercise.delivered("2") == (in_time ? 0U : 1U));
    }
}

TEST_CASE("a jump moves a condition once, however far its deadline lies") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+04:00") + R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "2h"
)");
    Exercise exercise(scenario, {.rate = 60});
    exercise.pass(seconds{15});
    exercise.says(set(exercise.at("T+00:25"), 60, true), exercise.at("T+00:15"), "oefenleider");
    exercise.play();
    for (const Message& message : exercise.all<InjectDelivered>())
        if (std::get<InjectDelivered>(message.body).inject == InjectNr("2"))
            CHECK(message.time < exercise.at("T+00:41"));
    CHECK(exercise.delivered("2") == 1);
}

} // namespace condition_test
