// Which lines of the task cards fulfil a norm for the public (taakkaarten.md: the lines that are reckoned
// from the start of the incident).
#pragma once

#include "dashboard/picture/incidents.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::picture {

/// The norm that a card's line, such as "0.5", fulfils.
std::optional<PublicNorm> norm_of_card(std::string_view card);

/// How long after the start of the incident.
minutes term_of(PublicNorm norm);

} // namespace regiekamer::picture
