// WAARNEMINGEN: what observers saw, newest first, each at its moment and with its aim.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace regiekamer::panels::trainer {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float observation_height = 78;

std::string about(const Scene& scene, const measure::Observation& one) {
    std::string words = one.person     ? words::person(scene.picture, *one.person)
                        : one.function ? one.function->value
                                       : std::string("waarnemer");
    if (one.noted.aim) words += " · doel " + *one.noted.aim;
    if (one.noted.mark) words += " · " + *one.noted.mark;
    return words;
}

} // namespace

Intents draw_observations(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto& all = scene.script->results.observations;
    std::set<std::string> who;
    for (const auto& one : all)
        who.insert(one.person ? one.person->value : one.function ? one.function->value : std::string());
    Rect body = ui::panel(ui, rect, fmt::format("WAARNEMINGEN · {}", all.size()),
                          all.empty()      ? ""
                          : who.size() > 1 ? fmt::format("nieuwste eerst · {} waarnemers", who.size())
                                           : "nieuwste eerst");
    if (!scene.looking_back) {
        const Rect place = body.take_bottom(ui::measure::button_height + 12).inset(padding, 6);
        const std::string verb = "Nieuwe waarneming voor " + words::clock_seconds(scene.now);
        const bool fits = ui::button_width(ui, verb, "W") <= place.w;
        if (ui::button(ui, "waarneming/nieuw", place, fits ? std::string_view(verb) : "Nieuwe waarneming",
                       "W"))
            open(drafts, Dialog::observation);
    }
    if (all.empty()) {
        ui::empty_text(ui, body, "Nog geen waarnemingen. Met [W] schrijft u op wat u ziet.");
        return {};
    }
    const float high = std::min(observation_height, std::max(46.F, body.h));
    Rect foot;
    if (static_cast<float>(all.size()) * high > body.h && body.h > high + 26) foot = body.take_bottom(26);
    const auto view = ui::list(ui, "waarnemingen", body, static_cast<int>(all.size()), high);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& one = all[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, {one.sequence});
        // a time of the hour that comes twice says which it is, and takes more room
        const float x = row.x + padding + (words::double_hour(one.noted.at).empty() ? 56.F : 84.F),
                    width = row.right() - x - padding;
        ui::text(ui, Style::strong16, {row.x + padding, row.y + 22}, ui.palette.text,
                 words::clock(one.noted.at));
        ui::text_wrapped(ui, Style::strong16, {x, row.y + 6, width, std::min(48.F, row.h - 26)},
                         ui.palette.text, one.noted.text);
        ui::text_within(ui, Style::secondary15, {x, row.bottom() - 8}, width, ui.palette.dim,
                        about(scene, one));
    }
    ui::list_foot(ui, foot, view);
    return {};
}

} // namespace regiekamer::panels::trainer
