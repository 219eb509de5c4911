// A line sweeps from the south to the north and stops at every corner and crossing; between two stops the
// edges stand in one order, and every second gap between them is inside. A strip goes on for as long as the
// same two edges stand beside each other.
#include "dashboard/geo/strips.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regiekamer::geo {
namespace {

/// Less than this, in degrees, is the rounding of a double: a tenth of a micrometre.
constexpr double no_width = 1e-12;
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

struct Edge {
    Position low, high;
    [[nodiscard]] double at(double lat) const {
        if (lat == low.lat) return low.lon;
        if (lat == high.lat) return high.lon;
        return low.lon + (high.lon - low.lon) * (lat - low.lat) / (high.lat - low.lat);
    }
};

std::vector<Edge> edges_of(std::span<const Ring> rings) {
    std::vector<Edge> edges;
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Position &a = ring[i], &b = ring[(i + 1) % ring.size()];
            if (a.lat < b.lat) edges.push_back({a, b});
            if (b.lat < a.lat) edges.push_back({b, a});
        }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.low.lat < b.low.lat; });
    return edges;
}

std::vector<double> corners_of(const std::vector<Edge>& edges) {
    std::vector<double> stops;
    for (const Edge& edge : edges)
        stops.insert(stops.end(), {edge.low.lat, edge.high.lat});
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
}

class Sweep {
public:
    Sweep(std::span<const Ring> rings, const Position& origin)
        : edges_(edges_of(rings)), origin_(origin), right_of_(edges_.size(), none),
          next_right_(edges_.size(), none), since_(edges_.size()) {}

    std::vector<Strip> run() {
        const auto stops = corners_of(edges_);
        std::size_t added = 0;
        for (std::size_t stop = 0; stop + 1 < stops.size(); ++stop) {
            const double low = stops[stop], high = stops[stop + 1];
            std::erase_if(active_, [&](std::size_t edge) { return edges_[edge].high.lat <= low; });
            for (; added < edges_.size() && edges_[added].low.lat <= low; ++added)
                active_.push_back(added);
            sort_between(low, high);
            const bool ordered = in_order(low, high);
            if (!may_cost(active_.size() * (ordered ? 1 : active_.size()))) return {};
            const auto crossings = ordered ? std::vector<double>() : crossings_between(low, high);
            if (!may_cost(active_.size() * crossings.size())) return {};
            double from = low;
            for (const double until : crossings) {
                step(from, until);
                from = until;
            }
            step(from, high);
        }
        if (!stops.empty()) pair_up({}, stops.back());
        return std::move(strips_);
    }

private:
    /// False: it has taken too long, which is on average so many edges beside each other.
    bool may_cost(std::size_t work) {
        if (work > work_left_) return false;
        work_left_ -= work;
        return true;
    }

    void sort_between(double low, double high) {
        const double middle = low + (high - low) / 2;
        std::sort(active_.begin(), active_.end(), [&](std::size_t a, std::size_t b) {
            const double one = edges_[a].at(middle), other = edges_[b].at(middle);
            return one != other ? one < other : a < b;
        });
    }

    [[nodiscard]] bool in_order(double low, double high) const {
        for (std::size_t i = 1; i < active_.size(); ++i) {
            const Edge &west = edges_[active_[i - 1]], &east = edges_[active_[i]];
            if (west.at(low) > east.at(low) + no_width || west.at(high) > east.at(high) + no_width)
                return false;
        }
        return true;
    }

    [[nodiscard]] std::vector<double> crossings_between(double low, double high) const {
        std::vector<double> found;
        for (std::size_t i = 0; i < active_.size(); ++i)
            for (std::size_t j = i + 1; j < active_.size(); ++j) {
                const Edge &one = edges_[active_[i]], &other = edges_[active_[j]];
                const double apart_low = other.at(low) - one.at(low),
                             apart_high = other.at(high) - one.at(high);
                if (apart_low * apart_high >= 0) continue;
                const double at = low + (high - low) * apart_low / (apart_low - apart_high);
                if (at > low && at < high) found.push_back(at);
            }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    void step(double from, double until) {
        sort_between(from, until);
        Pairs pairs;
        for (std::size_t i = 0; i + 1 < active_.size(); i += 2)
            pairs.emplace_back(active_[i], active_[i + 1]);
        pair_up(std::move(pairs), from);
    }

    /// From here on these edges stand beside each other: ends what no longer does, and begins what is new.
    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
    void pair_up(Pairs pairs, double at) {
        for (const auto& [west, east] : pairs)
            next_right_[west] = east;
        for (const auto& [west, east] : pairs_)
            if (next_right_[west] != east) {
                add(edges_[west], edges_[east], since_[west], at);
                right_of_[west] = none;
            }
        for (const auto& [west, east] : pairs) {
            if (right_of_[west] != east) since_[west] = at;
            right_of_[west] = east;
            next_right_[west] = none;
        }
        pairs_ = std::move(pairs);
    }

    void add(const Edge& west, const Edge& east, double low, double high) {
        const double bottom = east.at(low) - west.at(low), top = east.at(high) - west.at(high);
        if (!(high > low) || (bottom <= no_width && top <= no_width)) return;
        const auto lat = [&](double value) { return static_cast<float>(value - origin_.lat); };
        const auto lon = [&](double value) { return static_cast<float>(value - origin_.lon); };
        strips_.push_back({lat(low), lat(high), lon(west.at(low)), lon(east.at(low)), lon(west.at(high)),
                           lon(east.at(high))});
    }

    std::vector<Edge> edges_;
    Position origin_;
    std::size_t work_left_ = 1'000'000 + 200 * edges_.size();
    std::vector<std::size_t> active_;                ///< edges at the line, west to east
    std::vector<std::size_t> right_of_, next_right_; ///< of a west side: its east side
    std::vector<double> since_;
    Pairs pairs_;
    std::vector<Strip> strips_;
};

} // namespace

std::vector<Strip> strips_of(std::span<const Ring> rings, const Position& origin) {
    return Sweep(rings, origin).run();
}

} // namespace regiekamer::geo
