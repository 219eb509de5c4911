// Where a warning holds. Most name their area by a code alone (EMMA_ID=NL009): the user's own layers may know
// it; if not, words say so, since an empty map is taken for calm weather.
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/warning_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

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

bool has_ring(const Scene& scene, const WarningArea& area) {
    if (!area.polygons.empty()) return true;
    return std::any_of(area.circles.begin(), area.circles.end(),
                       [](const auto& circle) { return !circle_of(circle).empty(); }) ||
           (scene.layers != nullptr &&
            std::any_of(area.geocodes.begin(), area.geocodes.end(), [&](const auto& code) {
                return !geo::areas_of(scene.layers->vectors, code).empty();
            }));
}

struct Shapeless {
    std::string words; ///< "Code geel: wind · Zuid-Holland"
    int severity = 0;
};

/// Severest first.
std::vector<Shapeless> shapeless(const Scene& scene) {
    std::vector<Shapeless> found;
    for (const auto* warning : picture::active_warnings(scene.picture, scene.now)) {
        const auto& body = warning->value;
        std::string words = words::warning_name(body);
        bool whole = !body.areas.empty();
        std::string where;
        for (const auto& area : body.areas) {
            if (has_ring(scene, area)) continue;
            whole = false;
            if (area.description.empty() || words.find(area.description) != std::string::npos) continue;
            where += (where.empty() ? " · " : ", ") + area.description;
        }
        if (!whole) found.push_back({words + where, picture::severity_rank(body)});
    }
    return found;
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

void draw_shapeless(Ui& ui, const Scene& scene, const Rect& box, MapLabels& labels) {
    const auto found = shapeless(scene);
    if (found.empty()) return;
    constexpr float line = 22, beside = 38;
    const std::size_t shown = std::min<std::size_t>(found.size(), box.w > 800 ? 3 : 1);
    const float most = box.w - 16 - beside;
    std::vector<std::string> lines;
    float wide = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown && found.size() > shown;
        const std::string more = last ? fmt::format(" (en nog {})", found.size() - shown) : std::string();
        const float room = most - ui::width(ui, Style::strong15, more);
        lines.push_back(
            ui::shortened(ui, Style::strong15, room, (i == 0 ? "Niet op de kaart: " : "") + found[i].words) +
            more);
        wide = std::max(wide, ui::width(ui, Style::strong15, lines.back()));
    }
    const float high = line * static_cast<float>(shown) + 6;
    const Rect place{box.x + 8, box.bottom() - 8 - high, wide + beside, high};
    const auto colour = found.front().severity >= 3 ? ui.palette.critical : ui.palette.attention;
    ui::fill(ui, place, ui.palette.raised);
    ui::frame(ui, place, colour);
    ui::triangle(ui, {place.x + 16, place.y + 14}, 12, colour);
    for (std::size_t i = 0; i < shown; ++i)
        ui::text(ui, Style::strong15, {place.x + 30, place.y + 19 + line * static_cast<float>(i)},
                 ui.palette.text, lines[i]);
    labels.keep_clear(place);
}

} // namespace regiekamer::panels::maps
