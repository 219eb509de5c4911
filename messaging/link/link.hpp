// A desk's side of the wire: hello, replay, live, gaps, reconnect, replica, outbox (design.md, "Threads").
#pragma once

#include "messaging/journal/journal.hpp"

#include <functional>
#include <memory>
#include <zmq.hpp>

namespace regiekamer::link {

struct Settings {
    std::string requests, live;        ///< the hub's endpoints
    zmq::context_t* context = nullptr; ///< the hub's own for inproc, else null: the link makes one
    std::string desk;                  ///< 1-64 bytes, no control characters
    std::string function, person;      ///< of who sits there at first, empty: nobody said so; see `sits`
    std::optional<Mode> mode;          ///< wanted; a hub of another mode is refused
    std::filesystem::path replica;     ///< empty: no replica (the hub's own journal file is read)
    Sequence after = 0;                ///< what the user of the link has already (0: all of it)
    std::string journal;               ///< uuid that `after` belongs to, where it is known
    bool announce = true;              ///< send desk.joined after each WELCOME, once caught up
    std::function<void()> wake;        ///< called on the link's thread when there is something to drain
};

/// refused: the hub is not the one wanted; it is asked again every two seconds.
enum class Phase { connecting, catching_up, live, away, refused };

/// A copy for the UI thread.
struct State {
    Phase phase = Phase::connecting;
    std::optional<Problem> refusal; ///< why, when refused: other journal, other mode, other protocol
    std::optional<Problem> trouble; ///< what last went wrong: with the hub while away, or with the replica
    std::string journal;            ///< uuid, once welcomed
    std::optional<Mode> mode;
    Sequence head = 0;            ///< the hub's, as last heard
    journal::Head known_head;     ///< head and hash as last heard, kept for verify
    Sequence received = 0;        ///< the last sequence delivered to the queue, in order
    std::optional<Instant> heard; ///< wall clock when the hub was last heard
    microseconds clock_offset{0}; ///< hub clock minus ours, from PONG
    std::size_t unsent = 0;       ///< acts not yet acknowledged
};

/// An act and what became of it.
struct Outcome {
    std::string id;
    std::optional<Sequence> sequence; ///< acknowledged
    std::optional<Problem> refused;
};

/// The live endpoint that goes with a requests endpoint: the next port, as at every hub of ours.
std::string live_beside(const std::string& requests);

/// Owns one thread. All members may be called from one other thread (the UI's). A link in a hub's own context
/// must end before that hub does.
class Link {
public:
    explicit Link(Settings settings);
    ~Link(); ///< stops within a second; what is unsent is lost (the outbox is in memory)
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    /// Puts a message in the outbox; sent when the hub is there, in order, each once (resent until answered;
    /// the hub knows repeats). An empty id becomes a new UUID, an empty source "desk/<desk>". Refused at once
    /// when the event is too large or the outbox (10,000) is full.
    Result<std::string> send(const Message& message);
    /// Who sits at the desk from now on: desk.joined says it at once, and on each connection.
    void sits(std::string function, std::string person);
    /// Messages in sequence order, without gaps, each once; at most `limit` (as many as that: there may be
    /// more, and no new wake tells). The queue is bounded: when it is full the link stops asking (REPLAY is
    /// the flow control).
    std::vector<Recorded> drain(std::size_t limit);
    /// What became of acts since the last call.
    std::vector<Outcome> outcomes();
    /// The acts that wait, oldest first: shown as "niet bevestigd", never folded.
    [[nodiscard]] std::vector<Message> waiting() const;
    [[nodiscard]] State state() const;

private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace regiekamer::link
