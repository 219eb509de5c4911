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

/// provinces, hours_back and [[station]] (number, name, lat, lon); misfits become complaints.
WeatherConfig read_weather_config(const toml::table& table, tables::Complaints& complaints);

/// A file with [weather].
tables::Read<WeatherConfig> load_weather_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
