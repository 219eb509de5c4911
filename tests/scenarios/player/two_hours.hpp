// A scenario of two hours with a prelude, a gauge, and injects with conditions; and what a run of it tells.
#pragma once

#include "tests/scenarios/player/exercise.hpp"

namespace regiekamer::player::two_hours {

inline std::string note(const char* at, const std::string& more = "") {
    return std::string("[[message]]\nat = \"") + at +
           "\"\nfrom = \"responscel\"\ntype = \"note.written\"\ndata = { text = \"x\" }\n" + more;
}

inline const Scenario& full() {
    static const Scenario scenario =
        loaded(head + note("T-03:00") + note("T+00:00") + inject("1", "T+00:10") +
               inject("2", "T+00:30", "if = \"note\"\n") + inject("3", "T+00:30", "unless = \"grip\"\n") +
               inject("4", "T+00:40", "if = \"grip\"\n") + note("T+00:20", "person = \"p-1\"\n") +
               inject("5", "T+02:00") + R"([[series]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
every = "10m"
from = "T-01:00"
values = [1, 2, 3, 4, 5, 6, 7, nan, 9, 10, 11, 12, 13, 14, 15]
[[forecast]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
issued = "T+00:10"
every = "10m"
from = "T+00:20"
values = [1, 2]
[[expect]]
id = "note"
type = "note.written"
by = "responscel"
after = "1"
[[expect]]
id = "grip"
type = "grip.decided"
)");
    return scenario;
}

inline const std::vector<std::string>& reference() {
    static const auto lines = [] {
        Exercise exercise(full(), {.instant = true});
        exercise.play();
        return exercise.told();
    }();
    return lines;
}

inline ExerciseClockSet set(Instant at, double rate, bool running) {
    return {"run-1", at, Rate{rate}, running};
}

} // namespace regiekamer::player::two_hours
