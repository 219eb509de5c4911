// Which stations and which provinces a feed of the weather takes.
#pragma once

#include "messaging/feeds/config_file.hpp"
#include "messaging/vocabulary/values.hpp"

#include <map>
#include <set>

namespace regiekamer::feeds {

struct WeatherStation {
    std::string name;
    std::optional<Position> point;
};

struct WeatherConfig {
    std::map<int, WeatherStation> stations; ///< by KNMI's number; empty: all, by KNMI's names
    std::set<std::string> provinces;        ///< of KNMI's warnings: "ZH", …; empty: all
    hours back{48}; ///< hourly values that are older are left out; 0: none, for what was recorded
};

/// [weather] with provinces, hours_back and [[weather.station]] (number, name, lat, lon).
tables::Read<WeatherConfig> read_weather_config(std::string_view text, const std::filesystem::path& file);
tables::Read<WeatherConfig> load_weather_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
