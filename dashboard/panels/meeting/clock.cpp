// VERGADERKLOK: where the overleg is, how long it takes, what comes next. And the list of all.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using picture::MeetingClock;
using picture::MeetingState;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// Of a VDO also the evenement.
std::string name_of(const Scene& scene, const MeetingClock& clock) {
    if (clock.event)
        return fmt::format("{} {} · {}", words::label(clock.team), clock.number.value,
                           words::public_event(scene.picture, *clock.event));
    return fmt::format("{} {}", words::label(clock.team), clock.number.value);
}

/// The large line: how long still, or how long too long.
void draw_time(Ui& ui, const Scene& scene, Rect& body, const MeetingClock& clock, bool low) {
    std::string large, about;
    auto colour = ui.palette.text;
    if (clock.state == MeetingState::planned) {
        large = words::due(clock.at, scene.now);
        about = "begint " + words::clock_near(clock.at, scene.now);
        if (!clock.place.empty()) about += " · " + clock.place;
        if (clock.at < scene.now) colour = ui.palette.attention;
    } else if (clock.state == MeetingState::running) {
        large = fmt::format("{} min bezig", clock.used.count());
        about =
            clock.planned ? fmt::format("van {} min", clock.planned->count()) : std::string("geen eindtijd");
        if (clock.over) {
            large = fmt::format("{} min te lang", clock.over->count());
            colour = ui.palette.critical;
        }
        if (clock.started) about += " · sinds " + words::clock(*clock.started);
    } else {
        large = "afgesloten";
        if (clock.ended) about = words::clock_near(*clock.ended, scene.now);
    }
    ui::text_in(ui, Style::answer30, body.take_top(low ? 38 : 44), colour, large);
    ui::text_in(ui, Style::row16, body.take_top(low ? 24 : 26), ui.palette.dim, about);
    if (clock.planned && clock.state == MeetingState::running) {
        const float part = static_cast<float>(clock.used.count()) /
                           static_cast<float>(std::max<std::int64_t>(1, clock.planned->count()));
        // In the space before the phases: what it took would be the line of the agenda.
        ui::progress(ui, {body.x, body.y - 1, body.w, 5}, std::min(part, 1.F),
                     clock.over ? ui.palette.critical : ui.palette.flow);
    }
}

/// The three phases; the one that runs is filled, with how long it has been so.
void draw_phases(Ui& ui, const Scene& scene, Rect place, const MeetingClock& clock) {
    constexpr std::array phases{Phase::beeld, Phase::oordeel, Phase::besluit};
    const float w = (place.w - 16) / 3;
    for (const auto phase : phases) {
        const Rect box = place.take_left(w);
        place.take_left(8);
        const bool now = clock.phase == phase && clock.state == MeetingState::running;
        ui::fill(ui, box, now ? ui.palette.selected : ui.palette.raised, 4);
        ui::frame(ui, box, now ? ui.palette.flow : ui.palette.line, 4, now ? 2.F : 1.F);
        std::string words = words::sentence_case(std::string(words::label(phase)));
        if (now && clock.phase_since) words += " " + words::minutes_of(scene.now - *clock.phase_since);
        ui::text_in(ui, now ? Style::strong16 : Style::row16, box, now ? ui.palette.text : ui.palette.dim,
                    words, ui::Align::centre);
    }
}

std::string agenda_of(const picture::Meeting& meeting) {
    std::string agenda;
    for (const auto& point : meeting.planned.value.agenda)
        agenda += (agenda.empty() ? "Agenda: " : " · ") + point;
    return agenda.empty() ? std::string("Geen agenda. Begin met wat niet kan wachten.") : agenda;
}

std::string_view next_verb(const MeetingClock& clock) {
    if (clock.state == MeetingState::planned) return "Begin overleg";
    if (!clock.phase) return "Naar beeld";
    if (*clock.phase == Phase::beeld) return "Naar oordeel";
    return *clock.phase == Phase::oordeel ? "Naar besluit" : "Sluit af";
}

} // namespace

Intents draw_clock(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto clock = shown(scene, drafts);
    Rect body =
        ui::panel(ui, rect, clock ? "VERGADERKLOK · " + name_of(scene, *clock) : std::string("VERGADERKLOK"));
    if (!clock) {
        ui::empty_text(ui, body,
                       scene.incident
                           ? "Nog geen overleg. Plan er een met [O]."
                           : "Een overleg hoort bij een incident of een evenement. Er loopt er nu geen.");
        return {};
    }
    const auto* meeting = scene.picture.meetings->meetings.find(clock->meeting);
    because(ui, rect, {meeting->planned.sequence, clock->sequence});
    body = body.inset(padding, 6);
    const std::string agenda = agenda_of(*meeting);
    // Where the agenda would be cut the rest stands closer, without the phases of what did not begin.
    const bool open = clock->state == MeetingState::planned || clock->state == MeetingState::running;
    const float above = 70 + 46 + (open ? 50 : 0);
    const bool low = above + ui::wrapped_height(ui, Style::row16, body.w, agenda) > body.h;
    const bool with_phases = body.h > 160;
    draw_time(ui, scene, body, *clock, low);
    if (with_phases && !(low && clock->state == MeetingState::planned)) {
        body.take_top(6);
        draw_phases(ui, scene, body.take_top(low ? 30 : 40), *clock);
    }
    if (open && !scene.looking_back && body.h > 48) {
        body.take_top(6);
        const Rect place = body.take_top(44);
        const ui::Unless unless(ui, words::not_allowed(scene.user.function, MeetingStarted::type));
        // The key is the board's own (view.cpp): here it only stands on the button.
        if (ui::button(ui, "overleg/verder", place, next_verb(*clock), "S", ui::ButtonKind::main))
            return step_on(scene, *clock, drafts);
    }
    if (body.h > 24) ui::text_wrapped(ui, Style::row16, body, ui.palette.dim, agenda);
    return {};
}

Intents draw_list(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto all = listed(scene);
    const auto now = shown(scene, drafts);
    Rect body = ui::panel(ui, rect, fmt::format("OVERLEGGEN · {} · komend eerst", all.size()), "[ ] kiest");
    Rect foot = body.take_bottom(34);
    const auto view = ui::list(ui, "overleggen", body, static_cast<int>(all.size()), 52);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& clock = all[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, {clock.sequence});
        if (ui::row(ui, "overleg/" + clock.meeting.value, row, now && now->meeting == clock.meeting))
            drafts.meeting.chosen = clock.meeting.value;
        const auto state = clock.state == MeetingState::running   ? std::string("loopt")
                           : clock.state == MeetingState::planned ? words::due(clock.at, scene.now)
                                                                  : std::string("afgesloten");
        const float left =
            ui::text_right(ui, Style::strong16, {row.right() - padding, row.y + 22}, ui.palette.text, state);
        ui::text_within(ui, Style::strong16, {row.x + padding, row.y + 22}, left - row.x - padding - 10,
                        ui.palette.text, name_of(scene, clock));
        const auto findings = picture::findings_of(scene.picture, clock.meeting).size();
        const auto decisions = picture::decisions_of(scene.picture, clock.meeting).size();
        ui::text_within(
            ui, Style::secondary15, {row.x + padding, row.y + 44}, row.w - 2 * padding, ui.palette.dim,
            fmt::format("{} · {} beeld en oordeel · {}",
                        words::clock_near(clock.started.value_or(clock.at), scene.now), findings,
                        decisions == 1 ? std::string("1 besluit") : fmt::format("{} besluiten", decisions)));
    }
    if (all.empty())
        ui::empty_text(ui, body,
                       "Hier staat elk overleg van dit incident en van een evenement. Plan er een met [O].");
    ui::list_foot(ui, foot, view);
    return {};
}

} // namespace regiekamer::panels::meeting
