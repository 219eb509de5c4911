// OVERDRACHT MAKEN: what runs, what comes, and what is still to do, written for who takes over.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/picture/event_day.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "dashboard/words/warning_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

/// What every overdracht begins with; it is written anew each time.
constexpr const char *of_incidents = "Lopende incidenten: ", *of_events = "Evenementen deze week: ",
                     *of_weather = "Weer en water: ";

std::string running(const Scene& scene) {
    std::string text;
    for (const auto& id : picture::active_incidents(scene.picture, scene.now))
        text += fmt::format("{}{} (GRIP {})", text.empty() ? "" : ", ", words::incident(scene.picture, id),
                            picture::grip_at(scene.picture, id, scene.now).level.value);
    return of_incidents + (text.empty() ? std::string("geen") : text);
}

std::string coming(const Scene& scene) {
    std::vector<std::pair<Instant, std::string>> events;
    for (const auto& [id, event] : scene.picture.events->events)
        if (const auto from = event.from.value; from && *from < scene.now + hours(24 * 7) &&
                                                (*from >= scene.now || picture::on_the_day(event, scene.now)))
            events.emplace_back(*from, words::public_event(scene.picture, id));
    std::sort(events.begin(), events.end());
    std::string text;
    for (const auto& [from, name] : events)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name,
                            from < scene.now ? "bezig" : words::short_date(from));
    return of_events + (text.empty() ? std::string("geen") : text);
}

/// "windstoot 62 km/h (Dordrecht)": the strongest of the stations that speak now; empty: none does.
std::string gusts(const Scene& scene) {
    std::string text;
    double strongest = 0;
    for (const auto& [key, series] : scene.picture.series->measured) {
        if (key.quantity.value != "windstoot") continue;
        const auto newest = picture::latest(scene.picture, key, scene.now);
        if (!newest || newest->at < scene.now - picture::value_is_news) continue;
        const double in_km_h = newest->value * (key.unit.value == "m/s" ? 3.6 : 1);
        if (in_km_h <= strongest) continue;
        strongest = in_km_h;
        text = fmt::format("windstoot {} ({})", value_words(key, newest->value), key.station.value);
    }
    return text;
}

std::string weather(const Scene& scene) {
    const auto warnings = picture::active_warnings(scene.picture, scene.now);
    std::string text =
        warnings.empty() ? std::string("geen waarschuwing") : words::warning_name(warnings.front()->value);
    for (const auto& stop : picture::stops_crossed(scene.picture, scene.now))
        text += fmt::format(", STOP bij {}: {}", words::public_event(scene.picture, stop.event),
                            stop.quantity.value);
    if (const auto wind = gusts(scene); !wind.empty()) text += ", " + wind;
    const auto keys = water_series(scene);
    if (keys.empty()) return of_weather + text + ", geen waterstanden";
    if (const auto peak = picture::forecast_peak(scene.picture, keys.front(), scene.now))
        text += fmt::format(", hoogste {} {}, {}", keys.front().station.value,
                            words::level_metres(peak->value), words::date_clock(peak->at));
    else if (const auto now = picture::latest(scene.picture, keys.front(), scene.now))
        text += fmt::format(", {} {} {}", keys.front().station.value,
                            now->at < scene.now - picture::value_is_news
                                ? "laatst " + words::date_clock_near(now->at, scene.now)
                                : std::string("nu"),
                            words::level_metres(now->value));
    return of_weather + text;
}

/// The newest that has points: that of a desk has none.
const picture::Handover* last_with_points(const picture::Picture& picture, const Function& function) {
    const picture::Handover* last = nullptr;
    for (const auto& [id, one] : picture.roster->handovers)
        if (one.written.said() && one.written.value.function == function &&
            !one.written.value.points.empty() &&
            (last == nullptr || last->written.sequence < one.written.sequence))
            last = &one;
    return last;
}

/// What of the overdracht before is still to do, under its own identifiers, so that it counts once. The board
/// and who reads see the newest overdracht: what does not go along is not seen there.
std::vector<HandoverPoint> still_open(const Scene& scene, const Function& function) {
    const auto* before = last_with_points(scene.picture, function);
    if (before == nullptr) return {};
    auto points = picture::open_points(*before);
    std::erase_if(points, [](const HandoverPoint& point) {
        return point.text.starts_with(of_incidents) || point.text.starts_with(of_events) ||
               point.text.starts_with(of_weather);
    });
    return points;
}

/// "Gaat mee, nog open: Sleutel De Rederij · Verslag oefening".
void tell_open(Form& form, const std::vector<HandoverPoint>& open) {
    std::string text;
    for (const auto& point : open)
        text += (text.empty() ? "Gaat mee, nog open: " : " · ") + point.text;
    if (!text.empty()) form.words(text);
}

/// "wat; wie; wanneer": the last two may lack. None, and a complaint, when it cannot be read.
std::optional<HandoverPoint> point_of(const Scene& scene, Drafts& drafts, const std::string& line) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= line.size();) {
        const auto end = std::min(line.find(';', from), line.size());
        parts.push_back(trimmed(line.substr(from, end - from)));
        from = end + 1;
    }
    HandoverPoint point;
    point.point = PointId(dialogs::fresh_id());
    const auto text = typed_text(drafts, parts.front(), "Zeg wat er te doen is: wat; wie; wanneer.");
    if (!text) {
        drafts.missing = &line;
        return std::nullopt;
    }
    point.text = *text;
    if (parts.size() > 1 && !parts[1].empty()) {
        const int at = words::place_in(words::owners(), parts[1]);
        if (at < 0) {
            ask_again(drafts, fmt::format("\"{}\" is geen functie. Schrijf bijvoorbeeld OvD-Bz.", parts[1]),
                      &line);
            return std::nullopt;
        }
        point.owner = Function(words::owners()[static_cast<std::size_t>(at)]);
    }
    if (parts.size() > 2 && !parts[2].empty()) {
        point.due = typed_date(parts[2], scene.now, picture::local_day(scene.now), hours(17));
        if (!point.due) {
            ask_again(drafts, fmt::format("\"{}\" is geen datum. Schrijf {}.", parts[2], date_hint), &line);
            return std::nullopt;
        }
        if (*point.due < scene.now) {
            ask_again(drafts, past_words(*point.due, scene.now, "\"" + parts[2] + "\""), &line);
            return std::nullopt;
        }
    }
    return point;
}

void fill_in_handover(const Scene& scene, Drafts& drafts, const std::vector<std::string>& functions) {
    auto& fields = drafts.piket.fields;
    fields = {};
    fields.function = std::max(0, words::place_in(functions, scene.user.function.value));
    const auto next = picture::next_duty(scene.picture, function_at(functions, fields.function), scene.now);
    if (next && next->person && *next->person != me(scene))
        fields.whom = words::person(scene.picture, *next->person);
}

/// The points that every overdracht has, those still open, and those typed. None, and a complaint.
std::optional<std::vector<HandoverPoint>> points_of(const Scene& scene, Drafts& drafts,
                                                    const std::vector<std::string>& always,
                                                    const std::vector<HandoverPoint>& open) {
    std::vector<HandoverPoint> points;
    points.reserve(always.size() + open.size());
    for (const auto& text : always)
        points.push_back({PointId(dialogs::fresh_id()), text, std::nullopt, std::nullopt});
    points.insert(points.end(), open.begin(), open.end());
    for (const auto& line : drafts.piket.fields.points) {
        if (trimmed(line).empty()) continue;
        auto point = point_of(scene, drafts, line);
        if (!point) return std::nullopt;
        points.push_back(std::move(*point));
    }
    return points;
}

} // namespace

Intents handover(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    const auto functions = function_names(scene);
    if (drafts.opened_now) fill_in_handover(scene, drafts, functions);
    const std::vector<std::string> always{running(scene), coming(scene), weather(scene)};
    const auto open = still_open(scene, function_at(functions, fields.function));
    Form form(ui, drafts, "OVERDRACHT MAKEN", 860);
    for (const auto& line : always)
        form.words(line);
    tell_open(form, open);
    form.field("overdracht/notities", "Bijzonderheden (mag leeg)", fields.text,
               "rustige week, sleutel ligt bij ...");
    for (std::size_t i = 0; i < fields.points.size(); ++i)
        form.field(fmt::format("overdracht/punt{}", i + 1),
                   fmt::format("Nog te doen {}: wat; wie; wanneer", i + 1), fields.points.at(i),
                   "Sleutel De Rederij: nieuwe pas; OvD-Bz; 16-6-2027");
    form.field("overdracht/aan", "Aan wie", fields.whom, "zoals in het rooster");
    if (functions.size() > 1) form.choice("overdracht/functie", "Functie", functions, fields.function);
    if (!form.confirmed("Draag over")) return {};
    const auto from = known_person(scene, drafts, scene.user.person.value);
    const auto to = from ? known_person(scene, drafts, fields.whom) : std::nullopt;
    if (!to) return {};
    if (*from == *to) {
        ask_again(drafts, "Overdragen aan uzelf kan niet. Vul in wie het piket krijgt.", &fields.whom);
        return {};
    }
    const auto points = points_of(scene, drafts, always, open);
    if (!points) return {};
    if (fields.text.size() > 8'000) {
        ask_again(drafts, "De bijzonderheden zijn te lang: hoogstens 8000 tekens.", &fields.text);
        return {};
    }
    HandoverWritten body{HandoverId(dialogs::fresh_id()),
                         function_at(functions, fields.function),
                         *from,
                         *to,
                         trimmed(fields.text),
                         *points};
    return dialogs::act(drafts, body, "overdracht aan " + words::person(scene.picture, *to));
}

} // namespace regiekamer::panels::piket
