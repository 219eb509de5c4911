// "Waarom staat dit hier?" A panel says in one line which messages made what stands in a rectangle; the key ?
// on the thing that has the focus, or that the mouse is on, lists them.
//
//     because(ui, place, {action.opened.sequence, action.due.sequence});
#pragma once

#include "dashboard/panels/ui/context.hpp"
#include "messaging/vocabulary/message.hpp"

#include <initializer_list>
#include <span>
#include <vector>

namespace regiekamer::panels {

/// Of what stands in this rectangle. 0 (nobody said so) and repeats are passed over; of rectangles within
/// each other the smallest answers, so a row may say it after its panel did.
void because(ui::Ui& ui, const ui::Rect& rect, std::span<const Sequence> sequences);
inline void because(ui::Ui& ui, const ui::Rect& rect, std::initializer_list<Sequence> sequences) {
    because(ui, rect, std::span(sequences.begin(), sequences.size()));
}

/// The messages behind what has the focus ring, else behind what the mouse is on; oldest first. Ask after
/// everything is drawn.
std::vector<Sequence> behind(const ui::Ui& ui);

} // namespace regiekamer::panels
