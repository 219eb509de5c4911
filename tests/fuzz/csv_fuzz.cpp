// Any bytes as a spreadsheet.
#include "messaging/feeds/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    regiekamer::feeds::read_roster_csv(bytes);
    regiekamer::feeds::read_events_csv(bytes);
    return 0;
}
