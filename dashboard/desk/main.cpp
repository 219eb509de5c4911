// regiekamer: the window of the control room.
#include "dashboard/desk/desk.hpp"
#include "dashboard/desk/desk_name.hpp"
#include "dashboard/desk/end_signals.hpp"
#include "dashboard/desk/stills.hpp"
#include "scenarios/player/moment.hpp"

#include <iostream>

using namespace regiekamer;
using namespace regiekamer::desk;

namespace {

/// Who sits there, as the hub is told: nobody, as long as nobody said who he is.
void seat(Wanted& wanted, const Kept& kept) {
    wanted.function = kept.named ? kept.user.function.value : std::string();
    wanted.person = kept.named ? kept.user.person.value : std::string();
}

WindowWish wish_of(const Options& options, Mode mode) {
    WindowWish wish;
    wish.title = mode == Mode::exercise ? "Regiekamer – OEFENING" : "Regiekamer";
    wish.icon_png = (assets_folder() / "regiekamer.png").string();
    wish.maximised = !options.sized;
    if (options.sized) wish.width = options.width, wish.height = options.height;
    return wish;
}

int run_window(const Options& options) {
    end_on_signals([] { Screen::wake(); });
    auto screen = Screen::open();
    if (!screen) return complain(sentence(screen.error()));
    Kept kept = load_kept();
    wear_once(kept, options.text_percent, options.theme);
    if (!kept.named && !options.play.empty()) kept.user.function = Function(options.play.front());
    std::optional<microseconds> from;
    if (!options.exercise.empty() && !options.at.empty()) {
        from = player::read_offset(options.at);
        if (!from) return complain("--at: " + options.at + ", expected T+hh:mm in an exercise");
    }
    Wanted wanted = wanted_by(options, desk_name(), kept.user);
    seat(wanted, kept);
    wanted.rate = options.rate;
    wanted.from = from;
    wanted.play = options.play;
    wanted.wake = [] { Screen::wake(); };
    auto source = open_source(wanted);
    if (!source) return complain(sentence(source.error()));
    const auto map = base_map();
    const auto lists = catalogue_of_desk();
    ui::Fonts fonts;
    fonts.build(static_cast<float>(kept.text_percent) / 100);
    if (!fonts.complaint().empty()) std::cerr << "regiekamer: " << fonts.complaint() << '\n';
    auto window = Window::open(wish_of(options, source->mode), fonts);
    if (!window) return complain(sentence(window.error()));
    panels::View view = options.view;
    OwnMaps maps = own_maps();
    for (std::string remark;;) {
        std::optional<Wanted> next;
        {
            Desk desk(options, wanted, std::move(*source), map, lists, std::move(kept), fonts, maps);
            desk.show(view);
            if (!remark.empty()) desk.remark(remark);
            if (!fonts.complaint().empty()) desk.remark(fonts.complaint());
            next = desk.run(**window);
            view = desk.view();
            kept = desk.kept();
        } // hub and ports are free from here on
        if (!next) return 0;
        wanted = std::move(*next);
        seat(wanted, kept);
        source = open_source(wanted);
        if (!source) return complain(sentence(source.error()));
        remark =
            wanted.first.empty()
                ? "Hier loopt nu een ander journaal, een tak of een nieuwe run: die ziet u nu."
                : "Dit is een nieuwe tak. De klok staat stil; wat u verliet staat in zijn eigen journaal.";
        wanted.first.clear();
    }
}

} // namespace

int main(int count, char** arguments) {
    Options options;
    if (const auto code = read_options(count, arguments, options)) return *code;
    const bool still = !options.screenshot.empty() || options.text_only;
    if (!still) return run_window(options);
    const bool plays = !options.exercise.empty() && options.connect.empty() && options.journal.empty();
    if (plays && options.at.empty()) {
        std::cerr << "regiekamer: --exercise with --screenshot needs --at T+hh:mm\n";
        return 2;
    }
    return plays || !options.journal.empty() ? still_of_file(options) : still_of_hub(options);
}
