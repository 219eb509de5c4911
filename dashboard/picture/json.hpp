// The picture as JSON, for `regiekamerctl picture` and for who scripts against it.
#pragma once

#include "dashboard/picture/oto.hpp"
#include "dashboard/picture/picture.hpp"

#include <boost/json.hpp>

namespace regiekamer::picture {

/// Everything the picture knows and everything that the screen derives from it at `now` (for an exercise: the
/// exercise clock). Names are stable: members are only ever added. Members and lists stand in a fixed order.
/// Instants are UTC text; what nobody said yet, and "no end", is null; ids are as on the wire. `sequence`
/// beside a value is the message that set it.
///
///   sequence, recorded, moment, now
///   leading_incident      id or null
///   incidents[]           incident open title kind municipality place point started addresses event closed
///                         grip {level since decided_by reason authority sequence}   grip_history[]
///                         public_clocks[] {norm from by met_at state asked appointed by_appointment} teams[]
///                         attendance[] {function person state reached norm step backup simulated …}
///                         attendance_counts areas[] places[] meetings[] decisions[] situation[] {column
///                         items[]}
///   not_reached[]         as attendance[], over all open incidents
///   for {function}        actions[] (ids, first due first)  late  next_meeting  on_duty
///   upcoming_meetings[]   running first, then by time
///   actions[]             action title owner person state due late late_by_seconds waits_for[] …
///   late_actions[]        ids
///   notes[]               text as last corrected, corrections[]
///   alarms[]              alarm rule level state subject since by …; worst first        alarm_counts
///   roster                functions[] {function now next}  persons[] {… on_duty_as[]} rotations[]
///   temporary[]
///                         absences[] swaps[] open_swaps[] open_requests[] handovers[] {… open_points[]};
///                         gaps[] and double_bookings[] of 8 weeks, changes[] of 7 days
///                         a duty: function person name since until layer hard absent answer
///   events[]              by urgency: event name class state decision done total late
///                         reasons[] {why title by deadline expected late conditions[]} later[]
///                         requirements[] moments[] inspections[] thresholds[]
///   agenda[]              7 local days {day items[] {kind at event title by late}}       works[]
///   series[]              station quantity unit latest rise_per_hour count last_day[]
///                         thresholds[] {value meaning severity crossed since expected}
///                         forecast {issued peak points[]}                                stations[]
///   warnings[]            those that hold, severest first, with begins and ends
///   pages[]               of the last 24 hours, newest first, grouped     proposals[]    those still open
///   exercise              null, or phase rate run title start roles[] clock halted injects[] judged[]
///                         observations[]
///   organisation          posts[] (those that must be filled too) vacant[] lapsing_trainings[]
///   coming_trainings[]
///   system                desks[] feeds[] {state note last_heard per_hour taken refused aside[]} checks[]
///   heard {type: {at recorded source}}
///
/// `asked` are the posts that must be filled: what nobody said of them is vacant, as on the screen.
boost::json::object to_json(const Picture& picture, Instant now, std::span<const AskedPost> asked = {});

} // namespace regiekamer::picture
