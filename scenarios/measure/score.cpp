// A part decides for the whole only where nothing that may still come can change it.
#include "scenarios/measure/score.hpp"

#include <algorithm>

namespace regiekamer::measure {
namespace {

using player::Expectation;

const Expectation* named(std::span<const Expectation> all, const std::string& id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Expectation& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Standing of_one(const player::Evidence& evidence, const Expectation& expectation, const At& at) {
    Standing one;
    one.outcome = evidence.outcome(expectation.id, at.upto);
    if (!one.outcome.asked || !at.started) return {};
    one.deadline = one.outcome.deadline;
    const bool passed = one.deadline ? *one.deadline < at.now : at.over;
    one.score = one.outcome.met    ? Score::met
                : one.outcome.late ? Score::late
                : passed           ? Score::missed
                                   : Score::open;
    return one;
}

bool done(Score score) {
    return score == Score::met || score == Score::late;
}

/// How many parts stand so.
struct Parts {
    std::size_t met = 0, late = 0, open = 0, missed = 0, not_asked = 0;
    std::optional<Instant> first, last; ///< deadlines: the first of those that are not done, the last of all
    bool endless = false;               ///< one has no time limit
};

void count(Parts& parts, const Standing& part) {
    parts.met += part.score == Score::met;
    parts.late += part.score == Score::late;
    parts.open += part.score == Score::open;
    parts.missed += part.score == Score::missed;
    parts.not_asked += part.score == Score::not_asked;
    if (part.score == Score::not_asked) return;
    if (!part.deadline) parts.endless = true;
    if (!part.deadline) return;
    if (!parts.last || *part.deadline > *parts.last) parts.last = part.deadline;
    if (!done(part.score) && (!parts.first || *part.deadline < *parts.first)) parts.first = part.deadline;
}

Score of_any(const Parts& parts) {
    if (parts.met > 0) return Score::met;
    if (parts.open > 0) return Score::open;
    if (parts.late > 0) return Score::late;
    return parts.missed > 0 ? Score::missed : Score::not_asked;
}

Score of_all(const Parts& parts, bool over) {
    if (parts.met + parts.late + parts.open + parts.missed == 0) return Score::not_asked;
    if (parts.missed > 0) return Score::missed;
    if (parts.open == 0 && parts.not_asked > 0 && over) return Score::missed;
    if (parts.open + parts.not_asked > 0) return Score::open;
    return parts.late > 0 ? Score::late : Score::met;
}

} // namespace

Standing standing(std::span<const Expectation> expectations, const player::Evidence& evidence,
                  const Expectation& expectation, const At& at) {
    if (expectation.any.empty() && expectation.all.empty()) return of_one(evidence, expectation, at);
    const bool any = !expectation.any.empty();
    Parts parts;
    for (const auto& id : any ? expectation.any : expectation.all)
        if (const auto* part = named(expectations, id))
            count(parts, standing(expectations, evidence, *part, at));
    Standing whole;
    whole.score = any ? of_any(parts) : of_all(parts, at.over);
    if (whole.score == Score::not_asked) return whole;
    whole.outcome = evidence.outcome(expectation.id, at.upto);
    if (any)
        whole.deadline = parts.endless ? std::nullopt : parts.last;
    else
        whole.deadline = parts.first ? parts.first : parts.last;
    return whole;
}

std::vector<Function> taking_part(const player::Scenario& scenario, const Expectation& expectation) {
    if (expectation.by) return {*expectation.by};
    std::vector<Function> all;
    for (const auto* ids : {&expectation.any, &expectation.all})
        for (const auto& id : *ids)
            if (const auto* part = named(scenario.expectations, id))
                for (auto& function : taking_part(scenario, *part))
                    if (std::find(all.begin(), all.end(), function) == all.end())
                        all.push_back(std::move(function));
    if (!all.empty() || !expectation.after) return all;
    for (const auto& inject : scenario.injects)
        if (inject.nr == *expectation.after) all = {Function(inject.to)};
    return all;
}

} // namespace regiekamer::measure
