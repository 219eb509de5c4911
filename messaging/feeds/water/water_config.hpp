// Which stations a feed of water levels takes, how they are called here, and what their thresholds mean.
#pragma once

#include "messaging/feeds/config_file.hpp"
#include "messaging/vocabulary/water.hpp"

#include <map>

namespace regiekamer::feeds {

struct WaterStation {
    std::string name;
    std::optional<Position> point;
    std::vector<ThresholdSet> thresholds;
};

struct WaterConfig {
    std::vector<WaterStation> stations;
    std::map<std::string, std::size_t> by_code; ///< code or name of the source, as `station_key` -> station
    bool others = true;                         ///< stations that stand not in the table, by their own name
    hours back{48}; ///< a series whose newest value is older is dead; 0: none is, for what was recorded
    /// The station of a code or name; nullptr: not in the table.
    [[nodiscard]] const WaterStation* find(std::string_view code) const;
};

/// Small letters, single spaces: the same station has stray spaces in some exports.
std::string station_key(std::string_view text);

/// [water] with others, hours_back and [[water.station]] (name, codes, lat, lon, [[water.station.threshold]]
/// with value, meaning, severity, and quantity and unit for what is no waterstand). How far a level must fall
/// before its alarm ends is the picture's to say, the same for all.
tables::Read<WaterConfig> read_water_config(std::string_view text, const std::filesystem::path& file);
tables::Read<WaterConfig> load_water_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
