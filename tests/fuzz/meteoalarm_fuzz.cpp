// Any bytes as MeteoAlarm's JSON, of which one province is ours.
#include "messaging/feeds/cap/cap_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    CapConfig config;
    config.geocodes = {"EMMA_ID=NL009"};
    give([&] { return cap_reader(config, Mode::actual); }, data, size);
    return 0;
}
