// The desk on the view KAART, on the night that the tests of panels begin in.
#pragma once

#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/measure.hpp"
#include "dashboard/panels/maps/inside.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "tests/dashboard/panels/night.hpp"

namespace around {

using namespace night;

inline const BaseMap& alblasserdam() {
    static const BaseMap map =
        *load_base_map(std::string(REGIEKAMER_SOURCE_DIR) + "/assets/map/alblasserdam.geojson");
    return map;
}

inline void shows_the_map(Desk& desk) {
    desk.map = alblasserdam();
    begin(desk);
    desk.view = View::kaart;
    desk.drafts.map = ui::MapView{{51.865, 4.655}, 0.3, {}};
}

/// A square of about 500 m around a place.
inline AreaDrawn square(const char* id, AreaKind kind, const char* label, Position at, double half = 0.0025) {
    return {AreaId(id),
            incident,
            kind,
            label,
            {{at.lat - half, at.lon - half},
             {at.lat - half, at.lon + half},
             {at.lat + half, at.lon + half},
             {at.lat + half, at.lon - half}}};
}

/// Where a position stands on the screen.
inline ui::Point on_map(Desk& desk, const Gui& gui, Position at) {
    return maps::view_of(desk.scene(), desk.drafts, gui.find("plot").rect).to_screen(maps::earth(at));
}

} // namespace around
