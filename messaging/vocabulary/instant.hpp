// Instants: when something happened. UTC with microseconds everywhere but on the screen.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace regiekamer {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// UTC, microseconds since 1970; the epoch itself (a default Instant) stands for "none yet".
using Instant = std::chrono::time_point<std::chrono::system_clock, microseconds>;

/// Pattern that the JSON Schemas carry, since validators skip `format`.
inline constexpr std::string_view instant_pattern =
    R"(^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$)";

/// RFC 3339 with zone, years 2000-2099, existing calendar days; fraction digits beyond six are cut.
/// A Problem has no `where`: the caller knows the place.
Result<Instant> read_instant(std::string_view text);

/// "2026-11-24T02:12:09.004511Z": always six fraction digits, so that text order is time order.
std::string to_text(Instant instant);
/// How long that text is, in bytes.
inline constexpr std::size_t instant_letters = 27;
/// The same written to `at`, where there is room for `instant_letters`; the place behind the last.
char* put_text(char* at, Instant instant);

/// The wall clock. Only edges (hub, link, feeds, the window's frame) may ask for it.
Instant wall_clock();

} // namespace regiekamer
