// Any bytes as a file of feeds: read, or refused with at least one sentence.
#include "messaging/feeds/sources/feeds_file.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto read =
        regiekamer::feeds::read_feeds({reinterpret_cast<const char*>(data), size}, "/nowhere/feeds.toml");
    if (!read && read.error().empty()) std::abort();
    return 0;
}
