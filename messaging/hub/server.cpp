// One poll loop. A round is: take in what has arrived, up to a bound; commit once; answer all; publish.
#include "messaging/hub/server.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/eventfd.h>
#include <unistd.h>

namespace regiekamer::hub {
namespace {

using std::chrono::steady_clock;

constexpr auto heartbeat_every = seconds(1);
constexpr auto kept_retry = milliseconds(10);
constexpr auto own_retry = seconds(1);    // the hub's own words on a full disk
constexpr std::size_t own_max = 1'000;    // beyond it the oldest are given up
constexpr auto quiet = milliseconds(200); // no request for so long: time to checkpoint
constexpr std::size_t checkpoint_bytes_min = 2 * 1024 * 1024;
constexpr std::size_t row_overhead = 250;
constexpr std::size_t meta_bytes_max = 512; // of a row in EVENTS, its sender escaped

int poll(std::vector<zmq::pollitem_t>& items, milliseconds timeout) {
    return zmq_poll(items.data(), static_cast<int>(items.size()), static_cast<long>(timeout.count()));
}

/// A kind of fault, without what was found: the same nonsense again counts as the same.
std::string kind_of(const Problem& problem) {
    if (problem.expected.empty()) return problem.where + " " + problem.found;
    return (problem.where.empty() ? "" : problem.where + ": ") + "expected " + problem.expected;
}

Result<std::vector<std::string>> bind_all(zmq::socket_t& socket, const std::vector<std::string>& endpoints,
                                          std::string_view inproc) {
    std::vector<std::string> bound;
    for (const auto& endpoint : endpoints) {
        auto each = bind_to(socket, endpoint);
        if (!each) return tl::unexpected(each.error());
        bound.push_back(std::move(*each));
    }
    if (auto inside = bind_to(socket, std::string(inproc)); !inside) return tl::unexpected(inside.error());
    return bound;
}

} // namespace

Stop::Stop() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Stop::~Stop() {
    close(fd_);
}

void Stop::ask() {
    asked_.store(true, std::memory_order_release);
    eventfd_write(fd_, 1);
}

Result<std::unique_ptr<Server>> Server::open(zmq::context_t& context, const Settings& settings) {
    auto requests = request_socket(context);
    auto live = live_socket(context);
    Bound bound;
    auto bound_requests = bind_all(requests, settings.requests, Hub::inproc_requests);
    if (!bound_requests) return tl::unexpected(bound_requests.error());
    auto bound_live = bind_all(live, settings.live, Hub::inproc_live);
    if (!bound_live) return tl::unexpected(bound_live.error());
    std::vector<Feed> feeds;
    for (const auto& endpoint : settings.feeds) {
        auto socket = feed_socket(context, endpoint);
        if (!socket) return tl::unexpected(socket.error());
        feeds.push_back({std::move(*socket),
                         Followed(endpoint, settings.feed_silent_after, settings.feed_refused_every)});
    }
    auto journal = journal::Journal::open(settings.journal, settings.mode);
    if (!journal) return tl::unexpected(journal.error());
    std::unique_ptr<Server> server(
        new Server(settings, std::move(*journal), std::move(requests), std::move(live)));
    server->feeds_ = std::move(feeds);
    server->bound_ = {std::move(*bound_requests), std::move(*bound_live), server->journal_.info().uuid,
                      server->journal_.remarks()};
    return server;
}

Server::Server(const Settings& settings, journal::Journal journal, zmq::socket_t requests, zmq::socket_t live)
    : settings_(settings), journal_(std::move(journal)), requests_(std::move(requests)),
      live_(std::move(live)), desks_(settings.desk_left_after),
      answers_(requests_, [this](const wire::Replay& replay) { return rows(replay); }) {
    if (settings_.mode == Mode::exercise) exercise_ = clock_of(journal_);
}

void Server::run(const Stop& stop) {
    heartbeat_at_ = busy_at_ = steady_clock::now();
    while (!stop.asked()) {
        wait(stop);
        const auto now = steady_clock::now();
        answers_.begin_round();
        receive_requests(now);
        receive_feeds(now);
        add_own(now);
        if (!round_.candidates.empty()) {
            store(round_, journal_, wall_clock());
            account(now);
        }
        answer_all();
        publish_all();
        round_.clear();
        if (now >= heartbeat_at_) {
            publish_heartbeat();
            heartbeat_at_ = now + heartbeat_every;
        }
        checkpoint_if_quiet(now);
    }
}

void Server::wait(const Stop& stop) {
    const auto now = steady_clock::now();
    auto due = std::min(heartbeat_at_, desks_.next_due());
    for (const auto& feed : feeds_)
        due = std::min(due, feed.followed.next_due());
    if (!own_.empty()) due = std::min(due, own_at_);
    if (checkpoint_bytes_ >= checkpoint_bytes_min) due = std::min(due, busy_at_ + quiet);
    if (answers_.keeps()) due = std::min(due, now + kept_retry);
    const auto left = due <= now ? milliseconds(0) : std::chrono::ceil<milliseconds>(due - now);

    std::vector<zmq::pollitem_t> items{{nullptr, stop.fd(), ZMQ_POLLIN, 0},
                                       {requests_.handle(), 0, ZMQ_POLLIN, 0},
                                       {live_.handle(), 0, ZMQ_POLLIN, 0}};
    for (auto& feed : feeds_)
        items.push_back({feed.socket.handle(), 0, ZMQ_POLLIN, 0});
    if (poll(items, left) < 0 && errno != EINTR) throw zmq::error_t();
    // subscriptions are libzmq's own business, but stay in memory until read
    if ((items[2].revents & ZMQ_POLLIN) != 0)
        for (std::size_t i = 0; i < round_requests_max && receive(live_, received_, 0, 0); ++i) {
        }
}

void Server::receive_requests(Steady now) {
    for (std::size_t i = 0; i < round_requests_max; ++i) {
        if (round_.candidates.size() >= round_events_max || round_.bytes >= round_bytes_max) break;
        if (!receive(requests_, received_, 1 + request_frames_max, request_bytes_max)) break;
        std::string peer = received_.frames.front().to_string();
        take(std::move(peer), read_request(received_, 1), now);
    }
}

void Server::take(std::string peer, Request request, Steady now) {
    busy_at_ = now;
    desks_.heard(peer, now);
    if (const auto* hello = std::get_if<wire::Hello>(&request.ask)) desks_.greet(peer, hello->desk, now);
    Asked asked{std::move(peer), std::move(request), round_.candidates.size(), 0};
    if (auto* append = std::get_if<Append>(&asked.request.ask)) {
        asked.count = append->events.size();
        const auto sender = desks_.sender(asked.peer);
        for (auto& frame : append->events) {
            std::optional<Body> presence;
            auto candidate = check(std::move(frame), sender, settings_.mode, presence);
            add(std::move(candidate), asked.peer, std::move(presence));
        }
        append->events.clear();
    }
    round_.asked.push_back(std::move(asked));
}

void Server::add(Candidate candidate, const std::string& peer, std::optional<Body> presence) {
    round_.bytes += candidate.event().size();
    if (presence) round_.presences.push_back({peer, round_.candidates.size(), std::move(*presence)});
    round_.candidates.push_back(std::move(candidate));
}

void Server::receive_feeds(Steady now) {
    for (std::size_t at = 0; at < feeds_.size(); ++at) {
        auto& feed = feeds_[at];
        for (std::size_t i = 0; i < round_feed_events_max; ++i) {
            if (round_.bytes >= round_bytes_max || !receive(feed.socket, received_, 2, request_bytes_max))
                break;
            busy_at_ = now;
            feed.followed.heard(now);
            if (received_.count != 2) {
                const auto sample = received_.frames.empty() ? "" : received_.frames.back().to_string_view();
                feed.followed.refused("expected two frames: topic and CloudEvent", sample, now);
                continue;
            }
            std::optional<Body> presence; // a feed is no desk
            auto candidate =
                check(std::move(received_.frames[1]), feed.followed.sender(), settings_.mode, presence);
            // What a desk appends is taken at any time it says: somebody stands for it.
            if (!candidate.refused && of_the_future(candidate.time, settings_.mode, wall_clock())) {
                feed.followed.refused(std::string(future_reason), candidate.event(), now);
                continue;
            }
            round_.from_feeds.push_back({at, round_.candidates.size()});
            add(std::move(candidate), {}, std::nullopt);
        }
    }
}

void Server::add_own(Steady now) {
    for (auto& left : desks_.gone(now))
        own_.emplace_back(std::move(left));
    for (auto& feed : feeds_)
        for (auto& word : feed.followed.due(now))
            std::visit([this](auto& body) { own_.emplace_back(std::move(body)); }, word);
    if (own_.empty() || own_at_ > now) return;
    if (own_.size() > own_max) own_.erase(own_.begin(), own_.end() - static_cast<std::ptrdiff_t>(own_max));
    for (const auto& body : own_)
        add(own_event(body, settings_.mode, said_at()), {}, std::nullopt);
    own_at_ = now + own_retry; // of no account once they are stored
}

void Server::account(Steady now) {
    bool own_stored = false;
    for (const auto& candidate : round_.candidates) {
        if (candidate.refused || candidate.stored.repeated) continue;
        checkpoint_bytes_ += candidate.event().size() + row_overhead;
        own_stored = own_stored || *candidate.sender == "hub";
        if (settings_.mode == Mode::exercise && candidate.type.find(".exercise.") != std::string::npos)
            exercise_.follow(codec::read(candidate.event()), candidate.stored.recorded);
    }
    if (own_stored) {
        own_.clear();
        own_at_ = now;
    }
    for (const auto& presence : round_.presences) {
        if (round_.candidates[presence.candidate].refused) continue;
        // a repeat counts: the desk is there, though its message was journaled before (by a hub that stopped)
        if (const auto* joined = std::get_if<DeskJoined>(&presence.body))
            desks_.joined(presence.peer, *joined, now);
        else
            desks_.left(std::get<DeskLeft>(presence.body));
    }
    for (const auto& from : round_.from_feeds) {
        const auto& candidate = round_.candidates[from.candidate];
        if (candidate.refused)
            feeds_[from.feed].followed.refused(kind_of(*candidate.refused), candidate.event(), now);
    }
}

/// What the hub itself says happens now: in an exercise that is exercise time.
Instant Server::said_at() const {
    return exercise_.clock ? exercise_.clock->now(wall_clock()) : wall_clock();
}

wire::Pong Server::pong() const {
    const auto& head = journal_.info().head;
    return {static_cast<std::int64_t>(head.sequence), journal::to_hex(head.hash), wall_clock()};
}

Answer Server::rows(const wire::Replay& replay) const {
    const auto after = static_cast<Sequence>(replay.after.value);
    const auto limit = static_cast<std::size_t>(replay.limit.value);
    const auto head = journal_.info().head.sequence;
    if (after > head) return {"ERROR", {}, {wire::to_json(wire::Error{"other journal"})}, {}};
    auto found = journal_.read(after, limit, wire::replay_bytes_max - limit * meta_bytes_max);
    if (!found) return {"ERROR", {}, {wire::to_json(wire::Error{sentence(found.error())})}, {}};
    Answer answer{"EVENTS", {}, {}, {}};
    answer.frames.reserve(1 + 2 * found->size());
    answer.frames.push_back(wire::to_json(wire::EventsHead{static_cast<std::int64_t>(head)}));
    for (auto& row : *found) {
        answer.frames.push_back(meta_frame(row.sequence, row.recorded, row.sender, row.hash));
        answer.frames.push_back(std::move(row.event));
    }
    return answer;
}

Answer Server::answer(const Asked& asked) const {
    const auto answered = [&asked](std::string_view verb, std::string frame) {
        return Answer{verb, asked.request.id, {std::move(frame)}, {}};
    };
    const auto& ask = asked.request.ask;
    if (const auto* misfit = std::get_if<Misfit>(&ask))
        return answered("ERROR", wire::to_json(wire::Error{misfit->reason}));
    if (std::holds_alternative<Ping>(ask)) return answered("PONG", wire::to_json(pong()));
    if (const auto* replay = std::get_if<wire::Replay>(&ask)) return {"", asked.request.id, {}, *replay};
    if (std::holds_alternative<wire::Hello>(ask)) {
        const auto now = pong();
        return answered("WELCOME", wire::to_json(wire::Welcome{wire::protocol, settings_.mode, bound_.journal,
                                                               now.head, now.hash, now.time}));
    }
    Answer result{"RESULT", asked.request.id, {}, {}};
    result.frames.reserve(asked.count);
    for (std::size_t i = asked.first; i < asked.first + asked.count; ++i)
        result.frames.push_back(result_frame(round_.candidates[i]));
    return result;
}

void Server::answer_all() {
    for (const auto& asked : round_.asked)
        answers_.send(asked.peer, answer(asked));
}

void Server::publish_all() {
    for (auto& candidate : round_.candidates) {
        const auto& stored = candidate.stored;
        if (candidate.refused || stored.repeated) continue;
        constexpr auto part = zmq::send_flags::dontwait | zmq::send_flags::sndmore;
        live_.send(zmq::buffer(candidate.type), part);
        live_.send(zmq::buffer(meta_frame(stored.sequence, stored.recorded, *candidate.sender, stored.hash)),
                   part);
        if (candidate.line.empty())
            live_.send(std::move(candidate.frame), zmq::send_flags::dontwait);
        else
            live_.send(zmq::buffer(candidate.line), zmq::send_flags::dontwait);
    }
}

void Server::publish_heartbeat() {
    live_.send(zmq::str_buffer("hub"), zmq::send_flags::dontwait | zmq::send_flags::sndmore);
    live_.send(zmq::buffer(wire::to_json(pong())), zmq::send_flags::dontwait);
}

void Server::checkpoint_if_quiet(Steady now) {
    if (checkpoint_bytes_ < checkpoint_bytes_min || now < busy_at_ + quiet) return;
    journal_.checkpoint();
    checkpoint_bytes_ = 0;
}

} // namespace regiekamer::hub
