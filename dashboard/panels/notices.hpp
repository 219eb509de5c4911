// What was just done while it can be taken back, an overdracht that waits, and what the shell has to say:
// bars above the foot of the window. What stands until somebody does something has room of its own and covers
// nothing; what soon goes by itself lies over the foot of the panels.
#pragma once

#include "dashboard/panels/intents.hpp"
#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/layout.hpp"
#include "dashboard/panels/ui/ui.hpp"

#include <string>
#include <vector>

namespace regiekamer::panels {

struct Drafts;

/// One bar of words and one button.
struct Notice {
    enum class Kind { undo, handover, remark } kind;
    std::string words;
    std::string_view id, verb;
    std::string key;
    bool serious = false;
    bool stands = false;
    ui::Rect place{};
};

/// Where each stands; those that stand take their room from the body of `zones`, where it has that.
std::vector<Notice> place_notices(const ui::Ui& ui, const Scene& scene, ui::Zones& zones);
void draw_notices(ui::Ui& ui, const Scene& scene, const std::vector<Notice>& notices, Drafts& drafts,
                  Intents& intents);

} // namespace regiekamer::panels
