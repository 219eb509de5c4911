// Water, weather, warnings and pages as JSON.
#include "dashboard/picture/json_themes.hpp"

namespace regiekamer::picture {

BOOST_DESCRIBE_ENUM(Proposal::Kind, incident, grip)

namespace {

constexpr auto shown = hours{24}; // of the measured values and the pages

JsonArray thresholds_json(const Picture& picture, const SeriesKey& key, Instant now) {
    return array_of(threshold_states(picture, key, now), [](const ThresholdState& state) {
        const ThresholdSet& set = state.threshold.value;
        return object_of("value", set.value, "meaning", set.meaning, "severity", set.severity, "crossed",
                         state.crossed, "since", state.since, "expected", state.expected, "expected_below",
                         state.expected_below, "sequence", state.threshold.sequence);
    });
}

JsonArray points_json(const Picture& picture, const SeriesKey& key, Instant now) {
    JsonArray points;
    const Series* series = find_series(picture, key);
    if (!series) return points;
    const auto put = [&](const SeriesPoint& point) {
        const bool gap = point.quality == Quality::gat;
        points.push_back(object_of("at", point.at, "value", gap ? JsonValue(nullptr) : json_of(point.value),
                                   "quality", point.quality));
    };
    series->visit(series->lower_bound(now - shown), series->lower_bound(now + microseconds(1)), put);
    return points;
}

JsonObject series_json(const Picture& picture, const SeriesKey& key, Instant now) {
    const Series* series = find_series(picture, key);
    const Forecast* forecast = find_forecast(picture, key);
    const auto newest = latest(picture, key, now);
    JsonObject json = object_of("station", key.station, "quantity", key.quantity, "unit", key.unit);
    json["latest"] = newest ? object_of("at", newest->at, "value", newest->value, "quality", newest->quality,
                                        "sequence", newest->sequence)
                            : JsonValue(nullptr);
    put_members(json, "rise_per_hour", rise_per_hour(picture, key, now), "count",
                series ? series->size() : std::size_t{0}, "conflicts",
                series ? series->conflicts() : std::size_t{0}, "last_day", points_json(picture, key, now),
                "thresholds", thresholds_json(picture, key, now));
    if (forecast)
        json["forecast"] = object_of("issued", forecast->issued, "origin", forecast->origin, "peak",
                                     forecast_peak(picture, key, now), "points", forecast->points, "sequence",
                                     forecast->issued.sequence);
    else
        json["forecast"] = nullptr;
    return json;
}

JsonObject page_json(const PageAlarm& page, Instant now) {
    return object_of("messages", page.messages, "at", page.at, "text", page.text, "capcodes", page.capcodes,
                     "priority", page.priority, "place", page.place, "grip", page.grip, "ours", page.ours,
                     "ours_by", page.ours_by, "test", page.test, "ovd_bz", mentions_ovd_bz(page),
                     "withdrawal", page.withdrawal, "withdrawn_by",
                     page.withdrawn ? json_of(page.withdrawn->value) : JsonValue(nullptr), "incomplete",
                     incomplete(page, now), "realarm_of", page.realarm_of, "sequence", page.sequence);
}

} // namespace

void put_surroundings(JsonObject& json, const Picture& picture, Instant now) {
    json["series"] =
        array_of(series_keys(picture), [&](const SeriesKey& key) { return series_json(picture, key, now); });
    json["stations"] =
        array_of(picture.series->stations, [](const auto& entry) { return members_of(entry.second); });
    json["warnings"] = array_of(active_warnings(picture, now), [](const auto* warning) {
        JsonObject object = members_of(*warning);
        put_members(object, "begins", begin_of(warning->value), "ends", end_of(warning->value));
        return object;
    });
    json["pages"] = array_of(pages_between(picture, now - shown, now),
                             [&](const PageAlarm* page) { return page_json(*page, now); });
    json["proposals"] = array_of(open_proposals(picture), [](const Proposal& proposal) {
        return object_of("kind", proposal.kind, "message", proposal.message, "at", proposal.at, "level",
                         proposal.level, "text", proposal.text, "place", proposal.place, "sequence",
                         proposal.sequence);
    });
}

} // namespace regiekamer::picture
