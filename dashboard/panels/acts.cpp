// A line for each act; the window answers the key, the palette lists the title.
#include "dashboard/panels/acts.hpp"

#include <array>

namespace regiekamer::panels {

std::span<const ActEntry> common_acts() {
    using ui::Key;
    static constexpr std::array acts{
        ActEntry{{Key::n}, Dialog::action, false, ActionOpened::type, "Nieuwe actie"},
        ActEntry{{Key::r}, Dialog::incident, false, IncidentOpened::type, "Nieuw incident"},
        ActEntry{ui::with_shift(Key::i), Dialog::incident_change, true, IncidentUpdated::type,
                 "Incident wijzigen"},
        ActEntry{ui::with_shift(Key::r), Dialog::incident_close, true, IncidentClosed::type,
                 "Incident sluiten"},
        ActEntry{{Key::g}, Dialog::grip, true, GripDecided::type, "GRIP opschalen of afschalen"},
        ActEntry{{Key::t}, Dialog::alert, true, TeamAlerted::type, "Team alarmeren"},
        ActEntry{{Key::e}, Dialog::attendance, true, AttendanceReported::type, "Mijn opkomst melden"},
        ActEntry{{Key::o}, Dialog::meeting, true, MeetingPlanned::type, "Overleg plannen"},
        ActEntry{{Key::c}, Dialog::task_card, true, ActionOpened::type, "Taakkaart: acties uitzetten"},
        ActEntry{{Key::k}, Dialog::note, false, NoteWritten::type, "Notitie in het logboek"}};
    return acts;
}

} // namespace regiekamer::panels
