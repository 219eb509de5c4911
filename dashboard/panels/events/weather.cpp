// WEER OP DE DAG: what the plan says of weather and water, what is expected, and on the day what is measured
// with the measure that belongs to it.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using picture::DayQuantity;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
/// A forecast reaches no further (KNMI).
constexpr auto forecast_reach = hours(10 * 24);

ui::Colour colour_of(const Ui& ui, Stage stage) {
    return stage == Stage::stop ? ui.palette.critical : ui.palette.attention;
}

/// The worst stage over all quantities, of what is measured or of what is expected.
std::optional<Stage> worst(const std::vector<DayQuantity>& rows, std::optional<Stage> DayQuantity::*of) {
    std::optional<Stage> found;
    for (const auto& row : rows)
        if (row.*of && (!found || *found < *(row.*of))) found = row.*of;
    return found;
}

std::string stage_words(std::optional<Stage> stage) {
    static const char* const names[] = {"attentie", "maatregel", "STOP"};
    return stage ? names[static_cast<std::size_t>(*stage)] : "onder alle drempels";
}

std::string silent_words(Instant since, Instant now) {
    return "geen meting sinds " + words::clock_near(since, now);
}

struct Headline {
    std::string title, more;
    std::optional<Stage> stage;
};

Headline headline(const Scene& scene, const picture::PublicEvent& event,
                  const std::vector<DayQuantity>& rows) {
    if (!event.from.value) return {"nog geen datum", "", std::nullopt};
    const bool measured =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.value.has_value(); });
    std::optional<Instant> silent_since; // the newest of what is too old
    for (const auto& row : rows)
        if (row.silent_since && (!silent_since || *row.silent_since > *silent_since))
            silent_since = row.silent_since;
    const bool expected =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.expected.has_value(); });
    const Stage stop = Stage::stop;
    if (picture::on_the_day(event, scene.now) && measured) {
        const auto now = worst(rows, &DayQuantity::reached), later = worst(rows, &DayQuantity::to_be_reached);
        std::string more = later && (!now || *now < *later) ? "straks: " + stage_words(later) : "";
        if (silent_since) more += (more.empty() ? "" : " · ") + std::string("niet alles wordt gemeten");
        return {"Nu: " + stage_words(now), more, now};
    }
    if (picture::on_the_day(event, scene.now) && silent_since) {
        const auto later = worst(rows, &DayQuantity::to_be_reached);
        return {silent_words(*silent_since, scene.now),
                expected ? "verwacht: " + stage_words(later) : "kijk zelf: er is geen waarde van nu",
                std::nullopt};
    }
    if (expected) {
        const auto later = worst(rows, &DayQuantity::to_be_reached);
        return {"Verwacht: " + stage_words(later), later && *later == stop ? "bereid een NO-GO voor" : "",
                later};
    }
    const Instant from = *event.from.value;
    if (from - scene.now > forecast_reach)
        return {"nog geen verwachting",
                fmt::format("komt {}, 10 dagen vooraf", words::short_date(from - forecast_reach)),
                std::nullopt};
    return {"geen verwachting", "kijk op knmi.nl; koppel de weerfeed", std::nullopt};
}

/// Whether there is no room for the columns of the day.
bool low(const Rect& row, bool today) {
    return today && row.w < 420;
}

/// The columns of the table, right-aligned but the first.
struct WeatherColumns {
    float now, attention, measure, stop;
    WeatherColumns(const Rect& row, bool with_now)
        : now(row.right() - padding - (with_now ? 222 : 0)), attention(row.right() - padding - 158),
          measure(row.right() - padding - 72), stop(row.right() - padding) {}
};

void draw_cell(Ui& ui, const DayQuantity& row, Stage stage, float right, float y) {
    const auto& threshold = row.stages.at(static_cast<std::size_t>(stage));
    const bool reached = row.reached && *row.reached >= stage,
               coming = row.to_be_reached && *row.to_be_reached >= stage;
    const std::string words =
        threshold ? value_words(row.quantity, row.unit, threshold->value) : std::string("–");
    const float left =
        ui::text_right(ui, stage == Stage::stop || reached ? Style::strong16 : Style::row16, {right, y},
                       reached || coming ? colour_of(ui, stage) : ui.palette.text, words);
    if (reached && *row.reached == stage)
        ui::triangle(ui, {left - 11, y - 6}, 12, colour_of(ui, stage));
    else if (coming && *row.to_be_reached == stage)
        ui::open_dot(ui, {left - 11, y - 6}, 9, colour_of(ui, stage));
}

/// With its unit, where there is room for both.
std::string name_within(const Ui& ui, const DayQuantity& row, float width) {
    std::string whole = quantity_words(row);
    return ui::width(ui, Style::row16, whole) <= width ? whole : words::sentence_case(row.quantity.value);
}

/// What comes next, or holds: "54 · stop 62", "20 · attentie 39", "70 · STOP".
std::string now_and_next(const DayQuantity& row) {
    std::string now = row.value ? value_words(row.quantity, row.unit, *row.value) : std::string("nu –");
    if (row.reached == Stage::stop) return now + " · STOP";
    const auto from = row.reached ? static_cast<std::size_t>(*row.reached) + 1 : 0;
    for (auto stage = from; stage < row.stages.size(); ++stage)
        if (const auto& next = row.stages.at(stage))
            return fmt::format("{} · {} {}", now, stage_words(next->stage),
                               value_words(row.quantity, row.unit, next->value));
    return now;
}

/// On a narrow screen, on the day: what is measured and the stage that comes next.
void draw_low_quantity(Ui& ui, const DayQuantity& row, const Rect& place) {
    const float y = place.y + 24;
    const auto colour = row.reached ? colour_of(ui, *row.reached) : ui.palette.text;
    const float left =
        ui::text_right(ui, Style::strong16, {place.right() - padding, y}, colour, now_and_next(row));
    if (row.reached) ui::triangle(ui, {left - 11, y - 6}, 12, colour);
    const float room = left - 26 - place.x - padding;
    ui::text_within(ui, Style::row16, {place.x + padding, y}, room, ui.palette.text,
                    name_within(ui, row, room));
}

void draw_said(Ui& ui, const Scene& scene, const DayQuantity& row, const Rect& place, bool today);

/// The quantity, what is measured or expected, and its three stages; beneath it the measure that holds.
void draw_quantity(Ui& ui, const Scene& scene, const DayQuantity& row, const Rect& place, bool today) {
    if (low(place, today)) {
        draw_low_quantity(ui, row, place);
        return draw_said(ui, scene, row, place, today);
    }
    const WeatherColumns at(place, today);
    const float y = place.y + 24;
    const auto& first = row.stages.front();
    const float cell =
        first ? ui::width(ui, Style::row16, value_words(row.quantity, row.unit, first->value)) + 14 : 30;
    const float name_end = today ? at.now - 48 : at.attention - (row.expected ? 112 : cell);
    ui::text_within(ui, Style::row16, {place.x + padding, y}, name_end - place.x - padding, ui.palette.text,
                    name_within(ui, row, name_end - place.x - padding));
    const auto value = today ? row.value : row.expected;
    if (today || row.expected)
        ui::text_right(ui, Style::strong16, {today ? at.now : at.attention - 62, y}, ui.palette.text,
                       value ? value_words(row.quantity, row.unit, *value) : std::string("–"));
    draw_cell(ui, row, Stage::attentie, at.attention, y);
    draw_cell(ui, row, Stage::maatregel, at.measure, y);
    draw_cell(ui, row, Stage::stop, at.stop, y);
    draw_said(ui, scene, row, place, today);
}

/// Whose value it is, and the measure that belongs to it.
void draw_said(Ui& ui, const Scene& scene, const DayQuantity& row, const Rect& place, bool today) {
    if (place.h < 50) return;
    const auto& station = today ? row.station : row.expected_station;
    const auto said_at = today ? row.at : row.expected_at;
    float end = place.right() - padding;
    if (station) {
        const std::string who = today && row.silent_since ? silent_words(*row.silent_since, scene.now)
                                                          : station_words(scene, *station) + ", " +
                                                                words::clock_near(said_at, scene.now);
        end -= std::min(ui::width(ui, Style::secondary15, who), place.w * 0.5F);
        ui::text_within(ui, Style::secondary15, {end, place.y + 45}, place.right() - padding - end + 1,
                        ui.palette.dim, who);
        end -= 12;
    }
    const auto stage = row.reached ? row.reached : row.to_be_reached;
    if (!stage) return;
    const auto& threshold = *row.stages.at(static_cast<std::size_t>(*stage));
    const std::string when =
        row.reached ? std::string("nu: ") : "vanaf " + words::clock_near(row.expected_at, scene.now) + ": ";
    ui::text_within(ui, Style::strong15, {place.x + padding, place.y + 45}, end - place.x - padding,
                    colour_of(ui, *stage), when + threshold.measure.value_or("zie het veiligheidsplan"));
}

std::string origin_words(const std::vector<DayQuantity>& rows) {
    for (const auto& row : rows)
        for (const auto& stage : row.stages)
            if (stage && stage->origin) return "Drempels: " + *stage->origin;
    return "Drempels van het plan";
}

/// What the plan says of it, what was measured and what is expected.
std::vector<Sequence> behind(const picture::PublicEvent& event, const DayQuantity& row) {
    std::vector<Sequence> all{row.sequence, row.expected_sequence};
    for (const auto& [key, threshold] : event.thresholds)
        if (key.quantity == row.quantity && key.side == row.side) all.push_back(threshold.sequence);
    return all;
}

void draw_heads(Ui& ui, const Rect& head, bool today) {
    ui::separator(ui, head);
    const WeatherColumns at(head, today);
    if (today) ui::text_right(ui, Style::secondary15, {at.now, head.y + 21}, ui.palette.dim, "nu");
    ui::text_right(ui, Style::secondary15, {at.attention, head.y + 21}, ui.palette.dim, "attentie");
    ui::text_right(ui, Style::secondary15, {at.measure, head.y + 21}, ui.palette.dim, "maatregel");
    ui::text_right(ui, Style::secondary15, {at.stop, head.y + 21}, ui.palette.dim, "stop");
}

void draw_table(Ui& ui, const Scene& scene, const picture::PublicEvent& event, Rect body,
                const std::vector<DayQuantity>& rows, bool today) {
    if (!low(body, today)) draw_heads(ui, body.take_top(30), today);
    // With a measure or a station to name, a row has a second line: all that have one, else those with a
    // measure, if there is room.
    const float room = body.h;
    const auto measured = [](const DayQuantity& row) { return row.reached || row.to_be_reached; };
    const auto said = [&](const DayQuantity& row) {
        return measured(row) || (today ? row.station : row.expected_station).has_value();
    };
    float with_measures = 0, with_stations = 0;
    for (const auto& row : rows) {
        with_measures += measured(row) ? 54 : 34;
        with_stations += said(row) ? 54 : 34;
    }
    std::size_t shown = 0;
    for (const auto& row : rows) {
        const bool tall = with_stations <= room ? said(row) : with_measures <= room && measured(row);
        const float more = shown + 1 < rows.size() ? 20 : 0; // "nog 2" has its own line
        if (body.h < (tall ? 54 : 34) - 4 + more) break;
        const Rect place = body.take_top(tall ? 54 : 34);
        ui::separator(ui, place);
        because(ui, place, behind(event, row));
        draw_quantity(ui, scene, row, place, today);
        ++shown;
    }
    if (shown < rows.size() && body.h > 18)
        ui::text(ui, Style::secondary15, {body.x + padding, body.y + 16}, ui.palette.dim,
                 fmt::format("nog {}", rows.size() - shown));
}

} // namespace

void draw_weather(Ui& ui, const Scene& scene, const Rect& rect, const PublicEventId& id, Drafts& drafts) {
    const auto* event = find(scene, id);
    Rect body = ui::panel(ui, rect, "WEER OP DE DAG", event != nullptr ? day_words(*event) : std::string());
    if (event == nullptr) return ui::empty_text(ui, body, "Kies een evenement.");
    auto rows = picture::day_quantities(scene.picture, id, scene.now);
    const bool today = picture::on_the_day(*event, scene.now);
    for (auto& row : rows)
        if (!today) row.reached.reset(); // what is measured now is nothing to a field where nobody stands
    const Headline head = headline(scene, *event, rows);
    const bool low = rect.h < 300; // the table goes before what it is about
    Rect top = body.take_top(low ? 40 : 78);
    const float room = top.w - 2 * padding - (low ? 0 : 130);
    const Style style = ui::width(ui, Style::lead20, head.title) <= room ? Style::lead20 : Style::row17;
    ui::text_within(ui, style, {top.x + padding, top.y + 28}, room,
                    head.stage ? colour_of(ui, *head.stage) : ui.palette.text, head.title);
    std::string more = head.more;
    if (!rows.empty()) more += (more.empty() ? "" : " · ") + origin_words(rows);
    if (!low)
        ui::text_within(ui, Style::secondary15, {top.x + padding, top.y + 62}, top.w - 2 * padding,
                        ui.palette.dim, more);
    const bool may =
        !scene.looking_back && words::not_allowed(scene.user.function, EventThresholdSet::type).empty();
    const float width = ui::button_width(ui, "Drempel", "D", 36);
    if (!low && ui::button(ui, "evenement/drempel", {top.right() - padding - width, top.y + 6, width, 36},
                           "Drempel", "D", may ? ui::ButtonKind::plain : ui::ButtonKind::disabled)) {
        drafts.events.fields = {};
        open(drafts, Dialog::event_threshold, id.value);
    }
    if (rows.empty())
        return ui::empty_text(ui, body,
                              "Nog geen drempels. D zet er een uit het weerprotocol of het tentboek.");
    draw_table(ui, scene, *event, body, rows, today);
}

} // namespace regiekamer::panels::events
