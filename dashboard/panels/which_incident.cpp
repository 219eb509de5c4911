// See the header.
#include "dashboard/panels/which_incident.hpp"

#include "dashboard/words/names.hpp"

#include <algorithm>

namespace regiekamer::panels {

std::string which_incident(const Scene& scene, const std::optional<IncidentId>& incident) {
    if (!incident || picture::find_incident(scene.picture, *incident) == nullptr) return {};
    const auto open = picture::active_incidents(scene.picture, scene.now);
    const bool only =
        std::all_of(open.begin(), open.end(), [&](const auto& one) { return one == *incident; });
    return only ? std::string() : words::incident(scene.picture, *incident);
}

std::string with_incident(const Scene& scene, std::string text) {
    const std::string which = which_incident(scene, scene.incident);
    return which.empty() ? text : std::move(text) + " · " + which;
}

float draw_incident_of(ui::Ui& ui, const Scene& scene, const picture::LogEntry& entry,
                       const std::string& sentence, const ui::Rect& room) {
    const std::string& id = scene.log.incident_of(entry);
    if (id.empty()) return room.right();
    const std::string which = which_incident(scene, IncidentId(id));
    if (which.empty() || sentence.find(which) != std::string::npos) return room.right();
    const std::string shown = ui::shortened(ui, ui::Style::secondary15, room.w * 0.28F, which);
    return ui::text_right(ui, ui::Style::secondary15, {room.right(), room.centre().y + 6}, ui.palette.dim,
                          shown) -
           12;
}

} // namespace regiekamer::panels
