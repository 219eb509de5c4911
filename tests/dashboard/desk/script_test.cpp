// A desk with the scenario of an exercise beside it: whose text it must be, who sees it, and as of when.
#include "dashboard/desk/session.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/said.hpp"

namespace script_test {

using namespace regiekamer;

namespace {

const std::string script = player::head + R"([[inject]]
nr = "1"
at = "T+00:05"
from = "responscel"
to = "OvD-Bz"
medium = "telefoon"
text = "Rook over de wijk"
)";

/// A session that only reads, with what it read.
struct Reader {
    player::Scenario scenario = player::loaded(script);
    std::vector<Recorded> journal;
    panels::BaseMap map;
    catalogue::Catalogue catalogue;
    std::unique_ptr<desk::Session> session;

    void says(int minute, Body body) {
        journal.push_back(said(journal.size() + 1, scenario.start + minutes(minute), "scenario/proef/run",
                               std::move(body)));
    }
    void begins(const std::string& digest) {
        says(0, ExerciseStarted{RunId("run"), "proef", "Proef", scenario.start, {}, digest});
        says(0, ExerciseClockSet{RunId("run"), scenario.start, Rate{1}, true});
        says(5, InjectDelivered{
                    RunId("run"), InjectNr("1"), "responscel", "OvD-Bz", "telefoon", "Rook", {}, {}});
    }
    panels::Scene reads(Mode mode = Mode::exercise, const char* function = "oefenleider") {
        desk::Kept kept;
        kept.user.function = Function(function);
        session = std::make_unique<desk::Session>(
            mode,
            [this](Sequence after, std::size_t limit) -> Result<std::vector<Recorded>> {
                const auto from = std::min<std::size_t>(after, journal.size());
                const auto until = std::min(journal.size(), from + limit);
                return std::vector<Recorded>(journal.begin() + static_cast<std::ptrdiff_t>(from),
                                             journal.begin() + static_cast<std::ptrdiff_t>(until));
            },
            nullptr, "test", kept, map, catalogue);
        session->practises(scenario, false);
        REQUIRE(session->read_all());
        return session->scene();
    }
};

} // namespace

TEST_CASE("who leads or observes an exercise of this very text sees how it goes") {
    Reader reader;
    reader.begins(reader.scenario.digest);
    const auto scene = reader.reads();
    REQUIRE(scene.script != nullptr);
    CHECK(scene.script->results.inject_counts.delivered == 1);
    CHECK_FALSE(scene.remark);
    CHECK(reader.reads(Mode::exercise, "waarnemer").script != nullptr);
    CHECK(reader.reads(Mode::exercise, "OvD-Bz").script == nullptr);
}

TEST_CASE("another function sees it at once, or no more") {
    Reader reader;
    reader.begins(reader.scenario.digest);
    reader.reads(Mode::exercise, "OvD-Bz");
    reader.session->obey({panels::SetUser{{Function("oefenleider"), PersonId("L. Bos")}}});
    CHECK(reader.session->scene().script != nullptr);
    reader.session->obey({panels::SetUser{{Function("burgemeester"), PersonId("L. Bos")}}});
    CHECK(reader.session->scene().script == nullptr);
}

TEST_CASE("looking back it is measured as it was known then") {
    Reader reader;
    reader.begins(reader.scenario.digest);
    reader.reads();
    REQUIRE(reader.session->look_at("2"));
    const auto scene = reader.session->scene();
    REQUIRE(scene.script != nullptr);
    CHECK(scene.script->results.inject_counts.delivered == 0);
}

TEST_CASE("another text than the exercise began with is not shown, and that is said") {
    Reader reader;
    reader.begins("another");
    const auto scene = reader.reads();
    CHECK(scene.script == nullptr);
    REQUIRE(scene.remark);
    CHECK_THAT(scene.remark->text, ContainsSubstring("is niet de tekst van deze oefening"));
}

TEST_CASE("a hub where nothing is practised shows no draaiboek, and says why") {
    Reader reader;
    const auto waiting = reader.reads();
    CHECK(waiting.script == nullptr);
    REQUIRE(waiting.remark);
    CHECK_THAT(waiting.remark->text, ContainsSubstring("Hier loopt nog geen oefening."));
    const auto real = reader.reads(Mode::actual);
    CHECK(real.script == nullptr);
    REQUIRE(real.remark);
    CHECK_THAT(real.remark->text, ContainsSubstring("Dit is geen oefening maar echt."));
}

TEST_CASE("who speaks as a role stays who sits there: nothing of it is kept") {
    Reader reader;
    reader.begins(reader.scenario.digest);
    reader.reads();
    const panels::User role{Function("politie"), PersonId("A. de Vries")};
    reader.session->obey({panels::SpeakAs{role}});
    auto scene = reader.session->scene();
    CHECK(scene.user.function == role.function);
    CHECK(panels::leads(scene));
    CHECK(scene.script != nullptr);
    CHECK_FALSE(reader.session->kept_changed());
    CHECK(reader.session->kept().user.function == Function("oefenleider"));
    reader.session->obey({panels::SpeakAs{}});
    CHECK_FALSE(reader.session->scene().speaker);
}

} // namespace script_test
