// Links and clients against the real hub, over its real journal and sockets.
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "tests/messaging/link/desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include "messaging/codec/codec.hpp"

namespace hub_link_test {

using namespace regiekamer;

namespace {

/// A hub that can go and come back on the same journal and the same ports.
struct RealHub {
    Folder folder;
    hub::Settings settings;
    std::unique_ptr<hub::Hub> running;

    RealHub() {
        settings.mode = Mode::exercise;
        settings.journal = folder.path / "hub.journal";
        settings.requests = {"tcp://127.0.0.1:*"};
        settings.live = {"tcp://127.0.0.1:*"};
    }
    void start() {
        auto started = hub::Hub::start(settings);
        if (!started) throw std::runtime_error(sentence(started.error()));
        running = std::move(*started);
        settings.requests = running->requests();
        settings.live = running->live();
    }
    void stop() { running.reset(); }
    /// Fills the journal before a start.
    void has(std::size_t count) const {
        auto journal = journal::Journal::open(settings.journal, settings.mode);
        if (!journal) throw std::runtime_error(sentence(journal.error()));
        for (std::size_t first = 1; first <= count; first += 5000) {
            const auto events = note_events(first, std::min<std::size_t>(5000, count - first + 1));
            std::vector<std::string> ids;
            ids.reserve(events.size());
            std::vector<journal::Draft> drafts;
            for (std::size_t at = 0; at < events.size(); ++at) {
                ids.push_back("e-" + std::to_string(first + at));
                drafts.push_back({"test", events[at], "test", ids.back()});
            }
            if (!journal->append(drafts, wall_clock())) throw std::runtime_error("not appended");
        }
    }
    link::Settings desk(const std::string& name) const {
        link::Settings wanted;
        wanted.requests = settings.requests.front();
        wanted.live = settings.live.front();
        wanted.desk = name;
        wanted.announce = false;
        return wanted;
    }
    link::Settings inproc_desk(const std::string& name) const {
        auto wanted = desk(name);
        wanted.requests = hub::Hub::inproc_requests;
        wanted.live = hub::Hub::inproc_live;
        wanted.context = &running->context();
        return wanted;
    }
};

} // namespace

TEST_CASE("across restarts of the hub a desk misses nothing, and its acts arrive once and in order") {
    RealHub hub;
    hub.start();
    Desk desk(hub.desk("ovd-1"));
    REQUIRE(desk.reaches(link::Phase::live));
    std::vector<std::string> said;
    const auto say = [&](const std::string& text) {
        desk.says(text);
        said.push_back(text);
    };
    say("before");
    REQUIRE(desk.has_outcomes(1));
    for (int round = 1; round <= 3; ++round) {
        hub.stop();
        REQUIRE(desk.reaches(link::Phase::away));
        say("away " + std::to_string(round) + "a");
        say("away " + std::to_string(round) + "b");
        CHECK(desk.link().waiting().size() == 2);
        hub.start();
        REQUIRE(desk.has_outcomes(said.size()));
        REQUIRE(desk.has_notes(said.size()));
    }
    CHECK(desk.notes() == said);
    CHECK(desk.in_order());
    CHECK(desk.outcomes().back().sequence == said.size());
}

TEST_CASE("a hub that restarts while acts stream in stores each once, in order") {
    RealHub hub;
    hub.start();
    Desk desk(hub.desk("ovd-1"));
    std::vector<std::string> said;
    for (int act = 0; act < 4000; ++act) {
        said.push_back(std::to_string(act));
        desk.says(said.back());
        if (act % 1000 != 999) continue;
        REQUIRE(eventually([&] { return desk.state().unsent < 900; }));
        hub.stop(); // acts are under way, some of them stored and not yet acknowledged
        hub.start();
    }
    REQUIRE(desk.has_outcomes(said.size()));
    REQUIRE(desk.has_notes(said.size()));
    CHECK(desk.notes() == said);
    CHECK(desk.in_order());
}

TEST_CASE("catching up with 100,000 messages shows progress and fills the replica") {
    constexpr std::size_t count = 100'000;
    RealHub hub;
    hub.has(count);
    hub.start();
    auto settings = hub.desk("ovd-1");
    settings.replica = hub.folder.path / "replica.journal";
    Desk desk(std::move(settings));
    std::size_t steps = 0;
    Sequence last = 0;
    REQUIRE(eventually(
        [&] {
            const auto state = desk.state();
            if (state.received > last && state.head == count) ++steps;
            last = state.received;
            return desk.notes().size() == count;
        },
        seconds(120)));
    CHECK(steps > 10);
    CHECK(desk.in_order());
    CHECK(desk.notes().back() == std::to_string(count));
    REQUIRE(desk.reaches(link::Phase::live));
    desk.leaves();
    auto reader = journal::Reader::open(hub.folder.path / "replica.journal");
    REQUIRE(reader);
    const auto info = reader->info();
    REQUIRE(info);
    CHECK(info->head.sequence == count);
    CHECK(info->uuid == hub.running->journal_uuid());
    CHECK(info->replica);
}

TEST_CASE("a desk that was off fills its replica, and gives its window only what that lacks") {
    RealHub hub;
    hub.has(300);
    hub.start();
    auto settings = hub.desk("ovd-1");
    settings.replica = hub.folder.path / "replica.journal";
    {
        Desk desk(settings);
        REQUIRE(desk.has_notes(300));
    }
    auto client = link::Client::connect(hub.settings.requests.front(), "other");
    REQUIRE(client);
    REQUIRE(client->append(note_events(301, 50)));
    settings.after = 310; // the window has more than the replica: it was killed in between
    Desk desk(settings);
    REQUIRE(desk.has_notes(40));
    CHECK(desk.in_order());
    CHECK(desk.notes().front() == "311");
    REQUIRE(desk.reaches(link::Phase::live));
    desk.leaves();
    auto reader = journal::Reader::open(settings.replica);
    REQUIRE(reader);
    const auto rows = reader->read(0, 1000, 1 << 20);
    REQUIRE(rows);
    REQUIRE(rows->size() == 350);
    for (std::size_t at = 0; at < rows->size(); ++at)
        CHECK((*rows)[at].sequence == at + 1);
    CHECK(rows->back().sender == "other");
}

TEST_CASE("a replica of another journal refuses the hub and stays as it was") {
    RealHub first, second;
    first.has(5);
    second.has(9);
    first.start();
    second.start();
    auto settings = first.desk("ovd-1");
    settings.replica = first.folder.path / "replica.journal";
    {
        Desk desk(settings);
        REQUIRE(desk.has_notes(5));
    }
    settings.requests = second.settings.requests.front();
    settings.live = second.settings.live.front();
    Desk desk(settings);
    REQUIRE(desk.reaches(link::Phase::refused));
    CHECK_THAT(sentence(*desk.state().refusal), ContainsSubstring("a copy of another journal"));
    CHECK(desk.notes().empty());
    desk.leaves();
    auto reader = journal::Reader::open(settings.replica);
    REQUIRE(reader);
    CHECK(reader->info()->head.sequence == 5);
    CHECK(reader->info()->uuid == first.running->journal_uuid());
}

TEST_CASE("a replica that cannot be written costs the history, not the desk") {
    RealHub hub;
    hub.has(5);
    hub.start();
    auto settings = hub.desk("ovd-1");
    settings.replica = hub.folder.path / "no such folder" / "deeper" / "replica.journal";
    Desk desk(settings);
    REQUIRE(desk.has_notes(5));
    REQUIRE(desk.reaches(link::Phase::live));
    CHECK(desk.state().trouble);
}

TEST_CASE("many desks that all speak see one order, over inproc and tcp") {
    RealHub hub;
    hub.start();
    std::vector<std::unique_ptr<Desk>> desks;
    for (int number = 0; number < 6; ++number) {
        const auto name = "desk-" + std::to_string(number);
        desks.push_back(std::make_unique<Desk>(number % 2 == 0 ? hub.desk(name) : hub.inproc_desk(name)));
    }
    for (int act = 0; act < 100; ++act)
        for (std::size_t number = 0; number < desks.size(); ++number)
            desks[number]->says(std::to_string(number) + "/" + std::to_string(act));
    for (auto& desk : desks) {
        REQUIRE(desk->has_notes(600));
        REQUIRE(desk->has_outcomes(100));
        CHECK(desk->in_order());
        CHECK(desk->notes() == desks.front()->notes());
    }
    desks.clear();
}

TEST_CASE("a hub refuses a message of the other mode, and the act says why") {
    RealHub hub;
    hub.start();
    Desk desk(hub.desk("ovd-1"));
    REQUIRE(desk.link().send(note("real", Mode::actual)));
    REQUIRE(desk.has_outcomes(1));
    REQUIRE(desk.outcomes().front().refused);
    CHECK(desk.outcomes().front().refused->where == "/status");
}

TEST_CASE("a desk that joined is in the journal under its name") {
    RealHub hub;
    hub.start();
    auto settings = hub.desk("acbz-2");
    settings.announce = true;
    const Desk desk(std::move(settings));
    auto client = link::Client::connect(hub.settings.requests.front(), "ctl");
    REQUIRE(client);
    std::vector<link::Journaled> journaled;
    REQUIRE(eventually([&] {
        journaled = client->replay(0).value();
        return !journaled.empty();
    }));
    CHECK(journaled.front().first.sender == "acbz-2");
    CHECK(std::get<DeskJoined>(codec::read(journaled.front().second).body).desk == DeskId("acbz-2"));
}

} // namespace hub_link_test
