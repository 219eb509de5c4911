// Delays are those of domain.md §2: a norm counts from alerting, and most people are there before it.
#include "scenarios/player/simulation.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/expectation.hpp"
#include "scenarios/player/identity.hpp"

#include <algorithm>
#include <array>

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

/// Numbers that are chance to the players, and the same in every run of the same seed.
class Simulation::Chance {
public:
    Chance(std::int64_t seed, std::string rule) : rule_(std::to_string(seed) + "\n" + std::move(rule)) {}
    /// From 0 up to 1.
    [[nodiscard]] double share(std::string_view of) const {
        const std::string hex = digest_hex(rule_ + "\n" + std::string(of)).substr(0, 8);
        return static_cast<double>(std::stoul(hex, nullptr, 16)) / 4294967296.0;
    }
    [[nodiscard]] bool happens(std::string_view what, double percent) const {
        return share(what) * 100 < percent;
    }
    /// In whole seconds: nobody answers to the microsecond.
    [[nodiscard]] microseconds between(std::string_view of, double from_minutes, double to_minutes) const {
        const double minutes = from_minutes + (to_minutes - from_minutes) * share(of);
        return seconds{static_cast<std::int64_t>(minutes * 60)};
    }

private:
    std::string rule_;
};

namespace {

double in_minutes(microseconds span) {
    return static_cast<double>(span.count()) / 60e6;
}

/// Without an alert of a team that names it.
double usual_norm(const std::string& function) {
    if (function.starts_with("OvD") || function.find("CoPI") != std::string::npos ||
        function == "taakcommandant brandweer" || function == "informatiemanager")
        return 30;
    if (function == "ROL" || function == "AC-Bz") return 45;
    if (function.starts_with("HTO") || function.starts_with("teamleider")) return 90;
    return 60;
}

/// The action that a message carries on, if it is one.
std::optional<ActionId> deed(const Body& body) {
    return std::visit(
        [](const auto& value) -> std::optional<ActionId> {
            using T = std::decay_t<decltype(value)>;
            constexpr bool carries_on =
                std::is_same_v<T, ActionTakenOn> || std::is_same_v<T, ActionFinished> ||
                std::is_same_v<T, ActionBlocked> || std::is_same_v<T, ActionCancelled> ||
                std::is_same_v<T, ActionReopened> || std::is_same_v<T, ActionAssigned>;
            if constexpr (carries_on) return value.action;
            return std::nullopt;
        },
        body);
}

/// The action that a response carries on, as it is written: perhaps "{action}", of what it answers.
std::string carried_on(const Response& response) {
    static constexpr std::array<std::string_view, 5> deeds{
        "action.taken_on", "action.finished", "action.blocked", "action.cancelled", "action.progressed"};
    if (std::find(deeds.begin(), deeds.end(), response.type) == deeds.end()) return {};
    const auto* action = response.data.if_contains("action");
    return action != nullptr && action->is_string() ? std::string(action->as_string()) : std::string();
}

/// What it was at that moment.
template <class T>
T last(const std::vector<std::pair<Instant, T>>& changes, Instant moment, T before) {
    for (const auto& [at, value] : changes)
        if (at <= moment) before = value;
    return before;
}

/// An answer of a role so long after its cause.
Entry answer(const Function& role, const std::string& key, const Message& cause, microseconds due, Body body,
             Simulated::Kind kind) {
    Entry entry;
    entry.due = due;
    entry.key = "simulated/" + key + "/" + cause.source + "/" + cause.id;
    entry.function = role;
    entry.person = PersonId(std::string(simulated_person));
    entry.subject = subject_of(body);
    entry.body = std::move(body);
    entry.simulated = Simulated{kind, cause.id, cause.source, cause.time, {}, {}, {}, {}, {}};
    return entry;
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

Simulation::Simulation(const Plan& plan, std::optional<std::vector<Function>> play) : plan_(plan) {
    if (play) {
        play_.emplace();
        for (const Function& function : *play)
            play_->insert(function.value);
    }
    for (const Entry& entry : plan.entries) {
        if (const auto* told = std::get_if<AttendanceReported>(&entry.body);
            told != nullptr && entry.conditions.empty())
            scripted_come_[{told->incident.value, told->function.value}] = entry.key;
        if (std::holds_alternative<ActionProgressed>(entry.body))
            scripted_actions_.insert(std::get<ActionProgressed>(entry.body).action.value);
        else if (const auto action = deed(entry.body);
                 action && !std::holds_alternative<ActionAssigned>(entry.body))
            scripted_actions_.insert(action->value);
        if (!entry.inject.empty()) given_[entry.inject] = plan.start + entry.due;
        if (const auto* person = std::get_if<PersonRegistered>(&entry.body))
            person_of_.emplace(person->name, person->person.value);
    }
    for (const Response& response : plan.responses) // what one of them carries on is told by the scenario too
        if (const std::string action = carried_on(response); !action.empty() && action.front() != '{')
            scripted_actions_.insert(action);
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
    if (const auto* finished = std::get_if<ActionFinished>(&body))
        finished_[finished->action.value].emplace_back(moment, true);
    if (const auto* reopened = std::get_if<ActionReopened>(&body))
        finished_[reopened->action.value].emplace_back(moment, false);
    if (const auto* team = std::get_if<TeamAlerted>(&body)) {
        alerts_[team->alert.value] = *team;
        for (const Function& function : team->functions)
            alerted_now(team->incident, function, team->alert);
    }
    if (const auto* alerted = std::get_if<PersonAlerted>(&body)) {
        alerted_now(alerted->incident, alerted->function, alerted->alert);
        called_[{alerted->alert.value, alerted->function.value}].push_back({message.time, moment});
    }
    if (const auto* opened = std::get_if<ActionOpened>(&body)) actions_[opened->action.value] = *opened;
    if (const auto* given = std::get_if<InjectDelivered>(&body); given != nullptr)
        if (delivered_.insert(given->inject.value).second) given_[given->inject.value] = message.time;
}

void Simulation::observe(const Message& message, bool simulated, Instant moment) {
    const Body& body = message.body;
    learn(message, moment);
    if (simulated) return;
    const Heard heard{message.time, moment};
    if (const auto action = deed(body)) touched_[action->value].push_back(heard);
    if (const auto* told = std::get_if<AttendanceReported>(&body))
        came_[{told->incident.value, told->function.value}].push_back(heard);
    if (const auto* team = std::get_if<TeamStoodDown>(&body))
        stood_down_[{team->incident.value, std::to_string(static_cast<int>(team->team))}].push_back(heard);
    if (const auto* closed = std::get_if<IncidentClosed>(&body))
        stood_down_[{closed->incident.value, ""}].push_back(heard);
    if (const auto* moved = std::get_if<ActionRescheduled>(&body))
        if (const auto known = actions_.find(moved->action.value); known != actions_.end())
            known->second.due = moved->due;
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
    // a role does not do by habit what a response of the scenario does for it
    const auto free = [&](const ActionId& action) { return simulated || !left_to_response(message, action); };
    if (const auto* opened = std::get_if<ActionOpened>(&message.body);
        opened != nullptr && free(opened->action))
        react_to_action(opened->action, opened->owner, cause, out);
    if (const auto* assigned = std::get_if<ActionAssigned>(&message.body);
        assigned != nullptr && free(assigned->action))
        react_to_action(assigned->action, assigned->owner, cause, out);
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

/// Taken on within minutes and done before it is due: one in eight late, one in twenty never, one in twenty
/// not even taken on.
void Simulation::react_to_action(const ActionId& action, const Function& owner, const Cause& cause,
                                 std::vector<Entry>& out) {
    if (scripted_actions_.contains(action.value)) return;
    const std::string rule = "action/" + owner.value;
    const Chance chance(plan_.seed, stable(rule, cause.entry));
    if (chance.happens("overlooked", 5)) return;
    const microseconds taken = chance.between("takes", 2, 9);
    out.push_back(answer(owner, "action/taken", cause.message, cause.at + taken, ActionTakenOn{action},
                         Simulated::Kind::taking));
    out.back().simulated->about = action.value;
    if (chance.happens("forgotten", 5)) return;
    microseconds done = chance.between("does", 20, 60);
    const auto known = actions_.find(action.value);
    if (known != actions_.end() && known->second.due && *known->second.due > cause.message.time) {
        const double left = in_minutes(*known->second.due - cause.message.time);
        done = chance.happens("late", 12) ? chance.between("does", left + 3, left * 1.3 + 10)
                                          : chance.between("does", left * 0.4, left * 0.9);
    }
    done = std::max(done, taken + minutes{2});
    out.push_back(answer(owner, "action/finished", cause.message, cause.at + done,
                         ActionFinished{action, "Gereed gemeld (simulatie)"}, Simulated::Kind::doing));
    out.back().simulated->about = action.value;
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

/// Whether who waits for others may act: all that it depends on is done.
bool Simulation::may_act(const ActionId& action, Instant moment) const {
    const auto known = actions_.find(action.value);
    if (known == actions_.end()) return true;
    const auto first = known->second.depends_on.value_or(std::vector<ActionId>{});
    return std::all_of(first.begin(), first.end(), [&](const ActionId& other) {
        const auto changes = finished_.find(other.value);
        return changes != finished_.end() && last(changes->second, moment, false);
    });
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
        return !since(touched_, simulated.about, simulated, moment);
    case doing:
        return !since(touched_, simulated.about, simulated, moment) &&
               may_act(ActionId(simulated.about), moment);
    case proposing:
        return proposals_.wants(simulated.when, simulated.about, moment);
    case response:
        return true;
    }
    return true;
}

} // namespace regiekamer::player
