// Alerts as the American weather service gives them (api.weather.gov/alerts): GeoJSON, alert and info in one.
#pragma once

#include <boost/json.hpp>

namespace regiekamer::feeds {

/// A feature as an alert with CAP's own names; what is none stays none, and is refused as such.
boost::json::value cap_of_nws(const boost::json::value& feature);

} // namespace regiekamer::feeds
