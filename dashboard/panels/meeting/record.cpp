// The BOB record: beeld with how sure it is, oordeel, besluit with owner and time; each line as it was noted.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// Where a line wants three lines of text and one about it, a column of a wide screen; or one line, across
/// the record of a narrow one.
struct Shape {
    bool columns = false;
    [[nodiscard]] float finding() const { return columns ? 92.F : 36.F; }
    [[nodiscard]] float decision() const { return columns ? 126.F : 58.F; }
};

/// What the longest text of a list needs, of at least `lines` lines; a row is never higher than its list.
template <class All, class TextOf>
float text_height(const Ui& ui, Style style, float width, float lines, float most, const All& all,
                  TextOf&& text_of) {
    float height = lines * ui::line_height(style);
    for (const auto* one : all)
        height = std::max(height, ui::wrapped_height(ui, style, width, text_of(*one)));
    return std::min(height, std::max(most, lines * ui::line_height(style)));
}

/// A finding chosen by key, and what its lists need to be drawn.
struct Context {
    const Scene& scene;
    Drafts& drafts;
    Shape shape;
    [[nodiscard]] bool can() const { return !scene.looking_back; }
    [[nodiscard]] bool chosen(const picture::Finding& finding) const {
        return !drafts.meeting.of_picture && drafts.meeting.line == finding.noted.value.finding.value;
    }
};

/// How sure it is, by word and, when not sure, by a triangle; returns its left edge.
float draw_certainty(Ui& ui, Certainty state, float right, float y) {
    const bool over = state == Certainty::achterhaald;
    const auto colour = over ? ui.palette.dim : ui.palette.attention;
    const float left = ui::text_right(ui, Style::strong15, {right, y}, colour, words::label(state)) - 8;
    ui::triangle(ui, {left - 6, y - 6}, 12, colour);
    return left - 22;
}

/// In a column: the whole text, and beneath it its source and how sure it is.
void draw_tall_finding(Ui& ui, const FindingNoted& noted, const Rect& row, bool certainty) {
    const bool over = noted.state == Certainty::achterhaald;
    const Rect text{row.x + padding, row.y + 6, row.w - 2 * padding, row.h - 32};
    ui::text_wrapped(ui, Style::row16, text, over ? ui.palette.dim : ui.palette.text, noted.text);
    const float y = row.bottom() - 10;
    float right = row.right() - padding;
    if (certainty && noted.state != Certainty::bevestigd) right = draw_certainty(ui, noted.state, right, y);
    if (noted.origin)
        ui::text_within(ui, Style::secondary15, {row.x + padding, y}, right - row.x - padding, ui.palette.dim,
                        *noted.origin);
}

void draw_low_finding(Ui& ui, const FindingNoted& noted, const Rect& row, bool certainty) {
    const bool over = noted.state == Certainty::achterhaald;
    const float y = row.centre().y + 6;
    float right = row.right() - padding;
    if (certainty && noted.state != Certainty::bevestigd) right = draw_certainty(ui, noted.state, right, y);
    if (noted.origin)
        right = ui::text_right(ui, Style::secondary15, {right, y}, ui.palette.dim,
                               ui::shortened(ui, Style::secondary15, row.w * 0.35F, *noted.origin)) -
                12;
    const float end = ui::text_within(ui, Style::row17, {row.x + padding, y}, right - row.x - padding,
                                      over ? ui.palette.dim : ui.palette.text, noted.text);
    if (over) ui::line(ui, {row.x + padding, y - 5}, {end, y - 5}, ui.palette.dim);
}

void draw_finding(Ui& ui, const Context& at, const picture::Finding& finding, const Rect& row,
                  bool certainty) {
    const auto& noted = finding.noted.value;
    if (ui::row(ui, "bevinding/" + noted.finding.value, row, at.chosen(finding))) {
        at.drafts.meeting.line = noted.finding.value;
        at.drafts.meeting.of_picture = false;
        if (at.can()) {
            open(at.drafts, Dialog::finding, noted.meeting.value);
            at.drafts.person = noted.finding.value;
        }
    }
    because(ui, row, {finding.noted.sequence});
    if (at.shape.columns)
        draw_tall_finding(ui, noted, row, certainty);
    else
        draw_low_finding(ui, noted, row, certainty);
}

std::string owner_and_time(const Scene& scene, const DecisionTaken& taken) {
    std::string about = taken.owner ? taken.owner->value : std::string("geen eigenaar");
    return about +
           (taken.due ? " · vóór " + words::clock_near(*taken.due, scene.now) : std::string(" · geen tijd"));
}

/// "Maak actie", or that one was made; returns its left edge.
float draw_action_of(Ui& ui, const Context& at, const picture::Decision& decision, float right, float top,
                     Intents& intents) {
    const auto& taken = decision.taken.value;
    const bool made = !picture::actions_of(at.scene.picture, taken.decision).empty();
    if (made) {
        ui::check_mark(ui, {right - 8, top + 14}, 15, ui.palette.confirmation);
        return ui::text_right(ui, Style::secondary15, {right - 24, top + 20}, ui.palette.dim,
                              "actie gemaakt") -
               12;
    }
    if (!at.can()) return right;
    const float w = ui::button_width(ui, "Maak actie", "Y", 36);
    if (ui::button(ui, "besluit/" + taken.decision.value + "/actie", {right - w, top, w, 36}, "Maak actie",
                   "Y"))
        intents.emplace_back(action_of(at.scene, decision));
    return right - w - 12;
}

/// Beneath the text of a decision in a column: who and when, and the button; beside it in a low row the
/// button.
constexpr float under_decision = 60, low_action = 190;

void draw_decision(Ui& ui, const Context& at, const picture::Decision& decision, const Rect& row,
                   Intents& intents) {
    const auto& taken = decision.taken.value;
    const auto colour = picture::incomplete(decision) ? ui.palette.attention : ui.palette.dim;
    because(ui, row, {decision.taken.sequence});
    const std::string about = owner_and_time(at.scene, taken);
    if (at.shape.columns) {
        ui::text_wrapped(ui, Style::strong16,
                         {row.x + padding, row.y + 6, row.w - 2 * padding, row.h - under_decision - 6},
                         ui.palette.text, taken.text);
        const float below = row.bottom() - under_decision;
        ui::text_within(ui, Style::secondary15, {row.x + padding, below + 16}, row.w - 2 * padding, colour,
                        about);
        draw_action_of(ui, at, decision, row.right() - padding, below + 22, intents);
        return;
    }
    const float right = draw_action_of(ui, at, decision, row.right() - padding, row.y + 8, intents);
    ui::text_wrapped(
        ui, Style::strong17,
        {row.x + padding, row.y + 6, std::min(right, row.right() - low_action) - row.x - padding, row.h - 30},
        ui.palette.text, taken.text);
    ui::text_within(ui, Style::secondary15, {row.x + padding, row.bottom() - 11}, right - row.x - padding,
                    colour, about);
}

struct Findings {
    std::vector<const picture::Finding*> picture, judgement;
};
Findings split(const Scene& scene, const MeetingId& meeting) {
    Findings both;
    for (const auto* finding : picture::findings_of(scene.picture, meeting))
        (finding->noted.value.kind == FindingKind::beeld ? both.picture : both.judgement).push_back(finding);
    return both;
}

/// The chosen line stays in sight of its list.
void keep_in_sight(Ui& ui, const Context& at, std::string_view id, const ui::ListView& view,
                   const std::vector<const picture::Finding*>& findings) {
    auto& draft = at.drafts.meeting;
    if (draft.scrolled_for == draft.line) return;
    for (int i = 0; i < view.count; ++i) {
        if (!at.chosen(*findings[static_cast<std::size_t>(i)])) continue;
        draft.scrolled_for = draft.line;
        if (i < view.first) ui::scroll_to(ui, id, i);
        if (i >= view.end()) ui::scroll_to(ui, id, i - view.shown + 1);
    }
}

void draw_findings(Ui& ui, const Context& at, Rect body, std::string_view id, const std::string& title,
                   std::string_view empty, const std::vector<const picture::Finding*>& findings,
                   bool certainty) {
    ui::subsection(ui, body, title);
    const Rect foot = body.h > 80 ? body.take_bottom(28) : Rect{};
    float row = at.shape.finding();
    if (at.shape.columns)
        row += text_height(
                   ui, Style::row16, body.w - 2 * padding, 3, body.h - 40, findings,
                   [](const picture::Finding& one) -> const std::string& { return one.noted.value.text; }) -
               3 * ui::line_height(Style::row16);
    const auto view = ui::list(ui, id, body, static_cast<int>(findings.size()), row);
    keep_in_sight(ui, at, id, view, findings);
    for (int i = view.first; i < view.end(); ++i) {
        if (at.shape.columns && i > view.first) ui::separator(ui, view.row(i));
        draw_finding(ui, at, *findings[static_cast<std::size_t>(i)], view.row(i), certainty);
    }
    if (findings.empty()) ui::empty_text(ui, body, empty);
    if (!foot.empty()) ui::list_foot(ui, foot, view);
}

void draw_decisions(Ui& ui, const Context& at, Rect body,
                    const std::vector<const picture::Decision*>& decisions, Intents& intents) {
    ui::subsection(ui, body, fmt::format("BESLUIT · {} · [D] nieuw", decisions.size()));
    const Rect foot = body.h > 120 ? body.take_bottom(28) : Rect{};
    const Style style = at.shape.columns ? Style::strong16 : Style::strong17;
    const float lines = at.shape.columns ? 3 : 1;
    const float row =
        at.shape.decision() - lines * ui::line_height(style) +
        text_height(ui, style, body.w - padding - (at.shape.columns ? padding : low_action), lines,
                    body.h - 90, decisions,
                    [](const picture::Decision& one) -> const std::string& { return one.taken.value.text; });
    const auto view = ui::list(ui, "verslag/besluit", body, static_cast<int>(decisions.size()), row);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_decision(ui, at, *decisions[static_cast<std::size_t>(i)], view.row(i), intents);
    }
    if (decisions.empty()) ui::empty_text(ui, body, "Wie doet wat, vóór wanneer.");
    if (!foot.empty()) ui::list_foot(ui, foot, view);
}

/// Beside each other from 900 wide, else beneath each other.
std::array<Rect, 3> places_of(Rect body, Shape shape) {
    std::array<Rect, 3> places;
    const float third = shape.columns ? body.w / 3 : body.h / 3;
    for (auto& place : places)
        place = shape.columns ? body.take_left(third) : body.take_top(third);
    return places;
}

/// What cannot wait: who is not there, what is late.
std::vector<std::string> urgent(const Scene& scene, const picture::MeetingClock& clock) {
    std::vector<std::string> points;
    if (!clock.incident) return points;
    for (const auto& one : picture::attendance(scene.picture, *clock.incident, scene.now))
        if (!one.answered && one.step >= picture::ChainStep::unfilled)
            points.push_back(one.function.value + " niet bezet");
    const auto all = picture::unfinished_actions(scene.picture, scene.now);
    const auto late = std::count_if(all.begin(), all.end(), [&](const auto* action) {
        return action->opened.value.incident == clock.incident && picture::late(*action, scene.now);
    });
    if (late > 0) points.push_back(late == 1 ? "1 actie te laat" : fmt::format("{} acties te laat", late));
    return points;
}

/// In a line, each whole: those for which there is no room are counted.
std::string in_a_line(const Ui& ui, Style style, float width, const std::vector<std::string>& points) {
    std::string best;
    for (std::size_t shown = 1; shown <= points.size(); ++shown) {
        std::string line = "Spoedpunten eerst: ";
        for (std::size_t i = 0; i < shown; ++i)
            line += (i > 0 ? ", " : "") + points[i];
        if (shown < points.size()) line += fmt::format(", nog {}", points.size() - shown);
        if (!best.empty() && ui::width(ui, style, line) > width) break;
        best = std::move(line);
    }
    return best;
}

void draw_urgent(Ui& ui, const Scene& scene, const picture::MeetingClock& clock, Rect& body) {
    const auto points = urgent(scene, clock);
    const bool open =
        clock.state == picture::MeetingState::planned || clock.state == picture::MeetingState::running;
    if (points.empty() || !open) return;
    const Rect row = body.take_top(34);
    ui::triangle(ui, {row.x + padding + 6, row.centre().y}, 12, ui.palette.attention);
    const float width = row.w - 2 * padding - 20;
    ui::text_within(ui, Style::strong16, {row.x + padding + 20, row.centre().y + 6}, width, ui.palette.text,
                    in_a_line(ui, Style::strong16, width, points));
}

} // namespace

Intents draw_record(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto clock = shown(scene, drafts);
    if (!clock) {
        Rect body = ui::panel(ui, rect, "VERSLAG");
        ui::empty_text(ui, body, "Hier komt wat het overleg vaststelt: beeld, oordeel, besluit.");
        return intents;
    }
    const auto [beeld, oordeel] = split(scene, clock->meeting);
    const auto decisions = picture::decisions_of(scene.picture, clock->meeting);
    Rect body = ui::panel(
        ui, rect, fmt::format("VERSLAG · {} {}", words::label(clock->team), clock->number.value),
        drafts.meeting.line.empty() || drafts.meeting.of_picture ? std::string("↑ ↓ kiest een regel")
                                                                 : state_keys(ui));
    draw_urgent(ui, scene, *clock, body);
    const Context at{scene, drafts, {body.w >= 900}};
    const auto places = places_of(body, at.shape);
    draw_findings(ui, at, places[0], "verslag/beeld", fmt::format("BEELD · {} · [B] nieuw", beeld.size()),
                  "Feiten, wat veranderd is, wat nog ontbreekt. Begin met wat niet kan wachten.", beeld,
                  true);
    draw_findings(ui, at, places[1], "verslag/oordeel",
                  fmt::format("OORDEEL · {} · [J] nieuw", oordeel.size()), "Gevolgen, scenario's, dilemma's.",
                  oordeel, false);
    draw_decisions(ui, at, places[2], decisions, intents);
    for (std::size_t i = 1; at.shape.columns && i < places.size(); ++i)
        ui::fill(ui, {places.at(i).x, places.at(i).y, 1, places.at(i).h}, ui.palette.line);
    return intents;
}

} // namespace regiekamer::panels::meeting
