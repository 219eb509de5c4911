// What the loader takes, and the sentence for everything that it does not.
#include "tests/scenarios/player/text.hpp"

#include "messaging/tables/nearest.hpp"
#include "scenarios/player/check.hpp"
#include "scenarios/player/moment.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace load_test {

using namespace regiekamer;
using tables::edit_distance;
using namespace regiekamer::player;

namespace {

const std::string inject_1 = R"([[inject]]
nr = 1
at = "T+01:15"
from = "responscel"
to = "OvD-Bz"
medium = "telefoon"
text = "Water op de Kade."
)";

std::string note(const std::string& data) {
    return head +
           "[[message]]\nat = \"T+00:00\"\nfrom = \"OvD-Bz\"\ntype = \"note.written\"\ndata = " + data + "\n";
}

} // namespace

TEST_CASE("a whole scenario is read as it stands") {
    const Scenario scenario = loaded(head + R"([[aim]]
id = "A"
text = "Beeld"
[[inject]]
nr = "1a"
at = "T+01:15:30"
from = "responscel"
to = "OvD-Bz"
medium = "telefoon"
text = "Water op de Kade."
aim = "A"
unless = "grip"
[[message]]
at = "T-03:00"
from = "responscel"
person = "p-17"
type = "nl.regiekamer.action.opened"
data = { action = "a-1", title = "Schouw", owner = "OvD-Bz", due = "T+02:30" }
[[series]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
every = "10m"
from = "T-00:20"
values = [100, 101.5, nan]
[[forecast]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
issued = "T+00:05"
every = "1h30m"
from = "T+01:00"
values = [200, 210]
origin = "RWS"
[[expect]]
id = "grip"
type = "grip.decided"
where = { level = 2, effective_from = "T+01:00" }
by = "OvD-Bz"
within = "20m"
)");
    CHECK(scenario.name == "proef");
    CHECK(scenario.start == *read_instant("2027-01-22T11:00:00Z"));
    CHECK(scenario.digest.size() == 64);
    REQUIRE(scenario.injects.size() == 1);
    CHECK(scenario.injects[0].at == minutes{75} + seconds{30});
    CHECK(scenario.injects[0].conditions.at(0).expectation == "grip");
    CHECK_FALSE(scenario.injects[0].conditions.at(0).met);
    REQUIRE(scenario.lines.size() == 1);
    CHECK(scenario.lines[0].at == -hours{3});
    CHECK(scenario.lines[0].person == PersonId("p-17"));
    CHECK(std::get<ActionOpened>(scenario.lines[0].body).due == *read_instant("2027-01-22T13:30:00Z"));
    REQUIRE(scenario.series.size() == 1);
    CHECK(scenario.series[0].values == std::vector<std::optional<double>>{100, 101.5, std::nullopt});
    REQUIRE(scenario.forecasts.size() == 1);
    CHECK(scenario.forecasts[0].points.every == minutes{90});
    REQUIRE(scenario.expectations.size() == 1);
    CHECK(scenario.expectations[0].where.at("effective_from") == "2027-01-22T12:00:00.000000Z");
    CHECK(scenario.expectations[0].within == minutes{20});
}

TEST_CASE("a body that brings something into being gets the id that its author left out") {
    const auto first = loaded(note(R"({ text = "een" })"));
    const auto second = loaded(note(R"({ text = "twee" })"));
    const auto id = std::get<NoteWritten>(first.lines.at(0).body).note;
    CHECK_FALSE(id.empty());
    CHECK(std::get<NoteWritten>(second.lines.at(0).body).note == id); // of the entry alone
}

TEST_CASE("every error has its line and column, what was found, what was expected") {
    struct Case {
        std::string text, sentence;
    };
    const std::vector<Case> cases{
        {head + "[[injekt]]\nnr = 1\n",
         "map/proef.toml:10:3: found the key \"injekt\", expected one of scenario, "
         "aim, role, fact, branch, inject, message, series, forecast, expect, response; did you mean "
         "\"inject\"?\n"},
        {head + "[[aim]]\nid = \"A\"\ntekst = \"x\"\ntext = \"x\"\n",
         "map/proef.toml:12:1: found the key \"tekst\", expected one of id, text; did you mean \"text\"?\n"},
        {head + "[[aim]]\nid = \"A\"\n", "map/proef.toml:10:1: found nothing, expected the key \"text\"\n"},
        {head + "[[aim]]\nid = \"\"\ntext = 7\n",
         "map/proef.toml:11:6: found \"\", expected text that is not empty\n"
         "map/proef.toml:12:8: found 7, expected text\n"},
        {head + "[[aim]]\nid = \"A\"\ntext = \"x\"\n[[aim]]\nid = \"A\"\ntext = \"y\"\n",
         "map/proef.toml:14:6: found \"A\" a second time (first on line 11), expected an aim's id that is "
         "used "
         "once\n"},
        {head + inject_1 + inject_1,
         "map/proef.toml:18:6: found \"1\" a second time (first on line 11), expected "
         "an inject's nr that is used once\n"},
        {head + "[[role]]\nfunction = \"OvD-Bz\"\nplayed = \"ja\"\n",
         "map/proef.toml:11:12: found \"OvD-Bz\" a second time (first on line 5), expected the function of a "
         "role "
         "that is used once\n"
         "map/proef.toml:12:10: found \"ja\", expected true or false\n"},
        {note(R"({ text = "x", txt = "y" })"),
         "map/proef.toml:14:22: found the member \"txt\", expected a member of this type; did you mean "
         "\"text\"?\n"},
        {note(R"({ text = 12 })"), "map/proef.toml:14:17: found 12, expected text\n"},
        {note(R"({ important = 1 })"), "map/proef.toml:14:8: found nothing, expected the member \"text\"\n"
                                       "map/proef.toml:14:22: found 1, expected true or false\n"},
        {note(R"({ text = "x", incident = 2027-01-22 })"),
         "map/proef.toml:14:33: found a date or time without quotes, expected a time in quotes, such as "
         "\"T+01:15\" or \"2027-01-22T12:00:00+01:00\"\n"},
        {note(R"({ text = "a\u0000b" })"),
         "map/proef.toml:14:17: found the character U+0000, expected text without it\n"},
        {head + inject_1 + "if = \"grip\"\n",
         "map/proef.toml:17:6: found \"grip\", expected an expectation's id\n"},
        {head + inject_1 + "aim = \"A\"\n", "map/proef.toml:17:7: found \"A\", expected an aim's id\n"},
        {head + "[[expect]]\nid = \"e\"\ntype = \"grip.decide\"\n",
         "map/proef.toml:12:8: found \"grip.decide\", expected a type of the vocabulary; did you mean "
         "\"grip.decided\"?\n"},
        {head + "[[expect]]\nid = \"e\"\ntype = \"grip.decided\"\nwhere = { levle = 2 }\n",
         "map/proef.toml:13:11: found the member \"levle\", expected a member of this type; did you mean "
         "\"level\"?\n"},
        {head + "[[expect]]\nid = \"e\"\ntype = \"grip.decided\"\nwhere = { level = 6 }\n",
         "map/proef.toml:13:19: found 6, expected a whole number from 0 to 5\n"},
        {head + "[[expect]]\nid = \"e\"\ntype = \"attendance.reported\"\nwhere = { state = \"onderwge\" }\n",
         "map/proef.toml:13:19: found \"onderwge\", expected one of bevestigd, onderweg, aanwezig, afgelost, "
         "afgemeld; did you mean \"onderweg\"?\n"},
        {head +
             "[[expect]]\nid = \"e\"\ntype = \"grip.decided\"\nby = \"OvD-bz\"\nafter = 3\nwithin = \"0m\"\n",
         "map/proef.toml:13:6: found \"OvD-bz\", expected the function of a role; did you mean \"OvD-Bz\"?\n"
         "map/proef.toml:14:9: found \"3\", expected an inject's nr\n"
         "map/proef.toml:15:10: found \"0m\", expected a duration above nothing, such as \"10m\" or "
         "\"1h30m\"\n"},
        {head + inject_1 + "if = \"e\"\n[[expect]]\nid = \"e\"\ntype = \"grip.decided\"\nafter = 1\n",
         "map/proef.toml:10:1: found inject \"1\" that waits for itself, expected a condition that does not "
         "follow from the inject\n"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(complaints(one.text) == one.sentence);
    }
}

TEST_CASE("a start in a year that no message may have is told as that") {
    std::string text = head;
    const std::string year = "2027-";
    text.replace(text.find("start = \"") + 9, year.size(), "9999-");
    CHECK_THAT(complaints(text),
               ContainsSubstring("found \"9999-") && ContainsSubstring("expected a year from 2000 to 2099"));
}

TEST_CASE("a wrong time is refused where it stands") {
    for (const std::string time :
         {"T+1:15", "T+01:60", "01:15", "T+01:15:61", "T+01", "T+01:15 ", "T 01:15"}) {
        std::string text = head + inject_1;
        text.replace(text.find("T+01:15"), 7, time);
        INFO(time);
        CHECK(complaints(text) == "map/proef.toml:12:6: found \"" + time +
                                      "\", expected a time from the start, such as \"T+01:15\" or "
                                      "\"T-00:30:00\"\n");
    }
    CHECK_THAT(
        complaints(head + R"([[message]]
at = "T+00:00"
from = "OvD-Bz"
type = "action.rescheduled"
data = { action = "a", reason = "r", due = "T+2:00" }
)"),
        ContainsSubstring("map/proef.toml:14:44: found \"T+2:00\", expected a time such as \"T+01:15\""));
    std::string zoneless = head;
    zoneless.replace(zoneless.find("+01:00"), 6, "");
    CHECK_THAT(complaints(zoneless), ContainsSubstring("map/proef.toml:3:9: found \"2027-01-22T12:00:00\", "
                                                       "expected an instant with zone"));
    std::string date = head;
    date.replace(date.find("\"2027-01-22T12:00:00+01:00\""), 27, "2027-01-22T12:00:00+01:00");
    CHECK_THAT(complaints(date),
               ContainsSubstring("map/proef.toml:3:9: found a date or time without quotes"));
    CHECK_THAT(complaints(head +
                          "[[message]]\nat = \"T+9999:00\"\nfrom = \"OvD-Bz\"\ntype = \"note.written\"\n"
                          "data = { text = \"x\", incident = \"i\" }\n"),
               !ContainsSubstring("years"));
}

TEST_CASE("a nested member is found in the body's own rules") {
    CHECK(complaints(head + R"([[message]]
at = "T+00:00"
from = "OvD-Bz"
type = "grip.decided"
[message.data]
incident = "i"
level = 2
reason = "r"
effective_from = "T+00:00"
decided_by = { functie = "leider CoPI" }
)") == "map/proef.toml:19:14: found nothing, expected the member \"function\"\n"
       "map/proef.toml:19:16: found the member \"functie\", expected a member of this type; did you mean "
       "\"function\"?\n");
    CHECK(complaints(head + R"([[message]]
at = "T+00:00"
from = "OvD-Bz"
type = "absence.reported"
data = { absence = "a", person = "p", from = "T+02:00", until = "T+01:00" }
)") == "map/proef.toml:14:65: found 2027-01-22T12:00:00.000000Z, expected an instant after from\n");
    CHECK(complaints(head + R"([[message]]
at = "T+00:00"
from = "OvD-Bz"
type = "measurement.taken"
data = { station = "D", quantity = "q", unit = "u", at = "T+00:00", value = inf, quality = "goed" }
)") == "map/proef.toml:14:77: found a number that is not finite, expected a number\n");
}

TEST_CASE("a role that is missing, an unknown type, and what only the player says are refused") {
    CHECK(complaints(head +
                     "[[message]]\nat = \"T+00:00\"\nfrom = \"OvD\"\ntype = \"note.writen\"\ndata = {}\n") ==
          "map/proef.toml:12:8: found \"OvD\", expected the function of a role\n"
          "map/proef.toml:13:8: found \"note.writen\", expected a type of the vocabulary; did you mean "
          "\"note.written\"?\n");
    CHECK(complaints(head + "[[message]]\nat = \"T+00:00\"\nfrom = \"OvD-Bz\"\ntype = \"exercise.ended\"\n"
                            "data = { run = \"r\" }\n") ==
          "map/proef.toml:13:8: found \"exercise.ended\", expected a type without a run: the player says "
          "exercise.* and inject.* itself\n");
}

TEST_CASE("series and forecasts are held to their values") {
    const std::string series =
        "[[series]]\nstation = \"D\"\nquantity = \"w\"\nunit = \"cm NAP\"\nevery = \"10m\"\n"
        "from = \"T+00:00\"\n";
    CHECK(complaints(head + series + "values = [1, \"x\", inf]\n") ==
          "map/proef.toml:16:14: found \"x\", expected a number, or nan for a gap\n"
          "map/proef.toml:16:19: found inf, expected a number, or nan for a gap\n");
    CHECK(complaints(head + series + "values = []\n") ==
          "map/proef.toml:16:10: found an empty list, expected at least one value\n");
    CHECK(
        complaints(head + series + "values = [1, 2]\n" + series + "values = [3]\n") ==
        "map/proef.toml:23:10: found a second value at T+00:00, expected one value of a station and quantity "
        "at a time\n");
    std::string forecast = series;
    forecast.replace(forecast.find("series"), 6, "forecast");
    CHECK(complaints(head + forecast + "values = [nan]\nissued = \"T+00:00\"\n") ==
          "map/proef.toml:16:11: found nan, expected a number: a forecast has no gaps\n");
    std::string endless = series;
    endless.replace(endless.find("10m"), 3, "99999d");
    CHECK_THAT(complaints(head + endless + "values = [1, 2]\n"),
               ContainsSubstring("expected years from 2000 to 2099"));
}

TEST_CASE("all errors of a file come at once, in its order") {
    const std::string all = complaints("[[aim]]\nid = 1\n[scenario]\ntitle = 3\n[[role]]\n[[inject]]\n");
    CHECK(std::count(all.begin(), all.end(), '\n') == 12);
    CHECK_THAT(all, ContainsSubstring("map/proef.toml:1:1: found nothing, expected the key \"text\""));
    CHECK_THAT(all, ContainsSubstring("map/proef.toml:3:1: found nothing, expected the key \"start\""));
    CHECK_THAT(all, ContainsSubstring("map/proef.toml:5:1: found nothing, expected the key \"played\""));
    CHECK_THAT(all, ContainsSubstring("map/proef.toml:6:1: found nothing, expected the key \"medium\""));
}

TEST_CASE("what is no TOML, no file or too large gives one sentence") {
    CHECK_THAT(complaints("[scenario\ntitle = 1\n"), ContainsSubstring("map/proef.toml:1:10: "));
    CHECK_THAT(complaints("a = \"\xff\"\n"), ContainsSubstring("map/proef.toml:1:"));
    CHECK_THAT(complaints(std::string(100'000, '[')), ContainsSubstring("map/proef.toml:1:"));
    CHECK(complaints(std::string(file_bytes_max + 1, '#')) ==
          "map/proef.toml: found 5242881 bytes, expected at most 5242880\n");
    CHECK(text(load("/nergens/x.toml").error().at(0)) ==
          "/nergens/x.toml: there is no such file, expected a scenario file");
    CHECK(text(load("/").error().at(0)) == "/: found a folder, expected a scenario file");
    CHECK(complaints("") == "map/proef.toml:1:1: found nothing, expected the key \"scenario\"\n");
    CHECK_THAT(complaints("scenario = 3\naim = 4\n"),
               ContainsSubstring("map/proef.toml:2:7: found 4, expected [[aim]], a list of tables"));
}

TEST_CASE("what becomes a message that no hub takes is found in the file, before anything is said") {
    const std::string long_text(300'000, 'x');
    auto inject = head + inject_1;
    inject.replace(inject.find("Water op de Kade."), 17, long_text);
    const auto line = 1 + std::count(head.begin(), head.end(), '\n');
    CHECK_THAT(complaints(inject), ContainsSubstring("map/proef.toml:" + std::to_string(line) + ":") &&
                                       ContainsSubstring("expected one of at most 262144, as a hub takes"));
    // what is written shorter than it is sent
    std::string escaped;
    for (int i = 0; i < 60'000; ++i)
        escaped += "\\u0001";
    inject = head + inject_1;
    inject.replace(inject.find("Water op de Kade."), 17, escaped);
    CHECK_THAT(complaints(inject), ContainsSubstring("expected one of at most 262144"));
    const std::string name(240, 'n');
    const auto loaded = load_text(head + inject_1, name + ".toml");
    REQUIRE_FALSE(loaded.has_value());
    CHECK_THAT(text(loaded.error().at(0)),
               ContainsSubstring("a file name of 240 bytes, expected at most 200"));
}

TEST_CASE("legal but odd gives a warning, and the scenario still loads") {
    const auto odd = warnings(loaded(head + R"([[aim]]
id = "A"
text = "Beeld"
[[inject]]
nr = 1
at = "T+02:00"
from = "OvD-Bz"
to = "responscel"
medium = "app"
text = "x"
[[inject]]
nr = 2
at = "T+01:00"
from = "responscel"
to = "OvD-Bx"
medium = "app"
text = "x"
if = "grip"
[[expect]]
id = "grip"
type = "grip.decided"
by = "responscel"
after = 1
)"));
    std::string all;
    for (const Error& error : odd)
        all += text(error) + "\n";
    CHECK(
        all ==
        "map/proef.toml:4:1: found role \"OvD-Bz\" that is played, without an inject, expected an inject "
        "to it\n"
        "map/proef.toml:10:1: found aim \"A\" without an inject, expected an inject that practises it\n"
        "map/proef.toml:13:1: found inject 1 to \"responscel\", whom nobody plays, expected a role that is "
        "played\n"
        "map/proef.toml:13:1: found inject 1 without an aim, expected the aim that it practises\n"
        "map/proef.toml:20:1: found inject 2 to \"OvD-Bx\", whom nobody plays, expected a role that is "
        "played; did you mean \"OvD-Bz\"?\n"
        "map/proef.toml:20:1: found inject 2 at T+01:00 after one at T+02:00, expected times in order\n"
        "map/proef.toml:20:1: found inject 2 without an aim, expected the aim that it practises\n"
        "map/proef.toml:20:1: found inject 2 judged at T+01:00, not after inject 1 at T+02:00, expected a "
        "condition that can be met by then\n"
        "map/proef.toml:28:1: found expectation \"grip\" by \"responscel\", whom nobody plays, expected an "
        "expectation that can be met\n"
        "map/proef.toml:28:1: found expectation \"grip\" after inject 1 at T+02:00, where the scenario ends, "
        "expected time to do it before the end\n");
    CHECK(warnings(loaded(head + inject_1)).empty());
}

TEST_CASE("what can never come, be used or be met is warned of") {
    const std::string inject_2 = "[[inject]]\nnr = 2\nat = \"T+02:00\"\nfrom = \"responscel\"\nto = "
                                 "\"OvD-Bz\"\nmedium = \"app\"\ntext = \"x\"\n";
    const std::string grip = "[[expect]]\nid = \"grip\"\ntype = \"grip.decided\"\nby = \"OvD-Bz\"\n";
    const auto warned = [&](const std::string& more) {
        std::string all;
        for (const Error& error : warnings(loaded(head + inject_1 + inject_2 + grip + more)))
            all += text(error) + "\n";
        return all;
    };
    const std::string note = "[[expect]]\nid = \"e\"\ntype = \"note.written\"\nby = \"OvD-Bz\"\nafter = 1\n";
    CHECK(warned("").empty());
    CHECK(warned(note + "within = \"45m\"\n").empty());
    CHECK_THAT(warned(note + "within = \"46m\"\n"),
               ContainsSubstring("expectation \"e\" until T+02:01, past the end of the scenario at T+02:00"));
    CHECK_THAT(
        warned("[[expect]]\nid = \"e\"\ntype = \"person.registered\"\nby = \"OvD-Bz\"\n"),
        ContainsSubstring("who may not say person.registered, expected by piketplanner, ARB of oefenleider"));
    CHECK_THAT(warned("[[expect]]\nid = \"e\"\ntype = \"exercise.ended\"\n"),
               ContainsSubstring("expectation \"e\", which no player may say"));
    for (const char* type : {"desk.joined", "feed.reported", "measurement.taken", "page.received"})
        CHECK_THAT(warned("[[expect]]\nid = \"e\"\ntype = \"" + std::string(type) + "\"\n"),
                   ContainsSubstring("which comes from a hub or a feed and from no player"));
    const std::string inject_3 = "[[inject]]\nnr = 3\nat = \"T+02:00\"\nfrom = \"responscel\"\nto = "
                                 "\"OvD-Bz\"\nmedium = \"app\"\ntext = \"x\"\nunless = \"e\"\n";
    CHECK(warned(note + "within = \"45m\"\n" + inject_3).empty());
    CHECK_THAT(
        warned(note + "within = \"46m\"\n" + inject_3),
        ContainsSubstring("inject 3 unless \"e\" at T+02:00, while there is time for that until T+02:01"));
    const std::string act = "[[expect]]\nid = \"e\"\ntype = \"action.finished\"\nby = \"OvD-Bz\"\nwithin = "
                            "\"1h\"\nwhere = { action = \"bel\" }\n";
    const auto opened = [](const char* at) {
        return std::string("[[message]]\nat = \"") + at +
               "\"\nfrom = \"responscel\"\ntype = \"action.opened\"\ndata = { action = \"bel\", title = "
               "\"Bel\", owner = \"OvD-Bz\" }\n";
    };
    CHECK_THAT(warned(act), ContainsSubstring("about action \"bel\", which does not come in the scenario"));
    CHECK_THAT(warned(act + opened("T+01:10")),
               ContainsSubstring("about action \"bel\" of T+01:10, after its time limit at T+01:00"));
    CHECK(warned(act + opened("T+00:10")).empty());
    const std::string both = "if = \"grip\"\nunless = \"grip\"\n";
    CHECK_THAT(
        warned("[[inject]]\nnr = 3\nat = \"T+02:00\"\nfrom = \"responscel\"\nto = \"OvD-Bz\"\nmedium = "
               "\"app\"\ntext = \"x\"\n" +
               both),
        ContainsSubstring("inject 3 both if and unless \"grip\", expected one of the two"));
    CHECK_THAT(warned("[[branch]]\nid = \"b\"\ntext = \"t\"\n" + both),
               ContainsSubstring("branch \"b\" both if and unless \"grip\""));
    CHECK_THAT(warned("[[branch]]\nid = \"b\"\ntext = \"t\"\nif = \"grip\"\n"),
               ContainsSubstring("branch \"b\" that nobody uses, expected an inject or message of it"));
}

TEST_CASE("loading survives any text") {
    holds("load_text returns", [] { load_text(any_text(), "x.toml"); });
    holds("a scenario with bytes changed loads or complains", [] {
        std::string text = note(R"({ text = "x", important = true })") + inject_1;
        for (int i = any_between(1, 6); i > 0; --i)
            text[any_between<std::size_t>(0, text.size())] = static_cast<char>(any_between(1, 256));
        const auto scenario = load_text(text, "x.toml");
        MUST(scenario.has_value() || !scenario.error().empty());
    });
}

TEST_CASE("times are written as they are read") {
    holds("offset text is read back", [] {
        const microseconds offset = seconds{any_between(-1'000'000, 1'000'000)};
        MUST(read_offset(offset_text(offset)) == offset);
    });
    CHECK(read_duration("1h30m") == minutes{90});
    for (const char* wrong : {"", "m", "10", "10x", "1.5h", "-1m", "9999999s"})
        CHECK_FALSE(read_duration(wrong));
}

TEST_CASE("the nearest word is near, or none") {
    const std::vector<std::string> known{"from", "text", "medium"};
    CHECK(tables::nearest("tekst", known) == "text");
    CHECK(tables::nearest("form", known) == "from");
    CHECK(tables::nearest("beschrijving", known).empty());
    CHECK(edit_distance("ab", "ba") == 1);
    holds("the distance is symmetric, and nought to itself", [] {
        const std::string a = any_text(), b = any_text();
        MUST(edit_distance(a, b) == edit_distance(b, a));
        MUST(edit_distance(a, a) == 0U);
    });
}

TEST_CASE("the hoogwater exercise loads whole") {
    const std::filesystem::path file = REGIEKAMER_SOURCE_DIR "/scenarios/hoogwater.toml";
    const auto scenario = load(file);
    std::string all;
    if (!scenario)
        for (const Error& error : scenario.error())
            all += text(error) + "\n";
    INFO(all);
    REQUIRE(scenario);
    CHECK(scenario->injects.size() >= 60);
    CHECK(scenario->series.size() >= 4);
}

TEST_CASE("a message about what never comes, or by a person whose id is misspelt, is odd") {
    const auto odd = [](const std::string& text) {
        std::string all;
        for (const Error& error : warnings(loaded(head + text)))
            all += player::text(error) + "\n";
        return all;
    };
    const std::string person =
        "[[message]]\nat = \"T+00:00\"\nfrom = \"responscel\"\ntype = "
        "\"person.registered\"\ndata = { person = \"de-wit\", name = \"K. de Wit\", pool = "
        "\"lokaal\", functions = [\"OvD-Bz\"] }\n";
    const std::string done =
        "[[message]]\nat = \"T+00:01\"\nfrom = \"responscel\"\nperson = \"de-wiit\"\ntype = "
        "\"action.finished\"\ndata = { action = \"hek\" }\n";
    const std::string all = odd(person + done);
    CHECK_THAT(all, ContainsSubstring("message action.finished about action \"hek\", which does not come"));
    CHECK_THAT(all, ContainsSubstring("by \"de-wiit\", whom nobody registered"));
    CHECK_THAT(all, ContainsSubstring("did you mean \"de-wit\"?"));
    CHECK_THAT(odd("[[inject]]\nnr = \"1\"\nat = \"T+00:05\"\nfrom = \"OvD-Bz\"\nto = \"OvD-Bz\"\nmedium = "
                   "\"app\"\ntext = \"t\"\n"),
               ContainsSubstring("inject 1 from and to \"OvD-Bz\""));
}

TEST_CASE("an expectation of somebody's coming that is content with who is not coming is odd") {
    const auto odd = [](const std::string& where) {
        std::string all;
        for (const Error& error : warnings(loaded(head + inject_1 +
                                                  "[[expect]]\nid = \"komt\"\ntype = "
                                                  "\"attendance.reported\"\nby = \"OvD-Bz\"\n" +
                                                  where)))
            all += player::text(error) + "\n";
        return all;
    };
    const std::string any_state = "expectation \"komt\" of attendance.reported in any state";
    CHECK_THAT(odd(""), ContainsSubstring(any_state));
    CHECK_THAT(odd("where = { function = \"OvD-Bz\" }\n"), ContainsSubstring(any_state));
    CHECK(odd("where = { state = \"aanwezig\" }\n").empty());
}

TEST_CASE("something to do for whom no role has is odd: nobody will do it") {
    const auto odd = [](const std::string& text) {
        std::string all;
        for (const Error& error : warnings(loaded(head + text)))
            all += player::text(error) + "\n";
        return all;
    };
    const auto opened = [](const std::string& owner) {
        return "[[message]]\nat = \"T+00:01\"\nfrom = \"responscel\"\ntype = \"action.opened\"\ndata = { "
               "action = "
               "\"hek\", title = \"Hek\", owner = \"" +
               owner + "\" }\n";
    };
    CHECK_THAT(odd(opened("waterschap")),
               ContainsSubstring("message action.opened for \"waterschap\", which is no role, expected the "
                                 "function of a role"));
    CHECK_THAT(odd(opened("OvD-Bs")), ContainsSubstring("did you mean \"OvD-Bz\"?"));
    CHECK_THAT(odd(opened("OvD-Bz")), !ContainsSubstring("which is no role"));
    CHECK_THAT(odd("[[expect]]\nid = \"hek\"\ntype = \"action.opened\"\nwhere = { owner = \"ARB\" }\n"),
               ContainsSubstring("expectation \"hek\" for \"ARB\", which is no role"));
}

TEST_CASE("an action that is due before it is opened, or moved to before that, is odd") {
    const auto odd = [](const std::string& data, const char* type) {
        std::string all;
        for (const Error& error :
             warnings(loaded(head + "[[message]]\nat = \"T+00:30\"\nfrom = \"responscel\"\ntype = \"" + type +
                             "\"\ndata = { action = \"hek\", " + data + " }\n")))
            all += player::text(error) + "\n";
        return all;
    };
    const std::string hek = "title = \"Hek\", owner = \"OvD-Bz\", due = ";
    CHECK_THAT(odd(hek + "\"T+00:10\"", "action.opened"),
               ContainsSubstring("action \"hek\" due at T+00:10, before it is opened at T+00:30"));
    CHECK(odd(hek + "\"T+00:30\"", "action.opened").find("due at") == std::string::npos);
    CHECK_THAT(odd("reason = \"r\", due = \"T+00:10\"", "action.rescheduled"),
               ContainsSubstring("before it is moved at T+00:30"));
}

} // namespace load_test
