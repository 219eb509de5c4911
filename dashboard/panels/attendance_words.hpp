// How a function turns out, in a word, a mark and its clock.
#pragma once

#include "dashboard/panels/ui/ui.hpp"
#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::panels {

/// "22/30": minutes since the alarm, until present; and the norm. Without a norm "22 min".
std::string since_norm(const picture::FunctionAttendance& one);
/// "Onderweg 04:52", "Niet bezet", "Aanwezig CoPI".
std::string turnout_words(const picture::FunctionAttendance& one);
/// ✓ there, ● on the way, ○ confirmed, ▲ not answered.
void draw_turnout(ui::Ui& ui, const picture::FunctionAttendance& one, ui::Point at);

} // namespace regiekamer::panels
