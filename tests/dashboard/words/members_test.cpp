// A message shown whole: every member has a Dutch name, and identifiers read as what they stand for.
#include "dashboard/words/member_labels.hpp"
#include "dashboard/words/members.hpp"
#include "messaging/codec/codec.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace members_test {

using namespace regiekamer;

TEST_CASE("every member of the vocabulary has a name on the screen") {
    for (const std::string_view type : codec::type_names())
        for (const std::string& name : codec::member_names(type)) {
            INFO(type << " " << name);
            CHECK_FALSE(words::member_label(name).empty());
        }
    CHECK(words::member_label("geen_lid").empty());
}

TEST_CASE("identifiers read as names, parts by their path, instants by the clock") {
    Told told;
    const Instant now = at(2027, 1, 23, 4, 37);
    IncidentOpened opened;
    opened.incident = "2027-0122";
    opened.title = "Hoogwater";
    opened.started = now;
    told.tells(now, opened);
    GripDecided body{"2027-0122", 2, "effecten", {"leider CoPI", {}}, now};
    Message message;
    message.body = body;
    const auto rows = words::members(told.picture, message);
    using Row = std::pair<std::string, std::string>;
    CHECK(rows == std::vector<Row>{{"incident", "Hoogwater"},
                                   {"GRIP-niveau", "2"},
                                   {"waarom", "effecten"},
                                   {"besloten door, functie", "leider CoPI"},
                                   {"vanaf", "za 23 jan 2027 04:37:00"}});
}

TEST_CASE("a text that happens to be somebody's identifier stays as it was written") {
    Told told;
    PersonRegistered body;
    body.person = "wit";
    body.name = "K. de Wit";
    told.tells(at(2027, 1, 23), body);
    Message message;
    message.body = NoteWritten{"n", {}, {}, "wit", {}};
    using Row = std::pair<std::string, std::string>;
    CHECK(words::members(told.picture, message) == std::vector<Row>{{"notitie", "n"}, {"tekst", "wit"}});
    message.body = PersonRemoved{"wit"};
    CHECK(words::members(told.picture, message) == std::vector<Row>{{"wie", "K. de Wit"}});
}

} // namespace members_test
