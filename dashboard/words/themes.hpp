// The kinds of messages as the logboek sorts them: the themes of the vocabulary in the field's words.
#pragma once

#include "dashboard/picture/log.hpp"

#include <string_view>

namespace regiekamer::words {

enum class Theme {
    incident,
    grip,
    attendance,
    meeting,
    decision,
    situation,
    action,
    duty,
    public_event,
    water,
    warning,
    note,
    exercise,
    organisation,
    system,
    foreign
};
inline constexpr int theme_count = static_cast<int>(Theme::foreign) + 1;

std::string_view label(Theme theme); ///< "Opkomst"
Theme theme_of(const picture::LogEntry& entry);

} // namespace regiekamer::words
