#include "dashboard/report/work_tables.hpp"

#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>
#include <set>

namespace regiekamer::report {
namespace {

using picture::Action;
using picture::ActionState;
using picture::ActionStep;
using picture::Meeting;
using picture::MeetingState;

/// What the report tells of, in the order in which it was said first.
template <class Said, class Id>
std::vector<Id> first_said(const ExerciseReport& report, Id Said::*id) {
    std::vector<Id> all;
    std::set<Id> known;
    for (const auto& message : report.messages)
        if (const auto* said = std::get_if<Said>(&message.message.body))
            if (known.insert(said->*id).second) all.push_back(said->*id);
    return all;
}

/// When it was done, for the last time.
std::optional<Instant> done_at(const Action& action) {
    std::optional<Instant> at;
    for (std::size_t i = 0; i < action.history.size(); ++i)
        if (action.history[i].kind == ActionStep::Kind::finished) at = action.history[i].time;
    return action.state.value == ActionState::gereed ? at : std::nullopt;
}

std::string outcome(const ExerciseReport& report, const Action& action) {
    const std::string late = picture::late(action, report.until) ? ", te laat" : "";
    const std::string why = action.reason.empty() ? "" : ": " + action.reason;
    switch (action.state.value) {
    case ActionState::open:
        return "open" + late;
    case ActionState::opgepakt:
        return "opgepakt" + late;
    case ActionState::geblokkeerd:
        return "geblokkeerd" + late + why;
    case ActionState::gereed: {
        const auto done = done_at(action);
        return done && action.due.value && *done > *action.due.value ? "gereed, te laat" : "gereed";
    }
    case ActionState::vervallen:
        return "vervallen" + why;
    }
    return {};
}

std::string outcome(const Meeting& meeting, Instant until) {
    switch (picture::state_of(meeting)) {
    case MeetingState::planned:
        return meeting.planned.value.at < until ? "niet begonnen" : "gepland";
    case MeetingState::running:
        return "bezig";
    case MeetingState::ended:
        return "gehouden";
    case MeetingState::cancelled:
        return "afgelast" + (meeting.cancelled->value.empty() ? "" : ": " + meeting.cancelled->value);
    }
    return {};
}

} // namespace

Table meetings_table(const ExerciseReport& report, For reader) {
    Table table{"overleggen",
                "Overleggen",
                "Er was geen overleg.",
                {"overleg", "gepland", "begonnen", "geëindigd", "plaats", "uitkomst"},
                {}};
    for (const auto& id : first_said(report, &MeetingPlanned::meeting)) {
        const Meeting* meeting = report.picture.meetings->meetings.find(id);
        if (meeting == nullptr || !meeting->planned.said()) continue; // it was withdrawn
        const auto clock = picture::clock_of(id, *meeting, report.until);
        table.rows.push_back({words::meeting(report.picture, id), at(clock.at, reader),
                              at(clock.started, reader), at(clock.ended, reader), clock.place,
                              outcome(*meeting, report.until)});
    }
    return table;
}

Table actions_table(const ExerciseReport& report, For reader) {
    Table table{"acties",
                "Acties",
                "Er was geen actie.",
                {"actie", "eigenaar", "wie", "geopend", "uiterlijk", "gereed", "uitkomst"},
                {}};
    for (const auto& id : first_said(report, &ActionOpened::action)) {
        const auto* action = picture::find_action(report.picture, id);
        if (action == nullptr || !action->opened.said()) continue; // it was withdrawn
        const auto& person = action->person.value;
        table.rows.push_back({action->opened.value.title, action->owner.value.value,
                              person ? words::person(report.picture, *person) : std::string(),
                              at(action->opened.time, reader), at(action->due.value, reader),
                              at(done_at(*action), reader), outcome(report, *action)});
    }
    return table;
}

} // namespace regiekamer::report
