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

} // namespace from_journal_test

} // namespace from_journal_test
