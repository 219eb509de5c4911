// A hub, a feed that sends requests, and a desk that folds what it hears: what ingest and latency are
// measured on.
#pragma once

#include "dashboard/picture/picture.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/link.hpp"
#include "tests/bench/measure.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace bench {

inline std::unique_ptr<regiekamer::hub::Hub> start_hub(const std::filesystem::path& journal) {
    regiekamer::hub::Settings settings;
    settings.mode = regiekamer::Mode::exercise;
    settings.journal = journal;
    settings.requests = settings.live = {"tcp://127.0.0.1:*"};
    return must(regiekamer::hub::Hub::start(std::move(settings)));
}

/// How a client reaches the hub.
struct Way {
    std::string requests, live;
    zmq::context_t* context = nullptr;
};
inline Way by_tcp(regiekamer::hub::Hub& hub) {
    return {hub.requests().at(0), hub.live().at(0), nullptr};
}
inline Way inside(regiekamer::hub::Hub& hub) {
    return {std::string(hub.inproc_requests), std::string(hub.inproc_live), &hub.context()};
}

/// Sends APPENDs and takes the answers; speaks frames itself, so that it costs what a third party's client
/// costs.
class Feed {
public:
    explicit Feed(const Way& way)
        : own_(way.context == nullptr ? std::make_unique<zmq::context_t>(1) : nullptr),
          socket_(way.context == nullptr ? *own_ : *way.context, zmq::socket_type::dealer) {
        socket_.set(zmq::sockopt::linger, 0);
        socket_.set(zmq::sockopt::sndhwm, 0);
        socket_.set(zmq::sockopt::rcvhwm, 0);
        socket_.set(zmq::sockopt::rcvtimeo, 20'000);
        socket_.connect(way.requests);
        ask("HELLO", R"({"protocol":1,"desk":"bench","function":"OvD-Bz"})");
    }
    void send(const std::string* first, std::size_t count) {
        socket_.send(zmq::str_buffer("APPEND"), zmq::send_flags::sndmore);
        socket_.send(zmq::str_buffer("1"), zmq::send_flags::sndmore);
        for (std::size_t i = 0; i < count; ++i)
            socket_.send(zmq::buffer(first[i]),
                         i + 1 < count ? zmq::send_flags::sndmore : zmq::send_flags::none);
    }
    /// How many events the next RESULT accepts.
    std::size_t receive() {
        zmq::message_t frame;
        std::size_t frames = 0;
        do {
            if (!socket_.recv(frame)) throw std::runtime_error("the hub does not answer");
            if (frames >= 2 && frame.to_string_view().find("\"ok\":true") == std::string_view::npos)
                throw std::runtime_error("refused: " + frame.to_string());
            ++frames;
        } while (frame.more());
        return frames - 2;
    }

private:
    void ask(const char* verb, const std::string& body) {
        socket_.send(zmq::buffer(std::string(verb)), zmq::send_flags::sndmore);
        socket_.send(zmq::str_buffer("0"), zmq::send_flags::sndmore);
        socket_.send(zmq::buffer(body), zmq::send_flags::none);
        zmq::message_t frame;
        do {
            if (!socket_.recv(frame)) throw std::runtime_error("the hub does not answer");
        } while (frame.more());
    }

    std::unique_ptr<zmq::context_t> own_;
    zmq::socket_t socket_;
};

/// A desk: a link, and a thread that folds as the window's does. Each message's moment of being folded is
/// kept.
class FoldingDesk {
public:
    FoldingDesk(const Way& way, std::size_t expected) : folded_at_(expected + 1) {
        regiekamer::link::Settings settings;
        settings.requests = way.requests;
        settings.live = way.live;
        settings.context = way.context;
        settings.desk = "folding";
        settings.function = "OvD-Bz";
        settings.announce = false;
        settings.wake = [this] {
            const std::lock_guard lock(mutex_);
            awake_ = true;
            wakes_.notify_one();
        };
        link_ = std::make_unique<regiekamer::link::Link>(settings);
        thread_ = std::thread([this] { run(); });
        while (link_->state().phase != regiekamer::link::Phase::live)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ~FoldingDesk() {
        stop_ = true;
        {
            const std::lock_guard lock(mutex_);
            awake_ = true;
            wakes_.notify_one();
        }
        thread_.join();
    }
    FoldingDesk(const FoldingDesk&) = delete;
    FoldingDesk& operator=(const FoldingDesk&) = delete;

    void wait_for(regiekamer::Sequence sequence) {
        const auto until = Clock::now() + std::chrono::seconds(60);
        while (folded_ < sequence) {
            if (Clock::now() > until) throw std::runtime_error("the desk does not fold");
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    }
    /// Only of what `wait_for` waited for.
    [[nodiscard]] Clock::time_point folded_at(regiekamer::Sequence sequence) const {
        return folded_at_.at(sequence);
    }

private:
    void run() {
        while (!stop_) {
            {
                std::unique_lock lock(mutex_);
                wakes_.wait(lock, [this] { return awake_; });
                awake_ = false;
            }
            for (auto facts = link_->drain(1000); !facts.empty(); facts = link_->drain(1000)) {
                for (const auto& fact : facts)
                    fold(picture_, fact);
                const auto now = Clock::now();
                for (const auto& fact : facts)
                    if (fact.sequence < folded_at_.size()) folded_at_[fact.sequence] = now;
                folded_ = facts.back().sequence;
            }
        }
        link_.reset();
    }

    std::vector<Clock::time_point> folded_at_;
    std::atomic<regiekamer::Sequence> folded_{0};
    std::atomic<bool> stop_{false};
    std::mutex mutex_;
    std::condition_variable wakes_;
    bool awake_ = false;
    regiekamer::picture::Picture picture_;
    std::unique_ptr<regiekamer::link::Link> link_;
    std::thread thread_;
};

} // namespace bench
