// A hub as its owner sees it: a thread with a server on it.
#include "messaging/hub/hub.hpp"

#include "messaging/hub/server.hpp"

#include <csignal>
#include <future>
#include <mutex>
#include <thread>

namespace regiekamer::hub {
namespace {

/// Signals are the main thread's: one that lands here would only wake the poll.
void block_signals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

} // namespace

struct Hub::State {
    zmq::context_t context{1};
    Stop stop;
    Bound bound;
    std::mutex mutex; ///< guards failed, the one thing that both threads touch while the hub runs
    std::optional<Problem> failed;
    std::thread thread;

    void fail(std::string why) {
        const std::lock_guard lock(mutex);
        failed = Problem{"hub", std::move(why), "a hub that goes on until it is stopped"};
    }

    void run(const Settings& settings, std::promise<Result<Bound>> started) {
        block_signals();
        try {
            auto server = Server::open(context, settings);
            if (!server) {
                started.set_value(tl::unexpected(server.error()));
                return;
            }
            started.set_value((*server)->bound());
            (*server)->run(stop);
        } catch (const std::exception& error) {
            // nothing is thrown across a thread; before the start is told the promise is broken, which is
            // told too
            fail(error.what());
        }
    }
};

Result<std::unique_ptr<Hub>> Hub::start(Settings settings) {
    auto state = std::make_unique<State>();
    std::promise<Result<Bound>> started;
    auto outcome = started.get_future();
    state->thread =
        std::thread([running = state.get(), settings = std::move(settings),
                     promise = std::move(started)]() mutable { running->run(settings, std::move(promise)); });
    std::unique_ptr<Hub> hub(new Hub(std::move(state)));
    try {
        auto bound = outcome.get();
        if (!bound) return tl::unexpected(bound.error());
        hub->state_->bound = std::move(*bound);
        return hub;
    } catch (const std::future_error&) {
        return tl::unexpected(hub->failed().value_or(Problem{"hub", "no start", "a hub"}));
    }
}

Hub::Hub(std::unique_ptr<State> state) : state_(std::move(state)) {}

Hub::~Hub() {
    state_->stop.ask();
    state_->thread.join();
}

zmq::context_t& Hub::context() {
    return state_->context;
}

const std::vector<std::string>& Hub::requests() const {
    return state_->bound.requests;
}

const std::vector<std::string>& Hub::live() const {
    return state_->bound.live;
}

const std::string& Hub::journal_uuid() const {
    return state_->bound.journal;
}

const journal::Remarks& Hub::remarks() const {
    return state_->bound.remarks;
}

std::optional<Problem> Hub::failed() const {
    const std::lock_guard lock(state_->mutex);
    return state_->failed;
}

} // namespace regiekamer::hub
