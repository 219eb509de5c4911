// What the parts of a scenario name of each other: found in one step, for a file may have tens of thousands.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace regiekamer::player {

class References {
public:
    /// `scenario` must outlive this, and stay as it is.
    explicit References(const Scenario& scenario);

    /// nullptr: there is none. The first of that id, where it is used twice.
    [[nodiscard]] const Expectation* expectation(const std::string& id) const;
    [[nodiscard]] const Inject* inject(const std::string& nr) const;
    /// What an expectation is made of: itself, or those of its `any` and `all`, and theirs.
    [[nodiscard]] std::vector<const Expectation*> parts(const std::string& id) const;
    /// The injects that must have been delivered before an item (an inject, a line) can be judged.
    [[nodiscard]] std::vector<const Inject*> awaited(const std::vector<Condition>& conditions) const;

private:
    std::unordered_map<std::string_view, const Expectation*> expectations_;
    std::unordered_map<std::string_view, const Inject*> injects_;
};

/// Where each node leads to.
using Graph = std::vector<std::vector<std::size_t>>;

/// The loop that each node lies on, numbered from 1; 0: it is not reached from itself.
std::vector<std::size_t> loops_of(const Graph& graph);

} // namespace regiekamer::player
