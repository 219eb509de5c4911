// A hub small enough to misbehave on command: the faults of trust.md §2 that a real one does not show when
// asked.
#pragma once

#include "messaging/codec/wire.hpp"
#include "messaging/journal/journal.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>
#include <zmq.hpp>

namespace regiekamer {

/// What goes wrong, until it is set otherwise. Guarded by the hub; change it through FakeHub::set.
struct Faults {
    bool silent = false;    ///< neither answers nor speaks, as a frozen process
    bool mute_live = false; ///< publishes no messages; heartbeats go on
    bool no_heartbeat = false;
    bool doubled = false;       ///< publishes each message twice
    bool swapped = false;       ///< publishes each pair of messages in the wrong order
    bool keeps_results = false; ///< stores what is appended, then answers that desk no more
    bool scrambled = false;     ///< answers other requests than were asked
    bool half_events = false;   ///< EVENTS leaves out a message in the middle
    std::string refuses_hello;  ///< an ERROR instead of WELCOME
    microseconds skew{0};       ///< its clock against ours
    milliseconds slow{0};       ///< before each answer
    std::int64_t protocol = wire::protocol;
};

/// A journal in memory behind a ROUTER and a PUB, on a thread. Stop and start keep the journal.
class FakeHub {
public:
    explicit FakeHub(std::string uuid = "11111111-1111-4111-8111-111111111111", Mode mode = Mode::exercise);
    ~FakeHub() { stop(); }
    FakeHub(const FakeHub&) = delete;
    FakeHub& operator=(const FakeHub&) = delete;

    /// Over tcp on a free port at first, later on the same; or over inproc in `context`.
    void start(zmq::context_t* context = nullptr);
    void stop();
    std::string requests() const { return requests_; }
    std::string live() const { return live_; }

    void set(const std::function<void(Faults&)>& change);
    /// Journals and publishes an event of somebody else.
    Sequence hears(const std::string& event);
    /// Journals without a word on live.
    void has(const std::vector<std::string>& events);
    /// Forgets everything after `kept`: a restored older journal.
    void forgets_after(std::size_t kept);
    void becomes(const std::string& uuid);

    std::vector<std::string> events() const;
    std::vector<std::string> senders() const;
    /// How often a verb was asked.
    int asked(const std::string& verb) const;
    int greeted() const { return asked("HELLO"); }

private:
    struct Entry {
        wire::Meta meta;
        std::string event;
    };
    void run(zmq::socket_t router, zmq::socket_t publisher);
    void answer(zmq::socket_t& router);
    std::vector<std::string> reply_to(const std::vector<std::string>& request, const std::string& peer);
    std::vector<std::string> results(const std::vector<std::string>& request, const std::string& peer);
    std::vector<std::string> page(const std::string& json) const;
    void publish(zmq::socket_t& publisher);
    Entry& store(const std::string& event, const std::string& sender);
    wire::Pong pong() const;

    std::string uuid_;
    Mode mode_;
    std::string requests_, live_;
    std::unique_ptr<zmq::context_t> own_;
    mutable std::mutex mutex_;
    Faults faults_;
    std::vector<Entry> journal_;
    std::vector<std::size_t> to_publish_;
    std::map<std::string, std::size_t> known_; ///< event bytes -> place, for repeats
    std::map<std::string, std::string> desks_; ///< peer -> HELLO's desk
    std::set<std::string> unanswered_;         ///< peers that get no answer any more
    std::map<std::string, int> asked_;
    unsigned char history_ = 1; ///< in each hash: another one after a restore
    bool stopping_ = false;
    std::thread thread_;
};

/// A note, as an event of the wire.
std::string note_event(const std::string& id, const std::string& text, Mode mode = Mode::exercise);

/// Waits for what must come true; false after a generous while.
bool eventually(const std::function<bool()>& holds, milliseconds limit = seconds(20));

} // namespace regiekamer
