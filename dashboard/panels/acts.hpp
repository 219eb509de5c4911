// The acts that every view has, by key and by the palette. A board's own keys are in its folder.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/ui/keys.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

struct ActEntry {
    ui::Shortcut key;
    Dialog dialog;
    bool needs_incident;
    std::string_view type;  ///< what comes of it
    std::string_view title; ///< in the palette
};

/// In the order of F1.
std::span<const ActEntry> common_acts();

} // namespace regiekamer::panels
