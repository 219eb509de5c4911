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

namespace {

/// Numbers that are chance to the players, and the same in every run of the same seed.
class Chance {
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
    entry.simulated = Simulated{kind, cause.id, cause.source, cause.time, {}, {}};
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
        if (const auto* told = std::get_if<AttendanceReported>(&entry.body))
            scripted_come_.emplace(told->incident.value, told->function.value);
        if (std::holds_alternative<ActionProgressed>(entry.body))
            scripted_actions_.insert(std::get<ActionProgressed>(entry.body).action.value);
        else if (const auto action = deed(entry.body);
                 action && !std::holds_alternative<ActionAssigned>(entry.body))
            scripted_actions_.insert(action->value);
        if (const auto* person = std::get_if<PersonRegistered>(&entry.body))
            person_of_.emplace(person->name, person->person.value);
    }
    for (const Response& response : plan.responses) // what one of them carries on is told by the scenario too
        if (const std::string action = carried_on(response); !action.empty() && action.front() != '{')
            scripted_actions_.insert(action);
}

bool Simulation::played(const Function& function) const {
    for (const auto& [desk, at] : desks_)
        if (at == function.value) return true;
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

void Simulation::note_deed(const Message& message) {
    if (const auto action = deed(message.body)) {
        Instant& last = touched_[action->value];
        last = std::max(last, message.time);
    }
}

void Simulation::observe(const Message& message, bool simulated) {
    const Body& body = message.body;
    if (const auto* finished = std::get_if<ActionFinished>(&body)) finished_.insert(finished->action.value);
    if (const auto* reopened = std::get_if<ActionReopened>(&body)) finished_.erase(reopened->action.value);
    if (const auto* alerted = std::get_if<TeamAlerted>(&body)) alerts_[alerted->alert.value] = *alerted;
    if (const auto* alerted = std::get_if<PersonAlerted>(&body))
        alerted_.emplace(alerted->alert.value, alerted->function.value);
    if (const auto* opened = std::get_if<ActionOpened>(&body)) actions_[opened->action.value] = *opened;
    if (simulated) return;
    note_deed(message);
    const auto latest = [&](Instant& last) { last = std::max(last, message.time); };
    if (const auto* told = std::get_if<AttendanceReported>(&body))
        latest(came_[{told->incident.value, told->function.value}]);
    if (const auto* team = std::get_if<TeamStoodDown>(&body))
        latest(stood_down_[{team->incident.value, std::to_string(static_cast<int>(team->team))}]);
    if (const auto* closed = std::get_if<IncidentClosed>(&body))
        latest(stood_down_[{closed->incident.value, ""}]);
    if (const auto* moved = std::get_if<ActionRescheduled>(&body))
        if (const auto known = actions_.find(moved->action.value); known != actions_.end())
            known->second.due = moved->due;
    if (const auto* taken = std::get_if<MessageWithdrawn>(&body))
        withdrawn_.emplace(taken->message_source, taken->message.value);
    if (const auto* joined = std::get_if<DeskJoined>(&body); joined != nullptr && message.function)
        desks_[joined->desk.value] = message.function->value;
    if (const auto* left = std::get_if<DeskLeft>(&body)) desks_.erase(left->desk.value);
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
    for (const Response& response : plan_.responses)
        if (answers(response, message)) respond(response, cause, out);
    if (const auto* given = std::get_if<InjectDelivered>(&message.body))
        answered_.insert(given->inject.value); // said again it is a reminder
    return out;
}

/// Confirmed, on the way, there: one in ten is late. `bare`: only if nobody was alerted by name.
void Simulation::come(const AttendanceReported& who, const AlertId& alert, bool bare, const Cause& cause,
                      std::vector<Entry>& out) {
    const std::string rule = "attendance/" + who.incident.value + "/" + who.function.value;
    const Chance chance(plan_.seed, stable(rule, cause.entry));
    const double norm_minutes = std::max(3.0, norm(alert, who.function));
    const bool late = chance.happens("late", 10);
    const microseconds arrival = late ? chance.between("there", norm_minutes * 1.1, norm_minutes * 1.5)
                                      : chance.between("there", norm_minutes * 0.5, norm_minutes * 0.9);
    const double most = in_minutes(arrival);
    const microseconds confirmed =
        chance.between("yes", std::min(2.0, most * 0.1), std::min(6.0, most * 0.3));
    const microseconds leaving =
        confirmed + chance.between("leaves", std::min(1.0, most * 0.1), std::min(8.0, most * 0.5));
    const auto say = [&](AttendanceState state, microseconds after, const char* step) {
        AttendanceReported body = who;
        body.state = state;
        if (state != AttendanceState::aanwezig) body.eta = cause.message.time + arrival;
        Entry& entry = out.emplace_back(answer(who.function, rule + "/" + step, cause.message,
                                               cause.at + after, std::move(body),
                                               bare ? Simulated::Kind::unnamed : Simulated::Kind::coming));
        entry.simulated->about = alert.value;
    };
    say(AttendanceState::bevestigd, confirmed, "bevestigd");
    say(AttendanceState::onderweg, leaving, "onderweg");
    say(AttendanceState::aanwezig, arrival, "aanwezig");
}

/// One in twelve misses the first call; the second is always heard.
void Simulation::react_to(const PersonAlerted& alerted, const Cause& cause, std::vector<Entry>& out) {
    if (scripted_come_.contains({alerted.incident.value, alerted.function.value})) return;
    if (answering_.contains({alerted.alert.value, alerted.function.value})) return;
    const std::string rule = "call/" + alerted.incident.value + "/" + alerted.function.value;
    const Chance chance(plan_.seed, stable(rule, cause.entry));
    if (alerted.attempt.value <= 1 && chance.happens("missed", 8)) return;
    answering_.emplace(alerted.alert.value, alerted.function.value);
    come({alerted.incident, alerted.function, alerted.person, {}, {}, {}}, alerted.alert, false, cause, out);
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
        come({alerted.incident, function, person, {}, {}, {}}, alerted.alert, true, cause, out);
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
}

bool Simulation::stands(const Entry& entry) const {
    const Simulated& simulated = *entry.simulated;
    if (entry.function && played(*entry.function)) return false;
    if (withdrawn_.contains({simulated.source, simulated.cause})) return false;
    const auto since = [&](const auto& map, const auto& key) {
        const auto found = map.find(key);
        return found != map.end() && found->second > simulated.at;
    };
    if (const auto* coming = std::get_if<AttendanceReported>(&entry.body);
        coming != nullptr && simulated.kind != Simulated::Kind::response) {
        const auto alert = alerts_.find(simulated.about);
        const std::string team =
            alert == alerts_.end() ? "" : std::to_string(static_cast<int>(alert->second.team));
        const std::string& incident = coming->incident.value;
        if (simulated.kind == Simulated::Kind::unnamed &&
            alerted_.contains({simulated.about, coming->function.value}))
            return false;
        return !since(came_, Two{incident, coming->function.value}) &&
               !since(stood_down_, Two{incident, team}) && !since(stood_down_, Two{incident, ""});
    }
    if (simulated.kind == Simulated::Kind::taking || simulated.kind == Simulated::Kind::doing) {
        if (since(touched_, simulated.about)) return false;
        const auto known = actions_.find(simulated.about);
        if (simulated.kind == Simulated::Kind::taking || known == actions_.end()) return true;
        const auto first = known->second.depends_on.value_or(std::vector<ActionId>{});
        return std::all_of(first.begin(), first.end(),
                           [&](const ActionId& other) { return finished_.contains(other.value); });
    }
    return true;
}

} // namespace regiekamer::player
