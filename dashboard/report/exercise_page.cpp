// The page: what was measured, in tables and three small drawings. A template holds the form, this file fills
// it.
#include "dashboard/report/exercise_report.hpp"

#include "dashboard/report/exercise_template.hpp"
#include "dashboard/report/tables.hpp"
#include "dashboard/report/work_tables.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <kainjow/mustache.hpp>

namespace regiekamer::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;

/// Whose reaction it is; of one made of others all of theirs.
std::string who(const Measured& one) {
    std::string words;
    for (const auto& function : one.takes_part)
        words += (words.empty() ? "" : ", ") + function.value;
    return words;
}

constexpr double drawing_width = 1000; ///< of the timeline, in its own units

std::string minutes_words(const std::optional<microseconds>& span) {
    return span ? words::minutes_of(*span) : std::string();
}
std::string clock_words(const std::optional<Instant>& at) {
    return at ? words::date_clock(*at) : std::string();
}

/// Where an instant stands on the timeline.
double across(const ExerciseReport& report, Instant at) {
    const auto whole = std::max<double>(1, static_cast<double>((report.until - report.from).count()));
    return std::clamp(static_cast<double>((at - report.from).count()) / whole, 0.0, 1.0) * drawing_width;
}

data expectation_row(const Measured& one) {
    const auto& expectation = *one.expectation;
    data row;
    row.set("id", expectation.id);
    row.set("text", expectation.text.empty() ? expectation.type : expectation.text);
    row.set("by", who(one));
    if (expectation.aim) row.set("aim", *expectation.aim); // an empty text would count as one
    if (expectation.after) row.set("after", *expectation.after);
    row.set("within", minutes_words(expectation.within));
    row.set("asked", clock_words(one.outcome.asked));
    row.set("done", clock_words(one.outcome.met ? one.outcome.met : one.outcome.late));
    if (one.reaction) row.set("reaction", minutes_words(one.reaction));
    row.set("score", std::string(label(one)));
    const bool undecided = one.score == Score::not_asked || one.score == Score::open;
    row.set("mark", one.score == Score::met ? "✓" : undecided ? "–" : "✗");
    if (one.judged)
        row.set("judged", fmt::format("{}: {}", boost::describe::enum_to_string(one.judged->verdict, ""),
                                      one.judged->reason));
    return row;
}

list expectation_rows(const ExerciseReport& report) {
    list rows;
    for (const auto& one : report.expectations)
        rows.push_back(expectation_row(one));
    return rows;
}

/// Of an aim nothing may be expected, or only of roles that nobody played.
std::string aim_words(const ExerciseReport& report, const AimScore& score) {
    if (score.asked() + score.not_asked > 0)
        return fmt::format("{} van {} gehaald, {} te laat, {} gemist", score.met,
                           score.met + score.late + score.missed, score.late, score.missed);
    const bool expected =
        std::any_of(report.expectations.begin(), report.expectations.end(),
                    [&](const Measured& one) { return one.expectation->aim == score.aim->id; });
    return expected ? "niemand speelde deze rollen" : "geen verwachting bij dit doel";
}

list aim_rows(const ExerciseReport& report) {
    list rows;
    for (const auto& score : report.aims) {
        const auto asked = score.met + score.late + score.missed;
        data row;
        row.set("id", score.aim->id);
        row.set("text", score.aim->text);
        row.set("score", aim_words(report, score));
        row.set("width", fmt::format("{:.0f}", asked == 0 ? 0.0
                                                          : 100.0 * static_cast<double>(score.met) /
                                                                static_cast<double>(asked)));
        rows.push_back(row);
    }
    return rows;
}

/// A bar for each reaction, the longest first, beside the time that it might take.
list reaction_bars(const ExerciseReport& report) {
    std::vector<const Measured*> done;
    for (const auto& one : report.expectations)
        if (one.reaction) done.push_back(&one);
    std::stable_sort(done.begin(), done.end(),
                     [](const auto* a, const auto* b) { return *a->reaction > *b->reaction; });
    double longest = 1;
    for (const auto* one : done)
        longest =
            std::max({longest, static_cast<double>(one->reaction->count()),
                      one->expectation->within ? static_cast<double>(one->expectation->within->count()) : 0});
    list bars;
    for (const auto* one : done) {
        data bar;
        bar.set("what", one->expectation->text.empty() ? one->expectation->id : one->expectation->text);
        bar.set("by", who(*one));
        bar.set("words", minutes_words(one->reaction));
        bar.set("width", fmt::format("{:.1f}", 100 * static_cast<double>(one->reaction->count()) / longest));
        if (one->expectation->within)
            bar.set("limit",
                    fmt::format("{:.1f}",
                                100 * static_cast<double>(one->expectation->within->count()) / longest));
        bar.set("late", one->score == Score::late);
        bars.push_back(bar);
    }
    return bars;
}

/// GRIP as steps of a height, and a tick for each inject.
void draw_timeline(const ExerciseReport& report, data& page) {
    list steps, ticks;
    for (const auto& [id, incident] : report.picture.incidents->incidents)
        for (const auto& segment : picture::grip_segments(incident, report.until)) {
            if (segment.level == GripLevel(0)) continue;
            const double x = across(report, segment.from);
            const double wide = across(report, segment.until.value_or(report.until)) - x;
            const int high = 12 * static_cast<int>(segment.level.value);
            data step;
            step.set("x", fmt::format("{:.1f}", x));
            step.set("w", fmt::format("{:.1f}", wide));
            step.set("y", std::to_string(70 - high));
            step.set("h", std::to_string(high));
            step.set("ty", std::to_string(70 - high - 4));
            const bool at_end = x > drawing_width - 60;
            step.set("tx", fmt::format("{:.1f}", at_end ? x - 3 : x + 3));
            step.set("anchor", at_end ? "end" : "start");
            const bool room = wide > 50; // else its words stand in those of the next
            step.set("words", fmt::format("{}{}", room ? "GRIP " : "", segment.level.value));
            steps.push_back(step);
        }
    for (const auto& message : report.messages)
        if (std::holds_alternative<InjectDelivered>(message.message.body)) {
            data tick;
            tick.set("x", fmt::format("{:.1f}", across(report, message.message.time)));
            ticks.push_back(tick);
        }
    page.set("steps", data(steps));
    page.set("ticks", data(ticks));
    page.set("left", words::date_clock(report.from));
    page.set("right", words::date_clock(report.until));
}

/// Who took part as a table; on whose behalf only the draaiboek spoke, often most of them, in a sentence.
void set_roles(const ExerciseReport& report, data& page) {
    Table roles = roles_table(report);
    std::string told;
    std::erase_if(roles.rows, [&](const auto& row) {
        if (row.at(1) != "draaiboek") return false;
        told += (told.empty() ? "" : ", ") + row.at(0);
        return true;
    });
    page.set("roles", as_html(roles));
    if (!told.empty()) page.set("told", told);
}

/// One small drawing a function: what stood open, and on top of it what was not read.
list workload_rows(const ExerciseReport& report) {
    constexpr std::size_t rows_most = 10;
    constexpr double bar_width = 6, full_height = 36;
    const auto& functions = report.workload.functions;
    std::size_t most = 1;
    for (const auto& one : functions)
        for (const auto& load : one.loads)
            most = std::max(most, load.both());
    list rows;
    for (const auto& one : functions) {
        if (rows.size() == rows_most) break;
        list bars;
        const auto* busiest = &one.loads.front();
        for (const auto& load : one.loads) {
            if (load.both() > busiest->both()) busiest = &load;
            const double x = bar_width * static_cast<double>(&load - one.loads.data());
            const double open =
                full_height * static_cast<double>(load.open_actions) / static_cast<double>(most);
            const double unread = full_height * static_cast<double>(load.unread) / static_cast<double>(most);
            data bar;
            bar.set("x", fmt::format("{:.0f}", x));
            bar.set("oy", fmt::format("{:.1f}", full_height - open));
            bar.set("oh", fmt::format("{:.1f}", open));
            bar.set("uy", fmt::format("{:.1f}", full_height - open - unread));
            bar.set("uh", fmt::format("{:.1f}", unread));
            bars.push_back(bar);
        }
        data row;
        row.set("function", one.function.value);
        row.set("bars", data(bars));
        row.set("most", report.origin.mode == Mode::actual
                            ? fmt::format("{} open", busiest->open_actions)
                            : fmt::format("{} open, {} ongelezen", busiest->open_actions, busiest->unread));
        row.set("when",
                words::date_clock(report.workload.at[static_cast<std::size_t>(busiest - one.loads.data())]));
        rows.push_back(row);
    }
    return rows;
}

/// The course of GRIP that the scenario expects, beside what was decided.
list grip_rows(const ExerciseReport& report) {
    list rows;
    for (const auto& one : report.expectations) {
        const auto* level = one.expectation->where.if_contains("level");
        if (one.expectation->type != player::short_type(GripDecided::type) || level == nullptr) continue;
        const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
        data row;
        row.set("level", "GRIP " + boost::json::serialize(*level));
        row.set("by", who(one));
        row.set("deadline", clock_words(one.deadline));
        row.set("done", clock_words(done));
        if (done && one.deadline)
            row.set("difference", words::minutes_of(std::chrono::abs(*done - *one.deadline)) +
                                      (*done <= *one.deadline ? " eerder dan moest" : " te laat"));
        else
            row.set("difference", std::string(label(one)));
        rows.push_back(row);
    }
    return rows;
}

data row_of(const ExerciseReport& report, const Recorded& message) {
    const auto line = report::line_of(report, message);
    data row;
    row.set("sequence", std::to_string(message.sequence));
    row.set("at", words::date_clock(message.message.time));
    row.set("who", line.who);
    row.set("text", line.text);
    return row;
}

template <class Wanted>
list lines_where(const ExerciseReport& report, Wanted&& wanted) {
    list rows;
    for (const auto& message : report.messages)
        if (wanted(message)) rows.push_back(row_of(report, message));
    return rows;
}

/// At the moment that was seen, which may be before it was written down; with its aim, its mark and who saw
/// it.
list observation_rows(const ExerciseReport& report) {
    list rows;
    for (const auto& message : report.messages) {
        const auto* noted = std::get_if<ObservationNoted>(&message.message.body);
        if (noted == nullptr) continue;
        data row;
        row.set("at", words::date_clock(noted->at));
        std::string who = message.message.function ? message.message.function->value : message.sender;
        if (message.message.person) who += " " + words::person(report.picture, *message.message.person);
        row.set("who", who);
        row.set("aim", noted->aim ? "doel " + *noted->aim : std::string("geen doel"));
        row.set("mark", noted->mark.value_or(""));
        row.set("text", noted->text);
        rows.push_back(row);
    }
    return rows;
}

/// When all of it was of roles that nobody played, there was nothing that anybody could have met.
std::string tally_of_nobody(const ExerciseReport& report) {
    const auto done =
        std::count_if(report.expectations.begin(), report.expectations.end(), [](const Measured& one) {
            return one.score == Score::met || one.score == Score::late;
        });
    const auto all = report.expectations.size();
    return fmt::format(
        "{} verwachting{}. Niemand speelde de rollen waar {} over {}, dus geen speler kon er een "
        "halen; gesimuleerde rollen en het draaiboek deden er {}",
        all, all == 1 ? "" : "en", all == 1 ? "die" : "ze", all == 1 ? "gaat" : "gaan", done);
}

std::string tally(const ExerciseReport& report) {
    if (report.apart.size() == report.expectations.size()) return tally_of_nobody(report);
    std::size_t met = 0, late = 0, missed = 0, open = 0, cut_off = 0;
    for (const auto& one : report.expectations) {
        if (report.apart.contains(one.expectation->id)) continue;
        met += one.score == Score::met;
        late += one.score == Score::late;
        missed += one.score == Score::missed;
        open += one.score == Score::open;
        cut_off += one.cut_off;
    }
    const auto asked = report.expectations.size() - report.apart.size();
    return fmt::format(
        "{} verwachtingen: {} gehaald, {} te laat, {} gemist, {}{} niet aan de orde{}", asked, met, late,
        missed,
        open == 0 ? std::string()
                  : fmt::format("{} {}, ", open, cut_off > 0 ? "niet meer te zien" : "nog open"),
        asked - met - late - missed - open,
        report.apart.empty() ? std::string()
                             : fmt::format(". Apart, van rollen die gesimuleerd of niet bezet waren: {}",
                                           report.apart.size()));
}

/// Whether a real incident is over: what is told of one that is not, is not all.
void tell_end(const picture::Incident& incident, data& page) {
    page.set("open", !incident.closed.has_value());
    if (incident.closed)
        page.set("closed", words::date_clock(incident.closed->time) +
                               (incident.closed->value.empty() ? "" : ": " + incident.closed->value));
}

void summarise(const ExerciseReport& report, const player::Scenario* scenario, data& page) {
    const bool exercise = report.origin.mode == Mode::exercise;
    const auto& incidents = report.picture.incidents->incidents;
    const auto first = incidents.begin();
    page.set("kind", exercise ? "Verslag van een oefening" : "Verslag van een incident");
    page.set("title", !report.title.empty()      ? report.title
                      : first != incidents.end() ? first->second.title.value
                                                 : std::string("Zonder titel"));
    if (scenario != nullptr) page.set("summary", scenario->summary);
    // With the year: the page goes into a file.
    page.set("period", words::date(report.from) + " " + words::clock(report.from) + " – " +
                           words::date(report.until) + " " + words::clock(report.until));
    page.set("lasted", words::minutes_of(report.until - report.from));
    page.set("messages", std::to_string(report.messages.size()));
    if (!report.expectations.empty()) page.set("tally", tally(report));
    if (!report.others.empty()) {
        std::string others;
        for (const auto& one : report.others)
            others += fmt::format("{}{} ({})", others.empty() ? "" : ", ", one.incident.value, one.title);
        page.set("others", others);
    }
    if (!exercise && first != incidents.end()) tell_end(first->second, page);
    page.set("twice", std::any_of(report.messages.begin(), report.messages.end(), [](const Recorded& one) {
                 return !words::double_hour(one.message.time).empty();
             }));
    page.set("exercise", exercise);
    page.set("journal", report.origin.journal);
    page.set("file", report.origin.file);
    page.set("head", fmt::format("{}:{}", report.origin.head, report.origin.hash));
}

} // namespace

namespace {

/// A word that is longer than any function or process may break, else one address makes a column of its own
/// width; all others stay whole. A command is copied as it stands.
std::string with_breaks(std::string_view html) {
    constexpr std::size_t word_most = 24;
    constexpr std::string_view command = "<code>", its_end = "</code>";
    std::string out;
    std::size_t letters = 0;
    bool tag = false, entity = false;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char c = html[i];
        if (const auto rest = html.substr(i); rest.starts_with(command)) {
            const auto whole = rest.substr(0, rest.find(its_end));
            out += whole;
            i += whole.size() - 1;
            continue;
        }
        tag = tag || c == '<';
        const bool part = (static_cast<unsigned char>(c) & 0xC0U) == 0x80; // of a letter
        if (tag || c == ' ' || c == '\n')
            letters = 0;
        else if (!entity && !part && letters++ == word_most)
            out += "<wbr>", letters = 1;
        if (!tag) entity = c == '&' || (entity && c != ';');
        out += c;
        tag = tag && c != '>';
    }
    return out;
}

/// The text of a decision says whose it is and by when: on a page columns for that would only push it out.
Table decisions_on_paper(const ExerciseReport& report) {
    constexpr std::size_t up_to_its_text = 4;
    Table table = decisions_table(report, For::paper);
    table.heads.resize(up_to_its_text);
    for (auto& row : table.rows)
        row.resize(up_to_its_text);
    return table;
}

/// One moment, unless it came at another than was planned; who says it to whom goes before what is said.
Table injects_on_paper(const ExerciseReport& report) {
    Table table = injects_table(report, For::paper);
    table.heads = {"nr", "verzonden", "inject", "doel", "toestand", "reactie na"};
    for (auto& row : table.rows) {
        const std::string &planned = row.at(1), &sent = row.at(2);
        const std::string when = sent.empty() ? "gepland " + planned
                                 : planned.empty() || sent == planned
                                     ? sent
                                     : fmt::format("{}\ngepland {}", sent, planned);
        row = {row.at(0), when, fmt::format("{}\n{}", row.at(3), row.at(4)), row.at(5), row.at(6), row.at(7)};
    }
    return table;
}

} // namespace

std::string as_html(const ExerciseReport& report, const player::Scenario* scenario) {
    data page;
    summarise(report, scenario, page);
    draw_timeline(report, page);
    page.set("measured", !report.expectations.empty());
    page.set("aims", data(aim_rows(report)));
    page.set("expectations", data(expectation_rows(report)));
    page.set("reactions", data(reaction_bars(report)));
    page.set("grip", data(grip_rows(report)));
    page.set("unasked", data(lines_where(report, [&](const Recorded& message) {
                 return std::binary_search(report.unasked.begin(), report.unasked.end(), message.sequence);
             })));
    auto workload = workload_rows(report);
    page.set("worked", !workload.empty());
    page.set("workload", data(workload));
    set_roles(report, page);
    page.set("injects", as_html(injects_on_paper(report)));
    page.set("functions", as_html(functions_table(report, For::paper)));
    page.set("steering", as_html(steering_table(report, For::paper)));
    page.set("attendance", as_html(attendance_table(report, For::paper)));
    page.set("public", as_html(public_table(report, For::paper)));
    page.set("jumped", !report.picture.exercise->jumps.all().empty());
    page.set("decisions", as_html(decisions_on_paper(report)));
    page.set("observations", data(observation_rows(report)));
    page.set("meetings", as_html(meetings_table(report, For::paper)));
    page.set("actions", as_html(actions_table(report, For::paper)));
    page.set("lines", data(lines_where(report, [&](const Recorded& message) {
                 return words::journal_line(report.picture, message).weight != words::Weight::noise;
             })));
    const std::string whole = mustache(exercise_template).render(page);
    const auto body = whole.find("<body>"); // not what stands in <style>
    return whole.substr(0, body) + with_breaks(std::string_view(whole).substr(body));
}

} // namespace regiekamer::report
