// One map from what was read to the last sequence of it. A text is known by its first version, which all its
// versions share.
#include "dashboard/panels/meeting/last_read.hpp"

#include <algorithm>

namespace regiekamer::panels::meeting {
namespace {

using picture::SituationColumn;
using picture::SituationItem;

std::string of_incident(const IncidentId& incident) {
    return "incident/" + incident.value;
}
std::string of_column(const IncidentId& incident, const Column& column) {
    return "onderwerp/" + incident.value + "/" + column.value;
}
std::string of_text(const Scene& scene, const SituationItem& item) {
    const auto earlier = picture::earlier_versions(scene.picture, item.written.value.item);
    return "tekst/" + (earlier.empty() ? item : *earlier.back()).written.value.item.value;
}

Sequence known(const MeetingDraft& draft, const std::string& what) {
    const auto found = draft.read.find(what);
    return found == draft.read.end() ? 0 : found->second;
}

/// Up to where this text was read.
Sequence read_until(const MeetingDraft& draft, const Scene& scene, const SituationItem& item) {
    const auto& written = item.written.value;
    return std::max({known(draft, of_incident(written.incident)),
                     known(draft, of_column(written.incident, written.column)),
                     known(draft, of_text(scene, item))});
}

Sequence newest(const SituationColumn& column) {
    Sequence last = 0;
    for (const auto* item : column.items)
        last = std::max(last, item->written.sequence);
    return last;
}

} // namespace

void begin_reading(MeetingDraft& draft, const Scene& scene, const std::vector<SituationColumn>& columns) {
    if (!scene.incident || draft.read.contains(of_incident(*scene.incident))) return;
    Sequence last = 0;
    for (const auto& column : columns)
        last = std::max(last, newest(column));
    if (scene.last_look.sequence != 0) last = std::min(last, scene.last_look.sequence);
    draft.read[of_incident(*scene.incident)] = last;
}

bool unread(const MeetingDraft& draft, const Scene& scene, const SituationItem& item) {
    return item.function != scene.user.function && item.written.sequence > read_until(draft, scene, item);
}

const SituationItem* last_read(const MeetingDraft& draft, const Scene& scene, const SituationItem& item) {
    const Sequence until = read_until(draft, scene, item);
    if (item.written.sequence <= until) return nullptr;
    for (const auto* earlier : picture::earlier_versions(scene.picture, item.written.value.item))
        if (earlier->written.sequence <= until || earlier->function == scene.user.function) return earlier;
    return nullptr;
}

void mark_read(MeetingDraft& draft, const Scene& scene, const SituationItem& item) {
    draft.read[of_text(scene, item)] = item.written.sequence;
}

void mark_column_read(MeetingDraft& draft, const SituationColumn& column) {
    if (column.items.empty()) return;
    const auto& incident = column.items.front()->written.value.incident;
    draft.read[of_column(incident, column.column)] = newest(column);
}

void mark_all_read(MeetingDraft& draft, const std::vector<SituationColumn>& columns) {
    for (const auto& column : columns)
        mark_column_read(draft, column);
}

} // namespace regiekamer::panels::meeting
