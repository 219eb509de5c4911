// The link's SUB socket, as a source.
#include "messaging/feeds/sources/zmq_source.hpp"

#include "messaging/link/sockets.hpp"

#include <array>

namespace regiekamer::feeds {
namespace {

class ZmqSource : public Source {
public:
    explicit ZmqSource(std::unique_ptr<zmq::context_t> context, zmq::socket_t socket)
        : context_(std::move(context)), socket_(std::move(socket)) {}

    Pulled next(milliseconds longest, const Stop& stop) override {
        auto frames = link::receive_frames(socket_);
        if (!frames) {
            std::array<zmq::pollitem_t, 2> items{zmq::pollitem_t{socket_.handle(), 0, ZMQ_POLLIN, 0},
                                                 zmq::pollitem_t{nullptr, stop.descriptor(), ZMQ_POLLIN, 0}};
            if (longest.count() > 0) link::wait(items, longest);
            if (stop.stopped()) return Nothing{};
            frames = link::receive_frames(socket_);
        }
        if (!frames) return Nothing{};
        if (frames->size() > 2)
            return Aside{"expected two frames, a topic and an event, or the event alone",
                         std::to_string(frames->size()) + " frames"};
        return Piece{std::string(link::text(frames->back())), wall_clock()};
    }

private:
    std::unique_ptr<zmq::context_t> context_; // outlives the socket
    zmq::socket_t socket_;
};

} // namespace

Result<std::unique_ptr<Source>> zmq_source(const std::string& endpoint) {
    auto context = std::make_unique<zmq::context_t>(1);
    auto socket = link::connect_live(*context, endpoint);
    if (!socket) return tl::unexpected(socket.error());
    return std::make_unique<ZmqSource>(std::move(context), std::move(*socket));
}

} // namespace regiekamer::feeds
