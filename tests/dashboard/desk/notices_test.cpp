// What the shell says stays until it was read.
#include "dashboard/desk/notices.hpp"

#include "tests/support/catch.hpp"

namespace desk_notices_test {

using regiekamer::desk::Notices;

namespace {

std::string text(const Notices& notices) {
    const auto shown = notices.shown();
    return shown ? shown->text : std::string();
}

} // namespace

TEST_CASE("two things said after one another are both read, the newest first") {
    Notices notices;
    CHECK_FALSE(notices.shown());
    notices.say({"Poort in gebruik.", false});
    CHECK(text(notices) == "Poort in gebruik.");
    notices.say({"De hub antwoordt niet.", true});
    CHECK(text(notices) == "De hub antwoordt niet. (nog 1 melding)");
    CHECK(notices.shown()->serious);
    notices.say({"Derde.", false});
    CHECK(text(notices) == "Derde. (nog 2 meldingen)");
    notices.put_away();
    notices.put_away();
    CHECK(text(notices) == "Poort in gebruik.");
    CHECK_FALSE(notices.shown()->serious);
    notices.put_away();
    notices.put_away();
    CHECK_FALSE(notices.shown());
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
