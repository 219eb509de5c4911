// Every scenario that is in the box: the same at any rate, with the same people, through crashes of the
// player; also when one person plays and all others are simulated.
#include "tests/scenarios/player/exercise.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace twelve_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(REGIEKAMER_SOURCE_DIR) / "scenarios"))
        if (entry.path().extension() == ".toml") all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

Scenario read(const std::filesystem::path& file) {
    auto scenario = load(file);
    REQUIRE(scenario);
    return std::move(*scenario);
}

/// Plays on until the exercise clock has passed the moment.
void play_past(Exercise& exercise, Instant moment) {
    exercise.settle();
    for (auto next = exercise.run().wake(); next; next = exercise.run().wake()) {
        const auto clock = exercise.run().progress().clock;
        if (clock && clock->now(exercise.hub) >= moment) return;
        exercise.hub = std::max(exercise.hub,
                                clock && clock->when(moment) ? std::min(*next, *clock->when(moment)) : *next);
        exercise.settle();
    }
}

/// An hour into it somebody writes a note and gives an action; with crashes on the way or not.
std::vector<std::string> played(const Scenario& scenario, RunOptions options, bool crashes) {
    Exercise exercise(scenario, options);
    const auto crash = [&] {
        if (crashes) exercise.crash(options);
    };
    exercise.settle();
    crash();
    play_past(exercise, exercise.at("T+00:20"));
    crash();
    play_past(exercise, exercise.at("T+01:00"));
    exercise.says(NoteWritten{"n-1", {}, {}, "gezien", {}}, exercise.at("T+01:00"), "OvD-Bz", "mens-1");
    ActionOpened opened;
    opened.action = ActionId("a-speler");
    opened.title = "Zet hekken";
    opened.owner = Function("wijkbeheer");
    exercise.says(opened, exercise.at("T+01:00"), "OvD-Bz", "mens-2");
    crash();
    play_past(exercise, exercise.at("T+01:04"));
    crash();
    exercise.play();
    return exercise.whole();
}

} // namespace

TEST_CASE("each of the scenarios says the same at any rate, and after crashes") {
    REQUIRE(files().size() == 12);
    constexpr std::array odd{0.5, 7.0, 120.0, 5'000.0};
    std::size_t turn = 0;
    for (const auto& file : files()) {
        INFO(file.string());
        const Scenario scenario = read(file);
        for (const bool alone : {false, true}) {
            RunOptions options{.rate = 60};
            if (alone) options.play = std::vector<Function>{Function("OvD-Bz")};
            const auto reference = played(scenario, options, false);
            CHECK(reference.size() > 200);
            options.rate = odd.at(turn++ % odd.size());
            INFO(options.rate.value_or(1));
            const bool same_at_another_rate = played(scenario, options, false) == reference;
            CHECK(same_at_another_rate);
            options.rate = odd.at(turn % odd.size());
            const bool same_after_crashes = played(scenario, options, true) == reference;
            CHECK(same_after_crashes);
            Exercise in_time(scenario, options);
            in_time.play();
            options.instant = true;
            Exercise at_once(scenario, options);
            at_once.play();
            const bool same_at_once = at_once.whole() == in_time.whole();
            CHECK(same_at_once);
        }
    }
}

TEST_CASE("one OvD-Bz can practise alone: the others come, act and speak") {
    for (const char* name : {"hoogwater", "stroomuitval", "verdrinking"}) {
        INFO(name);
        const Scenario scenario =
            read(std::filesystem::path(REGIEKAMER_SOURCE_DIR) / "scenarios" / (std::string(name) + ".toml"));
        RunOptions options{.instant = true};
        options.play = std::vector<Function>{Function("OvD-Bz")};
        Exercise exercise(scenario, options);
        exercise.play();
        std::set<std::string> roles;
        std::size_t said = 0;
        for (const Recorded& recorded : exercise.journal) {
            const Message& message = recorded.message;
            if (message.person != PersonId(std::string(simulated_person))) continue;
            roles.insert(message.function->value);
            ++said;
        }
        CHECK(said >= 20);
        CHECK(roles.size() >= 6);
        CHECK_FALSE(roles.contains("OvD-Bz"));
    }
}

} // namespace twelve_test
