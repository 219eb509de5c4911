// Shapes on the earth as lists of positions: boxes, inside or outside, simpler ones, a sector of smoke.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <span>
#include <vector>

namespace regiekamer::geo {

using Ring = std::vector<Position>;

/// South-west and north-east corner. As made it is empty: nothing lies in it.
struct Box {
    double south = 90, west = 180, north = -90, east = -180;
    bool operator==(const Box&) const = default;
    [[nodiscard]] bool empty() const { return south > north || west > east; }
    [[nodiscard]] bool contains(const Position& at) const {
        return at.lat >= south && at.lat <= north && at.lon >= west && at.lon <= east;
    }
    [[nodiscard]] bool overlaps(const Box& other) const {
        return !empty() && !other.empty() && south <= other.north && other.south <= north &&
               west <= other.east && other.west <= east;
    }
    void reach(const Position& at);
    void reach(const Box& other);
};
Box box_of(std::span<const Position> points);

/// Whether a place lies within a closed line (even-odd; the last point need not be the first). On the line
/// itself either may be said.
bool inside(std::span<const Position> ring, const Position& at);
/// The same for a polygon with holes.
bool inside(std::span<const Ring> rings, const Position& at);

/// What lies within a closed line, to be asked of many shapes.
class Area {
public:
    explicit Area(std::span<const Position> ring);
    /// Whether a shape has anything in common with it: a corner or a piece of a side within it or on its
    /// line, also of one that only crosses it, or, of a polygon, the whole area within the shape. `box` holds
    /// the shape; of a polygon its rings are closed, also where the last point is not the first.
    [[nodiscard]] bool meets(std::span<const Ring> shape, const Box& box, bool polygon) const;
    [[nodiscard]] const Box& box() const { return box_; }

private:
    struct Side {
        Position from, to;
        Box box;
    };
    static bool touch(const Side& one, const Side& other);

    std::span<const Position> ring_;
    std::vector<Side> sides_;
    Box box_;
};

/// Fewer points, none of which lies further than `metres` from the line that was (Douglas and Peucker); the
/// ends stay. A closed line stays closed.
Ring simplified(std::span<const Position> line, double metres);

/// Of all points on the edges of a polygon, whether two edges cross each other: it then has no clear inside.
bool crosses_itself(std::span<const Position> ring);

/// The sector that smoke may lie in: from a point, `towards` degrees clockwise from north (the wind blows
/// there), `metres` far, `half_angle` degrees to each side. The point itself comes first. At 90 degrees or
/// more around the whole point is drawn a circle when half_angle is 180.
Ring sector(const Position& from, double towards, double metres, double half_angle);

} // namespace regiekamer::geo
