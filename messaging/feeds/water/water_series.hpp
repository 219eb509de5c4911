// What a document of a water service says, before it is told here: its series, each value with its quality.
#pragma once

#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/xml.hpp"
#include "messaging/vocabulary/water.hpp"

namespace regiekamer::feeds {

inline constexpr std::size_t water_bytes_max = 4'000'000;
inline constexpr std::size_t water_values_max = 30'000; ///< a document

/// GETETM2 and the like: high and low waters of the same gauge, beside the values that they are taken from.
inline constexpr const char* grouping_left_out = "extremes and other groupings, left out";

struct WaterValue {
    Instant at;
    std::optional<double> value; ///< none: a gap
    Quality quality{};
};

struct WaterSeries {
    std::string code, name; ///< of the station, as the source writes them
    std::optional<Position> point;
    Quantity quantity;
    Unit unit;
    std::string datum;
    bool expected = false; ///< a forecast, or the astronomical tide
    std::vector<WaterValue> values;
};
using WaterDocument = std::vector<WaterSeries>;

/// Rijkswaterstaat's JSON, of the old host and the new one. Empty bytes are the new host's "no data".
OrReason<WaterDocument> read_rws_json(std::string_view bytes, Became& became);

/// Waterinfo's CSV, as `read_csv` knows it, also with lines that end in CR only.
OrReason<WaterDocument> read_waterinfo_csv(std::string_view bytes, Became& became);

/// The quality of a value, by Rijkswaterstaat's code: 00 good, 10-98 doubtful, 99 a gap whatever the value.
/// A code that is absent or unknown is doubt. A value that no gauge gives is a gap.
/// `scale`: of its unit, as water_scale tells.
WaterValue water_value(Instant at, std::optional<double> value, std::string_view quality, double scale,
                       Became& became);

/// How things are called here. `waterstand` is in cm with its datum: "cm NAP", also where the source has m,
/// dm or mm: thresholds are in cm.
Quantity water_quantity(std::string_view code);
Unit water_unit(const Quantity& quantity, std::string_view unit, std::string_view datum);
/// What a value is multiplied by to be in that unit; 1 but for such levels.
double water_scale(const Quantity& quantity, std::string_view unit);

/// ETRS89 in UTM zone 31 (EPSG:25831) as latitude and longitude; none: not in the Netherlands or near it.
std::optional<Position> of_utm31(double x, double y);

} // namespace regiekamer::feeds
