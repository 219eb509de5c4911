// A scenario as what will be said, in order: the same list for every run, at every rate.
#pragma once

#include "scenarios/player/proposals.hpp"
#include "scenarios/player/scenario.hpp"

#include <map>

namespace regiekamer::player {

/// What an answer of a simulated role hangs on.
struct Simulated {
    enum class Kind { coming, unnamed, calling, taking, doing, proposing, response };
    Kind kind{};
    std::string cause, source; ///< of the message that it answers
    Instant at;                ///< its time
    std::string about;         ///< an alert, an action, a page
    std::string drawn;         ///< what chance is drawn by when it is answered in turn: the same in every run
    std::vector<std::string> late_for; ///< the expectations that it shall come too late for, by so much
    microseconds late_by{};
    Proposals::Case when{}; ///< of a reply to a page
};

/// One message that is due at a moment.
struct Entry {
    microseconds due{};               ///< from the start; before the start: said at once
    std::string key;                  ///< "inject/12", "message/3", "series/Dordrecht/waterstand/-1200"
    std::optional<Function> function; ///< who says it; none for a gauge
    std::optional<PersonId> person;
    std::optional<std::string> subject;
    Body body; ///< `run`, where it has one, is empty
    std::vector<Condition> conditions;
    std::string inject;    ///< nr, if it is one
    tables::Place place{}; ///< in the file; none of an answer
    std::optional<Simulated> simulated = std::nullopt;
};

struct Plan {
    std::string name, digest; ///< of the scenario
    Instant start;
    std::vector<Entry> entries; ///< by due, then messages, forecasts, series, injects, as in the file
    std::size_t started = 0;    ///< index of exercise.started: after all before the start
    microseconds end{};         ///< the last due
    std::vector<Expectation> expectations;
    std::vector<Response> responses;
    std::vector<ExerciseRole> roles;
    std::map<std::string, std::string> names; ///< who fills a function, where the scenario says so
    std::int64_t seed = 1;
};

Plan plan(const Scenario& scenario);

/// `subject` names what a body is about, never the run.
std::optional<std::string> subject_of(const Body& body);

/// `scenario/<name>/<run>`
std::string source_of(const Plan& plan, const std::string& run);

/// The message of an entry in a run, at its moment. Only `source`, `id` and `run` depend on the run.
Message message_of(const Plan& plan, const Entry& entry, const std::string& run, microseconds due);

} // namespace regiekamer::player
