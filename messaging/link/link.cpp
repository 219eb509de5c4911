// The UI thread's side of the link: everything here is short, under one mutex.
#include "messaging/link/link.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/link/worker.hpp"

#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <iterator>

namespace regiekamer::link {

std::string live_beside(const std::string& requests) {
    const auto colon = requests.rfind(':');
    const int port = colon == std::string::npos ? 0 : std::atoi(requests.c_str() + colon + 1);
    return port > 0 ? requests.substr(0, colon + 1) + std::to_string(port + 1) : requests;
}

Link::Link(Settings settings) : worker_(std::make_unique<Worker>(std::move(settings))) {}

Link::~Link() = default;

Result<std::string> Link::send(const Message& message) {
    Message act = message;
    if (act.id.empty()) act.id = to_string(boost::uuids::random_generator()());
    if (act.source.empty()) act.source = "desk/" + worker_->settings.desk;
    std::string event = codec::encode(act);
    if (event.size() > codec::event_bytes_max)
        return refuse("", std::to_string(event.size()) + " bytes",
                      "at most " + std::to_string(codec::event_bytes_max) + " bytes");
    std::string id = act.id;
    {
        auto& shared = worker_->shared;
        const std::lock_guard lock(shared.mutex);
        if (shared.outbox.full())
            return refuse("", std::to_string(Outbox::acts_max) + " acts that wait for the hub", "fewer");
        shared.outbox.put(std::move(act), std::move(event));
        shared.state.unsent = shared.outbox.size();
    }
    worker_->wakeup.signal();
    return id;
}

void Link::sits(std::string function, std::string person) {
    Seat seat{std::move(function), std::move(person)};
    {
        auto& shared = worker_->shared;
        const std::lock_guard lock(shared.mutex);
        if (shared.seat == seat) return;
        shared.seat = std::move(seat);
        shared.seat_changed = true;
    }
    worker_->wakeup.signal();
}

std::vector<Recorded> Link::drain(std::size_t limit) {
    std::vector<Recorded> messages;
    bool room = false;
    {
        auto& shared = worker_->shared;
        const std::lock_guard lock(shared.mutex);
        const auto count = static_cast<std::ptrdiff_t>(std::min(limit, shared.queue.size()));
        const auto first = shared.queue.begin();
        messages.assign(std::make_move_iterator(first), std::make_move_iterator(first + count));
        shared.queue.erase(first, first + count);
        room = shared.wants_room && shared.queue.size() + wire::replay_limit_max <= queue_max;
        if (room) shared.wants_room = false;
    }
    if (room) worker_->wakeup.signal();
    return messages;
}

std::vector<Outcome> Link::outcomes() {
    const std::lock_guard lock(worker_->shared.mutex);
    return std::exchange(worker_->shared.outcomes, {});
}

std::vector<Message> Link::waiting() const {
    const std::lock_guard lock(worker_->shared.mutex);
    return worker_->shared.outbox.messages();
}

State Link::state() const {
    const std::lock_guard lock(worker_->shared.mutex);
    return worker_->shared.state;
}

} // namespace regiekamer::link
