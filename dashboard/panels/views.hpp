// The views: what fills the space between the alarm line and the bottom bar. A new view = a name in View, a
// line in views.cpp, its zones in ui/layout.
#pragma once

#include "dashboard/panels/panels.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

struct ViewEntry {
    View view;
    std::string_view name;  ///< on the command line: --view
    std::string_view title; ///< in the bottom bar
    ui::Key key;            ///< none: reached through another
    void (*draw)(ui::Ui&, const Scene&, const ui::Zones&, Drafts&, Intents&);
    /// The keys of its own, answered before the window's; none: nullptr.
    void (*answer_keys)(ui::Ui&, const Scene&, Drafts&, Intents&) = nullptr;
    bool in_bar = true; ///< a button in the bottom bar; else by its key and Ctrl+K
};

/// Whether its key and its button are there for who sits here.
bool offered(const ViewEntry& view, const Scene& scene);
/// The keys that a view answers itself, before the window does, as they are written: there they mean
/// something else than elsewhere.
std::string_view keys_taken_by(View view);
/// In the order of the bottom bar.
std::span<const ViewEntry> views();
/// The one that the screen shows: `automatic` is INZET while an incident is open, else RUST.
View shown_view(const Scene& scene);

} // namespace regiekamer::panels
