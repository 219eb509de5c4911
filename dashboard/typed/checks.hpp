// Checks of what is typed, before anything is read or sent: each gives a CLI11 check whose sentence says what
// stood there and what would do.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace regiekamer::typed {

/// Empty: it is as it should be; else what is wrong.
using Check = std::function<std::string(const std::string&)>;

/// A whole number, in digits alone. CLI11 would read -1 as the largest there is.
Check whole_number(std::uint64_t least, std::uint64_t most = std::numeric_limits<std::int64_t>::max());
/// A number above 0 to `most`; CLI11's Range lets nan pass.
Check number_above_0(double most);
/// One of these words.
Check one_of(std::vector<std::string> words);
/// What a client connects to: tcp://host:port or ipc://file.
std::string is_endpoint(const std::string& text);
std::string is_not_empty(const std::string& text);
/// An RFC 3339 instant with zone.
std::string is_instant(const std::string& text);
/// A sequence, T+hh:mm or an instant.
std::string is_moment(const std::string& text);
/// T+hh:mm or T+hh:mm:ss.
std::string is_offset(const std::string& text);
/// Either of these.
std::string is_instant_or_offset(const std::string& text);

} // namespace regiekamer::typed
