// A night with task cards at hand, and what the boards are driven by.
#pragma once

#include "tests/dashboard/panels/night.hpp"

namespace night {

/// GRIP 2 for 85 minutes, the OvD-Bz alerted 95 minutes ago, a peak at Dordrecht in six hours.
inline void begin_with_cards(Desk& desk) {
    desk.catalogue = program_catalogue();
    begin(desk);
    desk.tells(at(95), TeamAlerted{"a1", incident, Team::copi, {Function("OvD-Bz")}, 30});
    ForecastIssued forecast;
    forecast.station = "Dordrecht";
    forecast.quantity = "waterstand";
    forecast.unit = "cm NAP";
    forecast.issued = at(60);
    forecast.points = {{at(0), 150}, {at(-360), 263}, {at(-720), 140}};
    desk.tells(at(60), forecast);
}

} // namespace night
