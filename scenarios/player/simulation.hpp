// The roles that nobody plays, answering as a team would: with delay and, by the scenario's seed, with
// mistakes. One person can so practise alone. Pure, and a function of what was said alone: a player that
// comes back after a crash finds the same answers, and the ids tell it which of them it gave.
#pragma once

#include "scenarios/player/work.hpp"

#include <map>
#include <set>

namespace regiekamer::player {

/// A Problem when one of `play` is no role of the scenario; else an empty one.
Problem check_play(const Plan& plan, const std::optional<std::vector<Function>>& play);

/// What the simulated roles know and will say. Who is alerted comes and who gets an action does it
/// (work.hpp), also when a simulated role asked; beyond that it never answers what it said itself.
class Simulation {
public:
    /// `plan` must outlive this. `play`: the functions that people play; none: the roles with played = true.
    Simulation(const Plan& plan, std::optional<std::vector<Function>> play);

    /// A message of a person, a feed, the scenario; with `simulated` what was said here. `moment`: where the
    /// exercise was when it came, which what people say of the time need not be.
    void observe(const Message& message, bool simulated, Instant moment);
    /// What the roles will say to it, whoever plays them: `stands` is asked when it is due. `entry` is the
    /// key of the plan's entry that it is, empty for one of a person: the same in every run.
    std::vector<Entry> react(const Message& message, const std::string& entry, bool simulated);
    /// Whether an answer is still to be said: nobody plays the role, nobody did it first, its cause stands;
    /// by what was heard up to the moment at which it is due, so that it is judged the same whenever it is.
    [[nodiscard]] bool stands(const Entry& entry, Instant moment) const;
    /// Whether a person played it at that moment: by `play`, by the scenario, or at a desk that said so.
    [[nodiscard]] bool played(const Function& function, Instant moment) const;
    /// The roles as they are played in this run, for exercise.started.
    [[nodiscard]] std::vector<ExerciseRole> roles() const;

private:
    using Two = std::pair<std::string, std::string>;
    struct Cause;
    struct Coming;
    struct Alerted {
        AlertId alert;
        Instant at;
    };
    struct Heard {
        Instant time, moment; ///< as its sayer has it; where the exercise was
    };
    using Times = std::vector<Heard>;
    template <class T>
    using Changes = std::vector<std::pair<Instant, T>>; ///< by moment
    void react_to(const PersonAlerted& alerted, const Cause& cause, std::vector<Entry>& out);
    void react_to(const TeamAlerted& alerted, const Cause& cause, std::vector<Entry>& out);
    void react_to_page(const Cause& cause, std::vector<Entry>& out);
    void respond(const Response& response, const Cause& cause, std::vector<Entry>& out);
    void react_to(const AttendanceReported& told, const Cause& cause, std::vector<Entry>& out);
    void come(const Coming& coming, const Cause& cause, std::vector<Entry>& out);
    void call_again(const PersonAlerted& missed, const std::string& drawn, const Cause& cause,
                    std::vector<Entry>& out) const;
    [[nodiscard]] bool answers(const Response& response, const Message& message) const;
    void be_late(Entry& answer, const Chance& chance) const;
    [[nodiscard]] bool left_to_response(const Message& message, const ActionId& action) const;
    [[nodiscard]] std::string stable(const std::string& rule, const std::string& entry);
    [[nodiscard]] double norm(const AlertId& alert, const Function& function) const;
    void learn(const Message& message, Instant moment);
    template <class Map, class Key>
    static bool since(const Map& heard, const Key& key, const Simulated& answer, Instant moment);
    [[nodiscard]] bool still_comes(const IncidentId& incident, const Function& function,
                                   const Simulated& answer, Instant moment) const;

    const Plan& plan_;
    std::optional<std::set<std::string>> play_;
    std::map<std::string, Changes<std::string>> desks_; ///< the function at each desk; empty: nobody
    /// Incident and function whose coming the scenario tells, with the key of the last that it tells of it.
    std::map<Two, std::string> scripted_come_;
    std::map<std::string, std::string> person_of_; ///< by name, as registered by the scenario

    Work work_;
    Proposals proposals_;
    std::map<std::string, std::int64_t> times_; ///< how often people set off a rule
    std::map<std::string, TeamAlerted> alerts_;
    std::map<Two, Alerted> last_alert_;          ///< incident and function: the last, and since when
    std::map<Two, Times> called_;                ///< alert and function: by name
    std::set<Two> answering_;                    ///< alert and function
    std::set<Two> told_all_;                     ///< of scripted_come_: the scenario has no more to tell
    std::map<Two, Times> came_;                  ///< incident and function: told by others
    std::map<Two, Times> stood_down_;            ///< incident and team; team empty: the incident was closed
    std::map<Two, Instant> withdrawn_;           ///< source and id: when
    std::map<std::string, Instant> given_;       ///< injects: when they are, or were first, delivered
    std::set<std::string> delivered_, answered_; ///< injects
};

} // namespace regiekamer::player
