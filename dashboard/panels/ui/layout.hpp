// Where everything stands, as pure functions of the window's size. The header and the alarm line stand at one
// place in every view and state. Decided on logical size (pixels ÷ scale): wide from 1700, narrow from 1200,
// tabs below, and a last resort (tiny) for 200 % on a small screen. An empty rectangle means: not shown here.
#pragma once

#include "dashboard/panels/ui/geometry.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace regiekamer::ui {

enum class Fit : std::uint8_t {
    wide,
    narrow, ///< smaller clock and title, due time under the action, water on two lines
    tabs,   ///< one view at a time; header on two lines
    tiny    ///< the same with the fewest header cells and no time line
};

/// The header's cells, left to right. In `tiny` each has room for one line, and meeting is empty.
struct HeaderCells {
    Rect mode, grip, incident, meeting, clock, data, alarms;
};

/// What every view has. `body` is what lies between the alarm line (and tabs) and the bottom bar.
struct Zones {
    Fit fit = Fit::wide;
    Rect screen, header;
    HeaderCells cells;
    Rect alarm_line;
    Rect tabs; ///< empty when wide or narrow
    Rect body;
    Rect bottom; ///< time line, transport or view keys; empty when tiny
};
Zones zones(float pixel_width, float pixel_height, float scale);
/// The scale of the text for who asked `percent`: less where a screen of these pixels would not hold the
/// views (no layout is smaller than 640 × 380 logical pixels), in steps of 5 %, never below 80 %.
float text_scale(int percent, float pixel_width, float pixel_height);

struct InzetZones {
    Rect mine, others, plot, logbook, attendance, water;
};
struct GewektZones {
    Rect what, where, answer, first_four, counter, call, uncertain;
};
struct RustZones {
    Rect duty, days, handover, ready, water;
};
/// Oefenleiding: draaiboek, time line per role above the aims, expected reactions above observations.
struct ExerciseZones {
    Rect script, roles, aims, expected, observations;
};
struct EventZones {
    Rect list, detail, side;
};
struct RosterZones {
    Rect roster, side;
};

/// Bezetting: posts left, training records in the middle, the plan of the year above what it leaves open.
struct StaffingZones {
    Rect posts, skills, plan, gaps;
};

/// Overleg: the clock above the list, the record in the middle, the netcentrisch beeld right.
struct MeetingZones {
    Rect clock, list, record, situation;
};

/// Koppelingen: the feeds, and what the chosen one set aside.
struct FeedZones {
    Rect list, aside;
};

/// Acties: the list, and beside it the chosen one where there is room.
struct ActionZones {
    Rect list, chosen;
};

/// Kaart: the map, and beside it the layers, what can be done and what is chosen.
struct MapZones {
    Rect map, side;
};

/// GRIP: the ladder above what was decided; opkomst above the clocks of the public and the incidents.
struct GripZones {
    Rect ladder, history, teams, clocks, incidents;
};

/// The names of a view's tabs, for `fit` tabs or tiny; empty otherwise. `tab` below is an index into these.
std::span<const std::string_view> inzet_tabs(Fit fit);
std::span<const std::string_view> gewekt_tabs(Fit fit);
std::span<const std::string_view> rust_tabs(Fit fit);
std::span<const std::string_view> exercise_tabs(Fit fit);
std::span<const std::string_view> event_tabs(Fit fit);
std::span<const std::string_view> roster_tabs(Fit fit);
std::span<const std::string_view> staffing_tabs(Fit fit);
std::span<const std::string_view> feed_tabs(Fit fit);
std::span<const std::string_view> meeting_tabs(Fit fit);
std::span<const std::string_view> grip_tabs(Fit fit);
std::span<const std::string_view> map_tabs(Fit fit);

InzetZones inzet_zones(const Zones& zones, int tab = 0);
GewektZones gewekt_zones(const Zones& zones, int tab = 0);
RustZones rust_zones(const Zones& zones, int tab = 0);
ExerciseZones exercise_zones(const Zones& zones, int tab = 0);
EventZones event_zones(const Zones& zones, int tab = 0);
RosterZones roster_zones(const Zones& zones, int tab = 0);
StaffingZones staffing_zones(const Zones& zones, int tab = 0);
FeedZones feed_zones(const Zones& zones, int tab = 0);
MeetingZones meeting_zones(const Zones& zones, int tab = 0);
ActionZones action_zones(const Zones& zones);
GripZones grip_zones(const Zones& zones, int tab = 0);
MapZones map_zones(const Zones& zones, int tab = 0);
/// One panel needs no tabs: it takes their place too.
Rect whole_zone(const Zones& zones);

/// One tab of `count` in the strip.
Rect tab_at(const Rect& strip, int index, int count);

} // namespace regiekamer::ui
