// ROOSTER: a row a function, a column a week; a duty stands where it is in time.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/chart.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/picture/holidays.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

using picture::Duty;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// Team and norm in as many words as fit whole.
std::string norm_of(const Ui& ui, const Function& function, float width) {
    for (const auto& team : words::teams()) {
        if (std::find(team.functions.begin(), team.functions.end(), function) == team.functions.end())
            continue;
        std::string norm = fmt::format("norm {} min", team.norm_minutes);
        const std::string name(words::label(team.team));
        const std::string shorter = team.team == Team::team_bz ? "Team Bz" : name;
        for (const auto& words : {fmt::format("{} · {}", name, norm), fmt::format("{} · {}", shorter, norm),
                                  fmt::format("{} · {} min", shorter, team.norm_minutes)})
            if (ui::width(ui, Style::secondary15, words) <= width) return words;
        return norm;
    }
    return "zacht piket";
}

bool overlap(Instant from, Instant until, const Duty& duty) {
    return from < duty.until && duty.since < until;
}

/// What all rows share.
struct Shown {
    Chart chart;
    std::vector<picture::DoubleBooking> doubles;
    std::vector<SwapId> swaps;
    std::vector<Function> planned;
    ShortNames names;
};

Trouble trouble_of(const Scene& scene, const Duty& duty, const Shown& shown, Drafts& drafts) {
    for (const auto& one : shown.doubles)
        if (duty.person == one.person && (duty.function == one.first || duty.function == one.second) &&
            overlap(one.from, one.until, duty))
            return twice;
    for (const auto& id : shown.swaps) {
        const auto& body = scene.picture.roster->swaps.at(id).proposed.value;
        const bool given = duty.person == body.from_person && overlap(body.from, body.until, duty);
        const bool back = duty.person == body.to_person && body.back_from && body.back_until &&
                          overlap(*body.back_from, *body.back_until, duty);
        if (body.function == duty.function && (given || back)) return asked_swap;
    }
    for (const auto& ask : asks(scene, drafts))
        if (ask.kind == picture::DutyAsk::Kind::no_rest && duty.person == ask.person &&
            overlap(ask.from, ask.until, duty))
            return no_rest;
    return duty.answer == YesNo::nee ? said_no : Trouble{};
}

/// The temporary duty that made this stretch; none: nullptr.
const DutyRostered* temporary_of(const Scene& scene, const Duty& duty) {
    for (const auto& [id, one] : scene.picture.roster->duties)
        if (duty.layer == picture::DutyLayer::temporary && one.rostered.sequence == duty.sequence)
            return &one.rostered.value;
    return nullptr;
}

void open_cell(const Scene& scene, const Duty& duty, Drafts& drafts, Intents& intents) {
    if (scene.looking_back) return;
    for (const auto& ask : asks(scene, drafts)) {
        if (std::find(ask.functions.begin(), ask.functions.end(), duty.function) == ask.functions.end())
            continue;
        const bool same =
            duty.person ? ask.kind != picture::DutyAsk::Kind::gap : ask.kind == picture::DutyAsk::Kind::gap;
        if (!same || ask.from >= duty.until || duty.since >= ask.until) continue;
        for (auto& intent : open_ask(scene, drafts, ask))
            intents.push_back(std::move(intent));
        return;
    }
    const auto* temporary = temporary_of(scene, duty);
    if (temporary != nullptr && duty.until > scene.now && may_end(scene, *temporary))
        open(drafts, Dialog::duty_end, temporary->duty.value);
    else if (duty.person)
        open(drafts, Dialog::swap, duty.function.value + "|" + to_text(duty.since));
}

void draw_function(Ui& ui, const Scene& scene, const Shown& shown, const Function& function, const Rect& row,
                   Drafts& drafts, Intents& intents) {
    const auto& chart = shown.chart;
    const float width = chart.left - row.x - padding - 6;
    const bool two = row.h >= 42;
    auto name = words::sentence_case(function.value);
    constexpr std::string_view longest = "Communicatieadviseur";
    if (ui::width(ui, Style::strong15, name) > width && name.starts_with(longest))
        name.replace(0, longest.size(), "Comm.adviseur"); // never half a word
    const bool large = ui::width(ui, Style::strong16, name) <= width;
    ui::text_within(ui, large ? Style::strong16 : Style::strong15,
                    {row.x + padding, row.centre().y + (two ? -3.F : 6.F)}, width, ui.palette.text, name);
    if (two)
        ui::text_within(ui, Style::secondary15, {row.x + padding, row.centre().y + 17}, width, ui.palette.dim,
                        one_change(scene).empty()
                            ? "wissel " + picture::changeover_of(scene.picture, function).value
                            : norm_of(ui, function, width));
    const bool planned =
        std::find(shown.planned.begin(), shown.planned.end(), function) != shown.planned.end();
    const float between = row.h >= 42 ? 4 : 2;
    for (const auto& duty : picture::duties(scene.picture, function, chart.from(), chart.until())) {
        const float left = chart.x(duty.since), right = chart.x(duty.until);
        const Rect place{left + 2, row.y + between, std::max(3.F, right - left - 4), row.h - 2 * between};
        const auto trouble = trouble_of(scene, duty, shown, drafts);
        draw_cell(ui, scene, duty, place, trouble, planned, shown.names);
        if (!duty.person && !planned) continue;
        const auto id = fmt::format("rooster/{}/{}", function.value, words::date_clock(duty.since));
        if (ui::touch(ui, id, place, cell_words(scene, duty, trouble)))
            open_cell(scene, duty, drafts, intents);
        if (ui::hovered(ui, id)) ui::tooltip(ui, place, cell_words(scene, duty, trouble));
    }
}

/// Beneath the cells: it shows between the rows, and no name is crossed out by it.
void draw_now_line(Ui& ui, const Scene& scene, const Chart& chart, const Rect& area) {
    if (scene.now < chart.from() || scene.now >= chart.until()) return;
    const float x = chart.x(scene.now);
    const std::array line{ui::Point{x, area.y}, ui::Point{x, area.bottom()}};
    ui::polyline(ui, line, ui.palette.text, 2);
    ui::fill(ui, {x - 5, area.y - 7, 10, 8}, ui.palette.text, 2);
}

/// "1 tot 3 weken", "1 week".
std::string span_of(std::int64_t least, std::int64_t most, std::string_view one, std::string_view more) {
    return fmt::format("{}{} {}", most == least ? std::string() : fmt::format("{} tot ", least), most,
                       most == 1 && least == 1 ? one : more);
}

/// The fewest and the most holidays that somebody of the shares has: "1 tot 3 feestdagen".
std::string holidays_of(const Scene& scene, const std::vector<picture::Share>& shares) {
    auto turns =
        picture::holiday_turns(scene.picture, Function("OvD-Bz"), scene.now, scene.now + picture::look_ahead);
    int least = turns[shares.front().person], most = least;
    for (const auto& share : shares) {
        least = std::min(least, turns[share.person]);
        most = std::max(most, turns[share.person]);
    }
    return span_of(least, most, "feestdag", "feestdagen");
}

/// How even the weeks and holidays of the OvD-Bz are over the year ahead.
std::string evenness(const Scene& scene, const Drafts& drafts) {
    const auto& shares = drafts.piket.looked.shares;
    if (shares.empty()) return {};
    const auto weeks = [](const picture::Share& share) {
        return (std::chrono::duration_cast<hours>(share.time).count() + 84) / 168;
    };
    const auto most = weeks(shares.front()), least = weeks(shares.back());
    const auto count = static_cast<std::int64_t>(shares.size());
    return fmt::format("OvD-Bz: {}, elk {} en {} per jaar · vet = Alblasserdam",
                       span_of(count, count, "persoon", "personen"), span_of(least, most, "week", "weken"),
                       holidays_of(scene, shares));
}

constexpr const char* legend = "R ruil · 2× dubbel · ! geen rust · N nee · gestreept leeg";

/// The keys of the chart, and after them those that only a planner has.
std::string keys_of(const Scene& scene, const Drafts& drafts) {
    const auto& draft = drafts.piket;
    std::string keys = fmt::format("PgUp PgDn {} weken · [ ] {} · {}H {} · P per persoon", draft.columns,
                                   draft.months ? "maand" : "week", draft.week == 0 ? "" : "Home vandaag · ",
                                   draft.months ? "weken" : "maanden");
    if (scene.looking_back) return keys;
    if (may_plan(scene)) keys += " · W wisselrooster";
    if (words::not_allowed(scene.user.function, DutyWithdrawn::type).empty()) keys += " · X beëindig";
    return keys;
}

/// Head of the section: what is shown left, what explains it right, as far as it fits.
Rect draw_frame(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts, const Chart& chart) {
    const std::string title =
        fmt::format("ROOSTER · {} WEKEN VAN {}", chart.weeks(), words::date(chart.from()));
    if (low(ui) && rect.h < asks_beneath_from)
        if (const auto count = asks(scene, drafts).size(); count > 0)
            return ui::panel(ui, rect, title,
                             fmt::format("{} {} actie [J]", count, count == 1 ? "vraagt" : "vragen"));
    const float room = rect.w - ui::width_of_capitals(ui, Style::section14, title) - 60;
    const auto fits = [&](const std::string& words) {
        return ui::width(ui, Style::secondary15, words) <= room;
    };
    const auto even = evenness(scene, drafts);
    if (fits(even) && !even.empty() && !low(ui)) return ui::panel(ui, rect, title, even);
    return ui::panel(ui, rect, title, fits(legend) ? std::string(legend) : std::string());
}

} // namespace

Intents draw_roster(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    asks(scene, drafts);
    const auto functions = functions_in_order(scene.picture);
    Shown shown;
    shown.chart = chart_of(scene, drafts, rect);
    Rect body = draw_frame(ui, scene, rect, drafts, shown.chart);
    if (functions.empty()) {
        ui::empty_text(ui, body,
                       may_plan(scene) ? "Hier komt het rooster. Lees er een in: regiekamerctl import roster "
                                         "BESTAND. Of maak een wisselrooster met [W]."
                                       : "Hier komt het rooster. Lees er een in: regiekamerctl import roster "
                                         "BESTAND.");
        return intents;
    }
    draw_head(ui, scene, shown.chart, body.take_top(head_height(ui, shown.chart)));
    const Rect foot = body.take_bottom(26);
    shown.doubles = picture::double_bookings(scene.picture, shown.chart.from(), shown.chart.until());
    shown.swaps = picture::open_swaps(scene.picture, scene.now);
    shown.planned = picture::planned_functions(scene.picture, scene.now);
    if (shown.chart.months) shown.names = short_names(scene, functions, shown.chart);
    const float height = std::clamp(body.h / static_cast<float>(functions.size()), 28.F, 64.F);
    const auto view = ui::list(ui, "rooster", body, static_cast<int>(functions.size()), height);
    for (int i = view.first; i < view.end(); ++i)
        ui::separator(ui, view.row(i));
    draw_now_line(ui, scene, shown.chart, {body.x, body.y, body.w, height * static_cast<float>(view.shown)});
    for (int i = view.first; i < view.end(); ++i)
        draw_function(ui, scene, shown, functions[static_cast<std::size_t>(i)], view.row(i), drafts, intents);
    ui::list_foot(ui, foot, view, keys_of(scene, drafts),
                  low(ui)                         ? std::string()
                  : shown.names.explained.empty() ? std::string(legend)
                                                  : shown.names.explained);
    return intents;
}

} // namespace regiekamer::panels::piket
