// The tables of stations and provinces.
#include "messaging/feeds/weather/weather_config.hpp"

#include "messaging/feeds/weather/knmi_warnings.hpp"

#include <cmath>

namespace regiekamer::feeds {
namespace {

void read_station(const toml::table& table, tables::Complaints& complaints, WeatherConfig& config) {
    tables::Block block(table, complaints, {"number", "name", "lat", "lon"});
    WeatherStation station;
    const auto number = block.whole("number", -1);
    station.name = block.name("name");
    const auto lat = number_of(block, table, "lat"), lon = number_of(block, table, "lon");
    if (lat.has_value() != lon.has_value() || (lat && (std::abs(*lat) > 90 || std::abs(*lon) > 180)))
        complaints.add(block.place(lat ? "lat" : "lon"), "a place that is not on earth",
                       "lat and lon in degrees, or neither");
    else if (lat)
        station.point = Position{*lat, *lon};
    if (number < 1 || number > 99'999)
        complaints.add(block.place("number"), block.has("number") ? std::to_string(number) : "nothing",
                       "KNMI's number of the station, such as 344");
    else if (!config.stations.emplace(static_cast<int>(number), station).second)
        complaints.add(block.place("number"), std::to_string(number) + " for the second time",
                       "each station once");
}

WeatherConfig weather_of(const toml::table& table, tables::Complaints& complaints) {
    WeatherConfig config;
    tables::Block block(table, complaints, {"provinces", "hours_back", "station"});
    for (const auto& code : texts_of(block, "provinces")) {
        if (knmi_province(code).empty())
            complaints.add(block.place("provinces"), tables::quote(code),
                           "codes of KNMI: GR FR DR OV GL UT FL NH ZH ZE NB LB WAE WAB");
        config.provinces.insert(code);
    }
    const auto back = block.whole("hours_back", 48);
    if (back < 0 || back > 100'000)
        complaints.add(block.place("hours_back"), std::to_string(back), "hours from 0 to 100000");
    config.back = hours(back);
    if (!block.has("station")) return config;
    if (const auto* list = block.array("station"))
        for (const auto& node : *list) {
            if (const auto* one = node.as_table())
                read_station(*one, complaints, config);
            else
                block.misfit(node, "a table");
        }
    return config;
}

} // namespace

tables::Read<WeatherConfig> read_weather_config(std::string_view text, const std::filesystem::path& file) {
    return read_config<WeatherConfig>(text, file, "weather", weather_of);
}

tables::Read<WeatherConfig> load_weather_config(const std::filesystem::path& file) {
    return load_config(file, read_weather_config);
}

} // namespace regiekamer::feeds
