// What happened, told again as a scenario: the same facts at the same distance, and nobody in it by name.
#include "scenarios/player/from_journal.hpp"

#include "scenarios/player/load.hpp"
#include "tests/scenarios/player/exercise.hpp"

namespace from_journal_test {

namespace from_journal_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

const Instant began = *read_instant("2026-11-20T21:00:00+01:00");

struct Journal {
    std::vector<Recorded> messages;
    void says(int minute, Body body, const char* function = "OvD-Bz", const char* person = "") {
        Recorded fact;
        fact.sequence = messages.size() + 1;
        fact.message.id = "m" + std::to_string(fact.sequence);
        fact.message.source = "desk/een";
        fact.message.time = fact.recorded = began + minutes(minute);
        fact.message.function = Function(function);
        if (*person != 0) fact.message.person = PersonId(person);
        fact.message.body = std::move(body);
        messages.push_back(std::move(fact));
    }
    Journal() {
        PersonRegistered person;
        person.person = "p-karin";
        person.name = "Karin Jansen";
        person.functions = {Function("OvD-Bz")};
        person.phone = "06-12345678";
        says(-600, person, "piketplanner");
        IncidentOpened opened;
        opened.incident = "i";
        opened.title = "Brand Kerkstraat";
        opened.kind = "brand";
        opened.municipality = "Alblasserdam";
        opened.place = "Kerkstraat";
        opened.started = began - minutes(5);
        says(0, opened, "CaCo");
        says(
            6,
            InjectDelivered{RunId("r"), InjectNr("1"), "bewoner", "OvD-Bz", "telefoon", "Er is rook", {}, {}},
            "oefenleiding");
        WarningReceived warning;
        warning.identifier = "w-1";
        warning.sender = "knmi@voorbeeld.example";
        warning.sent = began;
        warning.msg_type = "Alert";
        says(7, warning, "KNMI");
        NoteWritten note;
        note.note = "n";
        note.incident = "i";
        note.text = "Jansen belt Karin Jansen terug op 06-12345678, niet \"straks\" (k.jansen@voorbeeld.nl)";
        says(10, note, "OvD-Bz", "p-karin");
        NoteWritten wrong;
        wrong.note = "w";
        wrong.text = "vergissing";
        says(11, wrong);
        says(11, MessageWithdrawn{MessageId("m6"), "desk/een", "meteen teruggenomen"});
        says(20, ActionTakenOn{ActionId("a")}, "OvD-Bz", "p-karin");
        says(60, DeskJoined{DeskId("een"), {}});
    }
    [[nodiscard]] Scenario again(Instant from) const {
        const auto text = scenario_from(messages, {from, began + hours(2), {}});
        REQUIRE(text);
        return loaded(*text);
    }
};

template <class T>
std::vector<const Line*> lines_of(const Scenario& scenario) {
    std::vector<const Line*> found;
    for (const auto& line : scenario.lines)
        if (std::holds_alternative<T>(line.body)) found.push_back(&line);
    return found;
}

} // namespace

TEST_CASE("a stretch of a journal is a scenario that loads, from any minute") {
    const Journal journal;
    const auto scenario = journal.again(began);
    CHECK(scenario.title == "Brand Kerkstraat");
    CHECK(scenario.kind == "brand");
    CHECK(scenario.start == began);
    const auto notes = lines_of<NoteWritten>(scenario);
    REQUIRE(notes.size() == 1); // what was withdrawn is not told
    CHECK(notes[0]->at == minutes(10));
    CHECK(lines_of<PersonRegistered>(scenario).at(0)->at == -hours(10));
    CHECK(std::get<IncidentOpened>(lines_of<IncidentOpened>(scenario).at(0)->body).started ==
          began - minutes(5));
    CHECK(lines_of<DeskJoined>(scenario).empty());
    CHECK(scenario.injects.size() == 1);
    const auto later = journal.again(began + minutes(15));
    CHECK(later.injects.empty()); // it was delivered before the start: a note tells it
    REQUIRE(lines_of<NoteWritten>(later).size() == 2);
    CHECK(lines_of<NoteWritten>(later).at(0)->at == -minutes(9));
    CHECK(lines_of<NoteWritten>(later).at(1)->at == -minutes(5));
    CHECK(lines_of<ActionTakenOn>(later).at(0)->at == minutes(5));
}

TEST_CASE("nobody stands in it by name, number or address") {
    const Journal journal;
    const auto text = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(text);
    for (const char* secret : {"Karin", "Jansen", "jansen", "p-karin", "12345678", "jansen@"}) {
        CAPTURE(secret);
        CHECK(text->find(secret) == std::string::npos);
    }
    CHECK(text->find("knmi@voorbeeld.example") != std::string::npos); // later warnings refer to it
    const auto scenario = loaded(*text);
    const auto* note = lines_of<NoteWritten>(scenario).at(0);
    CHECK(std::get<NoteWritten>(note->body).text ==
          "OvD-Bz belt OvD-Bz terug op (nummer), niet \"straks\" ((adres))");
    CHECK(note->person == PersonId("OvD-Bz"));
}

TEST_CASE("nor in identifiers that a roster's import makes of function, person and begin") {
    Journal journal;
    DutyRostered duty;
    duty.duty = "ovd-bz/p-karin/2026-11-23T08:00";
    duty.function = "OvD-Bz";
    duty.person = "p-karin";
    duty.from = began - hours(24);
    duty.until = began + hours(24);
    journal.says(-500, duty, "piketplanner");
    const auto text = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(text);
    CHECK(text->find("p-karin") == std::string::npos);
    CHECK(text->find("ovd-bz/OvD-Bz/2026-11-23T08:00") != std::string::npos);
}

TEST_CASE("one person is one label, two are two, and what was simulated stays so") {
    Journal journal;
    PersonRegistered other;
    other.person = "p-piet";
    other.name = "Piet de Groot";
    other.functions = {Function("OvD-Bz")};
    journal.says(-599, other, "piketplanner");
    other.person = "p-anna";
    other.name = "Anna de Groot";
    journal.says(-598, other, "piketplanner");
    NoteWritten note;
    note.note = "n2";
    note.incident = "i";
    note.text = "Karin en De Groot bellen; Anna de Groot komt, p-piet ook";
    journal.says(21, note, "OvD-Bz", "Karin Jansen"); // by name, not by id
    journal.says(22, AttendanceReported{IncidentId("i"), Function("ROL"), PersonId("simulatie"), {}, {}, {}},
                 "ROL", "simulatie");
    const auto text = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(text);
    for (const char* secret : {"Karin", "Piet", "Anna", "Groot"}) {
        CAPTURE(secret);
        CHECK(text->find(secret) == std::string::npos);
    }
    const auto scenario = loaded(*text);
    const auto* line = lines_of<NoteWritten>(scenario).back();
    CHECK(std::get<NoteWritten>(line->body).text ==
          "OvD-Bz en een collega bellen; OvD-Bz 3 komt, OvD-Bz 2 ook");
    CHECK(line->person == PersonId("OvD-Bz"));
    CHECK(lines_of<AttendanceReported>(scenario).at(0)->person == PersonId("simulatie"));
    CHECK(std::get<AttendanceReported>(lines_of<AttendanceReported>(scenario).at(0)->body).person ==
          PersonId("simulatie"));
}

TEST_CASE("one case is told, and neither another's messages nor who organises an event") {
    Journal journal;
    EventRegistered event;
    event.event = "e";
    event.name = "Braderie";
    event.visitors = 100;
    event.place = "Plein";
    event.organiser = "Stichting Jan Bakker";
    event.contacts = {{"organisator", PersonId("Jan Bakker")}};
    journal.says(-100, event, "ARB");
    IncidentOpened opened;
    opened.incident = "elders";
    opened.title = "Ander incident";
    opened.kind = "brand";
    opened.municipality = "Dordrecht";
    opened.place = "Haven";
    opened.started = began;
    journal.says(30, opened, "CaCo");
    ActionOpened action;
    action.action = "a-elders";
    action.incident = "elders";
    action.title = "Elders iets";
    action.owner = Function("OvD-Bz");
    journal.says(31, action);
    journal.says(32, ActionTakenOn{ActionId("a-elders")});
    const auto text = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(text);
    for (const char* other : {"lders", "Braderie", "Bakker", "Ander incident"}) {
        CAPTURE(other);
        CHECK(text->find(other) == std::string::npos);
    }
    const auto there = scenario_from(journal.messages, {began, began + hours(2), {}, "elders"});
    REQUIRE(there);
    CHECK(loaded(*there).title == "Ander incident");
    CHECK(there->find("Kerkstraat") == std::string::npos);
    const auto none = scenario_from(journal.messages, {began, began + hours(2), {}, "x"});
    REQUIRE_FALSE(none);
    CHECK(sentence(none.error()) == "incident: x, expected one of i, elders");
    for (auto& one : journal.messages) // the event that it grew from is told
        if (auto* first = std::get_if<IncidentOpened>(&one.message.body); first != nullptr)
            if (first->incident.value == "i") first->event = PublicEventId("e");
    const auto grown = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(grown);
    CHECK(grown->find("Braderie") != std::string::npos);
    CHECK(grown->find("Bakker") == std::string::npos);
}

TEST_CASE("a scenario that was played comes back the same") {
    const auto scenario = load(REGIEKAMER_SOURCE_DIR "/scenarios/verdrinking.toml");
    REQUIRE(scenario);
    Exercise first(*scenario, {.instant = true});
    first.play();
    const auto text = scenario_from(first.journal, {scenario->start, scenario->start + hours(48), {}});
    REQUIRE(text);
    const auto again = loaded(*text);
    Exercise second(again, {.instant = true}); // all of them tell what they told: nobody is simulated
    second.play();
    CHECK(second.all<InjectDelivered>().size() == first.all<InjectDelivered>().size());
    CHECK(second.all<ActionOpened>().size() == first.all<ActionOpened>().size());
    CHECK(second.all<GripDecided>().size() == first.all<GripDecided>().size());
    CHECK(second.all<AttendanceReported>().size() == first.all<AttendanceReported>().size());
}

TEST_CASE("an empty stretch is refused with what was asked for") {
    const Journal journal;
    const auto nothing = scenario_from(journal.messages, {began + hours(1), began + hours(2), {}});
    REQUIRE_FALSE(nothing);
    CHECK_THAT(sentence(nothing.error()), ContainsSubstring("a stretch in which something happened"));
    CHECK_FALSE(scenario_from({}, {began, began + hours(2), {}}));
}

TEST_CASE("nor does anybody whom nobody registered: in texts, titles, notes, attendance or roster") {
    Journal journal;
    IncidentUpdated updated;
    updated.incident = "i";
    updated.title = "Brand bij familie Bakker, Kerkstraat 5";
    journal.says(2, updated, "CaCo");
    const auto note = [&](int minute, const char* text) {
        NoteWritten written;
        written.note = NoteId("n" + std::to_string(minute));
        written.incident = "i";
        written.text = text;
        journal.says(minute, written);
    };
    note(12, "Mevrouw de Groot van nummer 7 belt; haar zoon Pieter staat buiten.");
    note(13, "Gesproken met K. Vermeulen en J.P. van der Berg, en met Fatima el Amrani.");
    note(14, "Wethouder Van Dijk komt met Dhr. Smit. Rode Kruis en Rijkswaterstaat weten het.");
    note(15, "Opvang in de Jan Steenstraat; meldt dit aan GRIP en CoPI Alblasserdam.");
    journal.says(16,
                 AttendanceReported{IncidentId("i"), Function("ROL"), PersonId("Sjaak Ruiter"), {}, {}, {}},
                 "ROL");
    AbsenceReported absence;
    absence.absence = "af";
    absence.person = "Willemijn Storm";
    absence.from = began;
    absence.until = began + hours(9);
    journal.says(17, absence, "piketplanner");
    note(18, "Willemijn is er niet.");
    const auto text = scenario_from(journal.messages, {began, began + hours(2), {}});
    REQUIRE(text);
    for (const char* secret : {"Bakker", "Groot", "Pieter", "Vermeulen", "Berg", "Fatima", "Amrani", "Dijk",
                               "Smit", "Sjaak", "Ruiter", "Willemijn", "Storm"}) {
        CAPTURE(secret);
        CHECK(text->find(secret) == std::string::npos);
    }
    for (const char* stays :
         {"Kerkstraat 5", "Jan Steenstraat", "Rode Kruis", "Rijkswaterstaat", "GRIP", "CoPI"}) {
        CAPTURE(stays);
        CHECK(text->find(stays) != std::string::npos);
    }
    CHECK(loaded(*text).lines.size() > 5);
    CHECK_THAT(*text, ContainsSubstring("Gesproken met iemand en iemand, en met iemand."));
}

TEST_CASE("an inject that was sent again has a number of its own, and what led the run is not told") {
    Journal journal;
    for (int minute : {21, 25})
        journal.says(
            minute,
            InjectDelivered{RunId("r"), InjectNr("1"), "bewoner", "OvD-Bz", "telefoon", "Er is rook", {}, {}},
            "oefenleider");
    NoteWritten jump;
    jump.note = "sprong";
    jump.text = "Tijdsprong van 21:10 naar 21:20";
    journal.says(20, jump, "oefenleider");
    const auto scenario = journal.again(began); // a number twice would not load
    REQUIRE(scenario.injects.size() == 3);
    CHECK(scenario.injects[1].nr == "1-2");
    CHECK(scenario.injects[2].nr == "1-3");
    for (const auto* line : lines_of<NoteWritten>(scenario))
        CHECK(std::get<NoteWritten>(line->body).text.find("Tijdsprong") == std::string::npos);
    for (const auto& role : scenario.roles)
        CHECK(role.function != Function("oefenleider"));
}

TEST_CASE("a given name before a surname that is known goes too") {
    Journal journal;
    PersonRegistered person;
    person.person = "p-vos";
    person.name = "P. Vosman";
    person.functions = {Function("AC-Bz")};
    journal.says(1, person, "piketplanner");
    NoteWritten note;
    note.note = "v";
    note.text = "Rook bij Piet Vosman. Bij Vosman thuis; GRIP Vosman";
    journal.says(12, note);
    const auto scenario = journal.again(began);
    std::string all;
    for (const auto* line : lines_of<NoteWritten>(scenario))
        all += std::get<NoteWritten>(line->body).text + "\n";
    CHECK_THAT(all, ContainsSubstring("Rook bij AC-Bz. Bij AC-Bz thuis; GRIP AC-Bz"));
}

} // namespace from_journal_test

} // namespace from_journal_test
