// Which alerts are news, whose they are, and what ends what.
#include "tests/messaging/feeds/cap_documents.hpp"

namespace cap_references_test {

using namespace cap_documents;

TEST_CASE("a Cancel may say nothing but what it cancels; an Update without references is new") {
    const std::string references =
        "<references>proef@weerdienst.voorbeeld.example,p1,2026-07-01T10:00:00+02:00\n "
        "proef@weerdienst.voorbeeld.example,p0,2026-07-01T09:00:00+02:00 onzin</references>";
    const auto cancel = one(alert({.identifier = "p9", .type = "Cancel", .body = references}));
    CHECK(cancel.references.size() == 2);
    CHECK_FALSE(cancel.headline);
    const auto became = read(alert({.type = "Update", .body = "<references></references>" + info()}));
    CHECK(warnings(became).at(0).references.empty());
    CHECK(remarked(became, "an Update or Cancel that names no earlier alert"));
}

TEST_CASE("over before it was sent: refused of an Alert, but an Update ends what was before") {
    const std::string early = replaced(info(), "2026-07-01T20:00:00+02:00", "2026-07-01T09:00:00+02:00");
    CHECK(refusal(alert({.body = early})) == "expires before it was sent");
    CHECK(read(alert({.type = "Update", .body = early})).said.size() == 1);
}

TEST_CASE("the same alert again is quiet; with other contents it is set aside once") {
    const auto reader = cap_reader({}, Mode::actual);
    const auto first = reader(alert(), arrival);
    REQUIRE(first.said.size() == 1);
    CHECK(first.said[0].time == *read_instant("2026-07-01T08:00:00Z"));
    CHECK(first.said[0].id == read(alert()).said[0].id); // also after a restart
    const auto again = reader(alert(), arrival + minutes(1));
    CHECK((again.said.empty() && again.aside.empty()));
    const auto other = replaced(alert(), "Code geel", "Code rood");
    CHECK(reader(other, arrival).aside.size() == 1);
    CHECK(reader(other, arrival).aside.empty());
    CHECK(reader(alert({.sent = "2026-07-01T11:00:00+02:00"}), arrival).said.size() == 1);
}

TEST_CASE("alerts for other areas are left out, but not an Update that may end one of ours") {
    const CapConfig config{{"nl"}, {"EMMA_ID=NL013"}, {}};
    const auto reader = cap_reader(config, Mode::actual);
    const auto elsewhere = reader(alert({.identifier = "e1"}), arrival);
    CHECK(elsewhere.said.empty());
    CHECK(remarked(elsewhere, "alerts for other areas only, left out"));
    const std::string sender = "proef@weerdienst.voorbeeld.example";
    const auto update = [&](const std::string& id, const std::string& of) {
        return reader(alert({.identifier = id,
                             .type = "Update",
                             .body = "<references>" + sender + "," + of +
                                     ",2026-07-01T10:00:00+02:00</references>" + info()}),
                      arrival);
    };
    CHECK(update("e2", "e1").said.empty());
    CHECK(update("e3", "e2").said.empty());
    CHECK(update("e4", "onbekend").said.size() == 1);
    const auto shape_only =
        replaced(alert({.identifier = "s1"}),
                 "<geocode><valueName>EMMA_ID</valueName><value>NL009</value></geocode>", "");
    CHECK(reader(shape_only, arrival).said.size() == 1);
}

TEST_CASE("an Update that moves a warning elsewhere takes it back here, and warns of nothing itself") {
    const CapConfig config{{"nl"}, {"EMMA_ID=NL009"}, {}};
    const auto reader = cap_reader(config, Mode::actual);
    REQUIRE(reader(alert({.identifier = "m1"}), arrival).said.size() == 1);
    const auto moved = [&](const std::string& sender) {
        return replaced(
            alert({.identifier = "m2",
                   .type = "Update",
                   .body = "<references>" + sender + ",m1,2026-07-01T10:00:00+02:00</references>" + info()}),
            "NL009", "NL011");
    };
    CHECK(reader(moved("elders@voorbeeld.example"), arrival).said.empty());
    const auto ended = warnings(reader(moved("proef@weerdienst.voorbeeld.example"), arrival));
    REQUIRE(ended.size() == 1);
    CHECK(ended[0].msg_type == "Cancel");
    CHECK(ended[0].references.size() == 1);
}

TEST_CASE("blocks about places of others do not colour ours") {
    const CapConfig config{{"nl"}, {"EMMA_ID=NL009"}, {}};
    const auto other = replaced(info("nl-NL", area, "orkaan", "Extreme"), "NL009", "NL007");
    const auto both = warnings(read(alert({.body = other + info()}), Mode::actual, config)).at(0);
    CHECK(both.severity == "Moderate");
    CHECK(both.event == "windstoten");
    CHECK(both.areas.size() == 1);
    CHECK(read(alert({.body = other}), Mode::actual, config).said.empty());
    CHECK(warnings(read(alert({.body = other + info()}))).at(0).severity == "Extreme");
}

TEST_CASE("a Cancel of what another sender said is put aside, once") {
    const auto reader = cap_reader({}, Mode::actual);
    REQUIRE(reader(alert({.identifier = "q1"}), arrival).said.size() == 1);
    const auto cancel = [](const std::string& of) {
        return alert({.identifier = "q2",
                      .type = "Cancel",
                      .body = "<references>" + of + ",q1,2026-07-01T10:00:00+02:00</references>"});
    };
    const auto foreign = reader(cancel("elders@voorbeeld.example"), arrival);
    CHECK(foreign.said.empty());
    REQUIRE(foreign.aside.size() == 1);
    CHECK(foreign.aside[0].reason == "a Cancel of what another sender said");
    CHECK(reader(cancel("elders@voorbeeld.example"), arrival).aside.empty());
    CHECK(reader(cancel("proef@weerdienst.voorbeeld.example"), arrival).said.size() == 1);
}

TEST_CASE(
    "a sender takes back from its second address what it said from the first, where that is configured") {
    const std::string second = "intrekking@voorbeeld.example", first = "proef@weerdienst.voorbeeld.example";
    CapConfig config;
    config.same_sender[second] = first;
    const auto from_second = [&](std::string document) {
        document.replace(document.find("<sender>" + first), 8 + first.size(), "<sender>" + second);
        return document;
    };
    const std::string cancel =
        from_second(alert({.identifier = "q2",
                           .type = "Cancel",
                           .body = "<references>" + first + ",q1,2026-07-01T10:00:00+02:00</references>"}));
    CHECK(read(cancel).said.empty());
    const auto took_back = warnings(read(cancel, Mode::actual, config));
    REQUIRE(took_back.size() == 1);
    CHECK(took_back[0].sender == first); // whose alert it ends, everywhere
    const auto other_way =
        warnings(read(alert({.identifier = "q2",
                             .type = "Cancel",
                             .body = "<references>" + second + ",q1,2026-07-01T10:00:00+02:00</references>"}),
                      Mode::actual, config));
    REQUIRE(other_way.size() == 1);
    CHECK(other_way[0].references == std::vector{first + ",q1,2026-07-01T10:00:00+02:00"});
    const std::string third =
        alert({.identifier = "q2",
               .type = "Cancel",
               .body = "<references>elders@voorbeeld.example,q1,2026-07-01T10:00:00+02:00</references>"});
    CHECK(read(third, Mode::actual, config).said.empty());
}

} // namespace cap_references_test
