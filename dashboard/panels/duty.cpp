// RUST, left column: who has piket, who is next, what the roster lacks.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
const Function ovd{"OvD-Bz"};

std::string phone_of(const Scene& scene, const PersonId& person) {
    const auto* known = picture::find_person(scene.picture, person);
    return known != nullptr && known->phone ? *known->phone : std::string();
}

std::string until_words(Instant until, Instant now) {
    return until == Instant::max() ? "zonder einde" : "tot " + words::date_clock_near(until, now);
}

void because_of(Ui& ui, const picture::Duty& duty, const Rect& place) {
    because(ui, place, {duty.sequence, duty.absence_sequence});
}

void draw_ovd(Ui& ui, const Scene& scene, Rect& body) {
    const auto duty = picture::on_duty(scene.picture, ovd, scene.now);
    const Rect head = body.take_top(84);
    because_of(ui, duty, head);
    const std::string who =
        duty.person ? words::person(scene.picture, *duty.person) : std::string("niet ingevuld");
    ui::text_within(ui, Style::answer30, {head.x + padding, head.y + 40}, head.w - 2 * padding,
                    duty.person ? ui.palette.text : ui.palette.critical, "OvD-Bz: " + who);
    std::string about =
        duty.person ? until_words(duty.until, scene.now) : std::string("niemand heeft nu piket");
    if (duty.person && !phone_of(scene, *duty.person).empty()) about += " · " + phone_of(scene, *duty.person);
    ui::text_within(ui, Style::row16, {head.x + padding, head.y + 68}, head.w - 2 * padding, ui.palette.dim,
                    about);
}

/// Tells how many had no room.
int draw_others(Ui& ui, const Scene& scene, Rect& body, float foot) {
    int hidden = 0;
    for (const auto& function : picture::duty_functions(scene.picture)) {
        if (function == ovd) continue;
        if (body.h < foot + 42) {
            ++hidden;
            continue;
        }
        const Rect row = body.take_top(42);
        ui::separator(ui, row);
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        because_of(ui, duty, row);
        const float y = row.centre().y + 6;
        const std::string who =
            duty.person ? words::person(scene.picture, *duty.person) : std::string("niet ingevuld");
        const bool empty = !duty.person;
        const float left = ui::text_right(ui, Style::strong17, {row.right() - padding, y},
                                          empty ? ui.palette.attention : ui.palette.text,
                                          ui::shortened(ui, Style::strong17, row.w * 0.6F, who));
        ui::text_within(ui, Style::row17, {row.x + padding, y}, left - row.x - padding - 12, ui.palette.text,
                        function.value);
    }
    return hidden;
}

void draw_next(Ui& ui, const Scene& scene, Rect& body) {
    const auto next = picture::next_duty(scene.picture, ovd, scene.now);
    ui::subsection(ui, body,
                   next ? "VOLGENDE · " + words::date_clock_near(next->since, scene.now)
                        : std::string("VOLGENDE"));
    const Rect row = body.take_top(56);
    if (next) because_of(ui, *next, row);
    const std::string who = next && next->person ? "OvD-Bz: " + words::person(scene.picture, *next->person)
                                                 : std::string("OvD-Bz: nog niet ingevuld");
    ui::text_within(ui, Style::strong18, {row.x + padding, row.y + 22}, row.w - 2 * padding, ui.palette.text,
                    who);
    std::string about = "nog niet bevestigd";
    if (next && next->answer) about = *next->answer == YesNo::ja ? "heeft bevestigd" : "heeft nee gezegd";
    ui::text_within(ui, Style::row16, {row.x + padding, row.y + 46}, row.w - 2 * padding, ui.palette.dim,
                    about);
}

void draw_gaps(Ui& ui, const Scene& scene, Rect& body) {
    const Instant until = scene.now + hours(24 * 14);
    const auto gaps = picture::gaps(scene.picture, scene.now, until);
    const auto doubles = picture::double_bookings(scene.picture, scene.now, until);
    ui::subsection(ui, body,
                   fmt::format("ROOSTER · tot {}: {} {}", words::short_date(until),
                               gaps.size() + doubles.size(),
                               gaps.size() + doubles.size() == 1 ? "punt" : "punten"));
    const auto line = [&](bool good, const std::string& first, const std::string& second) {
        if (body.h < 50) return;
        const Rect row = body.take_top(50);
        if (good)
            ui::check_mark(ui, {row.x + padding + 8, row.y + 15}, 15, ui.palette.confirmation);
        else
            ui::triangle(ui, {row.x + padding + 8, row.y + 15}, 15, ui.palette.attention);
        ui::text_within(ui, Style::strong16, {row.x + padding + 28, row.y + 21}, row.w - 2 * padding - 28,
                        ui.palette.text, first);
        ui::text_within(ui, Style::secondary15, {row.x + padding + 28, row.y + 42}, row.w - 2 * padding - 28,
                        ui.palette.dim, second);
    };
    for (const auto& gap : gaps)
        line(false, fmt::format("{}: niet ingevuld", gap.function.value),
             gap.until == until ? "vanaf " + words::date_clock_near(gap.from, scene.now)
                                : fmt::format("{} tot {}", words::date_clock_near(gap.from, scene.now),
                                              words::date_clock_near(gap.until, scene.now)));
    for (const auto& twice : doubles)
        line(false,
             fmt::format("Dubbel vanaf {}: {}", words::short_date(twice.from),
                         words::person(scene.picture, twice.person)),
             twice.first.value + " en " + twice.second.value);
    if (picture::planned_functions(scene.picture, scene.now).empty())
        line(false, "Nog geen rooster van week tot week", "alleen los gevraagde diensten");
    else if (gaps.empty())
        line(true, "Rooster zonder gat tot " + words::short_date(until), "");
}

/// What of the roster waits for the answer of who sits here: they need not look for it in PIKET.
void draw_asked_of_me(Ui& ui, const Scene& scene, Rect& body, Drafts& drafts) {
    if (scene.user.person.empty()) return;
    const PersonId me = piket::me(scene);
    const auto line = [&](std::string_view id, const std::string& first, Sequence sequence, Dialog dialog,
                          const std::string& subject) {
        if (body.h < 150) return;
        const Rect row = body.take_top(52);
        because(ui, row, {sequence});
        if (ui::row(ui, id, row) && !scene.looking_back) open(drafts, dialog, subject);
        ui::triangle(ui, {row.x + padding + 8, row.y + 17}, 15, ui.palette.attention);
        ui::text_within(ui, Style::strong16, {row.x + padding + 28, row.y + 22}, row.w - 2 * padding - 28,
                        ui.palette.text, first);
        ui::text_within(ui, Style::secondary15, {row.x + padding + 28, row.y + 43}, row.w - 2 * padding - 28,
                        ui.palette.dim, "klik om te antwoorden, of F3 en J");
    };
    for (const auto& id : picture::open_requests(scene.picture, scene.now)) {
        const auto& asked = scene.picture.roster->requests.at(id).asked;
        if (asked.value.person == me)
            line("gevraagd/" + id.value,
                 fmt::format("U bent gevraagd: {}, {}", asked.value.function.value,
                             piket::period(asked.value.from, asked.value.until)),
                 asked.sequence, Dialog::duty_answer, id.value);
    }
    for (const auto& id : picture::open_swaps(scene.picture, scene.now)) {
        const auto& swap = scene.picture.roster->swaps.at(id);
        const auto& body_of = swap.proposed.value;
        if ((body_of.from_person == me || body_of.to_person == me) && !swap.consents.contains(me))
            line("ruil/" + id.value,
                 fmt::format("Ruil wacht op uw akkoord: {}, {}", body_of.function.value,
                             piket::period(body_of.from, body_of.until)),
                 swap.proposed.sequence, Dialog::swap_answer, id.value);
    }
}

} // namespace

Intents draw_duty(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Rect body = ui::panel(ui, rect, fmt::format("PIKET · week {}", words::week_number(scene.now)));
    if (picture::duty_functions(scene.picture).empty()) {
        ui::empty_text(ui, body,
                       all_known(scene)
                           ? "Nog geen rooster. Lees er een in: regiekamerctl import roster BESTAND."
                           : "Nog niet bekend: de gegevens worden ingelezen.");
        return {};
    }
    draw_ovd(ui, scene, body);
    draw_asked_of_me(ui, scene, body, drafts);
    const int hidden = draw_others(ui, scene, body, body.h > 420 ? 250 : body.h > 180 ? 110 : 0);
    if (hidden > 0) // who has it is not nobody
        ui::text_right(ui, Style::secondary15, {rect.right() - padding, rect.y + 25}, ui.palette.dim,
                       fmt::format("nog {} {} [F3]", hidden, hidden == 1 ? "functie" : "functies"));
    if (body.h > 100) draw_next(ui, scene, body);
    if (body.h > 90) draw_gaps(ui, scene, body);
    return {};
}

} // namespace regiekamer::panels
