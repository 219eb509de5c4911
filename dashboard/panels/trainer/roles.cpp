// TIJDLIJN PER ROL: from being asked to the deadline a window, in it the reaction; what was missed runs on to
// now. A lane a role; the wheel shows more or less time.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float line_height = 22, lane_pad = 5, axis_height = 30;

/// One expectation on the time line.
struct Window {
    const Measured* measured{};
    Instant from, until;
    bool planned = false; ///< its inject is still to come
    int line = 0;         ///< within its lane
};

struct Lane {
    Function function;
    std::vector<Window> windows;
    int lines = 1;
    int missed_before = 0;            ///< whose deadline lies before what is shown
    std::optional<microseconds> mean; ///< of all its reactions
    [[nodiscard]] bool two_lines() const { return missed_before > 0 || mean; }
};

struct LaneAxis {
    Rect box;
    Instant from, until;
    [[nodiscard]] float x(Instant at) const {
        const double part =
            static_cast<double>((at - from).count()) / static_cast<double>((until - from).count());
        return box.x + box.w * static_cast<float>(std::clamp(part, -0.01, 1.01));
    }
};

/// Without a time limit a window is as long as it took, or until now.
std::optional<Window> window_of(const Scene& scene, const Measured& one) {
    if (one.score == Score::not_asked) {
        if (!one.expectation->after) return std::nullopt;
        for (const auto& inject : scene.script->results.injects)
            if (inject.nr.value == *one.expectation->after && inject.state == InjectState::planned)
                return Window{&one, inject.at, inject.at + one.expectation->within.value_or(minutes(10)),
                              true, 0};
        return std::nullopt;
    }
    const auto done = one.outcome.met ? one.outcome.met : one.outcome.late;
    const Instant until =
        one.deadline ? *one.deadline : done.value_or(std::max(scene.now, *one.outcome.asked));
    return Window{&one, *one.outcome.asked, until, false, 0};
}

/// How far a window takes place: what comes late lies behind its deadline.
Instant end_of(const Window& window) {
    return std::max(window.until, window.measured->outcome.late.value_or(window.until));
}

std::vector<Lane> lanes_of(const Scene& scene, const LaneAxis& axis) {
    std::vector<Lane> lanes;
    for (const auto& score : scene.script->results.functions)
        lanes.push_back({score.function, {}, 1, 0, score.mean});
    for (const auto& one : scene.script->results.expectations) {
        const auto window = window_of(scene, one);
        if (!window || window->from > axis.until) continue;
        const auto lane = std::find_if(lanes.begin(), lanes.end(),
                                       [&](const Lane& each) { return each.function == one.whose; });
        if (lane == lanes.end()) continue;
        if (end_of(*window) >= axis.from)
            lane->windows.push_back(*window);
        else
            lane->missed_before += one.score == Score::missed;
    }
    std::erase_if(lanes, [](const Lane& lane) { return lane.windows.empty() && lane.missed_before == 0; });
    return lanes;
}

/// Each window on the first line that is free; `most` lines, then they lie on each other.
void place(const LaneAxis& axis, Lane& lane, int most) {
    std::stable_sort(lane.windows.begin(), lane.windows.end(),
                     [](const Window& a, const Window& b) { return a.from < b.from; });
    std::vector<float> free(static_cast<std::size_t>(most), -1e9F);
    lane.lines = 1;
    for (auto& window : lane.windows) {
        const float from = axis.x(window.from) - 8, until = axis.x(end_of(window)) + 8;
        auto line = std::find_if(free.begin(), free.end(), [&](float end) { return end <= from; });
        if (line == free.end()) line = std::min_element(free.begin(), free.end());
        *line = until;
        window.line = static_cast<int>(line - free.begin());
        lane.lines = std::max(lane.lines, window.line + 1);
    }
}

float height_of(const Lane& lane) {
    const float wanted = line_height * static_cast<float>(lane.lines) + 2 * lane_pad;
    return lane.two_lines() ? std::max(wanted, 40.F) : wanted;
}

/// The busiest lanes get more lines as long as there is room; each has one.
void place_all(const LaneAxis& axis, std::vector<Lane>& lanes, float room) {
    std::vector<int> wanted(lanes.size()), given(lanes.size(), 1);
    float height = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        place(axis, lanes[i], 6);
        wanted[i] = lanes[i].lines;
        place(axis, lanes[i], 1);
        height += height_of(lanes[i]);
    }
    for (;;) {
        std::size_t busiest = 0;
        for (std::size_t i = 0; i < lanes.size(); ++i)
            if (wanted[i] - given[i] > wanted[busiest] - given[busiest]) busiest = i;
        if (lanes.empty() || wanted[busiest] <= given[busiest]) return;
        const float before = height_of(lanes[busiest]);
        place(axis, lanes[busiest], ++given[busiest]);
        height += height_of(lanes[busiest]) - before;
        if (height <= room) continue;
        place(axis, lanes[busiest], given[busiest] - 1);
        return;
    }
}

/// As the field shortens it, as far as it must to fit.
std::string short_name(const Ui& ui, std::string name, float width) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> shorter{
        {{"communicatieadviseur", "comm.adviseur"},
         {"informatiemanager", "info.manager"},
         {"Crisiscommunicatie", "Crisiscomm."},
         {"Omgevingszorg", "Omgeving"},
         {"teamleider", "teaml."},
         {"burgemeester", "burgem."}}};
    for (const auto& [whole, part] : shorter) {
        if (ui::width(ui, Style::secondary15, name) <= width) break;
        if (const auto at = name.find(whole); at != std::string::npos) name.replace(at, whole.size(), part);
    }
    return name;
}

/// Its name, and beneath it what was missed before what is shown and how fast it is.
void draw_name(Ui& ui, const Lane& lane, const Rect& place) {
    const std::string name = lane.function.empty() ? std::string("meer rollen samen") : lane.function.value;
    const bool two = lane.two_lines();
    const float y = place.centre().y;
    ui::text_within(ui, Style::secondary15, {place.x, y + (two ? -3.F : 5.F)}, place.w, ui.palette.text,
                    short_name(ui, name, place.w));
    std::string about = lane.missed_before > 0 ? fmt::format("eerder {} gemist", lane.missed_before) : "";
    const std::string mean = lane.mean ? "na gemiddeld " + words::duration(*lane.mean) : "";
    if (about.empty()) about = mean;
    ui::tooltip(ui, place, mean.empty() ? name : name + ": " + mean);
    if (two) ui::text_within(ui, Style::secondary15, {place.x, y + 15}, place.w, ui.palette.dim, about);
}

void draw_window(Ui& ui, const Scene& scene, const LaneAxis& axis, const Window& window, float y,
                 Drafts& drafts) {
    const auto& palette = ui.palette;
    const auto& one = *window.measured;
    const float left = std::max(axis.x(window.from), axis.box.x);
    const float right = std::clamp(axis.x(window.until), left + 4, axis.box.right());
    const Rect box{left, y - 8, right - left, 16};
    const bool open = one.score == Score::open;
    if (!window.planned && !open) ui::fill(ui, box, palette.selected, 2);
    ui::frame(ui, box, window.planned ? palette.faint : palette.flow, 2);
    if (!window.planned) ui::fill(ui, {box.x, box.y, 3, box.h}, palette.flow);
    if (one.outcome.met)
        ui::dot(ui, {std::clamp(axis.x(*one.outcome.met), axis.box.x, axis.box.right()), y}, 11,
                palette.confirmation);
    if (one.score == Score::late && one.outcome.late) {
        const float x = std::min(axis.x(*one.outcome.late), axis.box.right());
        ui::line(ui, {right, y}, {x, y}, palette.attention);
        ui::diamond(ui, {x, y}, 13, palette.attention);
    }
    if (one.score == Score::missed) {
        // still waited for: up to now, but no further than that it says so
        const float until = std::clamp(axis.x(scene.now), right, right + axis.box.w / 8);
        const std::array tail{ui::Point{right, y}, ui::Point{until, y}};
        ui::dashed(ui, tail, palette.critical, 2);
        ui::cross_mark(ui, {right, y}, 13, palette.critical);
    }
    if (one.expectation->id == drafts.trainer.expected) ui::frame(ui, box.inset(-3), palette.text, 3);
    const std::string about = fmt::format("{}{} · {}", expectation_words(one),
                                          one.takes_part.size() > 1 ? " · " + who_words(one) : "", word(one));
    if (ui::touch(ui, "tijdlijn/" + one.expectation->id, box, about))
        drafts.trainer.expected = one.expectation->id;
    ui::tooltip(ui, box, about);
}

/// The axis beneath: a line each so many minutes, and nu.
void draw_axis(Ui& ui, const Scene& scene, const LaneAxis& axis, const Rect& foot) {
    const auto span = std::chrono::duration_cast<minutes>(axis.until - axis.from).count();
    int step = 360;
    for (const int candidate : {5, 10, 15, 30, 60, 120, 180})
        if (static_cast<float>(span) / static_cast<float>(candidate) <= axis.box.w / 66) {
            step = candidate;
            break;
        }
    const float now = axis.x(scene.now), y = foot.centre().y + 6;
    const std::string here = "nu " + words::clock(scene.now);
    const float half = ui::width(ui, Style::strong15, here) / 2;
    const float middle = std::clamp(now, axis.box.x + half, axis.box.right() - half);
    for (auto at = picture::day_start(picture::local_day(axis.from)); at <= axis.until; at += minutes(step)) {
        const float x = axis.x(at);
        if (at < axis.from) continue;
        ui::line(ui, {x, axis.box.y}, {x, axis.box.bottom()}, ui.palette.line);
        const float w = ui::width(ui, Style::secondary15, words::clock(at)) / 2;
        if (x - w < axis.box.x - 40 || x + w > axis.box.right() || std::abs(x - middle) < w + half + 8)
            continue;
        ui::text_centre(ui, Style::secondary15, {x, y}, ui.palette.dim, words::clock(at));
    }
    ui::line(ui, {now, axis.box.y}, {now, axis.box.bottom()}, ui.palette.text, 2);
    ui::text_centre(ui, Style::strong15, {middle, y}, ui.palette.text, here);
}

/// What the marks mean.
struct Sign {
    const char* words;
    void (*draw)(Ui&, ui::Point);
};
constexpr std::array signs{
    Sign{"gepland",
         [](Ui& u, ui::Point at) {
             ui::frame(u, {at.x - 9, at.y - 5, 18, 10}, u.palette.faint, 2);
         }},
    Sign{"open",
         [](Ui& u, ui::Point at) {
             ui::frame(u, {at.x - 9, at.y - 5, 18, 10}, u.palette.flow, 2);
         }},
    Sign{"gemist", [](Ui& u, ui::Point at) { ui::cross_mark(u, at, 13, u.palette.critical); }},
    Sign{"te laat", [](Ui& u, ui::Point at) { ui::diamond(u, at, 13, u.palette.attention); }},
    Sign{"op tijd", [](Ui& u, ui::Point at) { ui::dot(u, at, 11, u.palette.confirmation); }}};

/// The title that leaves room for the whole legend, and how much stands between its words.
struct Head {
    const char* title;
    float step;
};
Head head_of(const Ui& ui, float width) {
    constexpr std::array heads{Head{"TIJDLIJN PER ROL", 44}, Head{"TIJDLIJN", 44}, Head{"TIJDLIJN", 33},
                               Head{"ROLLEN", 30}};
    float words = 44; // edges, and between title and legend
    for (const auto& sign : signs)
        words += ui::width(ui, Style::secondary15, sign.words);
    for (const auto& head : heads)
        if (words + head.step * static_cast<float>(signs.size()) +
                ui::width_of_capitals(ui, Style::section14, head.title) <=
            width)
            return head;
    return heads.back();
}

/// In the head at the right, as many as fit.
void draw_legend(Ui& ui, const Rect& rect, const Head& head) {
    const float from = rect.x + 14 + ui::width_of_capitals(ui, Style::section14, head.title) + 16;
    float right = rect.right() - 14;
    const float y = rect.y + 20;
    for (const auto& sign : signs) {
        const float w = ui::width(ui, Style::secondary15, sign.words);
        if (right - w - 26 < from) return;
        ui::text_right(ui, Style::secondary15, {right, y + 5}, ui.palette.dim, sign.words);
        sign.draw(ui, {right - w - (head.step < 40 ? 13.F : 15.F), y});
        right -= w + head.step;
    }
}

int zoomed(int shown, float notches) {
    static constexpr std::array steps{30, 60, 125, 240, 480, 1'440};
    int at = 0;
    while (at < 5 && steps[static_cast<std::size_t>(at)] < shown)
        ++at;
    return steps[static_cast<std::size_t>(std::clamp(at - (notches > 0 ? 1 : -1), 0, 5))];
}

} // namespace

Intents draw_roles(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const Head head = head_of(ui, rect.w);
    Rect body = ui::panel(ui, rect, head.title);
    draw_legend(ui, rect, head);
    if (const float notches = ui::wheel(ui, rect); notches != 0)
        drafts.trainer.minutes = zoomed(drafts.trainer.minutes, notches);
    const Rect foot = body.take_bottom(axis_height);
    Rect box = body;
    const float names = std::min(215.F, std::max(190.F, body.w * 0.28F));
    box.take_left(names);
    box.take_right(10);
    const auto span = minutes(drafts.trainer.minutes);
    // nothing lies before the beginning
    const Instant from = std::max(scene.now - span * 3 / 4, scene.script->scenario->start - minutes(2));
    const LaneAxis axis{box, from, from + span};
    auto lanes = lanes_of(scene, axis);
    if (lanes.empty()) {
        ui::empty_text(ui, body, "In deze tijd wordt van niemand iets gevraagd. Het wiel toont meer tijd.");
        return {};
    }
    place_all(axis, lanes, body.h);
    draw_axis(ui, scene, axis, foot);
    Rect rest = body;
    std::size_t left = lanes.size();
    for (const auto& lane : lanes) {
        const float height = height_of(lane);
        if (rest.h < height) break;
        const Rect row = rest.take_top(height);
        --left;
        if (row.y > body.y) ui::separator(ui, row);
        draw_name(ui, lane, {row.x + 14, row.y, names - 22, row.h});
        const ui::Clip clip(ui, {box.x - 8, row.y, box.w + 16, row.h});
        for (const auto& window : lane.windows)
            draw_window(ui, scene, axis, window,
                        row.y + lane_pad + line_height * (static_cast<float>(window.line) + 0.5F), drafts);
    }
    if (left > 0)
        ui::text_within(ui, Style::strong15, {foot.x + 14, foot.centre().y + 6}, names - 50, ui.palette.text,
                        fmt::format("nog {} {}", left, left == 1 ? "rol" : "rollen"));
    return {};
}

} // namespace regiekamer::panels::trainer
