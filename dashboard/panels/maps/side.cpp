// Beside the map: which layers show, what one can do, and of what is chosen, what lies within it.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/inside.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/layer_words.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;
using Doing = MapDraft::Doing;

constexpr float line_height = 34, gap = 8;

/// A box to tick with its words; cut where they do not fit.
void draw_switch(Ui& ui, const Scene& scene, const Rect& place, const std::string& layer,
                 const std::string& words, const std::string& remark, Intents& intents) {
    const bool on = shows(scene, layer);
    if (ui::checkbox(ui, "kaart/" + layer, place, on, words)) intents.emplace_back(SetLayer{layer, !on});
    float right = place.right();
    const float needed = ui::width(ui, Style::row16, words) + ui::width(ui, Style::secondary15, remark) + 42;
    if (!remark.empty() && needed <= place.w) // the words matter more; the key works unseen too
        right =
            ui::text_right(ui, Style::secondary15, {right, place.centre().y + 5}, ui.palette.dim, remark) - 8;
    ui::text_within(ui, Style::row16, {place.x + 34, place.centre().y + 6}, right - place.x - 34,
                    on ? ui.palette.text : ui.palette.dim, words);
}

void draw_themes_list(Ui& ui, const Scene& scene, Rect& body, Intents& intents) {
    for (std::size_t i = 0; i < themes.size(); i += 2) {
        Rect line = body.take_top(line_height);
        const Rect left = line.take_left(line.w * 0.54F - gap / 2);
        line.take_left(gap);
        for (const auto& [place, at] : {std::pair{left, i}, {line, i + 1}}) {
            const std::string theme(themes.at(at));
            draw_switch(ui, scene, place, theme, theme == vulnerable_theme ? "kwetsbaar" : theme,
                        std::to_string(at + 1), intents);
        }
    }
}

struct OwnLine {
    std::string layer, words, remark;
};
std::vector<OwnLine> own_lines(const Scene& scene) {
    std::vector<OwnLine> lines;
    if (scene.layers == nullptr) return lines;
    for (const auto& tiles : scene.layers->tiles)
        lines.push_back({layer_id(tiles.name, true), tiles.name, "kaartbeeld"});
    for (const auto& layer : scene.layers->vectors)
        lines.push_back({layer_id(layer.name, false), layer.name,
                         words::counted(static_cast<std::int64_t>(layer.objects))});
    return lines;
}

/// A file that is not used, and why; whole under the mouse.
void draw_left_out(Ui& ui, const Rect& row, const Problem& problem) {
    const auto words = words::layer_file(problem) + ": " + words::layer_fault(problem);
    ui::triangle(ui, {row.x + 12, row.centre().y}, 13, ui.palette.attention);
    ui::text_within(ui, Style::row16, {row.x + 34, row.centre().y + 6}, row.w - 34, ui.palette.text, words);
    ui::tooltip(ui, row, words);
}

/// `most`: how much of the panel the list may take.
void draw_own(Ui& ui, const Scene& scene, Rect& body, float most, Intents& intents) {
    const auto lines = own_lines(scene);
    const auto bad = scene.layers == nullptr ? 0 : scene.layers->problems.size();
    ui::subsection(ui, body, fmt::format("EIGEN LAGEN · {}", lines.size()),
                   bad == 0 ? std::string() : fmt::format("{} niet gebruikt", bad));
    if (lines.empty() && bad == 0) {
        const std::string words = "Zet .geojson of .mbtiles in ~/.config/regiekamer/kaart en start opnieuw.";
        const float high = ui::wrapped_height(ui, Style::secondary15, body.w - 28, words) + 10;
        const Rect place = body.take_top(std::min(high, body.h));
        ui::text_wrapped(ui, Style::secondary15, place.inset(14, 2), ui.palette.dim, words);
        return;
    }
    const auto count = lines.size() + bad;
    const float high = std::min(std::max(line_height, most), line_height * static_cast<float>(count));
    const auto view =
        ui::list(ui, "kaart/lagen", body.take_top(high).inset(14, 0), static_cast<int>(count), line_height);
    for (int i = view.first; i < view.end(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        Rect row = view.row(i);
        row.w -= 12; // the bar of a list that scrolls stands there
        if (at >= lines.size()) {
            draw_left_out(ui, row, scene.layers->problems[at - lines.size()]);
            continue;
        }
        const auto& line = lines[at];
        draw_switch(ui, scene, row, line.layer, line.words, line.remark, intents);
    }
    if (view.above() + view.below() > 0) ui::list_foot(ui, body.take_top(26).inset(14, 0), view);
}

struct Button {
    std::string_view id, verb;
    ui::Key key;
    std::string_view type; ///< what comes of it; empty: nothing is said
    void (*does)(const Scene&, Drafts&, Intents&);
};

/// `beside`: how many stand on a line.
void draw_acts(Ui& ui, const Scene& scene, Rect& body, std::size_t beside, Drafts& drafts, Intents& intents) {
    using ui::Key;
    static constexpr std::array buttons{
        Button{"kaart/teken", "Teken", Key::d, AreaDrawn::type, begin_drawing},
        Button{"kaart/plaats", "Plaats", Key::h, PlaceMarked::type, begin_place},
        Button{"kaart/rook", "Rook", Key::v, AreaDrawn::type, begin_smoke},
        Button{"kaart/meet",
               "Meet",
               Key::l,
               {},
               [](const Scene&, Drafts& to, Intents&) { begin_measuring(to); }},
        Button{"kaart/wijzig", "Wijzig", Key::w, AreaDrawn::type, begin_moving},
        Button{"kaart/intrekken", "Trek in", Key::del, AreaRemoved::type, withdraw}};
    const float wide = (body.w - 28 + gap) / static_cast<float>(beside) - gap;
    for (std::size_t i = 0; i < buttons.size(); i += beside) {
        Rect line = body.take_top(44).inset(14, 0);
        body.take_top(gap);
        for (std::size_t next = i; next < i + beside; ++next) {
            const auto& button = buttons.at(next);
            const bool may =
                button.type.empty() ||
                (words::not_allowed(scene.user.function, button.type).empty() && !scene.looking_back);
            const auto key = ui::key_name(button.key);
            const Rect place = line.take_left(wide);
            line.take_left(gap);
            if (ui::button(ui, button.id, place, button.verb,
                           ui::button_width(ui, button.verb, key) <= wide ? key : std::string_view(),
                           may ? ui::ButtonKind::plain : ui::ButtonKind::disabled))
                button.does(scene, drafts, intents);
        }
    }
}

/// While something is drawn: how, how far it is, and its size.
void draw_doing(Ui& ui, Rect& body, Drafts& drafts, Intents& intents) {
    const auto& draft = drafts.map_board;
    const char* title = draft.doing == Doing::drawing  ? "TEKENEN"
                        : draft.doing == Doing::moving ? "WIJZIGEN"
                                                       : "METEN";
    ui::subsection(ui, body, fmt::format("{} · {} punten", title, draft.points.size()));
    geo::Ring ring;
    for (const auto& at : draft.points)
        ring.push_back(position(at));
    const std::string how = draft.doing == Doing::moving
                                ? "Sleep een punt, of kies het met [ ] en schuif met de pijlen (Shift is "
                                  "fijn). Spatie maakt er een "
                                  "bij, Backspace haalt het weg."
                                : "Klik op de kaart, of schuif het kruis met de pijlen (Shift is fijn) en "
                                  "druk op Spatie. Backspace "
                                  "haalt het laatste punt weg.";
    const std::string size = fmt::format("Lengte {} · oppervlakte {}", geo::length_text(geo::length_m(ring)),
                                         ring.size() < 3             ? "–"
                                         : geo::crosses_itself(ring) ? "onbekend, de rand kruist zichzelf"
                                                                     : geo::area_text(geo::area_m2(ring)));
    const auto say = [&](Style style, ui::Colour colour, const std::string& words) {
        const float high = ui::wrapped_height(ui, style, body.w - 28, words) + 8;
        ui::text_wrapped(ui, style, body.take_top(std::min(high, body.h)).inset(14, 2), colour, words);
    };
    say(Style::strong16, ui.palette.text, size);
    say(Style::secondary15, ui.palette.dim, "Gemeten over de aarde (geodetisch, WGS 84).");
    say(Style::secondary15, ui.palette.text, how);
    Rect line = body.take_top(44).inset(14, 0);
    const float wide = (line.w - gap) / 2;
    if (ui::button(ui, "kaart/klaar", line.take_left(wide),
                   draft.doing == Doing::measuring ? "Stop" : "Klaar", "Enter", ui::ButtonKind::main))
        finish(drafts, intents);
    line.take_left(gap);
    if (draft.doing != Doing::measuring && ui::button(ui, "kaart/stop", line, "Stop", "Esc")) stop(drafts);
    body.take_top(gap);
}

struct ChosenLine {
    bool head;
    std::string words;
};
std::vector<ChosenLine> chosen_lines(const Scene& scene, const geo::Ring& ring) {
    std::vector<ChosenLine> lines;
    for (const auto& within : what_lies_within(scene, ring)) {
        lines.push_back({true, fmt::format("{} · {}", within.group, within.names.size())});
        for (const auto& name : within.names)
            lines.push_back({false, name});
    }
    return lines;
}

void draw_within(Ui& ui, const Scene& scene, Rect body, const AreaDrawn& area) {
    const auto lines = chosen_lines(scene, area.polygon);
    if (lines.empty()) return ui::empty_text(ui, body, "In dit gebied ligt niets dat deze kaart kent.");
    const Rect foot = body.take_bottom(28);
    const auto view = ui::list(ui, "kaart/hierin", body.inset(14, 0), static_cast<int>(lines.size()), 26);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& line = lines[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        ui::text_within(ui, line.head ? Style::strong16 : Style::row16,
                        {row.x + (line.head ? 0.F : 16.F), row.y + 18}, row.w - 16,
                        line.head ? ui.palette.text : ui.palette.dim, line.words);
    }
    ui::page(ui, "kaart/hierin", view);
    ui::list_foot(ui, foot.inset(14, 0), view, {}, view.shown < view.count ? "[PgUp PgDn]" : "");
}

void draw_chosen_thing(Ui& ui, const Scene& scene, Rect body, const Drafts& drafts) {
    const auto say = [&](Style style, ui::Colour colour, const std::string& words) {
        const Rect line = body.take_top(26);
        if (line.h >= 20) ui::text_within(ui, style, {line.x + 14, line.y + 19}, line.w - 28, colour, words);
    };
    if (const auto* place = chosen_place(scene, drafts)) {
        const auto& mark = place->value;
        ui::subsection(ui, body, "GEKOZEN PLAATS", "[ ] · Esc");
        because(ui, body, {place->sequence});
        say(Style::strong17, ui.palette.text, mark.label);
        say(Style::row16, ui.palette.text,
            std::string(words::label(mark.kind)) + (mark.state ? " · " + *mark.state : std::string()));
        say(Style::secondary15, ui.palette.dim, geo::coordinate_text(mark.point));
        return;
    }
    if (const auto* area = chosen_area(scene, drafts)) {
        const auto& shape = area->value;
        const bool route = shape.kind == AreaKind::route;
        ui::subsection(ui, body, route ? "GEKOZEN ROUTE" : "WAT LIGT HIERIN", "[ ] · Esc");
        because(ui, body, {area->sequence});
        say(Style::strong17, ui.palette.text, fmt::format("{} · {}", words::label(shape.kind), shape.label));
        say(Style::secondary15, ui.palette.dim,
            fmt::format("{} · van {}",
                        route ? geo::length_text(geo::length_m(shape.polygon))
                              : geo::area_text(geo::area_m2(shape.polygon)),
                        words::clock_near(area->time, scene.now)));
        if (!route) draw_within(ui, scene, body, shape);
        return;
    }
    ui::subsection(ui, body, "GEKOZEN", "[ ] kies");
    ui::empty_text(ui, body, "Klik op een gebied of plaats, of druk op [ of ]: u ziet wat erin ligt.");
}

} // namespace

Intents draw_side(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto blows = wind(scene);
    Rect body = ui::panel(
        ui, rect, "KAART",
        blows ? fmt::format("wind {} · {}", wind_words(*blows), words::clock_near(blows->at, scene.now))
              : std::string("/ zoek"));
    body.take_top(4);
    Rect list = body.take_top(3 * line_height).inset(14, 0);
    draw_themes_list(ui, scene, list, intents);
    body.take_top(4);
    if (drafts.map_board.doing == Doing::looking) {
        const bool chosen = chosen_area(scene, drafts) != nullptr || chosen_place(scene, drafts) != nullptr;
        // what is chosen needs room of its own; else the layers have all but that of the buttons
        const float most = chosen ? std::min(4 * line_height, body.h * 0.25F) : body.h - 250;
        const bool low = chosen && body.h <= 560;
        if (!low) draw_own(ui, scene, body, most, intents);
        body.take_top(gap);
        draw_acts(ui, scene, body, low ? 3 : 2, drafts, intents);
        draw_chosen_thing(ui, scene, body, drafts);
    } else {
        draw_doing(ui, body, drafts, intents);
    }
    return intents;
}

} // namespace regiekamer::panels::maps
