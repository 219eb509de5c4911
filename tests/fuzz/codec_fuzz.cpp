// Any bytes as an event: decoded or refused; what was decoded reads back as it was written.
#include "messaging/codec/codec.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view event(reinterpret_cast<const char*>(data), size);
    regiekamer::codec::read(event);
    const auto message = regiekamer::codec::decode(event);
    if (!message) return 0;
    const auto again = regiekamer::codec::decode(regiekamer::codec::encode(*message));
    if (!again || !(*again == *message)) std::abort();
    return 0;
}
