// GEWEKT: an alarm for one's own function, just in. One question, two answers, until "Ik ben er" or Esc. The
// view answers what a person at 03:00 asks: what is it, where must I go, by when, whom do I call, what do I
// do first, what is not sure.
#pragma once

#include "dashboard/panels/action_board/card_lines.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/attendance.hpp"

namespace regiekamer::panels {

struct WakingAlarm {
    picture::FunctionAttendance attendance;
    Sequence call = 0; ///< of the last call: what Esc puts aside
};

/// The alarmering that wakes this desk: of its function, answered by nobody else, not put aside; the newest.
/// None while looking back.
std::optional<WakingAlarm> waking_alarm(const Scene& scene);

void draw_woken(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// The alarm line while nobody answered: what has been tried and what comes next, and the two answers.
Intents draw_waking_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect,
                         const picture::FunctionAttendance& alarm, const Drafts& drafts);

namespace woken {

using picture::FunctionAttendance;

void draw_what(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm);
void draw_where(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm);
Intents draw_answer(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm,
                    Drafts& drafts);
Intents draw_first_four(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm,
                        Drafts& drafts);
void draw_counter(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm);
void draw_numbers(ui::Ui& ui, const Scene& scene, const ui::Rect& rect);
Intents draw_uncertain(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const FunctionAttendance& alarm);

/// In how many minutes the user is there, as chosen in UW ANTWOORD.
int chosen_minutes(const Drafts& drafts);
/// "Ik kom": the answer, and the first lines of the basis card of one's own function that nobody opened yet;
/// the line about confirming the alarm is done with it.
Intents come_acts(const Scene& scene, const FunctionAttendance& alarm, int minutes_from_now);
/// Those lines: due within the hour after the alarm, of the function at this desk.
std::vector<OfferedLine> first_lines(const Scene& scene, const FunctionAttendance& alarm);
/// Opens one of them, and finishes it at once when it is done already.
Intents open_line(const Scene& scene, const FunctionAttendance& alarm, const OfferedLine& line, bool done);

/// What this desk's user reports of their own coming; `minutes_from_now` 0: without a time.
Act attendance_act(const Scene& scene, const FunctionAttendance& alarm, AttendanceState state,
                   int minutes_from_now);

} // namespace woken
} // namespace regiekamer::panels
