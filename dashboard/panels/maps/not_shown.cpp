// A map that lacks the evacuation area looks like one without any, and an empty one is taken for calm
// weather: what is missing stands in words between the map and its foot.
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/warning_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace regiekamer::panels::maps {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float note_height = 26;

/// What matters, is there, and is switched off: each with its digit.
std::string hidden_themes(const Scene& scene) {
    const bool vulnerable =
        scene.layers != nullptr && std::any_of(scene.layers->vectors.begin(), scene.layers->vectors.end(),
                                               [](const auto& layer) { return layer.vulnerable; });
    const bool incident = !picture::active_incidents(scene.picture, scene.now).empty();
    const bool warned = !picture::active_warnings(scene.picture, scene.now).empty();
    std::string words;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        const auto theme = themes.at(i);
        const bool there = (theme == incident_theme && incident) || (theme == warning_theme && warned) ||
                           (theme == vulnerable_theme && vulnerable);
        if (there && !shows(scene, theme))
            words += fmt::format("{}{} [{}]", words.empty() ? "" : ", ", theme, i + 1);
    }
    return words;
}

/// "Code geel: wind · Zuid-Holland"; empty: all of it is drawn.
std::string shapeless(const Scene& scene, const WarningReceived& warning) {
    std::string words = words::warning_name(warning), where;
    bool whole = !warning.areas.empty();
    for (const auto& area : warning.areas) {
        if (has_shape(scene, area)) continue;
        whole = false;
        if (area.description.empty() || words.find(area.description) != std::string::npos) continue;
        where += (where.empty() ? " · " : ", ") + area.description;
    }
    return whole ? std::string() : words + where;
}

std::size_t most_lines(const Rect& box) {
    constexpr float tall = 480, low = 240;
    return box.h > tall ? 3 : box.h > low ? 2 : 1;
}

} // namespace

std::vector<NotShown> not_shown(const Scene& scene, std::size_t most) {
    std::vector<NotShown> found;
    if (const auto hidden = hidden_themes(scene); !hidden.empty())
        found.push_back(
            {"Niet getoond: " + hidden + (shown_view(scene) == View::kaart ? "" : ", op de kaart [P]"), false,
             0});
    std::string before = "Niet op de kaart: "; // said once, of all that follow
    if (shows(scene, warning_theme))
        for (const auto* warning : picture::active_warnings(scene.picture, scene.now))
            if (const auto words = shapeless(scene, warning->value); !words.empty())
                found.push_back(
                    {std::exchange(before, {}) + words, picture::severity_rank(warning->value) >= 3, 0});
    if (found.size() <= most) return found;
    const std::size_t more = found.size() - most;
    found.resize(most);
    if (most > 0) found.back().more = more;
    return found;
}

Rect take_not_shown(const Scene& scene, Rect& box) {
    return box.take_bottom(note_height * static_cast<float>(not_shown(scene, most_lines(box)).size()));
}

void draw_not_shown(Ui& ui, const Scene& scene, const Rect& strip) {
    const auto lines = not_shown(scene, static_cast<std::size_t>(std::lround(strip.h / note_height)));
    if (lines.empty()) return;
    ui::fill(ui, strip, ui.palette.surface);
    ui::separator(ui, strip);
    float y = strip.y;
    for (const auto& line : lines) {
        ui::triangle(ui, {strip.x + 22, y + note_height / 2}, 12,
                     line.grave ? ui.palette.critical : ui.palette.attention);
        const std::string more = line.more > 0 ? fmt::format(" (en nog {})", line.more) : std::string();
        const float room = strip.w - 50 - ui::width(ui, Style::strong15, more);
        ui::text(ui, Style::strong15, {strip.x + 36, y + 18}, ui.palette.text,
                 ui::shortened(ui, Style::strong15, room, line.words) + more);
        y += note_height;
    }
}

} // namespace regiekamer::panels::maps
