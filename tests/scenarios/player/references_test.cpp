// What waits for itself is found, in whatever a file chains, and however long the chain.
#include "scenarios/player/check.hpp"
#include "scenarios/player/references.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/property.hpp"

#include <set>

namespace references_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

std::set<std::size_t> reached(const Graph& graph, std::size_t from) {
    std::set<std::size_t> seen;
    std::vector<std::size_t> open = graph[from];
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (seen.insert(next).second) open.insert(open.end(), graph[next].begin(), graph[next].end());
    }
    return seen;
}

} // namespace

TEST_CASE("a node lies on a loop when it is reached from itself, on the same as those it reaches and back") {
    holds("as walking from every node tells", [] {
        constexpr int nodes = 9;
        Graph graph(nodes);
        for (const auto& [from, to] : any_pairs(nodes, nodes))
            graph[static_cast<std::size_t>(from)].push_back(static_cast<std::size_t>(to));
        const auto loops = loops_of(graph);
        for (std::size_t a = 0; a < nodes; ++a) {
            const auto from_a = reached(graph, a);
            MUST((loops[a] != 0) == from_a.contains(a));
            for (std::size_t b = 0; b < nodes; ++b) {
                const bool both = from_a.contains(b) && reached(graph, b).contains(a);
                MUST(both == (loops[a] != 0 && loops[a] == loops[b]));
            }
        }
    });
}

TEST_CASE("thousands of injects, each on a condition on the one before it, are checked") {
    std::string text = head + inject("0", "T+00:01");
    for (int i = 1; i < 5'000; ++i) {
        const std::string nr = std::to_string(i), before = std::to_string(i - 1);
        text += "[[expect]]\nid = \"e" + nr + "\"\ntype = \"note.written\"\nby = \"OvD-Bz\"\nafter = \"" +
                before + "\"\n" + inject(nr.c_str(), "T+01:00", "if = \"e" + nr + "\"\n");
    }
    const auto scenario = load_text(text, "map/proef.toml"); // names those that wait for themselves
    REQUIRE(scenario);
    CHECK(scenario->injects.size() == 5'000);
    CHECK(warnings(*scenario).size() > 4'000); // that they cannot be met by then
}

} // namespace references_test
