// Notes and their corrections.
#include "dashboard/picture/logbook.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace logbook_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant night = at(2027, 1, 23, 4);

} // namespace

TEST_CASE("a correction gives the new text and leaves the old one readable") {
    Told told;
    told.tells(night, NoteWritten{"n", IncidentId{"i"}, {}, "3 bewoners", {}});
    told.tells(night, NoteCorrected{"n", "2 bewoners", "verteld door thuiszorg"});
    const Note& note = *told.picture.logbook->notes.find("n");
    CHECK(text_of(note) == "2 bewoners");
    CHECK(note.written.value.text == "3 bewoners");
    CHECK(note.corrections.at(0).corrected.sequence == 2);
    told.tells(night, NoteWritten{"n", IncidentId{"i"}, {}, "4 bewoners", {}});
    CHECK(text_of(*told.picture.logbook->notes.find("n")) == "4 bewoners");
}

TEST_CASE("notes of an incident stand newest first; a correction of nothing is no note") {
    Told told;
    told.tells(night, NoteCorrected{"los", "tekst", {}});
    told.tells(night, NoteWritten{"b", IncidentId{"i"}, {}, "eerst", {}});
    told.tells(night, NoteWritten{"a", IncidentId{"i"}, {}, "daarna", true});
    told.tells(night, NoteWritten{"c", {}, PublicEventId{"e"}, "evenement", true});
    REQUIRE(notes_of(told.picture, IncidentId{"i"}).size() == 2);
    CHECK(notes_of(told.picture, IncidentId{"i"})[0]->written.value.text == "daarna");
    CHECK(notes_of(told.picture, PublicEventId{"e"}).size() == 1);
    CHECK(important_notes(told.picture).size() == 2);
    told.tells(night, IncidentClosed{"i", "klaar"});
    CHECK(important_notes(told.picture).size() == 1);
}

TEST_CASE("who marks a note important does not become who wrote it") {
    Told told;
    told.tells(night, NoteWritten{"n", IncidentId{"i"}, {}, "Rook trekt naar de wijk", {}});
    const Note before = *told.picture.logbook->notes.find("n");
    told.tells(night + minutes(14), NoteWritten{"n", IncidentId{"i"}, {}, "Rook trekt naar de wijk", true});
    Note note = *told.picture.logbook->notes.find("n");
    CHECK(note.written.value.important == true);
    CHECK(note.written.time == night);
    CHECK(note.written.sequence == before.written.sequence);
    CHECK(note.function == before.function);
    CHECK(important_notes(told.picture).size() == 1);
    told.tells(night + minutes(15), NoteCorrected{"n", "Rook trekt naar Kinderdijk", {}});
    told.tells(night + minutes(16), NoteWritten{"n", IncidentId{"i"}, {}, "Rook trekt naar Kinderdijk", {}});
    note = *told.picture.logbook->notes.find("n");
    CHECK(text_of(note) == "Rook trekt naar Kinderdijk");
    CHECK(note.written.value.text == "Rook trekt naar de wijk");
    CHECK(important_notes(told.picture).empty());
}

TEST_CASE("nothing is kept of a withdrawal; a redaction is known by its sequence") {
    Told told;
    told.tells(night, NoteWritten{"n", {}, {}, "tekst", {}});
    const Picture before = told.picture;
    told.tells(night, MessageWithdrawn{"m1", "desk/test", "vergissing"});
    CHECK(told.picture.logbook == before.logbook);
    told.tells(night, MessageRedacted{1, "AVG"});
    CHECK(told.picture.logbook->redacted.at(1).value == "AVG");
}

} // namespace logbook_test
