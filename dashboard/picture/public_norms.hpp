// Which actions stand for a norm for the public: lines of the task cards that are reckoned from the start of
// the incident (taakkaarten.md), lines that ask for the same at another moment, and actions that say so in
// their title.
#pragma once

#include "dashboard/picture/incidents.hpp"
#include "messaging/vocabulary/action.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::picture {

/// The norm that a card's line, such as "0.5", fulfils.
std::optional<PublicNorm> norm_of_card(std::string_view card);

/// What the time of an action for a norm is beside the norm.
enum class AskedTime {
    norm,   ///< a line that carries the norm itself
    beside, ///< an appointment of those who act: the norm runs on beside it
    instead ///< line 1.13, "Opvang open, als ontruimd is": a high water is seen a day before it comes, and
            ///< who still lives at home needs no shelter three hours after that; the card's time is what is
            ///< asked
};

struct AskedNorm {
    PublicNorm norm{};
    AskedTime time{};
};
/// By the title: shelter that is opened, housing, and the duiding of the burgemeester ("Verklaring
/// burgemeester", "Duiding" with the burgemeester as owner), but for what only prepares it.
std::optional<AskedNorm> norm_asked(const ActionOpened& action);

/// How long after the start of the incident; of the duiding after the start of the GBT.
minutes term_of(PublicNorm norm);

} // namespace regiekamer::picture
