// One evenement: what it is, what stands between now and Akkoord, its steps and its day.
#include "dashboard/catalogue/asked.hpp"
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <fmt/format.h>
#include <vector>

namespace regiekamer::panels::events {
namespace {

using picture::EventState;
using picture::Readiness;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
/// No line is longer than an eye follows; letters cost too.
constexpr float read_at_once = 900;

/// The state in a box at the right; returns its left edge.
float draw_state(Ui& ui, const picture::PublicEvent& event, const Readiness& ready, float right, float y) {
    std::string words(words::label(ready.state));
    if (event.decided) words = std::string(words::label(event.decided->value.decision));
    const bool good = ready.state == EventState::akkoord || ready.state == EventState::go;
    const bool bad = ready.state == EventState::no_go;
    const float width = ui::width(ui, Style::strong18, words) + (good || bad ? 46 : 24);
    const Rect box{right - width, y - 17, width, 34};
    ui::frame(ui, box, bad ? ui.palette.critical : good ? ui.palette.dim : ui.palette.attention, 4, 2);
    if (good) ui::check_mark(ui, {box.x + 18, box.centre().y}, 15, ui.palette.confirmation);
    if (bad) ui::cross_mark(ui, {box.x + 18, box.centre().y}, 15, ui.palette.critical);
    ui::text_in(ui, Style::strong18, {box.x + (good || bad ? 34 : 12), box.y, box.w, box.h}, ui.palette.text,
                words);
    return box.x;
}

std::string about(const Scene& scene, const picture::PublicEvent& event) {
    std::string text(words::label(event.class_.value));
    text += " · " + period_words(event);
    if (event.from.value) text += " · " + when_words(event, scene.now);
    text += " · " + event.place.value;
    if (event.visitors.value.value > 0)
        text += " · " + words::counted(event.visitors.value.value) + " bezoekers";
    if (!event.organiser.value.empty()) text += " · " + event.organiser.value;
    return text;
}

void draw_head(Ui& ui, const Scene& scene, Rect& body, const PublicEventId& id, const Readiness& ready,
               Intents& intents) {
    const auto& event = *find(scene, id);
    Rect head = body.take_top(84).inset(padding, 0);
    const float state = draw_state(ui, event, ready, head.right(), head.y + 32);
    because(ui, head,
            {event.name.sequence, event.class_.sequence, event.place.sequence, event.from.sequence,
             event.until.sequence, event.visitors.sequence, event.organiser.sequence,
             event.decided ? event.decided->sequence : 0});
    ui::text_within(ui, Style::title24, {head.x, head.y + 40}, state - head.x - 14, ui.palette.text,
                    event.name.value);
    ui::text_within(ui, Style::secondary15, {head.x, head.y + 70}, std::min(head.w, 1.2F * read_at_once),
                    ui.palette.dim, about(scene, event));
    const auto beyond = picture::beyond_melding(event.class_.value, event.visitors.value, event.from.value,
                                                event.until.value);
    if (beyond.any() && body.h >= 200) {
        const Rect line = body.take_top(30).inset(padding, 0);
        ui::triangle(ui, {line.x + 8, line.y + 12}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong16, {line.x + 26, line.y + 18}, line.w - 26, ui.palette.text,
                        beyond_words(beyond) + " Klopt de klasse? V wijzigt haar.");
    }
    for (const auto& incident : picture::incidents_of(scene.picture, id)) {
        if (body.h < 200) return;
        const Rect line = body.take_top(48).inset(padding, 2);
        const std::string words = "Incident loopt: " + words::incident(scene.picture, incident);
        const float width = std::min(line.w, ui::button_width(ui, words, {}));
        if (ui::button(ui, "evenement/incident/" + incident.value, {line.x, line.y, width, 44}, words,
                       std::string_view(), ui::ButtonKind::danger)) {
            intents.push_back(ShowIncident{incident});
            intents.push_back(Show{View::inzet});
        }
    }
}

constexpr std::size_t wanted_max = 3;

/// One thing that turns it ready: what, who, by when.
void draw_reason(Ui& ui, const Scene& scene, const picture::ReadinessReason& reason, const std::string& what,
                 float left, float right, float y) {
    const auto due = reason.expected ? reason.expected : reason.deadline;
    const float when = due ? ui::text_right(ui, Style::strong16, {right, y},
                                            *due < scene.now ? ui.palette.critical : ui.palette.text,
                                            (*due < scene.now ? "was vóór " : "vóór ") +
                                                words::short_date_near(*due, scene.now))
                           : right;
    const float end =
        ui::text_within(ui, Style::strong17, {left, y}, when - left - 10, ui.palette.text, what) + 12;
    if (end < when - 40)
        ui::text_within(ui, Style::secondary15, {end, y}, std::min(when - end - 10, 320.F), ui.palette.dim,
                        reason.by);
    because(ui, {left, y - 20, right - left, 28}, {reason.sequence});
}

/// A wide box has its words before the lines, a narrow one above them.
bool words_above(const Rect& box) {
    return box.w <= 700;
}

std::size_t wanted_lines(const Rect& box, const Readiness& ready) {
    const auto count = ready.reasons.size();
    return std::min(count, wanted_max) + (words_above(box) || count > wanted_max ? 1 : 0);
}

/// What turns it ready: three lines, each with who and by when.
void draw_wanted(Ui& ui, const Scene& scene, Rect box, const Readiness& ready) {
    const bool above = words_above(box);
    const std::size_t rest = ready.reasons.size() - std::min(ready.reasons.size(), wanted_max);
    float y = box.y + 27, left = box.x + padding;
    std::string words = "Akkoord als:";
    if (above && rest > 0) words = fmt::format("Akkoord als dit er is, en nog {} hieronder:", rest);
    ui::text(ui, above ? Style::strong15 : Style::strong17, {left, y},
             above ? ui.palette.dim : ui.palette.text, words);
    if (above)
        y += 30;
    else
        left = box.x + ui::width(ui, Style::strong17, words) + 22;
    for (std::size_t i = 0; i < std::min(ready.reasons.size(), wanted_max); ++i, y += 30)
        draw_reason(ui, scene, ready.reasons[i], fmt::format("{} {}", i + 1, wanted(ready.reasons[i])), left,
                    box.right() - padding, y);
    if (!above && rest > 0)
        ui::text(ui, Style::secondary15, {left, y}, ui.palette.dim,
                 fmt::format("nog {}: zie hieronder", rest));
}

/// Lines of a box: what is so, and what it is about.
struct Fact {
    std::string what, more;
    ui::Colour colour;
    Sequence sequence = 0; ///< of what said so
};

Fact decision_of(const Ui& ui, const Scene& scene, const picture::PublicEvent& event) {
    if (!event.decided) return {"Nog geen GO of NO-GO", "B legt het besluit vast", ui.palette.attention};
    const auto& body = event.decided->value;
    const bool stop = body.decision == GoDecision::NO_GO;
    return {std::string(words::label(body.decision)) + ": " + body.reason,
            words::decider(scene.picture, body.decided_by) + ", " + words::date_clock(event.decided->time),
            stop ? ui.palette.critical : ui.palette.text, event.decided->sequence};
}

/// What was decided, and when that must be done anew.
std::vector<Fact> decisions_of(const Ui& ui, const Scene& scene, const picture::PublicEvent& event) {
    std::vector<Fact> facts{decision_of(ui, scene, event)};
    if (picture::planned_again(event))
        facts.push_back({"Staat weer in de agenda: besluit opnieuw", "B legt het besluit vast",
                         ui.palette.attention, event.registered});
    return facts;
}

/// On the day: the decision, the worst threshold with its measure, what runs and what comes.
std::vector<Fact> facts_of_the_day(const Ui& ui, const Scene& scene, const PublicEventId& id) {
    const auto& event = *find(scene, id);
    std::vector<Fact> facts = decisions_of(ui, scene, event);
    for (const auto& row : picture::day_quantities(scene.picture, id, scene.now)) {
        if (!row.reached) continue;
        const auto& stage = *row.stages.at(static_cast<std::size_t>(*row.reached));
        static const char* const names[] = {"Attentie", "Maatregel", "STOP"};
        facts.push_back(
            {fmt::format("{}: {}", names[static_cast<std::size_t>(*row.reached)],
                         stage.measure.value_or("zie het veiligheidsplan")),
             fmt::format("{} {}{}", row.quantity.value, value_words(row.quantity, row.unit, *row.value),
                         row.station ? ", " + station_words(scene, *row.station) : ""),
             *row.reached == Stage::stop ? ui.palette.critical : ui.palette.attention, row.sequence});
    }
    const auto day = picture::day_shown(event, scene.now);
    for (const auto& moment : picture::moments_on(scene.picture, id, *day)) {
        const auto& known = scene.picture.events->moments.at(moment);
        if (known.value.at < scene.now) continue;
        facts.push_back({"Straks: " + known.value.title,
                         words::clock(known.value.at) + ", " + words::due(known.value.at, scene.now),
                         ui.palette.text, known.sequence});
        break;
    }
    return facts;
}

/// What it is about goes beside it, or beneath it where both do not fit.
bool beneath(const Ui& ui, const Fact& fact, float width) {
    return !fact.more.empty() && ui::width(ui, Style::strong17, fact.what) +
                                         ui::width(ui, Style::secondary15, fact.more) + 3 * padding >
                                     width;
}

/// As many lines as the box has; a fact is never told by half.
void draw_facts(Ui& ui, const Rect& box, const std::vector<Fact>& facts) {
    float y = box.y + 27;
    const float width = std::min(box.w - 2 * padding, read_at_once);
    for (const auto& fact : facts) {
        const bool two = beneath(ui, fact, box.w);
        if (y + (two ? 24 : 0) > box.bottom()) return;
        because(ui, {box.x, y - 20, box.w, two ? 52.F : 28.F}, {fact.sequence});
        ui::text_within(ui, Style::strong17, {box.x + padding, y}, width, fact.colour, fact.what);
        if (two) {
            y += 24;
            ui::text_within(ui, Style::secondary15, {box.x + padding, y}, width, ui.palette.dim, fact.more);
        } else {
            ui::text_right(ui, Style::secondary15, {box.right() - padding, y}, ui.palette.dim, fact.more);
        }
        y += 30;
    }
}

void draw_box(Ui& ui, const Scene& scene, Rect& body, const PublicEventId& id, const Readiness& ready) {
    const auto& event = *find(scene, id);
    const bool today = picture::on_the_day(event, scene.now);
    const bool redated = catalogue::has_deadlines_of_before(scene.catalogue.requirements, id, event);
    std::vector<Fact> facts;
    if (today)
        facts = facts_of_the_day(ui, scene, id);
    else if (event.decided)
        facts = decisions_of(ui, scene, event);
    else if (redated)
        facts.push_back({"De termijnen zijn van de vorige datum", "Q zet ze op de nieuwe",
                         ui.palette.attention, event.redated});
    else if (ready.reasons.empty())
        facts.push_back({ready.total == 0 ? "Nog niets gevraagd: Q stelt de eisen van deze klasse"
                                          : "Akkoord: alles wat vooraf moest, is er",
                         ready.later.empty() ? "" : fmt::format("nog {} van de dag", ready.later.size()),
                         ui.palette.text});
    float high = facts.empty() ? static_cast<float>(wanted_lines(body.inset(padding, 0), ready)) * 30 : 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(facts.size(), 4); ++i)
        high += beneath(ui, facts[i], body.w - 2 * padding) ? 54 : 30;
    const Rect box = body.take_top(std::min(body.h, high + 14 + 10)).inset(padding, 0);
    const Rect inside{box.x, box.y, box.w, box.h - 10};
    if (inside.h < 34) return;
    ui::fill(ui, inside, ui.palette.raised, 4);
    ui::frame(ui, inside, ui.palette.line, 4);
    if (facts.empty())
        draw_wanted(ui, scene, inside, ready);
    else
        draw_facts(ui, inside, facts);
}

struct Verb {
    const char* verb;
    const char* key;
    Dialog dialog;
    std::string_view type;
};
constexpr std::array verbs{Verb{"Wijzig", "V", Dialog::event, EventUpdated::type},
                           Verb{"Stel eisen", "Q", Dialog::none, RequirementSet::type},
                           Verb{"Stap", "S", Dialog::event_requirement, RequirementMet::type},
                           Verb{"GO / NO-GO", "B", Dialog::event_decision, EventDecided::type},
                           Verb{"Schouw", "P", Dialog::event_inspection, InspectionNoted::type},
                           Verb{"Incident", "J", Dialog::event_incident, IncidentOpened::type},
                           Verb{"Moment", "M", Dialog::event_moment, EventMomentSet::type},
                           Verb{"Actie", "Shift+N", Dialog::event_action, ActionOpened::type},
                           Verb{"Taakkaart", "C", Dialog::task_card, ActionOpened::type}};

/// The acts of this evenement, in the order of the year.
std::vector<Verb> acts_of(const Scene& scene, const PublicEventId& id) {
    const auto& event = *find(scene, id);
    const bool asked = !event.requirements.empty();
    std::vector<Verb> all(verbs.begin(), verbs.end());
    std::erase_if(all, [&](const Verb& verb) {
        if (verb.dialog == Dialog::event_requirement) return !asked;
        return verb.dialog == Dialog::none && asked &&
               !catalogue::has_deadlines_of_before(scene.catalogue.requirements, id, event);
    });
    for (auto& verb : all)
        if (verb.dialog == Dialog::none && asked) verb.verb = "Zet termijnen";
    return all;
}

constexpr float act_gap = 6;

/// Whether one row is too short for their buttons.
bool in_two_rows(const Ui& ui, const std::vector<Verb>& acts, float width) {
    float needed = -act_gap;
    for (const auto& act : acts)
        needed += ui::button_width(ui, act.verb, act.key) + act_gap;
    return needed > width;
}

void answer_act(const Scene& scene, const Verb& act, const PublicEventId& id, Drafts& drafts,
                Intents& intents) {
    if (act.dialog == Dialog::event) return open_event_form(scene, drafts, id);
    if (act.dialog != Dialog::none) return open_about(scene, drafts, intents, act.dialog, id.value, act.type);
    for (auto& intent : set_requirements(scene, id))
        intents.push_back(std::move(intent));
}

/// One row of buttons, or two lower ones; what does not fit has its key all the same.
void draw_acts(Ui& ui, const Scene& scene, Rect strip, const std::vector<Verb>& acts, const PublicEventId& id,
               Drafts& drafts, Intents& intents) {
    ui::separator(ui, strip);
    strip = strip.inset(padding, strip.h > 60 ? 6 : 8);
    const float high = std::min(strip.h, strip.h > 60 ? (strip.h - act_gap) / 2 : ui::measure::button_height);
    Rect row = strip.take_top(high);
    for (const auto& act : acts) {
        const float width = ui::button_width(ui, act.verb, act.key, high);
        if (width > row.w && strip.h > high) {
            strip.take_top(act_gap);
            row = strip.take_top(high);
        }
        if (width > row.w) continue;
        const std::string why = scene.looking_back ? std::string("U kijkt terug: nu is er niets te doen.")
                                                   : words::not_allowed(scene.user.function, act.type);
        const Rect place = row.take_left(width);
        row.take_left(act_gap);
        if (!why.empty()) ui::tooltip(ui, place, why);
        if (ui::button(ui, std::string("evenement/doe/") + act.key, place, act.verb, act.key,
                       why.empty() ? ui::ButtonKind::plain : ui::ButtonKind::disabled))
            answer_act(scene, act, id, drafts, intents);
    }
}

} // namespace

void draw_detail(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts, Intents& intents) {
    ui::surface(ui, rect);
    const auto id = selected(scene, drafts.events);
    Rect body = rect;
    if (!id) return ui::empty_text(ui, body.inset(0, 20), "Hier komt het evenement dat u links kiest.");
    const auto ready = picture::readiness(scene.picture, *id, scene.now);
    draw_head(ui, scene, body, *id, ready, intents);
    const auto acts = acts_of(scene, *id);
    // A low panel keeps its place for the steps; in a high one the axis of the day gives it.
    const bool two = body.h > 600 && in_two_rows(ui, acts, body.w - 2 * padding);
    draw_acts(ui, scene, body.take_bottom(two ? 90 : 60), acts, *id, drafts, intents);
    draw_box(ui, scene, body, *id, ready);
    // A low screen has the axis with one line of words (draw_day).
    const float day = body.h > 420 ? (two ? 142 : 164) : body.h > 300 ? 130 : body.h > 130 ? day_low : 0;
    const Rect axis = body.take_bottom(day);
    draw_steps(ui, scene, body, *id, drafts, intents);
    if (!axis.empty()) draw_day(ui, scene, axis, *id, drafts);
}

} // namespace regiekamer::panels::events
