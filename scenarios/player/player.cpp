// The player's thread: what the link brings goes into the run, what the run says goes into the link.
#include "scenarios/player/player.hpp"

#include "messaging/link/link.hpp"
#include "scenarios/player/alone.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <thread>

namespace regiekamer::player {
namespace {

/// Acts on their way at once: enough to keep the hub's batches full, far from the outbox's limit.
constexpr std::size_t window = 2'000;
constexpr std::size_t drain_max = 1'000;
constexpr milliseconds idle_max{500};
/// How long a stopped player waits for its pause to be acknowledged.
constexpr milliseconds farewell_max{700};
/// Another player that was stopped, or killed, a moment ago may hold the exercise for so long still.
constexpr seconds other_gone_max{2};

Problem check(const RunOptions& options, const Plan& plan) {
    if (const double rate = options.rate.value_or(1); !(rate > 0 && rate <= Rate::max))
        return {"rate", std::to_string(rate), "above 0, at most 100000"};
    if (options.from && options.until && *options.until < *options.from)
        return {"until", "a moment before from", "one that is later"};
    if (options.from && *options.from > plan.end)
        return {"from", offset_text(*options.from), "a moment before the end at " + offset_text(plan.end)};
    return {};
}

} // namespace

struct Player::Worker {
    Worker(const Scenario& scenario, Settings given) : settings(std::move(given)), said(plan(scenario)) {
        thread = std::thread([this] { play(); });
    }
    ~Worker() {
        ask_to_stop();
        thread.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void ask_to_stop() {
        const std::lock_guard lock(mutex);
        stopping = true;
        changed.notify_all();
    }

    [[nodiscard]] State copy() const {
        State out = state;
        if (clock) {
            out.now = clock->now(wall_clock() + offset);
            out.rate = clock->rate;
            out.running = clock->running && !out.halted;
        }
        return out;
    }

    const Settings settings;
    const Plan said;

    mutable std::mutex mutex; ///< guards all below
    mutable std::condition_variable changed;
    State state;
    std::optional<ExerciseClock> clock;
    microseconds offset{0};
    bool stopping = false, news = false;

    std::thread thread;

private:
    std::optional<Alone> alone; ///< the thread's own

    void play();
    std::optional<Run> begin(link::Link& link);
    bool read(link::Link& link, std::vector<Recorded>& journal);
    bool come_alone(const std::string& journal);
    void loop(link::Link& link, Run& run);
    bool send(link::Link& link, const std::vector<Message>& messages);
    /// Feeds the run with what came in; how much that was.
    static std::size_t listen(link::Link& link, Run& run);
    void farewell(link::Link& link, Run& run);
    void tell(Run& run, const link::State& heard);
    void become(Phase phase, std::optional<Problem> problem = std::nullopt);
    /// Waits for news, a stop, or the moment.
    void wait(microseconds longest);
    [[nodiscard]] bool asked_to_stop() const {
        const std::lock_guard lock(mutex);
        return stopping;
    }
};

void Player::Worker::become(Phase phase, std::optional<Problem> problem) {
    const std::lock_guard lock(mutex);
    state.phase = phase;
    state.problem = std::move(problem);
    changed.notify_all();
}

void Player::Worker::wait(microseconds longest) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, longest, [this] { return news || stopping; });
    news = false;
}

void Player::Worker::play() {
    try {
        if (const Problem wrong = check(settings.options, said); !wrong.where.empty())
            return become(Phase::failed, wrong);
        if (const Problem wrong = check_play(said, settings.options.play); !wrong.where.empty())
            return become(Phase::failed, wrong);
        link::Settings wanted;
        wanted.requests = settings.requests;
        wanted.live = settings.live;
        wanted.context = settings.context;
        wanted.desk = "player";
        wanted.function = "oefenleiding";
        wanted.mode = Mode::exercise;
        wanted.announce = false;
        wanted.wake = [this] {
            const std::lock_guard lock(mutex);
            news = true;
            changed.notify_all();
        };
        link::Link link(std::move(wanted));
        if (auto run = begin(link)) loop(link, *run);
        alone.reset();
    } catch (const std::exception& error) { // nothing may leave the thread
        alone.reset();
        become(Phase::failed, Problem{"player", error.what(), ""});
    }
}

/// False: another player has this exercise, or it was asked to stop; and said so.
bool Player::Worker::come_alone(const std::string& journal) {
    const auto patience = std::chrono::steady_clock::now() + other_gone_max;
    for (;;) {
        alone = Alone::take(journal);
        if (alone) return true;
        if (std::chrono::steady_clock::now() > patience)
            return become(Phase::failed, played_by_another(journal)), false;
        if (asked_to_stop()) return become(Phase::stopped), false;
        wait(milliseconds{50});
    }
}

/// All of the journal, once this is its only player. False: it has failed or was stopped, and said so.
bool Player::Worker::read(link::Link& link, std::vector<Recorded>& journal) {
    const auto patience = std::chrono::steady_clock::now() + settings.connect_within;
    for (;;) {
        if (asked_to_stop()) return become(Phase::stopped), false;
        const link::State heard = link.state();
        auto more = link.drain(drain_max);
        const bool some = !more.empty();
        std::move(more.begin(), more.end(), std::back_inserter(journal));
        const Sequence last = journal.empty() ? 0 : journal.back().sequence;
        if (heard.phase == link::Phase::refused) return become(Phase::failed, heard.refusal), false;
        if (!heard.journal.empty() && !alone) {
            if (!come_alone(heard.journal)) return false;
            continue; // the one before may have said more meanwhile
        }
        if (heard.phase == link::Phase::live && last >= heard.head) return true;
        if (heard.journal.empty() && std::chrono::steady_clock::now() > patience)
            return become(Phase::failed,
                          Problem{settings.requests, "no hub that answers", "an exercise hub"}),
                   false;
        if (!some) wait(milliseconds{50});
    }
}

/// Reads the journal and settles which run it is. Nothing: it has failed or was stopped, and said so.
std::optional<Run> Player::Worker::begin(link::Link& link) {
    std::vector<Recorded> journal;
    if (!read(link, journal)) return std::nullopt;
    const auto found = beginning(said, settings.run, journal);
    if (!found) {
        become(Phase::failed, found.error());
        return std::nullopt;
    }
    Run run(said, found->run, settings.options);
    for (const Recorded& recorded : journal)
        run.observe(recorded);
    {
        const std::lock_guard lock(mutex);
        state.run = found->run;
    }
    if (run.progress().ended) { // else it would be over at once, as if it had been played
        become(Phase::failed,
               Problem{"run " + found->run, "an exercise that has ended: nothing is left to play",
                       "a hub on a new journal, or on a branch of this one (journal branch)"});
        return std::nullopt;
    }
    run.resume(wall_clock() + link.state().clock_offset);
    become(Phase::playing);
    return run;
}

std::size_t Player::Worker::listen(link::Link& link, Run& run) {
    const auto heard = link.drain(drain_max);
    for (const Recorded& recorded : heard)
        run.observe(recorded);
    return heard.size();
}

bool Player::Worker::send(link::Link& link, const std::vector<Message>& messages) {
    for (const Message& message : messages)
        if (const auto sent = link.send(message); !sent) {
            become(Phase::failed, sent.error());
            return false;
        }
    return true;
}

void Player::Worker::tell(Run& run, const link::State& heard) {
    const Progress progress = run.progress();
    auto remarks = run.remarks();
    const std::lock_guard lock(mutex);
    clock = progress.clock;
    offset = heard.clock_offset;
    state.delivered = progress.delivered;
    state.total = progress.total;
    state.halted = progress.halted;
    state.ended = progress.ended;
    state.away = heard.phase == link::Phase::away;
    std::move(remarks.begin(), remarks.end(), std::back_inserter(state.remarks));
}

void Player::Worker::loop(link::Link& link, Run& run) {
    bool was_away = false;
    while (!asked_to_stop()) {
        const bool more = listen(link, run) == drain_max;
        for (const link::Outcome& outcome : link.outcomes())
            if (outcome.refused) return become(Phase::failed, outcome.refused);
        const link::State heard = link.state();
        const Instant hub_now = wall_clock() + heard.clock_offset;
        std::vector<Message> messages;
        // while the hub is away nothing new is said; what was due meanwhile comes in its time, not at once
        if (was_away && heard.phase == link::Phase::live && !more) run.rejoin(hub_now);
        was_away = heard.phase != link::Phase::live || (was_away && more);
        if (heard.phase == link::Phase::live && heard.unsent < window)
            messages = run.step(hub_now, window - heard.unsent);
        if (!send(link, messages)) return;
        tell(run, heard);
        if (run.progress().finished) return become(Phase::finished);
        if (run.progress().halted && settings.options.instant)
            return become(Phase::failed, Problem{"run " + state.run, "NO PLAY: all of it stands still",
                                                 "a clock that was set running again"});
        if (more || !messages.empty()) continue;
        const auto due = run.wake();
        const microseconds idle = idle_max;
        wait(due ? std::clamp<microseconds>(*due - hub_now, microseconds{0}, idle) : idle);
    }
    farewell(link, run);
}

void Player::Worker::farewell(link::Link& link, Run& run) {
    listen(link, run);
    const link::State heard = link.state();
    const auto patience = std::chrono::steady_clock::now() + farewell_max;
    if (heard.phase == link::Phase::live) {
        const auto last = run.pause(wall_clock() + heard.clock_offset);
        // Acknowledged is not yet heard: the pause comes back with what the hub publishes.
        const auto stands = [&] { return !run.progress().clock || !run.progress().clock->running; };
        if (last && link.send(*last))
            while ((link.state().unsent > 0 || !stands()) && std::chrono::steady_clock::now() < patience) {
                std::this_thread::sleep_for(milliseconds{5}); // a stop already wakes every wait
                listen(link, run);
            }
        tell(run, link.state());
    }
    become(Phase::stopped);
}

Player::Player(const Scenario& scenario, Settings settings)
    : worker_(std::make_unique<Worker>(scenario, std::move(settings))) {}

Player::~Player() = default;

void Player::stop() {
    worker_->ask_to_stop();
}

State Player::state() const {
    const std::lock_guard lock(worker_->mutex);
    return worker_->copy();
}

State Player::wait_for(milliseconds longest) const {
    std::unique_lock lock(worker_->mutex);
    worker_->changed.wait_for(lock, longest, [this] {
        return worker_->state.phase != Phase::connecting && worker_->state.phase != Phase::playing;
    });
    return worker_->copy();
}

} // namespace regiekamer::player
