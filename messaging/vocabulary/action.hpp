// Acties: what someone must do, by when. Without incident and event it is the roster's or the desk's own.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

struct ActionOpened {
    static constexpr std::string_view type = "action.opened";
    static constexpr Choice choice{"incident", "event", false};
    ActionId action;
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event;
    std::string title;
    std::optional<std::string> process;
    Function owner;
    std::optional<Instant> due;
    std::optional<std::string> due_rule; ///< the rule that `due` was reckoned from, such as "P-6u"
    std::optional<std::vector<ActionId>> depends_on;
    std::optional<DecisionId> decision;
    std::optional<std::string> card; ///< line of a taakkaart, such as "1.4"
    std::optional<std::string> note;
    static constexpr std::string_view schema_rule = R"({"properties":{"title":{"pattern":"[^ ]"}}})";
    bool operator==(const ActionOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionOpened, (),
                      (action, incident, event, title, process, owner, due, due_rule, depends_on, decision,
                       card, note))

inline std::optional<Problem> broken_rule(const ActionOpened& body) {
    if (body.title.find_first_not_of(' ') != std::string::npos) return std::nullopt;
    return Problem{"/title", body.title.empty() ? "empty text" : "nothing but spaces",
                   "text that says what is to be done"};
}

struct ActionAssigned {
    static constexpr std::string_view type = "action.assigned";
    ActionId action;
    Function owner;
    std::optional<PersonId> person;
    bool operator==(const ActionAssigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionAssigned, (), (action, owner, person))

/// Opgepakt; lifts blocked.
struct ActionTakenOn {
    static constexpr std::string_view type = "action.taken_on";
    ActionId action;
    bool operator==(const ActionTakenOn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionTakenOn, (), (action))

struct ActionProgressed {
    static constexpr std::string_view type = "action.progressed";
    ActionId action;
    std::string note;
    bool operator==(const ActionProgressed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionProgressed, (), (action, note))

struct ActionBlocked {
    static constexpr std::string_view type = "action.blocked";
    ActionId action;
    std::string reason;
    bool operator==(const ActionBlocked&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionBlocked, (), (action, reason))

struct ActionFinished {
    static constexpr std::string_view type = "action.finished";
    ActionId action;
    std::optional<std::string> note;
    bool operator==(const ActionFinished&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionFinished, (), (action, note))

struct ActionReopened {
    static constexpr std::string_view type = "action.reopened";
    ActionId action;
    std::string reason;
    bool operator==(const ActionReopened&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionReopened, (), (action, reason))

struct ActionCancelled {
    static constexpr std::string_view type = "action.cancelled";
    ActionId action;
    std::string reason;
    bool operator==(const ActionCancelled&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionCancelled, (), (action, reason))

struct ActionRescheduled {
    static constexpr std::string_view type = "action.rescheduled";
    ActionId action;
    Instant due;
    std::string reason;
    bool operator==(const ActionRescheduled&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActionRescheduled, (), (action, due, reason))

} // namespace regiekamer
