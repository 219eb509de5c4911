// What a person chose on the GRIP board.
#pragma once

#include <optional>

namespace regiekamer::panels {

struct GripBoardDraft {
    std::optional<int> level; ///< the rung that was pressed: the dialog begins there
};

} // namespace regiekamer::panels
