// A scenario as its script says it, told to a desk: real pictures for tests of the whole screen.
#pragma once

#include "scenarios/player/load.hpp"
#include "scenarios/player/plan.hpp"
#include "tests/support/board.hpp"

/// A scenario file of ours and all that it says.
struct Script {
    explicit Script(const std::string& name)
        : scenario(
              *regiekamer::player::load(std::string(REGIEKAMER_SOURCE_DIR) + "/scenarios/" + name + ".toml")),
          plan(regiekamer::player::plan(scenario)) {}
    regiekamer::player::Scenario scenario;
    regiekamer::player::Plan plan;
};

/// Everything that the script says up to then and the desk does not know yet, as the journal would have it.
inline void plays_until(Desk& desk, std::chrono::minutes until, const regiekamer::player::Plan& plan) {
    if (desk.map.lines.empty())
        desk.map = *regiekamer::panels::load_base_map(std::string(REGIEKAMER_SOURCE_DIR) +
                                                      "/assets/map/alblasserdam.geojson");
    for (auto known = desk.known(); known < plan.entries.size(); ++known) {
        const auto& entry = plan.entries[known];
        if (entry.due > until) break;
        regiekamer::Recorded fact;
        fact.sequence = known + 1;
        fact.message = regiekamer::player::message_of(plan, entry, "run", entry.due);
        fact.recorded = fact.message.time;
        desk.takes(fact);
    }
    desk.now = desk.data.wall_now = plan.start + until;
    desk.data.heard = desk.now - std::chrono::seconds(1);
}
