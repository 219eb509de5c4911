// Requests and answers of one connection, in order; several APPENDs are under way at a time.
#include "messaging/link/client.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/link/sockets.hpp"

#include <algorithm>
#include <deque>
#include <thread>

namespace regiekamer::link {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t appends_under_way = 4;
constexpr milliseconds retry_after{100};

Problem silent(const std::string& endpoint) {
    return {"", "no hub answers at " + endpoint + "; is it running?", ""};
}

wire::AppendResult too_large(const std::string& event) {
    wire::AppendResult result;
    result.id = codec::decode(event).error().id; // as the hub would tell it
    result.reason = "the event is too large";
    result.pointer = "";
    result.found = std::to_string(event.size()) + " bytes";
    result.expected = "at most " + std::to_string(codec::event_bytes_max) + " bytes";
    return result;
}

/// libzmq's exceptions end here, as a Problem at the endpoint.
template <class Act>
auto guarded(const std::string& endpoint, Act act) -> decltype(act()) {
    try {
        return act();
    } catch (const zmq::error_t& error) {
        return refuse(endpoint, error.what(), "");
    }
}

} // namespace

Problem refusal_of(const wire::AppendResult& result) {
    if (!result.found && !result.expected)
        return {result.pointer.value_or(""), result.reason.value_or("refused without a reason"), ""};
    return {result.pointer.value_or(""), result.found.value_or(result.reason.value_or("")),
            result.expected.value_or("")};
}

struct Client::Connection {
    std::unique_ptr<zmq::context_t> own;
    zmq::context_t* context = nullptr;
    std::string endpoint;
    milliseconds timeout{};
    RequestSockets sockets;
    wire::Welcome welcome;
    std::uint64_t requests = 0;
    bool lost = false;   ///< no answer came, or the connection ended
    int give_up_on = -1; ///< a descriptor; see patience()

    std::string send(std::string_view verb, const std::vector<std::string_view>& rest);
    /// The frames of the answer from the third on; `expected` is its verb.
    Result<Frames> answer(std::string_view id, std::string_view expected, Clock::time_point until);
    Result<Frames> read(Frames frames, std::string_view id, std::string_view expected) const;
    Result<void> greet(const std::string& hello, Clock::time_point until);
    Result<void> take_welcome(std::string_view json);
    Result<std::size_t> take_results(std::string_view id, std::span<wire::AppendResult*> into);
};

std::string Client::Connection::send(std::string_view verb, const std::vector<std::string_view>& rest) {
    std::string id = std::to_string(++requests);
    std::vector<std::string_view> frames{verb, id};
    frames.insert(frames.end(), rest.begin(), rest.end());
    send_frames(sockets.dealer, frames); // a full pipe shows as an answer that does not come
    return id;
}

Result<Frames> Client::Connection::read(Frames frames, std::string_view id, std::string_view expected) const {
    if (frames.size() < 3 || text(frames[1]) != id)
        return refuse(endpoint, "an answer to something that was not asked", "answers in order");
    const std::string_view verb = text(frames.front());
    if (verb == "ERROR") {
        const auto error = wire::from_json<wire::Error>(text(frames[2]));
        return refuse("", error ? error->reason : "an error without a reason", "");
    }
    if (verb != expected) return refuse(endpoint, std::string(verb.substr(0, 20)), std::string(expected));
    frames.erase(frames.begin(), frames.begin() + 2);
    return frames;
}

Result<Frames> Client::Connection::answer(std::string_view id, std::string_view expected,
                                          Clock::time_point until) {
    for (;;) {
        if (auto frames = receive_frames(sockets.dealer)) return read(std::move(*frames), id, expected);
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
        lost = sockets.ended() || left <= milliseconds(0);
        if (lost && left > milliseconds(0)) return refuse("", "the hub at " + endpoint + " has gone", "");
        if (lost) return refuse("", "the hub at " + endpoint + " does not answer", "");
        std::vector<zmq::pollitem_t> items{{sockets.dealer.handle(), 0, ZMQ_POLLIN, 0},
                                           {sockets.monitor.handle(), 0, ZMQ_POLLIN, 0}};
        if (give_up_on >= 0) items.push_back({nullptr, give_up_on, ZMQ_POLLIN, 0});
        wait(items, left);
        if (give_up_on >= 0 && (items.back().revents & ZMQ_POLLIN) != 0 &&
            (items.front().revents & ZMQ_POLLIN) == 0) {
            lost = true;
            return refuse("", "asked to end while the hub at " + endpoint + " had not answered", "");
        }
    }
}

Result<void> Client::Connection::take_welcome(std::string_view json) {
    auto read_welcome = wire::from_json<wire::Welcome>(json);
    if (!read_welcome) return tl::unexpected(read_welcome.error());
    if (read_welcome->protocol != wire::protocol)
        return refuse(endpoint, "protocol " + std::to_string(read_welcome->protocol),
                      "protocol " + std::to_string(wire::protocol));
    welcome = std::move(*read_welcome);
    return {};
}

/// HELLO on a fresh socket, again and again: a hub that is starting refuses the first connections.
Result<void> Client::Connection::greet(const std::string& hello, Clock::time_point until) {
    for (;;) {
        auto made = connect_requests(*context, endpoint);
        if (!made) return tl::unexpected(made.error());
        sockets = std::move(*made);
        const auto reply = answer(send("HELLO", {hello}), "WELCOME", until);
        if (reply) return take_welcome(text(reply->front()));
        if (!lost) return tl::unexpected(reply.error());
        if (Clock::now() + retry_after >= until) return tl::unexpected(silent(endpoint));
        std::this_thread::sleep_for(retry_after);
    }
}

/// One RESULT frame an event; how many were taken.
Result<std::size_t> Client::Connection::take_results(std::string_view id,
                                                     std::span<wire::AppendResult*> into) {
    const auto frames = answer(id, "RESULT", Clock::now() + timeout);
    if (!frames) return tl::unexpected(frames.error());
    if (frames->size() != into.size())
        return refuse(endpoint, std::to_string(frames->size()) + " results",
                      std::to_string(into.size()) + " results");
    for (std::size_t at = 0; at < into.size(); ++at) {
        auto result = wire::from_json<wire::AppendResult>(text((*frames)[at]));
        if (!result) return tl::unexpected(result.error());
        *into[at] = std::move(*result);
    }
    return into.size();
}

Client::Client(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

Result<Client> Client::connect(const std::string& requests, const std::string& desk, milliseconds timeout,
                               const std::string& function, zmq::context_t* context) {
    return guarded(requests, [&]() -> Result<Client> {
        auto connection = std::make_unique<Connection>();
        if (context == nullptr) connection->own = std::make_unique<zmq::context_t>(1);
        connection->context = context != nullptr ? context : connection->own.get();
        connection->endpoint = requests;
        connection->timeout = timeout;
        wire::Hello hello;
        hello.desk = desk;
        if (!function.empty()) hello.function = function;
        if (auto greeted = connection->greet(wire::to_json(hello), Clock::now() + timeout); !greeted)
            return tl::unexpected(greeted.error());
        return Client(std::move(connection));
    });
}

const wire::Welcome& Client::welcome() const {
    return connection_->welcome;
}

void Client::patience(milliseconds timeout, int descriptor) {
    connection_->timeout = timeout;
    connection_->give_up_on = descriptor;
}

Result<std::vector<wire::AppendResult>> Client::append(std::span<const std::string> events) {
    using Results = std::vector<wire::AppendResult>;
    return guarded(connection_->endpoint, [&]() -> Result<Results> {
        struct Asked {
            std::string id;
            std::vector<wire::AppendResult*> into;
        };
        Results results(events.size());
        std::deque<Asked> under_way;
        for (std::size_t at = 0; at < events.size() || !under_way.empty();) {
            if (at == events.size() || under_way.size() == appends_under_way) {
                auto& first = under_way.front();
                if (const auto taken = connection_->take_results(first.id, first.into); !taken)
                    return tl::unexpected(taken.error());
                under_way.pop_front();
                continue;
            }
            std::vector<std::string_view> frames;
            std::vector<wire::AppendResult*> into;
            for (std::size_t bytes = 0; at < events.size() && frames.size() < wire::append_events_max; ++at) {
                if (events[at].size() > codec::event_bytes_max) {
                    results[at] = too_large(events[at]);
                    continue;
                }
                if (bytes + events[at].size() > wire::append_bytes_max) break;
                bytes += events[at].size();
                frames.push_back(events[at]);
                into.push_back(&results[at]);
            }
            if (!frames.empty()) under_way.push_back({connection_->send("APPEND", frames), std::move(into)});
        }
        return results;
    });
}

Result<std::vector<Journaled>> Client::replay(Sequence after, std::size_t limit) {
    return guarded(connection_->endpoint, [&]() -> Result<std::vector<Journaled>> {
        wire::Replay page;
        page.after = static_cast<std::int64_t>(after);
        page.limit = static_cast<std::int64_t>(std::clamp<std::size_t>(limit, 1, wire::replay_limit_max));
        const std::string json = wire::to_json(page);
        const auto frames = connection_->answer(connection_->send("REPLAY", {json}), "EVENTS",
                                                Clock::now() + connection_->timeout);
        if (!frames) return tl::unexpected(frames.error());
        if (frames->size() % 2 == 0) return refuse(connection_->endpoint, "half a message", "meta and event");
        std::vector<Journaled> messages;
        for (std::size_t at = 1; at < frames->size(); at += 2) {
            auto meta = wire::from_json<wire::Meta>(text((*frames)[at]));
            if (!meta) return tl::unexpected(meta.error());
            messages.emplace_back(std::move(*meta), std::string(text((*frames)[at + 1])));
        }
        return messages;
    });
}

Result<wire::Pong> Client::ping() {
    return guarded(connection_->endpoint, [&]() -> Result<wire::Pong> {
        const auto frames =
            connection_->answer(connection_->send("PING", {}), "PONG", Clock::now() + connection_->timeout);
        if (!frames) return tl::unexpected(frames.error());
        return wire::from_json<wire::Pong>(text(frames->front()));
    });
}

} // namespace regiekamer::link
