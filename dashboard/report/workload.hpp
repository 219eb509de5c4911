// How busy each function was: what stood open for it and what it had not read, over the run.
#pragma once

#include "dashboard/picture/history.hpp"

namespace regiekamer::report {

struct Load {
    std::size_t open_actions{}, unread{}; ///< unread injects
    [[nodiscard]] std::size_t both() const { return open_actions + unread; }
};

struct FunctionLoad {
    Function function;
    std::vector<Load> loads; ///< beside Workload::at
};

struct Workload {
    std::vector<Instant> at;
    std::vector<FunctionLoad> functions; ///< with anything at all, the busiest first
};

/// At `samples` moments, evenly from `from` to `until` (at least 2 of them, when there is time between). With
/// an incident only the actions of that one.
Workload workload(picture::History& history, Instant from, Instant until, std::size_t samples,
                  const std::optional<IncidentId>& incident = std::nullopt);

} // namespace regiekamer::report
