// Gathering the sections, and the two ways of writing them.
#include "dashboard/report/sitrep.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::report {
namespace {

using picture::Picture;

/// Gathers lines; knows what is new since the sitrep before.
class Maker {
public:
    Maker(const Picture& picture, IncidentId incident, Instant now, Sequence before, bool first)
        : picture_(picture), incident_(std::move(incident)), now_(now), before_(before), first_(first) {}

    /// What was written, and beside it what the latest overleg noted as beeld: mostly there is only one of
    /// both.
    SitrepSection beeld() const {
        auto section = situation("Beeld", "", "Nog geen beeld geschreven.");
        const std::size_t written = section.lines.size();
        for (auto& line : findings(FindingKind::beeld)) {
            const auto end = section.lines.begin() + static_cast<std::ptrdiff_t>(written);
            const bool said = std::any_of(section.lines.begin(), end, [&](const SitrepLine& one) {
                return one.text.ends_with(": " + line.text);
            });
            if (!said) section.lines.push_back(std::move(line));
        }
        return section;
    }

    /// Columns that have a section of their own are left out when `wanted` is empty.
    SitrepSection situation(std::string title, std::string_view wanted, std::string empty) const {
        SitrepSection section{std::move(title), {}, std::move(empty)};
        for (const auto& column : picture::situation(picture_, incident_)) {
            const bool own =
                column.column.value == "Knelpunten" || column.column.value == "Communicatie/omgevingsbeeld";
            if (wanted.empty() ? own : column.column.value != wanted) continue;
            for (const auto* item : column.items) {
                const auto& said = item->written.value;
                std::string about = fmt::format("{}, {}", words::label(said.state),
                                                words::clock_near(item->written.time, now_));
                if (said.origin) about += ", bron " + *said.origin;
                const bool fresh = item->written.sequence > before_;
                const auto earlier = picture::earlier_versions(picture_, said.item);
                if (fresh && !earlier.empty()) about += ", eerder: " + earlier.front()->written.value.text;
                const std::string head = wanted.empty() ? column.column.value + ": " : std::string();
                section.lines.push_back({head + said.text, about, fresh});
            }
        }
        return section;
    }

    SitrepSection judgements() const {
        return {"Oordeel", findings(FindingKind::oordeel), "Nog geen oordeel genoteerd."};
    }

    /// The first sitrep has them all. Later ones those taken since the one before and those that are not
    /// carried out; of the rest how many.
    SitrepSection decisions() const {
        SitrepSection section{"Besluiten", {}, "Nog geen besluiten."};
        std::size_t done = 0;
        for (const auto* decision : picture::decisions_of(picture_, incident_)) {
            const auto& taken = decision->taken.value;
            const bool fresh = decision->taken.sequence > before_;
            const Carried carried = carried_out(taken);
            if (!first_ && !fresh && carried == Carried::out) {
                ++done;
                continue;
            }
            std::string about = owner_and_due(taken.owner, taken.due);
            if (carried == Carried::out)
                about += ", uitgevoerd";
            else if (taken.due && *taken.due < now_)
                about += ", " + words::due(*taken.due, now_);
            if (carried == Carried::unknown) about += ", geen actie van gemaakt";
            section.lines.push_back({taken.text, about, fresh});
        }
        if (done > 0)
            section.lines.push_back(
                {fmt::format("Eerder besloten: {}", done), "uitgevoerd, zie het logboek", false});
        return section;
    }

    SitrepSection actions() const {
        SitrepSection section{"Open acties", {}, "Geen open acties."};
        for (const auto* action : picture::unfinished_actions(picture_, now_)) {
            if (action->opened.value.incident != incident_) continue;
            std::string about = owner_and_due(action->owner.value, action->due.value);
            if (picture::late(*action, now_)) about += ", " + words::due(*action->due.value, now_);
            section.lines.push_back({action->opened.value.title, about, action->opened.sequence > before_});
        }
        return section;
    }

    SitrepSection bottlenecks() const {
        auto section = situation("Knelpunten", "Knelpunten", "Geen knelpunten gemeld.");
        for (const auto& one : picture::attendance(picture_, incident_, now_))
            if (!one.answered)
                section.lines.push_back({words::sentence_case(one.function.value) +
                                             (one.declined ? " afgemeld, nog niemand anders"
                                              : one.step >= picture::ChainStep::unfilled ? " niet bezet"
                                                                                         : " niet bevestigd"),
                                         "gealarmeerd " + words::clock_near(one.alerted, now_),
                                         one.alert_sequence > before_});
        return section;
    }

    /// What was closed or decided since: the rest of what is new stands in its own section.
    SitrepSection changes() const {
        SitrepSection section{"Gewijzigd", {}, "Geen acties afgerond, GRIP niet gewijzigd."};
        if (const auto* incident = picture::find_incident(picture_, incident_))
            for (const auto& step : incident->grip)
                if (step.sequence > before_)
                    section.lines.push_back({fmt::format("GRIP {}: {}", step.level.value, step.reason),
                                             words::decider(picture_, step.decided_by) + ", " +
                                                 words::clock_near(step.effective_from, now_),
                                             true});
        for (const auto& [id, action] : picture_.actions->actions) {
            const bool closed = action.state.value == picture::ActionState::gereed ||
                                action.state.value == picture::ActionState::vervallen;
            if (!action.opened.said() || !closed || action.state.sequence <= before_ ||
                action.opened.value.incident != incident_)
                continue;
            const bool done = action.state.value == picture::ActionState::gereed;
            section.lines.push_back(
                {action.opened.value.title,
                 fmt::format("{} {}, {}", done ? "gereed" : "vervallen",
                             words::clock_near(action.state.time, now_), action.owner.value.value),
                 true});
        }
        return section;
    }

    SitrepSection next_meetings() const {
        SitrepSection section{"Volgend overleg", {}, "Nog geen overleg gepland."};
        const auto meetings = picture::meetings_of(picture_, incident_, now_);
        for (const auto& clock : meetings) {
            if (clock.state != picture::MeetingState::planned || followed(clock, meetings)) continue;
            const bool late = clock.at < now_;
            section.lines.push_back({words::meeting(picture_, clock.meeting),
                                     (late ? "had moeten beginnen om " : "") +
                                         words::clock_near(clock.at, now_) +
                                         (clock.place.empty() ? "" : ", " + clock.place),
                                     clock.sequence > before_});
        }
        return section;
    }

    /// Whether the same team met later: then nobody still waits for this one.
    static bool followed(const picture::MeetingClock& one, const std::vector<picture::MeetingClock>& all) {
        return std::any_of(all.begin(), all.end(), [&](const picture::MeetingClock& other) {
            return other.team == one.team && other.at > one.at && other.started.has_value();
        });
    }

    /// What runs is not what comes: "CoPI 1 sinds 04:08".
    SitrepSection running_meetings() const {
        SitrepSection section{"Overleg bezig", {}, "Nu geen overleg."};
        for (const auto& clock : picture::upcoming_meetings(picture_, now_)) {
            if (clock.incident != incident_ || clock.state != picture::MeetingState::running) continue;
            section.lines.push_back({fmt::format("{} sinds {}", words::meeting(picture_, clock.meeting),
                                                 words::clock_near(clock.started.value_or(clock.at), now_)),
                                     clock.place, clock.sequence > before_});
        }
        return section;
    }

private:
    /// Of the latest overleg in which one of this kind was noted.
    std::vector<SitrepLine> findings(FindingKind kind) const {
        std::vector<SitrepLine> lines;
        const auto meetings = picture::meetings_of(picture_, incident_, now_);
        for (auto one = meetings.rbegin(); one != meetings.rend() && lines.empty(); ++one)
            for (const auto* finding : picture::findings_of(picture_, one->meeting)) {
                const auto& noted = finding->noted.value;
                if (noted.kind != kind) continue;
                std::string about = words::meeting(picture_, one->meeting);
                if (kind == FindingKind::beeld)
                    about = fmt::format("{}, {}", words::label(noted.state), about);
                if (noted.origin) about += ", bron " + *noted.origin;
                lines.push_back({noted.text, about, finding->noted.sequence > before_});
            }
        return lines;
    }
    enum class Carried { not_yet, out, unknown };
    /// By its actions. One without an action is open until its time; after it nobody can say.
    Carried carried_out(const DecisionTaken& taken) const {
        const auto actions = picture::actions_of(picture_, taken.decision);
        if (actions.empty()) return taken.due && *taken.due < now_ ? Carried::unknown : Carried::not_yet;
        const bool all = std::none_of(actions.begin(), actions.end(),
                                      [](const auto* action) { return picture::unfinished(*action); });
        return all ? Carried::out : Carried::not_yet;
    }
    std::string owner_and_due(const std::optional<Function>& owner, const std::optional<Instant>& due) const {
        std::string text = owner ? owner->value : std::string("geen eigenaar");
        text += due ? ", vóór " + words::clock_near(*due, now_) : std::string(", geen tijd");
        return text;
    }

    const Picture& picture_;
    IncidentId incident_;
    Instant now_;
    Sequence before_;
    bool first_; ///< no sitrep was made before
};

std::string grip_words(const Picture& picture, const IncidentId& incident, Instant now) {
    const auto grip = picture::grip_at(picture, incident, now);
    std::string text = fmt::format("GRIP {}", grip.level.value);
    if (grip.since) text += " sinds " + words::clock_near(*grip.since, now);
    if (grip.decided_by) text += ", besluit " + words::decider(picture, *grip.decided_by);
    return text;
}

/// Everything that anybody wrote, so that it stays in its own place.
void clean(Sitrep& made) {
    for (auto* text : {&made.title, &made.where, &made.grip, &made.author, &made.since})
        *text = codec::plain_line(*text);
    for (auto& section : made.sections)
        for (auto& line : section.lines) {
            line.text = codec::plain_line(line.text);
            line.about = codec::plain_line(line.about);
        }
}

/// "3 · CoPI · Brand Kade": the number, the team whose it is, the incident.
std::string numbered(const Sitrep& made) {
    return fmt::format("{}{} · {}", made.number, made.team.empty() ? "" : " · " + made.team, made.title);
}

/// Of an incident whose place nobody said only when.
std::string when_and_where(const Sitrep& made) {
    return made.where.empty() ? made.when : made.when + " · " + made.where;
}

constexpr std::string_view exercise_words = "OEFENING OEFENING OEFENING";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

constexpr std::string_view page_head = R"(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>)";
constexpr std::string_view page_style = R"(</title><style>
@page { size: A4; margin: 18mm }
body { font: 11pt/1.4 sans-serif; color: #1a222a; max-width: 174mm; margin: 0 auto }
h1 { font-size: 18pt; margin: 0 } h2 { font-size: 12pt; margin: 14pt 0 4pt; border-bottom: 1px solid #8d98a3 }
ul { margin: 0; padding-left: 14pt } li { break-inside: avoid } small { color: #47525d }
.new { font-weight: bold } .exercise { text-align: center; font-weight: bold; border: 2px solid #7a4b00; padding: 4pt }
</style></head><body>
)";

/// The team of the author, but where that one was neither alerted nor met and another did: that of the
/// overleg that runs or was last.
std::string team_of(const Picture& picture, const IncidentId& incident, Instant now, const Function& author) {
    const auto teams = picture::home_teams(author);
    if (teams.empty()) return {};
    std::string home(words::label(teams.front()));
    std::string last;
    for (const auto& active : picture::active_teams(picture, incident))
        if (words::label(active.team) == home) return home;
    for (const auto& clock : picture::meetings_of(picture, incident, now)) {
        if (!clock.started) continue;
        last = words::label(clock.team);
        if (last == home) return home;
    }
    return last.empty() ? home : last;
}

} // namespace

Sitrep sitrep(const Picture& picture, const IncidentId& incident, Instant now, Mode mode,
              const Function& author) {
    Sitrep made;
    made.exercise = mode == Mode::exercise;
    made.title = words::incident(picture, incident);
    made.when = words::date_clock(now);
    made.grip = grip_words(picture, incident, now);
    made.author = author.value;
    made.team = team_of(picture, incident, now, author);
    if (const auto* found = picture::find_incident(picture, incident)) made.where = found->place.value;
    Sequence before = 0;
    for (const auto* note : picture::notes_of(picture, incident)) {
        if (!note->written.value.text.starts_with(sitrep_note)) continue;
        ++made.number;
        if (note->written.sequence < before) continue;
        before = note->written.sequence;
        made.since = "de vorige sitrep van " + words::clock_near(note->written.time, now);
    }
    const Maker maker(picture, incident, now, before == 0 ? picture.sequence : before, made.number == 1);
    made.sections = {maker.beeld(),
                     maker.judgements(),
                     maker.decisions(),
                     maker.actions(),
                     maker.bottlenecks(),
                     maker.situation("Communicatie", "Communicatie/omgevingsbeeld", "Nog niets gemeld."),
                     maker.next_meetings()};
    if (auto running = maker.running_meetings(); !running.lines.empty())
        made.sections.insert(made.sections.end() - 1, std::move(running));
    if (before != 0) made.sections.push_back(maker.changes());
    clean(made);
    return made;
}

std::string as_text(const Sitrep& sitrep) {
    std::string out;
    if (sitrep.exercise) out += fmt::format("{}\n\n", exercise_words);
    out += fmt::format("SITREP {}\n{}\n{} · opgemaakt door {}\n", numbered(sitrep), when_and_where(sitrep),
                       sitrep.grip, sitrep.author);
    if (!sitrep.since.empty()) out += fmt::format("* is nieuw sinds {}\n", sitrep.since);
    for (const auto& section : sitrep.sections) {
        out += fmt::format("\n{}\n", section.title);
        if (section.lines.empty()) out += fmt::format("  {}\n", section.empty);
        for (const auto& line : section.lines)
            out += fmt::format("{} {}{}\n", line.fresh ? "*" : "-", line.text,
                               line.about.empty() ? std::string() : " (" + line.about + ")");
    }
    if (sitrep.exercise) out += fmt::format("\n{}\n", exercise_words);
    return out;
}

std::string as_html(const Sitrep& sitrep) {
    const std::string banner =
        sitrep.exercise ? fmt::format("<p class=\"exercise\">{}</p>\n", exercise_words) : std::string();
    std::string out{page_head};
    out += fmt::format("{}Sitrep {}", sitrep.exercise ? "OEFENING · " : "", escaped(numbered(sitrep)));
    out += page_style;
    out += banner;
    out += fmt::format("<h1>Sitrep {}</h1>\n<p>{}<br>{} · opgemaakt door {}</p>\n", escaped(numbered(sitrep)),
                       escaped(when_and_where(sitrep)), escaped(sitrep.grip), escaped(sitrep.author));
    if (!sitrep.since.empty())
        out += fmt::format("<p><small>Vet en * is nieuw sinds {}.</small></p>\n", escaped(sitrep.since));
    for (const auto& section : sitrep.sections) {
        out += fmt::format("<h2>{}</h2>\n", escaped(section.title));
        if (section.lines.empty()) {
            out += fmt::format("<p>{}</p>\n", escaped(section.empty));
            continue;
        }
        out += "<ul>\n";
        for (const auto& line : section.lines)
            out += fmt::format("<li{}>{}<bdi>{}</bdi> <small><bdi>{}</bdi></small></li>\n",
                               line.fresh ? " class=\"new\"" : "", line.fresh ? "* " : "", escaped(line.text),
                               escaped(line.about));
        out += "</ul>\n";
    }
    return out + banner + "</body></html>\n";
}

} // namespace regiekamer::report
