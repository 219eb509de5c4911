// Types and sources in words: nothing of the wire stands on the screen.
#include "dashboard/words/members.hpp"
#include "dashboard/words/type_words.hpp"
#include "messaging/codec/codec.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace type_words_test {

using namespace regiekamer;

TEST_CASE("every type of the vocabulary has words") {
    for (const std::string_view type : codec::type_names()) {
        INFO(type);
        CHECK(words::type_words(std::string(type_prefix) + std::string(type)) != type);
    }
    CHECK(words::type_words("com.example.iets") == "com.example.iets");
    CHECK(words::source_words("desk/ovd-1") == "werkplek ovd-1");
    CHECK(words::source_words("scenario/hoogwater/run-1") == "draaiboek hoogwater");
    CHECK(words::source_words("mijn/script") == "mijn/script");
}

TEST_CASE("what a person reads has no identifiers; the raw members have the names of the wire") {
    Told told;
    Message message;
    message.body =
        TeamAlerted{"8d0f7f3e-1111-4222-8333-944445555666", "2027-0122", Team::team_bz, {"AC-Bz"}, 90};
    using Row = std::pair<std::string, std::string>;
    const auto rows = words::told_members(told.picture, message);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].first == "incident");
    CHECK(rows[1] == Row{"team", "team Bevolkingszorg"});
    CHECK(rows[2] == Row{"functies", "AC-Bz"});
    const auto raw = words::raw_members(message);
    REQUIRE(raw.size() == 5);
    CHECK(raw[2] == Row{"team", "team_bz"});
    CHECK(raw[4] == Row{"norm_minutes", "90"});
}

} // namespace type_words_test
