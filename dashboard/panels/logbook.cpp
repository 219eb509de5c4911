// LOGBOEK: newest first; machine noise folded away; a line leads to its moment.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/log_lines.hpp"
#include "dashboard/panels/logboek/detail.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/search_text.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::LogEntry;
using ui::Rect;
using ui::Style;
using ui::Ui;

std::vector<LogEntry> lines_wanted(const Scene& scene, const Drafts& drafts, std::size_t most,
                                   std::size_t skip) {
    const std::string wanted = words::folded(drafts.search);
    return scene.log.newest(
        scene.upto, most,
        [&](const LogEntry& entry) {
            if ((!drafts.show_noise && is_noise(entry)) || !may_read(scene, entry)) return false;
            return wanted.empty() ||
                   (scene.search != nullptr && words::has_words(wanted, scene.search->at(entry.sequence)));
        },
        skip);
}

/// Counts on from where it was counted last; a jump to the past counts anew.
std::size_t lines_in_all(const Scene& scene, Drafts& drafts) {
    auto& counted = drafts.counted;
    const bool leads = sees_script(seated(scene));
    if (counted.upto > scene.upto || counted.noise != drafts.show_noise || counted.leads != leads)
        counted = {0, drafts.show_noise, leads, 0};
    const auto& entries = scene.log.entries();
    auto entry = std::upper_bound(entries.begin(), entries.end(), counted.upto,
                                  [](Sequence upto, const LogEntry& one) { return upto < one.sequence; });
    for (; entry != entries.end() && entry->sequence <= scene.upto; ++entry)
        if ((drafts.show_noise || !is_noise(*entry)) && may_read(scene, *entry)) ++counted.lines;
    counted.upto = scene.upto;
    return counted.lines;
}

/// Where it stands alone in its tab its lines are read whole.
float row_height(const Ui& ui, const Rect& panel) {
    return ui.screen.w < 1200 && panel.w >= 700 ? two_lines : 34;
}

/// Where the columns stand: time, who, what.
struct Columns {
    float time, who, text, end, y;
};
bool is_narrow(const Rect& place) {
    return place.w < 700;
}
std::string time_in(const Rect& place, Instant at) {
    return is_narrow(place) ? words::clock(at) : words::clock_seconds(at);
}
/// A time of the hour that comes twice says which it is, and takes more room.
Columns columns_of(const Ui& ui, const Rect& place, Instant time) {
    const bool narrow = is_narrow(place);
    const float x = place.x + 14, usual = narrow ? 60 : 90,
                who = x + (words::double_hour(time).empty()
                               ? usual
                               : std::max(usual, ui::width(ui, Style::row16, time_in(place, time)) + 12));
    return {x, who, who + (narrow ? 120 : 158), place.right() - 14, place.centre().y + 6};
}

void draw_line(Ui& ui, const Scene& scene, const LogEntry& entry, const Rect& place, Intents& intents) {
    const auto fact = scene.fetch(entry.sequence);
    if (fact == nullptr) return;
    const auto line = line_of(scene, *fact);
    const bool struck = superseded(scene, *fact);
    const bool strong = line.weight == words::Weight::strong && !struck;
    const auto read = trainer::read_act(scene, *fact);
    if (ui::row(ui, fmt::format("logboek/{}", entry.sequence), place)) {
        if (read) intents.push_back(*read);
        intents.push_back(LookAtMessage{entry.sequence});
    }
    because(ui, place, {entry.sequence});
    if (strong || read)
        ui::fill(ui, {place.x, place.y + 1, 4, place.h - 2}, read ? ui.palette.attention : ui.palette.flow);
    Columns at = columns_of(ui, place, entry.time);
    const auto style = strong || read ? Style::strong16 : Style::row16;
    // A long name is read whole: the sentence of that line begins later.
    constexpr float later_most = 60;
    at.text = std::clamp(at.who + ui::width(ui, style, line.who) + 12, at.text, at.text + later_most);
    ui::text(ui, Style::row16, {at.time, at.y}, ui.palette.text, time_in(place, entry.time));
    draw_sentence(ui, style, {at.who, place.y, at.text - at.who - 10, place.h}, ui.palette.dim, line.who);
    const float until =
        draw_incident_of(ui, scene, entry, line.text, {at.text, place.y, at.end - at.text, place.h});
    draw_sentence(ui, style, {at.text, place.y, until - at.text, place.h},
                  struck || line.weight == words::Weight::noise ? ui.palette.dim : ui.palette.text, line.text,
                  struck);
}

/// Above the lines, what this desk said and no hub acknowledged yet: it is no part of the picture.
void draw_waiting(Ui& ui, const Scene& scene, Rect& body, float high, Drafts& drafts) {
    if (scene.looking_back) return;
    std::size_t left = scene.waiting.size();
    for (const auto& message : scene.waiting) {
        if (body.h < 2 * high || scene.waiting.size() - left == 3) break;
        --left;
        const Rect place = body.take_top(high);
        const bool last = (scene.waiting.size() - left == 3 || body.h < 2 * high) && left > 0;
        if (ui::row(ui, "niet bevestigd/" + message.id, place)) open(drafts, Dialog::outbox);
        ui::fill(ui, {place.x, place.y + 1, 4, place.h - 2}, ui.palette.attention);
        const Columns at = columns_of(ui, place, message.time);
        const auto line = words::journal_line(scene.picture, {0, scene.now, {}, message});
        const std::string state = last ? fmt::format("niet bevestigd, nog {}", left) : "niet bevestigd";
        const float right =
            ui::text_right(ui, Style::strong15, {at.end, at.y}, ui.palette.attention, state) - 12;
        ui::text(ui, Style::row16, {at.time, at.y}, ui.palette.dim, time_in(place, message.time));
        draw_sentence(ui, Style::row16, {at.who, place.y, at.text - at.who - 10, high}, ui.palette.dim,
                      line.who);
        draw_sentence(ui, Style::row16, {at.text, place.y, right - at.text, high}, ui.palette.dim, line.text);
        ui::separator(ui, body);
    }
}

void draw_search(Ui& ui, const Rect& rect, Drafts& drafts) {
    const Rect place{rect.right() - 330, rect.y + 3, 316, 34};
    const auto typed = ui::text_input(ui, "logboek/zoek", place, drafts.search, "zoek een woord");
    const bool left = !typed.active && ui::pressed(ui, ui::Key::escape);
    if (typed.cancelled || left || (typed.entered && drafts.search.empty())) {
        drafts.searching = false;
        drafts.search.clear();
        ui::clear_focus(ui);
    }
}

/// The section with its title, and in its head either the keys or the field to search.
/// What was told to who sits here goes before how the list is shown.
void draw_frame(Ui& ui, const Rect& rect, float height, std::size_t total, std::size_t unread,
                Drafts& drafts) {
    const bool narrow = rect.w < 700;
    const auto fits = static_cast<std::size_t>(std::max(0.F, (height + 0.5F) / row_height(ui, rect)));
    const char* const what = drafts.show_noise ? "alles" : narrow ? "zonder meting" : "zonder meetwaarden";
    const std::string remark = drafts.searching || ui.only_shown ? std::string()
                               : unread == 0                     ? fmt::format("{} [L] · zoek [/]", what)
                               : unread == 1 ? std::string("1 bericht voor u ongelezen [D]")
                                             : fmt::format("{} berichten voor u ongelezen [D]", unread);
    ui::panel(ui, rect,
              fmt::format("LOGBOEK · {} van {}{}", std::min(fits, total), total,
                          narrow ? "" : " · laatst vastgelegd eerst"),
              remark);
    if (drafts.searching) draw_search(ui, rect, drafts);
}

} // namespace

Intents draw_logbook(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const std::size_t total = lines_in_all(scene, drafts);
    if (ui::pressed(ui, ui::Key::l)) drafts.show_noise = !drafts.show_noise;
    if (ui::pressed(ui, ui::Key::slash)) {
        drafts.searching = true;
        ui::focus(ui, "logboek/zoek");
    }
    const auto unread = trainer::unread(scene);
    if (!unread.empty() && ui::pressed(ui, ui::Key::d))
        open(drafts, Dialog::message, std::to_string(unread.back()));
    Rect body = rect;
    body.take_top(ui::measure::section_head);
    draw_frame(ui, rect, body.h, total, unread.size(), drafts);
    const float high = row_height(ui, rect);
    draw_waiting(ui, scene, body, high, drafts);
    const bool searched = !drafts.search.empty();
    const auto fits = static_cast<std::size_t>(body.h / high);
    const auto view =
        ui::list(ui, "logboek", body, static_cast<int>(searched ? std::min(fits, total) : total), high);
    const auto lines = lines_wanted(scene, drafts, static_cast<std::size_t>(std::max(0, view.shown)),
                                    static_cast<std::size_t>(std::max(0, view.first)));
    if (lines.empty())
        ui::empty_text(ui, body,
                       searched ? "Niets gevonden in de laatste berichten."
                                : "Nog leeg. Alles wat er gebeurt komt hier te staan.");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect place = view.row(view.first + static_cast<int>(i));
        if (i > 0) ui::separator(ui, place);
        draw_line(ui, scene, lines[i], place, intents);
    }
    return intents;
}

} // namespace regiekamer::panels
