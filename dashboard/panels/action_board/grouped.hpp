// The actions that the board shows, in groups.
#pragma once

#include "dashboard/panels/action_board/draft.hpp"
#include "dashboard/panels/scene.hpp"

namespace regiekamer::panels {

struct ActionGroup {
    std::string title;
    std::vector<const picture::Action*> actions; ///< first due first, those without a time last
    std::size_t late = 0;
};

/// By owner: one's own first, then whose turn comes first. By process likewise. By time: te laat, within the
/// hour, later, without a time. What is over stands in the order in which it was done, newest first.
std::vector<ActionGroup> grouped(const Scene& scene, const ActionBoardDraft& draft);

} // namespace regiekamer::panels
