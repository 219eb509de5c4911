// The files of requirements: those of the program, those of the user, and what is said of a wrong one.
#include "dashboard/catalogue/asked.hpp"
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/catalogue/read_requirements.hpp"
#include "dashboard/picture/picture.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <unistd.h>

namespace requirements_test {

using namespace regiekamer;
using namespace regiekamer::catalogue;
namespace fs = std::filesystem;

namespace {

fs::path assets() {
    return fs::path(REGIEKAMER_SOURCE_DIR) / "assets";
}
/// A folder of configuration that goes away.
struct Config {
    fs::path folder = fs::temp_directory_path() / ("regiekamer-catalogue-" + std::to_string(getpid()));
    Config() { fs::create_directories(folder / "requirements"); }
    ~Config() { fs::remove_all(folder); }
    Config(const Config&) = delete;
    Config& operator=(const Config&) = delete;
    Config(Config&&) = delete;
    Config& operator=(Config&&) = delete;
    void writes(const std::string& name, const std::string& text) const {
        std::ofstream(folder / "requirements" / name) << text;
    }
    [[nodiscard]] Loaded loaded() const { return load(assets(), folder); }
};
std::string all(const Loaded& loaded) {
    std::string text;
    for (const auto& complaint : loaded.complaints)
        text += tables::text(complaint) + "\n";
    return text;
}
const std::string one =
    "class = \"B\"\n[[requirement]]\nid = \"plan\"\nkind = \"document\"\ntitle = \"Plan\"\n"
    "by = \"organisator\"\ndue = \"B-4w\"\n";
DatedEvent festival() {
    return {"festival", EventClass::B, "Stichting Wielfeest", *read_instant("2027-07-03T14:00:00+02:00"),
            *read_instant("2027-07-03T23:00:00+02:00")};
}

} // namespace

TEST_CASE("every class has its requirements, and B asks what domain and look name") {
    const Loaded loaded = load(assets(), "/nowhere");
    INFO(all(loaded));
    CHECK(loaded.complaints.empty());
    REQUIRE(loaded.catalogue.requirements.classes.size() == 4);
    std::map<std::string, std::string> deadlines;
    std::size_t moments = 0, thresholds = 0;
    for (const auto& body : asked_of(loaded.catalogue.requirements, festival())) {
        if (const auto* set = std::get_if<RequirementSet>(&body))
            deadlines[set->title] = to_text(set->deadline).substr(0, 10) + " " + set->by;
        moments += std::holds_alternative<EventMomentSet>(body) ? 1 : 0;
        thresholds += std::holds_alternative<EventThresholdSet>(body) ? 1 : 0;
    }
    CHECK(deadlines["Aanvraag volledig"] == "2027-03-27 Stichting Wielfeest");
    CHECK(deadlines["Ontvankelijkheid"] == "2027-04-03 ODZHZ");
    CHECK(deadlines["Advies GHOR"] == "2027-05-22 GHOR");
    CHECK(deadlines["Veiligheidsplan definitief"] == "2027-06-05 Stichting Wielfeest");
    CHECK(deadlines["Besluit burgemeester"] == "2027-06-12 burgemeester");
    CHECK(deadlines["Evaluatie"] == "2027-07-31 evenementencoördinator");
    for (const char* title :
         {"Plattegrond", "Verkeersplan", "Medisch plan", "Weerprotocol", "Tentboek", "Verzekering",
          "Contactlijst", "Multi-overleg", "Briefing", "Schouw met herstellijst", "GO / NO-GO"})
        CHECK(deadlines.contains(title));
    CHECK(moments == 8);
    CHECK(thresholds == 12);
}

TEST_CASE("setting the same again names the same identifiers") {
    const Loaded loaded = load(assets(), "/nowhere");
    CHECK(asked_of(loaded.catalogue.requirements, festival()) ==
          asked_of(loaded.catalogue.requirements, festival()));
    DatedEvent unknown = festival();
    CHECK(asked_of(Requirements{}, unknown).empty());
}

TEST_CASE("a file of the user with the same name wins; a wrong one is complained of and does not count") {
    const Config config;
    config.writes("B.toml", one);
    CHECK(config.loaded().catalogue.requirements.classes[EventClass::B].requirements.size() == 1);
    config.writes("B.toml",
                  "class = \"B\"\n[[requirement]]\nid = \"plan\"\nkind = \"documnt\"\ntitel = \"Plan\"\n"
                  "by = \"organisator\"\ndue = \"4 weken\"\n");
    const Loaded wrong = config.loaded();
    INFO(all(wrong));
    CHECK(wrong.catalogue.requirements.classes.at(EventClass::B).requirements.size() > 10);
    CHECK_THAT(all(wrong), ContainsSubstring("B.toml:4:8: found \"documnt\""));
    CHECK_THAT(all(wrong), ContainsSubstring("did you mean \"document\"?"));
    CHECK_THAT(all(wrong), ContainsSubstring("B.toml:5:1: found the key \"titel\""));
    CHECK_THAT(all(wrong), ContainsSubstring("did you mean \"title\"?"));
    CHECK_THAT(all(wrong),
               ContainsSubstring("B.toml:7:7: found \"4 weken\", expected a time such as \"B-4w\""));
}

TEST_CASE("each fault has its sentence") {
    const auto says = [](const std::string& text) {
        const Config config;
        config.writes("X.toml", text);
        return all(config.loaded());
    };
    CHECK_THAT(says("class = \"B\"\n"), ContainsSubstring("at least one [[requirement]]"));
    CHECK_THAT(says("class = \n"), ContainsSubstring("X.toml:1:"));
    CHECK_THAT(says("class = \"D\"\n"), ContainsSubstring("one of melding, A, B, C"));
    CHECK_THAT(says(one + one.substr(12)), ContainsSubstring("for the second time"));
    CHECK_THAT(says(one +
                    "[[threshold]]\nquantity = \"wind\"\nunit = \"km/h\"\nside = \"boven\"\nattentie = 3\n"
                    "maatregel = 2\nstop = 5\n"),
               ContainsSubstring("attentie below maatregel below stop"));
    CHECK_THAT(says(one +
                    "[[threshold]]\nquantity = \"wind\"\nunit = \"km/h\"\nside = \"boven\"\nattentie = 3\n"
                    "maatregel = \"4\"\nstop = 5\nmeasures = [\"a\"]\n"),
               ContainsSubstring("three: at attentie"));
    CHECK_THAT(says(std::string(1024 * 1024 + 2, '#')), ContainsSubstring("more than 1048576"));
}

TEST_CASE("a calendar that is read again asks what is new: all at first, then another date or class") {
    const auto all = catalogue::load(std::string(REGIEKAMER_SOURCE_DIR) + "/assets", "/nergens");
    const auto& requirements = all.catalogue.requirements;
    EventRegistered event;
    event.event = "festival";
    event.class_ = EventClass::B;
    CHECK(catalogue::newly_asked(requirements, nullptr, event).empty()); // no date
    event.from = *read_instant("2027-07-03T14:00:00+02:00");
    const auto first = catalogue::newly_asked(requirements, nullptr, event);
    CHECK(first.size() == catalogue::asked_of(requirements, event).size());
    picture::Picture picture;
    Sequence sequence = 0;
    const auto tells = [&](Body body) {
        Recorded fact;
        fact.sequence = ++sequence;
        fact.message.body = std::move(body);
        picture::fold(picture, fact);
    };
    tells(event);
    const auto* known = &picture.events->events.at(event.event);
    CHECK(catalogue::newly_asked(requirements, known, event).size() == first.size()); // nothing was asked yet
    for (const auto& body : first)
        tells(body);
    known = &picture.events->events.at(event.event);
    CHECK(catalogue::newly_asked(requirements, known, event).empty());
    auto changed = requirements; // a file that now says another title and deadline
    auto& edited = changed.classes.at(EventClass::B).requirements.front();
    edited.title += " versie 2";
    const auto again = catalogue::newly_asked(changed, known, event);
    REQUIRE_FALSE(again.empty());
    const auto sets = std::count_if(again.begin(), again.end(), [](const Body& body) {
        return std::holds_alternative<RequirementSet>(body);
    });
    CHECK(sets == 1);
    CHECK(std::get<RequirementSet>(again.back()).title == edited.title);
    auto own = std::get<RequirementSet>(*std::find_if(first.begin(), first.end(), [](const Body& body) {
        return std::holds_alternative<RequirementSet>(body);
    }));
    const auto asked_for = own.deadline;
    own.deadline = *event.from - hours(24);
    tells(own);
    auto busier = event;
    busier.visitors = 1700;
    CHECK(catalogue::newly_asked(requirements, &picture.events->events.at(event.event), busier).empty());
    own.deadline = asked_for;
    tells(own);
    known = &picture.events->events.at(event.event);
    // A feed gave it another date and asked nothing: what an import asks then counts from that one.
    auto later = event;
    *later.from += hours(48);
    tells(later);
    const auto& redated = picture.events->events.at(event.event);
    CHECK(catalogue::has_deadlines_of_before(requirements, event.event, redated));
    for (auto& body : catalogue::newly_asked(requirements, &redated, later))
        tells(std::move(body));
    for (const auto& body : catalogue::asked_of(requirements, later))
        if (const auto* asked = std::get_if<RequirementSet>(&body))
            CHECK(picture.events->events.at(event.event).requirements.at(asked->requirement).set.value ==
                  *asked);
    CHECK_FALSE(catalogue::has_deadlines_of_before(requirements, event.event,
                                                   picture.events->events.at(event.event)));
    tells(event);
    for (const auto& body : first)
        tells(body);
    // An import that was cut off anywhere is completed by the next, and nothing is asked twice.
    for (std::size_t taken = 0; taken < first.size(); ++taken) {
        picture::Picture cut;
        Recorded fact;
        fact.message.body = event;
        picture::fold(cut, fact);
        for (std::size_t i = 0; i < taken; ++i) {
            fact.message.body = first[i];
            picture::fold(cut, fact);
        }
        for (auto& body : catalogue::newly_asked(requirements, &cut.events->events.at(event.event), event)) {
            fact.message.body = std::move(body);
            picture::fold(cut, fact);
        }
        CHECK(cut.events->events.at(event.event).requirements.size() == known->requirements.size());
        CHECK(cut.events->events.at(event.event).thresholds.size() == known->thresholds.size());
    }
    *event.from += hours(24);
    const auto moved = catalogue::newly_asked(requirements, known, event);
    CHECK(std::any_of(moved.begin(), moved.end(),
                      [](const Body& body) { return std::holds_alternative<RequirementSet>(body); }));
    CHECK(std::none_of(moved.begin(), moved.end(), [](const Body& body) {
        return std::holds_alternative<EventThresholdSet>(body); // those may be somebody's own by now
    }));
}

TEST_CASE("the posts of the crisis organisation come from a file, which the user may replace") {
    const Config config;
    CHECK(config.loaded().catalogue.posts.size() == 9);
    fs::create_directories(config.folder / "organisation");
    std::ofstream(config.folder / "organisation/posten.toml") << "[[post]]\nfunction = \"burgemeester\"\n";
    auto loaded = config.loaded();
    REQUIRE(loaded.catalogue.posts.size() == 1);
    CHECK(loaded.catalogue.posts[0].function == "burgemeester");
    std::ofstream(config.folder / "organisation/posten.toml") << "[[post]]\nfunctie = \"burgemeester\"\n";
    loaded = config.loaded();
    CHECK(loaded.catalogue.posts.size() == 9); // a wrong file leaves ours
    REQUIRE_FALSE(loaded.complaints.empty());
    CHECK(loaded.complaints.front().line > 0);
}

} // namespace requirements_test
