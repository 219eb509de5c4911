// Third-party PUB sockets that the hub follows.
#include "messaging/hub/followed.hpp"
#include "tests/messaging/hub/test_hub.hpp"

namespace feeds_test {

using namespace wire_client;
using regiekamer::FeedRefused;
using regiekamer::FeedReported;
using regiekamer::FeedState;
using regiekamer::hub::Followed;
using regiekamer::hub::Steady;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Steady start{seconds(1'000)};

Followed followed() {
    return {"tcp://127.0.0.1:5556", minutes(5), minutes(1)};
}

/// A PUB socket that sends until the hub follows, as what is published before that is lost.
struct Publisher {
    zmq::context_t context{1};
    zmq::socket_t socket{context, zmq::socket_type::pub};

    Publisher() {
        socket.set(zmq::sockopt::linger, 0);
        socket.bind("tcp://127.0.0.1:*");
    }
    [[nodiscard]] std::string endpoint() { return socket.get(zmq::sockopt::last_endpoint); }
    void publish(const Frames& frames) {
        for (std::size_t i = 0; i < frames.size(); ++i)
            socket.send(zmq::buffer(frames[i]),
                        i + 1 < frames.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
    }
};

} // namespace

TEST_CASE("a feed runs from its first message and is silent after its time, told on change only") {
    auto feed = followed();
    CHECK(feed.due(start).empty());
    feed.heard(start);
    const auto first = feed.due(start);
    REQUIRE(first.size() == 1);
    CHECK(std::get<FeedReported>(first[0]).state == FeedState::loopt);
    feed.heard(start + minutes(4));
    CHECK(feed.due(start + minutes(4)).empty());
    CHECK(feed.next_due() == start + minutes(9));
    CHECK(feed.due(start + minutes(9) - seconds(1)).empty());
    const auto silent = feed.due(start + minutes(9));
    REQUIRE(silent.size() == 1);
    CHECK(std::get<FeedReported>(silent[0]).state == FeedState::stil);
    CHECK(feed.due(start + minutes(100)).empty());
    feed.heard(start + minutes(101));
    CHECK(std::get<FeedReported>(feed.due(start + minutes(101)).at(0)).state == FeedState::loopt);
}

TEST_CASE("refusals are told at once, then once a minute a reason with their count") {
    auto feed = followed();
    feed.refused("expected 0 to 5", "first \xFF sample", start);
    const auto first = feed.due(start);
    REQUIRE(first.size() == 1);
    CHECK(std::get<FeedRefused>(first[0]).count.value == 1);
    CHECK(std::get<FeedRefused>(first[0]).sample == "first \uFFFD sample");
    for (int i = 0; i < 1'000; ++i) {
        feed.refused("expected 0 to 5", "again", start + seconds(i % 50));
        CHECK(feed.due(start + seconds(i % 50)).empty());
    }
    feed.refused("expected a text", "other", start + seconds(55));
    CHECK(std::get<FeedRefused>(feed.due(start + seconds(55)).at(0)).reason == "expected a text");
    const auto later = feed.due(start + seconds(60));
    REQUIRE(later.size() == 1);
    CHECK(std::get<FeedRefused>(later[0]).count.value == 1'000);
    CHECK(feed.due(start + minutes(10)).empty());
    CHECK(feed.next_due() == Steady::max());
}

TEST_CASE("nonsense of ever another kind does not flood the journal") {
    auto feed = followed();
    for (int i = 0; i < 10'000; ++i)
        feed.refused("reason " + std::to_string(i), "x", start);
    CHECK(feed.due(start).size() <= Followed::reasons_max + 1);
}

TEST_CASE("the hub journals what a followed feed publishes, under the feed's endpoint") {
    Publisher publisher;
    const auto endpoint = publisher.endpoint();
    const TestHub hub([&](auto& settings) { settings.feeds = {endpoint}; });
    auto client = hub.client();
    CHECK(eventually([&] {
        publisher.publish({"any topic", event("a")});
        return number(client.ping(), "head") >= 2;
    }));
    Frames rows = client.replay(0, 10);
    REQUIRE(rows.size() == 5);
    std::string reported = rows[2];
    std::string published = rows[4];
    auto meta = object(rows[3]);
    if (published != event("a")) {
        std::swap(reported, published);
        meta = object(rows[1]);
    }
    CHECK(published == event("a"));
    CHECK(text(meta, "sender") == endpoint);
    const auto told = object(reported);
    CHECK(text(told, "type") == "nl.regiekamer.feed.reported");
    CHECK(text(told.at("data").as_object(), "state") == "loopt");
    CHECK(text(told.at("data").as_object(), "feed") == endpoint);
}

TEST_CASE("what a feed publishes amiss shows as feed.refused and stops nothing") {
    Publisher publisher;
    const TestHub hub([&](auto& settings) { settings.feeds = {publisher.endpoint()}; });
    auto client = hub.client();
    Follower follower(hub.live());
    CHECK(eventually([&] { // until it follows
        publisher.publish({"t", event("a")});
        return number(client.ping(), "head") >= 2;
    }));
    publisher.publish({"t", "nonsense"});
    publisher.publish({"one frame"});
    publisher.publish({"t", event("b"), "three"});
    publisher.publish({"t", event("c", "{}", "actual")});
    publisher.publish({"t", event("a", R"({"other":1})")});
    publisher.publish({"t", std::string(300'000, ' ')});
    publisher.publish(
        {"t", std::string(3'000'000, ' ')}); // libzmq's own limit would have ended the feed in silence
    publisher.publish({"t", event("last")});
    std::map<std::string, std::int64_t> refused;
    bool last = false;
    std::int64_t count = 0;
    while (!last || count < 6) {
        const auto told = follower.next();
        REQUIRE(told.size() == 3);
        last = last || told[2] == event("last");
        if (told[0] != "nl.regiekamer.feed.refused") continue;
        const auto data = object(told[2]).at("data").as_object();
        INFO(boost::json::serialize(data));
        refused[text(data, "reason")] += number(data, "count");
        count += number(data, "count");
        CHECK(text(data, "sample").size() < 1'000);
    }
    CHECK(refused.size() >= 4);
    CHECK(refused.contains("expected two frames: topic and CloudEvent"));
}

TEST_CASE("a real event of the future is taken from a desk, but of a feed it is put aside, and counted") {
    Publisher publisher;
    const TestHub hub([&](auto& settings) {
        settings.feeds = {publisher.endpoint()};
        settings.mode = regiekamer::Mode::actual;
    });
    auto client = hub.client();
    const auto dated = [](const std::string& id, std::chrono::minutes ahead) {
        auto whole = object(event(id, "{}", "actual"));
        whole["time"] = regiekamer::to_text(regiekamer::wall_clock() + ahead);
        return boost::json::serialize(whole);
    };
    Follower follower(hub.live());
    const std::string first = dated("first", minutes(0));
    CHECK(eventually([&] { // until it follows
        publisher.publish({"t", first});
        return number(client.ping(), "head") >= 2;
    }));
    CHECK(client.append(dated("of a desk", minutes(3'000))).at("ok") == true);
    publisher.publish({"t", dated("far ahead", minutes(3'000))});
    publisher.publish({"t", dated("last", minutes(5))}); // a clock that is fast
    std::int64_t refused = 0;
    for (bool last = false; !last || refused == 0;) {
        const auto told = follower.next();
        REQUIRE(told.size() == 3);
        if (told[0] == "org.example.thing") CHECK(told[2].find("far ahead") == std::string::npos);
        last = last || told[2].find("\"last\"") != std::string::npos;
        if (told[0] != "nl.regiekamer.feed.refused") continue;
        const auto data = object(told[2]).at("data").as_object();
        CHECK(text(data, "reason") == "/time: of the future");
        CHECK(text(data, "sample").find("far ahead") != std::string::npos);
        refused += number(data, "count");
    }
    CHECK(refused == 1);
}

TEST_CASE("a feed that is no endpoint is refused at the start") {
    const Folder folder;
    auto settings = exercise_on(folder.path / "journal.sqlite");
    settings.feeds = {"nonsense"};
    const auto hub = regiekamer::hub::Hub::start(settings);
    REQUIRE_FALSE(hub.has_value());
    CHECK_THAT(sentence(hub.error()), ContainsSubstring("nonsense"));
    CHECK(std::filesystem::is_empty(folder.path));
}

} // namespace feeds_test
