// A message counts for an expectation when its type, its sayer and its members fit; when it counts is asked
// later.
#include "scenarios/player/expectation.hpp"

#include "messaging/codec/codec.hpp"
#include "scenarios/player/data.hpp"

#include <algorithm>

namespace regiekamer::player {
namespace json = boost::json;

bool contains(const json::value& have, const json::value& want) {
    if (want.is_number()) return have.is_number() && have.to_number<double>() == want.to_number<double>();
    if (const auto* object = want.if_object()) {
        const auto* members = have.if_object();
        return members != nullptr && std::all_of(object->begin(), object->end(), [&](const auto& member) {
                   const auto* found = members->if_contains(member.key());
                   return found != nullptr && contains(*found, member.value());
               });
    }
    if (const auto* list = want.if_array()) {
        const auto* items = have.if_array();
        return items != nullptr && std::all_of(list->begin(), list->end(), [&](const json::value& wanted) {
                   return std::any_of(items->begin(), items->end(),
                                      [&](const json::value& item) { return contains(item, wanted); });
               });
    }
    return have == want;
}

namespace {

json::value body_of(const Message& message) {
    json::error_code ec;
    return json::parse(codec::encode_body(message.body), ec);
}

bool fits(const Expectation& expectation, const Message& message, const json::value& body) {
    return (!expectation.by || message.function == expectation.by) && contains(body, expectation.where);
}

} // namespace

bool fits(const Expectation& expectation, const Message& message) {
    return expectation.type == short_type(type_of(message.body)) &&
           fits(expectation, message, body_of(message));
}

Evidence::Evidence(std::span<const Expectation> expectations, Instant start)
    : expectations_(expectations), start_(start), said_(expectations.size()) {
    for (std::size_t i = 0; i < expectations.size(); ++i) // those made of others have no type
        by_type_.emplace(expectations[i].type, i);
}

void Evidence::withdraw(const MessageWithdrawn& withdrawal, Sequence sequence, Instant moment) {
    const auto take_back = [&](std::vector<Said>& all) {
        for (Said& said : all)
            if (said.id == withdrawal.message.value && said.source == withdrawal.message_source &&
                said.withdrawn == 0)
                said.withdrawn = sequence, said.withdrawn_at = moment;
    };
    for (auto& all : said_)
        take_back(all);
    for (auto& [inject, all] : delivered_)
        take_back(all);
}

void Evidence::observe(const Recorded& recorded) {
    const Message& message = recorded.message;
    players_.observe(message);
    jumps_.observe(recorded);
    const Instant moment = jumps_.moment(recorded);
    const Said this_one{message.time, message.source, message.id, moment, recorded.sequence, 0, {}};
    if (const auto* inject = std::get_if<InjectDelivered>(&message.body))
        delivered_[inject->inject.value].push_back(this_one);
    if (const auto* withdrawal = std::get_if<MessageWithdrawn>(&message.body))
        withdraw(*withdrawal, recorded.sequence, moment);

    const std::string type(short_type(type_of(message.body)));
    const auto [first, last] = by_type_.equal_range(type);
    if (first == last) return;
    const json::value body = body_of(message);
    const bool by_player = players_.says(message);
    for (auto at = first; at != last; ++at) {
        const Expectation& expectation = expectations_[at->second];
        // else the draaiboek would do what it asks; only for whom nobody plays may it, or the simulation, do
        // so
        if (!by_player && (!expectation.by || players_.plays(*expectation.by))) continue;
        if (fits(expectation, message, body)) said_[at->second].push_back(this_one);
    }
}

bool Evidence::met(const std::string& id, Upto upto) const {
    return outcome(id, upto).met.has_value();
}

Outcome Evidence::outcome(const std::string& id, Upto upto) const {
    const auto found = std::find_if(expectations_.begin(), expectations_.end(),
                                    [&](const Expectation& expectation) { return expectation.id == id; });
    if (found == expectations_.end()) return {};
    if (!found->any.empty() || !found->all.empty()) return outcome_of_parts(*found, upto);
    return outcome_of(static_cast<std::size_t>(found - expectations_.begin()), upto);
}

Instant Evidence::judged_at(const std::string& id, Instant due, Upto upto) const {
    Instant at = due; // a jump that began after that moved nothing
    for (;;) {
        const Instant next = moved_to(id, due, {upto.sequence, std::min(at, upto.moment)});
        if (next <= at) return at;
        at = next;
    }
}

/// With the jumps up to there.
Instant Evidence::moved_to(const std::string& id, Instant due, Upto upto) const {
    const auto found = std::find_if(expectations_.begin(), expectations_.end(),
                                    [&](const Expectation& expectation) { return expectation.id == id; });
    if (found == expectations_.end()) return due;
    Instant latest = due;
    for (const auto* parts : {&found->any, &found->all})
        for (const auto& part : *parts)
            latest = std::max(latest, moved_to(part, due, upto));
    if (!found->within) return latest;
    const Outcome whole = outcome(id, upto);
    if (!whole.asked || !whole.deadline) return latest;
    const auto moved = *whole.deadline - (*whole.asked + *found->within);
    return std::max(latest, std::min(*whole.deadline, due + moved));
}

std::optional<Instant> Evidence::asked(const Expectation& expectation, Upto upto) const {
    if (!expectation.after) return start_;
    const auto delivered = delivered_.find(*expectation.after);
    if (delivered == delivered_.end()) return std::nullopt;
    for (const Said& one : delivered->second)
        if (one.stands(upto)) return one.time;
    return std::nullopt;
}

Outcome Evidence::outcome_of(std::size_t index, Upto upto) const {
    const Expectation& expectation = expectations_[index];
    Outcome outcome;
    outcome.asked = asked(expectation, upto);
    if (!outcome.asked) return {};
    if (expectation.within) outcome.deadline = jumps_.after(*outcome.asked, *expectation.within, upto);
    for (const Said& one : said_[index]) {
        if (!one.stands(upto) || (expectation.after && one.time < *outcome.asked)) continue;
        const bool in_time = !outcome.deadline || one.time <= *outcome.deadline;
        auto& when = in_time ? outcome.met : outcome.late;
        if (when && *when <= one.time) continue;
        when = one.time;
        if (in_time || !outcome.met) outcome.source = one.source, outcome.id = one.id;
    }
    if (outcome.met) outcome.late.reset();
    time(outcome, upto);
    return outcome;
}

/// How long it took: a message that stood before it was asked took nothing.
void Evidence::time(Outcome& outcome, Upto upto) const {
    const auto done = outcome.met ? outcome.met : outcome.late;
    if (done && outcome.asked) outcome.reaction = jumps_.played(*outcome.asked, *done, upto);
}

Outcome Evidence::outcome_of_parts(const Expectation& expectation, Upto upto) const {
    const bool any = !expectation.any.empty();
    Outcome whole;
    bool all_met = true, all_done = true;
    for (const auto& id : any ? expectation.any : expectation.all) {
        const Outcome part = outcome(id, upto);
        const auto done = part.met ? part.met : part.late;
        all_met = all_met && part.met;
        all_done = all_done && done;
        if (part.asked && (!whole.asked || *part.asked < *whole.asked)) whole.asked = part.asked;
        if (!done) continue;
        auto& when = part.met ? whole.met : whole.late;
        if (when && (any ? *when <= *done : *when >= *done)) continue;
        when = done;
        whole.source = part.source;
        whole.id = part.id;
    }
    if (any) {
        if (whole.met) whole.late.reset();
    } else if (!all_done) {
        whole.met.reset();
        whole.late.reset();
    } else if (!all_met) {
        whole.late = std::max(whole.late, whole.met);
        whole.met.reset();
    }
    time(whole, upto);
    return whole;
}

} // namespace regiekamer::player
