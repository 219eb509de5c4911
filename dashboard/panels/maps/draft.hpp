// What the user is drawing, measuring or has chosen on the map. No facts.
#pragma once

#include "dashboard/panels/ui/map.hpp"
#include "messaging/vocabulary/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regiekamer::panels {

struct MapDraft {
    enum class Doing {
        looking,
        drawing,   ///< the corners of a new area
        measuring, ///< a length, and the area that it closes
        moving     ///< the corners of an area that is there
    };
    Doing doing = Doing::looking;
    std::optional<ui::Earth> cursor;  ///< the cross that the arrow keys move; none: the middle of the map
    std::vector<ui::Earth> points;    ///< drawn or measured so far; of an area that is there: its corners
    std::size_t corner = 0;           ///< moving: the one that moves
    std::string moved;                ///< moving: the id of the area
    Sequence base = 0;                ///< of the area or place as it was when its change began; 0: it is new
    std::string chosen;               ///< "gebied/ID" or "plaats/ID"; empty: nothing
    std::optional<ui::Point> pressed; ///< where the mouse went down
    bool drags_corner = false;
    ui::Rect drawn; ///< where the map stood in the last frame: what the keys are about
};

} // namespace regiekamer::panels
