// NETCENTRISCH BEELD: the situation text per column of LCMS, with author, time and version; what is newer
// than what this desk read last says so.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/drafts.hpp"
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

constexpr float pad = ui::measure::padding;

/// A head of a column, or an item beneath it.
struct Line {
    const Column* column = nullptr;
    const SituationItem* item = nullptr;
};

std::vector<Line> lines_of(const std::vector<picture::SituationColumn>& columns) {
    std::vector<Line> lines;
    for (const auto& column : columns) {
        lines.push_back({&column.column, nullptr});
        for (const auto* item : column.items)
            lines.push_back({&column.column, item});
    }
    return lines;
}

void draw_item(Ui& ui, const Scene& scene, const SituationItem& item, const Rect& row, Drafts& drafts) {
    const auto& written = item.written.value;
    if (ui::row(ui, "beeld/" + written.item.value, row) && !scene.looking_back)
        open(drafts, Dialog::situation, written.item.value);
    const bool unread = item.written.sequence > drafts.meeting.read;
    const std::size_t version = picture::earlier_versions(scene.picture, written.item).size() + 1;
    std::string about = fmt::format("{} · {} · versie {}", item.function ? item.function->value : "onbekend",
                                    words::clock_near(item.written.time, scene.now), version);
    if (written.origin) about += " · bron " + *written.origin;
    const bool sure = written.state == Certainty::bevestigd;
    float right = row.right() - pad;
    right = ui::text_right(ui, Style::strong15, {right, row.y + 44},
                           sure ? ui.palette.dim : ui.palette.attention, words::label(written.state)) -
            10;
    const float x = row.x + pad + 18;
    if (unread) ui::dot(ui, {row.x + pad + 5, row.y + 17}, 10, ui.palette.flow);
    ui::text_within(ui, unread ? Style::strong16 : Style::row16, {x, row.y + 22}, row.right() - x - pad,
                    ui.palette.text, unread ? "NIEUW · " + written.text : written.text);
    ui::text_within(ui, Style::secondary15, {x, row.y + 44}, right - x, ui.palette.dim, about);
}

Sequence newest(const std::vector<picture::SituationColumn>& columns) {
    Sequence last = 0;
    for (const auto& column : columns)
        for (const auto* item : column.items)
            last = std::max(last, item->written.sequence);
    return last;
}

/// This version and the two before it, newest first, each as it stood.
std::vector<std::string> history_of(const Scene& scene, const SituationItem& item) {
    const auto earlier = picture::earlier_versions(scene.picture, item.written.value.item);
    std::vector<std::string> lines;
    const auto say = [&](const SituationItem& one, std::size_t version) {
        lines.push_back(fmt::format("Versie {}, {}, {}: {}", version,
                                    words::clock_near(one.written.time, scene.now),
                                    words::label(one.written.value.state), one.written.value.text));
    };
    say(item, earlier.size() + 1);
    for (std::size_t at = 0; at < earlier.size() && at < 2; ++at)
        say(*earlier[at], earlier.size() - at);
    if (earlier.size() > 2) lines.push_back(fmt::format("nog {} eerdere versies", earlier.size() - 2));
    return lines;
}

} // namespace

Intents draw_situation(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto columns = scene.incident ? picture::situation(scene.picture, *scene.incident)
                                        : std::vector<picture::SituationColumn>{};
    auto& draft = drafts.meeting;
    const Sequence last = newest(columns);
    if (!draft.read_known) draft = {draft.chosen, last, true}; // what was there at first counts as read
    std::size_t unread = 0, items = 0;
    for (const auto& column : columns)
        for (const auto* item : column.items)
            ++items, unread += item->written.sequence > draft.read;
    Rect body = ui::panel(ui, rect, fmt::format("NETCENTRISCH BEELD · {} teksten · [V] nieuw", items),
                          unread == 0 ? std::string("alles gelezen") : fmt::format("{} nieuw", unread));
    Rect foot = body.take_bottom(54);
    const auto lines = lines_of(columns);
    const auto view = ui::list(ui, "netcentrisch beeld", body, static_cast<int>(lines.size()), 54);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& line = lines[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (line.item != nullptr) {
            draw_item(ui, scene, *line.item, row, drafts);
            continue;
        }
        ui::separator(ui, row);
        ui::text_within(ui, Style::strong15, {row.x + pad, row.bottom() - 14}, row.w - 2 * pad,
                        ui.palette.dim, line.column->value);
    }
    if (lines.empty())
        ui::empty_text(ui, body,
                       "Hier staat het gedeelde beeld per onderwerp. Schrijf de eerste tekst met [V].");
    if (unread > 0 &&
        ui::button(ui, "beeld/gelezen", foot.take_right(170).inset(8, 5), "Gelezen", std::string_view()))
        draft.read = last;
    ui::list_foot(ui, foot, view);
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
        for (const auto& line : history_of(scene, *old))
            form.words(line);
    form.field("beeld/tekst", "Wat is er aan de hand", drafts.text, "Kade staat blank van Dam tot waterbus");
    form.choice("beeld/kolom", "Onderwerp", columns, drafts.choice);
    form.choice("beeld/staat", "Hoe zeker", states, drafts.choice2);
    form.field("beeld/bron", "Bron (mag leeg)", drafts.text2, "taakcommandant brandweer");
    if (!form.confirmed("Schrijf")) return {};
    const auto text = typed_line(drafts, drafts.text, "Schrijf op wat er aan de hand is.", 4'000);
    if (!text) return {};
    SituationWritten body;
    body.item = ItemId(dialogs::fresh_id());
    body.incident = *scene.incident;
    body.column = Column(columns[static_cast<std::size_t>(drafts.choice)]);
    body.text = *text;
    body.state = static_cast<Certainty>(drafts.choice2);
    if (auto origin = trimmed(drafts.text2); !origin.empty()) body.origin = origin;
    if (old != nullptr) body.replaces = old->written.value.item;
    return dialogs::act(drafts, body, "Beeld: " + body.column.value);
}

} // namespace regiekamer::panels::meeting
