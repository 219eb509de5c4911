// Where the names on the plot may stand: never on a mark or on each other, and off the lines of areas and
// routes as long as there is another side; and where they need a ground of their own.
#pragma once

#include "dashboard/panels/ui/geometry.hpp"

#include <optional>
#include <span>
#include <vector>

namespace regiekamer::panels {

/// What a label may lie on when it finds no free side.
enum class Crossing { never, if_need_be };

class MapLabels {
public:
    explicit MapLabels(const ui::Rect& box) : box_(box) {}

    /// A mark: no label lies on it.
    void keep_clear(const ui::Rect& mark) { taken_.push_back(mark); }
    /// A line of an area or a route.
    void keep_clear(std::span<const ui::Point> line, bool closed);
    /// Here the map is a picture of somebody's, whose colours words drown in.
    void pictured(const ui::Rect& place) { pictures_.push_back(place); }
    [[nodiscard]] bool on_picture(const ui::Rect& words) const;
    /// The first of these that is free, and takes it; none when all are taken.
    std::optional<ui::Rect> place(std::span<const ui::Rect> wanted, Crossing crossing);

private:
    struct Segment {
        ui::Point from, to;
    };
    [[nodiscard]] bool free(const ui::Rect& wanted) const;
    [[nodiscard]] bool crossed(const ui::Rect& wanted) const;

    ui::Rect box_;
    std::vector<ui::Rect> taken_, pictures_;
    std::vector<Segment> lines_;
};

/// Whether the line between two points touches the rectangle.
bool crosses(const ui::Rect& rect, ui::Point from, ui::Point to);

} // namespace regiekamer::panels
