// The JSON that travels beside events: greetings, meta, results, errors (design.md, "The wire", protocol 1).
// Hub and link share these, so neither can spell a member differently.
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::wire {

inline constexpr std::int64_t protocol = 1;
inline constexpr std::size_t append_events_max = 512;
inline constexpr std::size_t append_bytes_max = 8 * 1024 * 1024;
inline constexpr std::size_t replay_limit_max = 1000;
inline constexpr std::size_t replay_bytes_max = 4 * 1024 * 1024;
inline constexpr std::size_t frame_bytes_max = 1024 * 1024; ///< MAXMSGSIZE
inline constexpr std::size_t request_id_bytes_max = 64;
inline constexpr std::size_t desk_bytes_max = 64;

/// What a HELLO says for function where nobody sits at the desk: a feed, a script, a window without a user.
inline constexpr const char* no_function = "geen";

struct Hello {
    std::int64_t protocol{wire::protocol};
    std::string desk;
    Function function{no_function};
};
BOOST_DESCRIBE_STRUCT(Hello, (), (protocol, desk, function))

struct Welcome {
    std::int64_t protocol{wire::protocol};
    Mode mode{};
    std::string journal; ///< uuid, lower case
    SequenceNumber head;
    std::string hash; ///< hex, lower case
    Instant time;     ///< the hub's clock
};
BOOST_DESCRIBE_STRUCT(Welcome, (), (protocol, mode, journal, head, hash, time))

/// PONG, and the second topic "hub" on the live side.
struct Pong {
    SequenceNumber head;
    std::string hash;
    Instant time;
};
BOOST_DESCRIBE_STRUCT(Pong, (), (head, hash, time))

struct Replay {
    SequenceNumber after;
    Whole<1, 1000> limit;
};
BOOST_DESCRIBE_STRUCT(Replay, (), (after, limit))

/// First frame of EVENTS.
struct EventsHead {
    SequenceNumber head;
};
BOOST_DESCRIBE_STRUCT(EventsHead, (), (head))

struct Meta {
    SequenceNumber sequence;
    Instant recorded;
    std::string sender, hash;
};
BOOST_DESCRIBE_STRUCT(Meta, (), (sequence, recorded, sender, hash))

/// One frame of RESULT: accepted (sequence, recorded), or refused (reason and, where it has one, the place).
struct AppendResult {
    bool ok{};
    std::string id;
    std::optional<SequenceNumber> sequence;
    std::optional<Instant> recorded;
    std::optional<std::string> reason, pointer, found, expected;
};
BOOST_DESCRIBE_STRUCT(AppendResult, (), (ok, id, sequence, recorded, reason, pointer, found, expected))

struct Error {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Error, (), (reason))

/// JSON text of one of the structs above.
template <class T>
std::string to_json(const T& value);
/// One of the structs above; `where` of a Problem is the pointer.
template <class T>
Result<T> from_json(std::string_view text);

} // namespace regiekamer::wire
