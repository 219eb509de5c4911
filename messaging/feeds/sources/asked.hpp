// The way back from a desk to a feed: what it is asked for over the hub. It is heard live and not looked up:
// what was asked while the feed did not run is not done later, when nobody waits for it any more, and the
// desk sees that no answer came.
#pragma once

#include "messaging/vocabulary/message.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <memory>
#include <optional>
#include <string>
#include <zmq.hpp>

namespace regiekamer::feeds {

/// Lives on one thread. It reconnects by itself.
class Asked {
public:
    /// `live`: the hub's live endpoint. `context`: the hub's own, for its inproc endpoints; else one is made.
    static Result<Asked> follow(const std::string& live, std::string feed, zmq::context_t* context);

    /// The newest feed.retry_asked for this feed since the last call; waits for nothing.
    std::optional<Message> retry();

private:
    Asked(std::unique_ptr<zmq::context_t> own, zmq::socket_t socket, std::string feed)
        : own_(std::move(own)), socket_(std::move(socket)), feed_(std::move(feed)) {}

    std::unique_ptr<zmq::context_t> own_; // outlives the socket
    zmq::socket_t socket_;
    std::string feed_;
};

} // namespace regiekamer::feeds
