// The alarm line: the worst alarm, who, what, since, by when, and the keys that answer it.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/attendance_words.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

void draw_none(Ui& ui, const Scene& scene, const Rect& rect) {
    const std::size_t unseen = scene.gone.size();
    if (!all_known(scene)) {
        ui::open_dot(ui, {rect.x + 20, rect.centre().y}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong18, {rect.x + 40, rect.centre().y + 6}, rect.w - 50, ui.palette.text,
                        "Alarmen nog niet bekend: de gegevens worden ingelezen");
        return;
    }
    using Kind = DataState::Kind;
    const bool lost = scene.data.kind == Kind::away || scene.data.kind == Kind::refused;
    if (lost && scene.data.heard && unseen == 0) { // an all-clear of then
        ui::open_dot(ui, {rect.x + 20, rect.centre().y}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong18, {rect.x + 40, rect.centre().y + 6}, rect.w - 50, ui.palette.text,
                        "Geen alarm toen de verbinding wegviel. Nieuwe alarmen komen hier nu niet.");
        return;
    }
    if (unseen > 0) {
        ui::open_dot(ui, {rect.x + 20, rect.centre().y}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong18, {rect.x + 40, rect.centre().y + 6}, rect.w - 50, ui.palette.text,
                        fmt::format("Geen open alarmen · {} weg, niet gezien [A]", unseen));
        return;
    }
    ui::check_mark(ui, {rect.x + 20, rect.centre().y}, 16, ui.palette.confirmation);
    ui::text_within(ui, Style::strong18, {rect.x + 40, rect.centre().y + 6}, rect.w - 50, ui.palette.text,
                    "Geen open alarmen");
}

/// Looking back raises no alarm: the line names the moment, says what was open then, and leads back to now.
Intents draw_past(Ui& ui, const Scene& scene, const Rect& rect,
                  const std::vector<picture::AlarmGroup>& then) {
    Intents intents;
    Rect inside = rect.inset(6, 0);
    const float w = ui::button_width(ui, "Terug naar nu", "Esc", ui::measure::alarm_button_height);
    const Rect place = inside.take_right(w);
    inside.take_right(10);
    if (ui::button(ui, "alarm/nu", {place.x, rect.centre().y - 18, w, ui::measure::alarm_button_height},
                   "Terug naar nu", ui::Shortcut{ui::Key::escape}, ui::ButtonKind::main))
        intents.emplace_back(std::in_place_type<BackToNow>);
    ui::open_dot(ui, {rect.x + 20, rect.centre().y}, 14, ui.palette.attention);
    inside.take_left(34);
    const float y = rect.centre().y + 6;
    const float end = ui::text_within(ui, Style::strong18, {inside.x, y}, inside.w, ui.palette.text,
                                      "U kijkt terug: " + words::date_clock(scene.now));
    std::string detail = " · toen geen open alarmen";
    if (!then.empty()) {
        std::size_t count = 0; // as the header counts
        for (const auto& group : then)
            count += group.alarms.size();
        const std::string first = alarms::title_of(scene, then.front());
        detail = then.front().alarms.size() == count && then.front().flood
                     ? " · toen " + first
                     : fmt::format(" · toen {} alarm{}: {}", count, count == 1 ? "" : "en", first);
    }
    if (inside.right() - end > 80)
        ui::text_within(ui, Style::row17, {end, y}, inside.right() - end, ui.palette.text, detail);
    return intents;
}

bool is_about_people(const picture::Alarm& alarm) {
    return alarm.rule == picture::AlarmRule::not_filled || alarm.rule == picture::AlarmRule::norm_missed;
}

/// A line this short says what is wrong first; its buttons say less, and in the shortest not even their keys.
enum class Brevity : std::uint8_t { whole, narrow, bare };
Brevity brevity_of(const Rect& line) {
    return line.w < 700 ? Brevity::bare : line.w < 1000 ? Brevity::narrow : Brevity::whole;
}

/// A button of the line, from the right; takes its room.
Rect place_for(Ui& ui, Rect& rect, std::string_view verb, std::string_view key, Brevity brevity) {
    const float w = ui::button_width(ui, verb, brevity == Brevity::bare ? std::string_view() : key,
                                     ui::measure::alarm_button_height);
    const Rect place = rect.take_right(w);
    rect.take_right(10);
    return Rect{place.x, rect.centre().y - 18, w, ui::measure::alarm_button_height};
}

/// "1 van 4": which of the alarms this is, and the key to the next.
Rect draw_which(Ui& ui, std::size_t count, Brevity brevity, Rect rect, Drafts& drafts) {
    if (count < 2) return rect;
    const std::string which =
        fmt::format("{}{}{}", drafts.alarm_shown + 1, brevity == Brevity::whole ? " van " : "/", count);
    if (ui::button(ui, "alarm/volgende", place_for(ui, rect, which, "F9", brevity), which,
                   ui::Shortcut{ui::Key::f9}))
        drafts.alarm_shown = (drafts.alarm_shown + 1) % count;
    return rect;
}

/// The answers to an alarm, from the right; returns what is left for the text.
Rect draw_answers(Ui& ui, const Scene& scene, const picture::AlarmGroup& group, std::size_t count, Rect rect,
                  Drafts& drafts, Intents& intents) {
    const Brevity brevity = brevity_of(rect);
    const bool narrow = brevity != Brevity::whole;
    const auto next = [&](std::string_view verb, std::string_view key) {
        return place_for(ui, rect, verb, key, brevity);
    };
    const auto& alarm = group.alarms.front();
    if (group.flood) { // too many to answer unseen: the board has them one by one
        if (ui::button(ui, "alarm/toon", next("Toon", "A"), "Toon", ui::Shortcut{ui::Key::a},
                       ui::ButtonKind::main))
            open(drafts, Dialog::alarms);
        return draw_which(ui, count, brevity, rect, drafts);
    }
    const ui::Shortcut enter{alarms::waits_for_enter(scene, drafts) ? ui::Key::enter : ui::Key::none};
    const auto refused = [&](std::string_view type) { return words::not_allowed(scene.user.function, type); };
    if (const auto own = alarms::own_call(scene, alarm)) {
        // One's own alarmering asks for an answer: to have seen it is not enough.
        if (ui::button(ui, "alarm/kom", next("Ik kom", ui::key_name(enter.key)), "Ik kom", enter,
                       ui::ButtonKind::main))
            add(intents, woken::come_acts(scene, *own, 0));
    } else if (alarm.state == picture::AlarmState::fresh) {
        const ui::Unless unless(ui, refused(AlarmAcknowledged::type));
        if (ui::button(ui, "alarm/bevestig", next("Bevestig", ui::key_name(enter.key)), "Bevestig", enter))
            for (const auto& one : group.alarms)
                if (one.state == picture::AlarmState::fresh)
                    intents.push_back(Act{AlarmAcknowledged{one.id}, "Alarm bevestigd", std::nullopt});
    }
    if (alarms::is_proposal(alarm) && alarm.message &&
        ui::button(ui, "alarm/beoordeel", next("Beoordeel", "F5"), "Beoordeel", ui::Shortcut{ui::Key::f5},
                   ui::ButtonKind::main))
        open(drafts, Dialog::proposal, alarm.message->value);
    if (alarm.rule == picture::AlarmRule::warning_active &&
        ui::button(ui, "alarm/lees", next("Lees", "F5"), "Lees", ui::Shortcut{ui::Key::f5}))
        open(drafts, Dialog::warnings, alarm.subject);
    if (is_about_people(alarm) && alarm.backup_due && alarm.function && alarm.incident) {
        const char* const verb = narrow ? "Achterwacht" : "Alarmeer achterwacht";
        const auto act = backup_act(scene, *alarm.incident, *alarm.function, *alarm.backup_due);
        const ui::Unless unless(ui, refused(PersonAlerted::type));
        if (act && ui::button(ui, "alarm/achterwacht", next(verb, "F5"), verb, ui::Shortcut{ui::Key::f5},
                              ui::ButtonKind::main))
            intents.emplace_back(*act);
        return draw_which(ui, count, brevity, rect, drafts);
    }
    const auto& to_call = alarm.backup ? alarm.backup : alarm.person;
    if (is_about_people(alarm) && to_call && alarm.function) {
        const char* const verb = alarm.backup && !narrow ? "Bel achterwacht" : "Bel";
        if (ui::button(ui, "alarm/bel", next(verb, "F5"), verb, ui::Shortcut{ui::Key::f5},
                       ui::ButtonKind::main)) {
            open(drafts, Dialog::call, alarm.function->value);
            drafts.person = to_call->value;
        }
    }
    return draw_which(ui, count, brevity, rect, drafts);
}

} // namespace

bool alarms::waits_for_enter(const Scene& scene, const Drafts& drafts) {
    const auto groups = open_groups(scene);
    if (scene.looking_back || groups.empty()) return false;
    const auto& group = groups[std::min(drafts.alarm_shown, groups.size() - 1)];
    if (group.flood) return false; // it asks to be looked at
    if (shown_view(scene) == View::logboek && drafts.logbook.chosen != 0)
        return false; // the line chosen there
    const auto& alarm = group.alarms.front();
    return alarm.state == picture::AlarmState::fresh || own_call(scene, alarm).has_value();
}

namespace {

/// " · since when · what to do · by when": where not all fits, what comes last stands there all the same.
std::string_view last_parts(const Ui& ui, std::string_view detail, float room) {
    constexpr std::string_view between = " · ";
    while (ui::width(ui, Style::row17, detail) > room) {
        const auto next = detail.find(between, between.size());
        if (next == std::string_view::npos) break;
        detail.remove_prefix(next);
    }
    return detail;
}

} // namespace

/// Half of an alarm is another alarm: its words are not cut while two lines hold them.
void alarms::draw_words(Ui& ui, const Rect& room, std::string_view title, std::string_view detail) {
    const float y = room.centre().y + 6, wide = ui::width(ui, Style::strong18, title);
    const std::string_view beside = last_parts(ui, detail, room.w - wide);
    if (wide + ui::width(ui, Style::row17, beside) <= room.w) {
        ui::text(ui, Style::strong18, {room.x, y}, ui.palette.text, title);
        ui::text(ui, Style::row17, {room.x + wide, y}, ui.palette.text, beside);
        return;
    }
    const float line = ui::line_height(Style::strong15);
    const Rect lines{room.x, room.centre().y - line, room.w, 2 * line};
    if (ui::width(ui, Style::strong15, title) > room.w) {
        ui::text_wrapped(ui, Style::strong15, lines, ui.palette.text, title);
        return;
    }
    constexpr std::string_view between = " · ";
    if (detail.starts_with(between)) detail.remove_prefix(between.size());
    ui::text_in(ui, Style::strong15, {lines.x, lines.y, lines.w, line}, ui.palette.text, title);
    std::string_view beneath = last_parts(ui, detail, room.w); // measured in larger letters: it fits
    if (beneath.starts_with(between)) beneath.remove_prefix(between.size());
    ui::text_in(ui, Style::secondary15, {lines.x, lines.y + line, lines.w, line}, ui.palette.text, beneath);
}

Intents draw_alarm_line(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    ui::surface(ui, rect);
    const auto groups = alarms::open_groups(scene);
    if (scene.looking_back) return draw_past(ui, scene, rect, groups);
    if (groups.empty()) {
        drafts.alarm_shown = 0;
        draw_none(ui, scene, rect);
        return intents;
    }
    const auto& worst = groups.front().alarms.front();
    const bool another = std::exchange(drafts.worst_alarm, worst.id) != worst.id;
    if (another && worst.state == picture::AlarmState::fresh) drafts.alarm_shown = 0;
    drafts.alarm_shown = std::min(drafts.alarm_shown, groups.size() - 1);
    const auto& group = groups[drafts.alarm_shown];
    const auto& alarm = group.alarms.front();
    because(ui, rect, {alarm.sequence});
    const bool fresh = alarm.state == picture::AlarmState::fresh;
    const auto edge = alarm.level == picture::AlarmLevel::red ? ui.palette.critical : ui.palette.attention;
    if (fresh) ui::frame(ui, rect, edge, ui::measure::corner);
    Rect inside = rect.inset(6, 0);
    const Rect mark{rect.x, rect.y, rect.h, rect.h};
    if (fresh)
        ui::fill(ui, mark.inset(1),
                 alarm.level == picture::AlarmLevel::red ? ui.palette.alarm : ui.palette.raised);
    ui::triangle(ui, mark.centre(), 16,
                 fresh && alarm.level == picture::AlarmLevel::red ? ui.palette.on_alarm : edge);
    inside.take_left(rect.h + 4);
    const Rect left = draw_answers(ui, scene, group, groups.size(), inside, drafts, intents);
    alarms::draw_words(ui, left, alarms::title_of(scene, group),
                       fmt::format(" · {}{}", alarms::detail_of(scene, alarm), fresh ? "" : " · bevestigd"));
    return intents;
}

} // namespace regiekamer::panels
