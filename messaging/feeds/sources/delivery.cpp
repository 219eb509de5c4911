// A hub that answers with a refusal of one event has settled it; one that cannot take anything now (a full
// disk) is offered it again.
#include "messaging/feeds/sources/delivery.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/vocabulary/values.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

constexpr milliseconds greeting{500}, patient_answer{30'000}, again_after{500};
constexpr std::size_t desk_bytes = 64;

} // namespace

std::string refusal_reason(const Problem& problem) {
    return "the hub refused it: " +
           (problem.expected.empty() ? problem.found : "expected " + problem.expected);
}

Delivery::Delivery(std::string endpoint, const std::string& desk, Log log, zmq::context_t* context)
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
    greeted(std::move(*fresh), stop);
    tell({});
    return true;
}

void Delivery::greeted(link::Client fresh, const Stop& stop) {
    const auto& welcome = fresh.welcome();
    if (journal_ != welcome.journal) {
        exercise_ = {};
        clock_read_ = 0;
    }
    mode_ = welcome.mode;
    journal_ = welcome.journal;
    hub_ahead_ = welcome.time - wall_clock();
    fresh.patience(patient_answer, stop.descriptor());
    client_ = std::move(fresh);
}

void Delivery::lost(bool asked_to_end) {
    client_.reset();
    interrupted_ = asked_to_end;
}

/// Spares the reading of a year for what came in today: halves what is left. 0 where the hub does not answer.
Sequence Delivery::last_before(Instant since) {
    const auto now = client_->ping();
    Sequence before = 0;
    for (Sequence end = now ? static_cast<Sequence>(now->head.value) : 0; before < end;) {
        const Sequence middle = before + (end - before) / 2;
        const auto one = client_->replay(middle, 1);
        if (!one) return 0;
        if (!one->empty() && one->front().first.recorded < since)
            before = static_cast<Sequence>(one->front().first.sequence.value);
        else
            end = middle;
    }
    return before;
}

bool Delivery::recall(const std::string& source,
                      const std::function<void(const Message& said, Instant recorded)>& act, const Stop& stop,
                      std::optional<Instant> since) {
    std::string from; // the journal that `after` counts in
    for (Sequence after = 0;;) {
        if (stop.stopped()) return false;
        if (!connected(stop)) {
            if (stop.wait(again_after)) return false;
            continue;
        }
        if (std::exchange(from, journal_) != journal_) after = since ? last_before(*since) : 0;
        const auto page = client_->replay(after);
        if (!page) {
            tell(sentence(page.error()) + "; waiting for it");
            client_.reset();
            continue;
        }
        if (page->empty()) return true;
        for (const auto& [meta, event] : *page) {
            after = static_cast<Sequence>(meta.sequence.value);
            if (event.empty() || event.find(source) == std::string::npos)
                continue; // redacted; or of others, whose reading is spared
            const auto message = codec::read(event);
            if (source.empty() || message.source == source) act(message, meta.recorded);
        }
    }
}

std::optional<ExerciseClock> Delivery::exercise_clock(const Stop& stop) {
    while (mode_ == Mode::exercise && client_) {
        const auto page = client_->replay(clock_read_);
        if (!page) lost(stop.stopped());
        if (!page || page->empty()) break;
        for (const auto& [meta, event] : *page) {
            clock_read_ = static_cast<Sequence>(meta.sequence.value);
            if (event.find("exercise.") == std::string::npos) continue; // spares the reading of all others
            exercise_.follow(codec::read(event), meta.recorded);
        }
    }
    auto clock = exercise_.clock;
    if (clock) clock->set -= hub_ahead_;
    return clock;
}

Result<Mode> Delivery::greet(const Stop& stop, std::optional<milliseconds> patience) {
    if (patience) {
        auto fresh = link::Client::connect(endpoint_, desk_, *patience, {}, context_);
        if (!fresh) return tl::unexpected(fresh.error());
        greeted(std::move(*fresh), stop);
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
        lost(stop != nullptr && stop->stopped());
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

std::optional<std::vector<Delivery::Refused>> Delivery::last(const std::vector<Outgoing>& events,
                                                             milliseconds patience) {
    std::vector<Refused> refused;
    Waiting waiting;
    for (std::size_t at = 0; at < events.size(); ++at)
        waiting.emplace_back(at, events[at].event);
    if (waiting.empty()) return refused;
    if (!client_ && !interrupted_) return std::nullopt;
    if (!client_) { // only its answer was no longer waited for
        auto fresh = link::Client::connect(endpoint_, desk_, patience, {}, context_);
        if (!fresh || fresh->welcome().mode != mode_) return std::nullopt;
        client_ = std::move(*fresh);
    }
    client_->patience(patience);
    if (!offer(waiting, events, refused, nullptr)) return std::nullopt;
    return refused;
}

} // namespace regiekamer::feeds
