// Delays are those of domain.md §2: a norm counts from alerting, and most people are there before it.
#include "scenarios/player/simulation.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/expectation.hpp"

#include <algorithm>
#include <iterator>

namespace regiekamer::player {

struct Simulation::Cause {
    const Message& message;
    const std::string& entry; ///< of the plan, or empty
    microseconds at;          ///< from the start
};

/// Somebody who comes: what he will say, from the step that is not said yet.
struct Simulation::Coming {
    AttendanceReported who;
    AlertId alert;
    Simulated::Kind kind = Simulated::Kind::coming;
    std::optional<AttendanceState> said = std::nullopt;
    double minutes = 0;    ///< that he may take from now
    bool promised = false; ///< he said himself when he would be there
};

namespace {

/// Without an alert of a team that names it.
double usual_norm(const std::string& function) {
    if (function.starts_with("OvD") || function.find("CoPI") != std::string::npos ||
        function == "taakcommandant brandweer" || function == "informatiemanager")
        return 30;
    if (function == "ROL" || function == "AC-Bz") return 45;
    if (function.starts_with("HTO") || function.starts_with("teamleider")) return 90;
    return 60;
}

/// What it was at that moment.
template <class T>
T last(const std::vector<std::pair<Instant, T>>& changes, Instant moment, T before) {
    for (const auto& [at, value] : changes)
        if (at <= moment) before = value;
    return before;
}

} // namespace

Problem check_play(const Plan& plan, const std::optional<std::vector<Function>>& play) {
    if (!play) return {};
    std::vector<std::string> known;
    for (const ExerciseRole& role : plan.roles)
        known.push_back(role.function.value);
    for (const Function& function : *play) {
        if (std::find(known.begin(), known.end(), function.value) != known.end()) continue;
        const std::string near = tables::nearest(function.value, known);
        return {"play", function.value,
                "the function of a role of this scenario" + (near.empty() ? "" : ", such as " + near)};
    }
    return {};
}

Simulation::Simulation(const Plan& plan, std::optional<std::vector<Function>> play)
    : plan_(plan), work_(plan) {
    if (play) {
        play_.emplace();
        for (const Function& function : *play)
            play_->insert(function.value);
    }
    for (const Entry& entry : plan.entries) {
        if (const auto* told = std::get_if<AttendanceReported>(&entry.body);
            told != nullptr && entry.conditions.empty())
            scripted_come_[{told->incident.value, told->function.value}] = entry.key;
        if (!entry.inject.empty()) given_[entry.inject] = plan.start + entry.due;
        if (const auto* person = std::get_if<PersonRegistered>(&entry.body))
            person_of_.emplace(person->name, person->person.value);
    }
}

bool Simulation::played(const Function& function, Instant moment) const {
    for (const auto& [desk, changes] : desks_)
        if (last(changes, moment, std::string()) == function.value) return true;
    if (play_) return play_->contains(function.value);
    return std::any_of(plan_.roles.begin(), plan_.roles.end(),
                       [&](const ExerciseRole& role) { return role.function == function && role.played; });
}

std::vector<ExerciseRole> Simulation::roles() const {
    std::vector<ExerciseRole> all = plan_.roles;
    if (play_)
        for (ExerciseRole& role : all)
            role.played = play_->contains(role.function.value);
    return all;
}

/// What there is to know of it, whoever says it.
void Simulation::learn(const Message& message, Instant moment) {
    const Body& body = message.body;
    proposals_.observe(message, moment);
    const auto alerted_now = [&](const IncidentId& incident, const Function& function, const AlertId& alert) {
        Alerted& last = last_alert_[{incident.value, function.value}];
        if (last.alert != alert) last = {alert, message.time};
    };
    if (const auto* team = std::get_if<TeamAlerted>(&body)) {
        alerts_[team->alert.value] = *team;
        for (const Function& function : team->functions)
            alerted_now(team->incident, function, team->alert);
    }
    if (const auto* alerted = std::get_if<PersonAlerted>(&body)) {
        alerted_now(alerted->incident, alerted->function, alerted->alert);
        called_[{alerted->alert.value, alerted->function.value}].push_back({message.time, moment});
    }
    if (const auto* given = std::get_if<InjectDelivered>(&body); given != nullptr)
        if (delivered_.insert(given->inject.value).second) given_[given->inject.value] = message.time;
}

void Simulation::observe(const Message& message, bool simulated, Instant moment) {
    const Body& body = message.body;
    learn(message, moment);
    work_.observe(message, simulated, moment);
    if (simulated) return;
    const Heard heard{message.time, moment};
    if (const auto* told = std::get_if<AttendanceReported>(&body))
        came_[{told->incident.value, told->function.value}].push_back(heard);
    if (const auto* team = std::get_if<TeamStoodDown>(&body))
        stood_down_[{team->incident.value, std::to_string(static_cast<int>(team->team))}].push_back(heard);
    if (const auto* closed = std::get_if<IncidentClosed>(&body))
        stood_down_[{closed->incident.value, ""}].push_back(heard);
    if (const auto* taken = std::get_if<MessageWithdrawn>(&body))
        withdrawn_.try_emplace({taken->message_source, taken->message.value}, moment);
    if (const auto* joined = std::get_if<DeskJoined>(&body); joined != nullptr && message.function)
        desks_[joined->desk.value].emplace_back(moment, message.function->value);
    if (const auto* left = std::get_if<DeskLeft>(&body)) desks_[left->desk.value].emplace_back(moment, "");
    // what the run began with is what it goes on with, whatever a later player is told
    if (const auto* started = std::get_if<ExerciseStarted>(&body)) {
        play_.emplace();
        for (const ExerciseRole& role : started->roles)
            if (role.played) play_->insert(role.function.value);
    }
}

/// What chance is drawn by: the plan's own entry, or how often people set the rule off so far.
std::string Simulation::stable(const std::string& rule, const std::string& entry) {
    return rule + "\n" + (entry.empty() ? "people/" + std::to_string(++times_[rule]) : entry);
}

double Simulation::norm(const AlertId& alert, const Function& function) const {
    const auto known = alerts_.find(alert.value);
    return known == alerts_.end() ? usual_norm(function.value)
                                  : static_cast<double>(known->second.norm_minutes.value);
}

std::vector<Entry> Simulation::react(const Message& message, const std::string& entry, bool simulated) {
    std::vector<Entry> out;
    const Cause cause{message, entry, message.time - plan_.start};
    if (const auto* alerted = std::get_if<PersonAlerted>(&message.body)) react_to(*alerted, cause, out);
    if (const auto* alerted = std::get_if<TeamAlerted>(&message.body)) react_to(*alerted, cause, out);
    const auto give = [&](const ActionId& action, const Function& owner) {
        // a role does not do by habit what a response of the scenario does for it
        if (!simulated && left_to_response(message, action)) return;
        std::ranges::move(work_.give(action, owner, message, stable("action/" + owner.value, entry)),
                          std::back_inserter(out));
    };
    if (const auto* opened = std::get_if<ActionOpened>(&message.body)) give(opened->action, opened->owner);
    if (const auto* assigned = std::get_if<ActionAssigned>(&message.body))
        give(assigned->action, assigned->owner);
    std::ranges::move(work_.follow(message), std::back_inserter(out));
    if (simulated) return out; // coming and doing cannot set anything off in turn; a response could
    if (const auto* told = std::get_if<AttendanceReported>(&message.body)) react_to(*told, cause, out);
    if (std::holds_alternative<PageReceived>(message.body)) react_to_page(cause, out);
    for (const Response& response : plan_.responses)
        if (answers(response, message)) respond(response, cause, out);
    if (const auto* given = std::get_if<InjectDelivered>(&message.body))
        answered_.insert(given->inject.value); // said again it is a reminder
    return out;
}

/// Confirmed, on the way, there, as far as that was not said yet: one in ten is late.
void Simulation::come(const Coming& coming, const Cause& cause, std::vector<Entry>& out) {
    using enum AttendanceState;
    const AttendanceReported& who = coming.who;
    const std::string rule = "attendance/" + who.incident.value + "/" + who.function.value;
    const Chance chance(plan_.seed, stable(rule, cause.entry));
    const bool late = chance.happens("late", 10);
    const double minutes = std::max(3.0, coming.minutes);
    const microseconds arrival = late              ? chance.between("there", minutes * 1.1, minutes * 1.5)
                                 : coming.promised ? chance.between("there", minutes * 0.95, minutes)
                                                   : chance.between("there", minutes * 0.5, minutes * 0.9);
    const double most = in_minutes(arrival);
    const microseconds confirmed =
        coming.said ? microseconds{0}
                    : chance.between("yes", std::min(2.0, most * 0.1), std::min(6.0, most * 0.3));
    const microseconds leaving =
        confirmed + chance.between("leaves", std::min(1.0, most * 0.1), std::min(8.0, most * 0.5));
    const auto say = [&](AttendanceState state, microseconds after, const char* step) {
        AttendanceReported body = who;
        body.state = state;
        if (state != aanwezig) body.eta = cause.message.time + arrival;
        Entry& entry = out.emplace_back(answer(who.function, rule + "/" + step, cause.message,
                                               cause.at + after, std::move(body), coming.kind));
        entry.simulated->about = coming.alert.value;
    };
    if (!coming.said) say(bevestigd, confirmed, "bevestigd");
    if (coming.said != onderweg) say(onderweg, leaving, "onderweg");
    say(aanwezig, arrival, "aanwezig");
}

/// One in twelve misses the first call, and of those one in four the second; the third is always heard.
void Simulation::react_to(const PersonAlerted& alerted, const Cause& cause, std::vector<Entry>& out) {
    if (scripted_come_.contains({alerted.incident.value, alerted.function.value})) return;
    if (answering_.contains({alerted.alert.value, alerted.function.value})) return;
    const std::string drawn =
        stable("call/" + alerted.incident.value + "/" + alerted.function.value, cause.entry);
    const Chance chance(plan_.seed, drawn);
    const double missed = alerted.attempt.value <= 1 ? 8 : alerted.attempt.value == 2 ? 25 : 0;
    if (chance.happens("missed", missed)) return call_again(alerted, drawn, cause, out);
    answering_.emplace(alerted.alert.value, alerted.function.value);
    come({.who = {alerted.incident, alerted.function, alerted.person, {}, {}, {}},
          .alert = alerted.alert,
          .minutes = norm(alerted.alert, alerted.function)},
         cause, out);
}

/// Who called calls again, 2 and 5 minutes after the alarm (domain.md §7), unless a person has that role:
/// then it is his to see that nobody answers.
void Simulation::call_again(const PersonAlerted& missed, const std::string& drawn, const Cause& cause,
                            std::vector<Entry>& out) const {
    if (!cause.message.function) return;
    PersonAlerted again = missed;
    again.medium = Medium::telefoon;
    again.attempt.value += 1;
    const microseconds wait = missed.attempt.value <= 1 ? minutes{2} : minutes{3};
    Entry& entry = out.emplace_back(answer(*cause.message.function, "call/" + missed.function.value,
                                           cause.message, cause.at + wait, again, Simulated::Kind::calling));
    entry.simulated->about = missed.alert.value;
    entry.simulated->drawn = drawn + "/again";
}

/// Who is alerted as a function comes too, under the name that the scenario has for it.
void Simulation::react_to(const TeamAlerted& alerted, const Cause& cause, std::vector<Entry>& out) {
    for (const Function& function : alerted.functions) {
        if (scripted_come_.contains({alerted.incident.value, function.value})) continue;
        PersonId person{std::string(simulated_person)};
        if (const auto name = plan_.names.find(function.value); name != plan_.names.end()) {
            const auto registered = person_of_.find(name->second);
            person = PersonId(registered == person_of_.end() ? name->second : registered->second);
        }
        come({.who = {alerted.incident, function, person, {}, {}, {}},
              .alert = alerted.alert,
              .kind = Simulated::Kind::unnamed,
              .minutes = norm(alerted.alert, function)},
             cause, out);
    }
}

/// Of whom others tell that he comes goes on from there, by the time that was promised or what is left of the
/// norm; as long as the scenario has more to tell of it, that is left to the scenario.
void Simulation::react_to(const AttendanceReported& told, const Cause& cause, std::vector<Entry>& out) {
    const Two who{told.incident.value, told.function.value};
    const auto scripted = scripted_come_.find(who);
    if (scripted != scripted_come_.end() && scripted->second == cause.entry) told_all_.insert(who);
    if (scripted != scripted_come_.end() && !told_all_.contains(who)) return;
    if (told.state != AttendanceState::bevestigd && told.state != AttendanceState::onderweg) return;
    Coming coming{.who = told, .alert = {}, .said = told.state, .promised = told.eta.has_value()};
    coming.who.where.reset();
    coming.who.eta.reset();
    const Instant now = cause.message.time;
    const auto alerted = last_alert_.find(who);
    if (alerted != last_alert_.end()) coming.alert = alerted->second.alert;
    const double whole = norm(coming.alert, told.function);
    const double passed = alerted == last_alert_.end() ? 0 : in_minutes(now - alerted->second.at);
    coming.minutes = told.eta ? in_minutes(*told.eta - now) : std::max(whole * 0.3, whole - passed);
    come(coming, cause, out);
}

/// A proposal stands on every screen until the OvD-Bz has looked at it.
void Simulation::react_to_page(const Cause& cause, std::vector<Entry>& out) {
    const Function role("OvD-Bz");
    const bool known = std::any_of(plan_.roles.begin(), plan_.roles.end(),
                                   [&](const ExerciseRole& one) { return one.function == role; });
    const bool told = std::any_of(plan_.responses.begin(), plan_.responses.end(), [&](const Response& one) {
        return one.from == role && answers(one, cause.message);
    });
    if (!known || told) return;
    const Chance chance(plan_.seed, stable("page", cause.entry));
    const microseconds at = std::max(cause.at, microseconds{0}) + chance.between("reads", 3, 8);
    for (auto& reply : proposals_.replies(cause.message)) {
        const std::string key = "page/" + std::to_string(static_cast<int>(reply.when));
        out.push_back(
            answer(role, key, cause.message, at, std::move(reply.body), Simulated::Kind::proposing));
        out.back().simulated->about = cause.message.id;
        out.back().simulated->when = reply.when;
    }
}

bool Simulation::answers(const Response& response, const Message& message) const {
    if (message.function == response.from) return false; // nobody answers himself
    if (response.after) {
        const auto* given = std::get_if<InjectDelivered>(&message.body);
        return given != nullptr && given->inject.value == *response.after &&
               !answered_.contains(*response.after);
    }
    if (short_type(type_of(message.body)) != response.on) return false;
    if (response.said_by && message.function != response.said_by) return false;
    boost::json::error_code ec;
    return contains(boost::json::parse(codec::encode_body(message.body), ec), response.where);
}

bool Simulation::left_to_response(const Message& message, const ActionId& action) const {
    return std::any_of(plan_.responses.begin(), plan_.responses.end(), [&](const Response& response) {
        const std::string carries = carried_on(response);
        return (carries == "{action}" || carries == action.value) && answers(response, message);
    });
}

void Simulation::respond(const Response& response, const Cause& cause, std::vector<Entry>& out) {
    const std::string rule = "response/" + response.id, drawn = stable(rule, cause.entry);
    const Chance chance(plan_.seed, drawn);
    const double luck = chance.share("mistake") * 100; // one mistake at most
    if (luck < response.silent) return;
    const bool late = luck < response.silent + response.late;
    const bool wrong = !late && luck < response.silent + response.late + response.wrong;
    const double least = in_minutes(response.least), most = in_minutes(response.most);
    const microseconds delay =
        late ? chance.between("delay", most * 1.5, most * 3) : chance.between("delay", least, most);
    boost::json::error_code ec;
    const auto cause_body = boost::json::parse(codec::encode_body(cause.message.body), ec);
    boost::json::object data = response.data;
    if (wrong)
        for (const auto& member : response.wrong_data)
            data[member.key()] = member.value();
    Data filled{filled_in(data, cause_body.as_object()), {}, {}};
    fill_identifier(response.type, filled, drawn);
    auto body = codec::decode_body(std::string(type_prefix) + response.type, filled.value);
    if (!body) return; // a member that the answer needs is not in what it answers
    out.push_back(answer(response.from, rule, cause.message,
                         cause.at + std::max<microseconds>(delay, seconds{1}), std::move(*body),
                         Simulated::Kind::response));
    out.back().conditions = response.conditions;
    out.back().simulated->drawn = drawn;
    if (late) be_late(out.back(), chance);
}

/// Too late is later than what was expected of the role left time for, counted from its inject.
void Simulation::be_late(Entry& answer, const Chance& chance) const {
    Message said;
    said.function = answer.function;
    said.body = answer.body;
    answer.simulated->late_by = chance.between("margin", 2, 10);
    for (const Expectation& expectation : plan_.expectations) {
        if (!expectation.within || expectation.by != answer.function || !fits(expectation, said)) continue;
        answer.simulated->late_for.push_back(expectation.id);
        Instant asked = plan_.start;
        if (expectation.after)
            if (const auto given = given_.find(*expectation.after); given != given_.end())
                asked = given->second;
        const microseconds deadline = asked - plan_.start + *expectation.within;
        answer.due = std::max(answer.due, deadline + answer.simulated->late_by);
    }
}

/// Whether others told something of it after its cause, up to the moment.
template <class Map, class Key>
bool Simulation::since(const Map& heard, const Key& key, const Simulated& answer, Instant moment) {
    const auto found = heard.find(key);
    return found != heard.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const Heard& one) { return one.time > answer.at && one.moment <= moment; });
}

bool Simulation::still_comes(const IncidentId& incident, const Function& function, const Simulated& answer,
                             Instant moment) const {
    const auto alert = alerts_.find(answer.about);
    const std::string team =
        alert == alerts_.end() ? "" : std::to_string(static_cast<int>(alert->second.team));
    return !since(came_, Two{incident.value, function.value}, answer, moment) &&
           !since(stood_down_, Two{incident.value, team}, answer, moment) &&
           !since(stood_down_, Two{incident.value, ""}, answer, moment);
}

bool Simulation::stands(const Entry& entry, Instant moment) const {
    const Simulated& simulated = *entry.simulated;
    using enum Simulated::Kind;
    if (entry.function && played(*entry.function, moment)) return false;
    const auto withdrawn = withdrawn_.find({simulated.source, simulated.cause});
    if (withdrawn != withdrawn_.end() && withdrawn->second <= moment) return false;
    switch (simulated.kind) {
    case unnamed: {
        const auto& told = std::get<AttendanceReported>(entry.body);
        const auto called = called_.find({simulated.about, told.function.value});
        if (called != called_.end() && called->second.front().moment <= moment) return false;
        return still_comes(told.incident, told.function, simulated, moment);
    }
    case coming: {
        const auto& told = std::get<AttendanceReported>(entry.body);
        return still_comes(told.incident, told.function, simulated, moment);
    }
    case calling: {
        const auto& call = std::get<PersonAlerted>(entry.body);
        return !since(called_, Two{simulated.about, call.function.value}, simulated, moment) &&
               still_comes(call.incident, call.function, simulated, moment);
    }
    case taking:
    case doing:
        return work_.stands(entry, moment);
    case proposing:
        return proposals_.wants(simulated.when, simulated.about, moment);
    case response:
        return true;
    }
    return true;
}

} // namespace regiekamer::player
