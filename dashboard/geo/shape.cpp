// Flat arithmetic in metres around the shape itself: exact enough for what fits a region.
#include "dashboard/geo/shape.hpp"

#include "dashboard/geo/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace regiekamer::geo {
namespace {

struct Flat {
    double x, y;
};

/// Metres around an origin.
class Plane {
public:
    explicit Plane(const Position& origin)
        : origin_(origin), narrowing_(std::cos(origin.lat * std::numbers::pi / 180)) {}
    [[nodiscard]] Flat operator()(const Position& at) const {
        constexpr double metres = 6371008.8 * std::numbers::pi / 180;
        return {(at.lon - origin_.lon) * metres * narrowing_, (at.lat - origin_.lat) * metres};
    }

private:
    Position origin_;
    double narrowing_;
};

double from_line(Flat at, Flat a, Flat b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double part =
        length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}

double turn(const Position& a, const Position& b, const Position& c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(const Position& a, const Position& b, const Position& c, const Position& d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

} // namespace

void Box::reach(const Position& at) {
    south = std::min(south, at.lat);
    north = std::max(north, at.lat);
    west = std::min(west, at.lon);
    east = std::max(east, at.lon);
}

void Box::reach(const Box& other) {
    if (other.empty()) return;
    reach(Position{other.south, other.west});
    reach(Position{other.north, other.east});
}

Box box_of(std::span<const Position> points) {
    Box box;
    for (const auto& at : points)
        box.reach(at);
    return box;
}

bool inside(std::span<const Position> ring, const Position& at) {
    bool within = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Position &a = ring[i], &b = ring[before];
        if ((a.lat > at.lat) == (b.lat > at.lat)) continue;
        if (at.lon < a.lon + (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat)) within = !within;
    }
    return within;
}

bool inside(std::span<const Ring> rings, const Position& at) {
    bool within = false;
    for (const auto& ring : rings)
        if (inside(std::span<const Position>(ring), at)) within = !within;
    return within;
}

Area::Area(std::span<const Position> ring) : ring_(ring), box_(box_of(ring)) {
    sides_.reserve(ring.size());
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        sides_.push_back({ring[before], ring[i], box_of(std::array{ring[before], ring[i]})});
}

/// They cross, or touch: where two sides lie on one line, when their boxes do.
bool Area::touch(const Side& one, const Side& other) {
    return one.box.overlaps(other.box) &&
           turn(one.from, one.to, other.from) * turn(one.from, one.to, other.to) <= 0 &&
           turn(other.from, other.to, one.from) * turn(other.from, other.to, one.to) <= 0;
}

bool Area::meets(std::span<const Ring> shape, const Box& box, bool polygon) const {
    if (ring_.empty() || shape.empty() || shape.front().empty() || !box_.overlaps(box)) return false;
    // Most shapes lie clear of its line: then all of it lies on one side.
    const auto near = [&](const Side& side) { return side.box.overlaps(box); };
    if (std::none_of(sides_.begin(), sides_.end(), near)) return inside(ring_, shape.front().front());
    const auto within = [&](const Position& at) { return box_.contains(at) && inside(ring_, at); };
    const auto met = [&](const Position& from, const Position& to) {
        Side side{from, to, {}};
        side.box.reach(from);
        side.box.reach(to);
        return box_.overlaps(side.box) &&
               std::any_of(sides_.begin(), sides_.end(), [&](const Side& one) { return touch(one, side); });
    };
    for (const auto& line : shape) {
        if (std::any_of(line.begin(), line.end(), within)) return true;
        for (std::size_t i = 1; i < line.size(); ++i)
            if (met(line[i - 1], line[i])) return true;
        if (polygon && !line.empty() && met(line.back(), line.front())) return true;
    }
    return polygon &&
           inside(shape, ring_.front()); // their lines do not meet: it lies whole within, or without
}

Ring simplified(std::span<const Position> line, double metres) {
    if (line.size() < 3) return {line.begin(), line.end()};
    const Plane plane(line.front());
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> parts{{0, line.size() - 1}};
    const bool closed = line.front() == line.back();
    if (closed) { // from itself to itself is no line: begin with its furthest point
        std::size_t far = 1;
        const Flat start = plane(line.front());
        const auto distance = [&](std::size_t i) {
            return std::hypot(plane(line[i]).x - start.x, plane(line[i]).y - start.y);
        };
        for (std::size_t i = 2; i + 1 < line.size(); ++i)
            if (distance(i) > distance(far)) far = i;
        kept[far] = true;
        parts = {{0, far}, {far, line.size() - 1}};
    }
    while (!parts.empty()) {
        const auto [from, until] = parts.back();
        parts.pop_back();
        const Flat a = plane(line[from]), b = plane(line[until]);
        double furthest = metres;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < until; ++i)
            if (const double away = from_line(plane(line[i]), a, b); away > furthest) furthest = away, at = i;
        if (at == 0) continue;
        kept[at] = true;
        parts.emplace_back(from, at);
        parts.emplace_back(at, until);
    }
    Ring made;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i]) made.push_back(line[i]);
    return made;
}

bool crosses_itself(std::span<const Position> ring) {
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 2; j < n; ++j) {
            if (i == 0 && j == n - 1) continue; // neighbours around the end
            if (cross(ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])) return true;
        }
    return false;
}

Ring sector(const Position& from, double towards, double metres, double half_angle) {
    constexpr double step = 10;
    const bool round = half_angle >= 180;
    Ring made;
    if (!round) made.push_back(from);
    const double first = towards - std::min(half_angle, 180.0), last = towards + std::min(half_angle, 180.0);
    const int steps = std::max(2, static_cast<int>(std::ceil((last - first) / step)));
    for (int i = 0; i < (round ? steps : steps + 1); ++i)
        made.push_back(destination(from, first + (last - first) * i / steps, metres));
    return made;
}

} // namespace regiekamer::geo
