// Any bytes as an iCalendar; what is taken whole, a hub takes too.
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/import.hpp"

#include <cstdlib>

using namespace regiekamer;

namespace {

const Instant ical_now = *read_instant("2026-11-24T02:12:09Z");

void check(const feeds::Import& import) {
    if (!import.good()) return;
    for (const auto& body : import.bodies) {
        Message message;
        message.id = message.source = "fuzz";
        message.time = ical_now;
        message.body = body;
        if (!codec::decode(codec::encode(message))) std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(feeds::read_roster_ical(bytes, ical_now));
    check(feeds::read_events_ical(bytes, ical_now));
    return 0;
}
