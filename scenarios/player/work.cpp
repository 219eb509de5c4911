#include "scenarios/player/work.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::player {
namespace {

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

/// What it was at that moment; none: nothing was said of it yet.
template <class T>
std::optional<T> last(const std::vector<std::pair<Instant, T>>& changes, Instant moment) {
    std::optional<T> now;
    for (const auto& [at, value] : changes)
        if (at <= moment) now = value;
    return now;
}

std::string team_of(const IncidentId& incident, Team team) {
    return incident.value + "/" + std::to_string(static_cast<int>(team));
}

bool is_coming(AttendanceState state) {
    return state == AttendanceState::bevestigd || state == AttendanceState::onderweg ||
           state == AttendanceState::aanwezig;
}

} // namespace

std::string carried_on(const Response& response) {
    static constexpr std::array<std::string_view, 5> deeds{
        "action.taken_on", "action.finished", "action.blocked", "action.cancelled", "action.progressed"};
    if (std::find(deeds.begin(), deeds.end(), response.type) == deeds.end()) return {};
    const auto* action = response.data.if_contains("action");
    return action != nullptr && action->is_string() ? std::string(action->as_string()) : std::string();
}

Work::Work(const Plan& plan) : plan_(plan) {
    for (const ExerciseRole& role : plan.roles)
        roles_.insert(role.function.value);
    for (const Entry& entry : plan.entries) {
        if (std::holds_alternative<ActionProgressed>(entry.body))
            scripted_.insert(std::get<ActionProgressed>(entry.body).action.value);
        else if (const auto action = deed(entry.body);
                 action && !std::holds_alternative<ActionAssigned>(entry.body))
            scripted_.insert(action->value);
    }
    for (const Response& response : plan.responses) // what one of them carries on is told by the scenario too
        if (const std::string action = carried_on(response); !action.empty() && action.front() != '{')
            scripted_.insert(action);
}

void Work::observe(const Message& message, bool simulated, Instant moment) {
    const Body& body = message.body;
    if (const auto* opened = std::get_if<ActionOpened>(&body)) actions_[opened->action.value] = *opened;
    if (const auto* moved = std::get_if<ActionRescheduled>(&body); moved != nullptr && !simulated)
        if (const auto known = actions_.find(moved->action.value); known != actions_.end())
            known->second.due = moved->due;
    if (const auto* taken = std::get_if<ActionTakenOn>(&body))
        taken_[taken->action.value].push_back({message.time, moment});
    if (const auto* finished = std::get_if<ActionFinished>(&body))
        finished_[finished->action.value].emplace_back(moment, true);
    if (const auto* reopened = std::get_if<ActionReopened>(&body))
        finished_[reopened->action.value].emplace_back(moment, false);
    if (const auto action = deed(body); action && !simulated)
        touched_[action->value].push_back({message.time, moment});
    if (const auto* team = std::get_if<TeamAlerted>(&body))
        for (const Function& function : team->functions) {
            alerted_[team_of(team->incident, team->team)].insert(function.value);
            if (auto& changes = comes_[function.value]; changes.empty()) changes.emplace_back(moment, false);
        }
    if (const auto* called = std::get_if<PersonAlerted>(&body))
        if (auto& changes = comes_[called->function.value]; changes.empty())
            changes.emplace_back(moment, false);
    if (const auto* told = std::get_if<AttendanceReported>(&body))
        comes_[told->function.value].emplace_back(moment, is_coming(told->state));
    if (const auto* home = std::get_if<TeamStoodDown>(&body))
        for (const std::string& function : alerted_[team_of(home->incident, home->team)])
            comes_[function].emplace_back(moment, false);
}

/// Taken on within minutes and done before it is due: one in eight late, one in twenty never, one in twenty
/// not even taken on.
std::vector<Entry> Work::give(const ActionId& action, const Function& owner, const Message& cause,
                              std::string drawn) {
    std::vector<Entry> out;
    if (scripted_.contains(action.value)) return out;
    tasks_.push_back({action, owner, cause, std::move(drawn)});
    tasks_.back().cause.body = Body{}; // of it only counts who said it when
    take_on(tasks_.back(), cause.time, "", out);
    return out;
}

std::vector<Entry> Work::follow(const Message& message) const {
    std::vector<Entry> out;
    if (const auto* told = std::get_if<AttendanceReported>(&message.body);
        told != nullptr && is_coming(told->state))
        for (const Task& task : tasks_)
            if (task.owner == told->function && task.cause.time <= message.time)
                take_on(task, message.time, "/there", out);
    if (const auto* finished = std::get_if<ActionFinished>(&message.body))
        for (const Task& task : tasks_) {
            const auto known = actions_.find(task.action.value);
            if (known == actions_.end() || !known->second.depends_on) continue;
            const auto& first = *known->second.depends_on;
            if (std::find(first.begin(), first.end(), finished->action) != first.end())
                finish(task, message.time, "/after/" + finished->action.value, out);
        }
    return out;
}

void Work::take_on(const Task& task, Instant from, const std::string& when, std::vector<Entry>& out) const {
    const Chance chance(plan_.seed, task.drawn);
    if (chance.happens("overlooked", 5)) return;
    const microseconds taken = chance.between("takes", 2, 9);
    out.push_back(answer(task.owner, "action/taken" + when, task.cause, from - plan_.start + taken,
                         ActionTakenOn{task.action}, Simulated::Kind::taking));
    out.back().simulated->about = task.action.value;
    finish(task, from, when, out);
}

/// What waited for another action takes as long after that one.
void Work::finish(const Task& task, Instant from, const std::string& when, std::vector<Entry>& out) const {
    const Chance chance(plan_.seed, task.drawn);
    if (chance.happens("overlooked", 5) || chance.happens("forgotten", 5)) return;
    microseconds done = chance.between("does", 20, 60);
    const auto known = actions_.find(task.action.value);
    if (known != actions_.end() && known->second.due && *known->second.due > from) {
        const double left = in_minutes(*known->second.due - from);
        done = chance.happens("late", 12) ? chance.between("does", left + 3, left * 1.3 + 10)
                                          : chance.between("does", left * 0.4, left * 0.9);
    }
    done = std::max<microseconds>(done, chance.between("takes", 2, 9) + minutes{2});
    out.push_back(answer(task.owner, "action/finished" + when, task.cause, from - plan_.start + done,
                         ActionFinished{task.action, "Gereed gemeld (simulatie)"}, Simulated::Kind::doing));
    out.back().simulated->about = task.action.value;
}

/// Who was alerted is at work once he comes; who was not, if the exercise has him.
bool Work::at_work(const Function& function, Instant moment) const {
    const auto known = comes_.find(function.value);
    const auto comes = known == comes_.end() ? std::nullopt : last(known->second, moment);
    return comes ? *comes : roles_.contains(function.value);
}

bool Work::done(const ActionId& action, Instant moment) const {
    const auto changes = finished_.find(action.value);
    return changes != finished_.end() && last(changes->second, moment).value_or(false);
}

/// Whether who waits for others may act: all that it depends on is done.
bool Work::may_finish(const ActionId& action, Instant moment) const {
    const auto known = actions_.find(action.value);
    if (known == actions_.end()) return true;
    const auto first = known->second.depends_on.value_or(std::vector<ActionId>{});
    return std::all_of(first.begin(), first.end(),
                       [&](const ActionId& other) { return done(other, moment); });
}

/// Whether something was told of it after the cause, up to the moment.
bool Work::since(const std::map<std::string, Times>& heard, const Simulated& answer, Instant moment) {
    const auto found = heard.find(answer.about);
    return found != heard.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const Heard& one) { return one.time > answer.at && one.moment <= moment; });
}

bool Work::stands(const Entry& entry, Instant moment) const {
    const Simulated& simulated = *entry.simulated;
    const ActionId action(simulated.about);
    if (since(touched_, simulated, moment) || !at_work(*entry.function, moment)) return false;
    if (simulated.kind == Simulated::Kind::taking) return !since(taken_, simulated, moment);
    return since(taken_, simulated, moment) && !done(action, moment) && may_finish(action, moment);
}

} // namespace regiekamer::player
