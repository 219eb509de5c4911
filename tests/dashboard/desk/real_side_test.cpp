// What happens on the real side breaks into an exercise, once a cause, and nothing is said to it from there.
#include "dashboard/desk/real_side.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace real_side_test {

using namespace regiekamer;

namespace {

const Function ovd("OvD-Bz");

/// A live hub, and a desk in an exercise beside it.
struct Beside {
    Folder folder;
    std::unique_ptr<hub::Hub> hub;
    std::mutex mutex;
    std::condition_variable rung;
    bool woken = false;
    std::unique_ptr<desk::RealSide> real;

    Beside() {
        hub::Settings settings;
        settings.mode = Mode::actual;
        settings.journal = folder / "echt.journal";
        settings.requests = settings.live = {"tcp://127.0.0.1:*"};
        auto started = hub::Hub::start(settings);
        REQUIRE(started);
        hub = std::move(*started);
        real = std::make_unique<desk::RealSide>(
            desk::RealSide::Endpoints{hub->requests().front(), hub->live().front()}, "oefent",
            folder / "kopie.journal", [this] {
                const std::lock_guard lock(mutex);
                woken = true;
                rung.notify_one();
            });
    }
    Sequence says(Body body) {
        Message message;
        message.id = "m" + std::to_string(++count_);
        message.source = "test";
        message.time = wall_clock();
        message.status = Mode::actual;
        message.body = std::move(body);
        auto client = link::Client::connect(hub->requests().front(), "test");
        REQUIRE(client);
        const auto results = client->append(std::vector{codec::encode(message)});
        REQUIRE(results);
        REQUIRE(results->front().ok);
        return static_cast<Sequence>(results->front().sequence->value);
    }
    void hears(Sequence sequence) {
        while (real->receive(1000), real->received() < sequence) {
            std::unique_lock lock(mutex);
            if (!rung.wait_for(lock, std::chrono::seconds(20), [this] { return woken; }))
                FAIL("nothing came");
            woken = false;
        }
    }

private:
    int count_ = 0;
};

IncidentOpened fire() {
    IncidentOpened opened;
    opened.incident = IncidentId("2026-1");
    opened.title = "Brand Nieuwland Parc";
    opened.kind = "brand";
    opened.municipality = "Alblasserdam";
    opened.place = "Nieuwland Parc";
    opened.started = wall_clock();
    return opened;
}

GripDecided grip(int level) {
    GripDecided decided;
    decided.incident = IncidentId("2026-1");
    decided.level = level;
    decided.decided_by.function = "leider CoPI";
    decided.effective_from = wall_clock();
    return decided;
}

} // namespace

TEST_CASE("a real incident breaks through until it was seen, and again when its GRIP changes") {
    Beside beside;
    CHECK_FALSE(beside.real->news(ovd));
    beside.hears(beside.says(fire()));
    const auto news = beside.real->news(ovd);
    REQUIRE(news);
    CHECK(news->title == "Brand Nieuwland Parc");
    CHECK(beside.real->must_sound(ovd));
    CHECK_FALSE(beside.real->must_sound(ovd)); // once a cause
    beside.real->put_away();
    CHECK_FALSE(beside.real->news(ovd));
    beside.hears(beside.says(grip(2)));
    REQUIRE(beside.real->news(ovd));
    CHECK(beside.real->news(ovd)->title == "GRIP 2: Brand Nieuwland Parc");
    CHECK(beside.real->must_sound(ovd));
}

TEST_CASE("seen is what was shown: the next real message shows then") {
    Beside beside;
    beside.says(fire());
    IncidentOpened other = fire();
    other.incident = IncidentId("2026-2");
    other.title = "Wateroverlast Souburgh";
    other.place = "Souburgh";
    beside.says(other);
    TeamAlerted alerted;
    alerted.alert = AlertId("a-1");
    alerted.incident = IncidentId("2026-1");
    alerted.team = Team::team_bz;
    alerted.functions = {ovd};
    alerted.norm_minutes = 30;
    beside.says(alerted);
    beside.hears(beside.says(grip(2)));
    std::vector<std::string> shown;
    while (const auto news = beside.real->news(ovd)) {
        CHECK(news->more + shown.size() == 2);
        shown.push_back(news->title + " | " + news->detail);
        beside.real->put_away();
    }
    REQUIRE(shown.size() == 3);
    std::sort(shown.begin(), shown.end());
    CHECK(shown[0] == "GRIP 2: Brand Nieuwland Parc | Nieuwland Parc · besloten door leider CoPI");
    CHECK_THAT(shown[1],
               ContainsSubstring(
                   "OvD-Bz gealarmeerd: geef antwoord | Brand Nieuwland Parc, Nieuwland Parc · sinds"));
    CHECK(shown[2] == "Wateroverlast Souburgh | Souburgh");
}

TEST_CASE("what was withdrawn, or is over, breaks through no more") {
    Beside beside;
    beside.says(fire());
    beside.hears(beside.says(MessageWithdrawn{MessageId("m1"), "test", "vergissing"}));
    CHECK_FALSE(beside.real->news(ovd));
}

TEST_CASE("the copy of the real journal goes away with the exercise") {
    Beside beside;
    beside.hears(beside.says(fire()));
    CHECK(std::filesystem::exists(beside.folder / "kopie.journal"));
    beside.real.reset();
    CHECK_FALSE(std::filesystem::exists(beside.folder / "kopie.journal"));
    const auto client = link::Client::connect(beside.hub->requests().front(), "test");
    REQUIRE(client);
    CHECK(client->welcome().head.value == 1); // nothing was said to it
}

} // namespace real_side_test
