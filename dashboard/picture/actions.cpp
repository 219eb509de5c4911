// Actions: their folds with a history of each, and who must do what first.
#include "dashboard/picture/actions.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/due_times.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/public_norms.hpp"

#include <algorithm>
#include <tuple>

namespace regiekamer::picture {
namespace {

bool over(const Action& action) {
    return action.state.value == ActionState::gereed || action.state.value == ActionState::vervallen;
}

/// Where an action stands in the indexes: nowhere before it was opened, then among the unfinished, then with
/// what its owner has done or cancelled.
struct Place {
    enum class Index { nowhere, unfinished, done, cancelled } index = Index::nowhere;
    Function owner; ///< of what is over
    bool operator==(const Place&) const = default;
};

Place place_of(const Action& action) {
    if (!action.opened.said()) return {};
    if (!over(action)) return {Place::Index::unfinished, {}};
    const bool done = action.state.value == ActionState::gereed;
    return {done ? Place::Index::done : Place::Index::cancelled, action.owner.value};
}

/// Takes an action out of an index, or puts it in; `by` is -1 or +1.
void count(Actions& actions, const ActionId& id, const Place& place, int by) {
    if (place.index == Place::Index::nowhere) return;
    if (place.index == Place::Index::unfinished) {
        if (by > 0)
            actions.unfinished.insert(id);
        else
            actions.unfinished.erase(id);
        return;
    }
    ActionsPast& past = actions.past[place.owner];
    auto& number = place.index == Place::Index::done ? past.done : past.cancelled;
    by > 0 ? ++number : --number;
    if (past == ActionsPast{}) actions.past.erase(place.owner);
}

/// Changes one action, notes the step in its history, and keeps the indexes right.
template <class Change>
void change(Picture& picture, const Recorded& fact, const ActionId& id, ActionStep::Kind kind,
            std::string text, Change&& how) {
    Actions& actions = picture.actions.edit();
    Action& action = actions.actions.edit(id);
    action.id = id;
    const Place before = place_of(action);
    ActionStep step{kind,         std::move(text),   fact.message.function, fact.message.person,
                    std::nullopt, fact.message.time, fact.sequence};
    how(action, step);
    action.history.push_back(std::move(step));
    if (const Place after = place_of(action); after != before) {
        count(actions, id, before, -1);
        count(actions, id, after, +1);
    }
}

/// A finished or cancelled action stays so until it is reopened. Who took it on, finished or reopened it
/// first did so: a repeat changes nothing, unless it was given to another since.
void enter(Action& action, const Recorded& fact, ActionState state, std::string reason = {}) {
    if (over(action) && (state == ActionState::opgepakt || state == ActionState::geblokkeerd)) return;
    const bool repeated = action.state.said() && action.state.value == state && action.reason == reason &&
                          action.state.sequence > action.owner.sequence;
    if (repeated) return;
    action.state = {state, fact};
    action.reason = std::move(reason);
}

bool by_due(const Action* a, const Action* b) {
    const Instant due_a = a->due.value.value_or(Instant::max());
    const Instant due_b = b->due.value.value_or(Instant::max());
    return std::tie(due_a, a->opened.sequence, a->id) < std::tie(due_b, b->opened.sequence, b->id);
}

bool by_age(const Action* a, const Action* b) {
    return std::tie(a->opened.sequence, a->id) < std::tie(b->opened.sequence, b->id);
}

template <class Wanted>
std::vector<const Action*> all_where(const Picture& picture, Wanted&& wanted) {
    std::vector<const Action*> found;
    for (const auto& [id, action] : picture.actions->actions)
        if (action.opened.said() && wanted(action)) found.push_back(&action);
    std::sort(found.begin(), found.end(), by_age);
    return found;
}

template <class Wanted>
std::vector<const Action*> unfinished_where(const Picture& picture, Wanted&& wanted) {
    std::vector<const Action*> found;
    for (const ActionId& id : picture.actions->unfinished) {
        const Action* action = picture.actions->actions.find(id);
        if (wanted(*action)) found.push_back(action);
    }
    std::sort(found.begin(), found.end(), by_due);
    return found;
}

template <class Whose>
ActionTally tally(const Picture& picture, Instant now, Whose&& whose) {
    ActionTally sum;
    for (const Action* action :
         unfinished_where(picture, [&](const Action& one) { return whose(one.owner.value); })) {
        ++sum.unfinished;
        sum.open += action->state.value == ActionState::open;
        sum.taken_on += action->state.value == ActionState::opgepakt;
        sum.blocked += action->state.value == ActionState::geblokkeerd;
        sum.late += late(*action, now);
        sum.waiting += !waits_for(picture, *action).empty();
    }
    for (const auto& [owner, past] : picture.actions->past) {
        if (!whose(owner)) continue;
        sum.done += past.done;
        sum.cancelled += past.cancelled;
    }
    sum.all = sum.unfinished + sum.done + sum.cancelled;
    return sum;
}

/// Whether nobody ever said when it is due: then its rule says so.
bool follows_its_rule(const Action& action) {
    if (!action.opened.said() || action.opened.value.due || !action.opened.value.due_rule) return false;
    bool moved = false;
    action.history.visit(0, action.history.size(), [&](const ActionStep& step) {
        moved = moved || step.kind == ActionStep::Kind::rescheduled;
    });
    return !moved;
}

void reckon_due(Picture& picture, const Recorded& fact, const ActionId& id) {
    const Action& action = *picture.actions->actions.find(id);
    if (!follows_its_rule(action)) return;
    const auto due = due_by_rule(picture, action);
    if (due == action.due.value) return;
    picture.actions.edit().actions.edit(id).due = {due, fact};
}

/// The unfinished ones for which this holds.
template <class Wanted>
void reckon_where(Picture& picture, const Recorded& fact, Wanted&& wanted) {
    std::vector<ActionId> some;
    for (const ActionId& id : picture.actions->unfinished)
        if (wanted(picture.actions->actions.find(id)->opened.value)) some.push_back(id);
    for (const ActionId& id : some)
        reckon_due(picture, fact, id);
}

} // namespace

void reckon_dues(Picture& picture, const Recorded& fact, const ActionId& changed) {
    const auto named = picture.actions->named_by.find(changed);
    if (named == picture.actions->named_by.end()) return;
    std::vector<ActionId> some;
    for (const ActionId& id : named->second) { // opened again, it may name others now
        if (!picture.actions->unfinished.contains(id)) continue;
        const auto& opened = picture.actions->actions.find(id)->opened.value;
        if (opened.due_rule && opened.depends_on &&
            std::find(opened.depends_on->begin(), opened.depends_on->end(), changed) !=
                opened.depends_on->end())
            some.push_back(id);
    }
    for (const ActionId& id : some)
        reckon_due(picture, fact, id);
}

void reckon_dues(Picture& picture, const Recorded& fact, const IncidentId& incident) {
    reckon_where(picture, fact, [&](const ActionOpened& opened) {
        return opened.incident == incident && opened.due_rule && opened.due_rule->starts_with('G');
    });
}

void apply(Picture& picture, const Recorded& fact, const ActionOpened& body) {
    change(picture, fact, body.action, ActionStep::Kind::opened, body.note.value_or(""),
           [&](Action& action, ActionStep& step) {
               action.opened = {body, fact};
               action.owner = {body.owner, fact};
               action.person = {std::nullopt, fact};
               action.due = {body.due, fact};
               step.due = body.due;
               if (!action.state.said()) action.state = {ActionState::open, fact};
           });
    if (body.depends_on)
        for (const ActionId& other : *body.depends_on)
            picture.actions.edit().named_by[other].insert(body.action);
    auto& norms = picture.actions.edit().public_norms;
    if (norm_asked(body))
        norms.insert(body.action);
    else
        norms.erase(body.action);
    reckon_due(picture, fact, body.action);
    reckon_dues(picture, fact, body.action);
}

void apply(Picture& picture, const Recorded& fact, const ActionAssigned& body) {
    change(picture, fact, body.action, ActionStep::Kind::assigned, body.owner.value,
           [&](Action& action, ActionStep&) {
               action.owner = {body.owner, fact};
               action.person = {body.person, fact};
           });
}

void apply(Picture& picture, const Recorded& fact, const ActionTakenOn& body) {
    change(picture, fact, body.action, ActionStep::Kind::taken_on, {},
           [&](Action& action, ActionStep&) { enter(action, fact, ActionState::opgepakt); });
}

void apply(Picture& picture, const Recorded& fact, const ActionProgressed& body) {
    change(picture, fact, body.action, ActionStep::Kind::progressed, body.note, [](Action&, ActionStep&) {});
}

void apply(Picture& picture, const Recorded& fact, const ActionBlocked& body) {
    change(picture, fact, body.action, ActionStep::Kind::blocked, body.reason,
           [&](Action& action, ActionStep&) { enter(action, fact, ActionState::geblokkeerd, body.reason); });
}

void apply(Picture& picture, const Recorded& fact, const ActionFinished& body) {
    change(picture, fact, body.action, ActionStep::Kind::finished, body.note.value_or(""),
           [&](Action& action, ActionStep&) { enter(action, fact, ActionState::gereed); });
    reckon_dues(picture, fact, body.action);
}

void apply(Picture& picture, const Recorded& fact, const ActionReopened& body) {
    change(picture, fact, body.action, ActionStep::Kind::reopened, body.reason,
           [&](Action& action, ActionStep&) { enter(action, fact, ActionState::open); });
    reckon_due(picture, fact, body.action);
    reckon_dues(picture, fact, body.action);
}

void apply(Picture& picture, const Recorded& fact, const ActionCancelled& body) {
    change(picture, fact, body.action, ActionStep::Kind::cancelled, body.reason,
           [&](Action& action, ActionStep&) { enter(action, fact, ActionState::vervallen, body.reason); });
    reckon_dues(picture, fact, body.action);
}

void apply(Picture& picture, const Recorded& fact, const ActionRescheduled& body) {
    change(picture, fact, body.action, ActionStep::Kind::rescheduled, body.reason,
           [&](Action& action, ActionStep& step) {
               action.due = {body.due, fact};
               step.due = body.due;
           });
}

const Action* find_action(const Picture& picture, const ActionId& action) {
    return picture.actions->actions.find(action);
}

bool unfinished(const Action& action) {
    return action.opened.said() && !over(action);
}

bool late(const Action& action, Instant now) {
    return unfinished(action) && action.due.value && *action.due.value < now;
}

std::optional<microseconds> late_by(const Action& action, Instant now) {
    if (!action.due.value || !unfinished(action)) return std::nullopt;
    return now - *action.due.value;
}

std::vector<ActionId> waits_for(const Picture& picture, const Action& action) {
    std::vector<ActionId> waiting;
    for (const ActionId& id : action.opened.value.depends_on.value_or(std::vector<ActionId>{}))
        if (id != action.id && picture.actions->unfinished.contains(id)) waiting.push_back(id);
    return waiting;
}

std::vector<ActionId> held_up_by(const Picture& picture, const ActionId& action) {
    std::vector<ActionId> held;
    for (const Action* other : unfinished_where(picture, [](const Action&) { return true; })) {
        const auto waiting = waits_for(picture, *other);
        if (std::find(waiting.begin(), waiting.end(), action) != waiting.end()) held.push_back(other->id);
    }
    return held;
}

std::vector<const Action*> unfinished_actions(const Picture& picture, Instant) {
    return unfinished_where(picture, [](const Action&) { return true; });
}

std::vector<const Action*> mine(const Picture& picture, const Function& function, Instant) {
    return unfinished_where(picture, [&](const Action& action) { return action.owner.value == function; });
}

std::vector<const Action*> others(const Picture& picture, const Function& function, Instant) {
    return unfinished_where(picture, [&](const Action& action) { return action.owner.value != function; });
}

std::vector<const Action*> actions_of(const Picture& picture, const IncidentId& incident) {
    return all_where(picture, [&](const Action& action) { return action.opened.value.incident == incident; });
}

std::vector<const Action*> actions_of(const Picture& picture, const PublicEventId& event) {
    return all_where(picture, [&](const Action& action) { return action.opened.value.event == event; });
}

std::vector<const Action*> actions_of(const Picture& picture, const DecisionId& decision) {
    return all_where(picture, [&](const Action& action) { return action.opened.value.decision == decision; });
}

ActionTally tally_mine(const Picture& picture, const Function& function, Instant now) {
    return tally(picture, now, [&](const Function& owner) { return owner == function; });
}

ActionTally tally_others(const Picture& picture, const Function& function, Instant now) {
    return tally(picture, now, [&](const Function& owner) { return owner != function; });
}

ActionTally tally_all(const Picture& picture, Instant now) {
    return tally(picture, now, [](const Function&) { return true; });
}

} // namespace regiekamer::picture
