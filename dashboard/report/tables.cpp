#include "dashboard/report/tables.hpp"

#include "dashboard/report/work_tables.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/inject_words.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/public_norm_words.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/vocabulary/sheet_cell.hpp"
#include "scenarios/measure/named.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace regiekamer::report {

std::string at(const std::optional<Instant>& moment, For reader) {
    if (!moment) return {};
    return reader == For::paper ? words::date_clock(*moment) : words::sheet_time(*moment);
}

namespace {

using measure::InjectState;
using measure::MeasuredInject;
using Row = std::vector<std::string>;

std::string lasted(const std::optional<microseconds>& span, For reader) {
    if (!span) return {};
    return reader == For::paper ? words::minutes_of(*span)
                                : std::to_string(std::chrono::duration_cast<seconds>(*span).count());
}
/// The head of a column of spans: a sheet needs the unit.
std::string span_head(const char* words, For reader) {
    return reader == For::paper ? words : std::string(words) + " (seconden)";
}
std::string count(std::size_t number) {
    return std::to_string(number);
}

std::string joined(const std::vector<Function>& functions) {
    std::string words;
    for (const auto& function : functions)
        words += (words.empty() ? "" : ", ") + function.value;
    return words;
}

/// Who said it: function and name; the program that plays the draaiboek says neither.
std::string who_of(const ExerciseReport& report, const Message& message) {
    if (message.source.starts_with("scenario/")) return "draaiboek (vanzelf)";
    std::string who = message.function ? message.function->value : std::string("onbekend");
    if (message.person && !message.person->empty())
        who += " " + words::person(report.picture, *message.person);
    return who;
}

using Ids = std::set<std::pair<std::string, std::string>>;
Ids withdrawn_in(const ExerciseReport& report) {
    Ids all;
    for (const auto& message : report.messages)
        if (const auto* back = std::get_if<MessageWithdrawn>(&message.message.body))
            all.emplace(back->message_source, back->message.value);
    return all;
}

std::string_view word_of(const MeasuredInject& one) {
    return one.state == InjectState::planned && one.moved ? "verplaatst" : words::word_of(one.state);
}

bool made_up(const ExerciseReport& report, const MeasuredInject& one) {
    const auto known = report.picture.exercise->injects.find(one.nr);
    const bool said = known != report.picture.exercise->injects.end() && known->second.delivered &&
                      known->second.delivered->value.made_up.value_or(false);
    return said || (report.scenario != nullptr && one.inject == nullptr);
}

/// What was done to the exercise, message by message.
class Steering {
public:
    Steering(const ExerciseReport& report, For reader) : report_(report), reader_(reader) {
        const Ids withdrawn = withdrawn_in(report);
        for (const auto& message : report.messages) {
            back_ = withdrawn.contains({message.message.source, message.message.id});
            tell(message);
        }
    }
    std::vector<Row> rows;

private:
    void add(const Recorded& message, std::string what, const std::optional<std::string>& why = {},
             const std::optional<Instant>& moment = {}) {
        if (back_) what += " (teruggenomen)";
        rows.push_back({at(moment.value_or(message.message.time), reader_), at(message.recorded, reader_),
                        who_of(report_, message.message), std::move(what), why.value_or("")});
    }

    void tell(const Recorded& message) {
        const std::size_t before = jumps_.all().size();
        jumps_.observe(message);
        const Recorded told =
            report_.scenario == nullptr ? message : measure::named(message, *report_.scenario);
        const Body& body = told.message.body;
        if (const auto* set = std::get_if<ExerciseClockSet>(&body))
            tell_clock(message, *set, jumps_.all().size() > before);
        if (const auto* halted = std::get_if<ExerciseHalted>(&body)) {
            add(message, "NO PLAY: alles ligt stil", halted->reason);
            running_ = false;
        }
        if (std::holds_alternative<ExerciseEnded>(body)) add(message, "oefening beëindigd");
        if (const auto* branched = std::get_if<ExerciseBranched>(&body)) {
            add(message, fmt::format("afgetakt na bericht {}", branched->parent_sequence.value));
            running_ = false;
        }
        if (const auto* held = std::get_if<InjectHeld>(&body))
            add(message, "inject " + held->inject.value + " aangehouden", held->reason);
        if (const auto* skipped = std::get_if<InjectSkipped>(&body))
            add(message, "inject " + skipped->inject.value + " vervallen", skipped->reason);
        if (const auto* moved = std::get_if<InjectMoved>(&body))
            add(message,
                fmt::format("inject {} verplaatst naar {}", moved->inject.value, at(moved->at, reader_)));
        if (const auto* sent = std::get_if<InjectDelivered>(&body)) tell_sent(message, *sent);
    }

    void tell_clock(const Recorded& message, const ExerciseClockSet& set, bool jumped) {
        std::vector<std::string> what;
        const std::string rate = fmt::format("×{:g}", set.rate.value);
        const bool first = !rate_;
        if (jumped)
            what.push_back(fmt::format("tijdsprong van {} naar {}", at(jumps_.all().back().from, reader_),
                                       at(set.at, reader_)));
        if (set.running != running_ || first)
            what.push_back(set.running ? (first ? "begonnen, " : "verder, ") + rate
                                       : std::string("gepauzeerd"));
        else if (rate_ != set.rate.value)
            what.push_back("tempo " + rate);
        if (what.empty()) what.emplace_back("klok gelijkgezet op " + at(set.at, reader_));
        // who presses a key says it a moment after the clock that he stops
        add(message, fmt::format("{}", fmt::join(what, ", ")), {},
            jumped ? jumps_.all().back().from : set.at);
        rate_ = set.rate.value;
        running_ = set.running;
    }

    void tell_sent(const Recorded& message, const InjectDelivered& sent) {
        const bool by_hand = !message.message.source.starts_with("scenario/");
        const std::size_t times = back_ ? sent_[sent.inject.value] + 1 : ++sent_[sent.inject.value];
        const std::string name = "inject " + sent.inject.value;
        if (times > 1)
            add(message, fmt::format("{} opnieuw verzonden (keer {})", name, times), sent.text);
        else if (sent.made_up.value_or(false))
            add(message, fmt::format("{} bedacht en verzonden aan {}", name, sent.to), sent.text);
        else if (by_hand)
            add(message, name + " met de hand verzonden", sent.text);
    }

    const ExerciseReport& report_;
    For reader_;
    Jumps jumps_;
    std::optional<double> rate_;
    bool running_ = false, back_ = false;
    std::map<std::string, std::size_t> sent_;
};

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '<'    ? std::string("&lt;")
               : c == '>'  ? std::string("&gt;")
               : c == '&'  ? std::string("&amp;")
               : c == '"'  ? std::string("&quot;")
               : c == '\n' ? std::string("<br>")
                           : std::string(1, c);
    return out;
}

std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return sheet_cell(std::move(text));
}

/// What a function did in the run.
struct Part {
    std::optional<bool> played;
    std::set<std::string> people;
    std::size_t said = 0, simulated = 0, told = 0;
};

std::map<std::string, Part> parts_of(const ExerciseReport& report) {
    std::map<std::string, Part> parts;
    player::Players players;
    for (const auto& recorded : report.messages) {
        const Message& message = recorded.message;
        players.observe(message);
        if (const auto* started = std::get_if<ExerciseStarted>(&message.body))
            for (const auto& role : started->roles)
                parts[role.function.value].played = role.played;
        if (!message.function || std::holds_alternative<DeskJoined>(message.body)) continue;
        Part& part = parts[message.function->value];
        if (simulated(message)) {
            ++part.simulated;
        } else if (message.source.starts_with("scenario/")) {
            ++part.told;
        } else {
            ++part.said;
            if (message.person && !message.person->empty())
                part.people.insert(words::person(report.picture, *message.person));
        }
    }
    return parts;
}

} // namespace

Table expectations_table(const ExerciseReport& report) {
    Table table{"verwachtingen",
                "Verwacht en gedaan",
                "Er werd niets verwacht.",
                {"verwachting", "tekst", "door", "doel", "inject", "gevraagd", "uiterlijk", "gedaan",
                 span_head("reactie", For::sheet), "uitkomst", "oordeel", "reden"},
                {}};
    for (const auto& one : report.expectations) {
        const auto& expectation = *one.expectation;
        const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
        table.rows.push_back({expectation.id, expectation.text, joined(one.takes_part),
                              expectation.aim.value_or(""), expectation.after.value_or(""),
                              at(one.outcome.asked, For::sheet), at(one.deadline, For::sheet),
                              at(done, For::sheet), lasted(one.reaction, For::sheet), std::string(label(one)),
                              one.judged ? boost::describe::enum_to_string(one.judged->verdict, "") : "",
                              one.judged ? one.judged->reason : std::string()});
    }
    return table;
}

Table roles_table(const ExerciseReport& report) {
    Table table{"rollen",
                "Deelnemers en rollen",
                "Niemand nam deel.",
                {"functie", "rol", "wie", "berichten", "gesimuleerd", "uit het draaiboek"},
                {}};
    static const std::set<std::string> leading{"oefenleider", "waarnemer", "meekijker"};
    std::vector<std::pair<int, Row>> rows;
    for (const auto& [function, part] : parts_of(report)) {
        if (part.said + part.simulated + part.told == 0 && !part.played.value_or(false)) continue;
        if (function == "oefenleiding" && part.said == 0) continue;
        std::string people;
        for (const auto& person : part.people)
            people += (people.empty() ? "" : ", ") + person;
        const bool leads = leading.contains(function), played = part.played.value_or(!leads && part.said > 0);
        const std::string role = leads                                 ? "leiding"
                                 : report.origin.mode == Mode::actual  ? "inzet"
                                 : played                              ? "gespeeld"
                                 : part.simulated > 0 && part.said > 0 ? "simulatie en responscel"
                                 : part.simulated > 0                  ? "simulatie"
                                 : part.said > 0                       ? "responscel"
                                                                       : "draaiboek";
        const int rank = role == "gespeeld" || role == "inzet" ? 0 : leads ? 1 : role == "draaiboek" ? 3 : 2;
        rows.emplace_back(
            rank, Row{function, role, people, count(part.said), count(part.simulated), count(part.told)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, row] : rows)
        table.rows.push_back(std::move(row));
    if (report.origin.mode == Mode::actual) { // nobody is simulated, and there is no draaiboek
        constexpr std::size_t of_any_work = 4;
        table.heads.resize(of_any_work);
        for (auto& row : table.rows)
            row.resize(of_any_work);
    }
    return table;
}

namespace {

/// An inject of the run in the words of its row.
struct InjectWords {
    std::string planned, sent, state, first, last;
};

InjectWords words_of(const ExerciseReport& report, const MeasuredInject& one, For reader) {
    InjectWords words;
    std::optional<microseconds> first, last;
    for (const auto index : one.expectations) {
        const auto& reaction = report.expectations.at(index).reaction;
        if (!reaction) continue;
        first = std::min(first.value_or(*reaction), *reaction);
        last = std::max(last.value_or(*reaction), *reaction);
    }
    words.first = lasted(first, reader), words.last = lasted(last, reader);
    words.state = word_of(one);
    const bool sent = one.state == InjectState::delivered;
    if (one.state == InjectState::planned && one.moved) words.state += " naar " + at(one.at, reader);
    if (made_up(report, one)) words.state += ", bedacht";
    if (one.times > 1) words.state += fmt::format(", {} keer", one.times);
    if (one.read) words.state += ", gelezen";
    if (one.inject != nullptr) words.planned = at(report.scenario->start + one.inject->at, reader);
    if (sent) words.sent = at(one.at, reader);
    return words;
}

} // namespace

Table injects_table(const ExerciseReport& report, For reader) {
    Table table{"injects", "Injects", "Er was geen inject.", {}, {}};
    if (reader == For::paper)
        table.heads = {"nr", "gepland", "verzonden", "van, aan", "tekst", "doel", "toestand", "reactie na"};
    else
        table.heads = {"nr",
                       "gepland",
                       "verzonden",
                       "van",
                       "aan",
                       "kanaal",
                       "tekst",
                       "doel",
                       "toestand",
                       span_head("eerste reactie na", reader),
                       span_head("laatste reactie na", reader),
                       "reden"};
    for (const auto& one : report.injects) {
        const auto words = words_of(report, one, reader);
        const std::string aim = one.aim.value_or("");
        if (reader == For::paper)
            table.rows.push_back(
                {one.nr.value, words.planned, words.sent,
                 fmt::format("{} → {} ({})", one.from, one.to, one.medium), one.text, aim,
                 words.state + (one.reason.empty() ? "" : ": " + one.reason),
                 words.first == words.last ? words.first : words.first + ", laatste " + words.last});
        else
            table.rows.push_back({one.nr.value, words.planned, words.sent, one.from, one.to, one.medium,
                                  one.text, aim, words.state, words.first, words.last, one.reason});
    }
    return table;
}

std::string role_named(const ExerciseReport& report, const Function& function) {
    if (function.empty()) return "meer functies samen";
    return function.value + (was_played(report, function) ? "" : " (gesimuleerd of niet bezet)");
}

Table functions_table(const ExerciseReport& report, For reader) {
    Table table{"functies",
                "Per functie",
                "Van geen functie werd iets verwacht.",
                {"functie", "gevraagd", "op tijd", "te laat", "gemist", "open", "niet aan de orde",
                 span_head("gemiddeld na", reader), span_head("langste", reader)},
                {}};
    for (const auto& one : report.functions)
        table.rows.push_back({role_named(report, one.function), count(one.asked()), count(one.met),
                              count(one.late), count(one.missed), count(one.open), count(one.not_asked),
                              lasted(one.mean, reader), lasted(one.longest, reader)});
    return table;
}

Table steering_table(const ExerciseReport& report, For reader) {
    return {"sturing",
            "Sturing",
            "Niemand stuurde de oefening.",
            {"oefentijd", "echte tijd", "wie", "wat", "toelichting"},
            Steering(report, reader).rows};
}

Table decisions_table(const ExerciseReport& report, For reader) {
    Table table{"besluiten",
                "Besluiten",
                "Geen besluiten vastgelegd.",
                {"tijd", "team", "wie", "besluit", "eigenaar", "uiterlijk"},
                {}};
    const Ids withdrawn = withdrawn_in(report);
    for (const auto& message : report.messages) {
        const Body& body = message.message.body;
        if (withdrawn.contains({message.message.source, message.message.id})) continue;
        std::string team, owner;
        std::optional<Instant> due;
        if (const auto* taken = std::get_if<DecisionTaken>(&body)) {
            team = words::label(taken->team);
            const auto& meetings = report.picture.meetings->meetings;
            if (taken->meeting && meetings.contains(*taken->meeting))
                team = words::meeting(report.picture, *taken->meeting); // "CoPI 2"
            owner = taken->owner ? taken->owner->value : std::string();
            due = taken->due;
        } else if (const auto* grip = std::get_if<GripDecided>(&body)) {
            team = grip->decided_by.function.value;
        } else if (const auto* event = std::get_if<EventDecided>(&body)) {
            team = event->decided_by.function.value;
        } else {
            continue;
        }
        const auto line = line_of(report, message);
        const std::string who = message.message.function ? message.message.function->value : line.who;
        table.rows.push_back(
            {at(message.message.time, reader), team, who, line.text, owner, at(due, reader)});
    }
    return table;
}

Table attendance_table(const ExerciseReport& report, For reader) {
    Table table{"opkomst",
                "Opkomst",
                "Niemand werd gealarmeerd.",
                {"functie", "wie", "gealarmeerd", "aanwezig", span_head("na", reader),
                 reader == For::paper ? "norm" : "norm (minuten)", "uitkomst"},
                {}};
    for (const auto& one : report.attendance) {
        const auto took = one.present ? std::optional(one.spent) : std::nullopt;
        const std::string norm = one.norm_minutes ? std::to_string(one.norm_minutes->value) : "";
        table.rows.push_back({one.function.value,
                              one.person ? words::person(report.picture, *one.person) : std::string(),
                              at(one.alerted, reader), at(one.present, reader), lasted(took, reader),
                              norm.empty() || reader == For::sheet ? norm : norm + " min",
                              one.norm == picture::NormState::met      ? "gehaald"
                              : one.norm == picture::NormState::missed ? "niet gehaald"
                                                                       : ""});
    }
    return table;
}

Table public_table(const ExerciseReport& report, For reader) {
    Table table{"inwoners",
                "Normen voor inwoners",
                "Er was geen incident.",
                {"incident", "norm", "vanaf", "uiterlijk", "gehaald", "uitkomst"},
                {}};
    const auto outcome = [](picture::ClockState state) {
        switch (state) {
        case picture::ClockState::met:
            return "gehaald";
        case picture::ClockState::met_late:
            return "te laat gehaald";
        case picture::ClockState::missed:
            return "niet gehaald";
        case picture::ClockState::running:
            break;
        }
        return "liep nog";
    };
    for (const auto& [id, incident] : report.picture.incidents->incidents)
        for (const auto& clock : picture::public_clocks(report.picture, id, report.until))
            if (clock.asked)
                table.rows.push_back({words::incident(report.picture, id),
                                      std::string(words::label(clock.norm)), at(clock.from, reader),
                                      at(clock.by, reader), at(clock.met_at, reader), outcome(clock.state)});
    return table;
}

Table logbook_table(const ExerciseReport& report, For reader) {
    Table table{"logboek", "Logboek", "Er staat niets in.", {"bericht", "tijd", "wie", "tekst"}, {}};
    for (const auto& message : report.messages) {
        const auto line = line_of(report, message);
        if (line.weight == words::Weight::noise) continue;
        table.rows.push_back(
            {std::to_string(message.sequence), at(message.message.time, reader), line.who, line.text});
    }
    return table;
}

std::vector<Table> tables(const ExerciseReport& report) {
    const For reader = For::sheet;
    std::vector<Table> all{meetings_table(report, reader), actions_table(report, reader)};
    if (report.scenario != nullptr)
        all.insert(all.end(), {expectations_table(report), functions_table(report, reader)});
    if (report.origin.mode == Mode::exercise)
        all.insert(all.end(), {injects_table(report, reader), steering_table(report, reader)});
    all.insert(all.end(),
               {roles_table(report), decisions_table(report, reader), attendance_table(report, reader),
                public_table(report, reader), logbook_table(report, reader)});
    return all;
}

std::string as_csv(const Table& table) {
    std::string out = "\xEF\xBB\xBF";
    const auto line = [&](const Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i > 0 ? ";" : "") + cell(row[i]);
        out += "\r\n";
    };
    line(table.heads);
    for (const auto& row : table.rows)
        line(row);
    return out;
}

std::string as_html(const Table& table) {
    if (table.rows.empty()) return "<p>" + escaped(table.empty) + "</p>\n";
    // moments and spans stay on a line, and what is told gets the room
    constexpr std::size_t moment_most = 18, told_least = 40;
    const auto kind = [&](const std::string& text) {
        const bool counts = text.find_first_of("0123456789") != std::string::npos;
        return text.size() > told_least               ? " class=\"text\""
               : counts && text.size() <= moment_most ? " class=\"nb\""
                                                      : "";
    };
    const auto line = [&](const Row& row, const std::string& tag) {
        std::string out = "<tr>";
        for (const auto& text : row)
            out += fmt::format("<{0}{2}>{1}</{0}>", tag, escaped(text), tag == "td" ? kind(text) : "");
        return out + "</tr>\n";
    };
    std::string out = "<table><thead>" + line(table.heads, "th") + "</thead><tbody>\n";
    for (const auto& row : table.rows)
        out += line(row, "td");
    return out + "</tbody></table>\n";
}

} // namespace regiekamer::report
