// Measuring: the evidence of the journal against the expectations of the scenario.
#include "dashboard/report/exercise_report.hpp"

#include "dashboard/picture/history.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::report {
namespace {

/// The last picture, with what was withdrawn left out.
picture::Picture folded(const std::vector<Recorded>& messages) {
    picture::History history([&](Sequence after, std::size_t limit) {
        const auto from = std::min<std::size_t>(after, messages.size());
        const auto until = std::min(messages.size(), from + limit);
        return std::vector<Recorded>(messages.begin() + static_cast<std::ptrdiff_t>(from),
                                     messages.begin() + static_cast<std::ptrdiff_t>(until));
    });
    for (const auto& message : messages)
        history.append(message);
    return history.current();
}

Score score_of(const player::Outcome& outcome) {
    if (outcome.met) return Score::met;
    if (outcome.late) return Score::late;
    return outcome.asked ? Score::missed : Score::not_asked;
}

Measured measured(const player::Evidence& evidence, const player::Expectation& expectation,
                  const std::vector<Recorded>& messages) {
    Measured one{&expectation, evidence.outcome(expectation.id), {}, {}, {}};
    one.score = score_of(one.outcome);
    const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
    if (done && one.outcome.asked) one.reaction = *done - *one.outcome.asked;
    for (const auto& message : messages)
        if (const auto* judged = std::get_if<ExpectationJudged>(&message.message.body);
            judged != nullptr && judged->expectation.value == expectation.id)
            one.judged = *judged;
    return one;
}

AimScore score_of(const player::Aim& aim, const std::vector<Measured>& all) {
    AimScore score{&aim, 0, 0, 0, 0};
    for (const auto& one : all) {
        if (one.expectation->aim != aim.id) continue;
        score.met += one.score == Score::met;
        score.late += one.score == Score::late;
        score.missed += one.score == Score::missed;
        score.not_asked += one.score == Score::not_asked;
    }
    return score;
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
    report.picture = folded(report.messages);
    report.until = report.picture.moment;
    report.from = report.messages.empty() ? report.until : report.messages.front().recorded;
    for (const auto& message : report.messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body)) {
            report.title = started->title;
            report.from = started->start;
        }
    if (scenario == nullptr) return report;
    player::Evidence evidence(scenario->expectations, scenario->start);
    for (const auto& message : report.messages)
        evidence.observe(message.message);
    for (const auto& expectation : scenario->expectations)
        report.expectations.push_back(measured(evidence, expectation, report.messages));
    for (const auto& aim : scenario->aims)
        report.aims.push_back(score_of(aim, report.expectations));
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
