// Any bytes as a line of a decoder; a page that is read, a hub takes.
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/p2000_line.hpp"

#include <cstdlib>

using namespace regiekamer;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const feeds::P2000Config config{{1420059, 29568}, {"Alblasserdam", "Dam"}, false};
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const auto read = feeds::read_p2000_line(line, config, *read_instant("2026-11-24T02:12:09Z"));
    if (const auto* made = std::get_if<feeds::P2000Page>(&read)) {
        const PageReceived* const page = &made->page;
        Message message;
        message.id = message.source = "fuzz";
        message.time = page->at;
        message.body = *page;
        if (!codec::decode(codec::encode(message))) std::abort();
    }
    return 0;
}
