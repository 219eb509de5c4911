// Measurements, forecasts and thresholds of water and weather.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// Rijkswaterstaat's quality codes in words: 00 goed, 10-50 twijfel, 99 gat.
enum class Quality { goed, twijfel, gat };
BOOST_DESCRIBE_ENUM(Quality, goed, twijfel, gat)

/// One value of a series. Levels: quantity `waterstand`, unit `cm NAP`, station named as in domain.md §9.
struct MeasurementTaken {
    static constexpr std::string_view type = "measurement.taken";
    Station station;
    Quantity quantity;
    Unit unit;
    Instant at;
    std::optional<double> value; ///< none with gat
    Quality quality{};
    static constexpr std::string_view schema_rule =
        R"({"if":{"properties":{"quality":{"const":"gat"}}},"then":{"properties":{"value":{"type":"null"}}},)"
        R"("else":{"required":["value"],"properties":{"value":{"type":"number"}}}})";
    bool operator==(const MeasurementTaken&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeasurementTaken, (), (station, quantity, unit, at, value, quality))

inline std::optional<Problem> broken_rule(const MeasurementTaken& body) {
    if (body.quality == Quality::gat && body.value)
        return Problem{"/value", "a value", "none with quality gat"};
    if (body.quality != Quality::gat && !body.value)
        return Problem{"/value", "nothing", "a value, or quality gat"};
    return std::nullopt;
}

struct ForecastPoint {
    Instant at;
    double value{};
    bool operator==(const ForecastPoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(ForecastPoint, (), (at, value))

struct ForecastIssued {
    static constexpr std::string_view type = "forecast.issued";
    Station station;
    Quantity quantity;
    Unit unit;
    Instant issued;
    std::vector<ForecastPoint> points;
    std::optional<std::string> origin;
    bool operator==(const ForecastIssued&) const = default;
};
BOOST_DESCRIBE_STRUCT(ForecastIssued, (), (station, quantity, unit, issued, points, origin))

enum class ThresholdSeverity { aandacht, alarm };
BOOST_DESCRIBE_ENUM(ThresholdSeverity, aandacht, alarm)

struct ThresholdSet {
    static constexpr std::string_view type = "threshold.set";
    Station station;
    Quantity quantity;
    Unit unit;
    double value{};
    std::string meaning;
    ThresholdSeverity severity{};
    bool operator==(const ThresholdSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThresholdSet, (), (station, quantity, unit, value, meaning, severity))

struct StationDescribed {
    static constexpr std::string_view type = "station.described";
    Station station;
    std::string name;
    Position point;
    std::optional<std::string> datum;
    bool operator==(const StationDescribed&) const = default;
};
BOOST_DESCRIBE_STRUCT(StationDescribed, (), (station, name, point, datum))

} // namespace regiekamer
