// What was measured, beside the picture at the end; and as a table.
#include "dashboard/report/exercise_report.hpp"

#include "dashboard/picture/history.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

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
    for (const auto& recorded : messages) {
        const auto& message = recorded.message;
        if (message.source.starts_with("scenario/") || !is_initiative(message.body)) continue;
        const bool about = std::any_of(
            scenario.expectations.begin(), scenario.expectations.end(),
            [&](const player::Expectation& expectation) { return player::fits(expectation, message); });
        if (!about) found.push_back(recorded.sequence);
    }
    return found;
}

std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.find_first_of(";\"") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string instant_text(const std::optional<Instant>& at) {
    return at ? to_text(*at) : std::string();
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

ExerciseReport exercise_report(Origin origin, std::vector<Recorded> messages,
                               const player::Scenario* scenario) {
    ExerciseReport report;
    report.origin = std::move(origin);
    report.messages = std::move(messages);
    auto history = history_of(report.messages);
    report.picture = history.current();
    report.until = report.picture.moment;
    report.from = report.messages.empty() ? report.until : report.messages.front().recorded;
    for (const auto& message : report.messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body)) {
            report.title = started->title;
            report.from = started->start;
        }
    report.workload = workload(history, report.from, report.until, workload_samples);
    if (scenario == nullptr) return report;
    report.unasked = unasked(report.messages, *scenario);
    measure::Measuring measuring(*scenario);
    for (const auto& message : report.messages)
        measuring.observe(message);
    // A run that was not ended goes on: what is not due yet is open, not missed.
    const bool ended = picture::exercise_phase(report.picture) == picture::ExercisePhase::ended;
    auto results = measuring.results(report.until, player::Evidence::everything, ended);
    report.expectations = std::move(results.expectations);
    report.aims = std::move(results.aims);
    return report;
}

std::string as_csv(const ExerciseReport& report) {
    std::string out = "\xEF\xBB\xBF"
                      "expectation;text;by;aim;asked;met;reaction_seconds;score;verdict;reason\r\n";
    for (const auto& one : report.expectations) {
        const auto& expectation = *one.expectation;
        const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
        out += fmt::format(
            "{};{};{};{};{};{};{};{};{};{}\r\n", cell(expectation.id), cell(expectation.text),
            cell(expectation.by ? expectation.by->value : std::string()), cell(expectation.aim.value_or("")),
            instant_text(one.outcome.asked), instant_text(done),
            one.reaction ? std::to_string(std::chrono::duration_cast<seconds>(*one.reaction).count())
                         : std::string(),
            label(one.score), one.judged ? boost::describe::enum_to_string(one.judged->verdict, "") : "",
            cell(one.judged ? one.judged->reason : std::string()));
    }
    return out;
}

} // namespace regiekamer::report
