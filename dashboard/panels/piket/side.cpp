// NU EN STRAKS, and the OVERDRACHT with its points to tick.
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

ui::ButtonKind may(const Scene& scene, std::string_view type) {
    return words::not_allowed(scene.user.function, type).empty() && !scene.looking_back
               ? ui::ButtonKind::plain
               : ui::ButtonKind::disabled;
}

/// The number is never what is cut: who opens this at night wants to call.
std::string after_phone(const Scene& scene, const PersonId& id, const std::string& text) {
    const auto* person = picture::find_person(scene.picture, id);
    return person != nullptr && person->phone ? *person->phone + " · " + text : text;
}

void draw_present(Ui& ui, const Scene& scene, const Function& function, Rect row, Drafts& drafts) {
    const auto duty = picture::on_duty(scene.picture, function, scene.now);
    if (duty.person) {
        const Rect bell = row.take_right(58).inset(7, 0);
        if (ui::icon_button(ui, "nu/" + function.value, {bell.x, row.centre().y - 22, 44, 44},
                            ui::Icon::phone, "Nummer van " + words::person(scene.picture, *duty.person)))
            open(drafts, Dialog::person, duty.person->value);
    }
    ui::text(ui, Style::secondary15, {row.x + padding, row.y + 28}, ui.palette.dim, "nu");
    const float x = row.x + 66, width = row.right() - x - 8;
    ui::text_within(ui, Style::title21, {x, row.y + 28}, width,
                    duty.person ? ui.palette.text : ui.palette.critical,
                    duty.person ? words::person(scene.picture, *duty.person) : std::string("Niet ingevuld"));
    std::string text = duty.until == Instant::max() ? std::string("zonder einde")
                                                    : "tot " + words::date_clock_near(duty.until, scene.now);
    // Where both do not fit the button has the number: the time, cut, would be another.
    if (duty.person)
        if (const auto both = after_phone(scene, *duty.person, text);
            ui::width(ui, Style::secondary15, both) <= width)
            text = both;
    ui::text_within(ui, Style::secondary15, {x, row.y + 50}, width, ui.palette.dim, text);
}

void draw_next(Ui& ui, const Scene& scene, const Function& function, Rect row) {
    const auto next = picture::next_duty(scene.picture, function, scene.now);
    ui::text(ui, Style::secondary15, {row.x + padding, row.y + 22}, ui.palette.dim, "straks");
    const float x = row.x + 66, width = row.right() - x - padding;
    if (!next) {
        ui::text_within(ui, Style::row17, {x, row.y + 22}, width, ui.palette.dim, "geen wissel bekend");
        return;
    }
    ui::text_within(
        ui, Style::strong17, {x, row.y + 22}, width, next->person ? ui.palette.text : ui.palette.attention,
        next->person ? words::person(scene.picture, *next->person) : std::string("Niet ingevuld"));
    const std::string since = words::date_clock_near(next->since, scene.now);
    const std::string answer = !next->answer                ? ""
                               : *next->answer == YesNo::ja ? " · bevestigd"
                                                            : " · zei nee";
    const auto told = [&](const std::string& when) {
        return next->person ? after_phone(scene, *next->person, when + answer) : when + answer;
    };
    std::string text = told(since + " · " + words::due(next->since, scene.now));
    if (ui::width(ui, Style::secondary15, text) > width) text = told(since); // cut it would be another time
    ui::text_within(ui, Style::secondary15, {x, row.y + 43}, width, ui.palette.dim, text);
}

std::string owner_and_due(const HandoverPoint& point) {
    std::string text = point.owner ? point.owner->value : std::string();
    if (point.due) text += (text.empty() ? "" : " · ") + words::short_date(*point.due);
    return text;
}

/// Open points first, by due time; then those done.
std::vector<HandoverPoint> ordered(const picture::Handover& handover) {
    auto points = handover.written.value.points;
    std::stable_sort(points.begin(), points.end(), [&](const HandoverPoint& one, const HandoverPoint& other) {
        const auto rank = [&](const HandoverPoint& point) {
            return std::pair(handover.done.contains(point.point), point.due.value_or(Instant::max()));
        };
        return rank(one) < rank(other);
    });
    return points;
}

constexpr float point_height = 42, tall_point_height = 62;

/// Tall where that is needed to read a point whole, and there is room for all to be.
float height_of(const Ui& ui, const std::vector<HandoverPoint>& points, const Rect& body) {
    const bool cut = std::any_of(points.begin(), points.end(), [&](const HandoverPoint& point) {
        return ui::width(ui, Style::strong16, point.text) +
                   ui::width(ui, Style::strong15, owner_and_due(point)) >
               body.w - 100;
    });
    return cut && tall_point_height * static_cast<float>(points.size()) <= body.h ? tall_point_height
                                                                                  : point_height;
}

void draw_point(Ui& ui, const Scene& scene, const picture::Handover& handover, const HandoverPoint& point,
                const Rect& row, int digit, Intents& intents) {
    const bool done = handover.done.contains(point.point);
    const float y = row.centre().y + 6;
    if (done)
        ui::check_mark(ui, {row.x + 24, row.centre().y}, 16, ui.palette.confirmation);
    else
        ui::box_mark(ui, {row.x + 24, row.centre().y}, 20, ui.palette.dim, false);
    if (!done && may(scene, HandoverPointDone::type) == ui::ButtonKind::plain) {
        const bool key =
            digit > 0 && ui::pressed(ui, static_cast<ui::Key>(static_cast<int>(ui::Key::d0) + digit));
        if (ui::touch(ui, "punt/" + point.point.value, row.inset(3, 2), "Gedaan: " + point.text) || key)
            intents.push_back(Act{HandoverPointDone{handover.written.value.handover, point.point},
                                  "punt gedaan", std::nullopt});
    }
    const bool late = !done && point.due && *point.due < scene.now;
    std::string about = owner_and_due(point);
    // What is to be done goes before whose it is.
    const Style style = done ? Style::row16 : Style::strong16;
    const float needs = ui::width(ui, style, point.text) + ui::width(ui, Style::strong15, about);
    if (point.due && needs > row.w - 100) about = words::short_date(*point.due);
    about = ui::shortened(ui, Style::strong15, row.w * 0.5F, about); // the key behind it stays
    if (!done && digit > 0) about += fmt::format("{}[{}]", about.empty() ? "" : "  ", digit);
    const float right = ui::text_right(ui, Style::strong15, {row.right() - padding, y},
                                       late ? ui.palette.attention : ui.palette.dim, about);
    const auto colour = done ? ui.palette.dim : ui.palette.text;
    const float room = right - row.x - 56;
    if (row.h > point_height && ui::width(ui, style, point.text) > room)
        ui::text_wrapped(ui, style, {row.x + 46, row.y + 9, room, 2 * ui::line_height(style)}, colour,
                         point.text);
    else
        ui::text_within(ui, style, {row.x + 46, y}, room, colour, point.text);
}

void draw_head(Ui& ui, const Scene& scene, const picture::Handover& handover, Rect& body, Intents& intents) {
    const auto& written = handover.written.value;
    Rect head = body.take_top(60);
    const bool mine = !handover.accepted && written.to_person == me(scene);
    if (mine) {
        Rect place = head.take_right(ui::button_width(ui, "Bevestig", "D") + 22).inset(6, 8);
        if (ui::button(ui, "overdracht/bevestig", place, "Bevestig", "D",
                       scene.looking_back ? ui::ButtonKind::disabled : ui::ButtonKind::main))
            for (auto& intent : confirm_handover(scene))
                intents.push_back(std::move(intent));
    }
    const float width = head.w - 2 * padding;
    ui::text_within(ui, Style::strong17, {head.x + padding, head.y + 24}, width, ui.palette.text,
                    fmt::format("{} → {} · {}", words::person(scene.picture, written.from_person),
                                words::person(scene.picture, written.to_person),
                                words::date_clock(handover.written.time)));
    const std::string state =
        handover.accepted ? "bevestigd " + words::clock_near(handover.accepted->time, scene.now)
                          : "nog niet bevestigd door " + words::person(scene.picture, written.to_person);
    ui::text_within(ui, Style::secondary15, {head.x + padding, head.y + 47}, width,
                    handover.accepted ? ui.palette.dim : ui.palette.attention,
                    written.notes.empty() ? state : state + " · " + written.notes);
}

struct Verb {
    std::string_view id, verb;
    ui::Key key;
    Dialog dialog;
    std::string_view type; ///< empty: it only shows something
};
/// Those of everybody first: where there is little room the others have their keys at the foot of the chart.
constexpr std::array verbs{
    Verb{"piket/ruil", "Ruil aanvragen", ui::Key::r, Dialog::swap, SwapProposed::type},
    Verb{"piket/overdracht", "Overdracht", ui::Key::o, Dialog::handover, HandoverWritten::type},
    Verb{"piket/overnemen", "Neem nu over", ui::Key::v, Dialog::take_over, DutyRostered::type},
    Verb{"piket/afwezig", "Afwezig", ui::Key::z, Dialog::absence, AbsenceReported::type},
    Verb{"piket/verdeling", "Per persoon", ui::Key::p, Dialog::fairness, {}},
    Verb{"piket/eindig", "Beëindig", ui::Key::x, Dialog::duty_end, DutyWithdrawn::type},
    Verb{"piket/rotatie", "Wisselrooster", ui::Key::w, Dialog::rotation, RotationSet::type}};
constexpr float verb_row = 50;

/// Two columns of buttons at the bottom; takes its height from `body`.
void draw_buttons(Ui& ui, const Scene& scene, Rect& body, Drafts& drafts) {
    // The points come first: where there is little room the acts have only their keys.
    const auto rows = static_cast<std::size_t>(std::clamp((body.h - 120) / verb_row, 0.F, 2.F));
    const std::size_t shown = body.h > 480 ? verbs.size() : 2 * rows;
    if (shown == 0) return;
    const std::size_t rows_shown = (shown + 1) / 2;
    Rect foot = body.take_bottom(verb_row * static_cast<float>(rows_shown) + 10).inset(8, 6);
    const float width = (foot.w - 8) / 2;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& verb = verbs.at(i);
        const std::size_t row = i / 2;
        const Rect place{foot.x + (i % 2 == 1 ? width + 8 : 0), foot.y + verb_row * static_cast<float>(row),
                         width, 44};
        const auto kind = verb.type.empty() ? ui::ButtonKind::plain : may(scene, verb.type);
        if (ui::button(ui, verb.id, place, verb.verb, ui::key_name(verb.key), kind))
            open(drafts, verb.dialog);
    }
}

} // namespace

Intents draw_now(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto functions = picture::duty_functions(scene.picture);
    const auto known = [&](const Function& function) {
        return std::find(functions.begin(), functions.end(), function) != functions.end();
    };
    std::vector<Function> shown;
    if (known(ovd)) shown.push_back(ovd);
    if (scene.user.function != ovd && known(scene.user.function)) shown.push_back(scene.user.function);
    if (shown.empty() && !functions.empty()) shown.push_back(functions.front());
    Rect body = ui::panel(ui, rect, "NU EN STRAKS", fmt::format("week {}", words::week_number(scene.now)));
    if (shown.empty()) ui::empty_text(ui, body, "Hier staat wie nu piket heeft, zodra er een rooster is.");
    for (const auto& function : shown) {
        if (body.h < 60) break;
        if (shown.size() > 1) ui::subsection(ui, body, function.value);
        draw_present(ui, scene, function, body.take_top(62), drafts);
        if (body.h >= 50) draw_next(ui, scene, function, body.take_top(54));
    }
    return {};
}

Intents draw_points(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts, bool digits) {
    Intents intents;
    const auto* handover = shown_handover(scene);
    const auto all = handover == nullptr ? std::vector<HandoverPoint>() : ordered(*handover);
    const auto open_count = handover == nullptr ? std::size_t{0} : picture::open_points(*handover).size();
    Rect body = ui::panel(
        ui, rect,
        handover == nullptr ? "OVERDRACHT" : "OVERDRACHT · " + handover->written.value.function.value,
        handover == nullptr ? std::string()
        : rect.w < 400
            ? fmt::format("{} van {} open", open_count, all.size())
            : fmt::format("{} = {} gedaan + {} open", all.size(), all.size() - open_count, open_count));
    draw_buttons(ui, scene, body, drafts);
    if (handover == nullptr) {
        ui::empty_text(ui, body, "Nog geen overdracht. Maak er een met [O] als uw piket afloopt.");
        return intents;
    }
    draw_head(ui, scene, *handover, body, intents);
    const Rect foot = body.take_bottom(28);
    const auto view = ui::list(ui, "punten", body, static_cast<int>(all.size()), height_of(ui, all, body));
    for (int i = view.first; i < view.end(); ++i) {
        ui::separator(ui, view.row(i));
        const bool keyed = digits && i < 9 && drafts.dialog == Dialog::none;
        draw_point(ui, scene, *handover, all[static_cast<std::size_t>(i)], view.row(i), keyed ? i + 1 : 0,
                   intents);
    }
    if (all.empty()) ui::empty_text(ui, body, "Geen punten: alleen wat hierboven staat.");
    ui::list_foot(ui, foot, view);
    return intents;
}

} // namespace regiekamer::panels::piket
