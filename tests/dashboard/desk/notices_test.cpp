// What the shell says stays until it was read.
#include "dashboard/desk/notices.hpp"

#include "tests/support/catch.hpp"

namespace desk_notices_test {

using namespace regiekamer;
using desk::Notices;

namespace {

const Instant start = *read_instant("2027-01-23T04:37:00+01:00");

std::string text(Notices& notices, Instant now = start) {
    const auto shown = notices.shown(now);
    return shown ? shown->text : std::string();
}

} // namespace

TEST_CASE("two things said after one another are both read, the newest first") {
    Notices notices;
    CHECK_FALSE(notices.shown(start));
    notices.say({"Poort in gebruik.", false});
    CHECK(text(notices) == "Poort in gebruik.");
    notices.say({"De hub antwoordt niet.", true});
    CHECK(text(notices) == "De hub antwoordt niet. (nog 1 melding)");
    CHECK(notices.shown(start)->serious);
    notices.say({"Derde.", false});
    CHECK(text(notices) == "Derde. (nog 2 meldingen)");
    notices.put_away();
    notices.put_away();
    CHECK(text(notices) == "Poort in gebruik.");
    CHECK_FALSE(notices.shown(start)->serious);
    notices.put_away();
    notices.put_away();
    CHECK_FALSE(notices.shown(start));
}

TEST_CASE("the same words are said once, and what holds no longer goes") {
    Notices notices;
    notices.say({"Weg.", true});
    notices.say({"Iets anders.", false});
    notices.say({"Weg.", true});
    CHECK(text(notices) == "Weg. (nog 1 melding)");
    notices.forget("Weg.");
    CHECK(text(notices) == "Iets anders.");
}

TEST_CASE("an answer to what the user did makes room for the next thing said, and covers nothing") {
    Notices notices;
    notices.say({"Poort in gebruik.", false});
    notices.answer({"Er is niets om terug te nemen.", false});
    CHECK(text(notices) == "Er is niets om terug te nemen. (nog 1 melding)");
    notices.answer({"Dat mag u niet.", false});
    CHECK(text(notices) == "Dat mag u niet. (nog 1 melding)");
    notices.say({"De hub antwoordt niet.", true});
    CHECK(text(notices) == "De hub antwoordt niet. (nog 1 melding)");
}

TEST_CASE("an answer goes when the user does the next thing; what must be read stays") {
    Notices notices;
    notices.say({"Poort in gebruik.", false});
    notices.answer({"Deze inject is nog niet verzonden.", false});
    notices.go_on();
    CHECK(text(notices) == "Poort in gebruik.");
}

TEST_CASE("what is not serious goes by itself, an answer soon; a refusal stays until it was read") {
    Notices notices;
    notices.say({"Niet vastgelegd.", true});
    notices.say({"Het verslag staat in de map.", false});
    notices.answer({"Er is niets om terug te nemen.", false});
    CHECK(text(notices, start).starts_with("Er is niets"));
    CHECK(text(notices, start + Notices::passes - seconds(1)).starts_with("Er is niets"));
    const auto gone = start + Notices::passes;
    CHECK(text(notices, gone).starts_with("Het verslag")); // its time begins now
    CHECK(text(notices, gone + Notices::stays - seconds(1)).starts_with("Het verslag"));
    CHECK(text(notices, gone + Notices::stays) == "Niet vastgelegd.");
    CHECK(text(notices, gone + hours(10)) == "Niet vastgelegd.");
    notices.say({"Kort.", false}); // and again when something lay over it
    CHECK(text(notices, gone + hours(11)).starts_with("Kort."));
    notices.say({"Ook kort.", false});
    CHECK(text(notices, gone + hours(12)).starts_with("Ook kort."));
    notices.put_away();
    CHECK(text(notices, gone + hours(13)).starts_with("Kort."));
}

TEST_CASE("of more than anybody reads the oldest goes, one that is not serious first") {
    Notices notices;
    notices.say({"Ernstig.", true});
    for (int i = 0; i < 30; ++i)
        notices.say({"Licht " + std::to_string(i) + ".", false});
    CHECK(text(notices) == "Licht 29. (nog 8 meldingen)");
    for (int i = 0; i < 8; ++i)
        notices.put_away();
    CHECK(text(notices) == "Ernstig.");
}

} // namespace desk_notices_test
