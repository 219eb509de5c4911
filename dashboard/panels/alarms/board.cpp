// ALARMEN: new, acknowledged, gone but unseen, put away; each its own shape and word.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/dialogs/form.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::alarms {
namespace {

using picture::Alarm;
using picture::AlarmState;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// One line of the board.
struct Line {
    picture::AlarmGroup group;
    bool gone = false;     ///< its cause went before anybody acknowledged it
    bool of_flood = false; ///< one of those that the line above it, of a flood, answers together
};

/// A flood is one line to answer, with each of its alarms below it: nobody confirms what cannot be read.
void add_lines(std::vector<Line>& lines, std::vector<picture::AlarmGroup> groups, bool gone) {
    for (auto& group : groups) {
        const auto each = group.flood ? picture::by_cause(group.alarms) : std::vector<picture::AlarmGroup>();
        lines.push_back({std::move(group), gone, false});
        for (const auto& one : each)
            lines.push_back({one, gone, true});
    }
}

/// New ones and acknowledged ones as they stand, then those that went unseen, then those put away.
std::vector<Line> lines_of(const Scene& scene) {
    std::vector<Line> lines;
    add_lines(lines, open_groups(scene), false);
    if (!scene.looking_back) add_lines(lines, picture::grouped(scene.gone, scene.now), true);
    for (const auto& alarm : picture::alarms_for(scene.picture, scene.user.function, scene.now))
        if (alarm.state == AlarmState::shelved)
            lines.push_back({{{alarm}, false, std::nullopt}, false, false});
    return lines;
}

/// What a line is called: that of a flood otherwise than the first of those below it.
constexpr std::string_view whole_flood = "alle/";
std::string name_of(const Line& line) {
    const std::string& first = line.group.alarms.front().id.value;
    return line.group.flood ? std::string(whole_flood) + first : first;
}

/// All alarms of the line of that name, as it is now; itself when it stands in none any more.
std::vector<AlarmId> those_with(const Scene& scene, std::string_view name) {
    const bool flood = name.starts_with(whole_flood);
    const AlarmId id{std::string(flood ? name.substr(whole_flood.size()) : name)};
    for (const auto& line : lines_of(scene)) {
        const auto& all = line.group.alarms;
        if (line.group.flood != flood ||
            std::none_of(all.begin(), all.end(), [&](const Alarm& one) { return one.id == id; }))
            continue;
        std::vector<AlarmId> ids;
        ids.reserve(all.size());
        for (const auto& one : all)
            ids.push_back(one.id);
        return ids;
    }
    return {id};
}

std::string state_words(const Scene& scene, const Line& line) {
    if (line.gone) return "weg, niet gezien";
    const auto& alarm = line.group.alarms.front();
    switch (alarm.state) {
    case AlarmState::fresh:
        return "nieuw";
    case AlarmState::acknowledged:
        return "bevestigd";
    case AlarmState::shelved: {
        const auto* answer = scene.picture.logbook->alarms.find(alarm.id);
        const std::string reason = answer != nullptr && answer->shelved ? answer->shelved->value.reason : "";
        return fmt::format("weggezet tot {}: {}",
                           alarm.shelved_until ? words::clock_near(*alarm.shelved_until, scene.now) : "",
                           reason);
    }
    }
    return {};
}

void draw_shape(Ui& ui, const Line& line, ui::Point at) {
    const auto& alarm = line.group.alarms.front();
    const auto colour = alarm.level == picture::AlarmLevel::red ? ui.palette.critical : ui.palette.attention;
    if (line.gone) return ui::open_dot(ui, at, 16, ui.palette.attention);
    switch (alarm.state) {
    case AlarmState::fresh:
        return ui::triangle(ui, at, 18, colour);
    case AlarmState::acknowledged:
        return ui::diamond(ui, at, 16, colour);
    case AlarmState::shelved:
        return ui::pause_mark(ui, at, 14, ui.palette.dim);
    }
}

/// Acknowledges all of a line: each keeps its own message.
void acknowledge(const Line& line, Intents& intents) {
    for (const auto& alarm : line.group.alarms)
        if (alarm.state == AlarmState::fresh)
            intents.push_back(
                Act{AlarmAcknowledged{alarm.id}, line.gone ? "Alarm gezien" : "Alarm bevestigd", {}});
}

/// Those of the chosen line have the keys.
void draw_buttons(Ui& ui, const Scene& scene, const Line& line, bool chosen, Rect& place, Drafts& drafts,
                  Intents& intents) {
    if (scene.looking_back) return;
    const auto& alarm = line.group.alarms.front();
    const bool may = words::not_allowed(scene.user.function, AlarmAcknowledged::type).empty();
    const auto kind = may ? ui::ButtonKind::plain : ui::ButtonKind::disabled;
    const auto key = [&](ui::Key one) { return ui::Shortcut{chosen ? one : ui::Key::none}; };
    const auto next = [&](std::string_view verb, ui::Key one) {
        const Rect button = place.take_right(ui::button_width(ui, verb, ui::key_name(key(one).key)));
        place.take_right(8);
        return Rect{button.x, button.centre().y - 22, button.w, 44};
    };
    const std::string id = "alarm/" + name_of(line);
    if (!line.gone && alarm.state != AlarmState::shelved &&
        ui::button(ui, id + "/weg", next("Zet weg", ui::Key::w), "Zet weg", key(ui::Key::w), kind))
        open(drafts, Dialog::shelve, name_of(line));
    const std::string_view verb = line.gone ? "Gezien" : line.group.flood ? "Bevestig alle" : "Bevestig";
    if (is_proposal(alarm) && alarm.message && !line.group.flood && !line.gone &&
        ui::button(ui, id + "/beoordeel", next("Beoordeel", ui::Key::f5), "Beoordeel", key(ui::Key::f5)))
        open(drafts, Dialog::proposal, alarm.message->value);
    if (alarm.rule == picture::AlarmRule::warning_active && !line.group.flood && !line.gone &&
        ui::button(ui, id + "/lees", next("Lees", ui::Key::f5), "Lees", key(ui::Key::f5)))
        open(drafts, Dialog::warnings, alarm.subject);
    if (const auto own = own_call(scene, alarm); own && !line.gone) {
        if (ui::button(ui, id + "/kom", next("Ik kom", ui::Key::enter), "Ik kom", key(ui::Key::enter), kind))
            add(intents, woken::come_acts(scene, *own, 0));
    } else if (alarm.state == AlarmState::fresh &&
               ui::button(ui, id + "/bevestig", next(verb, ui::Key::enter), verb, key(ui::Key::enter), kind))
        acknowledge(line, intents);
}

void draw_line(Ui& ui, const Scene& scene, const Line& line, bool chosen, Rect place, Drafts& drafts,
               Intents& intents) {
    if (chosen) ui::fill(ui, place, ui.palette.selected);
    ui::separator(ui, place);
    if (line.of_flood) place.take_left(28);
    const auto& alarm = line.group.alarms.front();
    draw_shape(ui, line, {place.x + 18, place.centre().y});
    place.take_left(40);
    draw_buttons(ui, scene, line, chosen, place, drafts, intents);
    ui::text_within(ui, Style::strong17, {place.x, place.y + 26}, place.w, ui.palette.text,
                    title_of(scene, line.group));
    ui::text_within(ui, Style::secondary15, {place.x, place.y + 49}, place.w, ui.palette.dim,
                    line.group.flood
                        ? fmt::format("{} · staan hieronder elk apart", state_words(scene, line))
                        : fmt::format("{} · {}", state_words(scene, line), detail_of(scene, alarm)));
}

/// ↑ and ↓ choose a line, which stays in sight.
void walk(Ui& ui, const ui::ListView& view, int count, int& chosen) {
    const int before = chosen;
    if (ui::pressed(ui, ui::Key::down)) ++chosen;
    if (ui::pressed(ui, ui::Key::up)) --chosen;
    chosen = std::clamp(chosen, 0, std::max(0, count - 1));
    if (chosen == before) return;
    if (chosen < view.first) ui::scroll_to(ui, "alarmen", chosen);
    if (chosen >= view.end()) ui::scroll_to(ui, "alarmen", chosen - view.shown + 1);
    ui::want_another_frame(ui);
}

/// The header's number first: what is open. Then what is on this board besides.
std::string counts(const Scene& scene) {
    const auto tally = picture::tally(picture::alarms_for(scene.picture, scene.user.function, scene.now));
    std::string words = fmt::format("{} open", tally.fresh + tally.acknowledged);
    if (!scene.looking_back && !scene.gone.empty())
        words += fmt::format(" · {} weg, niet gezien", scene.gone.size());
    if (tally.shelved > 0) words += fmt::format(" · {} weggezet", tally.shelved);
    return words + " · ergste eerst";
}

} // namespace

Intents board(Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    const auto lines = lines_of(scene);
    const float width = std::min(1500.F, ui.screen.w - 40), height = std::min(720.F, ui.screen.h - 40);
    Rect body = ui::modal(ui, width, height, fmt::format("ALARMEN · {}", counts(scene)), 480);
    Rect foot = body.take_bottom(54);
    const bool sound = ui::button(ui, "alarm/geluid", foot.take_left(220).inset(0, 5),
                                  scene.muted ? "Geluid aan" : "Geluid uit", ui::Shortcut{ui::Key::m});
    if (sound) intents.push_back(SetMuted{!scene.muted});
    if (ui::button(ui, "alarm/sluit", foot.take_right(160).inset(0, 5), "Sluit",
                   ui::Shortcut{ui::Key::escape}))
        close(drafts);
    const Rect words = body.take_bottom(34);
    const auto view = ui::list(ui, "alarmen", body, static_cast<int>(lines.size()), 62);
    walk(ui, view, static_cast<int>(lines.size()), drafts.choice);
    for (int i = view.first; i < view.end(); ++i)
        draw_line(ui, scene, lines[static_cast<std::size_t>(i)], i == drafts.choice, view.row(i), drafts,
                  intents);
    ui::list_foot(ui, words, view, lines.empty() ? "" : "↑ ↓ kies · Enter bevestig · W zet weg",
                  scene.muted ? "geluid staat uit op deze werkplek"
                  : scene.has_sound
                      ? ""
                      : "deze werkplek heeft geen geluid: sluit een luidspreker aan, start opnieuw");
    if (lines.empty())
        ui::empty_text(ui, body, "Geen alarmen. Hier staat alleen waarop iemand iets moet doen.");
    return intents;
}

namespace {

/// Which they are: the first few by their titles.
std::string names_of(const Scene& scene, const std::vector<AlarmId>& ids) {
    constexpr std::size_t named_max = 3;
    auto all = picture::alarms_for(scene.picture, scene.user.function, scene.now);
    std::erase_if(
        all, [&](const Alarm& alarm) { return std::find(ids.begin(), ids.end(), alarm.id) == ids.end(); });
    std::string names;
    for (std::size_t i = 0; i < std::min(all.size(), named_max); ++i)
        names += (i == 0 ? "" : " · ") + words::alarm_text(scene.picture, all[i], scene.now).title;
    if (all.size() > named_max) names += fmt::format(" · nog {}", all.size() - named_max);
    return names;
}

} // namespace

Intents shelve(Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> spans{"15 minuten", "30 minuten", "1 uur", "4 uur"};
    static constexpr int span_minutes[] = {15, 30, 60, 240};
    const auto all = those_with(scene, drafts.subject);
    Form form(ui, drafts, all.size() == 1 ? "ZET ALARM WEG" : fmt::format("ZET {} ALARMEN WEG", all.size()),
              640);
    form.words(names_of(scene, all));
    form.words(all.size() == 1
                   ? "Het alarm komt terug als de tijd om is. Nooit langer dan 4 uur."
                   : "Alle alarmen van deze regel komen terug als de tijd om is. Nooit langer dan "
                     "4 uur.");
    form.choice("wegzetten/tot", "Hoe lang", spans, drafts.choice);
    form.field("wegzetten/reden", "Waarom", drafts.text, "monteur is onderweg");
    if (!form.confirmed("Zet weg")) return {};
    const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom: wie aflost wil het weten.");
    if (!reason) return {};
    const Instant until = scene.now + minutes(span_minutes[drafts.choice]);
    const std::string text = "Alarm weggezet tot " + words::clock(until);
    open(drafts, Dialog::alarms);
    Intents intents;
    for (const auto& id : all)
        intents.push_back(Act{AlarmShelved{id, until, *reason}, text, std::nullopt});
    return intents;
}

} // namespace regiekamer::panels::alarms
