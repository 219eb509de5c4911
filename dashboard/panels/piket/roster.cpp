// ROOSTER: a row a function, a column a week; a duty stands where it is in time.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/picture/holidays.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
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

constexpr float pad = ui::measure::padding, head_height = 56;
constexpr std::string_view own_municipality = "Alblasserdam";

/// Eight weeks on the screen: where an instant stands. Linear within a week; the week in which summer time
/// begins or ends is as wide as the others.
struct Chart {
    std::array<Instant, weeks_shown + 1> starts;
    float left = 0, column = 0;

    [[nodiscard]] Instant from() const { return starts.front(); }
    [[nodiscard]] Instant until() const { return starts.back(); }
    [[nodiscard]] float x(Instant at) const {
        at = std::clamp(at, from(), until());
        std::size_t week = 0;
        while (week + 1 < weeks_shown && at >= starts.at(week + 1))
            ++week;
        const auto span = starts.at(week + 1) - starts.at(week), past = at - starts.at(week);
        return left +
               column * (static_cast<float>(week) +
                         static_cast<float>(past.count()) / static_cast<float>(std::max<std::int64_t>(
                                                                1, static_cast<std::int64_t>(span.count()))));
    }
};

Chart chart_of(const Scene& scene, const Drafts& drafts, const Rect& body) {
    Chart chart;
    for (int week = 0; week <= weeks_shown; ++week)
        chart.starts.at(static_cast<std::size_t>(week)) =
            picture::week_start(scene.now, drafts.piket.week + week);
    const float label = std::clamp(body.w * 0.17F, 150.F, 236.F);
    chart.left = body.x + label;
    chart.column = (body.w - label - 6) / weeks_shown;
    return chart;
}

void draw_weeks(Ui& ui, const Scene& scene, const Chart& chart, Rect head) {
    ui::text_within(ui, Style::secondary15, {head.x + pad, head.centre().y + 6},
                    chart.left - head.x - pad - 6, ui.palette.dim, "wissel ma 09:00");
    for (std::size_t week = 0; week < weeks_shown; ++week) {
        const float x = chart.left + chart.column * static_cast<float>(week);
        const Instant start = chart.starts.at(week);
        if (start <= scene.now && scene.now < chart.starts.at(week + 1))
            ui::fill(ui, {x, head.y, chart.column, head.h}, ui.palette.selected);
        ui::line(ui, {x, head.y}, {x, head.bottom()}, ui.palette.line);
        ui::text_within(ui, Style::strong16, {x + 8, head.y + 23}, chart.column - 10, ui.palette.text,
                        fmt::format("week {}", words::week_number(start)));
        ui::text_within(ui, Style::secondary15, {x + 8, head.y + 45}, chart.column - 10, ui.palette.dim,
                        words::short_date(start));
    }
}

std::string norm_of(const Function& function) {
    for (const auto& team : words::teams())
        if (std::find(team.functions.begin(), team.functions.end(), function) != team.functions.end())
            return fmt::format("{} · norm {} min", words::label(team.team), team.norm_minutes);
    return "zacht piket";
}

std::string place_of(const PersonRegistered* person) {
    if (person == nullptr || !person->municipality) return {};
    return *person->municipality == "Hendrik-Ido-Ambacht" ? "HIA" : *person->municipality;
}

/// What is the matter with a duty; empty: nothing.
std::string trouble_of(const Scene& scene, const Duty& duty,
                       const std::vector<picture::DoubleBooking>& doubles, const std::vector<SwapId>& swaps) {
    for (const auto& twice : doubles)
        if (duty.person == twice.person && (duty.function == twice.first || duty.function == twice.second) &&
            twice.from < duty.until && duty.since < twice.until)
            return "dubbel";
    for (const auto& id : swaps) {
        const auto& body = scene.picture.roster->swaps.at(id).proposed.value;
        const bool given = body.from < duty.until && duty.since < body.until;
        const bool back = body.back_from && *body.back_from < duty.until &&
                          duty.since < body.back_until.value_or(body.until);
        if (body.function == duty.function && (given || back)) return "ruil gevraagd";
    }
    return duty.answer == YesNo::nee ? "zei nee" : "";
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
    if (duty.person) open(drafts, Dialog::swap, duty.function.value + "|" + to_text(duty.since));
}

/// Two lines, as far as there is place for them.
void draw_lines(Ui& ui, const Rect& cell, Style style, ui::Colour one, std::string_view first, ui::Colour two,
                std::string_view second) {
    if (cell.w < 44) return;
    const float x = cell.x + 7, width = cell.w - 9, middle = cell.centre().y;
    if (cell.h < 38 || second.empty()) {
        ui::text_within(ui, style, {x, middle + 6}, width, cell.h < 38 && !second.empty() ? two : one, first);
        return;
    }
    ui::text_within(ui, style, {x, middle - 3}, width, one, first);
    ui::text_within(ui, Style::secondary15, {x, middle + 16}, width, two, second);
}

struct Cell {
    std::string first, second;
    ui::Colour border, one, two;
    bool bold = false, marked = false;
};

Cell cell_of(Ui& ui, const Scene& scene, const Duty& duty, const std::string& trouble, bool planned) {
    Cell cell{{}, {}, ui.palette.line, ui.palette.text, ui.palette.dim};
    if (!duty.person) {
        cell.first = planned ? "Niet ingevuld" : "–";
        if (!planned) cell.one = ui.palette.dim;
        if (planned) {
            cell.marked = true;
            cell.border = cell.one = ui.palette.critical;
            cell.two = ui.palette.text;
            cell.second = duty.since > scene.now ? words::due(duty.since, scene.now) : std::string("nu");
        }
        if (duty.absent) cell.second = words::person(scene.picture, *duty.absent) + " afwezig";
        return cell;
    }
    const auto* person = picture::find_person(scene.picture, *duty.person);
    cell.first = words::person(scene.picture, *duty.person);
    cell.second = trouble.empty() ? place_of(person) : trouble;
    cell.bold = person != nullptr && person->municipality == own_municipality;
    if (!trouble.empty()) {
        cell.marked = true;
        cell.border = cell.two = ui.palette.attention;
    }
    return cell;
}

void draw_cell(Ui& ui, const Scene& scene, const Duty& duty, const Rect& place, const Cell& cell,
               bool current) {
    if (cell.first == "–") return draw_lines(ui, place, Style::row16, cell.one, cell.first, cell.two, {});
    ui::fill(ui, place, current ? ui.palette.selected : ui.palette.raised, 4);
    const bool own = duty.person && *duty.person == me(scene);
    ui::frame(ui, place, own && !cell.marked ? ui.palette.flow : cell.border, 4, cell.marked || own ? 2 : 1);
    draw_lines(ui, place, cell.bold || !duty.person ? Style::strong16 : Style::row16, cell.one, cell.first,
               cell.two, cell.second);
}

/// What all rows share.
struct Shown {
    Chart chart;
    std::vector<picture::DoubleBooking> doubles;
    std::vector<SwapId> swaps;
    std::vector<Function> planned;
};

void draw_function(Ui& ui, const Scene& scene, const Shown& shown, const Function& function, const Rect& row,
                   Drafts& drafts, Intents& intents) {
    const auto& chart = shown.chart;
    const float width = chart.left - row.x - pad - 6;
    const bool two = row.h >= 42;
    ui::text_within(ui, Style::strong16, {row.x + pad, row.centre().y + (two ? -3.F : 6.F)}, width,
                    ui.palette.text, words::sentence_case(function.value));
    if (two)
        ui::text_within(ui, Style::secondary15, {row.x + pad, row.centre().y + 17}, width, ui.palette.dim,
                        norm_of(function));
    const bool planned =
        std::find(shown.planned.begin(), shown.planned.end(), function) != shown.planned.end();
    for (const auto& duty : picture::duties(scene.picture, function, chart.from(), chart.until())) {
        const float left = chart.x(duty.since), right = chart.x(duty.until);
        const Rect place{left + 2, row.y + 4, std::max(3.F, right - left - 4), row.h - 8};
        const auto trouble = trouble_of(scene, duty, shown.doubles, shown.swaps);
        const auto cell = cell_of(ui, scene, duty, trouble, planned);
        draw_cell(ui, scene, duty, place, cell, duty.since <= scene.now && scene.now < duty.until);
        if (cell.first == "–") continue;
        const auto id = fmt::format("rooster/{}/{}", function.value, words::date_clock(duty.since));
        if (ui::touch(ui, id, place, cell.first + " " + period(duty.since, duty.until)))
            open_cell(scene, duty, drafts, intents);
    }
}

void draw_now_line(Ui& ui, const Scene& scene, const Chart& chart, const Rect& area) {
    if (scene.now < chart.from() || scene.now >= chart.until()) return;
    const float x = chart.x(scene.now);
    const std::array line{ui::Point{x, area.y}, ui::Point{x, area.bottom()}};
    ui::dashed(ui, line, ui.palette.text, 1.5F);
    ui::fill(ui, {x - 5, area.y - 6, 10, 7}, ui.palette.text, 2);
}

/// The fewest and the most holidays that somebody of the shares has: "1 tot 3".
std::string holidays_of(const Scene& scene, const std::vector<picture::Share>& shares) {
    auto turns =
        picture::holiday_turns(scene.picture, Function("OvD-Bz"), scene.now, scene.now + picture::look_ahead);
    int least = turns[shares.front().person], most = least;
    for (const auto& share : shares) {
        least = std::min(least, turns[share.person]);
        most = std::max(most, turns[share.person]);
    }
    return most == least ? fmt::format("{}", most) : fmt::format("{} tot {}", least, most);
}

/// How even the weeks and holidays of the OvD-Bz are over the year ahead.
std::string fairness(const Scene& scene, const Drafts& drafts) {
    const auto& shares = drafts.piket.looked.shares;
    if (shares.empty()) return {};
    const auto weeks = [](const picture::Share& share) {
        return (std::chrono::duration_cast<hours>(share.time).count() + 84) / 168;
    };
    const auto most = weeks(shares.front()), least = weeks(shares.back());
    return fmt::format("OvD-Bz: {} personen, elk {} weken en {} feestdagen per jaar · vet = {}",
                       shares.size(),
                       most == least ? fmt::format("{}", most) : fmt::format("{} tot {}", least, most),
                       holidays_of(scene, shares), own_municipality);
}

} // namespace

Intents draw_roster(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    asks(scene, drafts);
    const auto functions = functions_in_order(scene.picture);
    Shown shown;
    shown.chart = chart_of(scene, drafts, rect);
    const std::string title =
        fmt::format("ROOSTER · {} WEKEN VAN {}{}", weeks_shown, words::date(shown.chart.from()),
                    drafts.piket.week == 0 ? "" : " · Home = deze week");
    const auto fair = fairness(scene, drafts);
    const bool room = rect.w > ui::width_of_capitals(ui, Style::section14, title) +
                                   ui::width(ui, Style::secondary15, fair) + 60;
    Rect body = ui::panel(ui, rect, title, room ? fair : std::string());
    if (functions.empty()) {
        ui::empty_text(ui, body,
                       "Hier komt het rooster. Lees er een in: regiekamerctl import roster BESTAND.");
        return intents;
    }
    const Rect head = body.take_top(head_height);
    draw_weeks(ui, scene, shown.chart, head);
    const Rect foot = body.take_bottom(26);
    shown.doubles = picture::double_bookings(scene.picture, shown.chart.from(), shown.chart.until());
    shown.swaps = picture::open_swaps(scene.picture, scene.now);
    shown.planned = picture::planned_functions(scene.picture);
    const float height = std::clamp(body.h / static_cast<float>(functions.size()), 38.F, 64.F);
    const auto view = ui::list(ui, "rooster", body, static_cast<int>(functions.size()), height);
    for (int i = view.first; i < view.end(); ++i) {
        ui::separator(ui, view.row(i));
        draw_function(ui, scene, shown, functions[static_cast<std::size_t>(i)], view.row(i), drafts, intents);
    }
    draw_now_line(ui, scene, shown.chart, {body.x, body.y, body.w, height * static_cast<float>(view.shown)});
    ui::list_foot(ui, foot, view, "Page Up, Page Down: 8 weken terug of verder", "streepje = nu");
    return intents;
}

} // namespace regiekamer::panels::piket
