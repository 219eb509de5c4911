// TIJDLIJN: GRIP, overleg and besluiten on a linear axis; a press or a drag looks at that moment, NU comes
// back.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

struct Axis {
    Rect box;
    Instant from, until;
    [[nodiscard]] float x(Instant at) const {
        return box.x + box.w * static_cast<float>(static_cast<double>((at - from).count()) /
                                                  static_cast<double>((until - from).count()));
    }
    [[nodiscard]] Instant at(float x) const {
        const double part = std::clamp(static_cast<double>((x - box.x) / box.w), 0.0, 1.0);
        return from +
               microseconds(static_cast<std::int64_t>(part * static_cast<double>((until - from).count())));
    }
};

/// What the plot of a series shows as well, once the user zoomed or moved either; else the last hours up to
/// now, not before the first thing known.
Axis axis_of(const Scene& scene, const Rect& box, const std::optional<PlotSpan>& chosen) {
    if (chosen) return {box, chosen->from, chosen->until};
    constexpr hours shown{8};
    Instant from = scene.live_now - shown;
    const auto& entries = scene.log.entries();
    if (!entries.empty()) from = std::max(from, entries.front().moment);
    return {box, std::min(from, scene.live_now - minutes(10)), scene.live_now};
}

/// About the mouse; never further ahead than was shown or is now.
PlotSpan turned(const Axis& axis, float mouse, float notches, Instant now) {
    const auto span = zoomed({axis.from, axis.until}, static_cast<double>((mouse - axis.box.x) / axis.box.w),
                             std::pow(0.8, static_cast<double>(notches)));
    const auto ahead = span.until - std::max(axis.until, now);
    return ahead > microseconds(0) ? PlotSpan{span.from - ahead, span.until - ahead} : span;
}

/// One line of labels: what would lie on another is left out, its mark stays.
struct Row {
    float y;
    std::vector<std::pair<float, float>> taken;

    void put(Ui& ui, float x, const std::string& words, const Axis& axis, ui::Colour colour) {
        put_from(ui, x - ui::width(ui, Style::secondary15, words) / 2, words, axis, colour);
    }
    void put_from(Ui& ui, float begin, const std::string& words, const Axis& axis, ui::Colour colour) {
        const float w = ui::width(ui, Style::secondary15, words);
        const float left = std::clamp(begin, axis.box.x, axis.box.right() - w);
        for (const auto& [from, until] : taken)
            if (left < until + 10 && left + w + 10 > from) return;
        ui::text(ui, Style::secondary15, {left, y}, colour, words);
        taken.emplace_back(left, left + w);
    }
    /// Its words may go on to the right as far as nothing newer stands.
    void besluit(Ui& ui, float x, const std::string& words, const Axis& axis) {
        constexpr float least = 190;
        const float begin =
            std::max(axis.box.x, x - std::min(least, ui::width(ui, Style::secondary15, words)) / 2);
        float end = axis.box.right();
        for (const auto& [from, until] : taken)
            if (from > x) end = std::min(end, from - 11);
        put_from(ui, begin, ui::shortened(ui, Style::secondary15, std::max(least, end - begin), words), axis,
                 ui.palette.text);
    }
    void label(Ui& ui, float x, const std::string& words, const Axis& axis) {
        put(ui, x, words, axis, ui.palette.text);
    }
    void hour(Ui& ui, float x, const std::string& words, const Axis& axis) {
        put(ui, x, words, axis, ui.palette.dim);
    }
};

struct Mark {
    Instant at;
    enum class Kind { grip, meeting, decision } kind;
    std::string words;
};

std::vector<Mark> marks_of(const Scene& scene) {
    std::vector<Mark> marks;
    if (!scene.incident) return marks;
    if (const auto* incident = picture::find_incident(scene.picture, *scene.incident))
        for (const auto& segment : picture::grip_segments(*incident, scene.now))
            marks.push_back({segment.from, Mark::Kind::grip, fmt::format("GRIP {}", segment.level.value)});
    for (const auto& meeting : picture::meetings_of(scene.picture, *scene.incident, scene.now))
        if (meeting.started)
            marks.push_back({*meeting.started, Mark::Kind::meeting,
                             fmt::format("{} {}", words::label(meeting.team), meeting.number.value)});
    for (const auto* decision : picture::decisions_of(scene.picture, *scene.incident))
        marks.push_back({decision->taken.time, Mark::Kind::decision, decision->taken.value.text});
    return marks;
}

/// The newest label stays where two would lie on each other, and GRIP before all else.
void draw_marks(Ui& ui, const Scene& scene, const Axis& axis, float y, Row& below) {
    Row above{y - 12, {}};
    auto marks = marks_of(scene);
    std::erase_if(marks, [&](const Mark& mark) { return mark.at < axis.from || mark.at > axis.until; });
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        const bool a_grip = a.kind == Mark::Kind::grip, b_grip = b.kind == Mark::Kind::grip;
        return a_grip != b_grip ? a_grip : a.at > b.at;
    });
    for (const auto& mark : marks) {
        const float x = axis.x(mark.at);
        switch (mark.kind) {
        case Mark::Kind::grip:
            ui::line(ui, {x, y - 10}, {x, y + 8}, ui.palette.text, 3);
            above.label(ui, x, mark.words, axis);
            break;
        case Mark::Kind::meeting:
            ui::fill(ui, {x - 3, y - 6, 7, 12}, ui.palette.surface);
            ui::frame(ui, {x - 3, y - 6, 7, 12}, ui.palette.flow, 0, 2);
            below.label(ui, x, mark.words, axis);
            break;
        case Mark::Kind::decision: {
            ui::diamond(ui, {x, y}, 12, ui.palette.text);
            above.besluit(ui, x, mark.words, axis);
            break;
        }
        }
    }
}

void draw_hours(Ui& ui, const Axis& axis, float y, Row& below) {
    const auto span = std::chrono::duration_cast<minutes>(axis.until - axis.from).count();
    constexpr int day = 24 * 60;
    int step = 90 * day;
    for (const int candidate : {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, day, 2 * day, 7 * day, 28 * day})
        if (static_cast<float>(span) / static_cast<float>(candidate) <= axis.box.w / 130) {
            step = candidate;
            break;
        }
    // By the local clock: a day is 23 or 25 hours twice a year, and its marks stand at midnight all the same.
    Instant last = axis.from - minutes(1);
    for (picture::LocalInstant local = picture::local_day(axis.from);; local += minutes(step)) {
        const Instant at = picture::from_local(local);
        if (at > axis.until) break;
        if (at <= last) continue;
        last = at;
        const float x = axis.x(at);
        ui::line(ui, {x, y - 4}, {x, y + 5}, ui.palette.faint);
        below.hour(ui, x, step >= day ? words::short_date(at) : words::clock(at), axis);
    }
}

/// "20:37 – nu"; further back than a day the day is what counts: "vr 22 – nu".
std::string axis_words(const Axis& axis, Instant now) {
    const bool days = axis.until - axis.from > hours(24);
    const auto end = [&](Instant at) { return days ? words::weekday_day(at) : words::clock(at); };
    return end(axis.from) + " – " + (axis.until == now ? std::string("nu") : end(axis.until));
}

/// The buttons at its end; takes their room, and gives the place of NU.
Rect draw_ways(Ui& ui, const Scene& scene, Rect& inside, Drafts& drafts, Intents& intents) {
    const auto next = [&](float wide, float after) {
        const Rect place = inside.take_right(wide);
        inside.take_right(after);
        return Rect{place.x, place.centre().y - 22, place.w, 44};
    };
    const Rect now = next(92, 14);
    if (scene.mode == Mode::exercise &&
        ui::button(ui, "tijdlijn/oefening", next(120, 20), "Oefening", ui::Shortcut{ui::Key::f6})) {
        if (sees_script(seated(scene)))
            intents.push_back(Show{View::oefenleiding});
        else
            open(drafts, Dialog::exercise);
    }
    // All views and acts, for who works with the mouse; the key is the views' own.
    if (ui::button(ui, "tijdlijn/meer", next(ui::button_width(ui, "Meer", "Ctrl+K"), 20), "Meer", "Ctrl+K"))
        open(drafts, Dialog::palette);
    return now;
}

} // namespace

Intents draw_timeline(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    ui::surface(ui, rect);
    Rect inside = rect.inset(14, 6);
    const Rect now = ui.only_shown ? Rect() : draw_ways(ui, scene, inside, drafts, intents);
    const Rect head = inside.take_left(96);
    Axis axis = axis_of(scene, inside, drafts.plot.span);
    if (const float notches = ui::wheel(ui, inside); notches != 0) {
        drafts.plot.span = turned(axis, ui.mouse.x, notches, scene.live_now);
        axis = axis_of(scene, inside, drafts.plot.span);
    }
    ui::capitals(ui, Style::section14, {head.x, head.y + 24}, head.w, ui.palette.dim, "TIJDLIJN");
    ui::text_within(ui, Style::secondary15, {head.x, head.y + 46}, head.w, ui.palette.dim,
                    axis_words(axis, scene.live_now));
    const float y = inside.centre().y;
    const bool in_sight = scene.now >= axis.from && scene.now <= axis.until;
    const float shown = axis.x(std::clamp(scene.now, axis.from, axis.until));
    ui::line(ui, {inside.x, y}, {inside.right(), y}, ui.palette.line, 3);
    ui::line(ui, {inside.x, y}, {shown, y}, ui.palette.flow, 3);
    Row below{y + 26, {}};
    draw_marks(ui, scene, axis, y, below);
    draw_hours(ui, axis, y, below);
    if (in_sight) ui::dot(ui, {shown, y}, 16, scene.looking_back ? ui.palette.attention : ui.palette.text);
    const auto moved = ui::drag(ui, "tijdlijn", inside);
    if (moved.held)
        intents.emplace_back(std::in_place_type<LookAt>,
                             LookAt{std::min(axis.at(moved.at.x), scene.live_now)});
    const auto kind = scene.looking_back ? ui::ButtonKind::main : ui::ButtonKind::plain;
    if (ui::button(ui, "tijdlijn/nu", now, "NU", std::string_view(), kind)) {
        drafts.plot.span.reset();
        intents.emplace_back(std::in_place_type<BackToNow>);
    }
    if (ui::pressed(ui, ui::Key::left))
        intents.emplace_back(std::in_place_type<LookAt>, LookAt{scene.now - minutes(5)});
    if (ui::pressed(ui, ui::Key::right) && scene.looking_back)
        intents.emplace_back(std::in_place_type<LookAt>, LookAt{scene.now + minutes(5)});
    return intents;
}

} // namespace regiekamer::panels
