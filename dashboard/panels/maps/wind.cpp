// The wind on the map: an arrow that flies with it, from where it was measured when that is in view, else
// from the incident; with its force and its time.
#include "dashboard/geo/measure.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// KNMI's hours come late; what is older says nothing of now.
constexpr auto wind_holds = hours(6);
constexpr auto wind_is_old = hours(1);

/// The lower limits of Beaufort 1 to 12, in metres a second.
int beaufort(double metres_a_second) {
    constexpr std::array limits{0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7};
    int force = 0;
    for (const double limit : limits)
        force += metres_a_second >= limit ? 1 : 0;
    return force;
}

/// What a station measured last. A direction with newer hours of force behind it blows no more: it is calm,
/// or turns, and the source then gives none.
std::optional<Wind> measured(const Scene& scene, const picture::SeriesKey& key) {
    constexpr auto one_report = hours(1);
    const auto direction = picture::latest(scene.picture, key, scene.now);
    if (!direction) return std::nullopt;
    const auto speed = picture::latest(scene.picture, {key.station, "wind", "m/s"}, scene.now);
    Wind one{direction->value, key.station.value, direction->at, std::nullopt, std::nullopt};
    if (speed && speed->at >= direction->at + one_report) {
        one.from.reset();
        one.at = speed->at;
    }
    if (speed && speed->at == one.at) one.speed = speed->value;
    if (scene.now - one.at > wind_holds) return std::nullopt;
    return one;
}

std::vector<Wind> winds(const Scene& scene) {
    std::vector<Wind> all;
    for (const auto& key : picture::series_keys(scene.picture)) {
        if (key.quantity.value != "windrichting") continue;
        auto one = measured(scene, key);
        if (!one) continue;
        const auto& stations = scene.picture.series->stations;
        if (const auto found = stations.find(key.station); found != stations.end()) {
            one->station = found->second.value.name;
            one->point = found->second.value.point;
        }
        all.push_back(std::move(*one));
    }
    return all;
}

/// A vane in a round field: its head is where the wind goes.
void draw_vane(Ui& ui, Point centre, double from, ui::Colour colour) {
    const auto radians = static_cast<float>((from + 180) * std::numbers::pi / 180);
    const Point ahead{std::sin(radians), -std::cos(radians)}, aside{-ahead.y, ahead.x};
    const auto at = [&](float along, float across) {
        return Point{centre.x + ahead.x * along + aside.x * across,
                     centre.y + ahead.y * along + aside.y * across};
    };
    ui::circle(ui, centre, 19, ui.palette.surface);
    ui::ring(ui, centre, 19, colour, 1);
    ui::line(ui, at(-14, 0), at(12, 0), colour, 3);
    ui::polyline(ui, std::array{at(4, 7), at(14, 0), at(4, -7)}, colour, 3);
}

void draw_one(Ui& ui, const Scene& scene, const Wind& wind, Point centre, MapLabels& labels) {
    const bool old = scene.now - wind.at > wind_is_old;
    const auto colour = old ? ui.palette.attention : ui.palette.text;
    if (wind.from)
        draw_vane(ui, centre, *wind.from, colour);
    else
        ui::ring(ui, centre, 19, colour, 1);
    labels.keep_clear(Rect{centre.x - 20, centre.y - 20, 40, 40});
    const std::string said = fmt::format("wind {} · {} · {}", wind_words(wind), wind.station,
                                         words::clock_near(wind.at, scene.now));
    const float w = ui::width(ui, Style::secondary15, said);
    const Rect wanted[]{{centre.x + 24, centre.y - 9, w, 18},
                        {centre.x - 24 - w, centre.y - 9, w, 18},
                        {centre.x - w / 2, centre.y + 22, w, 18},
                        {centre.x - w / 2, centre.y - 40, w, 18}};
    const auto box = labels.place(wanted, Crossing::if_need_be);
    if (!box) return;
    draw_ground(ui, labels, *box);
    ui::text(ui, Style::secondary15, {box->x, box->y + 14}, colour, said);
}

} // namespace

std::optional<Wind> wind(const Scene& scene) {
    std::optional<Wind> newest;
    for (auto& one : winds(scene))
        if (!newest || newest->at < one.at) newest = std::move(one);
    return newest;
}

std::string wind_words(const Wind& wind) {
    constexpr double calm = 0.3; // below Beaufort 1
    if (!wind.from && wind.speed.value_or(0) < calm) return "windstil";
    const std::string from = wind.from ? geo::compass_text(*wind.from) : "veranderlijk";
    return wind.speed ? fmt::format("{} {} Bft", from, beaufort(*wind.speed)) : from;
}

void draw_wind(Ui& ui, const Scene& scene, const MapView& view, Point otherwise, MapLabels& labels) {
    constexpr std::size_t most = 8;
    const Rect room = view.place.inset(24);
    std::optional<Wind> newest;
    std::size_t drawn = 0;
    for (const auto& one : winds(scene)) {
        if (!newest || newest->at < one.at) newest = one;
        if (!one.point || drawn >= most) continue;
        const Point at = view.to_screen(earth(*one.point));
        if (!room.contains(at)) continue;
        draw_one(ui, scene, one, at, labels);
        ++drawn;
    }
    if (drawn > 0 || !newest) return;
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    if (incident != nullptr && incident->point.value && newest->from) {
        const auto radians = static_cast<float>((*newest->from + 180) * std::numbers::pi / 180);
        const Point at = view.to_screen(earth(*incident->point.value));
        const Point beside{at.x + 34 * std::sin(radians), at.y - 34 * std::cos(radians)};
        if (room.contains(beside)) otherwise = beside;
    }
    draw_one(ui, scene, *newest, otherwise, labels);
}

} // namespace regiekamer::panels::maps
