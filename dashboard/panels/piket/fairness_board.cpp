// PER PERSOON: weeks, weekends and holidays of everybody, the past year and the coming one, beside the mean.
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

using picture::Burden;
using picture::Fairness;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float person_height = 32, column = 96;
constexpr float difference_width = 160; ///< of its head, which is longer than its numbers

/// What stands in the columns of a row, of a person or of the mean.
struct Numbers {
    std::array<double, 6> at{};
};

double weeks_of(const Burden& burden) {
    return static_cast<double>(burden.time.count()) /
           static_cast<double>(microseconds(hours(24 * 7)).count());
}

Numbers numbers_of(const Fairness& row) {
    return {{weeks_of(row.past), double(row.past.weekends), double(row.past.holidays), weeks_of(row.coming),
             double(row.coming.weekends), double(row.coming.holidays)}};
}

Numbers mean_of(const std::vector<Fairness>& rows) {
    Numbers mean;
    for (const auto& row : rows) {
        const auto one = numbers_of(row);
        for (std::size_t i = 0; i < mean.at.size(); ++i)
            mean.at.at(i) += one.at.at(i) / static_cast<double>(rows.size());
    }
    return mean;
}

/// "7,4", and "7" for what is whole.
std::string figure(double value) {
    const double tenths = std::round(value * 10);
    auto text = fmt::format("{:.{}f}", tenths / 10, std::fmod(tenths, 10) == 0 ? 0 : 1);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// By how many weeks of the coming year somebody differs from the mean, in words.
std::string difference(double weeks, double mean) {
    const double more = weeks - mean;
    if (std::abs(more) < 0.5) return "gelijk";
    return figure(std::abs(more)) + (more > 0 ? " meer" : " minder");
}

const std::vector<Fairness>& rows_of(const Scene& scene, Drafts& drafts,
                                     const std::vector<std::string>& names) {
    auto& weighed = drafts.piket.weighed;
    const int chosen = drafts.piket.fields.function;
    const Instant minute = std::chrono::floor<minutes>(scene.now);
    if (weighed.upto == scene.upto && weighed.minute == minute && weighed.function == chosen &&
        scene.upto != 0)
        return weighed.rows;
    const auto functions = chosen == 0 ? picture::duty_functions(scene.picture)
                                       : std::vector{Function(names[static_cast<std::size_t>(chosen)])};
    weighed.rows = picture::fairness(scene.picture, functions, minute);
    weighed.upto = scene.upto;
    weighed.minute = minute;
    weighed.function = chosen;
    return weighed.rows;
}

/// Where the columns end, from the left; the last is the difference.
float column_end(const Rect& row, std::size_t index) {
    const float wide = std::min(column, row.w * 0.085F);
    return row.right() - difference_width - wide * static_cast<float>(5 - index);
}

void draw_numbers(Ui& ui, const Rect& row, Style style, const Numbers& numbers, std::string_view last) {
    const float y = row.centre().y + 6;
    for (std::size_t i = 0; i < numbers.at.size(); ++i)
        ui::text_right(ui, style, {column_end(row, i), y}, i < 3 ? ui.palette.dim : ui.palette.text,
                       figure(numbers.at.at(i)));
    ui::text_right(ui, style, {row.right() - 8, y}, ui.palette.text, last);
}

void draw_heads(Ui& ui, const Rect& head) {
    constexpr std::array<std::string_view, 6> heads{"weken", "weekend", "feestdag",
                                                    "weken", "weekend", "feestdag"};
    const float upper = head.y + 20, lower = head.y + 42;
    ui::text_right(ui, Style::strong15, {column_end(head, 2), upper}, ui.palette.dim, "afgelopen jaar");
    ui::text_right(ui, Style::strong15, {column_end(head, 5), upper}, ui.palette.text, "komend jaar");
    for (std::size_t i = 0; i < heads.size(); ++i)
        ui::text_right(ui, Style::secondary15, {column_end(head, i), lower}, ui.palette.dim, heads.at(i));
    ui::text_right(ui, Style::secondary15, {head.right() - 8, lower}, ui.palette.dim, "weken t.o.v. gem.");
    ui::text(ui, Style::secondary15, {head.x + 8, lower}, ui.palette.dim, "wie");
}

std::string about(const Scene& scene, const PersonId& id) {
    const auto* person = picture::find_person(scene.picture, id);
    if (person == nullptr) return {};
    std::string text = person->pool == Pool::lokaal ? "lokaal" : "regionaal";
    if (person->municipality) text = *person->municipality + " · " + text;
    return text;
}

void draw_row(Ui& ui, const Scene& scene, const Fairness& row, double mean, const Rect& place) {
    ui::separator(ui, place);
    const auto numbers = numbers_of(row);
    const bool own = row.person == me(scene);
    const auto name = words::person(scene.picture, row.person) + (own ? " (u)" : "");
    const float y = place.centre().y + 6, room = column_end(place, 0) - 60 - place.x - 8;
    const auto style = own ? Style::strong16 : Style::row16;
    const float end = ui::text_within(ui, style, {place.x + 8, y}, room, ui.palette.text, name);
    if (const float left = place.x + 8 + room - end - 12; left > 60)
        ui::text_within(ui, Style::secondary15, {end + 12, y}, left, ui.palette.dim,
                        about(scene, row.person));
    draw_numbers(ui, place, style, numbers, difference(numbers.at[3], mean));
}

/// One button that goes round the functions, by press or by ← and →.
void draw_choice(Ui& ui, Rect top, Drafts& drafts, const std::vector<std::string>& names) {
    auto& chosen = drafts.piket.fields.function;
    const auto count = static_cast<int>(names.size());
    const auto& name = names[static_cast<std::size_t>(chosen)];
    const Rect place = top.take_left(std::min(top.w, ui::button_width(ui, name, "← →") + 12));
    int step = ui::button(ui, "verdeling/functie", place, name, "← →") ? 1 : 0;
    if (ui::pressed(ui, ui::Key::right)) step = 1;
    if (ui::pressed(ui, ui::Key::left)) step = -1;
    chosen = (chosen + step + count) % count;
    if (step != 0) ui::want_another_frame(ui);
}

} // namespace

Intents fairness(Ui& ui, const Scene& scene, Drafts& drafts) {
    std::vector<std::string> names{"Alle functies"};
    for (const auto& function : functions_in_order(scene.picture))
        names.push_back(function.value);
    auto& chosen = drafts.piket.fields.function;
    if (drafts.opened_now) chosen = 0;
    drafts.opened_now = false;
    chosen = std::clamp(chosen, 0, static_cast<int>(names.size()) - 1);
    Rect body = ui::modal(ui, std::min(1180.F, ui.screen.w - 20), std::min(860.F, ui.screen.h - 20),
                          "PIKET PER PERSOON · wie het meest krijgt eerst", 480);
    Rect foot = body.take_bottom(54);
    if (ui::button(ui, "form/doe", foot.take_right(160).inset(0, 5), "Sluit", "Esc") ||
        ui::pressed(ui, ui::Key::escape) || ui::pressed(ui, ui::Key::enter))
        close(drafts);
    draw_choice(ui, body.take_top(50).inset(0, 3), drafts, names);
    const auto& rows = rows_of(scene, drafts, names);
    if (rows.empty()) {
        ui::empty_text(ui, body, "Hier staat wie hoe vaak piket heeft, zodra er een rooster is.");
        return {};
    }
    draw_heads(ui, body.take_top(52));
    const auto mean = mean_of(rows);
    const Rect first = body.take_top(person_height);
    ui::fill(ui, first, ui.palette.selected);
    ui::text(ui, Style::strong16, {first.x + 8, first.centre().y + 6}, ui.palette.text,
             fmt::format("gemiddeld van {}", rows.size()));
    draw_numbers(ui, first, Style::strong16, mean, {});
    const Rect words = body.take_bottom(30);
    const auto view = ui::list(ui, "verdeling", body, static_cast<int>(rows.size()), person_height);
    for (int i = view.first; i < view.end(); ++i)
        draw_row(ui, scene, rows[static_cast<std::size_t>(i)], mean.at[3], view.row(i));
    ui::list_foot(ui, words, view, {}, "weekend: zaterdag of zondag om 12:00 · feestdag: om 12:00");
    return {};
}

} // namespace regiekamer::panels::piket
