// LOGBOEK (F7): every fact as a sentence, newest first, with its age, who acted and where it came from; what
// is wanted of them; and beside it the chosen line whole.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/log_lines.hpp"
#include "dashboard/panels/logboek/detail.hpp"
#include "dashboard/panels/logboek/find.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::LogEntry;
using ui::ButtonKind;
using ui::Key;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float bar_height = 44;

/// A very high window gets higher rows, not more than thirty: letters cost, and nobody reads more at once.
/// Where no pane stands beside the lines to read one whole, each has two.
float row_height(const Rect& body, bool alone) {
    return std::max(alone ? two_lines : 34.F, body.h / 30);
}

/// What is wanted in words, after "FILTER".
std::string filter_words(const Scene& scene, const LogFilter& filter) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
    if (filter.theme) add(std::string(words::label(*filter.theme)));
    if (!filter.function.empty()) add(filter.function);
    if (!filter.incident.empty()) add(words::incident(scene.picture, IncidentId(filter.incident)));
    if (filter.from) add("vanaf " + words::clock_near(*filter.from, scene.now));
    if (filter.until) add("tot " + words::clock_near(*filter.until, scene.now));
    return text;
}

/// A button of the bar, as wide as it needs; what does not fit keeps its key (answer_logboek_keys).
bool bar_button(Ui& ui, Rect& bar, std::string_view id, const std::string& verb, Key key, bool chosen) {
    const float wide = ui::button_width(ui, verb, ui::key_name(key));
    if (bar.w < wide) return false;
    const Rect place = bar.take_left(wide);
    bar.take_left(8);
    return ui::button(ui, id, place, verb, ui::key_name(key),
                      chosen ? ButtonKind::selected : ButtonKind::plain);
}

void draw_search(Ui& ui, Rect& bar, LogbookDraft& draft) {
    const Rect place = bar.take_left(std::min(420.F, bar.w * 0.4F));
    bar.take_left(8);
    const auto typed = ui::text_input(ui, "logboek/zoek", place, draft.typed, "zoek in het hele logboek [/]");
    if (typed.cancelled) draft.typed.clear();
    if (typed.cancelled || typed.entered) ui::clear_focus(ui);
    if (typed.changed || typed.cancelled) {
        draft.filter.text = words::folded(words::plain_quotes(draft.typed));
        draft.chosen = 0;
        ui::scroll_to(ui, "logboek", 0);
    }
}

void wipe(Ui& ui, Drafts& drafts) {
    drafts.logbook = {};
    ui::scroll_to(ui, "logboek", 0);
}

/// The field to search and the filters, each with its key.
void draw_bar(Ui& ui, const Scene& scene, Rect bar, Drafts& drafts) {
    auto& draft = drafts.logbook;
    auto& filter = draft.filter;
    draw_search(ui, bar, draft);
    const std::string chosen = filter_words(scene, filter);
    if (bar_button(ui, bar, "logboek/filter", chosen.empty() ? "Filter" : "Filter: " + chosen, Key::f,
                   !chosen.empty()))
        open(drafts, Dialog::log_filter);
    if (bar_button(ui, bar, "logboek/belangrijk", "Alleen belangrijk", Key::b, filter.important))
        filter.important = !filter.important;
    if (bar_button(ui, bar, "logboek/ruis", "Ook meetwaarden en techniek", Key::l, filter.noise))
        filter.noise = !filter.noise;
    const bool any = !(filter == LogFilter{});
    if (any && bar_button(ui, bar, "logboek/wis", "Wis filter", Key::del, false)) wipe(ui, drafts);
}

/// Where the columns stand; a narrow board leaves out age and source.
struct Columns {
    float time, age, who, text, source, end;
    bool wide;
};
/// "04:37:00"; of another day than the one shown which: "18-01 09:10".
std::string time_of(Instant time, Instant now) {
    const auto day = picture::local_day(time);
    if (day == picture::local_day(now)) return words::clock_seconds(time);
    const date::year_month_day calendar{day};
    return fmt::format("{:02}-{:02} {}", static_cast<unsigned>(calendar.day()),
                       static_cast<unsigned>(calendar.month()), words::clock(time));
}

/// A time of the hour that comes twice says which it is, and takes more room.
Columns columns_of(const Ui& ui, const Rect& place, Instant time) {
    const bool wide = place.w >= 1000;
    const float x = place.x + 14,
                age = x + (words::double_hour(time).empty()
                               ? 100
                               : ui::width(ui, Style::row16, words::clock_seconds(time)) + 26),
                who = wide ? age + 96 : age, text = who + (wide ? 210 : 130);
    const float end = place.right() - 14;
    return {x, age, who, text, wide ? end - 130 : end, end, wide};
}

/// Where a message came from, shortly: "werkplek-1", "scenario", "p2000".
std::string source_words(const std::string& source) {
    if (source.starts_with("scenario/")) return "oefening";
    return source.starts_with("desk/") ? source.substr(5) : source;
}

void draw_line(Ui& ui, const Scene& scene, const LogEntry& entry, const Rect& place, LogbookDraft& draft,
               Intents& intents) {
    const auto fact = scene.fetch(entry.sequence);
    if (fact == nullptr) return;
    const std::string id = fmt::format("logboek/{}", entry.sequence);
    const auto line = line_of(scene, *fact);
    const bool struck = superseded(scene, *fact), dim = struck || line.weight == words::Weight::noise;
    const bool strong = (line.weight == words::Weight::strong || entry.important) && !struck;
    if (ui::row(ui, id, place, entry.sequence == draft.chosen)) draft.chosen = entry.sequence;
    because(ui, place, {entry.sequence});
    if (strong) ui::fill(ui, {place.x, place.y + 1, 4, place.h - 2}, ui.palette.flow);
    const Columns at = columns_of(ui, place, entry.time);
    const float y = place.centre().y + 6;
    ui::text_within(ui, Style::row16, {at.time, y}, at.age - at.time - 4, ui.palette.flow,
                    time_of(entry.time, scene.now));
    if (ui::touch(ui, id + "/toen", {place.x, place.y, at.age - place.x - 8, place.h},
                  "het scherm van toen")) {
        intents.push_back(LookAtMessage{entry.sequence});
        intents.push_back(Show{View::automatic});
    }
    if (at.wide)
        ui::text_within(ui, Style::secondary15, {at.age, y}, at.who - at.age - 8, ui.palette.dim,
                        words::age(entry.time, scene.now));
    const std::string& function = scene.log.function_of(entry);
    draw_sentence(ui, Style::row16, {at.who, place.y, at.text - at.who - 10, place.h}, ui.palette.dim,
                  function.empty() ? line.who : function);
    const std::string sentence = line.who.empty() || line.who == function || function.empty()
                                     ? line.text
                                     : line.who + ": " + line.text;
    const float until =
        draw_incident_of(ui, scene, entry, sentence, {at.text, place.y, at.source - 10 - at.text, place.h});
    draw_sentence(ui, strong ? Style::strong16 : Style::row16, {at.text, place.y, until - at.text, place.h},
                  dim ? ui.palette.dim : ui.palette.text, sentence, struck);
    if (at.wide)
        ui::text_within(ui, Style::secondary15, {at.source, y}, at.end - at.source, ui.palette.dim,
                        source_words(fact->message.source));
}

/// The row of the chosen line among those found; 0 when it is not among them.
int row_of(const LogbookDraft& draft, const Scene& scene) {
    const auto& entries = scene.log.entries();
    std::size_t low = 0, high = draft.found.size(); // newest first: sequences go down
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (entries[draft.found[middle]].sequence > draft.chosen)
            low = middle + 1;
        else
            high = middle;
    }
    const bool there = low < draft.found.size() && entries[draft.found[low]].sequence == draft.chosen;
    return there ? static_cast<int>(low) : 0;
}

/// ↑ and ↓ walk the lines; the chosen one stays in sight.
void walk(Ui& ui, const Scene& scene, const ui::ListView& view, LogbookDraft& draft) {
    const auto count = static_cast<int>(draft.found.size());
    if (count == 0) return;
    int row = row_of(draft, scene);
    const int before = draft.chosen == 0 ? -1 : row;
    if (ui::pressed(ui, Key::down)) row = std::min(count - 1, row + 1);
    if (ui::pressed(ui, Key::up)) row = std::max(0, row - 1);
    if (row != before) {
        if (row < view.first) ui::scroll_to(ui, "logboek", row);
        if (row >= view.end()) ui::scroll_to(ui, "logboek", row - view.shown + 1);
    }
    if (before >= 0 || row > 0)
        draft.chosen = scene.log.entries()[draft.found[static_cast<std::size_t>(row)]].sequence;
}

std::string title(const LogFound& found, const ui::ListView& view, bool done) {
    return fmt::format("LOGBOEK · {} van {}{} · laatst vastgelegd eerst", view.shown, found.size(),
                       done ? "" : " en zoekt verder");
}

void draw_lines(Ui& ui, const Scene& scene, const Rect& rect, bool alone, LogbookDraft& draft,
                Intents& intents) {
    const bool done = find_on(draft.found, scene, draft.filter);
    if (!done) ui::want_another_frame(ui);
    Rect body = rect;
    body.take_top(ui::measure::section_head);
    const auto view =
        ui::list(ui, "logboek", body, static_cast<int>(draft.found.size()), row_height(body, alone));
    const auto away = draft.found.folded_away;
    ui::panel(ui, rect, title(draft.found, view, done),
              away == 0 ? std::string() : fmt::format("{} meetwaarden en techniek weggevouwen [L]", away));
    walk(ui, scene, view, draft);
    if (view.count == 0)
        ui::empty_text(ui, body,
                       !done ? "Zoekt nog."
                       : draft.filter == LogFilter{}
                           ? "Nog leeg. Alles wat er gebeurt komt hier te staan."
                           : "Niets gevonden. Zoek een ander woord, of wis het filter [Del].");
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_line(ui, scene, scene.log.entries()[draft.found[static_cast<std::size_t>(i)]], view.row(i),
                  draft, intents);
    }
}

/// Why a line cannot be marked; "": it can. A mark is a note, which everybody reads.
std::string why_no_mark(const Scene& scene, const Recorded& fact) {
    if (const auto* entry = scene.log.find(fact.sequence); entry != nullptr && is_for_leaders(*entry))
        return "Dit is alleen voor wie de oefening leidt. Wat u merkt, leest iedereen.";
    return words::not_allowed(scene.user.function, NoteWritten::type);
}

void show_moment(const Recorded& fact, Intents& intents) {
    intents.push_back(LookAtMessage{fact.sequence});
    intents.push_back(Show{View::automatic});
}

/// What can be done with the chosen line: its moment, mark it, correct it.
void draw_acts(Ui& ui, const Scene& scene, const Recorded& fact, Rect foot, Drafts& drafts,
               Intents& intents) {
    const auto width = [&](const char* verb, Key key) {
        return ui::button_width(ui, verb, ui::key_name(key)) + 8;
    };
    const bool tight = foot.w < width("Scherm van toen", Key::enter) + width("Belangrijk", Key::m) +
                                    (note_of(fact) ? width("Verbeter", Key::c) : 0);
    // While no line is chosen Enter is the alarm's, as on every board. Two buttons that both say Enter would
    // have somebody bevestig an alarm who wanted to look at a line.
    const bool enter_is_alarms = alarms::waits_for_enter(scene, drafts);
    const auto next = [&](std::string_view id, const char* verb, Key key, ButtonKind kind) {
        const auto name = key == Key::enter && enter_is_alarms ? std::string_view() : ui::key_name(key);
        const Rect place = foot.take_left(std::min(foot.w, ui::button_width(ui, verb, name)));
        foot.take_left(8);
        return ui::button(ui, id, place, verb, name, kind);
    };
    if (next("logboek/toen", tight ? "Toen" : "Scherm van toen", Key::enter, ButtonKind::main))
        show_moment(fact, intents);
    if (scene.looking_back) return;
    const bool may = why_no_mark(scene, fact).empty();
    const auto kind = may ? ButtonKind::plain : ButtonKind::disabled;
    if (next("logboek/merk", "Belangrijk", Key::m, kind)) intents.push_back(marked_important(scene, fact));
    const auto note = note_of(fact);
    if (note && next("logboek/verbeter", "Verbeter", Key::c, kind))
        open(drafts, Dialog::correct_note, note->value);
}

/// The chosen line, else the newest of those found; nullptr: there is none.
std::shared_ptr<const Recorded> chosen_line(const Scene& scene, const LogbookDraft& draft) {
    if (draft.chosen != 0) {
        const auto* entry = scene.log.find(draft.chosen); // the choice may be of who sat here before
        return entry == nullptr || may_read(scene, *entry) ? scene.fetch(draft.chosen) : nullptr;
    }
    const auto& entries = scene.log.entries();
    if (draft.found.size() == 0 || draft.found[0] >= entries.size()) return nullptr;
    return scene.fetch(entries[draft.found[0]].sequence);
}

/// The pane beside the lines; without room for it D shows the same as a dialog.
void draw_pane(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts, Intents& intents) {
    const auto fact = chosen_line(scene, drafts.logbook);
    if (!rect.empty()) {
        Rect body =
            ui::panel(ui, rect, "REGEL", fact ? fmt::format("bericht {}", fact->sequence) : std::string());
        Rect foot = body.take_bottom(ui::measure::button_height + 16);
        draw_message(ui, scene, fact ? fact->sequence : 0, body, drafts.logbook.raw);
        if (fact) draw_acts(ui, scene, *fact, foot.inset(14, 8), drafts, intents);
    }
    if (fact && ui::pressed(ui, Key::enter)) show_moment(*fact, intents); // after the alarm line
}

/// What can be done with the chosen line by key.
void answer_line_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto fact = chosen_line(scene, drafts.logbook);
    if (fact == nullptr) return;
    if (ui::pressed(ui, Key::d)) open(drafts, Dialog::message, std::to_string(fact->sequence));
    const bool mark = ui::pressed(ui, Key::m), correct = ui::pressed(ui, Key::c);
    if (scene.looking_back || (!mark && !correct)) return;
    if (auto why = why_no_mark(scene, *fact); !why.empty()) return intents.push_back(Explain{std::move(why)});
    if (mark) intents.push_back(marked_important(scene, *fact));
    const auto note = note_of(*fact);
    if (correct && note) open(drafts, Dialog::correct_note, note->value);
    if (correct && !note) intents.push_back(Explain{"Alleen een notitie kan worden verbeterd."});
}

} // namespace

void answer_logboek_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    auto& filter = drafts.logbook.filter;
    if (ui::pressed(ui, Key::f)) open(drafts, Dialog::log_filter);
    if (ui::pressed(ui, Key::b)) filter.important = !filter.important;
    if (ui::pressed(ui, Key::l)) filter.noise = !filter.noise;
    if (ui::pressed(ui, Key::del)) wipe(ui, drafts);
    if (ui::pressed(ui, Key::slash)) ui::focus(ui, "logboek/zoek");
    answer_line_keys(ui, scene, drafts, intents);
}

Intents draw_logbook_board(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    Rect body = rect;
    if (body.empty()) return intents;
    draw_bar(ui, scene, body.take_top(bar_height), drafts);
    body.take_top(8);
    Rect pane;
    if (body.w >= 1250) {
        pane = body.take_right(std::min(520.F, body.w * 0.32F));
        body.take_right(10);
    }
    draw_lines(ui, scene, body, pane.empty(), drafts.logbook, intents);
    draw_pane(ui, scene, pane, drafts, intents);
    return intents;
}

} // namespace regiekamer::panels
