// OVERDRACHT: the open points of the newest handovers, a box to tick each.
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

struct OpenPoint {
    HandoverId handover;
    HandoverPoint point;
    Sequence sequence; ///< of the overdracht that it stands in
};

/// A point that went along with a later overdracht is that one's, and done when it is done there.
std::vector<OpenPoint> open_points(const Scene& scene, const picture::Handover*& newest) {
    std::vector<const picture::Handover*> handovers;
    for (const auto& [id, handover] : scene.picture.roster->handovers) {
        if (!handover.written.said()) continue;
        if (newest == nullptr || handover.written.time > newest->written.time) newest = &handover;
        handovers.push_back(&handover);
    }
    std::sort(handovers.begin(), handovers.end(),
              [](const auto* a, const auto* b) { return a->written.sequence > b->written.sequence; });
    std::vector<OpenPoint> points;
    std::set<PointId> later;
    for (const auto* handover : handovers) {
        const auto& written = handover->written.value;
        for (const auto& point : picture::open_points(*handover))
            if (!later.contains(point.point))
                points.push_back({written.handover, point, handover->written.sequence});
        for (const auto& point : written.points)
            later.insert(point.point);
    }
    std::stable_sort(points.begin(), points.end(), [](const OpenPoint& a, const OpenPoint& b) {
        return a.point.due.value_or(Instant::max()) < b.point.due.value_or(Instant::max());
    });
    return points;
}

} // namespace

Intents draw_handover(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    Intents intents;
    const picture::Handover* newest = nullptr;
    const auto points = open_points(scene, newest);
    const std::string from =
        newest == nullptr
            ? std::string()
            : fmt::format("van {}, {}", words::person(scene.picture, newest->written.value.from_person),
                          words::date_clock(newest->written.time));
    Rect body = ui::panel(ui, rect,
                          fmt::format("OVERDRACHT · {} open {} · eerst wat het eerst moet", points.size(),
                                      points.size() == 1 ? "punt" : "punten"),
                          from);
    if (points.empty()) {
        ui::empty_text(ui, body,
                       newest == nullptr ? "Nog geen overdracht geschreven." : "Alle punten zijn gedaan.");
        return intents;
    }
    Rect foot = body.take_bottom(40);
    const auto view = ui::list(ui, "overdracht", body, static_cast<int>(points.size()), 48);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& [handover, point, sequence] = points[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, {sequence});
        const float y = row.centre().y + 6;
        ui::box_mark(ui, {row.x + 28, row.centre().y}, 20, ui.palette.dim, false);
        if (!scene.looking_back && ui::touch(ui, "overdracht/" + point.point.value,
                                             {row.x + 8, row.y + 4, 40, row.h - 8}, "Gedaan: " + point.text))
            intents.push_back(Act{HandoverPointDone{handover, point.point}, "punt gedaan", std::nullopt});
        const std::string due = point.due ? words::short_date(*point.due) : std::string();
        const bool late = point.due && *point.due < scene.now;
        float right = row.right() - 14;
        if (!due.empty())
            right = ui::text_right(ui, Style::strong16, {right, y},
                                   late ? ui.palette.attention : ui.palette.text, due) -
                    16;
        // What is to be done goes before whose it is.
        const float said = ui::width(ui, Style::row17, point.text);
        if (point.owner && said + ui::width(ui, Style::row16, point.owner->value) + 26 <= right - row.x - 56)
            right = ui::text_right(ui, Style::row16, {right, y}, ui.palette.dim,
                                   ui::shortened(ui, Style::row16, row.w * 0.3F, point.owner->value)) -
                    16;
        ui::text_within(ui, said <= right - row.x - 56 ? Style::row17 : Style::row16, {row.x + 56, y},
                        right - row.x - 56, ui.palette.text, point.text);
    }
    ui::list_foot(ui, foot, view, newest->written.value.notes);
    return intents;
}

} // namespace regiekamer::panels
