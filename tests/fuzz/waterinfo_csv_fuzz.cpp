// Any bytes as Waterinfo's CSV, also of years ago.
#include "messaging/feeds/water/water_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    WaterConfig config;
    config.back = hours(0);
    give([&] { return water_reader(config, Mode::actual); }, data, size);
    return 0;
}
