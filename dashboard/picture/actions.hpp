// Acties: what must be done, by whom, by when; and what is late, for whom it is, what it waits for.
#pragma once

#include "dashboard/picture/chunks.hpp"
#include "dashboard/picture/known.hpp"
#include "dashboard/picture/table.hpp"
#include "messaging/vocabulary/action.hpp"

#include <map>
#include <set>

namespace regiekamer::picture {

struct Picture;

/// "Te laat" is derived: see late().
enum class ActionState { open, opgepakt, geblokkeerd, gereed, vervallen };

/// One line of an action's own history.
struct ActionStep {
    enum class Kind {
        opened,
        assigned,
        taken_on,
        progressed,
        blocked,
        finished,
        reopened,
        cancelled,
        rescheduled
    };
    Kind kind{};
    std::string text; ///< note or reason; of assigned the new owner
    std::optional<Function> function;
    std::optional<PersonId> person; ///< who did it
    std::optional<Instant> due;     ///< the new one, when rescheduled
    Instant time;
    Sequence sequence{};
    bool operator==(const ActionStep&) const = default;
};

struct Action {
    ActionId id;
    Known<ActionOpened> opened; ///< not said: only spoken of, never opened; such a one is on no list
    Known<Function> owner;
    Known<std::optional<PersonId>> person;
    Known<std::optional<Instant>> due;
    Known<ActionState> state;
    std::string reason;             ///< why geblokkeerd or vervallen
    Chunks<ActionStep, 16> history; ///< in order of sequence
    bool operator==(const Action&) const = default;
};

/// Finished and cancelled actions of one owner, so that counting does not walk the whole past.
struct ActionsPast {
    std::size_t done{}, cancelled{};
    bool operator==(const ActionsPast&) const = default;
};

struct Actions {
    Table<ActionId, Action> actions;
    std::set<ActionId> unfinished;        ///< opened, and not gereed or vervallen
    std::map<Function, ActionsPast> past; ///< by owner
    std::set<ActionId> public_norms;      ///< those that stand for a norm for the public
    /// Which ever named it in depends_on: a change of one looks at these, and not at all that stand open.
    std::map<ActionId, std::set<ActionId>> named_by;
    bool operator==(const Actions&) const = default;
};

/// nullptr: never spoken of.
const Action* find_action(const Picture& picture, const ActionId& action);

/// Open, opgepakt or geblokkeerd.
bool unfinished(const Action& action);
/// Unfinished, and its due time is over.
bool late(const Action& action, Instant now);
/// How late; below zero: time left. None without due time, and once it is over.
std::optional<microseconds> late_by(const Action& action, Instant now);

/// What it waits for: unfinished actions in depends_on. One that nobody opened holds nothing up.
std::vector<ActionId> waits_for(const Picture& picture, const Action& action);
/// Actions that wait for this one.
std::vector<ActionId> held_up_by(const Picture& picture, const ActionId& action);

/// Unfinished ones by due time, those without last, ties by age.
std::vector<const Action*> unfinished_actions(const Picture& picture, Instant now);
/// Of those, the function's own: first due first.
std::vector<const Action*> mine(const Picture& picture, const Function& function, Instant now);
/// Of those, everybody else's: late first, then first due first.
std::vector<const Action*> others(const Picture& picture, const Function& function, Instant now);
/// Everything of an incident or an evenement, finished too, by age.
std::vector<const Action*> actions_of(const Picture& picture, const IncidentId& incident);
std::vector<const Action*> actions_of(const Picture& picture, const PublicEventId& event);
/// Those that came from a decision.
std::vector<const Action*> actions_of(const Picture& picture, const DecisionId& decision);

/// Counts close: all = unfinished + done + cancelled; unfinished = open + taken_on + blocked; late is part of
/// unfinished, waiting too.
struct ActionTally {
    std::size_t all{}, unfinished{}, open{}, taken_on{}, blocked{}, late{}, waiting{}, done{}, cancelled{};
    bool operator==(const ActionTally&) const = default;
};
ActionTally tally_mine(const Picture& picture, const Function& function, Instant now);
ActionTally tally_others(const Picture& picture, const Function& function, Instant now);
ActionTally tally_all(const Picture& picture, Instant now);

} // namespace regiekamer::picture
