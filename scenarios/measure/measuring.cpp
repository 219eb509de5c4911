// The few messages about the exercise itself are kept and gone through again for every answer; of the rest
// only what bears on an expectation is, by Evidence.
#include "scenarios/measure/measuring.hpp"

#include "scenarios/player/data.hpp"

#include <algorithm>

namespace regiekamer::measure {
namespace {

using player::Inject;

bool about_the_exercise(const Body& body) {
    const std::string type(player::short_type(type_of(body)));
    return (type.starts_with("exercise.") && type != ExerciseClockSet::type) || type.starts_with("inject.") ||
           type == ExpectationJudged::type || type == ObservationNoted::type;
}

/// The line of the draaiboek that this number has; made up ones come in when they are first told.
MeasuredInject* find(std::vector<MeasuredInject>& all, const InjectNr& nr) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.nr == nr; });
    return found == all.end() ? nullptr : &*found;
}

void deliver(std::vector<MeasuredInject>& all, const Recorded& fact, const InjectDelivered& body) {
    auto* one = find(all, body.inject);
    if (one == nullptr) {
        MeasuredInject made;
        made.nr = body.inject;
        made.from = body.from, made.to = body.to, made.medium = body.medium, made.text = body.text;
        made.aim = body.aim;
        one = &all.emplace_back(std::move(made));
    }
    if (one->times++ == 0) one->at = fact.message.time;
    one->state = InjectState::delivered;
    one->reason.clear();
    one->sequence = fact.sequence;
}

/// What comes after the delivery changes nothing of it; the player does not obey it either.
MeasuredInject* waiting(std::vector<MeasuredInject>& all, const InjectNr& nr, Sequence sequence) {
    auto* one = find(all, nr);
    if (one == nullptr || one->state == InjectState::delivered) return nullptr;
    one->sequence = sequence;
    return one;
}

void tell(std::vector<MeasuredInject>& all, const Recorded& fact) {
    const Body& body = fact.message.body;
    if (const auto* told = std::get_if<InjectDelivered>(&body)) deliver(all, fact, *told);
    if (const auto* told = std::get_if<InjectHeld>(&body))
        if (auto* one = waiting(all, told->inject, fact.sequence))
            one->state = InjectState::held, one->reason = told->reason.value_or("");
    if (const auto* told = std::get_if<InjectSkipped>(&body))
        if (auto* one = waiting(all, told->inject, fact.sequence))
            one->state = InjectState::skipped, one->reason = told->reason.value_or("");
    if (const auto* told = std::get_if<InjectMoved>(&body))
        if (auto* one = waiting(all, told->inject, fact.sequence)) {
            one->state = InjectState::planned;
            one->reason.clear();
            one->at = std::max(told->at, fact.message.time); // as the player takes it
            one->moved = true;
        }
    if (const auto* told = std::get_if<InjectRead>(&body))
        if (auto* one = find(all, told->inject)) one->read = true;
}

InjectCounts counted(const std::vector<MeasuredInject>& all) {
    InjectCounts counts;
    for (const auto& one : all) {
        counts.planned += one.state == InjectState::planned;
        counts.delivered += one.state == InjectState::delivered;
        counts.held += one.state == InjectState::held;
        counts.skipped += one.state == InjectState::skipped;
        counts.not_applicable += one.state == InjectState::not_applicable;
        counts.made_up += one.inject == nullptr;
    }
    return counts;
}

} // namespace

void Counts::add(Score score) {
    switch (score) {
    case Score::met:
        ++met;
        break;
    case Score::late:
        ++late;
        break;
    case Score::open:
        ++open;
        break;
    case Score::missed:
        ++missed;
        break;
    case Score::not_asked:
        ++not_asked;
        break;
    }
}

Measuring::Measuring(const player::Scenario& scenario)
    : scenario_(scenario), evidence_(scenario.expectations, scenario.start) {}

void Measuring::observe(const Recorded& recorded) {
    const Message& message = recorded.message;
    evidence_.observe(recorded);
    if (const auto* withdrawal = std::get_if<MessageWithdrawn>(&message.body))
        for (Fact& fact : facts_)
            if (fact.withdrawn == 0 && fact.recorded.message.id == withdrawal->message.value &&
                fact.recorded.message.source == withdrawal->message_source)
                fact.withdrawn = recorded.sequence;
    if (const auto* started = std::get_if<ExerciseStarted>(&message.body)) digest_ = started->scenario_digest;
    if (about_the_exercise(message.body)) facts_.push_back({recorded});
}

bool Measuring::stands(const Fact& fact, Sequence upto) const {
    return fact.recorded.sequence <= upto && (fact.withdrawn == 0 || fact.withdrawn > upto);
}

At Measuring::moment(Instant now, Sequence upto, bool over) const {
    At at{now, upto, false, false};
    for (const Fact& fact : facts_) {
        if (!stands(fact, upto)) continue;
        const Body& body = fact.recorded.message.body;
        if (std::holds_alternative<ExerciseStarted>(body)) at.started = true;
        if (std::holds_alternative<ExerciseEnded>(body)) at.over = true;
        // a branch goes on where its parent stood: the parent's end is not its own
        if (std::holds_alternative<ExerciseBranched>(body)) at.over = false;
    }
    at.over = at.over || over;
    return at;
}

/// When its conditions are judged, once.
Instant Measuring::judged_at(const Inject& inject, Instant due, const At& at) const {
    Instant latest = due;
    for (const player::Condition& condition : inject.conditions)
        latest = std::max(latest, evidence_.judged_at(condition.expectation, due, at.upto));
    return latest;
}

/// Whether its conditions held when they were judged, by what was said until then.
bool Measuring::came_up(const Inject& inject, Instant due, const At& at) const {
    return std::all_of(inject.conditions.begin(), inject.conditions.end(),
                       [&](const player::Condition& condition) {
                           return evidence_.met(condition.expectation, {at.upto, due}) == condition.met;
                       });
}

std::vector<MeasuredInject> Measuring::injects(const At& at) const {
    std::vector<MeasuredInject> all;
    all.reserve(scenario_.injects.size());
    for (const Inject& inject : scenario_.injects) {
        MeasuredInject one;
        one.inject = &inject;
        one.nr = InjectNr(inject.nr);
        one.from = inject.from, one.to = inject.to, one.medium = inject.medium, one.text = inject.text;
        one.aim = inject.aim;
        one.at = scenario_.start + inject.at;
        for (std::size_t i = 0; i < scenario_.expectations.size(); ++i)
            if (scenario_.expectations[i].after == inject.nr) one.expectations.push_back(i);
        all.push_back(std::move(one));
    }
    for (const Fact& fact : facts_)
        if (stands(fact, at.upto)) tell(all, fact.recorded);
    for (auto& one : all) {
        if (!at.started || one.state != InjectState::planned) continue;
        one.at = judged_at(*one.inject, one.at, at);
        const auto kept_back = [&] { return one.at <= at.now && !came_up(*one.inject, one.at, at); };
        bool comes = !kept_back();
        one.at = evidence_.jumps().told_at(one.at, at.upto); // a player that was away judges when it is back
        comes = comes && !kept_back();
        if (!comes) one.state = InjectState::not_applicable;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

Measured Measuring::measured(const player::Expectation& expectation, const At& at) const {
    auto stand = standing(scenario_.expectations, evidence_, expectation, at);
    Measured one;
    one.expectation = &expectation;
    one.takes_part = taking_part(scenario_, expectation);
    if (one.takes_part.size() == 1) one.whose = one.takes_part.front();
    one.score = stand.score;
    one.cut_off = at.over && stand.score == Score::open;
    one.deadline = stand.deadline;
    one.outcome = std::move(stand.outcome);
    one.reaction = one.outcome.reaction;
    return one;
}

std::vector<FunctionScore> Measuring::functions(const std::vector<Measured>& all) const {
    std::vector<FunctionScore> scores;
    for (const auto& role : scenario_.roles) {
        FunctionScore score;
        score.function = role.function;
        scores.push_back(score);
    }
    for (const auto& one : all) {
        auto found = std::find_if(scores.begin(), scores.end(),
                                  [&](const auto& score) { return score.function == one.whose; });
        if (found == scores.end()) {
            FunctionScore score;
            score.function = one.whose;
            found = scores.insert(scores.end(), score);
        }
        found->add(one.score);
        if (!one.reaction) continue;
        const auto sum = found->mean.value_or(microseconds(0)) + *one.reaction; // a sum, until all are in
        found->mean = sum;
        ++found->reactions;
        found->longest = std::max(found->longest.value_or(*one.reaction), *one.reaction);
    }
    std::erase_if(scores, [](const auto& score) { return score.asked() + score.not_asked == 0; });
    for (auto& score : scores)
        if (score.mean) score.mean = *score.mean / static_cast<std::int64_t>(score.reactions);
    return scores;
}

void Measuring::add_people(Results& results) const {
    for (const Fact& fact : facts_) {
        if (!stands(fact, results.at.upto)) continue;
        const Message& message = fact.recorded.message;
        if (const auto* judged = std::get_if<ExpectationJudged>(&message.body))
            for (auto& one : results.expectations)
                if (one.expectation->id == judged->expectation.value) one.judged = *judged;
        if (const auto* noted = std::get_if<ObservationNoted>(&message.body)) {
            std::erase_if(results.observations, [&](const Observation& one) {
                return one.noted.observation == noted->observation;
            });
            results.observations.push_back(
                {*noted, message.function, message.person, fact.recorded.sequence});
        }
    }
    std::stable_sort(results.observations.begin(), results.observations.end(),
                     [](const auto& a, const auto& b) {
                         return a.noted.at != b.noted.at ? a.noted.at > b.noted.at : a.sequence > b.sequence;
                     });
}

Results Measuring::results(Instant now, Sequence upto, bool over) const {
    Results results;
    results.at = moment(now, upto, over);
    results.injects = injects(results.at);
    results.inject_counts = counted(results.injects);
    for (const auto& expectation : scenario_.expectations) {
        results.expectations.push_back(measured(expectation, results.at));
        results.counts.add(results.expectations.back().score);
    }
    for (const auto& aim : scenario_.aims) {
        AimScore score;
        score.aim = &aim;
        for (const auto& one : results.expectations)
            if (one.expectation->aim == aim.id) score.add(one.score);
        results.aims.push_back(score);
    }
    results.functions = functions(results.expectations);
    add_people(results);
    return results;
}

} // namespace regiekamer::measure
