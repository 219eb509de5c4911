// VRAAGT ACTIE: what the roster of the year ahead asks of somebody, the first date first.
#include "dashboard/panels/piket/chart.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

using picture::DutyAsk;
using ui::Rect;
using ui::Style;
using ui::Ui;
using Kind = DutyAsk::Kind;

using ui::measure::padding;
constexpr float foot_height = 30;

float ask_height(const Ui& ui) {
    return low(ui) ? 34 : 42;
}

std::string names_of(const std::vector<Function>& functions) {
    std::string text;
    for (std::size_t i = 0; i < functions.size(); ++i)
        text += (i == 0 ? "" : i + 1 == functions.size() ? " en " : ", ") + functions[i].value;
    return text;
}

std::string sentence(const Scene& scene, const DutyAsk& ask) {
    const auto who = ask.person ? words::person(scene.picture, *ask.person) : std::string();
    const auto when = period(ask.from, ask.until);
    switch (ask.kind) {
    case Kind::gap: {
        if (ask.open_end && ask.from > scene.now && who.empty())
            return fmt::format("Rooster van {} loopt af op {}", names_of(ask.functions),
                               words::short_date_near(ask.from, scene.now));
        const std::string since =
            ask.from <= scene.now ? "nu" : "vanaf " + words::short_date_near(ask.from, scene.now);
        return fmt::format("Niet ingevuld {}: {}{}", ask.open_end ? since : when, names_of(ask.functions),
                           who.empty() ? "" : ", " + who + " afwezig");
    }
    case Kind::double_booking:
        return fmt::format("Dubbel {}: {} is {}", when, who, names_of(ask.functions));
    case Kind::no_rest:
        return fmt::format("Zonder rust {}: {}, {} achter elkaar", when, who,
                           words::duration(ask.until - ask.from));
    case Kind::swap: {
        const auto& body = scene.picture.roster->swaps.at(*ask.swap).proposed.value;
        return fmt::format("Ruil {} {}: {} en {}", body.function.value, when,
                           words::person(scene.picture, body.from_person),
                           words::person(scene.picture, body.to_person));
    }
    case Kind::request:
        return fmt::format("Gevraagd {}: {} als {}", when, who, names_of(ask.functions));
    }
    return {};
}

/// Claims no more than was looked at: of whom somebody was asked now and then has no roster to be filled.
std::string nothing_words(const Scene& scene) {
    auto loose = functions_in_order(scene.picture);
    if (loose.empty()) return "Hier komt wat in het rooster ontbreekt of dubbel is.";
    const auto planned = picture::planned_functions(scene.picture, scene.now);
    std::erase_if(loose, [&](const Function& function) {
        return std::find(planned.begin(), planned.end(), function) != planned.end();
    });
    if (loose.empty()) return "Niets: een jaar vooruit is alles ingevuld en niets dubbel.";
    return fmt::format("Niets dubbel{}. Los gevraagd, zonder rooster: {}.",
                       planned.empty() ? "" : ", en geen gat in wat een rooster heeft", names_of(loose));
}

std::string waits_for(const Scene& scene, const picture::Swap& swap) {
    const auto& body = swap.proposed.value;
    for (const auto* person : {&body.from_person, &body.to_person})
        if (!swap.consents.contains(*person)) return "wacht op " + words::person(scene.picture, *person);
    return "beiden akkoord, wacht op de planner";
}

std::string about(const Scene& scene, const DutyAsk& ask) {
    if (ask.swap) return waits_for(scene, scene.picture.roster->swaps.at(*ask.swap));
    if (ask.asked.empty()) return ask.kind == Kind::gap ? "nog niemand gevraagd" : "";
    const auto& request = scene.picture.roster->requests.at(ask.asked.back());
    const std::string answer = !request.answer                      ? "nog geen antwoord"
                               : request.answer->value == YesNo::ja ? "zei ja"
                                                                    : "zei nee";
    if (ask.kind == Kind::request) return "gevraagd " + words::short_date(request.asked.time) + ", " + answer;
    return fmt::format("{} gevraagd {}, {}", words::person(scene.picture, request.asked.value.person),
                       words::short_date(request.asked.time), answer);
}

void draw_ask(Ui& ui, const Scene& scene, const DutyAsk& ask, const Rect& row) {
    const float y = row.centre().y + 6;
    ui::triangle(ui, {row.x + 24, row.centre().y}, 15,
                 ask.kind == Kind::gap ? ui.palette.critical : ui.palette.attention);
    float right = ui::text_right(ui, Style::strong16, {row.right() - padding, y}, ui.palette.text,
                                 ask.by <= scene.now ? std::string("nu")
                                                     : "vóór " + words::short_date_near(ask.by, scene.now));
    const std::string first = sentence(scene, ask), second = about(scene, ask);
    const float left = row.x + 46, wanted = ui::width(ui, Style::row16, first) + 24;
    if (left + wanted + 90 < right && !second.empty()) {
        const float width = ui::width(ui, Style::secondary15, second);
        const float from = std::max(left + wanted, right - 18 - width);
        ui::text_within(ui, Style::secondary15, {from, y}, right - 18 - from, ui.palette.dim, second);
        right = from;
    }
    ui::text_within(ui, Style::row16, {left, y}, right - left - 14, ui.palette.text, first);
}

} // namespace

float asks_height(const Ui& ui, std::size_t lines) {
    const std::size_t most = low(ui) ? 2 : 4;
    return ui::measure::section_head +
           ask_height(ui) * static_cast<float>(std::clamp<std::size_t>(lines, 1, most)) +
           (lines > most ? foot_height : 6);
}

Intents draw_asks(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto all = asks(scene, drafts); // a copy: a press below may open a dialog and choose another
    const auto* chosen = chosen_ask(scene, drafts);
    const std::string key = chosen == nullptr ? std::string() : chosen->key;
    Rect body = ui::panel(ui, rect, fmt::format("VRAAGT ACTIE · {} · eerste datum eerst", all.size()),
                          all.empty() ? "een jaar vooruit" : "J pak aan · ↑ ↓ kies");
    if (all.empty()) {
        ui::empty_text(ui, body, nothing_words(scene));
        return intents;
    }
    const bool more = ask_height(ui) * static_cast<float>(all.size()) > body.h;
    const Rect foot = more ? body.take_bottom(foot_height) : Rect{};
    const auto view = ui::list(ui, "vraagt-actie", body, static_cast<int>(all.size()), ask_height(ui));
    for (int i = view.first; i < view.end(); ++i) {
        const auto& ask = all[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        if (ui::row(ui, "vraagt/" + ask.key, view.row(i), ask.key == key) && !scene.looking_back)
            for (auto& intent : open_ask(scene, drafts, ask))
                intents.push_back(std::move(intent));
        draw_ask(ui, scene, ask, view.row(i));
    }
    ui::list_foot(ui, foot, view);
    return intents;
}

} // namespace regiekamer::panels::piket
