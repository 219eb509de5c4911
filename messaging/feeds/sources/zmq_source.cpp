// The link's SUB socket, as a source.
#include "messaging/feeds/sources/zmq_source.hpp"

#include "messaging/link/sockets.hpp"

#include <array>

namespace regiekamer::feeds {
namespace {

/// What is too large comes in, and is put aside in so many words: a hub that follows a socket takes as much.
constexpr std::size_t frame_bytes_max = 64 * 1024 * 1024;

class ZmqSource : public Source {
public:
    ZmqSource(std::unique_ptr<zmq::context_t> context, zmq::socket_t socket, std::size_t piece_bytes_max)
        : context_(std::move(context)), socket_(std::move(socket)), piece_bytes_max_(piece_bytes_max) {}

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
        // One byte more than may be, so that its reader sees that it is too large.
        return Piece{std::string(link::text(frames->back()).substr(0, piece_bytes_max_ + 1)), wall_clock()};
    }

private:
    std::unique_ptr<zmq::context_t> context_; // outlives the socket
    zmq::socket_t socket_;
    std::size_t piece_bytes_max_;
};

} // namespace

Result<std::unique_ptr<Source>> zmq_source(const std::string& endpoint, std::size_t piece_bytes_max) {
    auto context = std::make_unique<zmq::context_t>(1);
    auto socket = link::connect_live(*context, endpoint, {}, frame_bytes_max);
    if (!socket) return tl::unexpected(socket.error());
    return std::make_unique<ZmqSource>(std::move(context), std::move(*socket), piece_bytes_max);
}

} // namespace regiekamer::feeds
