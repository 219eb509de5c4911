#include "dashboard/report/comparison.hpp"

#include "dashboard/words/folded.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <kainjow/mustache.hpp>
#include <map>
#include <set>

namespace regiekamer::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

/// How one thing went in one run.
struct Course {
    std::string subject, how;
    std::optional<Instant> at;
};
/// By what it is about: a rank that keeps the order of the page, and a key that both runs share.
using Courses = std::map<std::pair<int, std::string>, Course>;

constexpr auto same_moment = minutes(1);

void add_grip(const ExerciseReport& run, Courses& all) {
    for (const auto& [id, incident] : run.picture.incidents->incidents) {
        std::map<std::int64_t, int> times;
        for (const auto& segment : picture::grip_segments(incident, run.until)) {
            const auto level = segment.level.value;
            const int nth = ++times[level];
            all[{1, fmt::format("{}/{}/{}", id.value, level, nth)}] = {
                fmt::format("GRIP {}{}", level, nth == 1 ? "" : fmt::format(", keer {}", nth)), "besloten",
                segment.from};
        }
    }
}

void add_decisions(const ExerciseReport& run, Courses& all) {
    for (const auto& message : run.messages)
        if (const auto* taken = std::get_if<DecisionTaken>(&message.message.body))
            all[{2, words::folded(taken->text)}] = {"Besluit “" + taken->text + "”", "genomen",
                                                    message.message.time};
}

std::string_view word_of(picture::ActionState state) {
    switch (state) {
    case picture::ActionState::open:
        return "open";
    case picture::ActionState::opgepakt:
        return "opgepakt";
    case picture::ActionState::geblokkeerd:
        return "geblokkeerd";
    case picture::ActionState::gereed:
        return "gereed";
    case picture::ActionState::vervallen:
        return "vervallen";
    }
    return {};
}

/// What a desk makes has an id of its own in each run: people know an action by its title.
void add_actions(const ExerciseReport& run, Courses& all) {
    std::map<Sequence, const picture::Action*> in_order;
    for (const auto& [id, action] : run.picture.actions->actions)
        if (action.opened.said()) in_order.emplace(action.opened.sequence, &action);
    std::map<std::string, int> times;
    for (const auto& [sequence, one] : in_order) {
        const auto& action = *one;
        const auto key = words::folded(action.opened.value.title) + '/' + action.owner.value.value;
        all[{3, fmt::format("{}/{}", key, ++times[key])}] = {
            fmt::format("Actie “{}” van {}", action.opened.value.title, action.owner.value.value),
            std::string(word_of(action.state.value)), action.state.time};
    }
}

/// Who was there first for a function; who stood down later was there all the same.
void add_attendance(const ExerciseReport& run, Courses& all) {
    for (const auto& message : run.messages)
        if (const auto* said = std::get_if<AttendanceReported>(&message.message.body);
            said != nullptr && said->state == AttendanceState::aanwezig)
            all.try_emplace({4, said->incident.value + '/' + said->function.value},
                            Course{"Opkomst " + said->function.value, "aanwezig", message.message.time});
}

void add_expectations(const ExerciseReport& run, Courses& all) {
    for (const auto& one : run.expectations) {
        const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
        // one run may have ended where the other goes on: what is not done is not done in both
        const bool past = one.deadline && *one.deadline < run.until;
        const bool asked = one.score != Score::not_asked;
        const auto how = done || !asked ? label(one.score) : past ? label(Score::missed) : "nog niet gedaan";
        all[{5, one.expectation->id}] = {
            "Verwacht: " + (one.expectation->text.empty() ? one.expectation->id : one.expectation->text),
            std::string(how), done};
    }
}

/// Each time that one was sent by itself: the second in one run is no other moment of the first in the other.
void add_injects(const ExerciseReport& run, Courses& all) {
    std::set<std::pair<std::string, std::string>> withdrawn;
    for (const auto& message : run.messages)
        if (const auto* back = std::get_if<MessageWithdrawn>(&message.message.body))
            withdrawn.emplace(back->message_source, back->message.value);
    std::map<std::string, int> times;
    for (const auto& message : run.messages) {
        const auto* sent = std::get_if<InjectDelivered>(&message.message.body);
        if (sent == nullptr || withdrawn.contains({message.message.source, message.message.id})) continue;
        const int nth = ++times[sent->inject.value];
        all[{6, fmt::format("{}/{}", sent->inject.value, nth)}] = {
            fmt::format("Inject {}{}", sent->inject.value, nth == 1 ? "" : fmt::format(", keer {}", nth)),
            "verzonden", message.message.time};
    }
    for (const auto& [nr, inject] : run.picture.exercise->injects)
        if (!times.contains(nr.value) && inject.skipped)
            all[{6, nr.value + "/1"}] = {"Inject " + nr.value, "vervallen", inject.skipped->time};
}

Courses courses_of(const ExerciseReport& run) {
    Courses all;
    add_grip(run, all);
    add_decisions(run, all);
    add_actions(run, all);
    add_attendance(run, all);
    add_expectations(run, all);
    add_injects(run, all);
    return all;
}

bool same_course(const Course& a, const Course& b) {
    if (a.how != b.how || a.at.has_value() != b.at.has_value()) return false;
    return !a.at || std::chrono::abs(*a.at - *b.at) < same_moment;
}

std::string told(const Course* course) {
    if (course == nullptr) return "niet";
    return course->at ? course->how + " " + words::date_clock(*course->at) : course->how;
}

ComparedRow row_of(const Course* here, const Course* there, const Comparison& names) {
    ComparedRow row{(here != nullptr ? here : there)->subject, told(here), told(there), {}};
    const bool both = here != nullptr && there != nullptr;
    if (both && here->how == there->how && here->at && there->at)
        row.sentence = fmt::format("{}: {}, in {} {} {} dan in {}.", row.subject, here->how, names.there,
                                   words::minutes_of(std::chrono::abs(*here->at - *there->at)),
                                   *there->at > *here->at ? "later" : "eerder", names.here);
    else if (both)
        row.sentence =
            fmt::format("{}: in {} {}, in {} {}.", row.subject, names.here, row.here, names.there, row.there);
    else
        row.sentence =
            fmt::format("{}: alleen in {} ({}).", row.subject, here != nullptr ? names.here : names.there,
                        here != nullptr ? row.here : row.there);
    return row;
}

/// Of what happened in either run: by kind, then by when it first happened.
std::vector<Courses::key_type> keys_in_order(const Courses& ours, const Courses& theirs) {
    std::map<Courses::key_type, std::optional<Instant>> first;
    for (const auto* courses : {&ours, &theirs})
        for (const auto& [key, course] : *courses) {
            auto& at = first[key];
            if (course.at && (!at || *course.at < *at)) at = course.at;
        }
    std::vector<Courses::key_type> keys;
    keys.reserve(first.size());
    for (const auto& [key, at] : first)
        keys.push_back(key);
    std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first
                                  : first[a].value_or(Instant::max()) < first[b].value_or(Instant::max());
    });
    return keys;
}

/// The run as it was at that moment: what came later is not known in it.
Courses courses_until(const ExerciseReport& run, Instant until) {
    const auto beyond = std::find_if(run.messages.begin(), run.messages.end(), [&](const Recorded& message) {
        return message.message.time > until && message.message.source.starts_with("scenario/");
    });
    std::vector<Recorded> told;
    for (auto message = run.messages.begin(); message != beyond; ++message) {
        if (message->message.function && message->message.time > until) continue;
        told.push_back(*message);
        told.back().sequence = told.size();
    }
    if (told.size() == run.messages.size()) return courses_of(run);
    auto then = exercise_report(run.origin, std::move(told), run.scenario);
    then.until = until;
    return courses_of(then);
}

bool same_event(const Recorded& a, const Recorded& b) {
    return a.message.id == b.message.id && a.message.source == b.message.source;
}

std::string name_of(const ExerciseReport& run) {
    return std::filesystem::path(run.origin.file).stem().string();
}

std::string beginning(const Comparison& comparison) {
    if (!comparison.parted) return "De oefeningen hebben geen begin gemeen.";
    return fmt::format("Gelijk tot en met bericht {} ({}).", comparison.common,
                       words::date_clock(*comparison.parted));
}
std::string ending(const Comparison& comparison) {
    return fmt::format("Tot {}: {} {} anders, {} gelijk.", words::date_clock(comparison.until),
                       comparison.rows.size(), comparison.rows.size() == 1 ? "ding ging" : "dingen gingen",
                       comparison.alike);
}

constexpr const char* page = R"PAGE(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{#exercise}}OEFENING · {{/exercise}}{{here}} naast {{there}}</title>
<style>
@page { size: A4; margin: 16mm; }
body { font: 10.5pt/1.4 sans-serif; color: #111; background: #fff; max-width: 190mm; margin: 0 auto; padding: 4mm; }
h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr, li, .whole { break-inside: avoid; }
th:nth-child(n+2) { width: 28%; }
.oefening { text-align: center; font-weight: bold; letter-spacing: .1em; border: 1.5pt solid #000; padding: 1.5mm; }
code { font-size: 8.5pt; word-break: break-all; }
th, td { border-bottom: .5pt solid #999; padding: 1mm 2mm 1mm 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
</style></head><body>
{{#exercise}}<p class="oefening">OEFENING OEFENING OEFENING</p>{{/exercise}}
<h1>{{#title}}{{title}}: {{/title}}{{here}} naast {{there}}</h1>
<p>{{beginning}} {{ending}}</p>
<table><thead><tr><th>wat</th><th>{{here}}</th><th>{{there}}</th></tr></thead><tbody>
{{#rows}}<tr><td>{{subject}}</td><td>{{a}}</td><td>{{b}}</td></tr>
{{/rows}}{{^rows}}<tr><td>Geen verschil.</td></tr>
{{/rows}}</tbody></table>
{{#differ}}<h2>In zinnen</h2>
<ul>{{#rows}}<li>{{sentence}}</li>
{{/rows}}</ul>
{{/differ}}<section class="whole"><h2>Waar dit uit komt</h2>
<ul>{{#origins}}<li>{{name}}: journaal {{journal}}, te controleren met <code>regiekamerctl journal verify {{file}} --head {{head}}</code></li>
{{/origins}}</ul>
{{#exercise}}<p class="oefening">OEFENING OEFENING OEFENING</p>{{/exercise}}
</section></body></html>
)PAGE";

} // namespace

Comparison compare(const ExerciseReport& here, const ExerciseReport& there) {
    Comparison comparison;
    comparison.here = name_of(here);
    comparison.there = name_of(there);
    if (comparison.here == comparison.there) comparison.there += " (2)";
    comparison.title = here.title;
    comparison.exercise = here.origin.mode == Mode::exercise;
    comparison.here_from = here.origin;
    comparison.there_from = there.origin;
    const auto most = std::min(here.messages.size(), there.messages.size());
    while (comparison.common < most &&
           same_event(here.messages[comparison.common], there.messages[comparison.common]))
        ++comparison.common;
    if (comparison.common > 0) comparison.parted = here.messages[comparison.common - 1].message.time;
    comparison.until = std::min(here.until, there.until);
    const auto ours = courses_until(here, comparison.until), theirs = courses_until(there, comparison.until);
    for (const auto& key : keys_in_order(ours, theirs)) {
        const auto a = ours.find(key), b = theirs.find(key);
        const auto* one = a == ours.end() ? nullptr : &a->second;
        const auto* other = b == theirs.end() ? nullptr : &b->second;
        if (one != nullptr && other != nullptr && same_course(*one, *other))
            ++comparison.alike;
        else
            comparison.rows.push_back(row_of(one, other, comparison));
    }
    return comparison;
}

std::string as_text(const Comparison& comparison) {
    std::string text = beginning(comparison) + '\n';
    for (const auto& row : comparison.rows)
        text += row.sentence + '\n';
    return text + ending(comparison) + '\n';
}

std::string as_html(const Comparison& comparison) {
    data filled;
    list rows;
    for (const auto& row : comparison.rows) {
        data one;
        one.set("subject", row.subject);
        one.set("a", row.here);
        one.set("b", row.there);
        one.set("sentence", row.sentence);
        rows.push_back(one);
    }
    list origins;
    for (const auto& [name, from] : {std::pair(&comparison.here, &comparison.here_from),
                                     std::pair(&comparison.there, &comparison.there_from)}) {
        data one;
        one.set("name", *name);
        one.set("journal", from->journal);
        one.set("file", from->file);
        one.set("head", fmt::format("{}:{}", from->head, from->hash));
        origins.push_back(one);
    }
    filled.set("origins", data(origins));
    filled.set("exercise", comparison.exercise);
    if (!comparison.title.empty()) filled.set("title", comparison.title);
    filled.set("here", comparison.here);
    filled.set("there", comparison.there);
    filled.set("beginning", beginning(comparison));
    filled.set("ending", ending(comparison));
    filled.set("differ", !rows.empty());
    filled.set("rows", data(rows));
    return kainjow::mustache::mustache(page).render(filled);
}

} // namespace regiekamer::report
