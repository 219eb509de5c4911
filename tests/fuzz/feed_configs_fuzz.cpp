// Any bytes as the configuration of a feed: refused with a place, or taken, and then its reader reads.
#include "messaging/feeds/cap/cap_reader.hpp"
#include "messaging/feeds/p2000_feed.hpp"
#include "messaging/feeds/water/water_reader.hpp"
#include "messaging/feeds/weather/weather_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

template <class Config, class Make>
void take(tables::Read<Config> config, Make&& make, std::string_view piece) {
    if (!config) {
        if (config.error().empty()) std::abort();
        for (const auto& error : config.error())
            tables::text(error);
        return;
    }
    as_taken(make(std::move(*config))(piece, fuzz_arrival));
}

constexpr std::string_view page =
    "FLEX|2026-07-01 12:00:00|1600/2/K/A|05.033|001420059|ALN|P 1 BR woning Dam Alblasserdam";
constexpr std::string_view levels = "Locatie;Datum;Tijd\nDordrecht;1-7-2026;12:00\n";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::filesystem::path file = "/nowhere/feed.toml";
    take(read_p2000_config(text, file), p2000_reader, page);
    take(
        read_cap_config(text, file), [](CapConfig c) { return cap_reader(std::move(c), Mode::actual); },
        "<alert/>");
    take(
        read_water_config(text, file), [](WaterConfig c) { return water_reader(std::move(c), Mode::actual); },
        levels);
    take(
        read_weather_config(text, file),
        [](WeatherConfig c) { return weather_reader(std::move(c), Mode::actual); }, "<report/>");
    return 0;
}
