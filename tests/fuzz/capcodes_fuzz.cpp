// Any bytes as a table of capcodes, for the names on the screen and for what is ours: no name without a
// number that a pager has, and what is refused has a reason.
#include "dashboard/catalogue/read_capcodes.hpp"
#include "messaging/feeds/p2000_config.hpp"

#include <cstdlib>

using namespace regiekamer;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const char* file : {"fuzz.csv", "fuzz.toml"}) {
        words::CapcodeNames names;
        std::vector<tables::Error> complaints;
        catalogue::read_capcode_table(bytes, file, names, complaints);
        for (const auto& [capcode, name] : names)
            if (capcode < 0 || capcode > 9'999'999 || name.empty()) std::abort();
        tables::Complaints odd(file);
        const auto ours = feeds::read_capcode_column(bytes, file, odd);
        for (const auto capcode : ours)
            if (capcode < 0 || capcode > 9'999'999) std::abort();
        if (odd.count() == 0 && ours.empty()) std::abort();
    }
    return 0;
}
