// How a function turns out, in a word, a mark and its clock.
#pragma once

#include "dashboard/panels/intents.hpp"
#include "dashboard/panels/ui/ui.hpp"
#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::panels {

/// "22/30": minutes since the alarm, until present; and the norm. Without a norm "22 min".
std::string since_norm(const picture::FunctionAttendance& one);
/// "Onderweg 04:52", "Niet bezet", "Aanwezig CoPI".
std::string turnout_words(const picture::FunctionAttendance& one);
/// Where nobody is called: "Alle teams zijn naar huis (11:10).", or that nobody was alerted and how one does
/// it.
std::string nobody_words(const Scene& scene);
/// ✓ there, ● on the way, ○ confirmed, ◆ just alerted, ▲ not answered within the norm for it.
void draw_turnout(ui::Ui& ui, const picture::FunctionAttendance& one, ui::Point at);
/// Grey while nothing is wrong yet, amber from when it is niet bevestigd, red from niet bezet.
ui::Colour unanswered_colour(const ui::Palette& palette, const picture::FunctionAttendance& one);

/// Alerts the achterwacht, under the alarmering that stands; none: the function was never alerted.
std::optional<Act> backup_act(const Scene& scene, const IncidentId& incident, const Function& function,
                              const PersonId& person);

} // namespace regiekamer::panels
