// One walk along the journal for the seats, and one along the expectations for who did what.
#include "scenarios/measure/took_part.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace regiekamer::measure {
namespace {

constexpr std::string_view desks = "desk/";

class Seats {
public:
    void take(const Recorded& recorded) {
        const Message& message = recorded.message;
        players_.observe(message);
        if (const auto* person = std::get_if<PersonRegistered>(&message.body))
            names_[person->person] = person->name;
        if (const auto* started = std::get_if<ExerciseStarted>(&message.body)) begin(*started, recorded);
        if (const auto* branched = std::get_if<ExerciseBranched>(&message.body)) branch(*branched);
        if (const auto* left = std::get_if<DeskLeft>(&message.body))
            leave(std::string(desks) + left->desk.value, message.time);
        if (message.person && message.function) speak(message);
    }

    TookPart all() && {
        for (auto& [who, participant] : people_) {
            const auto known = names_.find(who.first);
            participant.person = who.first;
            participant.function = who.second;
            participant.name = known == names_.end() ? who.first.value : known->second;
            if (!before_.contains(who)) told_.people.push_back(std::move(participant));
        }
        std::sort(told_.people.begin(), told_.people.end(), [](const Participant& a, const Participant& b) {
            return std::tie(a.name, a.function) < std::tie(b.name, b.function);
        });
        return std::move(told_);
    }

private:
    using Who = std::pair<PersonId, Function>;

    void begin(const ExerciseStarted& started, const Recorded& recorded) {
        for (const auto& role : started.roles)
            if (!role.played) simulated_.insert(role.function);
        if (told_.title) return;
        told_.title = started.title;
        told_.held = recorded.recorded;
    }

    /// Theirs is in the run that it left; everybody sits down anew.
    void branch(const ExerciseBranched& branched) {
        for (const auto& [who, participant] : people_)
            before_.insert(who);
        at_.clear();
        if (!told_.left) told_.left = branched.parent_journal;
    }

    void leave(const std::string& desk, Instant when) {
        const auto seat = at_.find(desk);
        if (seat == at_.end()) return;
        people_[seat->second].sat.back().until = when;
        at_.erase(seat);
    }

    /// One at a desk; a program of one's own (README, "Feeding it") may speak for many.
    static std::string seat_of(const Message& message, const Who& who) {
        if (message.source.starts_with(desks)) return message.source;
        return message.source + '\n' + who.first.value + '\n' + who.second.value;
    }

    void speak(const Message& message) {
        const Who who{*message.person, *message.function};
        const std::string where = seat_of(message, who);
        if (const auto seat = at_.find(where); seat != at_.end() && seat->second != who)
            leave(where, message.time);
        if (simulated_.contains(who.second) || !players_.says(message)) return;
        auto& participant = people_[who];
        if (at_.emplace(where, who).second) participant.sat.push_back({message.time, {}});
        participant.acted = participant.acted || !std::holds_alternative<DeskJoined>(message.body);
    }

    player::Players players_;
    std::map<PersonId, std::string> names_;
    std::set<Function> simulated_;
    std::map<std::string, Who> at_; ///< who sits at a desk now
    std::map<Who, Participant> people_;
    std::set<Who> before_;
    TookPart told_;
};

bool sat_at(const Participant& one, Instant moment) {
    return std::any_of(one.sat.begin(), one.sat.end(), [&](const Participant::Sat& sat) {
        return sat.from <= moment && (!sat.until || moment <= *sat.until);
    });
}

class Credit {
public:
    Credit(TookPart& took_part, std::span<const Recorded> messages, std::span<const Measured> measured,
           Instant end)
        : people_(took_part.people), measured_(measured), end_(end) {
        for (const auto& one : messages)
            if (one.message.person && one.message.function)
                said_by_[{one.message.source, one.message.id}] = {*one.message.person, *one.message.function};
    }

    void of(const Measured& one) {
        std::set<Participant*> whose;
        if (one.score == Score::met || one.score == Score::late)
            add_sayers(one, whose);
        else if (one.score == Score::missed || one.score == Score::open)
            add_who_sat(one, whose);
        for (Participant* who : whose)
            (one.takes_part.size() > 1 ? who->together : who->alone).add(one.score);
    }

private:
    const Measured* measured(const std::string& id) const {
        const auto found = std::find_if(measured_.begin(), measured_.end(),
                                        [&](const Measured& one) { return one.expectation->id == id; });
        return found == measured_.end() ? nullptr : &*found;
    }

    /// Of what is made of others everybody who did a part. They are never made of themselves.
    void add_sayers(const Measured& one, std::set<Participant*>& whose) {
        const auto* parts = one.expectation->any.empty() ? &one.expectation->all : &one.expectation->any;
        for (const auto& id : *parts)
            if (const auto* part = measured(id)) add_sayers(*part, whose);
        const auto said = said_by_.find({one.outcome.source, one.outcome.id});
        if (said == said_by_.end()) return;
        for (auto& who : people_)
            if (who.person == said->second.first && who.function == said->second.second) whose.insert(&who);
    }

    void add_who_sat(const Measured& one, std::set<Participant*>& whose) {
        const Instant up = std::min(one.deadline.value_or(end_), end_);
        for (auto& who : people_)
            if (std::find(one.takes_part.begin(), one.takes_part.end(), who.function) !=
                    one.takes_part.end() &&
                sat_at(who, up))
                whose.insert(&who);
    }

    std::vector<Participant>& people_;
    std::span<const Measured> measured_;
    Instant end_;
    std::map<std::pair<std::string, std::string>, std::pair<PersonId, Function>> said_by_;
};

} // namespace

TookPart took_part(std::span<const Recorded> messages) {
    Seats seats;
    for (const auto& one : messages)
        seats.take(one);
    return std::move(seats).all();
}

void credit(TookPart& took_part, std::span<const Recorded> messages, std::span<const Measured> measured,
            Instant end) {
    Credit credit(took_part, messages, measured, end);
    for (const auto& one : measured)
        credit.of(one);
}

} // namespace regiekamer::measure
