// Any bytes as a document with CAP alerts.
#include "messaging/feeds/cap/cap_reader.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    give([] { return cap_reader({}, Mode::actual); }, data, size);
    return 0;
}
