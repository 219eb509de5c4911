// One topic of the live stream is followed, so a busy hub costs a feed nothing.
#include "messaging/feeds/sources/asked.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/link/sockets.hpp"

namespace regiekamer::feeds {

Result<Asked> Asked::follow(const std::string& live, std::string feed, zmq::context_t* context) {
    auto own = context == nullptr ? std::make_unique<zmq::context_t>(1) : nullptr;
    auto socket = link::connect_live(context == nullptr ? *own : *context, live,
                                     std::string(type_prefix) + std::string(FeedRetryAsked::type));
    if (!socket) return tl::unexpected(socket.error());
    return Asked(std::move(own), std::move(*socket), std::move(feed));
}

std::optional<Message> Asked::retry() {
    constexpr std::size_t topic_meta_event = 3;
    std::optional<Message> newest;
    while (const auto frames = link::receive_frames(socket_)) {
        if (frames->size() != topic_meta_event) continue;
        auto message = codec::read(link::text(frames->back()));
        const auto* asked = std::get_if<FeedRetryAsked>(&message.body);
        if (asked != nullptr && asked->feed.value == feed_) newest = std::move(message);
    }
    return newest;
}

} // namespace regiekamer::feeds
