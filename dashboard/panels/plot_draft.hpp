// How far the plot of a series is zoomed. No facts.
#pragma once

#include "dashboard/panels/ui/geometry.hpp"
#include "messaging/vocabulary/instant.hpp"

#include <optional>

namespace regiekamer::panels {

struct PlotSpan {
    Instant from, until;
    bool operator==(const PlotSpan&) const = default;
};

struct PlotDraft {
    std::optional<PlotSpan> span;     ///< zoomed or moved by the user; none: each has its own default
    std::optional<ui::Point> pressed; ///< where the mouse went down
};

} // namespace regiekamer::panels
