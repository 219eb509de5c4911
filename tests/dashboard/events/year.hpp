// Tuesday 15 June 2027 at the desk of the evenementencoördinator: a festival of class B in 18 days.
#pragma once

#include "tests/support/board.hpp"

namespace year {

using namespace regiekamer;
using namespace regiekamer::panels;
using ui::Key;

inline const Instant begins = moment("2027-07-03T14:00:00+02:00");
inline const PublicEventId festival{"festival"};

/// A desk at that board, with the lists of the program.
struct Board : Desk {
    Board() : Desk(Mode::actual) {
        now = moment("2027-06-15T10:15:30+02:00");
        data.heard = data.wall_now = now;
        user = {"evenementencoördinator", "L. Kok"};
        view = View::evenementen;
        catalogue = program_catalogue();
    }

    void registers(const PublicEventId& id, const std::string& name, EventClass class_,
                   std::optional<Instant> from, microseconds length = hours(9)) {
        EventRegistered body;
        body.event = id;
        body.name = name;
        body.class_ = class_;
        body.place = "Lammetjeswiel";
        body.point = Position{51.8680, 4.6485};
        body.from = from;
        if (from) body.until = *from + length;
        body.visitors = 4000;
        body.organiser = "Stichting Wielfeest";
        body.contacts = std::vector<Contact>{{"hoofd beveiliging", "T. Mulder"}};
        tells(now - hours(24 * 90), body);
    }
    /// The festival, registered in March with all that class B is asked.
    void has_festival() {
        registers(festival, "Lammetjeswielfestival", EventClass::B, begins);
        for (auto& body :
             catalogue::asked_of(catalogue.requirements,
                                 {festival, EventClass::B, "Stichting Wielfeest", begins, begins + hours(9)}))
            tells(now - hours(24 * 90), body);
    }
    void meets(const RequirementId& id) {
        tells(now - hours(24), RequirementMet{festival, id, now - hours(24), {}});
    }
    /// All but these.
    void meets_all_but(const std::vector<RequirementId>& open) {
        for (const auto& one : catalogue.requirements.classes.at(EventClass::B).requirements)
            if (std::find(open.begin(), open.end(), one.id) == open.end()) meets(one.id);
    }
};

} // namespace year
