// Which actions stand for a norm for the public: lines of the task cards that are reckoned from the start of
// the incident (taakkaarten.md), lines that ask for the same later, and actions that say so in their title.
#pragma once

#include "dashboard/picture/incidents.hpp"
#include "messaging/vocabulary/action.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::picture {

/// The norm that a card's line, such as "0.5", fulfils.
std::optional<PublicNorm> norm_of_card(std::string_view card);

/// What an action asks for the public. Shelter that is opened on appointment ("Opvang open, als ontruimd is")
/// has a time of its own; the three hours after the start run on beside it (domain.md §4).
struct AskedNorm {
    PublicNorm norm{};
    bool from_start{}; ///< a line that carries the norm itself
};
std::optional<AskedNorm> norm_asked(const ActionOpened& action);

/// How long after the start of the incident.
minutes term_of(PublicNorm norm);

} // namespace regiekamer::picture
