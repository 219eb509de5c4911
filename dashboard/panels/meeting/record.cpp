// The BOB record: beeld with how sure it is, oordeel, besluit with owner and time; each line as it was noted.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float pad = ui::measure::padding;

/// State and source of a finding, marked by word and, when not sure, by a triangle.
void draw_finding(Ui& ui, const picture::Finding& finding, const Rect& row, bool certainty, Drafts& drafts,
                  bool can) {
    const auto& noted = finding.noted.value;
    if (ui::row(ui, "bevinding/" + noted.finding.value, row) && can) {
        open(drafts, Dialog::finding, noted.meeting.value);
        drafts.person = noted.finding.value;
    }
    const bool sure = noted.state == Certainty::bevestigd, over = noted.state == Certainty::achterhaald;
    const float y = row.centre().y + 6;
    float right = row.right() - pad;
    if (certainty && !sure) {
        right = ui::text_right(ui, Style::strong16, {right, y}, over ? ui.palette.dim : ui.palette.attention,
                               words::label(noted.state)) -
                8;
        ui::triangle(ui, {right - 6, row.centre().y}, 12, over ? ui.palette.dim : ui.palette.attention);
        right -= 22;
    }
    if (noted.origin)
        right = ui::text_right(ui, Style::secondary15, {right, y}, ui.palette.dim, *noted.origin) - 12;
    const float end = ui::text_within(ui, Style::row17, {row.x + pad, y}, right - row.x - pad,
                                      over ? ui.palette.dim : ui.palette.text, noted.text);
    if (over) ui::line(ui, {row.x + pad, y - 5}, {end, y - 5}, ui.palette.dim);
}

void draw_decision(Ui& ui, const Scene& scene, const picture::Decision& decision, const Rect& row,
                   Intents& intents) {
    const auto& taken = decision.taken.value;
    const auto actions = picture::actions_of(scene.picture, taken.decision);
    const float y = row.y + 24;
    float right = row.right() - pad;
    if (actions.empty() && !scene.looking_back) {
        const float w = ui::button_width(ui, "Maak actie", "Y", 40);
        if (ui::button(ui, "besluit/" + taken.decision.value + "/actie", {right - w, row.y + 8, w, 40},
                       "Maak actie", "Y"))
            intents.emplace_back(action_of(scene, decision));
        right -= w + 12;
    } else if (!actions.empty()) {
        ui::check_mark(ui, {right - 8, row.y + 18}, 15, ui.palette.confirmation);
        right = ui::text_right(ui, Style::secondary15, {right - 24, y}, ui.palette.dim, "actie gemaakt") - 12;
    }
    ui::text_within(ui, Style::strong17, {row.x + pad, y}, right - row.x - pad, ui.palette.text, taken.text);
    std::string about = taken.owner ? taken.owner->value : std::string("geen eigenaar");
    about += taken.due ? " · vóór " + words::clock_near(*taken.due, scene.now) : std::string(" · geen tijd");
    ui::text_within(ui, Style::secondary15, {row.x + pad, row.y + 47}, right - row.x - pad,
                    picture::incomplete(decision) ? ui.palette.attention : ui.palette.dim, about);
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

void draw_findings(Ui& ui, Rect body, std::string_view id, std::string title, std::string_view empty,
                   const std::vector<const picture::Finding*>& findings, bool certainty, Drafts& drafts,
                   bool can) {
    ui::subsection(ui, body, title);
    const Rect foot = body.h > 80 ? body.take_bottom(28) : Rect{};
    const auto view = ui::list(ui, id, body, static_cast<int>(findings.size()), 36);
    for (int i = view.first; i < view.end(); ++i)
        draw_finding(ui, *findings[static_cast<std::size_t>(i)], view.row(i), certainty, drafts, can);
    if (findings.empty()) ui::empty_text(ui, body, empty);
    if (!foot.empty()) ui::list_foot(ui, foot, view);
}

/// What cannot wait, in a line: who is not there, what is late. Empty: nothing.
std::string urgent(const Scene& scene, const picture::MeetingClock& clock) {
    if (!clock.incident) return {};
    std::string words;
    for (const auto& one : picture::attendance(scene.picture, *clock.incident, scene.now))
        if (!one.answered) words += (words.empty() ? "" : ", ") + one.function.value + " niet bezet";
    const auto all = picture::unfinished_actions(scene.picture, scene.now);
    const auto late = std::count_if(all.begin(), all.end(), [&](const auto* action) {
        return action->opened.value.incident == clock.incident && picture::late(*action, scene.now);
    });
    if (late > 0)
        words += fmt::format("{}{} te laat", words.empty() ? "" : ", ",
                             late == 1 ? std::string("1 actie") : fmt::format("{} acties", late));
    return words;
}

void draw_urgent(Ui& ui, const Scene& scene, const picture::MeetingClock& clock, Rect& body) {
    const auto words = urgent(scene, clock);
    const bool open =
        clock.state == picture::MeetingState::planned || clock.state == picture::MeetingState::running;
    if (words.empty() || !open) return;
    const Rect row = body.take_top(34);
    ui::triangle(ui, {row.x + pad + 6, row.centre().y}, 12, ui.palette.attention);
    ui::text_within(ui, Style::strong16, {row.x + pad + 20, row.centre().y + 6}, row.w - 2 * pad - 20,
                    ui.palette.text, "Spoedpunten eerst: " + words);
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
    Rect body =
        ui::panel(ui, rect, fmt::format("VERSLAG · {} {}", words::label(clock->team), clock->number.value),
                  "geen besluit zonder eigenaar en tijd");
    draw_urgent(ui, scene, *clock, body);
    const float third = body.h / 3;
    const bool can = !scene.looking_back;
    draw_findings(ui, body.take_top(third), "verslag/beeld",
                  fmt::format("BEELD · {} · [B] nieuwe regel", beeld.size()),
                  "Feiten, wat veranderd is, wat nog ontbreekt. Begin met wat niet kan wachten.", beeld, true,
                  drafts, can);
    draw_findings(ui, body.take_top(third), "verslag/oordeel",
                  fmt::format("OORDEEL · {} · [J] nieuwe regel", oordeel.size()),
                  "Gevolgen, scenario's, dilemma's.", oordeel, false, drafts, can);
    ui::subsection(ui, body, fmt::format("BESLUIT · {} · [D] nieuw besluit", decisions.size()));
    const auto view = ui::list(ui, "verslag/besluit", body, static_cast<int>(decisions.size()), 58);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_decision(ui, scene, *decisions[static_cast<std::size_t>(i)], view.row(i), intents);
    }
    if (decisions.empty()) ui::empty_text(ui, body, "Wie doet wat, vóór wanneer.");
    return intents;
}

} // namespace regiekamer::panels::meeting
