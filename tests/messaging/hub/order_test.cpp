// What an acknowledgement promises, and in which order the live side tells it.
#include "messaging/journal/journal.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <atomic>
#include <map>

namespace order_test {

using namespace wire_client;

TEST_CASE("when the acknowledgement arrives, a reader of the file sees the row") {
    const TestHub hub;
    auto client = hub.inside();
    auto reader = regiekamer::journal::Reader::open(hub.journal);
    REQUIRE(reader.has_value());
    for (int i = 0; i < 200; ++i) {
        const auto result = client.append(event("e" + std::to_string(i)));
        const auto sequence = static_cast<regiekamer::Sequence>(number(result, "sequence"));
        const auto rows = reader->read(sequence - 1, 10, 1'000'000);
        REQUIRE(rows.has_value());
        REQUIRE(rows->size() == 1);
        CHECK(rows->front().event == event("e" + std::to_string(i)));
        CHECK(regiekamer::to_text(rows->front().recorded) == text(result, "recorded"));
    }
}

TEST_CASE("when a message is published, a reader of the file sees the row") {
    const TestHub hub;
    auto client = hub.inside();
    Follower follower(std::string(regiekamer::hub::Hub::inproc_live), &hub.hub->context());
    auto reader = regiekamer::journal::Reader::open(hub.journal);
    REQUIRE(reader.has_value());
    for (int i = 0; i < 100; ++i) {
        client.send_append("r", {note("n" + std::to_string(i))});
        const auto told = follower.next();
        REQUIRE(told.size() == 3);
        CHECK(told[0] == "nl.regiekamer.note.written");
        const auto meta = object(told[1]);
        const auto rows =
            reader->read(static_cast<regiekamer::Sequence>(number(meta, "sequence")) - 1, 10, 1'000'000);
        REQUIRE(rows.has_value());
        REQUIRE(rows->size() == 1);
        CHECK(rows->front().event == told[2]);
        CHECK(regiekamer::journal::to_hex(rows->front().hash) == text(meta, "hash"));
        CHECK(rows->front().sender == text(meta, "sender"));
    }
}

TEST_CASE("a refused event is not published") {
    const TestHub hub;
    auto client = hub.client();
    Follower follower(hub.live());
    client.append({event("a", "{}", "actual"), event("b")});
    const auto told = follower.next();
    CHECK(told.at(2) == event("b"));
}

TEST_CASE("the hub tells its head on topic hub") {
    const TestHub hub;
    auto client = hub.client();
    Socket follower(nullptr, zmq::socket_type::sub, hub.live());
    client.append(event("a"));
    CHECK(eventually([&] {
        const auto frames = follower.receive();
        return frames.size() == 2 && frames[0] == "hub" && number(object(frames[1]), "head") == 1 &&
               text(object(frames[1]), "hash") == text(client.ping(), "hash");
    }));
}

TEST_CASE(
    "many clients at once: sequences are gapless, live tells each once and in order, each ack is true") {
    const TestHub hub;
    constexpr int clients = 4;
    constexpr int batches = 50;
    constexpr int of = 10;
    Follower follower(std::string(regiekamer::hub::Hub::inproc_live), &hub.hub->context());
    std::atomic<int> wrong = 0;
    std::vector<std::thread> senders;
    senders.reserve(clients);
    for (int c = 0; c < clients; ++c)
        senders.emplace_back([&, c] {
            auto client = hub.inside();
            const auto name = "desk-" + std::to_string(c);
            client.hello(name);
            for (int b = 0; b < batches; ++b) {
                Frames events;
                for (int e = 0; e < of; ++e)
                    events.push_back(
                        event(std::to_string(b) + "/" + std::to_string(e), "{}", "exercise", name));
                std::int64_t last = 0;
                for (const auto& result : client.append(events)) {
                    if (result.at("ok") != true || number(result, "sequence") <= last) ++wrong;
                    last = number(result, "sequence");
                }
            }
        });
    for (auto& sender : senders)
        sender.join();
    CHECK(wrong == 0);

    constexpr int all = clients * batches * of;
    auto client = hub.inside();
    const auto first = client.replay(0, 1000);
    const auto second = client.replay(1000, 1000);
    REQUIRE(first.size() + second.size() == 2 + 2 * all);
    std::map<std::string, std::pair<int, int>> next; // of each sender: its events are in its own order
    for (int i = 1; i <= all; ++i) {
        const auto told = follower.next();
        REQUIRE(told.size() == 3);
        const auto meta = object(told[1]);
        REQUIRE(number(meta, "sequence") == i);
        const auto& rows = i <= 1000 ? first : second;
        const auto at = static_cast<std::size_t>(i <= 1000 ? i - 1 : i - 1001);
        CHECK(rows.at(1 + 2 * at) == told[1]);
        CHECK(rows.at(2 + 2 * at) == told[2]);
        auto& [batch, number_in_batch] = next[text(meta, "sender")];
        CHECK(text(object(told[2]), "id") == std::to_string(batch) + "/" + std::to_string(number_in_batch));
        if (++number_in_batch == of) {
            number_in_batch = 0;
            ++batch;
        }
    }
}

TEST_CASE("a peer that asks and never reads keeps no one else waiting") {
    const TestHub hub;
    auto deaf = hub.client();
    auto client = hub.client();
    Frames events;
    for (int i = 0; i < 16; ++i)
        events.push_back(event("e" + std::to_string(i), R"({"x":")" + std::string(250'000, 'a') + R"("})"));
    client.append(events);
    for (int i = 0; i < 2'000; ++i) // 8 GB, were it all to be kept
        deaf.send({"REPLAY", "r" + std::to_string(i), R"({"after":0,"limit":1000})"});
    for (int i = 0; i < 20; ++i)
        CHECK(number(client.append(event("after" + std::to_string(i))), "sequence") == 17 + i);
    // and when it does read, its answers are all there, in order
    for (int i = 0; i < 20; ++i)
        CHECK(deaf.receive().at(1) == "r" + std::to_string(i));
}

TEST_CASE("peers that vanish with answers under way cost the hub nothing") {
    const TestHub hub;
    for (int i = 0; i < 50; ++i) {
        auto gone = hub.client();
        const auto n = std::to_string(i);
        gone.send_append("r", {event("e" + n)});
        gone.send({"REPLAY", "r", R"({"after":0,"limit":1000})"});
        gone.socket().set(zmq::sockopt::linger, 1'000); // the requests do go out
    }
    auto client = hub.client();
    CHECK(eventually([&] { return number(client.ping(), "head") == 50; }));
}

} // namespace order_test
