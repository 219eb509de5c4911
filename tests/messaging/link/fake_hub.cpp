// The fake hub's thread: one poll over requests, a turn of publishing in between.
#include "tests/messaging/link/fake_hub.hpp"

#include "messaging/codec/codec.hpp"

namespace regiekamer {
namespace {

using Strings = std::vector<std::string>;
constexpr milliseconds turn{5};
constexpr auto heartbeat_every = milliseconds(200);

Strings receive(zmq::socket_t& socket) {
    Strings frames;
    zmq::message_t frame;
    do {
        if (!socket.recv(frame, zmq::recv_flags::none)) return {};
        frames.push_back(frame.to_string());
    } while (frame.more());
    return frames;
}

void send(zmq::socket_t& socket, const Strings& frames) {
    for (std::size_t at = 0; at < frames.size(); ++at)
        socket.send(zmq::buffer(frames[at]),
                    at + 1 < frames.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
}

std::string hash_of(std::size_t sequence, unsigned char history) {
    journal::Hash hash{};
    for (std::size_t at = 0; at < 8; ++at)
        hash[at] = static_cast<unsigned char>(sequence >> (8 * at));
    hash[31] = history;
    return journal::to_hex(hash);
}

} // namespace

FakeHub::FakeHub(std::string uuid, Mode mode) : uuid_(std::move(uuid)), mode_(mode) {}

void FakeHub::start(zmq::context_t* context) {
    const bool inproc = context != nullptr;
    if (!inproc) {
        own_ = std::make_unique<zmq::context_t>(1);
        context = own_.get();
    }
    zmq::socket_t router(*context, zmq::socket_type::router), publisher(*context, zmq::socket_type::pub);
    router.set(zmq::sockopt::linger, 0);
    publisher.set(zmq::sockopt::linger, 0);
    publisher.set(zmq::sockopt::sndhwm, 100'000);
    const bool again = !requests_.empty();
    router.bind(again ? requests_ : inproc ? "inproc://requests" : "tcp://127.0.0.1:*");
    publisher.bind(again ? live_ : inproc ? "inproc://live" : "tcp://127.0.0.1:*");
    requests_ = router.get(zmq::sockopt::last_endpoint);
    live_ = publisher.get(zmq::sockopt::last_endpoint);
    {
        const std::lock_guard lock(mutex_);
        stopping_ = false;
        desks_.clear();
        unanswered_.clear();
    }
    thread_ = std::thread([this, r = std::move(router), p = std::move(publisher)]() mutable {
        run(std::move(r), std::move(p));
    });
}

void FakeHub::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    if (thread_.joinable()) thread_.join();
    own_.reset();
}

void FakeHub::run(zmq::socket_t router, zmq::socket_t publisher) {
    auto heartbeat_at = std::chrono::steady_clock::now();
    for (;;) {
        zmq::pollitem_t item{router.handle(), 0, ZMQ_POLLIN, 0};
        zmq::poll(&item, 1, turn);
        const std::lock_guard lock(mutex_);
        if (stopping_) return;
        if (faults_.silent) continue;
        if ((item.revents & ZMQ_POLLIN) != 0) answer(router);
        publish(publisher);
        if (std::chrono::steady_clock::now() < heartbeat_at || faults_.no_heartbeat) continue;
        heartbeat_at = std::chrono::steady_clock::now() + heartbeat_every;
        send(publisher, {"hub", wire::to_json(pong())});
    }
}

void FakeHub::answer(zmq::socket_t& router) {
    if (faults_.slow.count() > 0) std::this_thread::sleep_for(faults_.slow); // the fault itself
    auto request = receive(router);
    const std::string peer = request.front();
    request.erase(request.begin());
    ++asked_[request.front()];
    auto reply = reply_to(request, peer);
    if (faults_.keeps_results && request.front() == "APPEND") unanswered_.insert(peer);
    if (unanswered_.contains(peer)) return;
    if (faults_.scrambled && reply.front() != "WELCOME") reply[1] = "somebody else's";
    reply.insert(reply.begin(), peer);
    send(router, reply);
}

Strings FakeHub::reply_to(const Strings& request, const std::string& peer) {
    const auto& verb = request.front();
    const auto& id = request.at(1);
    if (verb == "HELLO") {
        if (!faults_.refuses_hello.empty())
            return {"ERROR", id, wire::to_json(wire::Error{faults_.refuses_hello})};
        desks_[peer] = wire::from_json<wire::Hello>(request.at(2))->desk;
        wire::Welcome welcome;
        welcome.protocol = faults_.protocol;
        welcome.mode = mode_;
        welcome.journal = uuid_;
        const auto now = pong();
        welcome.head = now.head;
        welcome.hash = now.hash;
        welcome.time = now.time;
        return {"WELCOME", id, wire::to_json(welcome)};
    }
    if (verb == "PING") return {"PONG", id, wire::to_json(pong())};
    if (verb == "APPEND") return results(request, peer);
    auto frames = page(request.at(2));
    if (frames.empty()) return {"ERROR", id, wire::to_json(wire::Error{"other journal"})};
    if (faults_.half_events && frames.size() > 3) frames.erase(frames.begin() + 1, frames.begin() + 3);
    frames.insert(frames.begin(), {"EVENTS", id});
    return frames;
}

Strings FakeHub::results(const Strings& request, const std::string& peer) {
    Strings frames{"RESULT", request[1]};
    for (std::size_t at = 2; at < request.size(); ++at) {
        wire::AppendResult result;
        const auto message = codec::decode(request[at]);
        if (message) {
            const auto found = known_.find(request[at]);
            const auto place = found != known_.end() ? found->second : journal_.size();
            if (found == known_.end()) {
                store(request[at], desks_.contains(peer) ? desks_[peer] : "anoniem");
                to_publish_.push_back(place);
            }
            result.ok = true;
            result.id = message->id;
            result.sequence = journal_[place].meta.sequence;
            result.recorded = journal_[place].meta.recorded;
        } else {
            const auto& problem = message.error().problem;
            result.id = message.error().id;
            result.reason = "does not fit";
            result.pointer = problem.where;
            result.found = problem.found;
            result.expected = problem.expected;
        }
        frames.push_back(wire::to_json(result));
    }
    return frames;
}

Strings FakeHub::page(const std::string& json) const {
    const auto asked = wire::from_json<wire::Replay>(json);
    const auto after = static_cast<std::size_t>(asked->after.value);
    if (after > journal_.size()) return {};
    Strings frames{
        wire::to_json(wire::EventsHead{SequenceNumber(static_cast<std::int64_t>(journal_.size()))})};
    const auto end = std::min(journal_.size(), after + static_cast<std::size_t>(asked->limit.value));
    for (std::size_t at = after; at < end; ++at) {
        frames.push_back(wire::to_json(journal_[at].meta));
        frames.push_back(journal_[at].event);
    }
    return frames;
}

void FakeHub::publish(zmq::socket_t& publisher) {
    if (faults_.swapped && to_publish_.size() == 1) return; // waits for the other of its pair
    if (faults_.swapped)
        for (std::size_t at = 1; at < to_publish_.size(); at += 2)
            std::swap(to_publish_[at - 1], to_publish_[at]);
    for (const auto place : to_publish_) {
        if (faults_.mute_live) continue;
        const auto& entry = journal_[place];
        const Strings frames{type_of(codec::read(entry.event).body), wire::to_json(entry.meta), entry.event};
        send(publisher, frames);
        if (faults_.doubled) send(publisher, frames);
    }
    to_publish_.clear();
}

FakeHub::Entry& FakeHub::store(const std::string& event, const std::string& sender) {
    const auto sequence = journal_.size() + 1;
    known_.emplace(event, journal_.size());
    wire::Meta meta;
    meta.sequence = static_cast<std::int64_t>(sequence);
    meta.recorded = wall_clock();
    meta.sender = sender;
    meta.hash = hash_of(sequence, history_);
    return journal_.emplace_back(Entry{meta, event});
}

wire::Pong FakeHub::pong() const {
    wire::Pong pong;
    pong.head = static_cast<std::int64_t>(journal_.size());
    pong.hash = journal_.empty() ? hash_of(0, history_) : journal_.back().meta.hash;
    pong.time = wall_clock() + faults_.skew;
    return pong;
}

void FakeHub::set(const std::function<void(Faults&)>& change) {
    const std::lock_guard lock(mutex_);
    change(faults_);
}

Sequence FakeHub::hears(const std::string& event) {
    const std::lock_guard lock(mutex_);
    to_publish_.push_back(journal_.size());
    return static_cast<Sequence>(store(event, "somebody").meta.sequence.value);
}

void FakeHub::has(const Strings& events) {
    const std::lock_guard lock(mutex_);
    for (const auto& event : events)
        store(event, "somebody");
}

void FakeHub::forgets_after(std::size_t kept) {
    const std::lock_guard lock(mutex_);
    journal_.resize(kept);
    known_.clear();
    ++history_;
}

void FakeHub::becomes(const std::string& uuid) {
    const std::lock_guard lock(mutex_);
    uuid_ = uuid;
}

Strings FakeHub::events() const {
    const std::lock_guard lock(mutex_);
    Strings all;
    for (const auto& entry : journal_)
        all.push_back(entry.event);
    return all;
}

Strings FakeHub::senders() const {
    const std::lock_guard lock(mutex_);
    Strings all;
    for (const auto& entry : journal_)
        all.push_back(entry.meta.sender);
    return all;
}

int FakeHub::asked(const std::string& verb) const {
    const std::lock_guard lock(mutex_);
    const auto found = asked_.find(verb);
    return found == asked_.end() ? 0 : found->second;
}

std::string note_event(const std::string& id, const std::string& text, Mode mode) {
    Message message;
    message.id = id;
    message.source = "test";
    message.time = wall_clock();
    message.status = mode;
    NoteWritten note;
    note.note = NoteId(id);
    note.text = text;
    message.body = note;
    return codec::encode(message);
}

bool eventually(const std::function<bool()>& holds, milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(milliseconds(2));
    }
    return true;
}

} // namespace regiekamer
