// A raw client of the wire for tests: frames in, frames out, nothing checked on the way, so that a test can
// say what a good client would never say.
#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
#include <zmq.hpp>

namespace wire_client {

using Frames = std::vector<std::string>;
using std::chrono::milliseconds;

/// How long a test waits for what must come; never how long something is expected to take.
inline constexpr milliseconds patience{20'000};

/// Looks until `state` holds; false when patience ran out.
inline bool eventually(const std::function<bool()>& state, milliseconds within = patience) {
    const auto until = std::chrono::steady_clock::now() + within;
    while (!state()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(milliseconds(2));
    }
    return true;
}

inline boost::json::object object(std::string_view text) {
    return boost::json::parse(text).as_object();
}
inline std::string text(const boost::json::object& from, std::string_view member) {
    return boost::json::value_to<std::string>(from.at(member));
}
inline std::int64_t number(const boost::json::object& from, std::string_view member) {
    return from.at(member).to_number<std::int64_t>();
}

/// Sends and receives whole messages on one socket; a message that does not come is an empty one.
class Socket {
public:
    Socket(zmq::context_t* shared, zmq::socket_type type, const std::string& endpoint)
        : own_(shared == nullptr ? std::make_unique<zmq::context_t>(1) : nullptr),
          socket_(shared == nullptr ? *own_ : *shared, type) {
        // Not 0: libzmq 4.3.4 aborts when a socket is closed at once while a broken connection holds half a
        // message.
        socket_.set(zmq::sockopt::linger, 100);
        if (type == zmq::socket_type::sub) {
            socket_.set(zmq::sockopt::subscribe, "");
            socket_.set(zmq::sockopt::rcvhwm, 0);
        }
        socket_.connect(endpoint);
    }

    void send(const Frames& frames) {
        for (std::size_t i = 0; i < frames.size(); ++i)
            socket_.send(zmq::buffer(frames[i]),
                         i + 1 < frames.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
    }

    Frames receive(milliseconds within = patience) {
        Frames frames;
        socket_.set(zmq::sockopt::rcvtimeo, static_cast<int>(within.count()));
        for (bool more = true; more;) {
            zmq::message_t frame;
            if (!socket_.recv(frame)) return {};
            frames.push_back(frame.to_string());
            more = frame.more();
        }
        return frames;
    }

    zmq::socket_t& socket() { return socket_; }

private:
    std::unique_ptr<zmq::context_t> own_;
    zmq::socket_t socket_;
};

/// A DEALER with one method a verb. Each throws when no answer comes, or another than it takes.
class Client : public Socket {
public:
    explicit Client(const std::string& endpoint, zmq::context_t* shared = nullptr)
        : Socket(shared, zmq::socket_type::dealer, endpoint) {}

    Frames ask(const Frames& request) {
        send(request);
        auto answer = receive();
        if (answer.empty()) throw std::runtime_error("no answer to " + request.front());
        return answer;
    }

    boost::json::object hello(const std::string& desk) {
        const boost::json::object greeting{{"protocol", 1}, {"desk", desk}, {"function", "OvD-Bz"}};
        return single(ask({"HELLO", "hello", boost::json::serialize(greeting)}), "WELCOME");
    }
    boost::json::object ping() { return single(ask({"PING", "ping"}), "PONG"); }

    /// The results, in order.
    std::vector<boost::json::object> append(const Frames& events) {
        send_append("append", events);
        return results("append");
    }
    boost::json::object append(const std::string& event) { return append(Frames{event}).at(0); }

    void send_append(const std::string& id, const Frames& events) {
        Frames request{"APPEND", id};
        request.insert(request.end(), events.begin(), events.end());
        send(request);
    }
    std::vector<boost::json::object> results(const std::string& id) {
        const auto answer = receive();
        if (answer.size() < 3 || answer[0] != "RESULT" || answer[1] != id)
            throw std::runtime_error("no RESULT " + id + (answer.empty() ? "" : " but " + answer.back()));
        std::vector<boost::json::object> results;
        for (std::size_t i = 2; i < answer.size(); ++i)
            results.push_back(object(answer[i]));
        return results;
    }

    /// Head, then meta and event for each message.
    Frames replay(std::uint64_t after, std::uint64_t limit) {
        const boost::json::object asked{{"after", after}, {"limit", limit}};
        auto answer = ask({"REPLAY", "replay", boost::json::serialize(asked)});
        if (answer.size() < 3 || answer[0] != "EVENTS" || answer[1] != "replay")
            throw std::runtime_error("no EVENTS but " + answer.back());
        answer.erase(answer.begin(), answer.begin() + 2);
        return answer;
    }

    /// The reason of the ERROR that answers `request`.
    std::string refused(const Frames& request) { return text(single(ask(request), "ERROR"), "reason"); }

private:
    static boost::json::object single(const Frames& answer, std::string_view verb) {
        if (answer.front() != verb)
            throw std::runtime_error("no " + std::string(verb) + " but " + answer.back());
        return object(answer.back());
    }
};

/// A SUB on everything. It follows once it has heard the hub: before that what is published may pass it by.
class Follower : public Socket {
public:
    explicit Follower(const std::string& endpoint, zmq::context_t* shared = nullptr)
        : Socket(shared, zmq::socket_type::sub, endpoint) {
        if (receive().empty()) throw std::runtime_error("the live side says nothing");
    }

    /// The next message that is no heartbeat: topic, meta, event.
    Frames next(milliseconds within = patience) {
        for (auto frames = receive(within); !frames.empty(); frames = receive(within))
            if (frames.front() != "hub") return frames;
        return {};
    }
};

} // namespace wire_client
