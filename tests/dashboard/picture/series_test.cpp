// Series against a sorted model, and what is derived from them.
#include "dashboard/picture/series.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace series_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const SeriesKey dordrecht{"Dordrecht", "waterstand", "cm NAP"};
const Instant noon = at(2027, 1, 22, 12);

MeasurementTaken level(Instant when, double value, Quality quality = Quality::goed) {
    return {dordrecht.station, dordrecht.quantity, dordrecht.unit, when, value, quality};
}
MeasurementTaken gap(Instant when) {
    return {dordrecht.station, dordrecht.quantity, dordrecht.unit, when, std::nullopt, Quality::gat};
}
ForecastIssued forecast(Instant issued, std::vector<ForecastPoint> points) {
    return {dordrecht.station, dordrecht.quantity, dordrecht.unit, issued, std::move(points), {}};
}
ThresholdSet threshold(double value, ThresholdSeverity severity = ThresholdSeverity::aandacht) {
    return {dordrecht.station, dordrecht.quantity, dordrecht.unit, value, "drempel " + std::to_string(value),
            severity};
}

} // namespace

TEST_CASE("a series is its instants in order, each with what was said last of it") {
    holds("model", [] {
        const auto values = any_pairs();
        Told told;
        std::map<Instant, double> model;
        for (const auto& [minute, value] : values) {
            const Instant when = noon + minutes(minute % 2000);
            told.tells(noon, level(when, value));
            model[when] = value;
        }
        const Series* series = find_series(told.picture, dordrecht);
        MUST((series ? series->size() : 0) == model.size());
        std::size_t index = 0;
        for (const auto& [when, value] : model) {
            MUST((*series)[index].at == when);
            MUST((*series)[index].value == value);
            MUST(series->lower_bound(when) == index);
            ++index;
        }
        for (const auto& [minute, value] : values) {
            const Instant now = noon + minutes(minute % 2000);
            const auto newest = latest(told.picture, dordrecht, now);
            MUST(newest && newest->value == std::prev(model.upper_bound(now))->second);
        }
    });
}

TEST_CASE("a long series stays in order and its copies stay as they were") {
    Told told;
    for (int minute = 0; minute < 3000; ++minute)
        told.tells(noon, level(noon + minutes(minute * 2), minute));
    const Picture before = told.picture;
    for (int minute = 0; minute < 3000; ++minute)
        told.tells(noon, level(noon + minutes(minute * 2 + 1), minute));
    const Series& series = *find_series(told.picture, dordrecht);
    REQUIRE(series.size() == 6000);
    CHECK(find_series(before, dordrecht)->size() == 3000);
    for (std::size_t index = 1; index < series.size(); ++index)
        REQUIRE(series[index - 1].at + minutes(1) == series[index].at);
}

TEST_CASE("two values at one instant are a conflict; the last one said counts") {
    Told told;
    told.tells(noon, level(noon, 100));
    told.tells(noon, level(noon, 100));
    CHECK(find_series(told.picture, dordrecht)->conflicts() == 0);
    const Sequence last = told.tells(noon, level(noon, 90));
    CHECK(find_series(told.picture, dordrecht)->conflicts() == 1);
    CHECK(latest(told.picture, dordrecht, noon)->value == 90);
    CHECK(latest(told.picture, dordrecht, noon)->sequence == last);
}

TEST_CASE("the newest value is no gap and not of the future") {
    Told told;
    CHECK_FALSE(latest(told.picture, dordrecht, noon));
    told.tells(noon, level(noon, 100, Quality::twijfel));
    told.tells(noon, gap(noon + minutes(10)));
    told.tells(noon, level(noon + minutes(20), 120));
    CHECK(latest(told.picture, dordrecht, noon + minutes(19))->value == 100);
    CHECK(latest(told.picture, dordrecht, noon + minutes(20))->value == 120);
    CHECK_FALSE(latest(told.picture, dordrecht, noon - minutes(1)));
}

TEST_CASE("the rise is per hour, over the half hour before the newest value") {
    Told told;
    told.tells(noon, level(noon - minutes(60), 0));
    told.tells(noon, level(noon - minutes(30), 100));
    told.tells(noon, gap(noon - minutes(20)));
    told.tells(noon, level(noon, 130));
    CHECK(rise_per_hour(told.picture, dordrecht, noon).value() == Approx(60));
    CHECK(rise_per_hour(told.picture, dordrecht, noon - minutes(30)).value() == Approx(200));
}

TEST_CASE("a gap at the start of the half hour is passed over, not taken as nought") {
    Told told;
    told.tells(noon, gap(noon - minutes(30)));
    told.tells(noon, level(noon - minutes(20), 100));
    told.tells(noon, level(noon, 130));
    CHECK(rise_per_hour(told.picture, dordrecht, noon).value() == Approx(90));
}

TEST_CASE("no rise is told from values too close together or too far apart") {
    Told told;
    told.tells(noon, level(noon, 100));
    told.tells(noon, level(noon + minutes(5), 200));
    CHECK_FALSE(rise_per_hour(told.picture, dordrecht, noon + minutes(5)));
    told.tells(noon, level(noon + minutes(90), 200));
    CHECK_FALSE(rise_per_hour(told.picture, dordrecht, noon + minutes(90)));
}

TEST_CASE("the forecast issued last counts, in whatever order they come; its peak is from now on") {
    Told told;
    told.tells(noon, forecast(noon, {{noon + hours(2), 263}, {noon + hours(1), 246}, {noon, 300}}));
    told.tells(noon, forecast(noon - hours(6), {{noon + hours(1), 500}}));
    CHECK(forecast_peak(told.picture, dordrecht, noon)->value == 300);
    const auto peak = forecast_peak(told.picture, dordrecht, noon + minutes(50));
    REQUIRE(peak);
    CHECK(peak->value == 263);
    CHECK(peak->at == noon + hours(2));
    const auto falling = forecast_peak(told.picture, dordrecht, noon + minutes(10));
    REQUIRE(falling); // between 300 and 246, higher than what is to come
    CHECK(falling->value == Approx(291));
    CHECK(falling->at == noon + minutes(10));
    CHECK_FALSE(forecast_peak(told.picture, dordrecht, noon + hours(3)));
}

TEST_CASE("thresholds stand lowest first, with since when they are crossed and when the next is expected") {
    Told told;
    told.tells(noon, threshold(250, ThresholdSeverity::alarm));
    told.tells(noon, threshold(180));
    told.tells(noon, level(noon, 170));
    const Sequence crossing = told.tells(noon, level(noon + minutes(10), 185));
    told.tells(noon, gap(noon + minutes(20)));
    told.tells(noon, level(noon + minutes(30), 200));
    told.tells(noon,
               forecast(noon, {{noon + hours(1), 200}, {noon + hours(2), 300}, {noon + hours(4), 100}}));
    const auto states = threshold_states(told.picture, dordrecht, noon + minutes(30));
    REQUIRE(states.size() == 2);
    CHECK(states[0].crossed);
    CHECK(states[0].since == noon + minutes(10));
    CHECK(states[0].crossing_sequence == crossing);
    CHECK_FALSE(states[0].expected);
    CHECK(states[0].expected_below == noon + hours(2) + minutes(72));
    CHECK_FALSE(states[1].crossed);
    CHECK(states[1].expected == noon + minutes(90));
    CHECK(highest_crossed(told.picture, dordrecht, noon + minutes(30))->threshold.value.value == 180);
    CHECK_FALSE(highest_crossed(told.picture, dordrecht, noon));
}

TEST_CASE("a meaning that is set again at another value takes the place of what it was") {
    Told told;
    auto mistyped = threshold(18);
    mistyped.meaning = threshold(180).meaning;
    told.tells(noon, mistyped);
    told.tells(noon, threshold(200));
    told.tells(noon, threshold(180));
    told.tells(noon, level(noon, 100));
    const auto states = threshold_states(told.picture, dordrecht, noon);
    REQUIRE(states.size() == 2);
    CHECK(states[0].threshold.value.value == 180);
    CHECK_FALSE(states[0].crossed);
}

TEST_CASE("two meanings at one height both stand, the gravest last") {
    Told told;
    const auto means = [&](const std::string& meaning, ThresholdSeverity severity, double value = 250) {
        auto set = threshold(value, severity);
        set.meaning = meaning;
        return told.tells(noon, set);
    };
    const auto stand = [&] {
        std::string text;
        for (const auto& state : threshold_states(told.picture, dordrecht, noon))
            text += std::to_string(static_cast<int>(state.threshold.value.value)) + " " +
                    state.threshold.value.meaning + (state.crossed ? "+ " : " ");
        return text;
    };
    means("kade overstroomt", ThresholdSeverity::alarm);
    const Sequence last = means("waakpeil", ThresholdSeverity::aandacht);
    told.tells(noon, level(noon, 251));
    CHECK(stand() == "250 waakpeil+ 250 kade overstroomt+ ");
    const auto highest = highest_crossed(told.picture, dordrecht, noon);
    REQUIRE(highest);
    CHECK(highest->threshold.value.severity == ThresholdSeverity::alarm);
    CHECK(highest->threshold.value.meaning == "kade overstroomt; waakpeil");
    CHECK(highest->threshold.sequence == last);
    const auto alarming = highest_crossed(told.picture, dordrecht, noon, ThresholdSeverity::alarm);
    CHECK(alarming->threshold.value.meaning == "kade overstroomt");
    means("waakpeil", ThresholdSeverity::aandacht, 260); // moved: what stood beside it stays
    CHECK(stand() == "250 kade overstroomt+ 260 waakpeil ");
    means("kade overstroomt", ThresholdSeverity::aandacht); // graded down
    CHECK(stand() == "250 kade overstroomt+ 260 waakpeil ");
}

TEST_CASE("exactly at a threshold is crossed") {
    Told told;
    told.tells(noon, threshold(180));
    told.tells(noon, level(noon, 180));
    CHECK(highest_crossed(told.picture, dordrecht, noon));
}

TEST_CASE("a waterstand that waves about its threshold stays crossed until it is 5 cm below") {
    Told told;
    told.tells(noon, threshold(200));
    const auto after = [&](int minute, double value) {
        told.tells(noon, level(noon + minutes(minute), value));
        return threshold_states(told.picture, dordrecht, noon + minutes(minute)).at(0);
    };
    CHECK_FALSE(after(0, 199).crossed); // near is not at
    CHECK(after(10, 200).crossed);
    CHECK(after(20, 197).crossed);
    CHECK(after(30, 195).crossed); // exactly 5 cm below
    CHECK(after(40, 201).since == noon + minutes(10));
    CHECK_FALSE(after(50, 194.9).crossed);
    CHECK_FALSE(after(60, 199).crossed);
    CHECK(after(70, 202).since == noon + minutes(70));
}

TEST_CASE("a value that is doubted crosses a threshold, and takes back none that a good one crossed") {
    struct Value {
        double value;
        Quality quality = Quality::goed;
    };
    constexpr auto doubt = Quality::twijfel;
    const auto after = [&](const std::vector<Value>& values) {
        Told told;
        told.tells(noon, threshold(200));
        Instant when = noon;
        for (const auto& one : values) {
            when += minutes(10);
            told.tells(when, one.quality == Quality::gat ? gap(when) : level(when, one.value, one.quality));
        }
        return threshold_states(told.picture, dordrecht, when).at(0);
    };
    CHECK(after({{150}, {211, doubt}}).crossed);
    CHECK(after({{150}, {211}, {100, doubt}}).crossed);
    CHECK(after({{150}, {211}, {100, doubt}}).since == noon + minutes(20));
    CHECK(after({{150}, {211}, {100, doubt}, {0, Quality::gat}, {90, doubt}}).crossed);
    CHECK(after({{150}, {211}, {100, doubt}, {198}, {90, doubt}}).crossed); // within its hysteresis
    CHECK_FALSE(after({{150}, {211}, {100, doubt}, {194}}).crossed);
    CHECK_FALSE(after({{150}, {211}, {194}, {100, doubt}}).crossed);
    CHECK_FALSE(after({{150}, {211, doubt}, {100, doubt}}).crossed); // a source that knows no better
    std::vector<Value> doubted(145, {100, doubt});
    doubted.front() = {211};
    CHECK(after({doubted.begin(), doubted.end() - 1}).crossed);
    CHECK_FALSE(after(doubted).crossed);
}

TEST_CASE("what a threshold says is what a watcher would say who saw each value come") {
    holds("automaton", [] {
        const std::vector<int> levels = any_numbers(0, 256);
        Told told;
        told.tells(noon, threshold(100));
        bool crossed = false;
        for (std::size_t index = 0; index < levels.size(); ++index) {
            const double value = 90 + levels[index] % 20;
            crossed = value >= 100 || (crossed && value >= 95);
            const Instant when = noon + minutes(10 * static_cast<int>(index));
            told.tells(noon, level(when, value));
            MUST(threshold_states(told.picture, dordrecht, when).at(0).crossed == crossed);
        }
    });
}

TEST_CASE("only a waterstand has a hysteresis, in its own unit") {
    CHECK(hysteresis(dordrecht) == 5);
    CHECK(hysteresis({"Dordrecht", "waterstand", "m NAP"}) == 0.05);
    CHECK(hysteresis({"Havenplein", "windstoot", "km/h"}) == 0);
}

TEST_CASE("cutting to columns loses no value and no extreme") {
    holds("decimate", [] {
        const std::size_t width = any_between<std::size_t>(1, 50);
        Series series;
        std::map<Instant, double> model;
        for (const auto& [minute, value] : any_pairs()) {
            const Instant when = noon + minutes(minute % 1000);
            series.put({when, static_cast<double>(value), Quality::goed, 1});
            model[when] = value;
        }
        const auto columns = decimate(series, noon, noon + minutes(1000), width);
        MUST(columns.size() == width);
        std::size_t count = 0;
        double lowest = 1e10, highest = -1e10;
        for (const SeriesColumn& column : columns) {
            count += column.count;
            if (column.count == 0) continue;
            MUST(column.lowest <= column.first && column.first <= column.highest);
            MUST(column.lowest <= column.last && column.last <= column.highest);
            lowest = std::min(lowest, column.lowest);
            highest = std::max(highest, column.highest);
        }
        MUST(count == model.size());
        for (const auto& [when, value] : model)
            MUST(lowest <= value && value <= highest);
    });
}

TEST_CASE("a long series is cut the same as one point at a time, and the columns are the whole of it") {
    holds("blocks", [] {
        Series series;
        std::vector<SeriesPoint> points;
        Instant when = noon;
        for (int i = any_between(0, 3'000); i > 0; --i) {
            when += seconds(any_between(1, 120));
            const bool gap = any_between(0, 40) == 0;
            points.push_back({when, gap ? 0 : any_between(-500, 500) / 3.0,
                              gap                       ? Quality::gat
                              : any_between(0, 40) == 0 ? Quality::twijfel
                                                        : Quality::goed,
                              1});
            series.put(points.back());
        }
        const Instant from = noon + minutes(any_between(0, 200)),
                      until = from + minutes(any_between(1, 3'000));
        const std::size_t width = any_between<std::size_t>(1, 90);
        std::vector<SeriesColumn> plain(width);
        const double scale = static_cast<double>(width) / static_cast<double>((until - from).count());
        for (const auto& point : points) {
            if (point.at < from || point.at >= until) continue;
            auto& column = plain[std::min(
                width - 1, static_cast<std::size_t>(static_cast<double>((point.at - from).count()) * scale))];
            if (point.quality == Quality::gat) {
                column.gap = true;
                continue;
            }
            if (column.count++ == 0) column.first = column.lowest = column.highest = point.value;
            column.lowest = std::min(column.lowest, point.value);
            column.highest = std::max(column.highest, point.value);
            column.last = point.value;
            column.doubt = column.doubt || point.quality == Quality::twijfel;
        }
        MUST(decimate(series, from, until, width) == plain);
    });
}

TEST_CASE("where nothing came for long the line breaks, and not where a value or two are missing") {
    Series series;
    for (int minute = 0; minute < 600; minute += 10)
        if ((minute < 100 || minute > 170) && minute != 300)
            series.put({noon + minutes(minute), 1.0, Quality::goed, 1});
    auto columns = decimate(series, noon, noon + minutes(600), 300);
    break_at_silence(columns, series, noon, noon + minutes(600));
    std::vector<std::size_t> gaps;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].gap) gaps.push_back(i);
    CHECK(gaps == std::vector<std::size_t>{46}); // behind the value of minute 90
    Series few;
    few.put({noon, 1.0, Quality::goed, 1});
    few.put({noon + hours(5), 1.0, Quality::goed, 1});
    auto sparse = decimate(few, noon, noon + hours(10), 100);
    break_at_silence(sparse, few, noon, noon + hours(10));
    CHECK(std::none_of(sparse.begin(), sparse.end(), [](const auto& column) { return column.gap; }));
}

TEST_CASE("a column says that a gap or doubt fell in it") {
    Series series;
    series.put({noon, 1, Quality::goed, 1});
    series.put({noon + minutes(10), 0, Quality::gat, 2});
    series.put({noon + minutes(20), 3, Quality::twijfel, 3});
    const auto columns = decimate(series, noon, noon + minutes(30), 3);
    CHECK_FALSE(columns[0].gap);
    CHECK(columns[1].gap);
    CHECK(columns[1].count == 0);
    CHECK(columns[2].doubt);
    CHECK(decimate(series, noon, noon, 3).size() == 3);
    CHECK(decimate(series, noon, noon + minutes(30), 0).empty());
}

} // namespace series_test
