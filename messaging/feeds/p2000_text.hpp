// What the text of a page says: priority, withdrawal, test, GRIP, place (formats.md §2, "Text").
#pragma once

#include "messaging/feeds/p2000_config.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <optional>
#include <string>

namespace regiekamer::feeds {

struct PageText {
    std::optional<std::string> priority; ///< "A1", "B2", "P 1"
    std::optional<std::string> place;    ///< a configured place named in the text, else the postcode with its
                                         ///< town, else the town's code
    std::optional<GripLevel> grip;       ///< named in the text: a proposal; none in a test
    bool withdrawn = false;              ///< "Intrekken Alarm"
    bool test = false;                   ///< proefalarm, test, oefening, -OTO-, P 5
};

/// Total: any text gives an answer.
PageText read_page_text(const std::string& text, const P2000Config& config);

} // namespace regiekamer::feeds
