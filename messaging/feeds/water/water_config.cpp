// The table of stations, read strictly: a misspelt threshold would silently miss an alarm.
#include "messaging/feeds/water/water_config.hpp"

#include "messaging/feeds/encoding.hpp"

#include <cctype>
#include <cmath>

namespace regiekamer::feeds {
namespace {

class Stations {
public:
    explicit Stations(tables::Complaints& complaints) : complaints_(complaints) {}

    WaterConfig read(const toml::table& table) {
        tables::Block block(table, complaints_, {"others", "hours_back", "station"});
        const bool listed = block.has("station");
        config_.others = block.has("others") ? block.truth("others") : !listed;
        const auto back = block.whole("hours_back", 48);
        if (back < 0 || back > 100'000)
            complaints_.add(block.place("hours_back"), std::to_string(back), "hours from 0 to 100000");
        config_.back = hours(back);
        if (!listed) return std::move(config_);
        if (const auto* list = block.array("station"))
            for (const auto& node : *list)
                each_table(block, node, [&](const toml::table& one) { read_station(one); });
        return std::move(config_);
    }

private:
    template <class Visit>
    static void each_table(tables::Block& block, const toml::node& node, Visit&& visit) {
        if (const auto* table = node.as_table())
            visit(*table);
        else
            block.misfit(node, "a table");
    }

    void read_station(const toml::table& table) {
        tables::Block block(table, complaints_, {"name", "codes", "lat", "lon", "threshold"});
        WaterStation station;
        station.name = block.name("name");
        const auto lat = number_of(block, table, "lat"), lon = number_of(block, table, "lon");
        if (lat.has_value() != lon.has_value())
            complaints_.add(block.place(), "lat without lon, or lon without lat", "both or none");
        if (lat && lon && (std::abs(*lat) > 90 || std::abs(*lon) > 180))
            complaints_.add(block.place("lat"), "a place that is not on earth", "degrees in WGS84");
        if (lat && lon) station.point = Position{*lat, *lon};
        auto codes = texts_of(block, "codes");
        codes.push_back(station.name);
        for (const auto& code : codes) {
            const auto [place, added] =
                config_.by_code.try_emplace(station_key(code), config_.stations.size());
            if (!added && place->second != config_.stations.size())
                complaints_.add(block.place("codes"), tables::quote(code) + " of two stations",
                                "each code once");
        }
        if (block.has("threshold"))
            if (const auto* list = block.array("threshold"))
                for (const auto& node : *list)
                    each_table(block, node, [&](const toml::table& one) {
                        add_threshold(station, read_threshold(one, station.name), block);
                    });
        config_.stations.push_back(std::move(station));
    }

    /// A meaning stands at one height: set at another, it would take the place of the first.
    void add_threshold(WaterStation& station, ThresholdSet threshold, const tables::Block& block) {
        for (const auto& other : station.thresholds)
            if (!threshold.meaning.empty() && other.meaning == threshold.meaning &&
                other.quantity == threshold.quantity && other.unit == threshold.unit)
                complaints_.add(block.place("threshold"), tables::quote(threshold.meaning) + " twice",
                                "each meaning of a station once");
        station.thresholds.push_back(std::move(threshold));
    }

    ThresholdSet read_threshold(const toml::table& table, const std::string& station) {
        tables::Block block(table, complaints_, {"value", "meaning", "severity", "quantity", "unit"});
        ThresholdSet threshold;
        threshold.station = Station(station);
        threshold.quantity = Quantity(block.optional_name("quantity").value_or("waterstand"));
        threshold.unit = Unit(block.optional_name("unit").value_or("cm NAP"));
        if (block.required("value") != nullptr)
            threshold.value = number_of(block, table, "value").value_or(0);
        threshold.meaning = block.text("meaning");
        const std::string severity = block.text("severity");
        threshold.severity = severity == "alarm" ? ThresholdSeverity::alarm : ThresholdSeverity::aandacht;
        if (severity != "alarm" && severity != "aandacht" && !severity.empty())
            complaints_.add(block.place("severity"), tables::quote(severity), "aandacht or alarm");
        return threshold;
    }

    tables::Complaints& complaints_;
    WaterConfig config_;
};

} // namespace

const WaterStation* WaterConfig::find(std::string_view code) const {
    const auto found = by_code.find(station_key(code));
    return found == by_code.end() ? nullptr : &stations[found->second];
}

std::string station_key(std::string_view text) {
    std::string key;
    for (const char c : stripped(text)) {
        const bool space = c == ' ' || c == '\t';
        if (space && key.ends_with(' ')) continue;
        key += space ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return key;
}

tables::Read<WaterConfig> read_water_config(std::string_view text, const std::filesystem::path& file) {
    return read_config<WaterConfig>(text, file, "water",
                                    [](const toml::table& table, tables::Complaints& complaints) {
                                        return Stations(complaints).read(table);
                                    });
}

tables::Read<WaterConfig> load_water_config(const std::filesystem::path& file) {
    return load_config(file, read_water_config);
}

} // namespace regiekamer::feeds
