// Any bytes as KNMI's warnings or NL-Alerts.
#include "messaging/feeds/weather/weather_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    give([] { return weather_reader({}, Mode::actual); }, data, size);
    return 0;
}
