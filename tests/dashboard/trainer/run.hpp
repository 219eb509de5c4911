// A small exercise that is under way, and who leads it.
#pragma once

#include "tests/scenarios/player/text.hpp"
#include "tests/support/board.hpp"

namespace exercise {

using namespace regiekamer;
using namespace regiekamer::panels;
using regiekamer::ui::Key;

inline const std::string small_scenario = player::head + R"([[aim]]
id = "A"
text = "Beeld en besluit: elk besluit heeft een eigenaar"
[[aim]]
id = "B"
text = "Opvang open"
[[role]]
function = "politie"
name = "A. de Vries"
played = false
[[expect]]
id = "grip"
text = "OvD-Bz schaalt op"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "20m"
aim = "A"
[[expect]]
id = "notitie"
text = "Melding staat in het logboek"
type = "note.written"
by = "OvD-Bz"
after = "1"
within = "5m"
aim = "A"
[[expect]]
id = "opvang"
text = "Opvang geopend"
type = "place.marked"
by = "OvD-Bz"
after = "2"
within = "10m"
aim = "B"
[[inject]]
nr = "1"
at = "T+00:05"
from = "politie"
to = "OvD-Bz"
medium = "telefoon"
text = "Rook over de wijk"
aim = "A"
[[inject]]
nr = "2"
at = "T+00:20"
from = "responscel"
to = "OvD-Bz"
medium = "mail"
text = "Waar moeten de bewoners heen?"
note = "Wacht tot zij de wijk genoemd hebben."
aim = "B"
[[inject]]
nr = "3"
at = "T+00:30"
from = "politie"
to = "OvD-Bz"
medium = "portofoon"
text = "Waarom is er nog geen GRIP?"
unless = "grip"
[[inject]]
nr = "4"
at = "T+02:00"
from = "politie"
to = "OvD-Bz"
medium = "telefoon"
text = "Wij gaan naar huis"
)";

/// Twelve minutes under way: inject 1 was told at T+00:05, nobody did anything yet.
struct Board : Desk {
    player::Scenario scenario = player::loaded(small_scenario);

    explicit Board(const char* function = "oefenleider") {
        user = {Function(function), PersonId("L. Bos")};
        view = View::oefenleiding;
        practises(scenario);
        const auto began = scenario.start;
        tells(began, ExerciseStarted{RunId("run"),
                                     "proef",
                                     "Proef",
                                     began,
                                     {{Function("OvD-Bz"), true}, {Function("politie"), false}},
                                     scenario.digest});
        tells(began, ExerciseClockSet{RunId("run"), began, Rate{1}, true});
        tells(
            at(5),
            InjectDelivered{
                RunId("run"), InjectNr("1"), "politie", "OvD-Bz", "telefoon", "Rook over de wijk", "A", {}});
        now = at(12);
        data.heard = data.wall_now = now;
    }
    [[nodiscard]] Instant at(int minute) const { return scenario.start + minutes(minute); }
    [[nodiscard]] const measure::MeasuredInject& line(std::string_view nr) {
        for (const auto& one : scene().script->results.injects)
            if (one.nr.value == nr) return one;
        FAIL("no such inject");
        throw std::logic_error("unreachable");
    }
};

} // namespace exercise
