// What the palette finds: views, panels, acts, actions, incidents, evenementen, people and moments. Pure but
// for what an entry does.
#pragma once

#include "dashboard/panels/panels.hpp"

#include <functional>
#include <string>
#include <vector>

namespace regiekamer::panels::palette {

struct Entry {
    std::string kind;    ///< "beeld", "daad", "mens": what stands before it
    std::string title;   ///< what is found by
    std::string about;   ///< found by too, after the title
    std::string key;     ///< that does the same
    std::string refused; ///< why this user may not; empty: it can be done
    std::function<void(Drafts&, Intents&)> does;
};

/// A key as it is written: "N", "Shift+N".
std::string key_words(const ui::Shortcut& key);

/// Best first. Nothing typed: views and acts, then what is open, then the latest moments.
std::vector<Entry> found(const Scene& scene, const std::string& typed);

/// The acts of the boards, each with the view that has it. The scene must outlive the entries.
void add_board_acts(std::vector<Entry>& all, const Scene& scene);

/// What is drawn and measured on the map, and the plot as files.
void add_map_acts(std::vector<Entry>& all, const Scene& scene);
/// A coordinate that was typed, WGS 84 or RD.
void add_typed_coordinate(std::vector<Entry>& all, const std::string& typed);
/// Places to go to on the map by name; of the own layers those whose name holds what was typed.
void add_map_places(std::vector<Entry>& all, const Scene& scene, const std::string& typed);

/// A moment of the past as it is typed: "04:15" (the last such time), "22-01 16:40", "T+03:15" in an
/// exercise. None when it is none of these or is yet to come.
std::optional<Instant> past_moment(const Scene& scene, std::string_view typed);

} // namespace regiekamer::panels::palette
