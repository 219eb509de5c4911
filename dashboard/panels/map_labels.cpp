// A label asks for its sides in order of preference and gets the first that is free.
#include "dashboard/panels/map_labels.hpp"

#include <algorithm>

namespace regiekamer::panels {

using ui::Point;
using ui::Rect;

bool crosses(const Rect& rect, Point from, Point to) {
    // Liang and Barsky: the part of the line that lies within each pair of sides.
    float enters = 0, leaves = 1;
    const auto cut = [&](float start, float step, float low, float high) {
        if (step == 0) return start >= low && start <= high;
        float one = (low - start) / step, other = (high - start) / step;
        if (one > other) std::swap(one, other);
        enters = std::max(enters, one);
        leaves = std::min(leaves, other);
        return enters <= leaves;
    };
    return cut(from.x, to.x - from.x, rect.x, rect.right()) &&
           cut(from.y, to.y - from.y, rect.y, rect.bottom());
}

void MapLabels::keep_clear(std::span<const Point> line, bool closed) {
    const auto add = [this](Point from, Point to) {
        if (crosses(box_, from, to)) lines_.push_back({from, to});
    };
    for (std::size_t i = 1; i < line.size(); ++i)
        add(line[i - 1], line[i]);
    if (closed && line.size() > 2) add(line.back(), line.front());
}

bool MapLabels::free(const Rect& wanted) const {
    return box_.contains(wanted) && std::none_of(taken_.begin(), taken_.end(),
                                                 [&](const Rect& taken) { return taken.overlaps(wanted); });
}

bool MapLabels::crossed(const Rect& wanted) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const Segment& line) { return crosses(wanted, line.from, line.to); });
}

bool MapLabels::on_picture(const Rect& words) const {
    return std::any_of(pictures_.begin(), pictures_.end(),
                       [&](const Rect& picture) { return picture.overlaps(words); });
}

std::optional<Rect> MapLabels::place(std::span<const Rect> wanted, Crossing crossing) {
    for (const bool lines_matter : {true, false}) {
        if (!lines_matter && crossing == Crossing::never) break;
        for (const Rect& one : wanted)
            if (free(one) && !(lines_matter && crossed(one))) {
                taken_.push_back(one);
                return one;
            }
    }
    return std::nullopt;
}

} // namespace regiekamer::panels
