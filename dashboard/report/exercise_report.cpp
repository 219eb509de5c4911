// What was measured, beside the picture at the end.
#include "dashboard/report/exercise_report.hpp"

#include "scenarios/measure/named.hpp"

#include "dashboard/picture/history.hpp"
#include "dashboard/report/one_incident.hpp"

#include <algorithm>

namespace regiekamer::report {
namespace {

constexpr std::size_t workload_samples = 49;

picture::History history_of(const std::vector<Recorded>& messages) {
    picture::History history([&](Sequence after, std::size_t limit) {
        const auto from = std::min<std::size_t>(after, messages.size());
        const auto until = std::min(messages.size(), from + limit);
        return std::vector<Recorded>(messages.begin() + static_cast<std::ptrdiff_t>(from),
                                     messages.begin() + static_cast<std::ptrdiff_t>(until));
    });
    for (const auto& message : messages)
        history.append(message);
    return history;
}

/// What a player did of their own accord: a decision, a GRIP level, an action, a note, a text.
bool is_initiative(const Body& body) {
    return std::holds_alternative<DecisionTaken>(body) || std::holds_alternative<GripDecided>(body) ||
           std::holds_alternative<ActionOpened>(body) || std::holds_alternative<NoteWritten>(body) ||
           std::holds_alternative<SituationWritten>(body) || std::holds_alternative<TeamAlerted>(body);
}

std::vector<Sequence> unasked(const std::vector<Recorded>& messages, const player::Scenario& scenario) {
    std::vector<Sequence> found;
    player::Players players;
    for (const auto& recorded : messages) {
        const auto& message = recorded.message;
        players.observe(message);
        if (!players.says(message) || !is_initiative(message.body)) continue;
        const bool about = std::any_of(
            scenario.expectations.begin(), scenario.expectations.end(),
            [&](const player::Expectation& expectation) { return player::fits(expectation, message); });
        if (!about) found.push_back(recorded.sequence);
    }
    return found;
}

} // namespace

std::string_view label(Score score) {
    switch (score) {
    case Score::met:
        return "gehaald";
    case Score::late:
        return "te laat";
    case Score::open:
        return "open";
    case Score::missed:
        return "gemist";
    case Score::not_asked:
        return "niet aan de orde";
    }
    return {};
}

std::string_view label(const Measured& one) {
    return one.cut_off ? "niet meer te zien" : label(one.score);
}

words::JournalLine line_of(const ExerciseReport& report, const Recorded& message) {
    return words::journal_line(
        report.picture, report.scenario == nullptr ? message : measure::named(message, *report.scenario));
}

bool was_played(const ExerciseReport& report, const Function& function) {
    const auto& roles = report.picture.exercise->started.value.roles;
    const auto role = std::find_if(roles.begin(), roles.end(),
                                   [&](const ExerciseRole& one) { return one.function == function; });
    return role == roles.end() || role->played ||
           std::any_of(report.messages.begin(), report.messages.end(), [&](const Recorded& one) {
               return std::holds_alternative<DeskJoined>(one.message.body) &&
                      one.message.function == function;
           });
}

namespace {

/// The totals are of the players: what a simulated or empty role should have done is scored apart.
void score_apart(ExerciseReport& report) {
    for (const auto& one : report.expectations) {
        const auto& all = one.takes_part;
        if (!all.empty() && std::none_of(all.begin(), all.end(), [&](const Function& function) {
                return was_played(report, function);
            }))
            report.apart.insert(one.expectation->id);
    }
    for (auto& score : report.aims) {
        static_cast<measure::Counts&>(score) = {};
        for (const auto& one : report.expectations)
            if (one.expectation->aim == score.aim->id && !report.apart.contains(one.expectation->id))
                score.add(one.score);
    }
}

/// The one that is told; none: there is none.
std::optional<IncidentId> choose_incident(ExerciseReport& report, const picture::Log& log,
                                          const std::optional<IncidentId>& incident) {
    auto all = incidents_of(report.messages);
    if (all.empty()) return std::nullopt;
    auto chosen =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.incident == incident; });
    if (chosen == all.end()) chosen = std::prev(all.end());
    tell_one(report, log, *chosen);
    auto told = chosen->incident;
    all.erase(chosen);
    report.others = std::move(all);
    return told;
}

/// A team that went home is out of the picture, and not out of the report: it is looked at just before.
std::vector<picture::FunctionAttendance> attendance_in(const ExerciseReport& report,
                                                       picture::History& history) {
    std::vector<picture::FunctionAttendance> all;
    const auto add = [&](const picture::Picture& picture, const IncidentId& incident, Instant now) {
        for (auto& one : picture::attendance(picture, incident, now)) {
            const auto known = std::find_if(all.begin(), all.end(), [&](const auto& other) {
                return other.incident == one.incident && other.function == one.function &&
                       other.alerted == one.alerted;
            });
            if (known != all.end())
                *known = std::move(one);
            else
                all.push_back(std::move(one));
        }
    };
    for (const auto& message : report.messages)
        if (const auto* home = std::get_if<TeamStoodDown>(&message.message.body);
            home && message.sequence > 1)
            if (const auto before = history.at(Sequence{message.sequence - 1}))
                add(*before, home->incident, message.message.time);
    for (const auto& [id, incident] : report.picture.incidents->incidents)
        add(report.picture, id, report.until);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.alerted < b.alerted; });
    return all;
}

/// Until when there was work: what is said of an incident after it was closed is none.
Instant worked_until(const ExerciseReport& report) {
    if (report.origin.mode == Mode::exercise) return report.until;
    Instant closed;
    for (const auto& message : report.messages) {
        if (std::holds_alternative<IncidentClosed>(message.message.body)) closed = message.message.time;
        if (std::holds_alternative<IncidentOpened>(message.message.body)) closed = Instant(); // again
    }
    return closed > report.from ? closed : report.until;
}

} // namespace

ExerciseReport exercise_report(Origin origin, std::vector<Recorded> messages,
                               const player::Scenario* scenario, const std::optional<IncidentId>& incident) {
    ExerciseReport report;
    report.origin = std::move(origin);
    report.scenario = scenario;
    const auto all = std::move(messages); // the history reads them again
    report.messages = all;
    auto history = history_of(all);
    report.picture = history.current();
    report.until = report.picture.moment;
    report.from = report.messages.empty() ? report.until : report.messages.front().recorded;
    for (const auto& message : report.messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body)) {
            report.title = started->title;
            report.from = started->start;
        }
    const auto told = report.origin.mode == Mode::actual ? choose_incident(report, history.log(), incident)
                                                         : std::optional<IncidentId>();
    report.workload = workload(history, report.from, worked_until(report), workload_samples, told);
    report.attendance = attendance_in(report, history);
    static const player::Scenario nothing;
    if (scenario != nullptr) report.unasked = unasked(report.messages, *scenario);
    measure::Measuring measuring(scenario != nullptr ? *scenario : nothing);
    for (const auto& message : report.messages)
        measuring.observe(message);
    // A run that was not ended goes on: what is not due yet is open, not missed.
    const bool ended = picture::exercise_phase(report.picture) == picture::ExercisePhase::ended;
    auto results = measuring.results(report.until, player::Evidence::everything, ended);
    report.expectations = std::move(results.expectations);
    report.aims = std::move(results.aims);
    report.functions = std::move(results.functions);
    report.injects = std::move(results.injects);
    score_apart(report);
    return report;
}

} // namespace regiekamer::report
