// Connections and desks are two things: a desk that reconnects within its time never left.
#include "messaging/hub/desks.hpp"

#include <algorithm>

namespace regiekamer::hub {

Desks::Desks(std::chrono::milliseconds left_after)
    : left_after_(left_after), anonymous_(std::make_shared<const std::string>("anoniem")) {}

Desks::Connection& Desks::connection(const std::string& id, Steady now) {
    if (const auto found = connections_.find(id); found != connections_.end()) return found->second;
    if (connections_.size() >= connections_max) {
        const auto oldest = std::min_element(
            connections_.begin(), connections_.end(),
            [](const auto& one, const auto& other) { return one.second.heard < other.second.heard; });
        connections_.erase(oldest);
    }
    return connections_.emplace(id, Connection{anonymous_, {}, now}).first->second;
}

void Desks::greet(const std::string& id, const std::string& desk, Steady now) {
    auto& greeted = connection(id, now);
    if (*greeted.desk != desk) greeted.desk = std::make_shared<const std::string>(desk);
    heard(id, now);
}

void Desks::heard(const std::string& id, Steady now) {
    const auto found = connections_.find(id);
    if (found == connections_.end()) return;
    auto& known = found->second;
    known.heard = now;
    for (const auto* desk : {known.desk.get(), static_cast<const std::string*>(&known.joined)})
        if (const auto there = joined_.find(*desk); there != joined_.end()) there->second.heard = now;
}

Sender Desks::sender(const std::string& id) const {
    const auto found = connections_.find(id);
    return found == connections_.end() ? anonymous_ : found->second.desk;
}

void Desks::joined(const std::string& id, const DeskJoined& body, Steady now) {
    const auto& desk = body.desk.value;
    if (joined_.size() >= joined_max && !joined_.contains(desk)) return;
    joined_[desk] = {body.version, now};
    auto& known = connection(id, now);
    if (*known.desk != desk) known.joined = desk;
}

void Desks::left(const DeskLeft& body) {
    joined_.erase(body.desk.value);
}

std::vector<DeskLeft> Desks::gone(Steady now) {
    std::vector<DeskLeft> gone;
    for (auto desk = joined_.begin(); desk != joined_.end();) {
        if (desk->second.heard + left_after_ > now) {
            ++desk;
            continue;
        }
        gone.push_back({DeskId(desk->first), desk->second.version});
        desk = joined_.erase(desk);
    }
    // a hash map's order is nobody's order
    std::sort(gone.begin(), gone.end(),
              [](const auto& one, const auto& other) { return one.desk.value < other.desk.value; });
    return gone;
}

Steady Desks::next_due() const {
    Steady due = Steady::max();
    for (const auto& [name, desk] : joined_)
        due = std::min(due, desk.heard + left_after_);
    return due;
}

} // namespace regiekamer::hub
