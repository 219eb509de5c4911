// What simulated roles do with the actions that name them: only what a real team would. Nobody acts who is no
// part of the exercise; who was alerted begins when he comes, and stops when his team is sent home; what
// waits for another action is done after that one.
#pragma once

#include "scenarios/player/answer.hpp"

#include <map>
#include <set>

namespace regiekamer::player {

class Work {
public:
    /// `plan` must outlive this.
    explicit Work(const Plan& plan);

    /// Whatever anybody says; with `simulated` what was said here. `moment`: where the exercise was when it
    /// came.
    void observe(const Message& message, bool simulated, Instant moment);
    /// `cause` gives `owner` the action: what he will say to that. `drawn`: what chance is drawn by.
    std::vector<Entry> give(const ActionId& action, const Function& owner, const Message& cause,
                            std::string drawn);
    /// What a message that was observed makes possible: for who comes, and for who waited for another action.
    [[nodiscard]] std::vector<Entry> follow(const Message& message) const;
    /// Whether an answer of `give` or `follow` is still to be said, by what was heard up to that moment.
    [[nodiscard]] bool stands(const Entry& entry, Instant moment) const;

private:
    struct Heard {
        Instant time, moment; ///< as its sayer has it; where the exercise was
    };
    using Times = std::vector<Heard>;
    template <class T>
    using Changes = std::vector<std::pair<Instant, T>>; ///< by moment
    /// An action that was given to somebody.
    struct Task {
        ActionId action;
        Function owner;
        Message cause;
        std::string drawn;
    };
    void take_on(const Task& task, Instant from, const std::string& when, std::vector<Entry>& out) const;
    void finish(const Task& task, Instant from, const std::string& when, std::vector<Entry>& out) const;
    [[nodiscard]] bool at_work(const Function& function, Instant moment) const;
    [[nodiscard]] bool may_finish(const ActionId& action, Instant moment) const;
    [[nodiscard]] bool done(const ActionId& action, Instant moment) const;
    [[nodiscard]] static bool since(const std::map<std::string, Times>& heard, const Simulated& answer,
                                    Instant moment);

    const Plan& plan_;
    std::set<std::string> roles_, scripted_; ///< functions; actions that the scenario itself carries on
    std::vector<Task> tasks_;
    std::map<std::string, ActionOpened> actions_;
    std::map<std::string, Times> touched_, taken_;  ///< actions: carried on by others; taken on by anybody
    std::map<std::string, Changes<bool>> finished_; ///< actions
    /// Functions: alerted (false), comes or is there (true), left (false).
    std::map<std::string, Changes<bool>> comes_;
    std::map<std::string, std::set<std::string>> alerted_; ///< an incident's team: functions
};

/// The action that a response carries on, as it is written: perhaps "{action}", of what it answers.
std::string carried_on(const Response& response);

} // namespace regiekamer::player
