// Identifiers that come from what they name, never from chance: the same scenario says the same twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regiekamer::player {

/// BLAKE2b-256 in lower-case hex.
std::string digest_hex(std::string_view bytes);

/// The first 128 bits of BLAKE2b-256 as a UUID's text (version 8: made by a rule of our own).
std::string derived_uuid(std::string_view bytes);

/// The id of an event: from the run, the entry of the plan, and how often that entry was said before.
std::string event_id(std::string_view run, std::string_view entry, std::uint64_t repetition);

/// A new run's name: 128 random bits as a UUID's text.
std::string new_run();

} // namespace regiekamer::player
