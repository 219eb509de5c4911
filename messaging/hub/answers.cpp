// libzmq tells when it lets go of a frame, so what is on its way to a peer can be counted exactly.
#include "messaging/hub/answers.hpp"

#include <cerrno>

namespace regiekamer::hub {
namespace {

constexpr auto part = zmq::send_flags::dontwait | zmq::send_flags::sndmore;
constexpr std::size_t answer_overhead = 256;

/// The last frame of an EVENTS stands for all of it.
struct Counted {
    std::string frame;
    std::size_t bytes;
    std::shared_ptr<std::atomic<std::size_t>> on_the_way;
};

/// Runs on whatever thread lets go of the frame last.
void let_go(void*, void* hint) {
    const std::unique_ptr<Counted> counted(static_cast<Counted*>(hint));
    counted->on_the_way->fetch_sub(counted->bytes, std::memory_order_acq_rel);
}

zmq::message_t counted_frame(std::string frame, std::size_t bytes,
                             const std::shared_ptr<std::atomic<std::size_t>>& on_the_way) {
    on_the_way->fetch_add(bytes, std::memory_order_acq_rel);
    auto counted = std::make_unique<Counted>(Counted{std::move(frame), bytes, on_the_way});
    auto* held = counted.release();
    return {held->frame.data(), held->frame.size(), &let_go, held};
}

std::size_t bytes_of(const Answer& answer) {
    std::size_t bytes = answer_overhead;
    for (const auto& frame : answer.frames)
        bytes += frame.size();
    return bytes;
}

} // namespace

Answers::Answers(zmq::socket_t& router, ReadRows read_rows)
    : router_(&router), read_rows_(std::move(read_rows)) {}

void Answers::send(const std::string& peer, Answer answer) {
    auto kept = kept_.find(peer);
    if (kept == kept_.end()) {
        if (try_send(peer, answer) != Went::later) return;
        kept = kept_.try_emplace(peer).first;
    }
    const auto bytes = bytes_of(answer);
    if (kept->second.bytes + bytes > kept_bytes_max) return;
    kept->second.bytes += bytes;
    kept->second.answers.push_back(std::move(answer));
}

void Answers::begin_round() {
    replays_of_.clear();
    replays_ = 0;
    for (auto peer = kept_.begin(); peer != kept_.end();) {
        auto& [id, kept] = *peer;
        auto went = Went::sent;
        while (!kept.answers.empty() && went == Went::sent) {
            const auto bytes = bytes_of(kept.answers.front());
            went = try_send(id, kept.answers.front());
            if (went == Went::later) break;
            kept.bytes -= bytes;
            kept.answers.pop_front();
        }
        const bool done = kept.answers.empty() || went == Went::nowhere;
        peer = done ? kept_.erase(peer) : std::next(peer);
    }
    std::erase_if(on_the_way_,
                  [](const auto& each) { return each.second->load(std::memory_order_acquire) == 0; });
}

bool Answers::may_replay(const std::string& peer) {
    const auto answered = replays_of_.find(peer);
    if (replays_ >= replays_a_round || (answered != replays_of_.end() && answered->second >= replays_a_peer))
        return false;
    const auto count = on_the_way_.find(peer);
    return count == on_the_way_.end() || count->second->load(std::memory_order_acquire) < on_the_way_max;
}

Answers::Went Answers::try_send(const std::string& peer, Answer& answer) {
    if (answer.replay && !may_replay(peer)) return Went::later;
    try {
        // the first frame decides: where it goes the others follow, as room is reckoned in whole messages
        if (!router_->send(zmq::buffer(peer), part)) return Went::later;
        send_frames(peer, answer);
        return Went::sent;
    } catch (const zmq::error_t& error) {
        if (error.num() != EHOSTUNREACH) throw;
        on_the_way_.erase(peer);
        return Went::nowhere;
    }
}

void Answers::send_frames(const std::string& peer, Answer& answer) {
    Count count;
    if (answer.replay) {
        auto& known = on_the_way_[peer];
        if (!known) known = std::make_shared<std::atomic<std::size_t>>(0);
        count = known;
        ++replays_;
        ++replays_of_[peer];
        auto rows = read_rows_(*answer.replay);
        answer.verb = rows.verb;
        answer.frames = std::move(rows.frames);
    }
    std::size_t left = answer.frames.size() + (answer.request_id ? 1 : 0);
    const auto flags = [&left] { return left-- > 0 ? part : zmq::send_flags::dontwait; };
    router_->send(zmq::buffer(answer.verb), flags());
    if (answer.request_id) router_->send(zmq::buffer(*answer.request_id), flags());
    const auto bytes = bytes_of(answer);
    for (auto& frame : answer.frames) {
        if (count && left == 0)
            router_->send(counted_frame(std::move(frame), bytes, count), flags());
        else
            router_->send(zmq::buffer(frame), flags());
    }
}

} // namespace regiekamer::hub
