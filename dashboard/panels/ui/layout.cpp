// The zones of the look, stretched and shrunk: columns and heights share what there is by the look's numbers,
// but a zone keeps its least useful height as long as there is room for everybody's.
#include "dashboard/panels/ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regiekamer::ui {

namespace {

constexpr float gap = 10;

/// Cuts `box` into strips by `weights`, none below its `least` while that is possible, gaps between them.
template <std::size_t n>
std::array<Rect, n> split(Rect box, std::array<float, n> weights, std::array<float, n> least, bool columns,
                          float between = gap) {
    const float room = std::max(0.F, (columns ? box.w : box.h) - between * static_cast<float>(n - 1));
    std::array<bool, n> fixed{};
    std::array<float, n> sizes{};
    const float all_least = std::accumulate(least.begin(), least.end(), 0.F);
    if (all_least >= room) { // not even the least fits: share by it
        for (std::size_t i = 0; i < n; ++i)
            sizes[i] = room * least[i] / std::max(1.F, all_least);
    } else {
        for (bool again = true; again;) {
            again = false;
            float left = room, weight = 0;
            for (std::size_t i = 0; i < n; ++i)
                (fixed[i] ? left : weight) += fixed[i] ? -least[i] : weights[i];
            for (std::size_t i = 0; i < n; ++i) {
                sizes[i] = fixed[i] ? least[i] : left * weights[i] / weight;
                if (!fixed[i] && sizes[i] < least[i]) fixed[i] = again = true;
            }
        }
    }
    std::array<Rect, n> parts{};
    for (std::size_t i = 0; i < n; ++i) {
        const bool last = i + 1 == n;
        const float size = last ? (columns ? box.w : box.h) : std::round(sizes[i]);
        parts[i] = columns ? box.take_left(size) : box.take_top(size);
        if (!last) columns ? box.take_left(between) : box.take_top(between);
    }
    return parts;
}

template <std::size_t n>
std::array<Rect, n> stack(const Rect& box, std::array<float, n> weights, std::array<float, n> least) {
    return split<n>(box, weights, least, false);
}
template <std::size_t n>
std::array<Rect, n> side_by_side(const Rect& box, std::array<float, n> weights) {
    return split<n>(box, weights, {}, true);
}

Fit fit_of(float width, float height) {
    if (width < 700 || height < 440) return Fit::tiny;
    if (width < 1200 || height < 600) return Fit::tabs;
    return width < 1700 ? Fit::narrow : Fit::wide;
}

bool one_column(const Zones& zones) {
    return zones.fit == Fit::tabs || zones.fit == Fit::tiny;
}

HeaderCells cells_on_one_line(const Rect& header, Fit fit) {
    // The incident takes what is over on a wide screen; on one too narrow for the look all cells shrink
    // alike.
    std::array<float, 7> wide{200, 280, 562, 250, 236, 214, 160}, narrow{150, 236, 256, 204, 184, 156, 160};
    std::array<float, 7> sizes = fit == Fit::wide ? wide : narrow;
    const float total = std::accumulate(sizes.begin(), sizes.end(), 0.F);
    if (header.w >= total)
        sizes[2] += header.w - total;
    else if (fit == Fit::wide && header.w >= total - 200)
        sizes[2] -= total - header.w;
    else
        for (float& size : sizes)
            size *= header.w / total;
    const auto parts = split<7>(header, sizes, {}, true, 0);
    return {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]};
}

HeaderCells cells_on_two_lines(Rect header, Fit fit) {
    HeaderCells cells;
    if (fit == Fit::tiny) {
        const auto first =
            split<3>(header.take_top(std::round(header.h * 0.5F)), {150, 250, 240}, {}, true, 0);
        const auto second = split<3>(header, {280, 200, 160}, {}, true, 0);
        cells.mode = first[0], cells.grip = first[1], cells.clock = first[2];
        cells.incident = second[0], cells.data = second[1], cells.alarms = second[2];
        return cells;
    }
    const auto first =
        split<4>(header.take_top(std::round(header.h * 0.54F)), {200, 280, 240, 200}, {}, true, 0);
    const auto second = split<3>(header, {400, 290, 230}, {}, true, 0);
    cells.mode = first[0], cells.grip = first[1], cells.clock = first[2], cells.alarms = first[3];
    cells.incident = second[0], cells.meeting = second[1], cells.data = second[2];
    return cells;
}

constexpr std::array<std::string_view, 4> inzet_names{"VOOR MIJ", "OPKOMST · WATER", "PLOT", "LOGBOEK"};
constexpr std::array<std::string_view, 6> inzet_short{"MIJ", "AND.", "OPK.", "PLOT", "LOG", "WATER"};
constexpr std::array<std::string_view, 4> gewekt_names{"ANTWOORD", "EERSTE 4", "BEL", "NIET ZEKER"};
constexpr std::array<std::string_view, 5> gewekt_short{"KOMT U?", "WAT", "WAAR", "EERSTE 4", "BEL"};
constexpr std::array<std::string_view, 5> rust_names{"PIKET", "7 DAGEN", "OVERDRACHT", "KAN HET", "WATER"};
constexpr std::array<std::string_view, 5> rust_short{"PIKET", "DAGEN", "OPEN", "KAN HET", "WATER"};
constexpr std::array<std::string_view, 5> exercise_names{"DRAAIBOEK", "TIJDLIJN", "DOELEN", "REACTIES",
                                                         "WAARNEMING"};
constexpr std::array<std::string_view, 5> exercise_short{"BOEK", "TIJD", "DOEL", "REACT.", "WAARN."};
constexpr std::array<std::string_view, 3> event_names{"LIJST", "EVENEMENT", "DE DAG"};
constexpr std::array<std::string_view, 2> roster_names{"ROOSTER", "OVERDRACHT"};
constexpr std::array<std::string_view, 2> feed_names{"KOPPELINGEN", "OPZIJ GELEGD"};
constexpr std::array<std::string_view, 4> meeting_names{"KLOK", "LIJST", "VERSLAG", "BEELD"};
constexpr std::array<std::string_view, 3> grip_names{"LADDER", "OPKOMST", "KLOKKEN"};
constexpr std::array<std::string_view, 2> map_names{"KAART", "LAGEN"};
constexpr std::array<std::string_view, 4> staffing_names{"POSTEN", "GEOEFEND", "PLAN", "MIST"};

} // namespace

Zones zones(float pixel_width, float pixel_height, float scale) {
    const float width = std::max(1.F, std::floor(pixel_width / scale)),
                height = std::max(1.F, std::floor(pixel_height / scale));
    Zones z;
    z.fit = fit_of(width, height);
    z.screen = {0, 0, width, height};
    const bool tiny = z.fit == Fit::tiny, tabs = z.fit == Fit::tabs;
    const float space = tiny ? 4 : tabs ? 6 : gap;
    Rect rest = z.screen.inset(tiny ? 9.F : gap, 0);
    rest.take_top(8);
    rest.take_bottom(tiny ? 9.F : gap);
    z.header = rest.take_top(tiny ? 76 : tabs ? 112 : 88);
    rest.take_top(tiny ? 4 : tabs ? 6 : gap);
    z.alarm_line = rest.take_top(tiny ? 40 : 44);
    rest.take_top(space);
    if (tiny || tabs) {
        z.tabs = rest.take_top(tiny ? 36 : 44);
        rest.take_top(space);
    }
    if (!tiny) {
        z.bottom = rest.take_bottom(tabs ? 60 : 68);
        rest.take_bottom(space);
    }
    z.body = rest;
    z.cells = tiny || tabs ? cells_on_two_lines(z.header, z.fit) : cells_on_one_line(z.header, z.fit);
    return z;
}

namespace {

constexpr float least_width = 640, least_height = 380;

/// The three columns of most views: sides by the look, the middle takes most of what a wider screen gives.
std::array<Rect, 3> columns(const Zones& z, float left, float right) {
    const float extra = std::max(0.F, z.body.w - 1900);
    if (z.fit == Fit::narrow) left = right = std::min(380.F, z.body.w * 0.32F);
    left += std::round(extra * 0.18F);
    right += std::round(extra * 0.18F);
    Rect rest = z.body;
    std::array<Rect, 3> three;
    three[0] = rest.take_left(left);
    three[2] = rest.take_right(right);
    rest.take_left(gap);
    rest.take_right(gap);
    three[1] = rest;
    return three;
}

template <std::size_t n>
std::span<const std::string_view> names_for(Fit fit, const std::array<std::string_view, n>& names) {
    if (fit == Fit::tabs || fit == Fit::tiny) return names;
    return {};
}

} // namespace

float text_scale(int percent, float pixel_width, float pixel_height) {
    const float most = std::min(pixel_width / least_width, pixel_height / least_height);
    const float fits = std::floor(most * 20 + 0.001F) / 20;
    return std::max(0.8F, std::min(static_cast<float>(percent) / 100, fits));
}

std::span<const std::string_view> inzet_tabs(Fit fit) {
    if (fit == Fit::tiny) return inzet_short;
    return names_for(fit, inzet_names);
}
std::span<const std::string_view> gewekt_tabs(Fit fit) {
    if (fit == Fit::tiny) return gewekt_short;
    return names_for(fit, gewekt_names);
}
std::span<const std::string_view> rust_tabs(Fit fit) {
    if (fit == Fit::tiny) return rust_short;
    return names_for(fit, rust_names);
}
std::span<const std::string_view> exercise_tabs(Fit fit) {
    if (fit == Fit::tiny) return exercise_short;
    return names_for(fit, exercise_names);
}
std::span<const std::string_view> event_tabs(Fit fit) {
    return names_for(fit, event_names);
}
std::span<const std::string_view> roster_tabs(Fit fit) {
    return names_for(fit, roster_names);
}

std::span<const std::string_view> staffing_tabs(Fit fit) {
    return names_for(fit, staffing_names);
}

std::span<const std::string_view> feed_tabs(Fit fit) {
    return names_for(fit, feed_names);
}

std::span<const std::string_view> meeting_tabs(Fit fit) {
    return names_for(fit, meeting_names);
}

std::span<const std::string_view> grip_tabs(Fit fit) {
    return names_for(fit, grip_names);
}

std::span<const std::string_view> map_tabs(Fit fit) {
    return names_for(fit, map_names);
}

InzetZones inzet_zones(const Zones& z, int tab) {
    InzetZones at;
    if (z.fit == Fit::tiny) {
        const std::array order{&at.mine, &at.others, &at.attendance, &at.plot, &at.logbook, &at.water};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 5))) = z.body;
        return at;
    }
    if (z.fit == Fit::tabs) {
        const auto halves = side_by_side<2>(z.body, {1, 1});
        if (tab <= 0) at.mine = halves[0], at.others = halves[1];
        if (tab == 1) at.attendance = halves[0], at.water = halves[1];
        if (tab == 2) at.plot = z.body;
        if (tab >= 3) at.logbook = z.body;
        return at;
    }
    const auto [left, middle, right] = columns(z, 470, 480);
    const auto mine = stack<2>(left, {360, 462}, {272, 150});
    const auto plot = stack<2>(middle, {470, 352}, {240, 200});
    const auto attendance = stack<2>(right, {430, 392}, {430, 72});
    at = {mine[0], mine[1], plot[0], plot[1], attendance[0], attendance[1]};
    return at;
}

GewektZones gewekt_zones(const Zones& z, int tab) {
    GewektZones at;
    if (z.fit == Fit::tiny) {
        const std::array order{&at.answer, &at.what, &at.where, &at.first_four, &at.call};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 4))) = z.body;
        return at;
    }
    if (z.fit == Fit::tabs) {
        if (tab == 1) at.first_four = z.body;
        if (tab == 2) at.call = z.body;
        if (tab >= 3) at.uncertain = z.body;
        if (tab > 0) return at;
        const auto rows = stack<2>(z.body, {220, 180}, {100, 110});
        const auto top = side_by_side<3>(rows[0], {4, 3, 2.4F});
        at.what = top[0], at.where = top[1], at.counter = top[2], at.answer = rows[1];
        return at;
    }
    const auto both = side_by_side<2>(z.body, {1250, 640});
    const auto left = stack<4>(both[0], {230, 200, 180, 192}, {110, 110, 136, 128});
    const auto right = stack<3>(both[1], {190, 290, 332}, {110, 222, 140});
    return {left[0], left[1], left[2], left[3], right[0], right[1], right[2]};
}

RustZones rust_zones(const Zones& z, int tab) {
    RustZones at;
    if (one_column(z)) {
        const std::array order{&at.duty, &at.days, &at.handover, &at.ready, &at.water};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 4))) = z.body;
        return at;
    }
    const auto [left, middle, right] = columns(z, 470, 480);
    const auto days = stack<2>(middle, {500, 322}, {300, 160});
    const auto ready = stack<2>(right, {400, 422}, {240, 200});
    return {left, days[0], days[1], ready[0], ready[1]};
}

ExerciseZones exercise_zones(const Zones& z, int tab) {
    ExerciseZones at;
    if (one_column(z)) {
        const std::array order{&at.script, &at.roles, &at.aims, &at.expected, &at.observations};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 4))) = z.body;
        return at;
    }
    const auto three = side_by_side<3>(z.body, {620, 770, 490});
    const auto middle = stack<2>(three[1], {500, 322}, {240, 160});
    const auto right = stack<2>(three[2], {500, 322}, {240, 160});
    return {three[0], middle[0], middle[1], right[0], right[1]};
}

EventZones event_zones(const Zones& z, int tab) {
    EventZones at;
    if (one_column(z)) {
        const std::array order{&at.list, &at.detail, &at.side};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 2))) = z.body;
        return at;
    }
    const auto three = side_by_side<3>(z.body, {560, 850, 470});
    return {three[0], three[1], three[2]};
}

RosterZones roster_zones(const Zones& z, int tab) {
    RosterZones at;
    if (one_column(z)) {
        (tab <= 0 ? at.roster : at.side) = z.body;
        return at;
    }
    const auto two = split<2>(z.body, {1390, 500}, {400, 360}, true);
    return {two[0], two[1]};
}

StaffingZones staffing_zones(const Zones& z, int tab) {
    StaffingZones at;
    if (one_column(z)) {
        const std::array order{&at.posts, &at.skills, &at.plan, &at.gaps};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 3))) = z.body;
        return at;
    }
    const auto [left, middle, right] = columns(z, 560, 560);
    const auto plan = stack<2>(right, {500, 322}, {240, 160});
    return {left, middle, plan[0], plan[1]};
}

FeedZones feed_zones(const Zones& z, int tab) {
    FeedZones at;
    if (one_column(z)) {
        (tab <= 0 ? at.list : at.aside) = z.body;
        return at;
    }
    const auto two = split<2>(z.body, {945, 945}, {400, 360}, true);
    return {two[0], two[1]};
}

MeetingZones meeting_zones(const Zones& z, int tab) {
    MeetingZones at;
    if (one_column(z)) {
        const std::array order{&at.clock, &at.list, &at.record, &at.situation};
        *order.at(static_cast<std::size_t>(std::clamp(tab, 0, 3))) = z.body;
        return at;
    }
    const auto [left, middle, right] = columns(z, 400, 480);
    const auto clock = stack<2>(left, {300, 522}, {250, 160});
    return {clock[0], clock[1], middle, right};
}

Rect whole_zone(const Zones& z) {
    if (z.tabs.empty()) return z.body;
    return {z.body.x, z.tabs.y, z.body.w, z.body.bottom() - z.tabs.y};
}

MapZones map_zones(const Zones& z, int tab) {
    MapZones at;
    if (one_column(z)) {
        (tab <= 0 ? at.map : at.side) = z.body;
        return at;
    }
    at.map = z.body;
    at.side = at.map.take_right(z.fit == Fit::wide ? 420 : 340);
    at.map.take_right(gap);
    return at;
}

ActionZones action_zones(const Zones& z) {
    Rect list = whole_zone(z);
    if (z.fit != Fit::wide && z.fit != Fit::narrow) return {list, {}};
    const Rect chosen = list.take_right(z.fit == Fit::wide ? 490 : 380);
    list.take_right(gap);
    return {list, chosen};
}

GripZones grip_zones(const Zones& z, int tab) {
    GripZones at;
    if (one_column(z)) {
        if (tab <= 0) at.ladder = z.body;
        if (tab == 1) at.teams = z.body;
        // The clocks keep what they ask; the incidents stand beneath them where there is room.
        if (tab >= 2) {
            at.clocks = z.body;
            if (z.body.h > 420) {
                at.incidents = at.clocks.take_bottom(z.body.h - 232);
                at.clocks.take_bottom(gap);
            }
        }
        return at;
    }
    Rect right = z.body;
    Rect left = right.take_left(std::round(right.w * 0.47F));
    right.take_left(gap);
    at.ladder = left.take_top(std::round(left.h * 0.66F));
    left.take_top(gap);
    at.history = left;
    at.teams = right.take_top(std::round(right.h * 0.66F));
    right.take_top(gap);
    at.clocks = right.take_left(std::round(right.w * 0.5F));
    right.take_left(gap);
    at.incidents = right;
    return at;
}

Rect tab_at(const Rect& strip, int index, int count) {
    const float space = strip.w < 700 ? 2.F : 6.F;
    const float wide =
        (strip.w - space * static_cast<float>(count - 1)) / static_cast<float>(std::max(1, count));
    return {strip.x + (wide + space) * static_cast<float>(index), strip.y, wide, strip.h};
}

} // namespace regiekamer::ui
