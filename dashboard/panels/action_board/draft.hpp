// What a person chose on the board ACTIES.
#pragma once

#include <string>

namespace regiekamer::panels {

struct ActionBoardDraft {
    enum class Group { owner, process, due } group = Group::owner;
    enum class Filter { unfinished, late, held_up, over, all } filter = Filter::unfinished;
    bool own_only = false, this_incident = false;
    std::string selected; ///< an action's id
};

} // namespace regiekamer::panels
