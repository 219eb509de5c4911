// Any bytes as KNMI's hourly values, also of years ago.
#include "messaging/feeds/weather/weather_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    WeatherConfig config;
    config.back = hours(0);
    give([&] { return weather_reader(config, Mode::actual); }, data, size);
    return 0;
}
