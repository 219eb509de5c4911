// Where a warning holds. Most name their area by a code alone (EMMA_ID=NL009): the user's own layers may know
// it.
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <charconv>
#include <cmath>

namespace regiekamer::panels::maps {
namespace {

/// CAP's "lat,lon km" as a ring; empty when it is not that or has no size.
geo::Ring circle_of(const std::string& text) {
    double parts[3]{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (double& part : parts) {
        while (at != end && (*at == ' ' || *at == ','))
            ++at;
        const auto read = std::from_chars(at, end, part);
        if (read.ec != std::errc()) return {};
        at = read.ptr;
    }
    if (!(std::fabs(parts[0]) <= 90 && std::fabs(parts[1]) <= 180 && parts[2] > 0 && parts[2] <= 1'000))
        return {};
    return geo::sector({parts[0], parts[1]}, 0, parts[2] * 1'000, 180);
}

} // namespace

void each_ring(const Scene& scene, const WarningArea& area, double metres_a_pixel,
               const std::function<void(std::span<const Position>)>& take) {
    bool any = !area.polygons.empty();
    for (const auto& polygon : area.polygons)
        take(polygon);
    for (const auto& circle : area.circles)
        if (const auto ring = circle_of(circle); !ring.empty()) {
            take(ring);
            any = true;
        }
    if (any || scene.layers == nullptr) return;
    for (const auto& code : area.geocodes)
        for (const auto* feature : geo::areas_of(scene.layers->vectors, code))
            take(geo::rings_at(*feature, metres_a_pixel).front());
}

bool has_shape(const Scene& scene, const WarningArea& area) {
    constexpr double coarsest = 1e6;
    bool any = false;
    each_ring(scene, area, coarsest, [&](std::span<const Position>) { any = true; });
    return any;
}

} // namespace regiekamer::panels::maps
