// SAMENLOOP: what else happens that week, and whether somebody has piket.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using picture::Coincidence;
using ui::Rect;
using ui::Style;
using ui::Ui;
using Kind = Coincidence::Kind;

using ui::measure::padding;
constexpr float coincidence_height = 50;

struct CoincidenceLine {
    bool good;
    std::string first, second;
};

std::string period(const Coincidence& one) {
    return words::short_date(one.from) + " " + words::clock(one.from) + "–" +
           (picture::local_day(one.from) == picture::local_day(one.until) ? words::clock(one.until)
                                                                          : words::date_clock(one.until));
}

CoincidenceLine duty_line(const Scene& scene, const Coincidence& one) {
    if (!one.person) return {false, one.function.value + " die dag: niet ingevuld", "vraag de piketplanner"};
    const auto* person = picture::find_person(scene.picture, *one.person);
    std::string about =
        one.answer ? (*one.answer == YesNo::ja ? "bevestigd" : "heeft nee gezegd") : "niet bevestigd";
    if (person != nullptr && person->municipality) about = *person->municipality + " · " + about;
    return {!one.answer || *one.answer == YesNo::ja,
            fmt::format("{} die dag: {}", one.function.value, words::person(scene.picture, *one.person)),
            about};
}

CoincidenceLine line_of(const Scene& scene, const Coincidence& one) {
    switch (one.kind) {
    case Kind::event: {
        const auto* event = find(scene, *one.other);
        const std::string about =
            event == nullptr
                ? std::string()
                : fmt::format("{} · {} · {}{}", words::label(event->class_.value), event->place.value,
                              period(one), one.same_day ? " · zelfde dag" : "");
        return {!one.same_day, words::public_event(scene.picture, *one.other), about};
    }
    case Kind::works: {
        const auto& body = scene.picture.events->works.at(*one.works).value;
        std::string about = body.place;
        if (body.state == Confirmed::onbevestigd) about += " · onbevestigd";
        if (body.origin) about += " · " + *body.origin;
        return {!one.same_day, body.title + " " + period(one), about};
    }
    case Kind::duty:
        return duty_line(scene, one);
    case Kind::gap:
        return {false, one.function.value + ": niet ingevuld", period(one)};
    case Kind::double_booking:
        return {false, "Dubbel: " + words::person(scene.picture, *one.person),
                fmt::format("{} en {} · {}", one.function.value, one.second ? one.second->value : "",
                            words::short_date(one.from))};
    }
    return {};
}

} // namespace

void draw_coincidence(Ui& ui, const Scene& scene, const Rect& rect, const PublicEventId& id) {
    const auto* event = find(scene, id);
    const auto week = event == nullptr ? std::nullopt : picture::week_of(*event);
    const auto found = picture::coincidences(scene.picture, id);
    std::string title = "SAMENLOOP";
    if (week)
        title += fmt::format(" · {} – {} · {}", words::short_date(picture::day_start(week->first)).substr(3),
                             words::short_date(picture::day_start(week->last - date::days(1))).substr(3),
                             found.size());
    Rect body = ui::panel(ui, rect, title, rect.w > 420 ? "Z werkzaamheden" : "");
    if (found.empty())
        return ui::empty_text(
            ui, body,
            week ? "Niets anders in deze week, en nog geen rooster. Z zet werkzaamheden erbij."
                 : "Zonder datum is niet te zien wat samenvalt.");
    Rect foot;
    if (static_cast<float>(found.size()) * coincidence_height > body.h && body.h > 2 * coincidence_height)
        foot = body.take_bottom(24);
    const auto view =
        ui::list(ui, "evenement/samenloop", body, static_cast<int>(found.size()), coincidence_height);
    for (int i = view.first; i < view.end(); ++i) {
        const CoincidenceLine line = line_of(scene, found[static_cast<std::size_t>(i)]);
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, {found[static_cast<std::size_t>(i)].sequence});
        if (line.good)
            ui::check_mark(ui, {row.x + padding + 8, row.y + 16}, 14, ui.palette.confirmation);
        else
            ui::triangle(ui, {row.x + padding + 8, row.y + 16}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong16, {row.x + padding + 28, row.y + 22}, row.w - 2 * padding - 28,
                        ui.palette.text, line.first);
        ui::text_within(ui, Style::secondary15, {row.x + padding + 28, row.y + 42}, row.w - 2 * padding - 28,
                        ui.palette.dim, line.second);
    }
    if (!foot.empty()) ui::list_foot(ui, foot, view);
}

} // namespace regiekamer::panels::events
