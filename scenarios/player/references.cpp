// Indexes by name, and Tarjan's walk for the loops: each node and each edge once, without recursion.
#include "scenarios/player/references.hpp"

#include <algorithm>
#include <unordered_set>

namespace regiekamer::player {

References::References(const Scenario& scenario) {
    for (const Expectation& expectation : scenario.expectations)
        expectations_.emplace(expectation.id, &expectation);
    for (const Inject& inject : scenario.injects)
        injects_.emplace(inject.nr, &inject);
}

const Expectation* References::expectation(const std::string& id) const {
    const auto found = expectations_.find(id);
    return found == expectations_.end() ? nullptr : found->second;
}

const Inject* References::inject(const std::string& nr) const {
    const auto found = injects_.find(nr);
    return found == injects_.end() ? nullptr : found->second;
}

std::vector<const Expectation*> References::parts(const std::string& id) const {
    std::vector<const Expectation*> parts;
    std::vector<const Expectation*> open{expectation(id)};
    std::unordered_set<const Expectation*> seen;
    while (!open.empty()) {
        const Expectation* next = open.back();
        open.pop_back();
        if (next == nullptr || !seen.insert(next).second) continue;
        parts.push_back(next);
        for (const auto* list : {&next->any, &next->all})
            for (const std::string& part : *list)
                open.push_back(expectation(part));
    }
    return parts;
}

std::vector<const Inject*> References::awaited(const std::vector<Condition>& conditions) const {
    std::vector<const Inject*> all;
    for (const Condition& condition : conditions)
        for (const auto* part : parts(condition.expectation))
            if (part->after)
                if (const auto* after = inject(*part->after)) all.push_back(after);
    return all;
}

namespace {

class Loops {
public:
    explicit Loops(const Graph& graph)
        : graph_(graph), met_(graph.size()), earliest_(graph.size()), loop_(graph.size()),
          open_(graph.size()) {
        for (std::size_t node = 0; node < graph.size(); ++node)
            if (met_[node] == 0) walk(node);
    }
    std::vector<std::size_t> all() && { return std::move(loop_); }

private:
    void enter(std::size_t node) {
        met_[node] = earliest_[node] = ++count_;
        waiting_.push_back(node);
        open_[node] = true;
        path_.emplace_back(node, 0);
    }

    void walk(std::size_t from) {
        enter(from);
        while (!path_.empty()) {
            const std::size_t node = path_.back().first;
            if (path_.back().second < graph_[node].size()) {
                const std::size_t to = graph_[node][path_.back().second++];
                if (met_[to] == 0)
                    enter(to);
                else if (open_[to])
                    earliest_[node] = std::min(earliest_[node], met_[to]);
                continue;
            }
            path_.pop_back();
            if (!path_.empty())
                earliest_[path_.back().first] = std::min(earliest_[path_.back().first], earliest_[node]);
            if (earliest_[node] == met_[node]) close(node);
        }
    }

    /// What waits since `node` and leads back to it is one loop; it alone is one when it leads to itself.
    void close(std::size_t node) {
        const auto& edges = graph_[node];
        const bool loop =
            waiting_.back() != node || std::find(edges.begin(), edges.end(), node) != edges.end();
        if (loop) ++loops_;
        for (std::size_t last = graph_.size(); last != node;) {
            last = waiting_.back();
            waiting_.pop_back();
            open_[last] = false;
            if (loop) loop_[last] = loops_;
        }
    }

    const Graph& graph_;
    std::vector<std::size_t> met_, earliest_; ///< when each was met, from 1; the earliest that it leads to
    std::vector<std::size_t> loop_;
    std::vector<bool> open_;           ///< in waiting_
    std::vector<std::size_t> waiting_; ///< met, and it is not known yet with whom they loop
    std::vector<std::pair<std::size_t, std::size_t>> path_; ///< a node, and its next edge
    std::size_t count_ = 0, loops_ = 0;
};

} // namespace

std::vector<std::size_t> loops_of(const Graph& graph) {
    return Loops(graph).all();
}

} // namespace regiekamer::player
