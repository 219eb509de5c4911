// Lines with # explain (stations, columns); the others are numbers, padded, in the order of the columns.
#include "messaging/feeds/weather/knmi_hourly.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

namespace regiekamer::feeds {
namespace {

/// How a column becomes a series.
struct Column {
    std::string_view name;
    const char *quantity, *unit;
    double factor;
    double least, most; ///< that can be, as they stand in the cell
};
constexpr double km_h_of_tenths = 0.36; // 0.1 m/s
constexpr double from_everywhere = 990, less_than_half_a_tenth = -1;
constexpr Column columns_known[] = {{"FH", "wind", "m/s", 0.1, 0, 1'000},
                                    {"DD", "windrichting", "°", 1, 0, from_everywhere},
                                    {"FX", "windstoot", "km/h", km_h_of_tenths, 0, 1'500},
                                    {"T", "temperatuur", "°C", 0.1, -700, 700},
                                    {"RH", "neerslag", "mm", 0.1, less_than_half_a_tenth, 5'000},
                                    {"P", "luchtdruk", "hPa", 0.1, 8'000, 11'500}};

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find(separator, begin), line.size());
        cells.push_back(stripped(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return cells;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return value;
}

/// Date and the hour that ends: 1 to 24, UT.
std::optional<Instant> hour_ending(std::string_view date, std::string_view hour) {
    const auto day = number<int>(date), h = number<int>(hour);
    if (!day || date.size() != 8 || !h || *h < 1 || *h > 24) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(*day / 10'000),
                                          std::chrono::month(static_cast<unsigned>(*day / 100 % 100)),
                                          std::chrono::day(static_cast<unsigned>(*day % 100))};
    if (*day < 20'000'101 || *day > 20'991'231 || !ymd.ok()) return std::nullopt;
    return Instant{std::chrono::sys_days(ymd)} + hours(*h);
}

class Reading {
public:
    Reading(const WeatherConfig& config, Instant arrival, Became& became)
        : config_(config), arrival_(arrival), became_(became) {}

    void take(std::string_view line) {
        line = stripped(line);
        if (line.empty()) return;
        const bool explains = line.front() == '#';
        if (explains) line = stripped(line.substr(1));
        if (line.starts_with("STN") && line.find(',') != std::string_view::npos)
            header_ = split(line, ',');
        else if (explains)
            take_station(line);
        else if (!header_.empty())
            take_row(line);
    }

    OrReason<HourlyValues> values() && {
        if (header_.empty()) return tl::unexpected<std::string>("a table without KNMI's columns");
        if (values_.measured.size() > weather_values_max)
            return tl::unexpected<std::string>("more than 30,000 values");
        if (old_ > 0) remark(became_, "hours that are too old, left out");
        if (others_ > 0) remark(became_, "stations that stand not in the table, left out");
        // Of a row that stands there twice the first counts, lest it be news at each reading.
        std::map<std::tuple<Station, Quantity, Instant>, std::optional<double>> seen;
        std::erase_if(values_.measured, [&](const MeasurementTaken& one) {
            const auto [first, added] = seen.try_emplace({one.station, one.quantity, one.at}, one.value);
            if (!added && first->second != one.value && torn_++ < 3)
                became_.aside.push_back(
                    set_aside("a row that contradicts one before it",
                              one.station.value + " " + one.quantity.value + " " + to_text(one.at)));
            return !added;
        });
        // A gap only where the station measures it at all.
        std::erase_if(values_.measured, [&](const MeasurementTaken& one) {
            return one.quality == Quality::gat && !measures_.contains({one.station, one.quantity});
        });
        return std::move(values_);
    }

private:
    /// "344:         4.447       51.962       -4.80  ROTTERDAM", with or without the colon.
    void take_station(std::string_view line) {
        std::vector<std::string_view> words = split(line, ' ');
        std::erase(words, std::string_view());
        if (words.size() < 5) return;
        if (words[0].ends_with(':')) words[0].remove_suffix(1);
        const auto stn = number<int>(words[0]);
        const auto lon = number<double>(words[1]), lat = number<double>(words[2]);
        if (!stn || !lon || !lat || !number<double>(words[3]) || std::abs(*lat) > 90 ||
            std::abs(*lon) > 180 || names_.size() > 1'000)
            return;
        const auto begin = static_cast<std::size_t>(words[4].data() - line.data());
        // Cut when it is clean: each byte that is none of text becomes three.
        const std::string name = cleaned(cut_at(line.substr(begin), 100));
        WeatherStation station{std::string(cut_at(name, 100)), Position{*lat, *lon}};
        if (const auto own = config_.stations.find(*stn); own != config_.stations.end()) {
            station.name = own->second.name;
            if (own->second.point) station.point = own->second.point;
        }
        names_[*stn] = station;
    }

    void take_row(std::string_view line) {
        const auto cells = split(line, ',');
        const auto cell = [&](std::string_view name) {
            const auto place =
                static_cast<std::size_t>(std::find(header_.begin(), header_.end(), name) - header_.begin());
            return place < std::min(cells.size(), header_.size()) ? cells[place] : std::string_view();
        };
        const auto stn = number<int>(cell("STN"));
        const auto at =
            hour_ending(cell("YYYYMMDD"),
                        cell(std::find(header_.begin(), header_.end(), "HH") == header_.end() ? "H" : "HH"));
        // What is missing is blank in these files: a row of fewer cells was cut, and its last number with it.
        const bool whole = cells.size() == header_.size();
        if (!stn || *stn < 1 || !at || !whole) {
            if (torn_++ < 3)
                became_.aside.push_back(
                    set_aside(whole ? "a row without station or hour" : "a row that was cut", line));
            return;
        }
        if (!config_.stations.empty() && !config_.stations.contains(*stn)) return void(++others_);
        if (config_.back > hours(0) && *at < arrival_ - config_.back) return void(++old_);
        if (config_.back > hours(0) && *at > arrival_ + hours(1)) {
            if (future_++ == 0) became_.aside.push_back(set_aside("measured in the future", line));
            return;
        }
        describe(*stn);
        for (const Column& column : columns_known)
            if (std::find(header_.begin(), header_.end(), column.name) != header_.end())
                put(*stn, *at, column, cell(column.name), line);
    }

    [[nodiscard]] std::string name_of(int stn) const {
        if (const auto own = config_.stations.find(stn); own != config_.stations.end())
            return own->second.name;
        const auto found = names_.find(stn);
        return found == names_.end() ? "KNMI " + std::to_string(stn) : found->second.name;
    }

    void describe(int stn) {
        if (described_.size() > 1'000 || !described_.insert(stn).second) return;
        std::optional<Position> point;
        if (const auto own = config_.stations.find(stn); own != config_.stations.end())
            point = own->second.point;
        if (const auto found = names_.find(stn); !point && found != names_.end()) point = found->second.point;
        if (point) values_.stations.push_back({Station(name_of(stn)), name_of(stn), *point, std::nullopt});
    }

    void put(int stn, Instant at, const Column& column, std::string_view cell, std::string_view line) {
        if (values_.measured.size() > weather_values_max) return;
        MeasurementTaken one{Station(name_of(stn)), column.quantity, column.unit, at,
                             std::nullopt,          Quality::gat};
        auto value = number<double>(cell);
        if (!cell.empty() && (!value || std::abs(*value) > 100'000)) {
            if (torn_++ < 3) became_.aside.push_back(set_aside("a cell that is no number", line));
            return;
        }
        const bool no_direction = column.name == "DD" && value && *value > 360 && *value != from_everywhere;
        if (value && (!(*value >= column.least && *value <= column.most) || no_direction)) {
            if (torn_++ < 3) became_.aside.push_back(set_aside("a value that cannot be", line));
            return;
        }
        if (value && column.name == "RH" && *value == less_than_half_a_tenth) value = 0; // mm
        // 990: from everywhere; 0: calm. Neither is a direction.
        const bool direction = column.name != "DD" || (value && *value >= 1 && *value <= 360);
        if (value && direction) {
            one.value = std::round(*value * column.factor * 10) / 10 + 0.0; // "-0" is 0, as it comes back
            one.quality = Quality::goed;
            measures_.insert({one.station, one.quantity});
        }
        values_.measured.push_back(std::move(one));
    }

    const WeatherConfig& config_;
    Instant arrival_;
    Became& became_;
    std::vector<std::string_view> header_;
    std::map<int, WeatherStation> names_;
    std::set<int> described_;
    std::set<std::pair<Station, Quantity>> measures_;
    HourlyValues values_;
    std::size_t old_ = 0, others_ = 0, torn_ = 0, future_ = 0;
};

} // namespace

OrReason<HourlyValues> read_knmi_hourly(std::string_view bytes, const WeatherConfig& config, Instant arrival,
                                        Became& became) {
    if (bytes.size() > weather_bytes_max) return tl::unexpected<std::string>("more than 8 MB");
    const std::string text = utf8_of(bytes);
    Reading reading(config, arrival, became);
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
        reading.take(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
    return std::move(reading).values();
}

} // namespace regiekamer::feeds
