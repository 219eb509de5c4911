// The list: by urgency, a row of three lines; or by month, a row of one line.
#include "dashboard/catalogue/asked.hpp"
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using picture::EventState;
using picture::Readiness;
using ui::Rect;
using ui::Style;
using ui::Ui;
using Filter = EventsDraft::Filter;

using ui::measure::padding;
constexpr float row_least = 80, row_most = 88, month_row_height = 36;

ui::Colour colour_of(const Ui& ui, const Readiness& ready, Instant now) {
    if (ready.reasons.empty()) return ui.palette.text;
    const auto& first = ready.reasons.front();
    if (first.late) return ui.palette.critical;
    const auto due = first.expected ? first.expected : first.deadline;
    return first.point || first.why == picture::ReadinessReason::Why::planned_again ||
                   (due && *due - now < soon)
               ? ui.palette.attention
               : ui.palette.text;
}

std::string headline(const Scene& scene, const PublicEventId& id, const picture::PublicEvent& event,
                     const Readiness& ready) {
    if (picture::planned_again(event)) return urgency(ready.reasons.front(), scene.now);
    if (event.decided && event.decided->value.decision != GoDecision::GO)
        return std::string(words::label(event.decided->value.decision)) + ": " + event.decided->value.reason;
    if (catalogue::has_deadlines_of_before(scene.catalogue.requirements, id, event))
        return "Andere datum: zet de termijnen met Q";
    if (!ready.reasons.empty()) {
        std::string text = urgency(ready.reasons.front(), scene.now);
        return ready.reasons.size() > 1 ? fmt::format("{} · nog {}", text, ready.reasons.size() - 1) : text;
    }
    if (ready.total == 0 && event.class_.value != EventClass::melding) return "Nog niets gevraagd";
    if (!ready.later.empty())
        return ready.later.size() == 1 ? "Alleen nog: " + ready.later.front().title
                                       : fmt::format("Alleen nog {} stappen van de dag", ready.later.size());
    return "Niets open";
}

/// Who is to move, and by when.
std::string turn(const picture::PublicEvent& event, const Readiness& ready, Instant now) {
    const auto* reason = !ready.reasons.empty() ? &ready.reasons.front()
                         : !ready.later.empty() ? &ready.later.front()
                                                : nullptr;
    if (reason == nullptr) return event.place.value;
    std::string text = reason->by;
    const auto due = reason->expected ? reason->expected : reason->deadline;
    if (due) text += (text.empty() ? "vóór " : " · vóór ") + words::short_date_near(*due, now);
    return text;
}

void draw_state(Ui& ui, const Readiness& ready, float right, float y) {
    const std::string text(words::label(ready.state));
    const float left = ui::text_right(ui, Style::strong15, {right, y}, ui.palette.text, text);
    if (ready.state == EventState::akkoord || ready.state == EventState::go)
        ui::check_mark(ui, {left - 12, y - 5}, 13, ui.palette.confirmation);
    if (ready.state == EventState::no_go) ui::cross_mark(ui, {left - 12, y - 5}, 13, ui.palette.critical);
}

void draw_urgent_row(Ui& ui, const Scene& scene, const PublicEventId& id, const Rect& row) {
    const auto& event = *find(scene, id);
    const Readiness ready = picture::readiness(scene.picture, id, scene.now);
    const float x = row.x + padding, right = row.right() - padding;
    const Rect tag = ui::tag(ui, {x, row.y + 20}, words::label(event.class_.value));
    const bool today = picture::on_the_day(event, scene.now);
    const float date = ui::text_right(ui, Style::strong16, {right, row.y + 26},
                                      today ? ui.palette.attention : ui.palette.text,
                                      today ? std::string("VANDAAG") : day_words(event));
    constexpr float read_in_list = 740; // on a very wide window
    const float room = std::min(date - tag.right() - 22, read_in_list);
    const bool large = ui::width(ui, Style::strong18, event.name.value) <= room;
    ui::text_within(ui, large ? Style::strong18 : Style::strong16, {tag.right() + 10, row.y + 26}, room,
                    ui.palette.text, event.name.value);
    ui::text_within(ui, Style::strong15, {x, row.y + 50}, std::min(right - x, read_in_list),
                    colour_of(ui, ready, scene.now), headline(scene, id, event, ready));
    draw_state(ui, ready, right, row.y + 72);
    const float state = ui::width(ui, Style::strong15, words::label(ready.state)) + 34;
    ui::text_within(ui, Style::secondary15, {x, row.y + 72}, right - x - state, ui.palette.dim,
                    turn(event, ready, scene.now));
}

/// What made the row: the evenement, what was decided, and what stands first between now and Akkoord.
std::vector<Sequence> behind(const Scene& scene, const PublicEventId& id) {
    const auto& event = *find(scene, id);
    std::vector<Sequence> all{event.name.sequence, event.class_.sequence, event.from.sequence};
    if (event.decided) all.push_back(event.decided->sequence);
    const auto ready = picture::readiness(scene.picture, id, scene.now);
    if (!ready.reasons.empty()) all.push_back(ready.reasons.front().sequence);
    return all;
}

void choose(Drafts& drafts, const PublicEventId& id, bool tabs) {
    drafts.events.selected = id.value;
    drafts.events.requirement.clear();
    if (tabs) drafts.tab = 1;
}

void draw_urgent(Ui& ui, const Scene& scene, const Rect& body, const Rect& foot,
                 const std::vector<PublicEventId>& ids, Drafts& drafts) {
    const auto now = selected(scene, drafts.events);
    const float rows = std::max(1.F, std::floor(body.h / row_least)); // as many as fit, over the whole height
    const auto view =
        ui::list(ui, "evenementen", body, static_cast<int>(ids.size()), std::min(body.h / rows, row_most));
    for (int i = view.first; i < view.end(); ++i) {
        const auto& id = ids[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (ui::row(ui, "evenement/" + id.value, row, now == id))
            choose(drafts, id, body.w > ui.screen.w * 0.8F);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, behind(scene, id));
        draw_urgent_row(ui, scene, id, row);
    }
    std::string rest;
    for (int i = view.end(); i < std::min(view.count, view.end() + 2); ++i)
        rest += (rest.empty() ? "" : ", ") + find(scene, ids[static_cast<std::size_t>(i)])->name.value;
    ui::list_foot(ui, foot, view, rest);
}

/// A line of the calendar: the head of a month, or an evenement.
struct Line {
    std::string month; ///< empty: an evenement
    std::array<int, 4> classes{};
    PublicEventId event;
};

std::string month_of(const picture::PublicEvent& event) {
    if (!event.from.value) return "NOG GEEN DATUM";
    const std::string date = words::date(*event.from.value); // "za 3 jul 2027"
    std::string month = date.substr(date.find(' ', date.find(' ') + 1) + 1);
    for (char& c : month)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return month;
}

std::vector<Line> calendar(const Scene& scene, const std::vector<PublicEventId>& ids) {
    std::vector<Line> lines;
    std::size_t head = 0;
    for (const auto& id : ids) {
        const auto& event = *find(scene, id);
        const std::string month = month_of(event);
        if (lines.empty() || lines[head].month != month) {
            head = lines.size();
            lines.push_back({month, {}, {}});
        }
        ++lines[head].classes.at(static_cast<std::size_t>(event.class_.value));
        lines.push_back({{}, {}, id});
    }
    return lines;
}

void draw_month(Ui& ui, const Line& line, const Rect& row) {
    ui::fill(ui, row, ui.palette.raised);
    const float end = ui::capitals(ui, Style::section14, {row.x + padding, row.centre().y + 5}, row.w,
                                   ui.palette.dim, line.month);
    std::string counts;
    for (std::size_t class_ = 0; class_ < line.classes.size(); ++class_)
        if (line.classes.at(class_) > 0)
            counts += fmt::format("{}{} {}", counts.empty() ? "" : " · ",
                                  words::label(static_cast<EventClass>(class_)), line.classes.at(class_));
    if (row.right() - padding - end > 60)
        ui::text_right(ui, Style::secondary15, {row.right() - padding, row.centre().y + 5}, ui.palette.dim,
                       counts);
}

void draw_calendar_row(Ui& ui, const Scene& scene, const PublicEventId& id, const Rect& row) {
    const auto& event = *find(scene, id);
    const Readiness ready = picture::readiness(scene.picture, id, scene.now);
    const float y = row.centre().y + 6, x = row.x + padding, right = row.right() - padding;
    ui::text_within(ui, Style::strong16, {x, y}, 110, ui.palette.text, day_words(event));
    const Rect tag = ui::tag(ui, {x + 118, row.centre().y}, words::label(event.class_.value));
    draw_state(ui, ready, right, y);
    const float state = ui::width(ui, Style::strong15, words::label(ready.state)) + 34;
    ui::text_within(ui, Style::row16, {tag.right() + 10, y}, right - state - tag.right() - 10,
                    colour_of(ui, ready, scene.now), event.name.value);
}

void draw_calendar(Ui& ui, const Scene& scene, const Rect& body, const Rect& foot,
                   const std::vector<PublicEventId>& ids, Drafts& drafts) {
    const auto lines = calendar(scene, ids);
    const auto now = selected(scene, drafts.events);
    const auto view =
        ui::list(ui, "evenementen/maanden", body, static_cast<int>(lines.size()), month_row_height);
    for (int i = view.first; i < view.end(); ++i) {
        const Line& line = lines[static_cast<std::size_t>(i)];
        if (!line.month.empty()) {
            draw_month(ui, line, view.row(i));
            continue;
        }
        if (ui::row(ui, "evenement/" + line.event.value, view.row(i), now == line.event))
            choose(drafts, line.event, body.w > ui.screen.w * 0.8F);
        because(ui, view.row(i), behind(scene, line.event));
        draw_calendar_row(ui, scene, line.event, view.row(i));
    }
    ui::list_foot(ui, foot, view);
}

void draw_filters(Ui& ui, const Scene& scene, Rect strip, const std::vector<PublicEventId>& all,
                  Drafts& drafts) {
    static constexpr std::array<const char*, EventsDraft::filters> names{"alles", "melding", "A",
                                                                         "B",     "C",       "vraagt actie"};
    strip = strip.inset(padding, 4);
    for (int i = 0; i < EventsDraft::filters; ++i) {
        const auto filter = static_cast<Filter>(i);
        const auto count = std::count_if(all.begin(), all.end(),
                                         [&](const PublicEventId& id) { return fits(scene, id, filter); });
        const std::string verb = fmt::format("{} {}", names.at(static_cast<std::size_t>(i)), count);
        const float width = ui::width(ui, Style::strong16, verb) + 22;
        if (width > strip.w) return; // Y goes round all the same
        const auto kind = drafts.events.filter == filter ? ui::ButtonKind::selected : ui::ButtonKind::plain;
        if (ui::button(ui, fmt::format("evenementen/filter/{}", i), strip.take_left(width), verb,
                       std::string_view(), kind))
            choose_filter(scene, drafts.events, filter);
        strip.take_left(6);
    }
}

/// The buttons under the list.
void draw_foot(Ui& ui, const Scene& scene, Rect foot, Drafts& drafts) {
    ui::separator(ui, foot);
    foot = foot.inset(padding, 8);
    const bool may =
        words::not_allowed(scene.user.function, EventRegistered::type).empty() && !scene.looking_back;
    const Rect add = foot.take_left(ui::button_width(ui, "Toevoegen", "N") + 24);
    if (ui::button(ui, "evenementen/nieuw", add, "Toevoegen", "N",
                   may ? ui::ButtonKind::plain : ui::ButtonKind::disabled))
        open_event_form(scene, drafts, {});
    if (!may)
        ui::tooltip(ui, add,
                    scene.looking_back ? std::string("U kijkt terug: nu is er niets te doen.")
                                       : words::not_allowed(scene.user.function, EventRegistered::type));
    foot.take_left(8);
    const char* other = drafts.events.calendar ? "Op urgentie" : "Per maand";
    const float width = ui::button_width(ui, other, "H") + 24;
    if (width <= foot.w && ui::button(ui, "evenementen/kalender", foot.take_left(width), other, "H"))
        drafts.events.calendar = !drafts.events.calendar;
}

} // namespace

void draw_list(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts, Intents&) {
    const auto all = picture::events_by_urgency(scene.picture, scene.now);
    const auto ids = listed(scene, drafts.events);
    const char* order = drafts.events.calendar ? "per maand" : "urgentste eerst";
    Rect body = ui::panel(ui, rect, fmt::format("EVENEMENTEN · {} · {}", ids.size(), order));
    const bool low = body.h < 330; // Y and H do what the strips would
    if (!low) draw_filters(ui, scene, body.take_top(46), all, drafts);
    if (!low) draw_foot(ui, scene, body.take_bottom(60), drafts);
    const Rect foot = body.take_bottom(30);
    if (all.empty())
        return ui::empty_text(
            ui, body,
            "Nog geen evenementen. Voeg er een toe met N, of lees een lijst in: regiekamerctl "
            "import events BESTAND.");
    if (ids.empty())
        return ui::empty_text(ui, body, "Geen evenement van deze soort. Y toont de volgende soort.");
    if (drafts.events.calendar || body.h < row_least)
        draw_calendar(ui, scene, body, foot, ids, drafts);
    else
        draw_urgent(ui, scene, body, foot, ids, drafts);
}

} // namespace regiekamer::panels::events
