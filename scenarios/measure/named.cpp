#include "scenarios/measure/named.hpp"

#include <algorithm>

namespace regiekamer::measure {
namespace {

/// One that was made up in this run has X and a number.
bool made_up(const InjectNr& nr) {
    return nr.value.size() > 1 && nr.value.front() == 'X' &&
           nr.value.find_first_not_of("0123456789", 1) == std::string::npos;
}

void name(InjectNr& nr, const player::Scenario& scenario) {
    const bool known = std::any_of(scenario.injects.begin(), scenario.injects.end(),
                                   [&](const auto& inject) { return inject.nr == nr.value; });
    if (!known && !made_up(nr)) nr.value += " (onbekend)";
}

} // namespace

Recorded named(const Recorded& recorded, const player::Scenario& scenario) {
    Recorded told = recorded;
    Body& body = told.message.body;
    if (auto* judged = std::get_if<ExpectationJudged>(&body)) {
        auto& id = judged->expectation.value;
        const auto found = std::find_if(scenario.expectations.begin(), scenario.expectations.end(),
                                        [&](const auto& one) { return one.id == id; });
        if (found == scenario.expectations.end())
            id += " (onbekend)";
        else if (!found->text.empty())
            id = found->text + ":";
    }
    if (auto* held = std::get_if<InjectHeld>(&body)) name(held->inject, scenario);
    if (auto* skipped = std::get_if<InjectSkipped>(&body)) name(skipped->inject, scenario);
    if (auto* moved = std::get_if<InjectMoved>(&body)) name(moved->inject, scenario);
    return told;
}

} // namespace regiekamer::measure
