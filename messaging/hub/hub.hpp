// The hub: the only writer of order. Checks, numbers, journals, acknowledges, publishes (design.md decision
// 3).
#pragma once

#include "messaging/journal/journal.hpp"

#include <memory>
#include <zmq.hpp>

namespace regiekamer::hub {

inline constexpr std::string_view default_requests = "tcp://127.0.0.1:11200";
inline constexpr std::string_view default_live = "tcp://127.0.0.1:11201";
inline constexpr std::string_view exercise_requests = "tcp://127.0.0.1:11210";
inline constexpr std::string_view exercise_live = "tcp://127.0.0.1:11211";

struct Settings {
    Mode mode{};
    std::filesystem::path journal;
    std::vector<std::string> requests, live; ///< endpoints to bind; a tcp one beyond loopback is refused
    std::vector<std::string> feeds;          ///< third-party PUB sockets to follow
    milliseconds desk_left_after{15'000};    ///< since the last request of a desk that joined
    milliseconds feed_silent_after{300'000}; ///< without a message: feed.reported `stil`
    milliseconds feed_refused_every{60'000}; ///< at most one feed.refused a reason
};

/// A running hub on a thread of its own. Start returns when it is bound and its journal is open, so a client
/// may connect at once; the destructor stops it cleanly within a second.
class Hub {
public:
    /// A Problem for a taken endpoint, a bind beyond loopback, a journal that does not open.
    static Result<std::unique_ptr<Hub>> start(Settings settings);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// The hub's context; a desk in the same process connects by the inproc endpoints with it. Its sockets
    /// must be closed before the hub is destroyed.
    zmq::context_t& context();
    /// Always bound beside the settings' endpoints: inproc://requests and inproc://live.
    static constexpr std::string_view inproc_requests = "inproc://requests";
    static constexpr std::string_view inproc_live = "inproc://live";
    /// The endpoints as bound (a port 0 or * resolved), in the order of the settings.
    [[nodiscard]] const std::vector<std::string>& requests() const;
    [[nodiscard]] const std::vector<std::string>& live() const;
    [[nodiscard]] const std::string& journal_uuid() const;
    /// What was put right in the journal at its opening.
    [[nodiscard]] const journal::Remarks& remarks() const;
    /// Set when the hub's thread ended by itself (a journal that failed): why.
    [[nodiscard]] std::optional<Problem> failed() const;

private:
    struct State;
    explicit Hub(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace regiekamer::hub
