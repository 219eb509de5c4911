// The alarms as a board, after ISA-18.2: every one with its state as a shape and a word, and what can be done
// about it. The alarm line (alarm_line.cpp) shows the worst of the same groups.
#pragma once

#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/alarm_groups.hpp"
#include "dashboard/picture/attendance.hpp"

namespace regiekamer::panels::alarms {

/// Those that stand and were not put away, for this desk's function, folded.
std::vector<picture::AlarmGroup> open_groups(const Scene& scene);
/// "Waterinfo stil (3 keer)", "12 alarmen bij Hoogwater Alblasserdam".
std::string title_of(const Scene& scene, const picture::AlarmGroup& group);
/// What stands after it: of which incident when that is another than the screen shows, since when, by when.
std::string detail_of(const Scene& scene, const picture::Alarm& alarm);

/// Both in the room that the alarm line has: beside each other, or where it is too short for that over each
/// other in smaller letters. `detail` begins with " · ".
void draw_words(ui::Ui& ui, const ui::Rect& room, std::string_view title, std::string_view detail);

/// Why no alarm is heard on this desk, in two words; empty when it is.
inline std::string_view why_silent(const Scene& scene) {
    return scene.muted ? "geluid uit" : scene.has_sound ? "" : "geen geluid";
}

/// One's own alarmering, which asks "do you come?": how it stands. None: another alarm.
std::optional<picture::FunctionAttendance> own_call(const Scene& scene, const picture::Alarm& alarm);

/// Whether a page asks for a judgement: accept or dismiss.
bool is_proposal(const picture::Alarm& alarm);

/// Whether Enter answers the alarm line now; then no other button may say that Enter is its key.
bool waits_for_enter(const Scene& scene, const Drafts& drafts);

/// ALARMEN: the list.
Intents board(ui::Ui& ui, const Scene& scene, Drafts& drafts);
/// ZET WEG: until when, and why.
Intents shelve(ui::Ui& ui, const Scene& scene, Drafts& drafts);

} // namespace regiekamer::panels::alarms
