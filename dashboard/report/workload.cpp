#include "dashboard/report/workload.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <map>

namespace regiekamer::report {
namespace {

std::map<Function, Load> loads_in(const picture::Picture& picture,
                                  const std::optional<IncidentId>& incident) {
    std::map<Function, Load> loads;
    for (const auto* action : picture::unfinished_actions(picture, picture.moment))
        if (!incident || action->opened.value.incident == incident) ++loads[action->owner.value].open_actions;
    for (const auto& [nr, inject] : picture.exercise->injects)
        if (inject.delivered && !inject.read) ++loads[Function(inject.delivered->value.to)].unread;
    return loads;
}

std::size_t busiest(const FunctionLoad& one) {
    std::size_t most = 0;
    for (const auto& load : one.loads)
        most = std::max(most, load.both());
    return most;
}

} // namespace

Workload workload(picture::History& history, Instant from, Instant until, std::size_t samples,
                  const std::optional<IncidentId>& incident) {
    Workload work;
    std::map<Function, std::vector<Load>> by_function;
    if (until <= from || samples < 2) return work;
    const auto step = (until - from) / static_cast<std::int64_t>(samples - 1);
    for (std::size_t i = 0; i < samples; ++i) {
        const Instant at = i + 1 == samples ? until : from + step * static_cast<std::int64_t>(i);
        const auto picture = history.at(at);
        if (!picture) continue;
        work.at.push_back(at);
        for (const auto& [function, load] : loads_in(*picture, incident)) {
            auto& loads = by_function[function];
            loads.resize(work.at.size() - 1);
            loads.push_back(load);
        }
    }
    for (auto& [function, loads] : by_function) {
        loads.resize(work.at.size());
        work.functions.push_back({function, std::move(loads)});
    }
    std::stable_sort(work.functions.begin(), work.functions.end(),
                     [](const auto& a, const auto& b) { return busiest(a) > busiest(b); });
    return work;
}

} // namespace regiekamer::report
