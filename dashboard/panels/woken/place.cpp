// WAT IS ER and WAAR MOET U HEEN: only what somebody said, with what is not sure marked so.
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/picture/warnings.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::woken {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// The newest texts about the incident itself, else its kind and size.
std::string what_words(const Scene& scene, const picture::Incident& incident, const IncidentId& id) {
    std::string text;
    for (const auto& column : picture::situation(scene.picture, id)) {
        for (const auto* item : column.items) {
            const auto& written = item->written.value;
            if (text.size() > 300) return text;
            if (written.state == Certainty::achterhaald) continue;
            if (!text.empty()) text += ' ';
            text += written.text;
            if (written.state != Certainty::bevestigd)
                text += fmt::format(" ({})", words::label(written.state));
            if (!text.ends_with('.') && !text.ends_with(')')) text += '.';
        }
    }
    if (!text.empty()) return text;
    text = words::sentence_case(incident.kind.value.value);
    if (incident.addresses.value) text += fmt::format(", {} adressen", incident.addresses.value->value);
    return text + ". Meer is nog niet bekend.";
}

std::string source_words(const Scene& scene, const FunctionAttendance& alarm) {
    std::string text = "Alarm van " + words::clock_near(alarm.alerted, scene.now);
    const auto grip = picture::grip_at(scene.picture, alarm.incident, scene.now);
    if (grip.level.value > 0 && grip.decided_by)
        text += fmt::format(" · GRIP {} door {}", grip.level.value, grip.decided_by->function.value);
    for (const auto* warning : picture::active_warnings(scene.picture, scene.now))
        if (warning->value.headline)
            text += fmt::format(" · {} {}", *warning->value.headline,
                                words::clock_near(warning->value.sent, scene.now));
    return text;
}

/// Where this alarm calls one to, as far as somebody said: the CoPI at the incident, another team where it
/// meets.
struct Goal {
    std::string to, remark; ///< remark: what is not known yet; empty: all is known
};

const PlaceMarked* copi_of(const Scene& scene, const IncidentId& incident) {
    const PlaceMarked* found = nullptr;
    for (const auto* place : picture::places_of(scene.picture, incident))
        if (place->value.kind == PlaceKind::copi) found = &place->value;
    return found;
}

/// Cordons of the incident, and works that hold a road now.
std::string closed_words(const Scene& scene, const IncidentId& incident) {
    std::string text;
    const auto add = [&](const std::string& what) { text += (text.empty() ? "" : " · ") + what; };
    for (const auto* area : picture::areas_of(scene.picture, incident))
        if (area->value.kind == AreaKind::afzetting) add(area->value.label);
    for (const auto& [id, works] : scene.picture.events->works)
        if (works.value.from <= scene.now && scene.now < works.value.until)
            add(works.value.title + " " + works.value.place);
    return text;
}

Goal goal_of(const Scene& scene, const picture::Incident& incident, const FunctionAttendance& alarm) {
    const Team team = alarm.team.value_or(Team::copi);
    const std::string name(words::label(team));
    if (team == Team::copi || team == Team::overig) {
        const auto* copi = copi_of(scene, alarm.incident);
        if (copi != nullptr) return {copi->label, {}};
        return {incident.place.value, "De plek van het CoPI is nog niet gemeld. Vraag het de meldkamer."};
    }
    for (const auto& meeting : picture::meetings_of(scene.picture, alarm.incident, scene.now))
        if (words::label(meeting.team) == name && !meeting.ended && !meeting.place.empty())
            return {meeting.place.starts_with(name) ? meeting.place : name + ", " + meeting.place, {}};
    return {name, fmt::format("Waar {} bijeenkomt is nog niet gemeld. Vraag het de meldkamer.", name)};
}

/// The words that matter most, in two lines of smaller letters where one does not hold them; what is left of
/// the place comes back.
Rect draw_whole(Ui& ui, Rect body, Style style, float height, const std::string& words, ui::Colour colour) {
    if (ui::width(ui, style, words) <= body.w) {
        ui::text_in(ui, style, body.take_top(height), colour, words);
        return body;
    }
    const Style smaller = style == Style::row17 ? Style::secondary15 : Style::strong18;
    const float two = std::min(body.h, 2 * ui::line_height(smaller));
    ui::text_wrapped(ui, smaller, body.take_top(two), colour, words);
    return body;
}

/// The remark, or as much as there are lines for: half a sentence says nothing.
std::string within(const Ui& ui, const Rect& body, const std::string& remark) {
    if (ui::width(ui, Style::row17, remark) <= body.w) return remark;
    const Style style = Style::secondary15;
    const float room = std::max(body.h, ui::line_height(style)) + 1;
    for (const std::string& words : {remark, remark.substr(0, remark.find(". ") + 1)})
        if (ui::wrapped_height(ui, style, body.w, words) <= room) return words;
    return "Plek nog niet gemeld.";
}

} // namespace

void draw_what(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm) {
    Rect body = ui::panel(ui, rect, "WAT IS ER");
    const auto* incident = picture::find_incident(scene.picture, alarm.incident);
    if (incident == nullptr) return;
    const bool large = body.h > 140, tight = body.h < 90;
    body = body.inset(padding + 6, tight ? 2 : 6);
    const Style style = large ? Style::alarm44 : tight ? Style::title24 : Style::answer30;
    body = draw_whole(ui, body, style,
                      large   ? 56.F
                      : tight ? 30.F
                              : 40.F,
                      incident->title.value, ui.palette.text);
    const Rect source = tight ? Rect{} : body.take_bottom(28);
    const Style about = large ? Style::lead24 : Style::row17;
    if (body.h >= ui::line_height(about)) // half a line says nothing
        ui::text_wrapped(ui, about, body, ui.palette.text, what_words(scene, *incident, alarm.incident));
    if (!source.empty()) ui::text_in(ui, Style::row16, source, ui.palette.dim, source_words(scene, alarm));
}

void draw_where(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm) {
    Rect body = ui::panel(ui, rect, "WAAR MOET U HEEN");
    const auto* incident = picture::find_incident(scene.picture, alarm.incident);
    if (incident == nullptr) return;
    const bool tight = body.h < 90;
    body = body.inset(padding + 6, tight ? 2 : 6);
    const Goal goal = goal_of(scene, *incident, alarm);
    body = draw_whole(ui, body, tight ? Style::title24 : Style::place34, tight ? 30.F : 46.F,
                      "Naar: " + goal.to, ui.palette.text);
    if (body.h < 0.8F * ui::line_height(Style::secondary15)) return; // a long name took all of it
    if (!goal.remark.empty())
        body = draw_whole(ui, body, Style::row17, 30, within(ui, body, goal.remark), ui.palette.dim);
    else if (!tight)
        ui::text_in(ui, Style::row17, body.take_top(30), ui.palette.text,
                    "Incident: " + incident->place.value);
    if (body.h < ui::line_height(Style::row17)) return;
    const auto closed = closed_words(scene, alarm.incident);
    ui::text_wrapped(ui, Style::row17, body, closed.empty() ? ui.palette.dim : ui.palette.attention,
                     closed.empty() ? "Geen afzettingen gemeld." : "Afgesloten: " + closed);
}

} // namespace regiekamer::panels::woken
