// What of the netcentrisch beeld was read at this desk: per text, per column, or the whole of an incident.
#pragma once

#include "dashboard/panels/meeting/draft.hpp"
#include "dashboard/panels/scene.hpp"

namespace regiekamer::panels::meeting {

/// What was there when the user stopped looking counts as read; for who was never here, everything at first
/// sight.
void begin_reading(MeetingDraft& draft, const Scene& scene,
                   const std::vector<picture::SituationColumn>& columns);

/// Written since it was read, by another function than one's own.
bool unread(const MeetingDraft& draft, const Scene& scene, const picture::SituationItem& item);
/// The version that was read last; nullptr: it is the newest, or none was read.
const picture::SituationItem* last_read(const MeetingDraft& draft, const Scene& scene,
                                        const picture::SituationItem& item);

void mark_read(MeetingDraft& draft, const Scene& scene, const picture::SituationItem& item);
void mark_column_read(MeetingDraft& draft, const picture::SituationColumn& column);
void mark_all_read(MeetingDraft& draft, const std::vector<picture::SituationColumn>& columns);

} // namespace regiekamer::panels::meeting
