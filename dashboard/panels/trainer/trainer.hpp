// OEFENLEIDING: who leads an exercise sees the draaiboek with what became of it, the reactions per role, the
// aims, what is expected and what observers saw; below it the clock. Players are not shown any of it.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "scenarios/measure/measuring.hpp"

namespace regiekamer::panels::trainer {

using ui::measure::padding;

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// ↑ ↓ an inject: Enter sends it, Del lets it lapse, H holds it, + and − move it, O sends it again; N makes
/// one up. Shift+↑ ↓ an expected reaction: V judges it. W observes, R speaks as a role, J jumps, Space
/// pauses, [ ] change the rate, B branches, ← → look five minutes back and ahead.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

/// The panels, a file each.
Intents draw_script(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_roles(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
void draw_aims(ui::Ui& ui, const Scene& scene, const ui::Rect& rect);
Intents draw_expected(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_observations(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_transport(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// The header's slot: the next inject. False: nothing is planned any more, or there is no draaiboek.
bool draw_next_inject(ui::Ui& ui, const Scene& scene, const ui::Rect& cell, ui::Point first,
                      ui::Point second);
/// The alarm line: the worst that the players see; before it, that nobody plays the draaiboek any more.
Intents draw_players_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

/// NO PLAY: the line that every desk shows until the clock is set again; nothing when the exercise goes on.
bool draw_no_play_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect);
/// The key of NO PLAY, and how it is called.
bool no_play_pressed(ui::Ui& ui);
Intents no_play(const Scene& scene);

/// The dialogs.
Intents inject(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents inject_reason(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents verdict(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents observation(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents speak_as(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents time_jump(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents branch(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents end(ui::Ui& ui, const Scene& scene, Drafts& drafts);

/// Whom an inject is told opens it: the message that says so; none when it is no such one, or was read.
std::optional<Act> read_act(const Scene& scene, const Recorded& fact);
/// The messages in which an inject was told to who sits here, and that were not opened yet, oldest first.
std::vector<Sequence> unread(const Scene& scene);

// What several of them ask.

using measure::InjectState;
using measure::Measured;
using measure::MeasuredInject;
using measure::Score;

/// The exercise's run; empty before it began.
RunId run_of(const Scene& scene);
/// Why nothing can be done to the exercise from here; empty: it can.
std::string refused(const Scene& scene, std::string_view type);
/// The chosen inject, else the next that is due; nullptr: there is none.
const MeasuredInject* chosen(const Scene& scene, const Drafts& drafts);
/// What can still come, first due first; nullptr: nothing.
const MeasuredInject* next_inject(const Scene& scene);
/// What should have been sent and was not, while the clock runs: the program that plays the draaiboek is
/// gone.
const MeasuredInject* overdue_inject(const Scene& scene);
/// The alarms of everybody who plays, each also with their own alarmering; worst first.
std::vector<picture::Alarm> players_alarms(const Scene& scene);
/// Missed first, then late, open, on time; what was not asked is left out.
std::vector<const Measured*> in_order(const Scene& scene);
const Measured* chosen_expectation(const Scene& scene, const Drafts& drafts);

std::string offset(const Scene& scene, Instant at); ///< "T+01:40"
std::string countdown(microseconds span);           ///< "02:48", "1:02:48"
std::string_view word(Score score);                 ///< "op tijd"
std::string_view word(const Measured& one);         ///< the same; "niet meer te zien" when the end cut it off
std::string outcome_words(const Scene& scene, const Measured& one); ///< "gemist, 5 min te laat"
std::string expectation_words(const Measured& one);
std::string who_words(const Measured& one); ///< "OvD-Bz"; of several "samen: OvD-Bz, AC-Bz"

Intents deliver(const Scene& scene, const MeasuredInject& inject);
Intents move_by(const Scene& scene, const MeasuredInject& inject, minutes by);

} // namespace regiekamer::panels::trainer
