// A team of which some play and the others are simulated: an alert and an action at the start, four hours.
#pragma once

#include "tests/scenarios/player/exercise.hpp"

#include <fmt/format.h>

namespace regiekamer::player::practice {

/// The OvD-Bz plays, an HTO might.
inline std::string team(int seed = 1) {
    return fmt::format(R"([scenario]
title = "Proef"
start = "2027-01-22T12:00:00+01:00"
seed = {}
[[role]]
function = "OvD-Bz"
played = true
[[role]]
function = "HTO Publieke zorg"
name = "J. Postma"
played = true
[[role]]
function = "wijkbeheer"
played = false
[[role]]
function = "leider CoPI"
played = false
[[role]]
function = "responscel"
played = false
[[message]]
at = "T+00:01"
from = "responscel"
type = "team.alerted"
data = {{ alert = "a", incident = "i", team = "copi", functions = ["OvD-Bz", "HTO Publieke zorg", "leider CoPI"], norm_minutes = 30 }}
[[message]]
at = "T+00:02"
from = "responscel"
type = "action.opened"
data = {{ action = "hekken", title = "Zet de hekken", owner = "wijkbeheer", due = "T+01:00" }}
[[inject]]
nr = "1"
at = "T+00:10"
from = "responscel"
to = "OvD-Bz"
medium = "app"
text = "Hoe staat het?"
[[inject]]
nr = "2"
at = "T+04:00"
from = "responscel"
to = "OvD-Bz"
medium = "app"
text = "Dank."
[[expect]]
id = "zelf"
type = "situation.written"
by = "OvD-Bz"
)",
                       seed);
}

inline std::string
response(const std::string& more = "on = \"note.written\"\nsaid_by = \"OvD-Bz\"\n",
         const std::string& data = R"({ text = "Gelezen: {text}", incident = "{incident}" })") {
    return "[[response]]\nid = \"leest\"\nfrom = \"wijkbeheer\"\n" + more +
           "type = \"note.written\"\ndata = " + data + "\ndelay = [\"2m\", \"6m\"]\n";
}

inline std::vector<Message> simulated(const Exercise& exercise) {
    std::vector<Message> all;
    for (const Recorded& recorded : exercise.journal)
        if (recorded.message.person == PersonId(std::string(simulated_person)))
            all.push_back(recorded.message);
    return all;
}

inline RunOptions alone(RunOptions options = {.rate = 20}) {
    options.play = std::vector<Function>{Function("OvD-Bz")};
    return options;
}

/// The same person says the same in every run.
inline void ask(Exercise& exercise, const char* at) {
    exercise.says(NoteWritten{"n-1", IncidentId("i"), {}, "hekken?", {}}, exercise.at(at));
}

} // namespace regiekamer::player::practice
