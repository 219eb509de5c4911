// The zones: the look's numbers at the look's sizes, and never an overlap or a zone outside the window.
#include "dashboard/panels/ui/layout.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/property.hpp"

#include <string>
#include <vector>

namespace layout_test {

using namespace regiekamer::ui;

namespace {

std::vector<Rect> shown(std::initializer_list<Rect> all) {
    std::vector<Rect> some;
    for (const Rect& one : all)
        if (!one.empty()) some.push_back(one);
    return some;
}

std::vector<std::vector<Rect>> views(const Zones& z, int tab) {
    const InzetZones i = inzet_zones(z, tab);
    const GewektZones g = gewekt_zones(z, tab);
    const RustZones r = rust_zones(z, tab);
    const ExerciseZones e = exercise_zones(z, tab);
    const EventZones v = event_zones(z, tab);
    const RosterZones o = roster_zones(z, tab);
    const StaffingZones s = staffing_zones(z, tab);
    const FeedZones f = feed_zones(z, tab);
    const MeetingZones m = meeting_zones(z, tab);
    const GripZones p = grip_zones(z, tab);
    return {shown({i.mine, i.others, i.plot, i.logbook, i.attendance, i.water}),
            shown({g.what, g.where, g.answer, g.first_four, g.counter, g.call, g.uncertain}),
            shown({r.duty, r.days, r.handover, r.ready, r.water}),
            shown({e.script, e.roles, e.aims, e.expected, e.observations}),
            shown({v.list, v.detail, v.side}),
            shown({o.roster, o.side}),
            shown({s.posts, s.skills, s.plan, s.gaps}),
            shown({f.list, f.aside}),
            shown({m.clock, m.list, m.record, m.situation}),
            shown({p.ladder, p.history, p.teams, p.clocks, p.incidents})};
}

bool apart(const std::vector<Rect>& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = i + 1; k < all.size(); ++k)
            if (all[i].overlaps(all[k])) return false;
    return true;
}

bool all_within(const Rect& outer, const std::vector<Rect>& all) {
    // Sums of floats: half a pixel is no overlap that shows.
    const Rect room{outer.x - 0.5F, outer.y - 0.5F, outer.w + 1, outer.h + 1};
    for (const Rect& one : all)
        if (!room.contains(one)) return false;
    return true;
}

std::vector<Rect> cells_of(const Zones& z) {
    const HeaderCells& c = z.cells;
    return shown({c.mode, c.grip, c.incident, c.meeting, c.clock, c.data, c.alarms});
}

/// Checks one window; false says that something overlaps or sticks out.
bool sound(float width, float height, float scale) {
    const Zones z = zones(width, height, scale);
    const Rect inner = z.screen.inset(8); // the exercise frame keeps its eight pixels
    const auto bars = shown({z.header, z.alarm_line, z.tabs, z.body, z.bottom});
    if (!apart(bars) || !all_within(inner, bars) || z.body.empty()) return false;
    if (!all_within(z.header, cells_of(z))) return false;
    const int tabs = static_cast<int>(std::max<std::size_t>(1, inzet_tabs(z.fit).size()));
    for (int tab = 0; tab < tabs; ++tab)
        for (const auto& view : views(z, tab))
            if (view.empty() || !apart(view) || !all_within(z.body, view)) return false;
    return true;
}

} // namespace

TEST_CASE("at 1920×1080 the zones are those of the look") {
    const Zones z = zones(1920, 1080, 1);
    CHECK(z.fit == Fit::wide);
    CHECK(z.header == Rect{10, 8, 1900, 88});
    CHECK(z.alarm_line == Rect{10, 106, 1900, 44});
    CHECK(z.bottom == Rect{10, 1002, 1900, 68});
    CHECK(z.cells.mode.w == 200);
    CHECK(z.cells.grip.w == 280);
    CHECK(z.cells.clock.w == 236);
    CHECK(z.cells.alarms.right() == 1910);
    const InzetZones i = inzet_zones(z);
    CHECK(i.mine == Rect{10, 160, 470, 360});
    CHECK(i.others == Rect{10, 530, 470, 462});
    CHECK(i.plot == Rect{490, 160, 930, 470});
    CHECK(i.logbook == Rect{490, 640, 930, 352});
    CHECK(i.attendance == Rect{1430, 160, 480, 430});
    CHECK(i.water == Rect{1430, 600, 480, 392});
    const GewektZones g = gewekt_zones(z);
    CHECK(g.what == Rect{10, 160, 1250, 230});
    CHECK(g.where == Rect{10, 400, 1250, 200});
    CHECK(g.answer == Rect{10, 610, 1250, 180});
    CHECK(g.first_four == Rect{10, 800, 1250, 192});
    CHECK(g.counter == Rect{1270, 160, 640, 190});
    CHECK(g.call == Rect{1270, 360, 640, 290});
    CHECK(g.uncertain == Rect{1270, 660, 640, 332});
    const RustZones r = rust_zones(z);
    CHECK(r.duty == Rect{10, 160, 470, 832});
    CHECK(r.days == Rect{490, 160, 930, 500});
    CHECK(r.ready == Rect{1430, 160, 480, 400});
    CHECK(r.water == Rect{1430, 570, 480, 422});
    const ExerciseZones e = exercise_zones(z);
    CHECK(e.script == Rect{10, 160, 620, 832});
    CHECK(e.roles == Rect{640, 160, 770, 500});
    CHECK(e.observations == Rect{1420, 670, 490, 322});
    CHECK(event_zones(z).detail == Rect{580, 160, 850, 832});
    CHECK(roster_zones(z).roster == Rect{10, 160, 1390, 832});
}

TEST_CASE("at 1366×768 it is narrow: columns of 380, header cells of the look") {
    const Zones z = zones(1366, 768, 1);
    CHECK(z.fit == Fit::narrow);
    CHECK(z.cells.mode.w == 150);
    CHECK(z.cells.clock.w == 184);
    CHECK(z.bottom == Rect{10, 690, 1346, 68});
    const InzetZones i = inzet_zones(z);
    CHECK(i.mine == Rect{10, 160, 380, 272});
    CHECK(i.others == Rect{10, 442, 380, 238});
    CHECK(i.plot.x == 400);
    CHECK(i.plot.w == 566);
    CHECK(i.attendance.x == 976);
    CHECK(i.attendance.h >= 430);
    CHECK(i.water.h >= 70);
}

TEST_CASE("200 % of 1920×1080 is a view at a time, and 800×600 at 200 % still works") {
    const Zones z = zones(1920, 1080, 2);
    CHECK(z.fit == Fit::tabs);
    CHECK(inzet_tabs(z.fit).size() == 4);
    CHECK(z.body.h >= 200);
    CHECK_FALSE(inzet_zones(z, 0).mine.empty());
    CHECK(inzet_zones(z, 0).plot.empty());
    CHECK_FALSE(inzet_zones(z, 2).plot.empty());
    const Zones small = zones(800, 600, 2);
    CHECK(small.fit == Fit::tiny);
    CHECK(small.body.h >= 100);
    CHECK_FALSE(small.cells.mode.empty());
    CHECK_FALSE(small.cells.grip.empty());
    CHECK_FALSE(small.cells.alarms.empty());
    CHECK_FALSE(gewekt_zones(small).answer.empty());
}

TEST_CASE("every view has a tab for each of its zones when there is one at a time") {
    for (const Zones& z : {zones(1920, 1080, 2), zones(800, 600, 2)}) {
        std::array<int, 6> met{};
        for (int tab = 0; tab < static_cast<int>(inzet_tabs(z.fit).size()); ++tab) {
            const InzetZones i = inzet_zones(z, tab);
            const std::array all{i.mine, i.others, i.plot, i.logbook, i.attendance, i.water};
            for (std::size_t k = 0; k < all.size(); ++k)
                met.at(k) += all.at(k).empty() ? 0 : 1;
        }
        for (const int times : met)
            CHECK(times == 1);
    }
}

TEST_CASE("header and alarm line stand at one place whatever the view") {
    for (const float width : {1200.F, 1366.F, 1700.F, 1920.F, 2560.F, 3840.F}) {
        const Zones z = zones(width, 1080, 1);
        CHECK(z.header == Rect{10, 8, width - 20, 88});
        CHECK(z.alarm_line == Rect{10, 106, width - 20, 44});
    }
}

TEST_CASE("no zones overlap or leave the window, at any size and scale") {
    for (const auto& [width, height] : {std::pair{1366, 768},
                                        {1280, 800},
                                        {1440, 900},
                                        {1600, 900},
                                        {1680, 1050},
                                        {1920, 1080},
                                        {1920, 1200},
                                        {2560, 1440},
                                        {3440, 1440},
                                        {3840, 2160},
                                        {800, 600}})
        for (const float scale : {0.8F, 0.9F, 1.F, 1.1F, 1.25F, 1.5F, 1.75F, 2.F}) {
            INFO(width << "x" << height << " at " << scale);
            CHECK(sound(static_cast<float>(width), static_cast<float>(height), scale));
        }
    holds("also for odd sizes", [] {
        const auto width = static_cast<float>(any_between(640, 4000));
        const auto height = static_cast<float>(any_between(480, 2400));
        const auto percent = static_cast<float>(any_between(80, 201));
        MUST(sound(width, height, percent / 100));
    });
}

TEST_CASE(
    "one panel takes the place of the tabs too; the chosen action stands beside the list where it fits") {
    for (const Zones& z : {zones(1920, 1080, 1), zones(1366, 768, 1)}) {
        const ActionZones at = action_zones(z);
        CHECK(apart({at.list, at.chosen}));
        CHECK(all_within(z.body, {at.list, at.chosen}));
        CHECK(whole_zone(z) == z.body);
    }
    const Zones small = zones(1920, 1080, 2);
    CHECK(action_zones(small).chosen.empty());
    CHECK(action_zones(small).list == whole_zone(small));
    CHECK(whole_zone(small).y == small.tabs.y);
    CHECK(whole_zone(small).bottom() == small.body.bottom());
}

TEST_CASE("tabs share their strip") {
    const Rect strip{10, 100, 940, 44};
    for (int i = 0; i < 4; ++i)
        CHECK(strip.contains(tab_at(strip, i, 4).inset(0.01F)));
    CHECK_FALSE(tab_at(strip, 0, 4).overlaps(tab_at(strip, 1, 4)));
}

TEST_CASE("text is as large as the user asked, or as large as the screen holds") {
    CHECK(text_scale(150, 1366, 768) == 1.5F);
    CHECK(text_scale(200, 1366, 768) == 2);
    CHECK(text_scale(200, 800, 600) == 1.25F);
    CHECK(text_scale(80, 800, 600) == 0.8F);
    CHECK(text_scale(200, 300, 200) == 0.8F); // no window is that small; letters are still read
    const Zones z = zones(800, 600, text_scale(200, 800, 600));
    CHECK_FALSE(z.cells.data.empty()); // what the link does is never out of sight
}

} // namespace layout_test
