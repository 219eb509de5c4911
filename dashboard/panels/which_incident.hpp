// With several incidents open each window and each line says which one it is about; with one nobody asks.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/ui.hpp"

namespace regiekamer::panels {

/// Its title, when it is not the only one that is open; else empty.
std::string which_incident(const Scene& scene, const std::optional<IncidentId>& incident);
/// The same behind a text: "GRIP 2 · Brand Nieuwland Parc".
std::string with_incident(const Scene& scene, std::string text);
/// Of a line of the logboek, dim at the right end of its room, unless its sentence says so itself. Returns
/// where the sentence must end.
float draw_incident_of(ui::Ui& ui, const Scene& scene, const picture::LogEntry& entry,
                       const std::string& sentence, const ui::Rect& room);

} // namespace regiekamer::panels
