// NETCENTRISCH BEELD: the situation text per column of LCMS, with author, time and version; what is newer
// than what this desk read last says so, and of the chosen text which words changed.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/difference.hpp"
#include "dashboard/panels/meeting/last_read.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using picture::SituationItem;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// What made a text: all its versions.
std::vector<Sequence> versions_of(const Scene& scene, const SituationItem& item) {
    std::vector<Sequence> all{item.written.sequence};
    for (const auto* earlier : picture::earlier_versions(scene.picture, item.written.value.item))
        all.push_back(earlier->written.sequence);
    return all;
}

std::vector<const SituationItem*> items_of(const std::vector<picture::SituationColumn>& columns) {
    std::vector<const SituationItem*> items;
    for (const auto& column : columns)
        items.insert(items.end(), column.items.begin(), column.items.end());
    return items;
}

constexpr float item_height = 76, tall_item_height = 94; ///< with one line of its text, and with two

/// Who wrote it, when, which version it is, and whose word it is.
std::string about_of(const Scene& scene, const SituationItem& item) {
    const auto& written = item.written.value;
    const std::size_t version = picture::earlier_versions(scene.picture, written.item).size() + 1;
    std::string about = fmt::format("{} · {} · versie {}", item.function ? item.function->value : "onbekend",
                                    words::clock_near(item.written.time, scene.now), version);
    if (written.origin) about += " · bron " + *written.origin;
    return about;
}

void draw_item(Ui& ui, const Scene& scene, const SituationItem& item, const Rect& row, Drafts& drafts) {
    const auto& written = item.written.value;
    const auto& draft = drafts.meeting;
    const bool chosen = draft.of_picture && draft.line == written.item.value;
    if (ui::row(ui, "beeld/" + written.item.value, row, chosen)) {
        drafts.meeting.line = written.item.value;
        drafts.meeting.of_picture = true;
        if (!scene.looking_back) open(drafts, Dialog::situation, written.item.value);
    }
    because(ui, row, versions_of(scene, item));
    const bool fresh = unread(draft, scene, item);
    const bool sure = written.state == Certainty::bevestigd;
    float right = row.right() - padding;
    right = ui::text_right(ui, Style::strong15, {right, row.y + 22},
                           sure ? ui.palette.dim : ui.palette.attention, words::label(written.state)) -
            10;
    const float x = row.x + padding + 18;
    ui::text_within(ui, Style::strong15, {row.x + padding, row.y + 22}, right - row.x - padding,
                    ui.palette.dim, written.column.value);
    right = row.right() - padding;
    if (fresh) ui::dot(ui, {row.x + padding + 5, row.y + 39}, 10, ui.palette.flow);
    const char* news = !fresh ? "" : last_read(draft, scene, item) != nullptr ? "GEWIJZIGD · " : "NIEUW · ";
    const Style style = fresh ? Style::strong16 : Style::row16;
    const std::string text = news + written.text;
    // On a second line where there is room for everybody's.
    const bool two = row.h >= tall_item_height && ui::width(ui, style, text) > right - x;
    if (two)
        ui::text_wrapped(ui, style, {x, row.y + 25, right - x, 44}, ui.palette.text, text);
    else
        ui::text_within(ui, style, {x, row.y + 45}, right - x, ui.palette.text, text);
    ui::text_within(ui, Style::secondary15, {x, two ? row.bottom() - 8 : row.y + 66}, right - x,
                    ui.palette.dim, about_of(scene, item));
}

std::string version_words(const Scene& scene, const SituationItem& one, std::size_t version) {
    return fmt::format("Versie {}, {}, {}: {}", version, words::clock_near(one.written.time, scene.now),
                       words::label(one.written.value.state), one.written.value.text);
}

/// This version and the two before it, newest first, each as far as two lines hold it: Z has them whole.
std::vector<std::string> history_of(const Ui& ui, const Scene& scene, const SituationItem& item) {
    constexpr float two_lines = 1'700;
    const auto earlier = picture::earlier_versions(scene.picture, item.written.value.item);
    std::vector<std::string> lines;
    const auto say = [&](const SituationItem& one, std::size_t version) {
        lines.push_back(ui::shortened(ui, Style::row16, two_lines, version_words(scene, one, version)));
    };
    say(item, earlier.size() + 1);
    for (std::size_t at = 0; at < earlier.size() && at < 2; ++at)
        say(*earlier[at], earlier.size() - at);
    if (earlier.size() > 2) lines.push_back(fmt::format("nog {} eerdere versies", earlier.size() - 2));
    return lines;
}

/// The text with what changed in it since another version, and under it, when asked, all versions before it.
std::vector<Paragraph> paragraphs_of(const Scene& scene, const SituationItem& item,
                                     const SituationItem* before, bool versions) {
    const auto& text = item.written.value.text;
    std::vector<Paragraph> all{
        words::text_difference(before == nullptr ? text : before->written.value.text, text)};
    if (!versions) return all;
    const auto about = fmt::format("{} · {} · {}", item.written.value.column.value,
                                   words::label(item.written.value.state), about_of(scene, item));
    all.insert(all.begin(), words::text_difference(about, about));
    const auto earlier = picture::earlier_versions(scene.picture, item.written.value.item);
    for (std::size_t at = 0; at < earlier.size(); ++at) {
        const auto words = version_words(scene, *earlier[at], earlier.size() - at);
        all.emplace_back();
        all.push_back(words::text_difference(words, words));
    }
    return all;
}

/// The chosen text, all of it: what does not fit scrolls, and Z gives it the whole panel. Of one that changed
/// since it was read, what changed.
void draw_chosen(Ui& ui, const Scene& scene, const SituationItem& item, Rect body, Drafts& drafts) {
    auto& draft = drafts.meeting;
    const auto* before = last_read(draft, scene, item);
    ui::subsection(ui, body,
                   before == nullptr ? std::string("DE GEKOZEN TEKST")
                                     : "SINDS U HET LAS · versie van " +
                                           words::clock_near(before->written.time, scene.now));
    const std::string_view verb = draft.whole ? "Lijst" : "Lees heel";
    const std::string keys = state_keys(ui) + (unread(draft, scene, item) ? " · L gelezen" : "");
    const Rect line = body.h > 150 ? body.take_bottom(26) : Rect{};
    Rect foot = body.take_bottom(44);
    const float wide = ui::button_width(ui, verb, "Z", 36);
    const Rect button = foot.take_right(wide + padding);
    if (ui::button(ui, "beeld/heel", {button.x, button.y + 4, wide, 36}, verb, "Z"))
        draft.whole = !draft.whole;
    const std::string id = "beeld/tekst/" + item.written.value.item.value;
    const auto view =
        draw_difference(ui, id, body.inset(padding, 4), paragraphs_of(scene, item, before, draft.whole));
    if (draft.whole) ui::page(ui, id, view);
    std::string rest = line.empty() ? keys : std::string();
    if (const int hidden = view.above() + view.below(); hidden > 0)
        rest = fmt::format("nog {} {}{}", hidden, hidden == 1 ? "regel" : "regels",
                           draft.whole ? " [PgUp PgDn]" : "");
    ui::text_within(ui, Style::secondary15, {foot.x + padding, foot.y + 27}, foot.w - padding - 8,
                    ui.palette.dim, rest);
    if (!line.empty())
        ui::text_within(ui, Style::secondary15, {line.x + padding, line.y + 16}, line.w - 2 * padding,
                        ui.palette.dim, keys);
}

/// The texts by column; the chosen one stays in sight.
void draw_items(Ui& ui, const Scene& scene, Rect body, const std::vector<const SituationItem*>& items,
                Drafts& drafts) {
    auto& draft = drafts.meeting;
    const Rect foot = body.h > 150 ? body.take_bottom(28) : Rect{};
    const bool room = body.h >= tall_item_height * static_cast<float>(items.size());
    const auto view = ui::list(ui, "netcentrisch beeld", body, static_cast<int>(items.size()),
                               room ? tall_item_height : item_height);
    for (int i = 0; draft.of_picture && draft.scrolled_for != draft.line && i < view.count; ++i) {
        if (items[static_cast<std::size_t>(i)]->written.value.item.value != draft.line) continue;
        draft.scrolled_for = draft.line;
        if (i < view.first) ui::scroll_to(ui, "netcentrisch beeld", i);
        if (i >= view.end()) ui::scroll_to(ui, "netcentrisch beeld", i - view.shown + 1);
    }
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_item(ui, scene, *items[static_cast<std::size_t>(i)], view.row(i), drafts);
    }
    if (!foot.empty() && !items.empty()) ui::list_foot(ui, foot, view, {}, "Shift+↑ ↓ kiest · Z leest heel");
}

} // namespace

Intents draw_situation(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto columns = scene.incident ? picture::situation(scene.picture, *scene.incident)
                                        : std::vector<picture::SituationColumn>{};
    auto& draft = drafts.meeting;
    begin_reading(draft, scene, columns);
    std::size_t fresh = 0, items = 0;
    const SituationItem* chosen = nullptr;
    for (const auto& column : columns)
        for (const auto* item : column.items) {
            ++items;
            fresh += unread(draft, scene, *item) ? 1 : 0;
            if (draft.of_picture && draft.line == item->written.value.item.value) chosen = item;
        }
    Rect body = ui::panel(ui, rect,
                          fmt::format(fmt::runtime(rect.w < 420 ? "BEELD · {} · [V] nieuw"
                                                                : "NETCENTRISCH BEELD · {} · [V] nieuw"),
                                      items),
                          fresh == 0 ? std::string("alles gelezen") : fmt::format("{} nieuw", fresh));
    const float button = ui::button_width(ui, "Alles gelezen", {}) + 16;
    if (fresh > 0 && ui::button(ui, "beeld/gelezen", body.take_bottom(54).take_right(button).inset(8, 5),
                                "Alles gelezen", std::string_view()))
        mark_all_read(draft, columns);
    if (chosen == nullptr) draft.whole = false;
    if (draft.whole) {
        draw_chosen(ui, scene, *chosen, body, drafts);
        return {};
    }
    if (chosen != nullptr && body.h > 300)
        draw_chosen(ui, scene, *chosen, body.take_bottom(std::min(body.h * 0.4F, 250.F)), drafts);
    draw_items(ui, scene, body, items_of(columns), drafts);
    if (columns.empty())
        ui::empty_text(ui, body,
                       "Hier staat het gedeelde beeld per onderwerp. Schrijf de eerste tekst met [V].");
    return {};
}

Intents situation(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    const auto* old = scene.picture.meetings->items.find(ItemId(drafts.subject));
    std::vector<std::string> columns;
    for (const auto& column : picture::situation_columns())
        columns.push_back(column.value);
    static const std::vector<std::string> states{"bevestigd", "onbevestigd", "achterhaald", "onbekend"};
    if (drafts.opened_now && old != nullptr) {
        const auto& was = old->written.value;
        const auto at = std::find(columns.begin(), columns.end(), was.column.value);
        drafts.choice = at == columns.end() ? 0 : static_cast<int>(at - columns.begin());
        drafts.choice2 = static_cast<int>(was.state);
        drafts.text = was.text;
        drafts.text2 = was.origin.value_or("");
    }
    Form form(ui, drafts, old == nullptr ? "NIEUWE TEKST IN HET BEELD" : "NIEUWE VERSIE VAN DEZE TEKST", 920);
    if (old != nullptr)
        for (const auto& line : history_of(ui, scene, *old))
            form.words(line);
    form.field("beeld/tekst", "Wat is er aan de hand", drafts.text, "Kade staat blank van Dam tot waterbus");
    form.choice("beeld/kolom", "Onderwerp", columns, drafts.choice);
    form.choice("beeld/staat", "Hoe zeker", states, drafts.choice2);
    form.field("beeld/bron", "Bron (mag leeg)", drafts.text2, "taakcommandant brandweer");
    if (!form.confirmed("Schrijf")) return {};
    const auto text = typed_text(drafts, drafts.text, "Schrijf op wat er aan de hand is.", 4'000);
    if (!text) return {};
    SituationWritten body;
    body.item = ItemId(dialogs::fresh_id());
    body.incident = *scene.incident;
    body.column = Column(columns[static_cast<std::size_t>(drafts.choice)]);
    body.text = *text;
    body.state = static_cast<Certainty>(drafts.choice2);
    if (auto origin = trimmed(drafts.text2); !origin.empty()) body.origin = origin;
    if (old != nullptr) {
        body.replaces = old->written.value.item;
        if (drafts.meeting.line == body.replaces->value) drafts.meeting.line = body.item.value;
    }
    return dialogs::act(drafts, body, "Beeld: " + body.column.value);
}

} // namespace regiekamer::panels::meeting
