// The map: its themes, the plot of INZET, and the view KAART in which one draws, measures and looks what lies
// where.
#pragma once

#include "dashboard/geo/shape.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/map_labels.hpp"
#include "dashboard/panels/panels.hpp"

#include <array>
#include <functional>
#include <span>

namespace regiekamer::panels::maps {

inline ui::Earth earth(const Position& at) {
    return {at.lat, at.lon};
}
inline Position position(const ui::Earth& at) {
    return {at.latitude, at.longitude};
}

// Themes: what can be switched on and off. An own layer also has a switch of its own, by its name.

inline constexpr std::string_view base_theme = "basiskaart", own_theme = "eigen lagen",
                                  incident_theme = "incident", event_theme = "evenementen",
                                  warning_theme = "waarschuwingen", vulnerable_theme = "kwetsbare objecten";
inline constexpr std::array themes{base_theme,  own_theme,     incident_theme,
                                   event_theme, warning_theme, vulnerable_theme};
/// Whether the theme or layer with this name is switched on.
bool shows(const Scene& scene, std::string_view name);
/// The name of an own layer among the switches: "laag/bomen", "tegels/luchtfoto".
std::string layer_id(std::string_view name, bool tiles);

/// What the user moved the map to, else what matters of the incident, else the municipality.
ui::MapView view_of(const Scene& scene, const Drafts& drafts, const ui::Rect& box);
/// Wheel, + and −, F: the view of this frame, kept when the user changed it.
void answer_zoom(ui::Ui& ui, const Scene& scene, const ui::Rect& box, Drafts& drafts, ui::MapView& view);
/// What the rectangle shows of the earth.
geo::Box shown_box(const ui::MapView& view);

/// How much of the own layers stood in view, and how much of that was not drawn because it lay too close;
/// and the name of an own base map whose tiles are too many from this far.
struct OwnDrawn {
    std::size_t in_view = 0, left_out = 0;
    std::string too_far;
};
/// All themes that are switched on, within `view.place`.
OwnDrawn draw_themes(ui::Ui& ui, const Scene& scene, const ui::MapView& view);
/// The user's own base maps, over the built-in one where they have a tile. The name of one that was left out
/// because its tiles are too many from this far; empty: none.
std::string draw_tiles(ui::Ui& ui, const Scene& scene, const ui::MapView& view, MapLabels& labels);
/// Beneath words that stand on a picture: so that they are read, whatever its colours. Elsewhere nothing.
void draw_ground(ui::Ui& ui, const MapLabels& labels, const ui::Rect& words);
/// A name of an own layer that wants a place beside its mark, once all that matters more has one.
struct OwnName {
    ui::Point at;
    const std::string* name;
    bool vulnerable;
};
OwnDrawn draw_own_layers(ui::Ui& ui, const Scene& scene, const ui::MapView& view,
                         std::vector<OwnName>& names);
void name_own_layers(ui::Ui& ui, std::span<const OwnName> names, MapLabels& labels);

/// The rings of a warning's area: its polygons and circles; of one that has none, the outsides of what the
/// user's layers have for its geocodes, as they are seen where one pixel is so many metres.
void each_ring(const Scene& scene, const WarningArea& area, double metres_a_pixel,
               const std::function<void(std::span<const Position>)>& take);
bool has_shape(const Scene& scene, const WarningArea& area);

/// What matters and the map does not show, in words: a theme that is switched off, a warning without a shape.
struct NotShown {
    std::string words;
    bool grave = false;
    std::size_t more = 0; ///< behind this one, not told
};
/// The gravest first, at most so many.
std::vector<NotShown> not_shown(const Scene& scene, std::size_t most);
/// Takes a strip for them from the bottom of the map: they lie on nothing. Empty when there are none.
ui::Rect take_not_shown(const Scene& scene, ui::Rect& box);
void draw_not_shown(ui::Ui& ui, const Scene& scene, const ui::Rect& strip);

ui::Colour area_colour(const ui::Ui& ui, AreaKind kind);
/// On the screen, without points that lie so close that they say nothing more: vertices do cost.
std::vector<ui::Point> on_screen(const ui::MapView& view, std::span<const Position> line);
/// Scale bar with its length; returns the x where it ends.
float draw_scale(ui::Ui& ui, const ui::MapView& view, const ui::Rect& foot);

// The view KAART.

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);
Intents draw_board(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_side(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

/// Where the cross stands: moved by the user, else the middle of the map.
Position cursor(const Scene& scene, const Drafts& drafts);
/// Moves cross and map to a place, near enough to see the street.
void go_to(Drafts& drafts, const Position& at);

/// What is chosen; nullptr: nothing, or something of another moment.
const picture::Known<AreaDrawn>* chosen_area(const Scene& scene, const Drafts& drafts);
const picture::Known<PlaceMarked>* chosen_place(const Scene& scene, const Drafts& drafts);
/// Chooses what lies there; false: nothing does.
bool choose_at(const Scene& scene, const ui::MapView& view, ui::Point at, Drafts& drafts);
/// The next or previous of areas and places, in the order of being drawn.
void choose_next(const Scene& scene, Drafts& drafts, int step);

// What can be done; each explains itself when it cannot.

void begin_drawing(const Scene& scene, Drafts& drafts, Intents& intents);
void begin_measuring(Drafts& drafts);
void begin_place(const Scene& scene, Drafts& drafts, Intents& intents);
void begin_smoke(const Scene& scene, Drafts& drafts, Intents& intents);
void begin_moving(const Scene& scene, Drafts& drafts, Intents& intents);
void withdraw(const Scene& scene, Drafts& drafts, Intents& intents);
/// Ends drawing, measuring or moving.
void finish(Drafts& drafts, Intents& intents);
void stop(Drafts& drafts);
void add_point(Drafts& drafts, const ui::Earth& at);
void remove_point(Drafts& drafts);

Intents area(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents place(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents smoke(ui::Ui& ui, const Scene& scene, Drafts& drafts);

/// A measured wind: where it comes from, and how hard it blew then.
struct Wind {
    std::optional<double> from; ///< degrees; none: calm, or from all sides in turn
    std::string station;
    Instant at;
    std::optional<double> speed;   ///< metres a second
    std::optional<Position> point; ///< of the station
};
/// The last one of all stations; none: nothing of these hours.
std::optional<Wind> wind(const Scene& scene);
/// "ZW 5 Bft", or "ZW" where the force is not known; "windstil", "veranderlijk 2 Bft".
std::string wind_words(const Wind& wind);
/// An arrow at the stations in view, else at the incident, else at `otherwise`; nothing of hours ago.
void draw_wind(ui::Ui& ui, const Scene& scene, const ui::MapView& view, ui::Point otherwise,
               MapLabels& labels);
/// "220", "220°", "ZW": degrees that the wind comes from; none: neither.
std::optional<double> read_wind(std::string_view typed);
/// "800", "800 m", "1,5 km": metres, from 10 m to 100 km.
std::optional<double> read_distance(std::string_view typed);

} // namespace regiekamer::panels::maps
