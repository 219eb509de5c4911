// A message: the CloudEvents envelope around one body, and what the hub added when it journaled it.
#pragma once

#include "messaging/vocabulary/vocabulary.hpp"

#include <array>

namespace regiekamer {

/// Whether a message, a journal, a hub is real or an exercise; never both (design.md decision 9).
enum class Mode { actual, exercise };
BOOST_DESCRIBE_ENUM(Mode, actual, exercise)

/// Members that this vocabulary does not know, kept so that writing gives back what was read.
struct UnknownMember {
    std::string pointer; ///< RFC 6901, from the event's root
    std::string json;
    bool operator==(const UnknownMember&) const = default;
};

/// CloudEvents 1.0 with our extensions. `source` and `id` together are unique.
struct Message {
    std::string id, source;
    std::optional<std::string> subject; ///< a hint, never checked
    Instant time;                       ///< when it happened; in an exercise, exercise time
    Mode status{};
    std::optional<Function> function; ///< who acted
    std::optional<PersonId> person;
    std::optional<MessageId> cause; ///< id of the message acted upon
    Body body;
    std::vector<UnknownMember> unknown;
    bool operator==(const Message&) const = default;
};

/// The person in messages of a role that nobody plays in an exercise (scenarios/README.md).
inline constexpr std::string_view simulated_person = "simulatie";
/// Nobody said it: an exercise's player did, for a role that nobody plays. It is shown with these words.
bool simulated(const Message& message);

/// Place of a message in its journal: from 1, without gaps; 0 stands before the first.
using Sequence = std::uint64_t;

/// A message as the journal has it.
struct Recorded {
    Sequence sequence{};
    Instant recorded; ///< the hub's wall clock, never going back
    std::string sender;
    Message message;
    std::array<unsigned char, 32> hash{}; ///< of the journal's chain up to it; all zero: not known
};

/// The type on the wire, prefix included.
std::string type_of(const Body& body);

/// A clock of others that is ahead of ours by this much is believed; what is later is of the future.
inline constexpr minutes fast_clock{10};
/// Whether what a third party publishes is of the future, so that it is put aside under `future_reason`,
/// whoever follows it. An exercise has a clock of its own.
bool of_the_future(Instant time, Mode status, Instant arrival);
inline constexpr std::string_view future_reason = "/time: of the future";

} // namespace regiekamer
