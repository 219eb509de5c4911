// PIKET: who has the duty over eight weeks, what the roster asks of somebody in the year ahead, who is on now
// and next, and the overdracht. Ruil, absence and taking over begin here.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels::piket {

inline const Function ovd{"OvD-Bz"}; ///< whose piket is looked at first

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// R ruil, V take over now, Z absent, O overdracht, D confirm it, J what asks for an act, W rotation, X end a
/// temporary duty, P weeks by person; ↑ ↓ choose what asks for an act, Page Up and Down go by what the chart
/// shows, [ ] by a week or a month, H between weeks and months, Home to today.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

/// ROOSTER, and beneath it VRAAGT ACTIE.
Intents draw_roster(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_asks(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// Lower than this the roster stands alone, and its head says how much asks for an act: [J] takes it up all
/// the same.
inline constexpr float asks_beneath_from = 300;
/// How high it wants to be with so many lines; some are shown, the others a scroll away.
float asks_height(const ui::Ui& ui, std::size_t lines);
Intents draw_now(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// `digits`: 1 to 9 tick a point; not where digits choose a tab.
Intents draw_points(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts, bool digits);

/// The dialogs.
Intents swap(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents swap_answer(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents take_over(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents absence(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents duty_ask(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents duty_answer(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents handover(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents rotation(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents duty_end(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents fairness(ui::Ui& ui, const Scene& scene, Drafts& drafts);

/// Whether who sits here plans: sets rotations, and ends what is another's.
bool may_plan(const Scene& scene);
/// Whether who sits here may end this temporary duty: a planner, or whose it is.
bool may_end(const Scene& scene, const DutyRostered& duty);

/// Who sits here, as the roster knows them.
PersonId me(const Scene& scene);
/// What the year ahead asks for, looked up once a minute and message.
const std::vector<picture::DutyAsk>& asks(const Scene& scene, Drafts& drafts);
/// The one that the keys are on; none: nullptr.
const picture::DutyAsk* chosen_ask(const Scene& scene, Drafts& drafts);
/// The dialog in which this is settled, or why the user may not.
Intents open_ask(const Scene& scene, Drafts& drafts, const picture::DutyAsk& ask);
/// In the order of the crisis organisation, others after them.
std::vector<Function> functions_in_order(const picture::Picture& picture);
/// Of a function: what waits for confirmation, else what has open points (that of a desk mostly has none),
/// else the newest; null: none.
const picture::Handover* handover_of(const picture::Picture& picture, const Function& function);
/// The overdracht of the user's function to deal with, else of the OvD-Bz; none: nullptr.
const picture::Handover* shown_handover(const Scene& scene);
/// "ma 5 jul – ma 12 jul", with the times where they are no changeover at 09:00; "vanaf ma 24 mei 09:00" when
/// it has no end.
std::string period(Instant from, Instant until);
/// Confirms the overdracht that is shown, or says why that cannot be.
Intents confirm_handover(const Scene& scene);

} // namespace regiekamer::panels::piket
