// KOMENDE 7 DAGEN: events, deadlines, overleg and changeovers, a day a row or more.
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::AgendaItem;
using ui::Rect;
using ui::Style;
using ui::Ui;

struct AgendaLine {
    picture::LocalDay day;
    bool first = false, late = false;
    std::string class_, title, about;
    Sequence sequence = 0; ///< of the message that put it here
};

std::string about(const Scene& scene, const AgendaItem& item) {
    std::string text = item.by;
    if (item.late && item.deadline)
        text += fmt::format("{}{}", text.empty() ? "" : " · ", words::due(*item.deadline, scene.now));
    else if (item.late)
        text += fmt::format("{}{}", text.empty() ? "" : " · ", words::due(item.at, scene.now));
    if (item.event && item.kind != AgendaItem::Kind::event)
        text += (text.empty() ? "" : " · ") + words::public_event(scene.picture, *item.event);
    return text;
}

AgendaLine agenda_line(const Scene& scene, picture::LocalDay day, const AgendaItem& item) {
    AgendaLine line{day,          false,
                    item.late,    item.class_ ? std::string(words::label(*item.class_)) : "",
                    item.title,   about(scene, item),
                    item.sequence};
    switch (item.kind) {
    case AgendaItem::Kind::event:
    case AgendaItem::Kind::moment:
        line.title += " " + words::clock(item.at);
        break;
    case AgendaItem::Kind::deadline:
        line.title += item.late ? "" : " moet klaar zijn";
        break;
    case AgendaItem::Kind::expected:
        line.title += " verwacht";
        break;
    case AgendaItem::Kind::works:
        break;
    }
    return line;
}

std::vector<AgendaLine> agenda_lines(const Scene& scene) {
    std::vector<AgendaLine> lines;
    const auto changes = picture::duty_changes(scene.picture, scene.now, scene.now + hours(24 * 7));
    const auto meetings = picture::upcoming_meetings(scene.picture, scene.now);
    for (const auto& day : picture::agenda(scene.picture, scene.now)) {
        const auto before = lines.size();
        for (const auto& item : day.items)
            lines.push_back(agenda_line(scene, day.day, item));
        for (const auto& meeting : meetings)
            if (picture::local_day(meeting.at) == day.day)
                lines.push_back({day.day, false, false, "",
                                 fmt::format("{} {} {}", words::label(meeting.team), meeting.number.value,
                                             words::clock(meeting.at)),
                                 meeting.place, meeting.sequence});
        for (const auto& duty : changes)
            if (duty.function == Function("OvD-Bz") && picture::local_day(duty.since) == day.day)
                lines.push_back({day.day, false, false, "", "Wissel piket " + words::clock(duty.since),
                                 "OvD-Bz: " + (duty.person ? words::person(scene.picture, *duty.person)
                                                           : std::string("niet ingevuld")),
                                 duty.sequence});
        if (lines.size() == before) lines.push_back({day.day, false, false, "", "Geen evenement", "", 0});
        lines[before].first = true;
    }
    return lines;
}

/// Highest expected level of the day at the first station, as the right column; none of a day of which the
/// forecast has no whole tide: the highest of its first hours would say that it stays low.
std::string water_of(const Scene& scene, picture::LocalDay day) {
    const auto from = picture::day_start(day), until = picture::day_start(day + date::days(1));
    std::optional<double> highest;
    for (const auto& key : picture::series_keys(scene.picture)) {
        if (key.station.value != "Dordrecht" || key.quantity.value != "waterstand") continue;
        const auto* forecast = picture::find_forecast(scene.picture, key);
        if (forecast == nullptr || forecast->points.empty()) continue;
        constexpr minutes tide{12 * 60 + 25};
        if (forecast->points.back().at < from + tide) continue;
        for (const auto& point : forecast->points)
            if (point.at >= from && point.at < until)
                highest = std::max(highest.value_or(point.value), point.value);
    }
    return highest ? words::level_metres(*highest) : std::string();
}

void draw_line(Ui& ui, const Scene& scene, const AgendaLine& line, const Rect& row) {
    const bool today = line.day == picture::local_day(scene.now);
    if (line.first && today) ui::fill(ui, {row.x, row.y, 4, row.h}, ui.palette.flow);
    const float one = row.y + 26, two = row.y + 48, x = row.x + 16;
    if (line.first)
        ui::text(ui, Style::strong17, {x, row.centre().y + 6}, ui.palette.text,
                 words::weekday_day(picture::day_start(line.day)));
    const float class_x = x + 68;
    float text_x = class_x + 94;
    if (row.w < 620) // no column for the longest class there
        text_x = class_x + std::max(46.F, ui::width(ui, Style::strong15, line.class_) + 30);
    if (!line.class_.empty()) {
        const float w = ui::width(ui, Style::strong15, line.class_) + 18;
        const Rect box{class_x, row.centre().y - 14, w, 28};
        ui::frame(ui, box, ui.palette.dim, 4);
        ui::text_in(ui, Style::strong15, box, ui.palette.text, line.class_, ui::Align::centre);
    } else {
        ui::text(ui, Style::row16, {class_x, row.centre().y + 6}, ui.palette.dim, "–");
    }
    const std::string water = line.first ? water_of(scene, line.day) : std::string();
    const float right = row.right() - 14 - (water.empty() ? 0 : 80);
    if (!water.empty())
        ui::text_right(ui, Style::row17, {row.right() - 14, row.centre().y + 6}, ui.palette.text, water);
    ui::text_within(ui, Style::strong17, {text_x, one}, right - text_x, ui.palette.text, line.title);
    ui::text_within(ui, Style::secondary15, {text_x, two}, right - text_x,
                    line.late ? ui.palette.attention : ui.palette.dim, line.about);
}

} // namespace

Intents draw_days(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    const auto lines = agenda_lines(scene);
    Rect body = ui::panel(ui, rect, "KOMENDE 7 DAGEN · van vandaag", "hoogste water Dordrecht");
    const Rect foot = body.take_bottom(30);
    const auto view = ui::list(ui, "dagen", body, static_cast<int>(lines.size()), 61);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        because(ui, view.row(i), {lines[static_cast<std::size_t>(i)].sequence});
        draw_line(ui, scene, lines[static_cast<std::size_t>(i)], view.row(i));
    }
    ui::list_foot(ui, foot, view);
    return {};
}

} // namespace regiekamer::panels
