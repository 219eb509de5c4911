// Acts leave in order and are settled in order, so one number tells which are under way.
#include "messaging/link/outbox.hpp"

#include "messaging/link/client.hpp"

namespace regiekamer::link {

std::vector<Message> Outbox::messages() const {
    std::vector<Message> all;
    all.reserve(acts_.size());
    for (const auto& act : acts_)
        all.push_back(act.message);
    return all;
}

void Outbox::put(Message message, std::string event) {
    acts_.push_back({std::move(message), std::move(event)});
}

std::vector<std::string_view> Outbox::next(std::size_t events_max) {
    std::vector<std::string_view> events;
    std::size_t bytes = 0;
    while (under_way_ < acts_.size() && events.size() < events_max) {
        const auto& event = acts_[under_way_].event;
        if (bytes + event.size() > wire::append_bytes_max) break;
        bytes += event.size();
        events.emplace_back(event);
        ++under_way_;
    }
    return events;
}

Result<std::vector<Outcome>> Outbox::settle(std::span<const wire::AppendResult> results) {
    if (results.size() > under_way_) return refuse("RESULT", "more results than acts", "one an act");
    std::vector<Outcome> outcomes;
    for (std::size_t at = 0; at < results.size(); ++at) {
        const auto& result = results[at];
        const auto& id = acts_[at].message.id;
        const bool about_it = result.id == id || (result.id.empty() && !result.ok);
        if (!about_it || (result.ok && !result.sequence))
            return refuse("RESULT", "a result for \"" + result.id + "\"", "one for \"" + id + "\"");
        Outcome outcome{id, std::nullopt, std::nullopt};
        if (result.ok)
            outcome.sequence = static_cast<Sequence>(result.sequence->value);
        else
            outcome.refused = refusal_of(result);
        outcomes.push_back(std::move(outcome));
    }
    drop_oldest(results.size());
    return outcomes;
}

std::vector<Outcome> Outbox::refuse_oldest(std::size_t count, const Problem& problem) {
    std::vector<Outcome> outcomes;
    for (std::size_t at = 0; at < count; ++at)
        outcomes.push_back({acts_[at].message.id, std::nullopt, problem});
    drop_oldest(count);
    return outcomes;
}

void Outbox::drop_oldest(std::size_t count) {
    acts_.erase(acts_.begin(), acts_.begin() + static_cast<std::ptrdiff_t>(count));
    under_way_ -= count;
}

} // namespace regiekamer::link
