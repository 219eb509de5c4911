// One message whole: its sentence, who sent it, when it was recorded, and every member.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels {

/// Whether a later message says otherwise: withdrawn, or a note that was corrected since. It stays, struck.
bool superseded(const Scene& scene, const Recorded& fact);

/// Draws it into the rectangle; what does not fit scrolls. `raw`: with the words of the message itself, its
/// identifiers and its place in the chain, which stand behind a fold.
void draw_message(ui::Ui& ui, const Scene& scene, Sequence sequence, const ui::Rect& rect, bool& raw);

/// The note that this message wrote or corrected; none: it is no note.
std::optional<NoteId> note_of(const Recorded& fact);
/// Marks it important: a note by being written so, anything else by a note that quotes it.
Act marked_important(const Scene& scene, const Recorded& fact);

} // namespace regiekamer::panels
