// Series: what was measured and what is expected, of water and weather.
#pragma once

#include "dashboard/picture/chunks.hpp"
#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/water.hpp"

#include <map>
#include <span>

namespace regiekamer::picture {

struct Picture;

struct SeriesKey {
    Station station;
    Quantity quantity;
    Unit unit;
    auto operator<=>(const SeriesKey&) const = default;
};

struct SeriesPoint {
    Instant at;
    double value{}; ///< 0 with gat
    Quality quality{};
    Sequence sequence{};
    bool operator==(const SeriesPoint&) const = default;
};

/// What stands together in a series: enough to draw it where it is narrower than a pixel.
struct SeriesBlock {
    Instant from, until; ///< of its first and last point
    std::size_t count{}; ///< values that are no gap
    double first{}, lowest{}, highest{}, last{};
    bool gap{}, doubt{};
    static SeriesBlock of(std::span<const SeriesPoint> points);
};

/// Points in order of time, one an instant: what was said last of an instant counts. Copying is cheap, also
/// of a year of values.
class Series {
public:
    void put(const SeriesPoint& point);
    [[nodiscard]] std::size_t size() const { return points_.size(); }
    [[nodiscard]] const SeriesPoint& operator[](std::size_t index) const { return points_[index]; }
    /// Index of the first point not before `at`.
    [[nodiscard]] std::size_t lower_bound(Instant at) const;
    template <class Visit>
    void visit(std::size_t from, std::size_t until, Visit&& visit) const {
        points_.visit(from, until, std::forward<Visit>(visit));
    }
    template <class Block, class Visit>
    void visit_blocks(std::size_t from, std::size_t until, Block&& block, Visit&& visit) const {
        points_.visit_blocks(from, until, std::forward<Block>(block), std::forward<Visit>(visit));
    }
    /// One past the last value before `end` that is below `value`; 0: none.
    [[nodiscard]] std::size_t after_last_below(double value, std::size_t end) const;
    /// How often an instant got another value than it had.
    [[nodiscard]] std::size_t conflicts() const { return conflicts_; }
    bool operator==(const Series&) const = default;

private:
    Chunks<SeriesPoint, 512, SeriesBlock> points_;
    std::size_t conflicts_{};
};

struct Forecast {
    Known<Instant> issued;
    std::string origin;
    std::vector<ForecastPoint> points; ///< in order of time, one an instant
    bool operator==(const Forecast&) const = default;
};

/// Where a threshold stands among those of its series: the lowest first, of one height the gravest last. Two
/// that mean something else may stand at one height.
struct ThresholdPlace {
    double value{};
    ThresholdSeverity severity{};
    std::string meaning;
    auto operator<=>(const ThresholdPlace&) const = default;
};

struct SeriesSet {
    std::map<SeriesKey, Series> measured;
    std::map<SeriesKey, Forecast> forecasts; ///< the one issued last
    /// A series has a meaning once.
    std::map<SeriesKey, std::map<ThresholdPlace, Known<ThresholdSet>>> thresholds;
    std::map<Station, Known<StationDescribed>> stations;
    bool operator==(const SeriesSet&) const = default;
};

/// Every series that something is known of.
std::vector<SeriesKey> series_keys(const Picture& picture);
/// nullptr: nothing measured.
const Series* find_series(const Picture& picture, const SeriesKey& key);
const Forecast* find_forecast(const Picture& picture, const SeriesKey& key);

/// The newest value not after `now` that is no gap.
std::optional<SeriesPoint> latest(const Picture& picture, const SeriesKey& key, Instant now);

/// A value of longer ago tells how it was, not how it goes.
inline constexpr auto value_is_news = minutes{30};
/// Units per hour, over the half hour before the newest value; none with less than ten minutes to go by, or
/// when that value is old.
std::optional<double> rise_per_hour(const Picture& picture, const SeriesKey& key, Instant now);

/// The highest that the newest forecast has from `now` on; at `now` itself on the line between two points.
std::optional<ForecastPoint> forecast_peak(const Picture& picture, const SeriesKey& key, Instant now);

/// How far a value must fall below a threshold before that is no longer crossed; it is crossed at the
/// threshold itself. Of a waterstand 5 cm: a ten-minute value goes up and down by 1 to 3 cm with waves and
/// squalls, and an alarm that comes and goes with each of them is soon ignored; the ebb takes 5 cm within
/// half an hour, so that a high water is not called over late. 0 for what else is measured.
double hysteresis(const SeriesKey& key);

struct ThresholdState {
    Known<ThresholdSet> threshold;
    /// It was reached, and no value since fell below it by its hysteresis; of quality twijfel none counts for
    /// that where a good one reached it, within a day of values.
    bool crossed{};
    std::optional<Instant> since;          ///< crossed: the first value of this time at it or above
    Sequence crossing_sequence{};          ///< of that value
    std::optional<Instant> expected;       ///< not crossed: when the forecast reaches it
    std::optional<Instant> expected_below; ///< crossed: when the forecast falls below it
    bool operator==(const ThresholdState&) const = default;
};
/// Lowest first, of one height the gravest last.
std::vector<ThresholdState> threshold_states(const Picture& picture, const SeriesKey& key, Instant now);
/// The highest threshold of that severity or graver that is crossed. Where several stand at its height, it is
/// the gravest of them with what each of them means.
std::optional<ThresholdState> highest_crossed(const Picture& picture, const SeriesKey& key, Instant now,
                                              ThresholdSeverity least = ThresholdSeverity::aandacht);

/// One pixel column of a plot: a line through first, lowest, highest and last loses no extreme.
struct SeriesColumn {
    std::size_t count{}; ///< values in it that are no gap; 0: nothing to draw
    double first{}, lowest{}, highest{}, last{};
    bool gap{};   ///< a gap fell in it: the line breaks here
    bool doubt{}; ///< a value of quality twijfel fell in it
    bool operator==(const SeriesColumn&) const = default;
};
/// [from, until) cut in `columns` equal parts.
std::vector<SeriesColumn> decimate(const Series& series, Instant from, Instant until, std::size_t columns);

/// Marks a gap where nothing came for longer than three times what is usual between two values: a line there
/// would say what nobody measured. `columns` are [from, until) of this series, as cut above.
void break_at_silence(std::vector<SeriesColumn>& columns, const Series& series, Instant from, Instant until);

} // namespace regiekamer::picture
