// The plot of a series: nothing lost in cutting, gaps are gaps, zoom and pan, the value under the mouse,
// files.
#include "dashboard/panels/plot_axes.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "tests/dashboard/panels/night.hpp"
#include "tests/support/property.hpp"

#include <imgui.h>

namespace series_plot_test {

using namespace night;

namespace {

const picture::SeriesKey dordrecht{"Dordrecht", "waterstand", "cm NAP"};

void measures(Desk& desk, int minutes_before, std::optional<double> value) {
    desk.tells(at(minutes_before),
               MeasurementTaken{dordrecht.station, dordrecht.quantity, dordrecht.unit, at(minutes_before),
                                value, value ? Quality::goed : Quality::gat});
}

void water(Desk& desk) {
    begin(desk);
    for (int i = 300; i >= 0; i -= 10)
        measures(desk, i, i == 150 ? std::nullopt : std::optional(150.0 + (300 - i) / 3.0));
    ForecastIssued forecast{dordrecht.station, dordrecht.quantity, dordrecht.unit, at(47), {}, std::nullopt};
    forecast.points = {{desk.now + hours(1), 255}, {desk.now + hours(2), 261}};
    desk.tells(at(47), forecast);
}

} // namespace

TEST_CASE("no line crosses a gap, and every lowest and highest is on a line") {
    holds("curves", [] {
        std::vector<picture::SeriesColumn> columns(static_cast<std::size_t>(any_between(0, 60)));
        for (auto& column : columns) {
            column.count = static_cast<std::size_t>(any_between(0, 3));
            column.gap = any_between(0, 5) == 0;
            column.lowest = any_between(-50, 50);
            column.highest = column.lowest + any_between(0, 30);
            column.first = any_of({column.lowest, column.highest});
            column.last = any_of({column.lowest, column.highest});
        }
        const auto lines = curves(columns);
        std::set<std::pair<double, double>> drawn;
        for (const auto& line : lines) {
            MUST(!line.empty());
            for (std::size_t i = 0; i < line.size(); ++i) {
                drawn.emplace(line[i].column, line[i].value);
                if (i == 0) continue;
                MUST(line[i - 1].column <= line[i].column);
                for (auto c = static_cast<std::size_t>(line[i - 1].column);
                     c <= static_cast<std::size_t>(line[i].column); ++c)
                    MUST(!columns[c].gap || line[i - 1].column == line[i].column);
            }
        }
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].count == 0) continue;
            const auto at = static_cast<double>(c);
            const bool lowest = drawn.contains(std::pair(at, columns[c].lowest)),
                       highest = drawn.contains(std::pair(at, columns[c].highest));
            MUST(lowest);
            MUST(highest);
        }
    });
}

TEST_CASE("the page of a plot names the unit that its numbers are in") {
    Desk desk;
    water(desk);
    const auto scene = desk.scene();
    Gui gui([&](ui::Ui& ui) {
        draw_series_page(ui, scene, dordrecht, {desk.now - hours(5), desk.now + hours(3)});
    });
    CHECK(gui.sees("Dordrecht · waterstand (m NAP)"));
    CHECK(gui.sees("2,61 om"));
}

TEST_CASE("a million values cost no more corners than a hundred") {
    Desk desk;
    begin(desk);
    measures(desk, 100, 200.0);
    auto picture = desk.picture();
    auto& series = picture.series.edit().measured[dordrecht];
    for (int i = 1'000'000; i > 0; --i)
        series.put({desk.now - seconds(i), 200 + (i % 700) * 0.1, Quality::goed, 1});
    const auto scene = desk.scene();
    const panels::Scene large{picture,    scene.now,         scene.live_now,  false,          scene.mode,
                              scene.user, scene.view_chosen, scene.view,      scene.incident, scene.log,
                              scene.upto, scene.fetch,       scene.withdrawn, scene.data,     scene.waiting,
                              scene.undo, scene.map,         scene.catalogue};
    Gui gui([&](ui::Ui& ui) {
        draw_series_plot(ui, large, dordrecht, {0, 0, 1'900, 1'000}, {desk.now - hours(300), desk.now});
    });
    gui.frame();
    CHECK(gui.vertices() <= 12'000);
}

TEST_CASE("zooming keeps the instant under the mouse, moving keeps the length, both keep within bounds") {
    const PlotSpan span{at(600), at(0)};
    const auto near = zoomed(span, 0.25, 0.5);
    CHECK(near.until - near.from == minutes(300));
    CHECK(near.from == at(600 - 75));
    CHECK(zoomed(span, 0.5, 1e-9).until - zoomed(span, 0.5, 1e-9).from == minutes(10));
    const auto far = zoomed(span, 0.5, 1e9);
    CHECK(far.until - far.from == hours(2 * 366 * 24));
    const auto later = moved(span, 0.5);
    CHECK(later == PlotSpan{at(300), at(-300)});
}

TEST_CASE("keys zoom, move and come back to the whole; the axis shows it") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    CHECK_FALSE(desk.drafts.plot.span);
    presses(gui, Key::bracket_right);
    REQUIRE(desk.drafts.plot.span);
    CHECK(desk.drafts.plot.span->until - desk.drafts.plot.span->from == hours(6));
    gui.frame();
    CHECK(gui.sees("Home: weer heel"));
    const auto before = *desk.drafts.plot.span;
    presses(gui, Key::comma);
    CHECK(desk.drafts.plot.span->from == before.from - minutes(90));
    presses(gui, Key::home);
    CHECK_FALSE(desk.drafts.plot.span);
}

TEST_CASE("the timeline shows the hours of the plot, its wheel zooms both, and NU gives each its own again") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::bracket_right); // from 6 hours on either side of now to 3
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("01:37 – 07:37"));
    const auto before = *desk.drafts.plot.span;
    gui.wheel("tijdlijn", 1);
    gui.frame();
    REQUIRE(desk.drafts.plot.span);
    CHECK(desk.drafts.plot.span->until - desk.drafts.plot.span->from < before.until - before.from);
    CHECK(desk.drafts.plot.span->until <= before.until);
    gui.click("tijdlijn/nu");
    gui.frame();
    CHECK_FALSE(desk.drafts.plot.span);
    CHECK(gui.sees("– nu"));
}

TEST_CASE("on the ordinary day the water panel opens the plot large, and Esc closes it") {
    Desk desk;
    water(desk);
    desk.view = View::rust;
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::w);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("GRAFIEK 1 VAN 1 · Dordrecht"));
    const auto plot = gui.find("water/grafiek groot").rect;
    CHECK(plot.w > 1'000);
    presses(gui, Key::bracket_right);
    CHECK(desk.drafts.plot.span);
    gui.mouse({plot.x + plot.w / 3, plot.centre().y});
    gui.frame();
    CHECK(gui.sees("verwachting 47 min oud"));
    presses(gui, Key::escape);
    gui.frame();
    CHECK_FALSE(gui.sees("GRAFIEK 1 VAN 1 · Dordrecht"));
    gui.click("water/groot");
    gui.frame(2);
    CHECK(gui.sees("GRAFIEK 1 VAN 1 · Dordrecht"));
}

TEST_CASE("every series can be seen large, also what is no water, and on the smallest screen of the look") {
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Desk desk;
        water(desk);
        desk.tells(at(20), MeasurementTaken{"Rotterdam", "windstoot", "km/h", at(20), 39.2, Quality::goed});
        desk.tells(at(20), MeasurementTaken{"Lobith", "afvoer", "m3/s", at(20), 9'800, Quality::goed});
        Gui gui(desk.drawn(), width, height);
        gui.press(with_shift(Key::w));
        gui.frame(2);
        INFO(gui.screen());
        CHECK(gui.sees("GRAFIEK 1 VAN 3 · Dordrecht"));
        gui.press(Key::w);
        gui.frame(2);
        CHECK(gui.sees("GRAFIEK 2 VAN 3 · Lobith: afvoer"));
        CHECK(gui.sees("9800,0 m3/s om 04:17"));
        gui.press(Key::w);
        gui.frame(2);
        CHECK(gui.sees("GRAFIEK 3 VAN 3 · Rotterdam: windstoot"));
        gui.press(Key::w);
        gui.frame(2);
        CHECK(gui.sees("GRAFIEK 1 VAN 3"));
    }
}

TEST_CASE("where a panel has no room for a plot its key opens it large, be it of the weather alone") {
    Desk desk;
    begin(desk);
    desk.tells(at(20), MeasurementTaken{"Rotterdam", "windstoot", "km/h", at(20), 39.2, Quality::goed});
    {
        Gui gui(desk.drawn());
        gui.frame();
        INFO(gui.screen());
        CHECK(gui.sees("METING · Rotterdam: windstoot"));
        CHECK(gui.sees("39,2 km/h"));
        CHECK(gui.sees("water/grafiek"));
    }
    Gui gui(desk.drawn(), 1366, 768);
    gui.press(Key::w);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("GRAFIEK 1 VAN 1 · Rotterdam: windstoot"));
    CHECK(gui.sees("water/grafiek groot"));
}

TEST_CASE("without a measurement the panel says so in words that fit, and the large plot explains itself") {
    for (const Mode mode : {Mode::actual, Mode::exercise}) {
        Desk desk(mode);
        begin(desk);
        Gui gui(desk.drawn(), 1366, 768);
        gui.frame();
        INFO(gui.screen());
        const auto said = gui.find("Nog geen waterstanden");
        CHECK(said.rect.w + 1 >= ui::width(gui.ui, ui::Style::secondary15, said.text));
        gui.press(with_shift(Key::w));
        gui.frame();
        CHECK(desk.drafts.dialog == Dialog::none);
        REQUIRE(desk.asked_for<Explain>() != nullptr);
    }
}

TEST_CASE("the wheel zooms and a drag moves; a click shows the moment on the whole screen") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    const auto plot = gui.find("water/grafiek").rect;
    gui.drag(plot.centre(), {plot.centre().x + plot.w / 4, plot.centre().y});
    REQUIRE(desk.drafts.plot.span);
    CHECK(desk.drafts.plot.span->from < at(360));
    CHECK_FALSE(desk.looks_back());
    gui.wheel("water/grafiek", 2);
    CHECK(desk.drafts.plot.span->until - desk.drafts.plot.span->from < hours(12));
    desk.drafts.plot.span.reset();
    gui.frame();
    gui.click_at({plot.x + plot.w / 4, plot.centre().y}); // from -6 h to +6 h: three hours ago
    gui.frame();
    REQUIRE(desk.looks_back());
    CHECK(std::chrono::abs(desk.scene().now - at(180)) < minutes(5));
}

TEST_CASE("the value under the mouse is the nearest measured one, with its time; later ones are expected") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    const auto plot = gui.find("water/grafiek").rect;
    gui.mouse({plot.x + plot.w / 4, plot.centre().y});
    gui.frame();
    CHECK(gui.sees("1,90 m · 01:37"));
    gui.mouse({plot.x + plot.w * 8 / 12, plot.centre().y});
    gui.frame();
    CHECK(gui.sees("2,61 m · 06:37 · verwacht"));
}

TEST_CASE("the plot tells when GRIP changed and how old the expectation is") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("verwachting 47 min oud"));
    const auto plot = gui.find("water/grafiek").rect;
    bool found = false;
    for (const auto& seen : ui::seen(gui.ui))
        found = found || (seen.text == "GRIP 2" && plot.contains(seen.rect.centre()));
    INFO(gui.screen());
    CHECK(found);
}

TEST_CASE("Shift+D keeps what is shown; the CSV has every value, gaps without one, and says exercise") {
    Desk desk;
    water(desk);
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, with_shift(Key::d));
    const auto* wanted = desk.asked_for<ExportSeries>();
    REQUIRE(wanted != nullptr);
    CHECK(wanted->key == dordrecht);
    const auto csv = series_csv(desk.scene(), wanted->key, {wanted->from, wanted->until});
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 31 + 2);
    CHECK_THAT(csv, ContainsSubstring("Dordrecht;waterstand;cm NAP;2027-01-23 "
                                      "04:37:00;2027-01-23T03:37:00.000000Z;250;goed;gemeten;OEFENING;\r\n"));
    CHECK_THAT(
        csv, ContainsSubstring("2027-01-23 02:07:00;2027-01-23T01:07:00.000000Z;;gat;gemeten;OEFENING;\r\n"));
    CHECK_THAT(csv, ContainsSubstring(";261;;verwacht;OEFENING;2027-01-23 03:50:00\r\n"));
    desk.looks_at(at(60)); // what was not known then is not in it
    const auto then = series_csv(desk.scene(), dordrecht, {at(600), at(-600)});
    CHECK_THAT(then, !ContainsSubstring("04:37:00"));
    CHECK_THAT(then, !ContainsSubstring("verwacht"));
}

TEST_CASE("a station whose name could be a formula is harmless in the CSV") {
    Desk desk;
    begin(desk);
    desk.tells(at(10), MeasurementTaken{"=1+1;\"x", "waterstand", "cm NAP", at(10), 1.5, Quality::goed});
    const auto csv = series_csv(desk.scene(), {"=1+1;\"x", "waterstand", "cm NAP"}, {at(20), at(0)});
    CHECK_THAT(csv, ContainsSubstring("\r\n\"'=1+1;\"\"x\";waterstand"));
    CHECK_THAT(csv, ContainsSubstring(";1,5;goed;"));
}

namespace {

/// The texts left of the plot and in it.
std::vector<std::string> plot_texts(Desk& desk, const picture::SeriesKey& key, PlotSpan span) {
    const auto scene = desk.scene();
    Gui gui([&](ui::Ui& ui) { draw_series_plot(ui, scene, key, {100, 100, 900, 400}, span); });
    gui.frame();
    CHECK(gui.vertices() <= 12'000);
    for (const auto& seen : ui::seen(gui.ui)) {
        INFO(seen.text);
        CHECK(seen.rect.x >= 100);
    }
    return gui.texts();
}

bool has(const std::vector<std::string>& texts, std::string_view one) {
    return std::find(texts.begin(), texts.end(), one) != texts.end();
}

const picture::SeriesKey radiation{"Alblasserdam", "straling", "µSv/h"};

} // namespace

TEST_CASE("a value that cannot be costs no more lines than another, and its numbers stay beside the plot") {
    for (const double wild : {9'800.0, 101'325.0, 1e6, 999'999'999.0, 1e12, -1e12, 1e300, 1.7e308}) {
        INFO(wild);
        Desk desk;
        water(desk);
        measures(desk, 0, wild);
        const PlotSpan span{at(300), at(-60)};
        CHECK(plot_texts(desk, dordrecht, span).size() < 60);
        const picture::SeriesKey pressure{"Rotterdam", "luchtdruk", "Pa"};
        desk.tells(at(1), MeasurementTaken{pressure.station, pressure.quantity, pressure.unit, at(1), wild,
                                           Quality::goed});
        CHECK(plot_texts(desk, pressure, span).size() < 60);
    }
}

TEST_CASE("small values have an axis, a threshold and words of their own size") {
    Desk desk;
    begin(desk);
    for (int i = 0; i < 8; ++i)
        desk.tells(at(80 - i * 10), MeasurementTaken{radiation.station, radiation.quantity, radiation.unit,
                                                     at(80 - i * 10), 0.05 + i * 0.01, Quality::goed});
    ThresholdSet threshold;
    threshold.station = radiation.station;
    threshold.quantity = radiation.quantity;
    threshold.unit = radiation.unit;
    threshold.value = 0.2;
    threshold.severity = ThresholdSeverity::aandacht;
    threshold.meaning = "aandacht straling";
    desk.tells(at(100), threshold);
    const auto texts = plot_texts(desk, radiation, {at(100), at(0)});
    CHECK(has(texts, "0,2 aandacht straling"));
    CHECK(has(texts, "0,10"));
    CHECK_FALSE(has(texts, "10"));
    CHECK(value_words(radiation, 0.12) == "0,12 µSv/h");
    CHECK(value_words(radiation, 0.057) == "0,057 µSv/h");
    CHECK(value_words({"x", "windstoot", "km/h"}, 39.24) == "39,2 km/h");
    CHECK(value_words({"x", "afvoer", "m3/s"}, 9'800) == "9800,0 m3/s");
}

TEST_CASE("the range of a plot holds all that is shown, and little more") {
    for (const auto& [low, high] : {std::pair{-6.0, 0.0}, {0.0, 0.0}, {1'012.0, 1'014.0}, {-0.002, 0.001}}) {
        Desk desk;
        begin(desk);
        const picture::SeriesKey key{"Rotterdam", "iets", "x"};
        std::vector<picture::SeriesColumn> columns(1);
        columns.front().count = 2;
        columns.front().lowest = low;
        columns.front().highest = high;
        const auto axes = plot_axes(desk.scene(), key, {0, 0, 500, 300}, {at(60), at(0)}, columns);
        CHECK(axes.low <= low);
        CHECK(axes.high >= high);
        CHECK(axes.high > axes.low);
        if (high > low) CHECK(axes.high - axes.low < 2 * (high - low));
    }
}

TEST_CASE("a peak of one value is drawn as high as it was, in the width of the line") {
    Desk desk;
    begin(desk);
    for (int i = 440; i >= 0; --i)
        measures(desk, i, i == 157 ? 500.0 : 150.0 + i % 3);
    const auto scene = desk.scene();
    const PlotSpan span{at(440), at(0)};
    Gui gui([&](ui::Ui& ui) { draw_series_plot(ui, scene, dordrecht, {0, 0, 980, 436}, span); });
    gui.frame();
    const auto wanted = gui.ui.palette.flow;
    float top = 1e6F, left = 1e6F, right = 0;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int l = 0; l < data->CmdListsCount; ++l)
        for (const auto& corner : data->CmdLists[l]->VtxBuffer)
            if (corner.col == IM_COL32(wanted.r, wanted.g, wanted.b, 255)) {
                if (corner.pos.y < top - 1) left = 1e6F, right = 0;
                top = std::min(top, corner.pos.y);
                if (corner.pos.y < top + 1) {
                    left = std::min(left, corner.pos.x);
                    right = std::max(right, corner.pos.x);
                }
            }
    std::vector<picture::SeriesColumn> columns(1);
    columns.front() = {};
    columns.front().count = 2;
    columns.front().lowest = 150;
    columns.front().highest = 500;
    const auto axes = plot_axes(scene, dordrecht, {48, 8, 920, 400}, span, columns);
    CHECK(top == Approx(axes.y(500)).margin(1.5));
    CHECK(right - left >= 2.5F);
}

TEST_CASE("what is expected begins where what was measured ends, in the file as in the drawing") {
    Desk desk;
    begin(desk);
    measures(desk, 110, 260.0);
    ForecastIssued forecast{dordrecht.station, dordrecht.quantity, dordrecht.unit, at(115), {}, std::nullopt};
    forecast.points = {{at(90), 263}, {at(30), 255}, {at(-30), 220}};
    desk.tells(at(112), forecast);
    const auto csv = series_csv(desk.scene(), dordrecht, {at(300), at(-60)});
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 1 + 3);
    CHECK_THAT(csv, ContainsSubstring(";263;;verwacht;OEFENING;2027-01-23 02:42:00\r\n"));
    const auto scene = desk.scene();
    PlotDraft draft;
    Gui gui([&](ui::Ui& ui) {
        answer_series_plot(ui, scene, dordrecht, {0, 0, 1'260, 400}, {at(300), at(-60)}, draft);
    });
    gui.mouse({48 + 1'200 * 210 / 360.0F, 200});
    gui.frame();
    CHECK(gui.sees("2,63 m · 03:07 · verwacht"));
}

TEST_CASE("after the end of summer time hours and days of the axis are still those of the clock") {
    Desk desk;
    begin(desk);
    measures(desk, 10, 200.0);
    const auto instant = [](const char* text) { return *read_instant(text); };
    const auto week =
        plot_texts(desk, dordrecht, {instant("2027-10-28T22:00:00Z"), instant("2027-11-04T23:00:00Z")});
    for (const char* day : {"vr 29", "za 30", "zo 31", "ma 1", "di 2", "wo 3", "do 4"})
        CHECK(has(week, day));
    CHECK_FALSE(has(week, "23:00"));
    const auto days =
        plot_texts(desk, dordrecht, {instant("2027-10-30T22:00:00Z"), instant("2027-11-01T23:00:00Z")});
    CHECK(has(days, "ma 1")); // which day begins is said, also among hours
    CHECK(has(days, "06:00"));
    CHECK_FALSE(has(days, "05:00"));
    CHECK_FALSE(has(days, "23:00"));
}

} // namespace series_plot_test
