// Any bytes as somebody's event: what goes on is what came, and what the hub would take; a sample fits a
// message.
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/cloud_events.hpp"

#include <cstdlib>

using namespace regiekamer;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const auto reader = feeds::cloud_event_reader(Mode::exercise);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto became = reader(bytes, Instant{});
    for (const auto& said : became.said)
        if (bytes.find(said.event) == std::string_view::npos || !codec::decode(said.event)) std::abort();
    for (const auto& aside : became.aside)
        if (aside.sample.size() > feeds::sample_bytes_max || !feeds::is_utf8(aside.sample)) std::abort();
    return 0;
}
