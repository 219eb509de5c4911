// Tuesday 15 June 2027 at the desk of the OvD-Bz: seven in turn, and one function with a rotation that ends.
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/scene.hpp"

namespace week {

using namespace regiekamer;
using namespace regiekamer::panels;
using ui::Key;

inline Instant moment(const char* text) {
    return *read_instant(text);
}
/// Monday 09:00 of week 24, in which the desk is.
inline const Instant monday = moment("2027-06-14T09:00:00+02:00");
inline Instant weeks(int count) {
    return monday + hours(24 * 7 * count);
}

/// What stands in a field that has not the keyboard.
inline void fills(Gui& gui, std::string& field, const std::string& words) {
    gui.frame(2); // after a refusal the field gets the keyboard, and would keep its own words
    ui::clear_focus(gui.ui);
    gui.frame(2);
    field = words;
    gui.frame(2);
}

struct Board : Desk {
    Board() : Desk(Mode::actual) {
        now = moment("2027-06-15T11:20:05+02:00");
        data.heard = data.wall_now = now;
        user = {"OvD-Bz", "wit"};
        view = View::piket;
    }
    void knows(const std::string& id, const std::string& name, const std::string& municipality,
               const std::vector<Function>& functions) {
        PersonRegistered body;
        body.person = PersonId(id);
        body.name = name;
        body.municipality = municipality;
        body.functions = functions;
        body.phone = "06-0000 01" + std::to_string(10 + id.size());
        tells(now - hours(24 * 90), body);
    }
    void rotates(const std::string& function, const std::vector<PersonId>& persons,
                 std::optional<Instant> until = std::nullopt, const char* changeover = "ma 09:00") {
        RotationSet body;
        body.rotation = RotationId(function);
        body.function = Function(function);
        body.persons = persons;
        body.from = monday;
        body.until = until;
        body.changeover.value = changeover;
        body.zone = "Europe/Amsterdam";
        body.hard = true;
        tells(now - hours(24 * 60), body);
    }
    /// Three who are OvD-Bz in turn.
    void has_roster() {
        knows("wit", "K. de Wit", "Alblasserdam", {"OvD-Bz"});
        knows("yilmaz", "A. Yilmaz", "Dordrecht", {"OvD-Bz"});
        knows("visser", "L. Visser", "Papendrecht", {"OvD-Bz", "informatiemanager"});
        rotates("OvD-Bz", {"wit", "yilmaz", "visser"});
    }
    /// An informatiemanager until week 27, nobody after.
    void has_gap() {
        knows("jansen", "A. Jansen", "Dordrecht", {"informatiemanager"});
        knows("mulder", "P. Mulder", "Hendrik-Ido-Ambacht", {"informatiemanager"});
        rotates("informatiemanager", {"jansen", "mulder"}, weeks(3));
    }
    void proposes_swap() {
        SwapProposed body;
        body.swap = SwapId("ruil");
        body.function = Function("OvD-Bz");
        body.from = weeks(3);
        body.until = weeks(4);
        body.from_person = PersonId("wit");
        body.to_person = PersonId("yilmaz");
        tells(now - hours(2), body);
        tells(now - hours(2), SwapConsented{body.swap, body.from_person});
    }
};

} // namespace week
