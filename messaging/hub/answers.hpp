// Answers on their way to their askers, in order for each. A peer that vanished or does not read costs the
// hub neither time nor unbounded memory.
#pragma once

#include "messaging/codec/wire.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>
#include <zmq.hpp>

namespace regiekamer::hub {

/// An answer; a REPLAY's rows are read only when the peer has room for them.
struct Answer {
    std::string_view verb; ///< of static storage
    std::optional<std::string> request_id;
    std::vector<std::string> frames;
    std::optional<wire::Replay> replay;
};

/// The answer to a REPLAY: an EVENTS, or an ERROR.
using ReadRows = std::function<Answer(const wire::Replay&)>;

class Answers {
public:
    /// Bytes of EVENTS on their way to one peer before its next REPLAY is looked at: one being read, one
    /// behind it.
    static constexpr std::size_t on_the_way_max = 2 * wire::replay_bytes_max;
    /// Bytes of answers kept for a peer that does not read; what comes beyond is dropped, as the peer is
    /// deaf.
    static constexpr std::size_t kept_bytes_max = 16 * 1024 * 1024;

    /// REPLAYs answered in one round, of all and of one peer: reading rows must not keep the loop from its
    /// other duties, nor one peer from the others.
    static constexpr std::size_t replays_a_round = 16, replays_a_peer = 4;

    Answers(zmq::socket_t& router, ReadRows read_rows);

    /// A round begins: tries again what could not be sent before.
    void begin_round();

    void send(const std::string& peer, Answer answer);
    [[nodiscard]] bool keeps() const { return !kept_.empty(); }

private:
    using Count = std::shared_ptr<std::atomic<std::size_t>>;
    enum class Went { sent, later, nowhere };
    struct Kept {
        std::deque<Answer> answers;
        std::size_t bytes = 0;
    };

    Went try_send(const std::string& peer, Answer& answer);
    bool may_replay(const std::string& peer);
    void send_frames(const std::string& peer, Answer& answer);

    zmq::socket_t* router_;
    ReadRows read_rows_;
    std::unordered_map<std::string, Kept> kept_;
    std::unordered_map<std::string, Count> on_the_way_; ///< bytes of EVENTS that libzmq has not let go of
    std::unordered_map<std::string, std::size_t> replays_of_; ///< answered in this round, by peer
    std::size_t replays_ = 0;
};

} // namespace regiekamer::hub
