// The chain as pure functions: what makes a later change to a journal show (design.md decision 4).
//
//   genesis = BLAKE2b-256("regiekamer" LF journal uuid LF mode)
//   digest  = BLAKE2b-256(salt ‖ event)
//   hash    = BLAKE2b-256(previous hash ‖ sequence LF recorded LF sender LF ‖ digest)
#pragma once

#include "messaging/journal/journal.hpp"

namespace regiekamer::journal {

/// Random bytes that stand before an event in its digest, so that nobody can guess a redacted event back.
using Salt = std::array<unsigned char, 16>;

/// `actual` or `exercise`: the mode as it stands in the genesis and on export lines.
std::string_view word(Mode mode);
std::optional<Mode> mode_of(std::string_view word);

/// The hash before the first row. `uuid` in lower case.
Hash genesis(std::string_view uuid, Mode mode);

Hash digest_of(std::span<const unsigned char> salt, std::string_view event);

/// `recorded` and `sender` exactly as the row has them.
Hash hash_of(const Hash& previous, Sequence sequence, std::string_view recorded, std::string_view sender,
             std::span<const unsigned char, 32> digest);

/// Under what a journal finds a (source, id) again: 64 bits, keyed by its uuid. Two pairs may share a key, so
/// whoever finds one compares the events.
std::int64_t key_of(std::string_view uuid, std::string_view source, std::string_view id);

/// Random salts for a whole batch: asking the kernel once a row costs as much as the hash.
std::vector<Salt> fresh_salts(std::size_t count);

/// A random (version 4) UUID in lower case.
std::string fresh_uuid();
/// Whether a text is written as such a one is.
bool is_uuid(std::string_view text);

} // namespace regiekamer::journal
