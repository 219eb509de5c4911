// The loop itself: connect, wait, read, ask, tell the UI.
#include "messaging/link/worker.hpp"

#include <algorithm>

namespace regiekamer::link {
namespace {

constexpr milliseconds idle_max{500}; ///< longest wait: silence must be noticed, after a suspend too
constexpr seconds ping_every{5};
constexpr seconds ping_every_without_live{1}; ///< while nothing comes on live, PONG tells the head
constexpr seconds refused_retry{2};
constexpr seconds replica_retry{30};
constexpr seconds patience{3}; ///< at the start: how long a hub is called on its way

} // namespace

Link::Worker::Worker(Settings given)
    : settings(std::move(given)),
      own_context_(settings.context == nullptr ? std::make_unique<zmq::context_t>(1) : nullptr),
      line_(own_context_ ? *own_context_ : *settings.context, settings.requests, settings.live),
      delivered_(settings.after), started_(ticks()) {
    shared.state.received = delivered_;
    shared.state.journal = settings.journal;
    shared.seat = {settings.function, settings.person};
    thread_ = std::thread([this] { run(); });
}

Link::Worker::~Worker() {
    {
        const std::lock_guard lock(shared.mutex);
        shared.stopping = true;
    }
    wakeup.signal();
    thread_.join();
}

void Link::Worker::run() {
    const auto stopping = [this] {
        const std::lock_guard lock(shared.mutex);
        return shared.stopping;
    };
    try {
        while (!stopping())
            turn();
    } catch (const std::exception& error) { // the hub's context ended under us, or memory is gone
        fail({"", std::string("the link has stopped: ") + error.what(), ""});
        tell();
    }
    line_.close();
}

void Link::Worker::turn() {
    if (!line_.is_open() && ticks() >= retry_at_) connect();
    const auto until_retry = std::chrono::ceil<milliseconds>(retry_at_ - ticks());
    line_.wait(wakeup.descriptor(),
               line_.is_open() ? idle_max : std::clamp(until_retry, milliseconds(1), idle_max));
    wakeup.clear();
    if (line_.is_open()) read();
    if (line_.is_open() && greeted_) ask();
    tell();
}

void Link::Worker::connect() {
    if (const auto opened = line_.open(); !opened) return fail(opened.error());
    wire::Hello hello;
    hello.desk = settings.desk;
    if (const auto seat = seat_now(); !seat.function.empty()) hello.function = seat.function;
    const auto json = wire::to_json(hello);
    Request request;
    request.verb = Verb::hello;
    if (!line_.ask(request, {json})) fail({"", "the socket takes nothing", ""});
}

void Link::Worker::read() {
    while (line_.is_open()) {
        const auto frames = line_.answer();
        if (!frames) break;
        if (const auto taken = take_answer(*frames); !taken) return fail(taken.error());
    }
    if (!line_.is_open()) return;
    if (const auto ended = line_.ended()) return fail(*ended);
    read_live();
    if (const auto silent = line_.silent()) return fail(*silent);
}

void Link::Worker::ask() {
    const auto now = ticks();
    if (replica_retry_at_ != Ticks{} && now >= replica_retry_at_) {
        reopen_replica();
        if (!line_.is_open()) return;
    }
    bool taken = send_acts();
    if (head_ > cursor_ && line_.under_way(Verb::replay) == 0) taken = taken && ask_replay(cursor_, 0);
    if (cursor_ >= head_) {
        back_off_.reset();
        taken = taken && announce();
    }
    const auto every = now - line_.live_heard() > patience ? ping_every_without_live : ping_every;
    if (now - pinged_at_ >= every && line_.under_way(Verb::ping) == 0) {
        pinged_at_ = now;
        Request ping;
        ping.verb = Verb::ping;
        taken = taken && line_.ask(ping, {});
    }
    if (!taken) fail({"", "the socket takes nothing more", ""});
}

void Link::Worker::fail(const Problem& problem) {
    hang_up(back_off_.next());
    const std::lock_guard lock(shared.mutex);
    auto& state = shared.state;
    state.trouble = problem;
    if (state.phase == Phase::refused) return;
    const bool fresh = state.phase == Phase::connecting && ticks() - started_ < patience;
    state.phase = fresh ? Phase::connecting : Phase::away;
    shared.news = true;
}

void Link::Worker::refuse_hub(const Problem& problem) {
    hang_up(refused_retry);
    const std::lock_guard lock(shared.mutex);
    auto& state = shared.state;
    shared.news = shared.news || state.phase != Phase::refused || state.refusal != problem;
    state.phase = Phase::refused;
    state.refusal = problem;
}

void Link::Worker::hang_up(Ticks retry_after) {
    line_.close();
    greeted_ = announced_ = false;
    retry_at_ = ticks() + retry_after;
    const std::lock_guard lock(shared.mutex);
    shared.outbox.nothing_is_under_way();
}

/// Brings the state up to date, and wakes the UI once for all that happened in this turn.
void Link::Worker::tell() {
    bool news = false;
    {
        const std::lock_guard lock(shared.mutex);
        auto& state = shared.state;
        state.unsent = shared.outbox.size();
        if (greeted_) {
            // A handful behind is still live: the next REPLAY is on its way.
            const bool close =
                delivered_ >= head_ || (state.phase == Phase::live && head_ - delivered_ < queue_max / 8);
            const auto phase = close ? Phase::live : Phase::catching_up;
            shared.news = shared.news || phase != state.phase;
            state.phase = phase;
            state.head = head_;
            state.known_head = known_head_;
        }
        news = std::exchange(shared.news, false);
    }
    if (news && settings.wake) settings.wake();
}

/// After a full disk, say: what the replica lacks is asked for again.
void Link::Worker::reopen_replica() {
    if (const auto problem = open_replica(shared.state.journal, *shared.state.mode))
        return lose_replica(*problem);
    cursor_ = std::min(cursor_, resume_after());
    const std::lock_guard lock(shared.mutex);
    shared.state.trouble.reset();
    shared.news = true;
}

void Link::Worker::lose_replica(const Problem& problem) {
    replica_.reset();
    replica_retry_at_ = ticks() + replica_retry;
    const std::lock_guard lock(shared.mutex);
    shared.state.trouble = problem;
    shared.news = true;
}

std::size_t Link::Worker::room() {
    const std::lock_guard lock(shared.mutex);
    return queue_max - std::min(queue_max, shared.queue.size());
}

bool Link::Worker::ask_replay(Sequence after, std::size_t on_the_way) {
    {
        const std::lock_guard lock(shared.mutex);
        shared.wants_room = shared.queue.size() + on_the_way + wire::replay_limit_max > queue_max;
        if (shared.wants_room) return true; // draining wakes this thread
    }
    wire::Replay page;
    page.after = static_cast<std::int64_t>(after);
    page.limit = static_cast<std::int64_t>(wire::replay_limit_max);
    const auto json = wire::to_json(page);
    Request request;
    request.verb = Verb::replay;
    request.after = after;
    return line_.ask(request, {json});
}

bool Link::Worker::send_acts() {
    constexpr std::size_t acts_max = 64, requests_max = 4;
    while (line_.under_way(Verb::append) < requests_max) {
        std::vector<std::string_view> events;
        {
            const std::lock_guard lock(shared.mutex);
            events = shared.outbox.next(acts_max);
        }
        if (events.empty()) return true;
        Request request;
        request.verb = Verb::append;
        request.count = events.size();
        if (!line_.ask(request, events)) return false;
    }
    return true;
}

} // namespace regiekamer::link
