// The picture: what is known at one moment, folded from messages and from nothing else. No clock is asked
// here; what depends on now (who is on duty, what is late) is a pure function of (Picture, instant) in the
// theme's file.
#pragma once

#include "dashboard/picture/actions.hpp"
#include "dashboard/picture/attendance.hpp"
#include "dashboard/picture/crisis_organisation.hpp"
#include "dashboard/picture/exercise.hpp"
#include "dashboard/picture/incidents.hpp"
#include "dashboard/picture/logbook.hpp"
#include "dashboard/picture/meetings.hpp"
#include "dashboard/picture/public_events.hpp"
#include "dashboard/picture/roster.hpp"
#include "dashboard/picture/series.hpp"
#include "dashboard/picture/shared.hpp"
#include "dashboard/picture/system.hpp"
#include "dashboard/picture/warnings.hpp"

namespace regiekamer::picture {

struct Picture {
    Sequence sequence{}; ///< of the last message folded
    Instant recorded;    ///< of that message
    Instant moment;      ///< real: recorded; exercise: where its clock stood (moment.hpp)

    Shared<Incidents> incidents;   ///< incidents, areas, places, GRIP history
    Shared<Attendance> attendance; ///< teams, opkomst
    Shared<Meetings> meetings;     ///< overleg, findings, decisions, situation texts
    Shared<Actions> actions;
    Shared<Logbook> logbook; ///< notes, corrections, acknowledged and shelved alarms
    Shared<Roster> roster;
    Shared<PublicEvents> events;
    Shared<SeriesSet> series;  ///< measurements, forecasts, thresholds, stations
    Shared<Warnings> warnings; ///< CAP warnings, pages, proposals
    Shared<Exercise> exercise;
    Shared<CrisisOrganisation> organisation;
    Shared<System> system; ///< desks, feeds, checks

    bool operator==(const Picture&) const = default;
};

/// Folds one message in. Total: any message in any order, repeated or nonsensical, is taken without failing.
/// Withdrawal is not seen here: History folds everything but what was withdrawn.
void fold(Picture& picture, const Recorded& fact);

} // namespace regiekamer::picture
