// The night that most tests of panels begin in: an incident, a team that was alerted, people on duty.
#pragma once

#include "tests/support/board.hpp"

namespace night {

using namespace regiekamer;
using namespace regiekamer::panels;
using ui::Key;

inline const IncidentId incident{"2027-0122"};

inline Instant at(int minutes_before) {
    return Desk::start() - minutes(minutes_before);
}

inline void person(Desk& desk, const char* id, const char* name, const char* function, const char* phone) {
    PersonRegistered body;
    body.person = id;
    body.name = name;
    body.functions = {Function(function)};
    body.phone = phone;
    desk.tells(at(600), body);
}

inline void on_duty(Desk& desk, const char* rotation, const char* function, const char* who) {
    RotationSet body;
    body.rotation = rotation;
    body.function = function;
    body.persons = {PersonId(who)};
    body.from = at(6'000);
    body.zone = "Europe/Amsterdam";
    body.hard = true;
    desk.tells(at(600), body);
}

inline void roster(Desk& desk) {
    person(desk, "de-wit", "K. de Wit", "OvD-Bz", "06-0000 0101");
    person(desk, "jansen", "A. Jansen", "informatiemanager", "06-0000 0115");
    person(desk, "mulder", "P. Mulder", "informatiemanager", "06-0000 0116");
    person(desk, "verhoeven", "M. Verhoeven", "AC-Bz", "06-0000 0108");
    on_duty(desk, "r1", "OvD-Bz", "de-wit");
    on_duty(desk, "r2", "informatiemanager", "jansen");
    on_duty(desk, "r3", "AC-Bz", "verhoeven");
}

inline void opens_incident(Desk& desk) {
    IncidentOpened body;
    body.incident = incident;
    body.title = "Hoogwater Alblasserdam";
    body.kind = "hoogwater";
    body.municipality = "Alblasserdam";
    body.place = "Kade";
    body.point = Position{51.8650, 4.6490};
    body.started = at(100);
    body.addresses = 38;
    desk.tells(at(100), body);
}

/// A second incident, of ten minutes ago.
const IncidentId leak{"2027-0200"};

inline void a_leak_too(Desk& desk) {
    IncidentOpened body;
    body.incident = leak;
    body.title = "Lekkage Dam";
    body.kind = "anders";
    body.municipality = "Alblasserdam";
    body.place = "Dam";
    body.started = at(10);
    desk.tells(at(10), body);
}

inline void decides_grip(Desk& desk, int level, int minutes_before) {
    GripDecided body;
    body.incident = incident;
    body.level = level;
    body.reason = "Effecten buiten het brongebied";
    body.decided_by.function = "leider CoPI";
    body.effective_from = at(minutes_before);
    desk.tells(at(minutes_before), body);
}

/// Nobody answered for the informatiemanager: alerted 22 minutes ago, the achterwacht 14.
inline void nobody_answers(Desk& desk) {
    desk.tells(at(22), TeamAlerted{"alarm-copi", incident, Team::copi, {Function("informatiemanager")}, 30});
    desk.tells(at(22), PersonAlerted{"alarm-copi", incident, "informatiemanager", "jansen", Medium::app, 1});
    desk.tells(at(14), PersonAlerted{"alarm-copi", incident, "informatiemanager", "mulder", Medium::app, 1});
}

inline void opens_action(Desk& desk, const std::string& id, const std::string& title,
                         const std::string& owner, std::optional<Instant> due) {
    ActionOpened body;
    body.action = ActionId(id);
    body.incident = incident;
    body.title = title;
    body.owner = Function(owner);
    body.due = due;
    desk.tells(at(30), body);
}

/// A page that names GRIP 3, two minutes ago; returns its message's sequence.
inline Sequence page_arrives(Desk& desk, std::optional<GripLevel> grip) {
    PageReceived body;
    body.text = "P 1 Kade Alblasserdam OVD-BZ";
    body.at = at(2);
    body.ours = true;
    body.place = "Alblasserdam";
    body.grip = grip;
    return desk.tells(at(2), body);
}

inline void exercise_runs(Desk& desk, double rate, bool running) {
    ExerciseStarted body;
    body.run = "run";
    body.scenario = "hoogwater";
    body.title = "Hoogwater Alblasserdam";
    body.start = at(300);
    desk.tells(at(300), body);
    desk.tells(at(300), ExerciseClockSet{"run", at(300), Rate{rate}, running});
}

/// Whether the header says this.
inline bool header_says(const Gui& gui, std::string_view words) {
    for (const auto& one : ui::seen(gui.ui))
        if (one.rect.bottom() < 110 && one.text.find(words) != std::string_view::npos) return true;
    return false;
}

/// GRIP 2 for 85 minutes.
inline void begin(Desk& desk) {
    roster(desk);
    opens_incident(desk);
    decides_grip(desk, 1, 95);
    decides_grip(desk, 2, 85);
}

} // namespace night
