// Any bytes as Rijkswaterstaat's JSON.
#include "messaging/feeds/water/water_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    give([] { return water_reader({}, Mode::actual); }, data, size);
    return 0;
}
