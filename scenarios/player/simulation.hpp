// The roles that nobody plays, answering as a team would: with delay and, by the scenario's seed, with
// mistakes. One person can so practise alone. Pure, and a function of what was said alone: a player that
// comes back after a crash finds the same answers, and the ids tell it which of them it gave.
#pragma once

#include "scenarios/player/plan.hpp"

#include <map>
#include <set>

namespace regiekamer::player {

/// A Problem when one of `play` is no role of the scenario; else an empty one.
Problem check_play(const Plan& plan, const std::optional<std::vector<Function>>& play);

/// What the simulated roles know and will say. Who is alerted comes and who gets an action does it, also when
/// a simulated role asked; beyond that it never answers what it said itself.
class Simulation {
public:
    /// `plan` must outlive this. `play`: the functions that people play; none: the roles with played = true.
    Simulation(const Plan& plan, std::optional<std::vector<Function>> play);

    /// A message of a person, a feed, the scenario; with `simulated` what was said here.
    void observe(const Message& message, bool simulated);
    /// What the roles will say to it, whoever plays them: `stands` is asked when it is due. `entry` is the
    /// key of the plan's entry that it is, empty for one of a person: the same in every run.
    std::vector<Entry> react(const Message& message, const std::string& entry, bool simulated);
    /// Whether an answer is still to be said: nobody plays the role, nobody did it first, its cause stands.
    [[nodiscard]] bool stands(const Entry& entry) const;
    /// Whether a person plays it: by `play`, by the scenario, or at a desk that said so.
    [[nodiscard]] bool played(const Function& function) const;
    /// The roles as they are played in this run, for exercise.started.
    [[nodiscard]] std::vector<ExerciseRole> roles() const;

private:
    using Two = std::pair<std::string, std::string>;
    struct Cause;
    void react_to(const PersonAlerted& alerted, const Cause& cause, std::vector<Entry>& out);
    void react_to(const TeamAlerted& alerted, const Cause& cause, std::vector<Entry>& out);
    void react_to_action(const ActionId& action, const Function& owner, const Cause& cause,
                         std::vector<Entry>& out);
    void respond(const Response& response, const Cause& cause, std::vector<Entry>& out);
    void come(const AttendanceReported& who, const AlertId& alert, bool bare, const Cause& cause,
              std::vector<Entry>& out);
    [[nodiscard]] bool answers(const Response& response, const Message& message) const;
    [[nodiscard]] bool left_to_response(const Message& message, const ActionId& action) const;
    [[nodiscard]] std::string stable(const std::string& rule, const std::string& entry);
    [[nodiscard]] double norm(const AlertId& alert, const Function& function) const;
    void note_deed(const Message& message);

    const Plan& plan_;
    std::optional<std::set<std::string>> play_;
    std::map<std::string, std::string> desks_;     ///< the function at each desk
    std::set<Two> scripted_come_;                  ///< incident and function whose coming the scenario tells
    std::set<std::string> scripted_actions_;       ///< actions that the scenario itself carries on
    std::map<std::string, std::string> person_of_; ///< by name, as registered by the scenario

    std::map<std::string, std::int64_t> times_; ///< how often people set off a rule
    std::map<std::string, TeamAlerted> alerts_;
    std::map<std::string, ActionOpened> actions_;
    std::set<Two> alerted_, answering_;      ///< alert and function
    std::map<Two, Instant> came_;            ///< incident and function: last told by others
    std::map<Two, Instant> stood_down_;      ///< incident and team; team empty: the incident was closed
    std::map<std::string, Instant> touched_; ///< actions: last carried on by others
    std::set<std::string> finished_;         ///< actions
    std::set<Two> withdrawn_;                ///< source and id
    std::set<std::string> answered_;         ///< injects
};

} // namespace regiekamer::player
