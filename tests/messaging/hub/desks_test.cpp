// Desks that join, and the hub that notices when they are gone.
#include "messaging/hub/desks.hpp"
#include "messaging/hub/readable.hpp"
#include "tests/messaging/hub/test_hub.hpp"

namespace desks_test {

using namespace wire_client;
using regiekamer::DeskId;
using regiekamer::DeskJoined;
using regiekamer::DeskLeft;
using regiekamer::hub::Desks;
using regiekamer::hub::Steady;
using std::chrono::seconds;

namespace {

const Steady start{seconds(1'000)};
const DeskJoined ovd{DeskId("ovd-1"), "1.0"};

std::string joined(const std::string& desk, const std::string& id) {
    return event_of("desk.joined", id, R"({"desk":")" + desk + R"(","version":"1.0"})");
}

} // namespace

TEST_CASE("a desk has left its time after its last request, and is told once") {
    Desks desks(seconds(15));
    desks.greet("c1", "ovd-1", start);
    CHECK(desks.next_due() == Steady::max());
    desks.joined("c1", ovd, start);
    desks.heard("c1", start + seconds(10));
    CHECK(desks.next_due() == start + seconds(25));
    CHECK(desks.gone(start + seconds(24)).empty());
    const auto gone = desks.gone(start + seconds(25));
    REQUIRE(gone.size() == 1);
    CHECK(gone.front() == DeskLeft{DeskId("ovd-1"), "1.0"});
    CHECK(desks.gone(start + seconds(100)).empty());
}

TEST_CASE("a desk that never joined does not leave") {
    Desks desks(seconds(15));
    desks.greet("c1", "ovd-1", start);
    desks.heard("c1", start);
    CHECK(desks.gone(start + seconds(100)).empty());
}

TEST_CASE("a desk that reconnects within its time never left") {
    Desks desks(seconds(15));
    desks.greet("c1", "ovd-1", start);
    desks.joined("c1", ovd, start);
    desks.greet("c2", "ovd-1", start + seconds(10));
    CHECK(desks.gone(start + seconds(20)).empty());
    CHECK(desks.gone(start + seconds(25)).size() == 1);
}

TEST_CASE("a desk that said itself that it left is not told again") {
    Desks desks(seconds(15));
    desks.greet("c1", "ovd-1", start);
    desks.joined("c1", ovd, start);
    desks.left({DeskId("ovd-1"), {}});
    CHECK(desks.gone(start + seconds(100)).empty());
}

TEST_CASE("a connection that joined under another name than it greeted with keeps that desk there too") {
    Desks desks(seconds(15));
    desks.joined("c1", ovd, start); // no HELLO at all
    CHECK(*desks.sender("c1") == "anoniem");
    desks.heard("c1", start + seconds(14));
    CHECK(desks.gone(start + seconds(20)).empty());
    CHECK(desks.gone(start + seconds(29)).size() == 1);
}

TEST_CASE("of too many connections the one silent longest loses its name") {
    Desks desks(seconds(15));
    for (std::size_t i = 0; i <= Desks::connections_max; ++i)
        desks.greet("c" + std::to_string(i), "desk-" + std::to_string(i), start + seconds(i));
    CHECK(*desks.sender("c0") == "anoniem");
    CHECK(*desks.sender("c1") == "desk-1");
}

TEST_CASE("what strangers send is quoted as text") {
    using regiekamer::hub::has_control_character;
    using regiekamer::hub::is_utf8;
    using regiekamer::hub::quoted;
    CHECK(is_utf8("caf\u00e9 \U0001F30A"));
    for (const std::string_view bad :
         {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"}) {
        CHECK_FALSE(is_utf8(bad));
        CHECK(is_utf8(quoted(bad, 10)));
        CHECK(quoted(bad, 10).starts_with("\uFFFD"));
    }
    CHECK(quoted(std::string_view("a\0b", 3), 10) == "a\uFFFDb");
    CHECK(quoted("abcdefghijk", 3).starts_with("ab"));
    CHECK(quoted("abcdefghijk", 3).size() < 8);
    CHECK(has_control_character("a\tb"));
    CHECK(has_control_character("a\u0085b"));
    CHECK_FALSE(has_control_character("caf\u00e9 \u00a0"));
}

TEST_CASE("the hub writes desk.left of a desk that fell silent, as itself") {
    const TestHub hub([](auto& settings) { settings.desk_left_after = milliseconds(150); });
    Follower follower(hub.live());
    auto client = hub.client();
    client.hello("ovd-1");
    client.append(joined("ovd-1", "j1"));
    CHECK(follower.next().at(0) == "nl.regiekamer.desk.joined");
    const auto told = follower.next();
    REQUIRE(told.size() == 3);
    CHECK(told[0] == "nl.regiekamer.desk.left");
    CHECK(text(object(told[1]), "sender") == "hub");
    const auto left = object(told[2]);
    CHECK(text(left, "source") == "hub");
    CHECK(text(left, "status") == "exercise");
    CHECK(text(left, "id").size() == 36);
    CHECK(text(left.at("data").as_object(), "desk") == "ovd-1");

    client.append(joined("ovd-1", "j2")); // and again, with another id
    CHECK(follower.next().at(0) == "nl.regiekamer.desk.joined");
    const auto second = follower.next();
    REQUIRE(second.size() == 3);
    CHECK(text(object(second[2]), "id") != text(left, "id"));
}

TEST_CASE("what the hub says itself in an exercise happens in exercise time, also after it started again") {
    const Folder folder;
    auto settings = exercise_on(folder.path / "journal.sqlite");
    settings.desk_left_after = milliseconds(100);
    const auto clock = [](const std::string& id, const std::string& at) {
        return event_of("exercise.clock_set", id,
                        R"({"run":"r","at":")" + at + R"(","rate":20,"running":false})");
    };
    const auto left_at = [&](bool set_again) {
        const auto hub = started(settings);
        Client client(hub->requests().at(0));
        Follower follower(hub->live().at(0));
        if (set_again) {
            client.append({clock("c2", "2027-01-23T03:00:00Z"), clock("c3", "2027-01-23T04:30:00Z")});
            for (int each = 0; each < 2; ++each)
                CHECK(follower.next().at(0) == "nl.regiekamer.exercise.clock_set");
        }
        client.append(joined("ovd-1", "j" + std::to_string(set_again)));
        CHECK(follower.next().at(0) == "nl.regiekamer.desk.joined");
        const auto left = follower.next();
        CHECK(left.at(0) == "nl.regiekamer.desk.left");
        return text(object(left.at(2)), "time");
    };
    {
        const auto hub = started(settings);
        Client client(hub->requests().at(0));
        std::vector<std::string> events{clock("c0", "2027-01-22T01:00:00Z"),
                                        clock("c1", "2027-01-22T14:00:00Z")};
        for (int each = 0; each < 2'500; ++each) // further back than one page
            events.push_back(note("n" + std::to_string(each)));
        for (std::size_t at = 0; at < events.size(); at += 100)
            client.append(std::vector<std::string>(
                events.begin() + static_cast<std::ptrdiff_t>(at),
                events.begin() + static_cast<std::ptrdiff_t>(std::min(at + 100, events.size()))));
    }
    CHECK(left_at(false) == "2027-01-22T14:00:00.000000Z");
    CHECK(left_at(true) == "2027-01-23T04:30:00.000000Z");
}

TEST_CASE("a desk that was journaled before the hub started again still leaves") {
    const Folder folder;
    auto settings = exercise_on(folder.path / "journal.sqlite");
    {
        const auto hub = started(settings);
        Client client(hub->requests().at(0));
        client.append(joined("ovd-1", "j1"));
    }
    settings.desk_left_after = milliseconds(100);
    const auto hub = started(settings);
    Client client(hub->requests().at(0));
    Follower follower(hub->live().at(0));
    CHECK(number(client.append(joined("ovd-1", "j1")), "sequence") == 1); // resent: its ack was lost
    CHECK(follower.next().at(0) == "nl.regiekamer.desk.left");
}

} // namespace desks_test
