// The player with a real hub and a real journal: what a run leaves on disk, and what it does when things go
// away.
#include "scenarios/player/player.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/folder.hpp"

#include <algorithm>
#include <cstdlib>

namespace player_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

const std::filesystem::path hoogwater_file = REGIEKAMER_SOURCE_DIR "/scenarios/hoogwater.toml";

const Scenario& hoogwater() {
    static const Scenario scenario = [] {
        auto loaded_file = load(hoogwater_file);
        REQUIRE(loaded_file);
        return std::move(*loaded_file);
    }();
    return scenario;
}

/// A hub with a player's view of it: start, stop, start again on the same journal.
struct House {
    Folder folder;
    Mode mode = Mode::exercise;
    std::unique_ptr<hub::Hub> hub;
    std::string requests = "tcp://127.0.0.1:*", live = "tcp://127.0.0.1:*";

    void open() {
        hub::Settings settings;
        settings.mode = mode;
        settings.journal = folder.path / "journal";
        settings.requests = {requests};
        settings.live = {live};
        auto started = hub::Hub::start(std::move(settings));
        INFO((started ? std::string() : sentence(started.error())));
        REQUIRE(started);
        hub = std::move(*started);
        requests = hub->requests().at(0);
        live = hub->live().at(0);
    }
    /// As a desk embeds it.
    [[nodiscard]] Settings inside(RunOptions options) const {
        Settings settings;
        settings.requests = hub::Hub::inproc_requests;
        settings.live = hub::Hub::inproc_live;
        settings.context = &hub->context();
        settings.options = options;
        return settings;
    }
    [[nodiscard]] Settings outside(RunOptions options) const {
        Settings settings;
        settings.requests = requests;
        settings.live = live;
        settings.options = options;
        return settings;
    }
    [[nodiscard]] std::vector<Message> journal() const {
        const auto reader = journal::Reader::open(folder.path / "journal");
        REQUIRE(reader);
        std::vector<Message> all;
        for (;;) {
            const auto rows = reader->read(all.size(), 1'000, 1 << 24);
            REQUIRE(rows);
            if (rows->empty()) return all;
            for (const auto& row : *rows)
                all.push_back(codec::read(row.event));
        }
    }
    void says(Body body, Instant time) const {
        Message message;
        static int count = 0;
        message.id = "desk-" + std::to_string(++count);
        message.source = "desk/test";
        message.time = time;
        message.status = mode;
        message.body = std::move(body);
        auto client = link::Client::connect(requests, "test");
        REQUIRE(client);
        const std::vector<std::string> events{codec::encode(message)};
        const auto results = client->append(events);
        REQUIRE(results);
        CHECK(results->at(0).ok);
    }
};

State finish(const Player& player) {
    const State state = player.wait_for(seconds{60});
    INFO((state.problem ? sentence(*state.problem) : std::string()));
    CHECK(state.phase == regiekamer::player::Phase::finished);
    return state;
}

/// Polls until `fits`, so that nothing sleeps and hopes.
template <class Fits>
State until(const Player& player, Fits fits) {
    const auto patience = std::chrono::steady_clock::now() + seconds{60};
    State state = player.state();
    while (!fits(state) && std::chrono::steady_clock::now() < patience)
        state = player.wait_for(milliseconds{2});
    CHECK(fits(state));
    return state;
}

/// What was told, without what may differ between runs.
std::vector<std::string> bodies(const std::vector<Message>& journal) {
    std::vector<std::string> lines;
    for (Message message : journal) {
        if (std::holds_alternative<ExerciseClockSet>(message.body) ||
            !message.source.starts_with("scenario/"))
            continue;
        message.id = message.source = "-";
        if (message.cause) message.cause = MessageId("-"); // the id of another message of the run
        std::visit(
            [](auto& body) {
                if constexpr (requires { body.run; }) body.run = "-";
            },
            message.body);
        lines.push_back(codec::encode(message));
    }
    return lines;
}

} // namespace

TEST_CASE("a day of hoogwater is played at once, whole, and the same at another rate and in another run") {
    House first;
    first.open();
    State state;
    {
        const Player player(hoogwater(), first.inside({.instant = true}));
        state = finish(player);
        CHECK(state.ended);
        CHECK(state.delivered == state.total);
        CHECK_FALSE(state.running);
        CHECK(state.now == hoogwater().start + plan(hoogwater()).end);
    }
    const auto journal = first.journal();
    CHECK(std::holds_alternative<ExerciseEnded>(journal.back().body));
    {
        const Player again(hoogwater(), first.inside({.instant = true}));
        const State refused = again.wait_for(seconds{60});
        CHECK(refused.phase == regiekamer::player::Phase::failed);
        REQUIRE(refused.problem);
        CHECK_THAT(
            sentence(*refused.problem),
            ContainsSubstring("an exercise that has ended: nothing is left to play, expected a hub on a "
                              "new journal, or on a branch"));
    }
    CHECK(first.journal().size() == journal.size());
    CHECK(std::count_if(journal.begin(), journal.end(), [](const Message& message) {
              return std::holds_alternative<InjectDelivered>(message.body);
          }) >= 60);

    House second;
    second.open();
    {
        const Player player(hoogwater(), second.outside({.rate = 100'000}));
        const State other = finish(player);
        CHECK(other.run != state.run);
    }
    CHECK(bodies(second.journal()) == bodies(journal));
}

TEST_CASE("an exercise is not played to a live hub, to nobody, or onto the messages of others") {
    House house;
    SECTION("live") {
        house.mode = Mode::actual;
        house.open();
        const Player player(hoogwater(), house.inside({.instant = true}));
        const State state = player.wait_for(seconds{60});
        CHECK(state.phase == regiekamer::player::Phase::failed);
        REQUIRE(state.problem);
        CHECK(house.journal().empty());
    }
    SECTION("as a role that there is not") {
        RunOptions options{.instant = true};
        options.play = std::vector<Function>{Function("OvD-Bs")};
        const Player player(hoogwater(), house.outside(options));
        const State state = player.wait_for(seconds{60});
        CHECK(state.phase == regiekamer::player::Phase::failed);
        REQUIRE(state.problem);
        CHECK(state.problem->where == "play");
    }
    SECTION("nobody") {
        Settings settings;
        settings.requests = "ipc://" + (house.folder.path / "nobody").string();
        settings.live = "ipc://" + (house.folder.path / "nobody-live").string();
        settings.connect_within = seconds{1};
        const Player player(hoogwater(), settings);
        const State state = player.wait_for(seconds{60});
        CHECK(state.phase == regiekamer::player::Phase::failed);
        REQUIRE(state.problem);
        CHECK(state.problem->found == "no hub that answers");
    }
    SECTION("others") {
        house.open();
        house.says(NoteWritten{"n", {}, {}, "x", {}}, hoogwater().start);
        const Player player(hoogwater(), house.inside({.instant = true}));
        const State state = player.wait_for(seconds{60});
        CHECK(state.phase == regiekamer::player::Phase::failed);
        REQUIRE(state.problem);
        CHECK(sentence(*state.problem) ==
              "journal: messages of desk/test, expected a new journal, or one of this scenario");
        CHECK(house.journal().size() == 1);
    }
    SECTION("rate") {
        house.open();
        const Player player(hoogwater(), house.inside({.rate = 0}));
        CHECK(player.wait_for(seconds{60}).problem.value().where == "rate");
    }
}

TEST_CASE("until leaves the exercise clock standing at that moment, and a later player goes on") {
    House house;
    house.open();
    const Instant moment = hoogwater().start + hours{17};
    std::string run;
    {
        const Player player(hoogwater(), house.inside({.instant = true, .until = hours{17}}));
        const State state = finish(player);
        CHECK(state.now == moment);
        CHECK_FALSE(state.running);
        CHECK_FALSE(state.ended);
        run = state.run;
    }
    const auto journal = house.journal();
    const auto* last = std::get_if<ExerciseClockSet>(&journal.back().body);
    REQUIRE(last != nullptr);
    CHECK(last->at == moment);
    CHECK_FALSE(last->running);
    const Player player(hoogwater(), house.inside({.instant = true}));
    const State state = finish(player);
    CHECK(state.ended);
    CHECK(state.run == run);
}

TEST_CASE(
    "a stopped player leaves the clock paused, the next one tells the rest, and the trainer is obeyed") {
    House house;
    house.open();
    State before;
    {
        Player player(hoogwater(), house.outside({.rate = 600}));
        until(player, [](const State& state) { return state.running && state.delivered > 0; });
        player.stop();
        before = player.wait_for(seconds{60});
        CHECK(before.phase == regiekamer::player::Phase::stopped);
        CHECK_FALSE(before.running);
    }
    const Player player(hoogwater(), house.outside({.rate = 600}));
    const State resumed = until(player, [](const State& state) { return state.running; });
    CHECK(resumed.run == before.run);
    CHECK(resumed.now >= before.now);
    house.says(ExerciseClockSet{resumed.run, resumed.now, Rate{1}, false}, resumed.now);
    until(player, [](const State& state) { return !state.running; });
    house.says(ExerciseClockSet{resumed.run, hoogwater().start + hours{30}, Rate{1}, true}, resumed.now);
    CHECK(finish(player).ended);

    House whole;
    whole.open();
    const Player reference(hoogwater(), whole.inside({.instant = true}));
    finish(reference);
    CHECK(bodies(house.journal()) == bodies(whole.journal()));
}

TEST_CASE("an exercise that is being played takes no second player, and one that was left takes the next") {
    House house;
    house.open();
    {
        const Player first(hoogwater(), house.outside({.rate = 60}));
        until(first, [](const State& state) { return state.running && state.delivered > 0; });
        const Player second(hoogwater(), house.outside({.rate = 200}));
        const State refused = second.wait_for(seconds{60});
        CHECK(refused.phase == regiekamer::player::Phase::failed);
        REQUIRE(refused.problem);
        CHECK_THAT(sentence(*refused.problem),
                   ContainsSubstring("the exercise: a player that plays it already (process "));
        CHECK(first.state().phase == regiekamer::player::Phase::playing);
        House other; // another exercise on the same machine is none of its business
        other.open();
        const Player elsewhere(hoogwater(), other.outside({.instant = true}));
        finish(elsewhere);
    }
    const Player next(hoogwater(), house.outside({.rate = 100'000}));
    CHECK(finish(next).ended);
}

TEST_CASE("a hub that goes away in the middle and comes back hears all that was due meanwhile") {
    House house;
    house.open();
    const Player player(hoogwater(), house.outside({.rate = 20'000}));
    until(player, [](const State& state) { return state.delivered > 100; });
    house.hub.reset();
    until(player, [](const State& state) { return state.away; });
    house.open();
    CHECK(finish(player).ended);

    House whole;
    whole.open();
    const Player reference(hoogwater(), whole.inside({.instant = true}));
    finish(reference);
    CHECK(bodies(house.journal()) == bodies(whole.journal()));
}

} // namespace player_test
