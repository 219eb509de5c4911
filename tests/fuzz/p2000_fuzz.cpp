// Any bytes as a line of a decoder.
#include "messaging/feeds/p2000_line.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    regiekamer::feeds::read_p2000_line({reinterpret_cast<const char*>(data), size}, {});
    return 0;
}
