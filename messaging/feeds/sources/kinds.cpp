// The table.
#include "messaging/feeds/sources/kinds.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_reader.hpp"
#include "messaging/feeds/cloud_events.hpp"
#include "messaging/feeds/import_feed.hpp"
#include "messaging/feeds/p2000_feed.hpp"
#include "messaging/feeds/p2000_line.hpp"
#include "messaging/feeds/water/water_reader.hpp"
#include "messaging/feeds/weather/weather_reader.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

constexpr milliseconds minute = minutes(1), quarter = minutes(15);

/// The reader of a kind that has a configuration of its own; without a file its defaults count.
template <class Config>
Result<Reader> configured(const ReaderSettings& settings,
                          tables::Read<Config> (*load)(const std::filesystem::path&),
                          Reader (*make)(Config, Mode)) {
    if (settings.config.empty()) return make({}, settings.status);
    auto config = load(settings.config);
    if (!config) return refuse("config", tables::text(config.error().front()), "");
    return make(std::move(*config), settings.status);
}
Result<Reader> p2000(const ReaderSettings& settings) {
    return configured<P2000Config>(settings, load_p2000_config,
                                   [](P2000Config config, Mode) { return p2000_reader(std::move(config)); });
}
Result<Reader> cap(const ReaderSettings& settings) {
    return configured(settings, load_cap_config, cap_reader);
}
Result<Reader> water(const ReaderSettings& settings) {
    return configured(settings, load_water_config, water_reader);
}
Result<Reader> weather(const ReaderSettings& settings) {
    return configured(settings, load_weather_config, weather_reader);
}

Result<Reader> cloud_events(const ReaderSettings& settings) {
    return cloud_event_reader(settings.status);
}

Result<Reader> import_of(const ReaderSettings& settings, ReadImport roster, ReadImport events) {
    if (settings.what == "roster") return import_reader(std::move(roster), settings.known, settings.status);
    if (settings.what == "events") return import_reader(std::move(events), {}, settings.status);
    return refuse("what", settings.what.empty() ? "nothing" : settings.what, "roster or events");
}
Result<Reader> ical(const ReaderSettings& settings) {
    return import_of(settings, read_roster_ical, [](std::string_view bytes, Instant now, const Changeovers&) {
        return read_events_ical(bytes, now);
    });
}
Result<Reader> csv(const ReaderSettings& settings) {
    return import_of(
        settings,
        [](std::string_view bytes, Instant, const Changeovers& changeovers) {
            return read_roster_csv(bytes, changeovers);
        },
        [](std::string_view bytes, Instant, const Changeovers&) { return read_events_csv(bytes); });
}

} // namespace

const std::vector<Kind>& kinds() {
    constexpr auto lines = Pieces::lines;
    constexpr auto documents = Pieces::documents;
    constexpr auto none = std::nullopt;
    static const std::vector<Kind> all{
        {"p2000", "pages of a P2000 receiver, as multimon-ng prints them", lines, p2000_line_bytes_max, none,
         minutes(10), true, false, p2000},
        {"cap", "warnings in CAP 1.1 or 1.2", documents, document_bytes_max, minute, none, true, false, cap},
        {"water", "water levels of Rijkswaterstaat", documents, document_bytes_max, minutes(10), none, true,
         false, water},
        {"weather", "warnings and observations of the KNMI", documents, document_bytes_max, minutes(10), none,
         true, false, weather},
        {"ical", "a roster or evenementen in an iCalendar", documents, import_bytes_max, quarter, none, false,
         true, ical},
        {"csv", "a roster or evenementen in a spreadsheet", documents, import_bytes_max, quarter, none, false,
         true, csv},
        {"jsonl", "CloudEvents, one a line", lines, codec::event_bytes_max, none, none, false, false,
         cloud_events, true, true},
        {"zmq", "CloudEvents of somebody's ZeroMQ PUB socket", Pieces::frames, codec::event_bytes_max, none,
         none, false, false, cloud_events, false, true},
    };
    return all;
}

const Kind* kind_of(std::string_view name) {
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return kind.name == name; });
    return found == kinds().end() ? nullptr : &*found;
}

Result<Reader> reader_of(const Kind& kind, const ReaderSettings& settings) {
    return kind.reader(settings);
}

} // namespace regiekamer::feeds
