// KNMI's uurgegevens: what each station measured, an hour a row, in tenths.
#pragma once

#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/weather/weather_config.hpp"
#include "messaging/feeds/xml.hpp"
#include "messaging/vocabulary/water.hpp"

namespace regiekamer::feeds {

inline constexpr std::size_t weather_bytes_max = 8'000'000; ///< a decade of one station
inline constexpr std::size_t weather_values_max = 30'000;   ///< that are taken, a document

struct HourlyValues {
    std::vector<StationDescribed> stations;
    std::vector<MeasurementTaken> measured; ///< in the order of the file
};

/// Wind in m/s and ° (where it comes from), windstoot in km/h as the plans of evenementen have it,
/// temperatuur in °C, neerslag in mm of the hour that ends at the instant, luchtdruk in hPa. A cell that is
/// empty is a gap where the station has other hours with that quantity.
OrReason<HourlyValues> read_knmi_hourly(std::string_view bytes, const WeatherConfig& config, Instant arrival,
                                        Became& became);

} // namespace regiekamer::feeds
