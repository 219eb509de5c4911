// A hub that answers with a refusal of one event has settled it; one that cannot take anything now (a full
// disk) is offered it again.
#include "messaging/feeds/sources/delivery.hpp"

#include "messaging/vocabulary/values.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

constexpr milliseconds greeting{500}, patient_answer{30'000}, last_answer{400}, again_after{500};
constexpr std::size_t desk_bytes = 64;

} // namespace

Delivery::Delivery(std::string endpoint, std::string desk, Log log, zmq::context_t* context)
    : endpoint_(std::move(endpoint)), desk_(desk.substr(0, desk_bytes)), log_(std::move(log)),
      context_(context) {}

void Delivery::tell(const std::string& sentence) {
    if (sentence == told_) return;
    told_ = sentence;
    if (!sentence.empty() && log_) log_(sentence);
}

bool Delivery::connected(const Stop& stop) {
    if (client_) return true;
    auto fresh = link::Client::connect(endpoint_, desk_, greeting, {}, context_);
    if (!fresh) {
        tell(sentence(fresh.error()) + "; waiting for it");
        return false;
    }
    // What was read for real work is never told to an exercise that took its place, nor the other way round.
    if (mode_ && *mode_ != fresh->welcome().mode) {
        tell("another kind of hub answers at " + endpoint_ + ", of " +
             (*mode_ == Mode::actual ? "an exercise" : "real work") + "; waiting for the one before");
        return false;
    }
    mode_ = fresh->welcome().mode;
    fresh->patience(patient_answer, stop.descriptor());
    client_ = std::move(*fresh);
    tell({});
    return true;
}

Result<Mode> Delivery::greet(const Stop& stop, std::optional<milliseconds> patience) {
    if (patience) {
        auto fresh = link::Client::connect(endpoint_, desk_, *patience, {}, context_);
        if (!fresh) return tl::unexpected(fresh.error());
        mode_ = fresh->welcome().mode;
        fresh->patience(patient_answer, stop.descriptor());
        client_ = std::move(*fresh);
        return *mode_;
    }
    while (!stop.stopped()) {
        if (connected(stop)) return *mode_;
        if (stop.wait(again_after)) break;
    }
    return refuse("", "asked to end before a hub answered at " + endpoint_, "");
}

bool Delivery::offer(Waiting& waiting, const std::vector<Outgoing>& events, std::vector<Refused>& refused,
                     const Stop* stop) {
    std::vector<std::string> bytes;
    bytes.reserve(waiting.size());
    for (const auto& [at, event] : waiting)
        bytes.push_back(event);
    const auto results = client_->append(bytes);
    if (!results) {
        client_.reset();
        if (stop != nullptr && !stop->stopped()) tell(sentence(results.error()) + "; waiting for it");
        return false;
    }
    Waiting again;
    for (std::size_t i = 0; i < results->size(); ++i) {
        const auto& result = (*results)[i];
        if (result.ok) continue;
        const std::size_t at = waiting[i].first;
        if (!result.pointer) { // what befell the batch, not this event
            again.push_back(std::move(waiting[i]));
            continue;
        }
        const Problem problem = link::refusal_of(result);
        if (events[at].again && problem.expected.ends_with("with other content")) continue;
        refused.push_back({at, problem});
    }
    if (!again.empty()) tell("the hub takes nothing: " + results->back().reason.value_or("it says not why"));
    waiting = std::move(again);
    return waiting.empty();
}

std::optional<std::vector<Delivery::Refused>> Delivery::deliver(const std::vector<Outgoing>& events,
                                                                const Stop& stop) {
    std::vector<Refused> refused;
    Waiting waiting;
    for (std::size_t at = 0; at < events.size(); ++at)
        waiting.emplace_back(at, events[at].event);
    while (!waiting.empty()) {
        if (stop.stopped()) return std::nullopt;
        if (connected(stop) && offer(waiting, events, refused, &stop)) break;
        if (stop.wait(again_after)) return std::nullopt;
    }
    return refused;
}

std::optional<std::vector<Delivery::Refused>> Delivery::last(const std::vector<Outgoing>& events) {
    std::vector<Refused> refused;
    Waiting waiting;
    for (std::size_t at = 0; at < events.size(); ++at)
        waiting.emplace_back(at, events[at].event);
    if (waiting.empty()) return refused;
    if (!client_) return std::nullopt;
    client_->patience(last_answer);
    if (!offer(waiting, events, refused, nullptr)) return std::nullopt;
    return refused;
}

} // namespace regiekamer::feeds
