// The projection: there and back, distances in metres, and zoom that keeps its place.
#include "dashboard/panels/ui/map.hpp"

#include "tests/support/property.hpp"

namespace map_test {

using namespace regiekamer::ui;

namespace {

MapView view() {
    return {{51.8622, 4.6581}, 0.2, {490, 160, 930, 470}};
}

} // namespace

TEST_CASE("the centre stands in the middle, north is up and east is right") {
    const MapView map = view();
    CHECK(map.to_screen(map.centre) == map.place.centre());
    CHECK(map.to_screen({51.87, 4.6581}).y < map.place.centre().y);
    CHECK(map.to_screen({51.8622, 4.67}).x > map.place.centre().x);
}

TEST_CASE("a known distance has its length: 1 minute of latitude is 1853 m") {
    const MapView map = view();
    const Point a = map.to_screen({51.8622, 4.6581}), b = map.to_screen({51.8622 + 1 / 60.0, 4.6581});
    CHECK((a.y - b.y) / 0.2F == Approx(1853).margin(1));
}

TEST_CASE("screen and earth are each other's way back") {
    holds("to_earth undoes to_screen", [] {
        MapView map = view();
        map.logical_per_metre = any_between(1, 1000) / 1000.0;
        const Point at{static_cast<float>(any_between(0, 2000)), static_cast<float>(any_between(0, 1000))};
        const Point back = map.to_screen(map.to_earth(at));
        MUST(std::abs(back.x - at.x) < 0.01F);
        MUST(std::abs(back.y - at.y) < 0.01F);
    });
}

TEST_CASE("zooming keeps the place beneath the mouse, dragging takes it along") {
    const MapView map = view();
    const Point mouse{700, 300};
    const Earth there = map.to_earth(mouse);
    const Point zoomed = map.zoomed(mouse, 1.5).to_screen(there);
    CHECK(zoomed.x == Approx(mouse.x).margin(0.1));
    CHECK(zoomed.y == Approx(mouse.y).margin(0.1));
    const Point dragged = map.dragged(mouse, {750, 280}).to_screen(there);
    CHECK(dragged.x == Approx(750).margin(0.1));
    CHECK(dragged.y == Approx(280).margin(0.1));
    CHECK(map.zoomed(mouse, 1e9).logical_per_metre == 1);
}

TEST_CASE("a view fitted to two corners shows both with its margin") {
    const Rect place{0, 0, 900, 400};
    const Earth one{51.85, 4.63}, other{51.87, 4.70};
    const MapView map = fit_map(place, one, other, 30);
    for (const Earth corner : {one, other}) {
        const Point at = map.to_screen(corner);
        CHECK(place.inset(29).contains(at));
    }
    CHECK(fit_map(place, one, one, 30).logical_per_metre == 1);
}

} // namespace map_test
