// GRIP, at the right: per team and function the opkomst clock, and the step of the piket chain while nobody
// confirms.
#include "dashboard/panels/attendance_words.hpp"
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/grip_board/alerting.hpp"
#include "dashboard/panels/grip_board/board.hpp"
#include "dashboard/words/chain_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::ChainStep;
using picture::FunctionAttendance;
using picture::NormState;
using ui::Rect;
using ui::Style;
using ui::Ui;

std::string norm_words(const FunctionAttendance& one) {
    switch (one.norm) {
    case NormState::met:
        return "norm gehaald";
    case NormState::missed:
        return "na de norm";
    case NormState::running:
    case NormState::none:
        break;
    }
    return {};
}

/// A head of a team, or one function of it.
struct Line {
    const picture::ActiveTeam* team = nullptr;
    std::optional<FunctionAttendance> function;
    std::string words, remark; ///< of a head
};

std::vector<Line> lines_of(const Scene& scene, const std::vector<picture::ActiveTeam>& teams,
                           const std::vector<FunctionAttendance>& all) {
    std::vector<Line> lines;
    const auto add = [&](std::string words, std::string remark, const auto& fits) {
        std::vector<FunctionAttendance> some;
        for (const auto& one : all)
            if (fits(one)) some.push_back(one);
        if (some.empty()) return;
        const auto tally = picture::tally(some);
        remark += fmt::format("{} van {} aanwezig", tally.present, tally.functions);
        if (tally.unfilled > 0) remark += fmt::format(" · {} niet bezet", tally.unfilled);
        lines.push_back({nullptr, std::nullopt, std::move(words), std::move(remark)});
        for (auto& one : some)
            lines.push_back({nullptr, std::move(one), {}, {}});
    };
    for (const auto& team : teams)
        add(words::sentence_case(std::string(words::label(team.team))),
            fmt::format("alarm {} · ", words::clock_near(team.since, scene.now)),
            [&](const FunctionAttendance& one) { return one.team == team.team; });
    add("Op naam gealarmeerd", {}, [](const FunctionAttendance& one) { return !one.team && !one.uncalled; });
    add("Op eigen initiatief", {}, [](const FunctionAttendance& one) { return !one.team && one.uncalled; });
    return lines;
}

void draw_head(Ui& ui, const Line& line, const Rect& place) {
    ui::fill(ui, place, ui.palette.raised);
    const float y = place.centre().y + 6;
    ui::text(ui, Style::strong17, {place.x + ui::measure::padding, y}, ui.palette.text, line.words);
    ui::text_right(ui, Style::row16, {place.right() - ui::measure::padding, y}, ui.palette.dim, line.remark);
}

void draw_function(Ui& ui, const Scene& scene, const FunctionAttendance& one, const Rect& place) {
    const float y = place.y + 22, right = place.right() - ui::measure::padding, x = place.x + 40;
    because(ui, place, {one.alert_sequence, one.sequence});
    draw_turnout(ui, one, {place.x + 22, place.y + 17});
    const bool bad = one.norm == NormState::missed || (!one.answered && one.step >= ChainStep::unfilled);
    const std::string state = ui::shortened(ui, Style::strong16, place.w * 0.5F, turnout_words(one));
    if (bad)
        ui::chip_right(ui, {right, place.y + 17}, state);
    else
        ui::text_right(ui, Style::strong16, {right, y},
                       one.answered ? ui.palette.text : unanswered_colour(ui.palette, one), state);
    const float state_w = ui::width(ui, Style::strong16, state) + 30;
    ui::text_within(ui, Style::strong16, {x, y}, right - x - state_w, ui.palette.text,
                    words::sentence_case(one.function.value) +
                        (one.person ? " · " + words::person(scene.picture, *one.person) : std::string()));
    std::string clock = since_norm(one) + " min";
    if (!one.norm_minutes) clock = since_norm(one);
    const bool said = !one.answered && one.step == ChainStep::norm_passed; // by what comes behind it
    if (const auto norm = norm_words(one); !norm.empty() && !said) clock += " · " + norm;
    const std::string second =
        one.answered ? clock
                     : clock + " · " + words::one_line(words::chain_words(scene.picture, one, scene.now));
    ui::text_within(ui, Style::secondary15, {x, place.y + 42}, right - x - 150, ui.palette.dim, second);
    if (!one.norm_minutes) return;
    const auto spent = static_cast<float>(one.spent / minutes(1));
    const float part = std::clamp(spent / static_cast<float>(one.norm_minutes->value), 0.F, 1.F);
    ui::progress(ui, {right - 130, place.y + 34, 130, 8}, part, bad ? ui.palette.critical : ui.palette.flow);
}

/// Teams that the level asks for and nobody called, with the key that does.
void draw_missing(Ui& ui, const Scene& scene, const std::vector<Team>& missing, Rect& body) {
    const Rect place = body.take_top(38);
    ui::separator(ui, {body.x, body.y, body.w, 1});
    const float y = place.centre().y + 6, right = place.right() - ui::measure::padding;
    ui::triangle(ui, {place.x + 22, place.centre().y}, 15, ui.palette.attention);
    float end = right;
    if (!scene.looking_back)
        end = ui::text_right(ui, Style::row16, {right, y}, ui.palette.dim, "[T] alarmeert") - 12;
    ui::text_within(ui, Style::strong16, {place.x + 40, y}, end - place.x - 40, ui.palette.text,
                    "Niet gealarmeerd: " + names_of(missing));
}

} // namespace

Intents draw_team_clocks(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    const auto all = scene.incident ? picture::attendance(scene.picture, *scene.incident, scene.now)
                                    : std::vector<FunctionAttendance>{};
    Rect body = ui::panel(
        ui, rect,
        fmt::format("OPKOMST · {} · per team",
                    all.size() == 1 ? std::string("1 functie") : fmt::format("{} functies", all.size())),
        "min sinds alarmering / norm");
    if (const auto missing = not_alerted(scene); !missing.empty()) draw_missing(ui, scene, missing, body);
    if (all.empty()) {
        ui::empty_text(ui, body, nobody_words(scene));
        return {};
    }
    const auto teams = picture::active_teams(scene.picture, *scene.incident);
    const auto lines = lines_of(scene, teams, all);
    const Rect foot = body.take_bottom(32);
    const auto view = ui::list(ui, "grip/opkomst", body, static_cast<int>(lines.size()), 50);
    for (int i = view.first; i < view.end(); ++i) {
        const Line& line = lines[static_cast<std::size_t>(i)];
        ui::separator(ui, view.row(i));
        if (line.function)
            draw_function(ui, scene, *line.function, view.row(i));
        else
            draw_head(ui, line, view.row(i));
    }
    const auto tally = picture::tally(all);
    const auto heads = std::count_if(lines.begin() + view.end(), lines.end(),
                                     [](const Line& line) { return !line.function; });
    ui::list_foot(ui, foot, ui::without_heads(view, static_cast<int>(heads)),
                  fmt::format("{} aanwezig · {} komen", tally.present, tally.coming),
                  fmt::format("{} zonder antwoord{} · {} na de norm", tally.unanswered - tally.declined,
                              tally.declined > 0 ? fmt::format(" · {} afgemeld", tally.declined) : "",
                              tally.norm_missed));
    return {};
}

} // namespace regiekamer::panels
