// From a document to what is news in it: series joined, values once, the dead and the impossible left out.
#include "messaging/feeds/water/water_reader.hpp"

#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/water/water_series.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <tuple>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t remembered = 60'000; // values: twelve stations for a month
constexpr std::size_t stations_most = 5'000;

using Key = std::tuple<std::string, std::string, std::string, bool>; // station, quantity, unit, expected

/// What all the values at one instant come to.
struct Agreed {
    WaterValue value;
    std::optional<double> least{}; ///< of values that contradict each other
};

struct Joined {
    const WaterSeries* first = nullptr;
    std::map<Instant, Agreed> values;
};

int rank(Quality quality) {
    return quality == Quality::goed ? 2 : quality == Quality::twijfel ? 1 : 0;
}

/// Of two values at one instant the better counts; of two that contradict each other the higher, with doubt:
/// too early an alarm can be taken back. Whatever the order in which they stand there.
void join(Agreed& there, const WaterValue& other) {
    WaterValue& agreed = there.value;
    if (agreed.value && other.value && *agreed.value != *other.value)
        there.least = std::min({there.least.value_or(*agreed.value), *agreed.value, *other.value});
    if (!there.least) {
        if (rank(other.quality) > rank(agreed.quality)) agreed = other;
        return;
    }
    if (other.value) agreed.value = std::max(*agreed.value, *other.value);
    agreed.quality = Quality::twijfel;
}

class WaterReading {
public:
    explicit WaterReading(WaterConfig config) : config_(std::move(config)) {}

    Became take(std::string_view piece, Instant arrival) {
        Became became;
        const auto text = stripped(piece.starts_with("\xEF\xBB\xBF") ? piece.substr(3) : piece);
        const bool json = text.empty() || text.front() == '{' || text.front() == '[';
        if (text.starts_with('<')) {
            became.aside.push_back(set_aside("HTML or XML instead of data", piece));
            return became;
        }
        const auto document = json ? read_rws_json(piece, became) : read_waterinfo_csv(piece, became);
        if (!document) {
            became.aside.push_back(set_aside(document.error(), piece));
            return became;
        }
        for (const auto& [key, joined] : joined_series(*document, became))
            say(key, joined, arrival, became);
        return became;
    }

    void recall(const Message& said) {
        if (const auto* threshold = std::get_if<ThresholdSet>(&said.body)) {
            thresholds_[line_of(*threshold)] = *threshold;
        } else if (const auto* station = std::get_if<StationDescribed>(&said.body)) {
            described_.insert(station->station.value);
        } else if (const auto* value = std::get_if<MeasurementTaken>(&said.body)) {
            said_.recall(moment_of(*value), content_of(*value), said.id);
        } else if (const auto* forecast = std::get_if<ForecastIssued>(&said.body)) {
            forecasts_[{forecast->station.value, forecast->quantity.value, forecast->unit.value, true}] =
                forecast->points;
        }
    }

private:
    /// Which line of a station it is: two meanings may stand at one height. What is set again under its
    /// meaning takes the place of what it was.
    using Line = std::tuple<std::string, std::string, std::string, std::string>;
    static Line line_of(const ThresholdSet& one) {
        return {one.station.value, one.quantity.value, one.unit.value, one.meaning};
    }
    static std::string moment_of(const MeasurementTaken& one) {
        return id_of({one.station.value, one.quantity.value, one.unit.value, to_text(one.at)});
    }
    static std::string content_of(const MeasurementTaken& one) {
        return fmt::format("{} {}", one.value ? fmt::format("{}", *one.value + 0.0) : "", // "-0" is 0
                           static_cast<int>(one.quality));
    }

    /// Of a station that this source has: the table may be that of several feeds.
    void say_thresholds(const WaterStation& station, Became& became) {
        if (!thresholds_said_.insert(station.name).second) return;
        for (const auto& threshold : station.thresholds) {
            const auto [place, added] = thresholds_.try_emplace(line_of(threshold), threshold);
            if (!added && place->second == threshold) continue;
            place->second = threshold;
            became.said.push_back({threshold, "", std::nullopt});
        }
    }

    std::map<Key, Joined> joined_series(const WaterDocument& document, Became& became) const {
        std::map<Key, Joined> all;
        for (const auto& series : document) {
            const auto* known = config_.find(series.code);
            if (known == nullptr) known = config_.find(series.name);
            if (known == nullptr && !config_.others) {
                remark(became, "stations that stand not in the table, left out");
                continue;
            }
            const std::string own(stripped(series.name.empty() ? series.code : series.name));
            const std::string name =
                known != nullptr ? known->name : std::string(cut_at(own, name_bytes_max));
            auto& joined = all[{name, series.quantity.value, series.unit.value, series.expected}];
            if (joined.first == nullptr) joined.first = &series;
            for (const auto& value : series.values) {
                const auto [place, added] = joined.values.try_emplace(value.at, Agreed{value});
                if (!added) join(place->second, value);
            }
        }
        return all;
    }

    void say(const Key& key, const Joined& joined, Instant arrival, Became& became) {
        if (joined.values.empty()) return;
        const auto& [station, quantity, unit, expected] = key;
        if (config_.back > hours(0) && joined.values.rbegin()->first < arrival - config_.back)
            return remark(became, fmt::format("a series that is older than {} h: {} {}", config_.back.count(),
                                              station, quantity));
        if (const auto* known = config_.find(station)) say_thresholds(*known, became);
        describe(station, *joined.first, became);
        if (expected)
            say_forecast(key, joined, arrival, became);
        else
            say_values(key, joined, arrival, became);
    }

    void describe(const std::string& name, const WaterSeries& series, Became& became) {
        const auto* known = config_.find(name);
        const auto point = known != nullptr && known->point ? known->point : series.point;
        if (!point || described_.size() >= stations_most || !described_.insert(name).second) return;
        StationDescribed body{Station(name), name, *point, std::nullopt};
        if (!series.datum.empty() && series.datum != "NVT") body.datum = series.datum;
        became.said.push_back({std::move(body), "", std::nullopt});
    }

    void say_values(const Key& key, const Joined& joined, Instant arrival, Became& became) {
        const auto& [station, quantity, unit, expected] = key;
        const Instant latest = arrival + fast_clock;
        for (const auto& [at, agreed] : joined.values) {
            const WaterValue& one = agreed.value;
            if (at > latest && config_.back > hours(0)) {
                // All that follow are later still.
                became.aside.push_back(set_aside("measured in the future", station + " " + to_text(at)));
                break;
            }
            MeasurementTaken taken{Station(station), Quantity(quantity), Unit(unit), at,
                                   one.value,        one.quality};
            const std::string what = content_of(taken);
            auto id = said_.say(moment_of(taken), what,
                                id_of({"water", station, quantity, unit, to_text(at), what}));
            if (!id) continue;
            if (agreed.least && one.value)
                became.aside.push_back(set_aside("two values at one instant",
                                                 fmt::format("{} {} {}: {} and {}", station, quantity,
                                                             to_text(at), *agreed.least, *one.value)));
            became.said.push_back({std::move(taken), std::move(*id), at});
        }
    }

    void say_forecast(const Key& key, const Joined& joined, Instant arrival, Became& became) {
        constexpr std::size_t points_max = 2'000;
        const auto& [station, quantity, unit, expected] = key;
        ForecastIssued body{Station(station), Quantity(quantity), Unit(unit), arrival, {}, "Rijkswaterstaat"};
        for (const auto& [at, agreed] : joined.values) {
            const WaterValue& one = agreed.value;
            if (!one.value || (config_.back > hours(0) && at < arrival - hours(6))) continue;
            if (body.points.size() == points_max) {
                remark(became, "a forecast of more than 2,000 points, cut");
                break;
            }
            body.points.push_back({at, *one.value});
        }
        if (body.points.empty()) return;
        auto& before = forecasts_[key];
        if (only_moved_on(before, body.points)) return;
        if (forecasts_.size() > stations_most) forecasts_.clear();
        forecasts_[key] = body.points;
        became.said.push_back(
            {std::move(body), id_of({"forecast", station, quantity, unit, to_text(arrival)}), arrival});
    }

    /// Whether it says nothing that the one before did not, but for the hours that came into sight.
    static bool only_moved_on(const std::vector<ForecastPoint>& before,
                              const std::vector<ForecastPoint>& now) {
        constexpr hours worth_saying{3};
        if (before.empty() || now.back().at > before.back().at + worth_saying) return false;
        std::map<Instant, double> known;
        for (const auto& point : before)
            known[point.at] = point.value;
        return std::all_of(now.begin(), now.end(), [&](const ForecastPoint& point) {
            if (point.at > before.back().at) return true;
            const auto found = known.find(point.at);
            return found != known.end() && found->second == point.value;
        });
    }

    WaterConfig config_;
    std::set<std::string> thresholds_said_;   ///< stations
    std::map<Line, ThresholdSet> thresholds_; ///< as said last
    std::set<std::string> described_;
    std::map<Key, std::vector<ForecastPoint>> forecasts_;
    Memory said_{remembered};
};

} // namespace

Reader water_reader(WaterConfig config, Mode) {
    const auto reading = std::make_shared<WaterReading>(std::move(config));
    return guarded(
        {[reading](std::string_view piece, Instant arrival) { return reading->take(piece, arrival); },
         [reading](const Message& said) { reading->recall(said); }});
}

} // namespace regiekamer::feeds
