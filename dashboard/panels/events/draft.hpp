// What a person has chosen or is typing on the board of evenementen.
#pragma once

#include "messaging/vocabulary/public_event.hpp"

#include <optional>
#include <string>

namespace regiekamer::panels {

struct EventsDraft {
    /// Which evenementen the list shows.
    enum class Filter { all, melding, a, b, c, asks_action };
    static constexpr int filters = 6;

    std::string selected;    ///< id of the evenement; empty or gone: the most urgent one
    std::string requirement; ///< the row of STAPPEN that the keys are on; empty: the most urgent
    Filter filter = Filter::all;
    bool calendar = false;    ///< by month, instead of by urgency
    std::string scrolled_for; ///< the step that STAPPEN was last scrolled to

    /// The fields of the dialogs, filled when one opens.
    struct Fields {
        std::string name, place, from, until, visitors, organiser, contacts;
        std::string title, at, value, measure, party, version, note;
        int class_ = -1, kind = 0, stage = 0, target = 0;
    } fields;
};

} // namespace regiekamer::panels
