// GRIP, at the left: the rungs from 5 to 0, the one that holds marked, and beneath them what was decided.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/grip_board/board.hpp"
#include "dashboard/words/grip_ladder.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

std::string teams_of(const words::GripRung& rung) {
    std::string teams;
    for (const Team team : rung.teams)
        teams += (teams.empty() ? "" : " + ") + std::string(words::label(team));
    return teams.empty() ? "geen team" : teams;
}

bool may_decide(const Scene& scene) {
    return !scene.looking_back && words::not_allowed(scene.user.function, GripDecided::type).empty();
}

void draw_number(Ui& ui, const Rect& box, int level) {
    ui::fill(ui, box, ui.palette.grip[static_cast<std::size_t>(level)], 3);
    ui::text_in(ui, box.h < 34 ? Style::strong16 : Style::title24, box, ui.palette.on_grip,
                std::to_string(level), ui::Align::centre);
}

void draw_rung(Ui& ui, const Scene& scene, const words::GripRung& rung, const picture::Grip& now, Rect place,
               Drafts& drafts) {
    const bool here = rung.level == now.level.value;
    const std::string id = fmt::format("grip/trede/{}", rung.level);
    if (ui::row(ui, id, place, here) && may_decide(scene)) {
        open(drafts, Dialog::grip);
        drafts.grip_board.level = rung.level;
    }
    if (here) because(ui, place, {now.sequence});
    const float number = std::min(46.F, place.h - 2);
    place = place.inset(ui::measure::padding, 6);
    const Rect box = place.take_left(46);
    draw_number(ui, {box.x, box.centre().y - number / 2, 46, number}, rung.level);
    place.take_left(14);
    const int lines = place.h >= 58   ? 3
                      : place.h >= 36 ? 2
                                      : 1; // where it is low, who is alerted gives way, then who decides
    const float line = lines == 1 ? place.h / 2 + 12 : std::min(24.F, place.h / static_cast<float>(lines));
    const float w = place.w;
    std::string_view authority = rung.authority.substr(0, rung.authority.find_first_of(",;("));
    while (authority.ends_with(' '))
        authority.remove_suffix(1);
    std::string in_short = fmt::format("gezag: {} · besluit: {} · alarm: {}", authority, rung.deciders_short,
                                       rung.alerted_short);
    if (ui::width(ui, Style::secondary15, in_short) > w)
        in_short = fmt::format("gezag: {} · besluit: {}", authority, rung.deciders_short);
    std::string head = fmt::format("{} · {}", teams_of(rung), rung.scope);
    float room = w;
    if (here) {
        const std::string since =
            now.since ? "NU sinds " + words::clock_near(*now.since, scene.now) : std::string("NU");
        const float left =
            ui::text_right(ui, Style::strong16, {place.right(), place.y + line - 6}, ui.palette.flow, since);
        room = left - place.x - 16;
    }
    // What a level is for is not cut: the letters give way first, then a word that everybody knows by two.
    constexpr std::string_view whole = " Bevolkingszorg";
    Style style = Style::strong16;
    if (ui::width(ui, style, head) > room) style = Style::strong15;
    if (const auto at = head.find(whole); at != std::string::npos && ui::width(ui, style, head) > room)
        head.replace(at, whole.size(), " Bz");
    const std::string with_authority = fmt::format("{} · gezag: {}", head, authority);
    if (lines == 1 && ui::width(ui, style, with_authority) <= room) head = with_authority;
    ui::text_within(ui, style, {place.x, place.y + line - 6}, room, ui.palette.text, head);
    if (lines < 2) return;
    ui::text_within(ui, Style::secondary15, {place.x, place.y + 2 * line - 6}, w, ui.palette.dim,
                    lines == 2 ? in_short
                               : fmt::format("Gezag: {} · besluit: {}", rung.authority, rung.deciders));
    if (lines < 3) return;
    ui::text_within(ui, Style::secondary15, {place.x, place.y + 3 * line - 6}, w, ui.palette.dim,
                    fmt::format("Gealarmeerd: {}", rung.alerted));
}

/// "GRIP 1 overgeslagen", when a step went more than one up; of two who decided the same the second.
std::string step_words(std::int64_t from, std::int64_t to) {
    if (to == from + 2) return fmt::format(" · GRIP {} overgeslagen", from + 1);
    if (to > from + 2) return fmt::format(" · GRIP {} tot {} overgeslagen", from + 1, to - 1);
    if (to == from) return " · verandert niets: dit was al zo";
    return to < from ? " · afgeschaald" : "";
}

} // namespace

Intents draw_grip_ladder(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Rect body = ui::panel(ui, rect, "GRIP-LADDER · hoogste boven", "klik een trede, of G");
    if (!scene.incident) {
        ui::empty_text(ui, body, "Geen incident open. Open er een met [R]; dan kiest u hier het niveau.");
        return {};
    }
    const auto now = picture::grip_at(scene.picture, *scene.incident, scene.now);
    const auto rungs = words::grip_ladder();
    const float height = body.h / static_cast<float>(rungs.size());
    for (auto rung = rungs.rbegin(); rung != rungs.rend(); ++rung) {
        if (rung != rungs.rbegin()) ui::separator(ui, body);
        draw_rung(ui, scene, *rung, now, body.take_top(height), drafts);
    }
    return {};
}

Intents draw_grip_history(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    const auto steps = incident == nullptr ? std::vector<picture::GripStep>{} : incident->grip;
    Rect body = ui::panel(ui, rect, fmt::format("BESLUITEN OVER GRIP · {} · nieuwste eerst", steps.size()));
    if (steps.empty()) {
        ui::empty_text(ui, body, "Nog niets besloten. Leg een besluit vast met [G].");
        return {};
    }
    const Rect foot = body.take_bottom(30);
    const auto count = static_cast<int>(steps.size());
    const auto view = ui::list(ui, "grip/besluiten", body, count, 54);
    for (int i = view.first; i < view.end(); ++i) {
        const auto at = static_cast<std::size_t>(count - 1 - i);
        const auto& step = steps[at];
        const Rect place = view.row(i);
        ui::separator(ui, place);
        because(ui, place, {step.sequence});
        const Rect line = place.inset(ui::measure::padding, 0);
        const auto from = at == 0 ? 0 : steps[at - 1].level.value;
        ui::text_within(ui, Style::strong16, {line.x, line.y + 22}, line.w, ui.palette.text,
                        fmt::format("{} GRIP {} · {}{}{}", words::clock_near(step.effective_from, scene.now),
                                    step.level.value, words::decider(scene.picture, step.decided_by),
                                    step_words(from, step.level.value),
                                    step.effective_from > scene.now ? " · gaat nog in" : ""));
        ui::text_within(ui, Style::secondary15, {line.x, line.y + 44}, line.w, ui.palette.dim, step.reason);
    }
    ui::list_foot(ui, foot, view);
    return {};
}

} // namespace regiekamer::panels
