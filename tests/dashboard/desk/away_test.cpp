// A desk whose hub is away when it starts is usable for reading: it shows its copy, and goes on when the hub
// is back.
#include "dashboard/desk/session.hpp"
#include "dashboard/desk/source.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/link/client.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace away_test {

using namespace regiekamer;

namespace {

/// The state folder of the user, for one test.
struct StateFolder {
    Folder folder;
    StateFolder() { setenv("XDG_STATE_HOME", folder.path.c_str(), 1); }
    ~StateFolder() { unsetenv("XDG_STATE_HOME"); }
    StateFolder(const StateFolder&) = delete;
    StateFolder& operator=(const StateFolder&) = delete;
    StateFolder(StateFolder&&) = delete;
    StateFolder& operator=(StateFolder&&) = delete;
};

/// A hub with its live side at the next port, as desks expect; and the settings to start it there again.
std::pair<hub::Settings, std::unique_ptr<hub::Hub>> hub_in(const Folder& folder) {
    hub::Settings settings;
    settings.mode = Mode::actual;
    settings.journal = folder / "hub.journal";
    for (int attempt = 0; attempt < 50; ++attempt) {
        settings.requests = settings.live = {"tcp://127.0.0.1:*"};
        auto anywhere = hub::Hub::start(settings);
        REQUIRE(anywhere);
        settings.requests = {(*anywhere)->requests().front()};
        settings.live = {link::live_beside(settings.requests.front())};
        anywhere->reset();
        if (auto beside = hub::Hub::start(settings)) return {settings, std::move(*beside)};
    }
    throw std::runtime_error("no two ports beside each other");
}

void says(const hub::Hub& hub, const char* text) {
    Message message;
    message.id = text;
    message.source = "test";
    message.time = wall_clock();
    message.status = Mode::actual;
    NoteWritten note;
    note.note = NoteId(text);
    note.text = text;
    message.body = note;
    auto client = link::Client::connect(hub.requests().front(), "test");
    REQUIRE(client);
    REQUIRE(client->append(std::vector{codec::encode(message)}));
}

struct Seat {
    std::mutex mutex;
    std::condition_variable rung;
    bool woken = false;
    Result<desk::Source> source;
    panels::BaseMap map;
    catalogue::Catalogue catalogue;
    std::optional<desk::Session> session;

    explicit Seat(const std::string& hub) : source(desk::open_source(wanted(hub))) {
        if (!source) return;
        session.emplace(source->mode, desk::read_back(source->journal), source->link.get(), "een",
                        desk::Kept{}, map, catalogue);
        if (source->copy_only) REQUIRE(session->read_all());
    }
    desk::Wanted wanted(const std::string& hub) {
        desk::Wanted wish;
        wish.connect = hub;
        wish.desk = "een";
        wish.wake = [this] {
            const std::lock_guard lock(mutex);
            woken = true;
            rung.notify_one();
        };
        return wish;
    }
    void sees(const char* text) {
        const auto there = [&] { return session->current().logbook->notes.find(NoteId(text)) != nullptr; };
        while (session->receive(1000), !there()) {
            std::unique_lock lock(mutex);
            if (!rung.wait_for(lock, std::chrono::seconds(20), [this] { return woken; }))
                FAIL("nothing came");
            woken = false;
        }
    }
};

} // namespace

TEST_CASE("a desk starts from its copy while the hub is away, says so, and goes on when the hub is back") {
    const StateFolder state;
    const Folder folder;
    auto [wish, hub] = hub_in(folder);
    const std::string endpoint = wish.requests.front();
    says(*hub, "eerste");
    {
        Seat seat(endpoint);
        REQUIRE(seat.source);
        CHECK_FALSE(seat.source->copy_only);
        seat.sees("eerste");
    }
    hub.reset();
    Seat seat(endpoint);
    REQUIRE(seat.source);
    CHECK(seat.source->copy_only);
    CHECK_THAT(seat.source->remarks.at(0), ContainsSubstring("kopie"));
    seat.sees("eerste");
    const auto known = seat.session->received();
    const auto again = hub::Hub::start(wish);
    REQUIRE(again);
    says(**again, "tweede");
    seat.sees("tweede");
    CHECK(seat.session->received() > known);
}

TEST_CASE("without a copy there is nothing to show, and that is said") {
    const StateFolder state;
    Seat seat("tcp://127.0.0.1:9");
    REQUIRE_FALSE(seat.source);
}

} // namespace away_test
