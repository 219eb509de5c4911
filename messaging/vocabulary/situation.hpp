// Netcentrisch beeld: the situation text per column, as LCMS keeps it.
#pragma once

#include "messaging/vocabulary/meeting.hpp"

namespace regiekamer {

struct SituationWritten {
    static constexpr std::string_view type = "situation.written";
    ItemId item;
    IncidentId incident;
    Column column;
    std::string text;
    Certainty state{};
    std::optional<std::string> origin;
    std::optional<ItemId> replaces;
    bool operator==(const SituationWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(SituationWritten, (), (item, incident, column, text, state, origin, replaces))

} // namespace regiekamer
