// One round of the hub: what came in together is checked, stored in one transaction, and only then answered
// and published.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/hub/desks.hpp"
#include "messaging/hub/request.hpp"
#include "messaging/journal/journal.hpp"

namespace regiekamer::hub {

/// An event on its way into the journal, and what became of it.
struct Candidate {
    zmq::message_t frame;
    std::string line; ///< the event, when it had to be rewritten on one line or is the hub's own
    Sender sender;
    std::string id, source, type;
    Instant time; ///< as it says itself
    std::optional<Problem> refused;
    journal::Stored stored{};

    [[nodiscard]] std::string_view event() const { return line.empty() ? frame.to_string_view() : line; }
};

/// Checks an event: form, rules, mode. What the hub must know of it stays in the candidate; `body` gets a
/// desk.joined or desk.left.
Candidate check(zmq::message_t frame, Sender sender, Mode mode, std::optional<Body>& presence);

/// An event of the hub's own.
Candidate own_event(Body body, Mode mode, Instant now);

/// A request of this round; of an APPEND the events are `count` candidates from `first`.
struct Asked {
    std::string peer;
    Request request;
    std::size_t first = 0, count = 0;
};

/// A desk.joined or desk.left among the candidates.
struct Presence {
    std::string peer;
    std::size_t candidate;
    Body body;
};

/// Candidates from `first` that came from a followed feed.
struct FromFeed {
    std::size_t feed, candidate;
};

struct Round {
    std::vector<Asked> asked;
    std::vector<Candidate> candidates;
    std::vector<Presence> presences;
    std::vector<FromFeed> from_feeds;
    std::size_t bytes = 0;

    void clear();
};

/// Stores what was not refused; candidates hold the outcome. False when the journal refused the batch as a
/// whole.
bool store(Round& round, journal::Journal& journal, Instant now);

/// The RESULT frame of one candidate.
std::string result_frame(const Candidate& candidate);
/// The meta frame of a stored one.
std::string meta_frame(Sequence sequence, Instant recorded, std::string_view sender,
                       const journal::Hash& hash);

} // namespace regiekamer::hub
