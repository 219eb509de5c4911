// No words lie over others, and no words that must be read whole are cut: in every view and dialog, in every
// scenario, at small and large screens and texts. What is written over something else is read by nobody, and
// half of an alarm, a title or a verb is another one.
#include "dashboard/panels/views.hpp"
#include "tests/dashboard/panels/night.hpp"
#include "tests/dashboard/panels/script.hpp"

#include <fmt/format.h>

namespace overprint_test {

using namespace night;

namespace {

struct Size {
    float width, height, scale;
};
constexpr Size sizes[] = {{1366, 768, 1.5F}, {1920, 1080, 1}, {1920, 1080, 1.5F}, {1366, 768, 1}};
/// The tightest of them, and the roomiest too, for what is looked at often.
constexpr std::span<const Size> tightest(sizes, 1), extremes(sizes, 2);

/// What a dialog lies over is dimmed: it is no part of what is read.
std::vector<ui::Seen> on_top(const Gui& gui) {
    auto all = ui::seen(gui.ui);
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(gui.ui.seen_barrier_));
    return all;
}

struct Words {
    std::size_t order;
    bool button;
    std::string_view text;
    ui::Rect rect;
};

/// Whether a third of the height of one of them is covered. A button that is drawn after words hides them; a
/// box to tick lies over its own words, which may be on several lines.
bool collide(const Words& a, const Words& b) {
    const Words& upper = a.order > b.order ? a : b;
    const Words& lower = a.order > b.order ? b : a;
    if (lower.button || (upper.button && upper.text.starts_with(lower.text))) return false;
    const float wide = std::min(a.rect.right(), b.rect.right()) - std::max(a.rect.x, b.rect.x);
    const float high = std::min(a.rect.bottom(), b.rect.bottom()) - std::max(a.rect.y, b.rect.y);
    return wide > 3 && high > std::min(a.rect.h, b.rect.h) / 3;
}

void nothing_overprinted(const std::vector<ui::Seen>& seen) {
    std::vector<Words> all;
    for (const auto& one : seen)
        if (!one.text.empty() && (one.kind == ui::SeenKind::text || one.kind == ui::SeenKind::button))
            all.push_back({all.size(), one.kind == ui::SeenKind::button, one.text, one.rect});
    std::sort(all.begin(), all.end(), [](const Words& a, const Words& b) { return a.rect.y < b.rect.y; });
    for (auto a = all.begin(); a != all.end(); ++a)
        for (auto b = a + 1; b != all.end() && b->rect.y < a->rect.bottom(); ++b)
            if (collide(*a, *b)) FAIL_CHECK("'" << a->text << "' and '" << b->text << "' overlie");
}

/// The least width that words of this height have; none: these may be cut, or stand on several lines.
std::optional<float> least_width(const ui::Ui& ui, const ui::Seen& seen) {
    using ui::Style;
    struct Large {
        float css;
        Style style;
    };
    for (const auto& [css, style] : {Large{18, Style::body18},
                                     {20, Style::lead20},
                                     {21, Style::title21},
                                     {24, Style::lead24},
                                     {30, Style::answer30},
                                     {32, Style::clock32},
                                     {34, Style::place34},
                                     {40, Style::grip40},
                                     {64, Style::counter64}})
        if (std::abs(css * 1.21F - seen.rect.h) < 0.01F) return ui::width(ui, style, seen.text);
    return std::nullopt;
}

/// Whether the verb of a button is cut. What is no wider than high is an icon or a box; a box to tick has its
/// words beneath it.
bool verb_is_cut(const ui::Ui& ui, const std::vector<ui::Seen>& seen, const ui::Seen& button) {
    if (button.rect.w <= button.rect.h + 8) return false;
    if (ui::width(ui, ui::Style::section14, button.text) <= button.rect.w - 7) return false;
    return std::none_of(seen.begin(), seen.end(), [&](const ui::Seen& words) {
        return words.kind == ui::SeenKind::text && button.text.starts_with(words.text) &&
               words.rect.overlaps(button.rect);
    });
}

/// Titles, alarms, levels and counters are in large letters; a verb may lose its key, not its letters.
void nothing_large_cut(const ui::Ui& ui, const std::vector<ui::Seen>& seen) {
    for (const auto& one : seen) {
        if (one.text.empty()) continue;
        if (one.kind == ui::SeenKind::button && verb_is_cut(ui, seen, one))
            FAIL_CHECK("the verb [" << one.text << "] is cut");
        if (one.kind != ui::SeenKind::text) continue;
        if (const auto least = least_width(ui, one); least && *least > one.rect.w + 2)
            FAIL_CHECK("'" << one.text << "' is cut");
    }
}

void is_readable(const Gui& gui) {
    const auto seen = on_top(gui);
    nothing_overprinted(seen);
    nothing_large_cut(gui.ui, seen);
}

/// Every tab of every view; OEFENLEIDING as who leads the exercise has it.
void in_every_view(Desk& desk, const Size& size) {
    Gui gui(desk.drawn(), size.width, size.height, size.scale);
    const auto user = desk.user;
    for (const auto& entry : panels::views()) {
        desk.view = entry.view;
        desk.user = entry.view == View::oefenleiding ? User{"oefenleider", "L. Bos"} : user;
        for (int tab = 0; tab < 6; ++tab) {
            desk.drafts.tab = tab;
            gui.frame(2);
            CAPTURE(entry.name, tab, size.width, size.height, size.scale);
            is_readable(gui);
            if (desk.drafts.tab < tab) break; // no more tabs here
            if (gui.ui.screen.w >= 1200 && gui.ui.screen.h >= 600) break;
        }
    }
    desk.user = user;
}

/// A desk on which a scenario is practised.
struct Practised : Desk {
    explicit Practised(const std::string& name) : script(name) {
        catalogue = program_catalogue();
        practises(script.scenario);
    }
    void plays(minutes until) { plays_until(*this, until, script.plan); }
    Script script;
};

/// What a key of a board opens, or shows; an act of a key goes no further than the outbox.
void every_key(Desk& desk, const Size& size) {
    desk.away = true;
    for (const auto& entry : panels::views()) {
        desk.drafts = {};
        desk.view = entry.view;
        desk.user =
            entry.view == View::oefenleiding ? User{"oefenleider", "L. Bos"} : User{"OvD-Bz", "K. de Wit"};
        Gui gui(desk.drawn(), size.width, size.height, size.scale);
        const std::string_view common = entry.view == View::inzet ? "NGTEOKRSACU" : "";
        for (const char letter : std::string(panels::keys_taken_by(entry.view)).append(common)) {
            gui.press(ui::key_of(static_cast<unsigned char>(letter)));
            gui.frame(); // a form knows its height by then
            CAPTURE(entry.name, letter, static_cast<int>(desk.drafts.dialog), size.width, size.scale);
            desk.remark.reset();
            desk.waiting.clear();
            if (desk.drafts.dialog != Dialog::none) is_readable(gui);
            panels::close(desk.drafts);
            desk.view = entry.view;
        }
    }
    desk.away = false;
}

} // namespace

TEST_CASE("in every scenario, at its begin, its middle and its end, every view can be read") {
    for (const char* name :
         {"brand-asbest", "cyber-bruggen", "cyber-gemeente", "explosie", "festival-weer", "hoogwater-rivier",
          "hoogwater", "ordeverstoring", "pfas", "schietincident", "stroomuitval", "verdrinking"}) {
        Practised desk(name);
        const auto whole = std::chrono::duration_cast<minutes>(desk.script.plan.end);
        for (const auto& [until, at] :
             {std::pair{whole / 8, tightest}, {whole / 2, std::span(sizes)}, {whole, tightest}}) {
            desk.plays(until);
            CAPTURE(name, until.count());
            for (const Size& size : at)
                in_every_view(desk, size);
        }
    }
}

namespace {

/// Whether these words, found by how they begin, stand there to their end.
bool reads_whole(const Gui& gui, ui::Style style, std::string_view begin) {
    for (const auto& seen : ui::seen(gui.ui)) {
        if (seen.kind != ui::SeenKind::text || !seen.text.starts_with(begin)) continue;
        return ui::width(gui.ui, style, seen.text) <= seen.rect.w + 2 ||
               ui::wrapped_height(gui.ui, style, seen.rect.w, seen.text) <= seen.rect.h;
    }
    return false;
}

} // namespace

TEST_CASE("on a small screen with large text the lines of the logboek are read whole") {
    Practised desk("hoogwater");
    desk.plays(minutes(16 * 60 + 37));
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    for (const auto& [view, tab] : {std::pair{View::logboek, 0}, {View::inzet, 3}}) {
        desk.view = view;
        desk.drafts.tab = tab;
        gui.frame(2);
        INFO(gui.screen());
        CHECK(reads_whole(gui, ui::Style::row16, "aan AC-Bz (mail): Wij kunnen 6 medewerkers"));
    }
}

TEST_CASE("the agenda of an overleg is read whole") {
    Practised desk("stroomuitval");
    desk.plays(minutes(5 * 60));
    desk.view = View::overleg;
    for (const Size& size : sizes) {
        Gui gui(desk.drawn(), size.width, size.height, size.scale);
        CAPTURE(size.width, size.scale, gui.screen());
        CHECK(reads_whole(gui, ui::Style::row16, "Agenda: Duiding"));
    }
}

TEST_CASE("the subject of an oefening in the OTO plan is read whole") {
    Practised desk("cyber-gemeente");
    desk.plays(minutes(2 * 60));
    desk.view = View::bezetting;
    Gui gui(desk.drawn(), 1366, 768);
    INFO(gui.screen());
    CHECK(reads_whole(gui, ui::Style::strong16, "Opvang openen in Sporthal Blokweer"));
    CHECK(gui.sees("do 11 mrt 19:30"));
}

TEST_CASE("the title of an action is read whole beside a short name") {
    Practised desk("schietincident");
    desk.plays(minutes(3 * 60));
    desk.view = View::actions;
    Gui gui(desk.drawn(), 1366, 768);
    INFO(gui.screen());
    CHECK(reads_whole(gui, ui::Style::strong16, "Meldkamer/CaCo bellen"));
}

TEST_CASE("an evenement has a button for each of its acts") {
    Practised desk("festival-weer");
    desk.plays(minutes(2 * 60));
    desk.view = View::evenementen;
    Gui gui(desk.drawn());
    INFO(gui.screen());
    for (const char* key : {"V", "S", "B", "P", "J", "M", "Shift+N", "C"})
        CHECK(gui.sees(std::string("evenement/doe/") + key));
}

TEST_CASE("every dialog that a key opens can be read") {
    for (const auto& [name, until] : {std::pair{"hoogwater", 16 * 60 + 37}, {"festival-weer", 2 * 60}}) {
        Practised desk(name);
        desk.plays(minutes(until));
        CAPTURE(name);
        for (const Size& size : extremes)
            every_key(desk, size);
    }
}

TEST_CASE("every dialog can be read, about an action where it needs something") {
    Practised desk("hoogwater");
    desk.plays(minutes(16 * 60 + 37));
    const auto& actions = desk.picture().actions->actions;
    REQUIRE_FALSE(actions.empty());
    for (const Size& size : sizes) {
        Gui gui(desk.drawn(), size.width, size.height, size.scale);
        for (int dialog = 1; dialog <= static_cast<int>(Dialog::settings); ++dialog) {
            panels::open(desk.drafts, static_cast<Dialog>(dialog), actions.begin()->first.value);
            desk.drafts.person = "jansen";
            gui.frame(3);
            CAPTURE(dialog, size.width, size.height, size.scale);
            if (desk.drafts.dialog != Dialog::none) is_readable(gui); // else it was about nothing
            desk.remark.reset();
            panels::close(desk.drafts);
            gui.frame();
        }
    }
}

TEST_CASE("on the day of an evenement no moment lies over another, over the heading or over nu") {
    Practised desk("festival-weer");
    desk.plays(minutes(4 * 60));
    desk.view = View::evenementen;
    for (const auto& [width, height, scale] :
         {Size{1920, 1080, 1}, {1600, 900, 1}, {1440, 900, 1}, {1366, 768, 1}, {1920, 1080, 1.5F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        for (int quarter = 0; quarter <= 16; ++quarter) {
            desk.looks_at(desk.script.plan.start + minutes(15 * quarter));
            gui.frame(2);
            CAPTURE(quarter, width, height, scale);
            is_readable(gui);
        }
    }
}

TEST_CASE("in every view, at every size of screen and text, no words lie over others") {
    Practised desk("hoogwater");
    desk.plays(minutes(16 * 60 + 37));
    for (const Size& size : {Size{1920, 1080, 2},
                             {3840, 2160, 1},
                             {3840, 2160, 2},
                             {1600, 900, 1},
                             {1366, 768, 0.8F},
                             {1366, 768, 1.25F},
                             {1366, 768, 2},
                             {800, 600, 1},
                             {800, 600, 1.25F}})
        in_every_view(desk, size);
}

} // namespace overprint_test
