// MOMENT as it is written on both command lines: SEQUENCE, INSTANT, or T+hh:mm from the exercise's start.
#pragma once

#include "dashboard/picture/history.hpp"

#include <string_view>

namespace regiekamer::picture {

/// What a MOMENT names in a history: the last message known by then, and the instant that it is.
struct NamedMoment {
    Sequence sequence{};
    Instant at;
};

/// T+hh:mm or T-hh:mm[:ss]: its distance from the exercise's start.
std::optional<seconds> exercise_offset(std::string_view text);

/// A Problem (`where` is "--at") says what was expected. A sequence beyond the head is one, and so is an
/// instant after `latest`: now, of what goes on; none: the history's last moment.
Result<NamedMoment> named_moment(std::string_view text, History& history,
                                 std::optional<Instant> latest = std::nullopt);

} // namespace regiekamer::picture
