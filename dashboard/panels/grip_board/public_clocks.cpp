// GRIP, below: the clocks of the public, which run from the start of the incident, or of the GBT, and not
// from alarmering; and the incidents that are open at the same time.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/grip_board/board.hpp"
#include "dashboard/picture/public_norms.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/public_norm_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::ClockState;
using picture::PublicClock;
using picture::PublicNorm;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// How long it may take, and from when where that is not the start of the incident.
const char* term(const PublicClock& clock) {
    switch (clock.norm) {
    case PublicNorm::first_facts:
        return "30 min";
    case PublicNorm::shelter:
        return clock.by_appointment ? "op afspraak" : "3 uur";
    case PublicNorm::housing:
        return "48 uur";
    case PublicNorm::duiding:
        return "60 min na start GBT";
    }
    return "";
}

std::string state_words(const Scene& scene, const PublicClock& clock) {
    switch (clock.state) {
    case ClockState::met:
        return "gehaald " + words::clock_near(*clock.met_at, scene.now);
    case ClockState::met_late:
        return "te laat gehaald " + words::clock_near(*clock.met_at, scene.now);
    case ClockState::running:
        return words::due(clock.by, scene.now);
    case ClockState::missed:
        return "niet gehaald";
    }
    return {};
}

void draw_clock(Ui& ui, const Scene& scene, const PublicClock& clock, const Rect& place) {
    because(ui, place, {clock.sequence});
    const float x = place.x + ui::measure::padding, right = place.right() - ui::measure::padding;
    const bool bad =
        clock.asked && (clock.state == ClockState::missed || clock.state == ClockState::met_late);
    std::string words = clock.asked ? state_words(scene, clock) : std::string("niet gevraagd");
    const std::string whole = fmt::format("{} · {}", words::label(clock.norm), term(clock)),
                      short_title(words::label(clock.norm));
    std::string title = whole;
    const std::string appointed = clock.asked && clock.appointed && !clock.by_appointment && !clock.met_at
                                      ? "afspraak " + words::clock_near(*clock.appointed, scene.now)
                                      : std::string();
    const bool tall = place.h >= 54;
    const auto fits = [&](std::string_view one) {
        return ui::width(ui, Style::strong16, one) + ui::width(ui, Style::strong16, words) + 30 <= right - x;
    };
    if (!tall && !appointed.empty()) {
        const std::string both = words + " · " + appointed;
        title = short_title;
        if (ui::width(ui, Style::strong16, title) + ui::width(ui, Style::strong16, both) + 30 <= right - x)
            words = both;
    }
    // The term gives way before the name does, and then when it was met.
    if (!fits(title)) title = short_title;
    if (!fits(title) && clock.met_at)
        words = clock.state == ClockState::met_late ? "te laat gehaald" : "gehaald";
    if (bad)
        ui::chip_right(ui, {right, place.y + 20}, words);
    else
        ui::text_right(ui, Style::strong16, {right, place.y + 25}, ui.palette.text, words);
    const float room = right - x - ui::width(ui, Style::strong16, words) - 30;
    ui::text_within(ui, Style::strong16, {x, place.y + 25}, room,
                    clock.asked ? ui.palette.text : ui.palette.dim, title);
    if (!tall) return;
    std::string terms =
        (clock.by_appointment ? "afspraak " : "norm ") + words::clock_near(clock.by, scene.now);
    if (!appointed.empty()) terms += " · " + appointed;
    ui::text_within(ui, Style::secondary15, {x, place.y + 47}, right - x - 150, ui.palette.dim, terms);
    if (!clock.asked) return;
    const float part =
        std::clamp(static_cast<float>((clock.met_at.value_or(scene.now) - clock.from) / seconds(1)) /
                       static_cast<float>((clock.by - clock.from) / seconds(1)),
                   0.F, 1.F);
    ui::progress(ui, {right - 130, place.y + 38, 130, 8}, part, bad ? ui.palette.critical : ui.palette.flow);
}

} // namespace

Intents draw_public_clocks(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    Rect body = ui::panel(ui, rect, "VOOR INWONERS",
                          incident == nullptr ? std::string()
                                              : (rect.w < 400 ? "begin " : "sinds begin ") +
                                                    words::clock_near(incident->started.value, scene.now));
    if (incident == nullptr) {
        ui::empty_text(ui, body, "Geen incident open. Hier lopen dan de normen voor inwoners.");
        return {};
    }
    const auto clocks = picture::public_clocks(scene.picture, *scene.incident, scene.now);
    // All of them, lower where they must.
    const float row =
        std::clamp(body.h / static_cast<float>(std::max<std::size_t>(1, clocks.size())), 30.F, 58.F);
    for (const auto& clock : clocks) {
        if (body.h < row - 1) break;
        draw_clock(ui, scene, clock, body.take_top(row));
        ui::separator(ui, body);
    }
    return {};
}

Intents draw_incidents(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    Intents intents;
    const auto active = picture::active_incidents(scene.picture, scene.now);
    const std::string title = fmt::format("INCIDENTEN · {} · hoogste GRIP eerst", active.size());
    std::string keys = active.size() > 1 ? "I volgende · Shift+R sluit"
                       : active.empty()  ? ""
                                         : "Shift+R sluit";
    if (active.size() > 1 && ui::width_of_capitals(ui, Style::section14, title) +
                                     ui::width(ui, Style::secondary15, keys) + 3 * ui::measure::padding >
                                 rect.w)
        keys = "I volgende";
    Rect body = ui::panel(ui, rect, title, keys);
    if (active.empty()) ui::empty_text(ui, body, "Geen incident open. Open er een met [R].");
    const auto view = ui::list(ui, "grip/incidenten", body, static_cast<int>(active.size()), 56);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& id = active[static_cast<std::size_t>(i)];
        const Rect place = view.row(i);
        if (ui::row(ui, "incident/" + id.value, place, scene.incident == id))
            intents.emplace_back(ShowIncident{id});
        const auto level = picture::grip_at(scene.picture, id, scene.now).level.value;
        const Rect box{place.x + 12, place.centre().y - 18, 36, 36};
        ui::fill(ui, box, ui.palette.grip[static_cast<std::size_t>(level)], 3);
        ui::text_in(ui, Style::strong18, box, ui.palette.on_grip, std::to_string(level), ui::Align::centre);
        const auto* incident = picture::find_incident(scene.picture, id);
        because(ui, place,
                {incident->started.sequence, incident->title.sequence, incident->place.sequence,
                 picture::grip_at(*incident, scene.now).sequence});
        const float x = box.right() + 12, w = place.right() - ui::measure::padding - x;
        ui::text_within(ui, Style::strong16, {x, place.y + 24}, w, ui.palette.text,
                        words::incident(scene.picture, id));
        ui::text_within(ui, Style::secondary15, {x, place.y + 45}, w, ui.palette.dim,
                        fmt::format("{} · sinds {}", incident->place.value,
                                    words::clock_near(incident->started.value, scene.now)));
    }
    return intents;
}

} // namespace regiekamer::panels
