// One turn in the chart. What is wrong with it stands there as a mark with a letter or as hatching, never in
// colour alone; a name that does not fit becomes a surname, then initials: never half a word.
#include "dashboard/panels/piket/chart.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace regiekamer::panels::piket {
namespace {

using picture::Duty;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr std::string_view own_municipality = "Alblasserdam";
constexpr float two_lines = 38, corner = 4;

std::string_view first_character(std::string_view word) {
    std::size_t end = std::min<std::size_t>(1, word.size());
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U)
        ++end;
    return word.substr(0, end);
}

/// "A. van Dam" → "AD": the first and the last word.
std::string initials(std::string_view name) {
    const auto last = name.rfind(' ');
    std::string made(first_character(name));
    if (last != std::string_view::npos) made += first_character(name.substr(last + 1));
    return made;
}

/// "A. van Dam" → "van Dam".
std::string_view surname(std::string_view name) {
    const auto space = name.find(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

struct Fitted {
    Style style;
    std::string words;
};

/// The longest form that fits whole, large before small; none fits: no words.
Fitted fitted(const Ui& ui, Style style, float width, std::initializer_list<std::string_view> forms) {
    const Style smaller = style == Style::strong16 ? Style::strong15 : Style::secondary15;
    for (const auto form : forms)
        for (const Style one : {style, smaller})
            if (ui::width(ui, one, form) <= width) return {one, std::string(form)};
    return {smaller, {}};
}

void hatch(Ui& ui, const Rect& place, ui::Colour colour) {
    const ui::Clip clip(ui, place);
    for (float x = place.x - place.h; x < place.right(); x += 9)
        ui::line(ui, {x, place.bottom()}, {x + place.h, place.y}, colour);
}

/// A letter in a filled box at the right end; takes its width.
void draw_mark(Ui& ui, Rect& inside, std::string_view mark) {
    const float wide = std::max(17.F, ui::width(ui, Style::strong15, mark) + 8);
    const float high = std::min(19.F, inside.h);
    const Rect box{inside.right() - std::min(wide, inside.w),
                   inside.y + (inside.h >= two_lines ? 2.F : (inside.h - high) / 2), std::min(wide, inside.w),
                   high};
    ui::fill(ui, box, ui.palette.attention, 3);
    ui::text_centre(ui, Style::strong15, {box.centre().x, box.centre().y + 5}, ui.palette.surface, mark);
    inside.w = std::max(0.F, box.x - 3 - inside.x);
}

/// Hatched, with a cross: nobody stands here.
void draw_empty(Ui& ui, const Scene& scene, const Duty& duty, const Rect& place) {
    hatch(ui, place, mix(ui.palette.raised, ui.palette.critical, 0.45F));
    ui::frame(ui, place, ui.palette.critical, corner, 2);
    Rect inside = place.inset(5, 2);
    const float middle = inside.centre().y;
    const auto words = fitted(ui, Style::strong16, inside.w - 20, {"Niet ingevuld", "Niemand", "Leeg"});
    const float mark = inside.h >= two_lines && !words.words.empty() ? middle - 9 : middle;
    const float at = words.words.empty() ? inside.centre().x : inside.x + 8;
    std::string second = duty.absent              ? words::person(scene.picture, *duty.absent) + " afwezig"
                         : duty.since > scene.now ? words::due(duty.since, scene.now)
                                                  : std::string("nu");
    const bool two = inside.h >= two_lines && !words.words.empty() &&
                     ui::width(ui, Style::secondary15, second) <= inside.w;
    const float widest = std::max(words.words.empty() ? 0 : 20 + ui::width(ui, words.style, words.words),
                                  two ? ui::width(ui, Style::secondary15, second) : 0);
    if (widest > 0) ui::fill(ui, {inside.x - 2, place.y + 3, widest + 5, place.h - 6}, ui.palette.raised, 3);
    ui::cross_mark(ui, {at, two ? mark : middle}, 12, ui.palette.critical);
    if (words.words.empty()) return;
    ui::text(ui, words.style, {inside.x + 20, (two ? middle - 9 : middle) + 6}, ui.palette.critical,
             words.words);
    if (two) ui::text(ui, Style::secondary15, {inside.x, middle + 17}, ui.palette.text, second);
}

/// The character that begins at or after this byte.
std::string_view character(std::string_view word, std::size_t at) {
    while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U)
        ++at;
    return first_character(word.substr(std::min(at, word.size())));
}

/// Two letters of the last word of a name that nobody has yet, else its first letter with a digit.
std::string own_letters(std::string_view name, const std::set<std::string>& taken) {
    const auto space = name.rfind(' ');
    const auto last = space == std::string_view::npos ? name : name.substr(space + 1);
    const std::string first(first_character(last));
    for (std::size_t at = first.size(); at < last.size(); ++at)
        if (auto two = first + std::string(character(last, at)); !taken.contains(two)) return two;
    for (int digit = 2;; ++digit)
        if (auto two = first + std::to_string(digit); !taken.contains(two)) return two;
}

} // namespace

ShortNames short_names(const Scene& scene, const std::vector<Function>& functions, const Chart& chart) {
    std::map<std::string, std::set<PersonId>> by_initials;
    for (const auto& function : functions)
        for (const auto& duty : picture::duties(scene.picture, function, chart.from(), chart.until()))
            if (duty.person)
                by_initials[initials(words::person(scene.picture, *duty.person))].insert(*duty.person);
    ShortNames names;
    std::set<std::string> taken;
    for (const auto& [letters, persons] : by_initials)
        if (persons.size() == 1) {
            names.of[*persons.begin()] = letters;
            taken.insert(letters);
        }
    for (const auto& [letters, persons] : by_initials)
        for (const auto& person : persons) {
            if (persons.size() == 1) continue;
            const auto name = words::person(scene.picture, person);
            const auto own = own_letters(name, taken);
            taken.insert(own);
            names.of[person] = own;
            if (!names.explained.empty()) names.explained += " · ";
            names.explained.append(own).append(" ").append(name);
        }
    return names;
}

void draw_cell(Ui& ui, const Scene& scene, const Duty& duty, const Rect& place, const Trouble& trouble,
               bool planned, const ShortNames& names) {
    if (!duty.person && !planned) {
        if (place.w >= 14)
            ui::text(ui, Style::row16, {place.x + 7, place.centre().y + 6}, ui.palette.dim, "–");
        return;
    }
    const bool current = duty.since <= scene.now && scene.now < duty.until;
    ui::fill(ui, place, current ? ui.palette.selected : ui.palette.raised, corner);
    if (!duty.person) return draw_empty(ui, scene, duty, place);
    const bool own = *duty.person == me(scene), marked = !trouble.mark.empty();
    ui::frame(ui, place,
              marked ? ui.palette.attention
              : own  ? ui.palette.flow
                     : ui.palette.line,
              corner, marked || own ? 2 : 1);
    if (own) ui::fill(ui, {place.x, place.y, 5, place.h}, ui.palette.flow, 2);
    const bool narrow = place.w < 60;
    const float side = narrow ? 1.F : 7.F;
    Rect inside{place.x + side, place.y, place.w - 2 * side, place.h};
    if (marked && place.w >= 14) draw_mark(ui, inside, trouble.mark);
    const auto* person = picture::find_person(scene.picture, *duty.person);
    const auto name = words::person(scene.picture, *duty.person);
    const bool bold = person != nullptr && person->municipality == own_municipality;
    const auto code = names.of.find(*duty.person);
    const auto letters = code == names.of.end() ? initials(name) : code->second;
    const auto first =
        fitted(ui, bold ? Style::strong16 : Style::row16, inside.w, {name, surname(name), letters});
    if (first.words.empty() && narrow && place.w >= 18) { // a place that is held never looks empty
        ui::text_centre(ui, Style::secondary15, {inside.centre().x, place.centre().y + 6}, ui.palette.text,
                        letters);
        return;
    }
    std::string second(trouble.words);
    if (second.empty() && person != nullptr && person->municipality)
        second = *person->municipality == "Hendrik-Ido-Ambacht" ? "HIA" : *person->municipality;
    const bool two = place.h >= two_lines && !second.empty() && first.words.size() > 2;
    const float middle = place.centre().y;
    ui::text(ui, first.style, {inside.x, two ? middle - 3 : middle + 6}, ui.palette.text, first.words);
    if (two)
        ui::text_within(ui, Style::secondary15, {inside.x, middle + 16}, place.w - 2 * side,
                        marked ? ui.palette.attention : ui.palette.dim, second);
}

std::string cell_words(const Scene& scene, const Duty& duty, const Trouble& trouble) {
    std::string text =
        duty.person ? words::person(scene.picture, *duty.person) : std::string("Niet ingevuld");
    if (duty.absent) text += ", " + words::person(scene.picture, *duty.absent) + " afwezig";
    if (!trouble.words.empty()) text += ", " + std::string(trouble.words);
    return text + " · " + period(duty.since, duty.until);
}

} // namespace regiekamer::panels::piket
