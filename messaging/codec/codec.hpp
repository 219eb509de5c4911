// Events as bytes <-> messages as structs. Everything here derives from the descriptions in vocabulary/:
// there is no second place that knows a member's name.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <boost/json.hpp>
#include <functional>
#include <span>

namespace regiekamer::codec {

/// design.md, "Accepted".
inline constexpr std::size_t event_bytes_max = 256 * 1024;
inline constexpr std::size_t nesting_max = 32; ///< the event counted as 1

/// A refused event: its id as far as it could be read (else ""), and why. `where` is a JSON pointer from the
/// event's root ("" is the event itself), `found` at most 60 characters of what stood there.
struct Refusal {
    std::string id;
    Problem problem;
};

/// Strict, as the hub reads: the whole of "Accepted" but `status` against the journal's mode. Unknown members
/// are kept in Message::unknown, foreign types in Foreign. Never throws, whatever the bytes.
tl::expected<Message, Refusal> decode(std::string_view event);

/// Lenient, as a journal is read: what the vocabulary cannot read becomes Foreign; an event that is no event
/// at all becomes a Foreign with an empty type. Never fails.
Message read(std::string_view event);

/// One line of JSON, envelope first, `data` last, absent members left out, unknown members put back.
std::string encode(const Message& message);

/// Only the body, as JSON text ("{…}").
std::string encode_body(const Body& body);

/// One body from its `data`; `type` with prefix. Pointers start at the body ("/level"). Unknown members are
/// appended to `unknown` when given, their pointers from the body too.
Result<Body> decode_body(std::string_view type, const boost::json::value& data,
                         std::vector<UnknownMember>* unknown = nullptr);

/// Names of all types, without prefix, in the order of the vocabulary.
std::span<const std::string_view> type_names();

/// The wire names of a body's members ("" when the type is unknown); for hints and the generic detail view.
std::vector<std::string> member_names(std::string_view type);

/// Calls `visit` on each value in `data` that stands where the type has an instant, with its pointer. This is
/// how a scenario's "T+01:15" is turned into an instant before decoding. Total: what does not fit is passed
/// over.
void each_instant(std::string_view type, boost::json::value& data,
                  const std::function<void(boost::json::value&, const std::string& pointer)>& visit);

/// The raw event as the journal keeps it: raw line breaks, legal only between tokens, become spaces.
std::string one_line(std::string_view event);

} // namespace regiekamer::codec
