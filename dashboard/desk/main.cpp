// regiekamer: the window of the control room.
#include "dashboard/desk/branch.hpp"
#include "dashboard/desk/compared_runs.hpp"
#include "dashboard/desk/desk_name.hpp"
#include "dashboard/desk/notification.hpp"
#include "dashboard/desk/offscreen.hpp"
#include "dashboard/desk/options.hpp"
#include "dashboard/desk/own_maps.hpp"
#include "dashboard/desk/real_side.hpp"
#include "dashboard/desk/report_file.hpp"
#include "dashboard/desk/series_files.hpp"
#include "dashboard/desk/session.hpp"
#include "dashboard/desk/sitrep_files.hpp"
#include "dashboard/desk/sound.hpp"
#include "dashboard/desk/source.hpp"
#include "dashboard/desk/unplayed.hpp"
#include "dashboard/desk/window.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/wall.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "messaging/codec/visible.hpp"
#include "scenarios/player/moment.hpp"

#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

using namespace regiekamer;
using namespace regiekamer::desk;

namespace {

int complain(const std::string& text) {
    std::cerr << "regiekamer: " << codec::visible_lines(text) << '\n';
    return 1;
}

panels::BaseMap base_map() {
    auto map = panels::load_base_map(assets_folder() / "map/alblasserdam.geojson");
    if (map) return std::move(*map);
    std::cerr << "regiekamer: no map: " << sentence(map.error()) << '\n';
    return {};
}

/// The user's own layers; what is wrong with a file is told whole here and in Dutch on the screen.
OwnMaps own_maps() {
    OwnMaps maps(config_folder() / "kaart");
    for (const auto& problem : maps.layers().problems)
        std::cerr << "regiekamer: " << codec::visible_lines(sentence(problem)) << '\n';
    return maps;
}

/// The lists that a desk sets at once; what is wrong in the user's own files is said, and the program's
/// count.
catalogue::Loaded catalogue_of_desk() {
    auto loaded = catalogue::load(assets_folder(), config_folder());
    for (const auto& complaint : loaded.complaints)
        std::cerr << "regiekamer: " << tables::text(complaint) << '\n';
    return loaded;
}

/// A folder that goes away with the program.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "regiekamer-XXXXXX").string();
        if (mkdtemp(name.data()) != nullptr) path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove_all(path, ignored);
    }
};

ui::Palette palette_of(panels::Theme theme) {
    switch (theme) {
    case panels::Theme::dark:
        return ui::dark_palette();
    case panels::Theme::light:
        return ui::light_palette();
    case panels::Theme::contrast:
        return ui::contrast_palette();
    }
    return ui::dark_palette();
}

void dress(ui::Ui& ui, const Kept& kept, bool looking_back) {
    ui.palette = palette_of(kept.theme);
    if (looking_back) ui.palette = ui::looking_back(ui.palette);
}

/// The name and the settings for a still picture: no dialog, without a kept name the user is OvD-Bz.
Kept still_kept(const Options& options) {
    Kept kept = load_kept();
    if (options.text_percent > 0) kept.text_percent = options.text_percent;
    if (options.theme) kept.theme = *options.theme;
    return kept;
}

float scale_in(const Window& window, int percent) {
    const auto [width, height] = window.size();
    if (width < 1 || height < 1) return static_cast<float>(percent) / 100;
    return ui::text_scale(percent, static_cast<float>(width), static_cast<float>(height));
}

int draw_still(const Options& options, Session& session) {
    OwnMaps maps = own_maps();
    if (const auto left_out = maps.left_out(); !left_out.empty()) session.remark({left_out, true});
    if (!options.at.empty())
        if (const auto moment = session.look_at(options.at); !moment)
            return complain(sentence(moment.error()));
    if (options.now) session.fix_now(*options.now);
    session.show_only(options.view);
    ui::Fonts fonts;
    fonts.build(ui::text_scale(session.kept().text_percent, static_cast<float>(options.width),
                               static_cast<float>(options.height)));
    if (!fonts.complaint().empty()) std::cerr << "regiekamer: " << fonts.complaint() << '\n';
    ui::Ui ui;
    panels::Drafts drafts;
    dress(ui, session.kept(), false);
    const auto draw = [&](ui::Ui& frame) {
        panels::Scene scene = session.scene();
        maps.dress(scene, OwnMaps::all_tiles);
        panels::draw(frame, scene, drafts);
    };
    if (options.screenshot.empty()) {
        const auto rendered = render(options.width, options.height, fonts, ui, draw);
        if (!rendered) return complain(sentence(rendered.error()));
        std::cout << codec::visible_lines(ui::seen_as_text(ui));
        return 0;
    }
    const auto written = render_png(options.screenshot, options.width, options.height, fonts, ui, draw);
    return written ? 0 : complain(sentence(written.error()));
}

/// A still of a journal file, or of an exercise that is played at once up to --at.
int still_of_file(const Options& options) {
    const TemporaryFolder folder;
    std::filesystem::path journal = options.journal;
    std::unique_ptr<player::Scenario> scenario; // outlives the session
    if (!options.exercise.empty()) {
        auto loaded = load_scenario(options.exercise);
        if (!loaded) return complain(sentence(loaded.error()));
        scenario = std::move(*loaded);
    }
    if (scenario && journal.empty()) {
        const auto played = play_to(options.exercise, options.at, folder.path, options.play);
        if (!played) return complain(sentence(played.error()));
        journal = *played;
    }
    const auto reader = journal::Reader::open(journal);
    if (!reader) return complain(sentence(reader.error()));
    const auto info = reader->info();
    if (!info) return complain(sentence(info.error()));
    const auto map = base_map();
    const auto lists = catalogue_of_desk();
    Session session(info->mode, read_back(journal), nullptr, "foto", still_kept(options), map,
                    lists.catalogue);
    session.remark_on(lists.complaints);
    if (!session.kept().complaint.empty()) session.remark({session.kept().complaint, true});
    if (scenario) session.practises(*scenario, false);
    session.remember_as(journal.string());
    if (const auto read = session.read_all(); !read) return complain(sentence(read.error()));
    return draw_still(options, session);
}

/// Who sits there, as the hub is told: nobody, as long as nobody said who he is.
void seat(Wanted& wanted, const Kept& kept) {
    wanted.function = kept.named ? kept.user.function.value : std::string();
    wanted.person = kept.named ? kept.user.person.value : std::string();
}

Wanted wanted_by(const Options& options, std::string desk, const panels::User& user) {
    Wanted wanted;
    wanted.journal = options.journal;
    wanted.connect = options.connect;
    wanted.exercise = options.exercise;
    wanted.desk = std::move(desk);
    wanted.function = user.function.value;
    wanted.person = user.person.value;
    return wanted;
}

/// A still of what a hub has: caught up first, at most ten seconds.
int still_of_hub(const Options& options) {
    auto source = open_source(wanted_by(options, desk_name() + "-foto", {Function("meekijker"), {}}));
    if (!source) return complain(sentence(source.error()));
    if (source->copy_only)
        return complain(options.connect + ": no hub answers there, expected one to look at");
    const auto map = base_map();
    const auto lists = catalogue_of_desk();
    Session session(source->mode, read_back(source->journal), source->link.get(), desk_name() + "-foto",
                    still_kept(options), map, lists.catalogue);
    session.remark_on(lists.complaints);
    if (source->scenario) session.practises(*source->scenario, false);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < until) {
        session.receive(100'000);
        const auto state = source->link->state();
        if (state.phase == link::Phase::live && state.received >= state.head && !session.receive(100'000))
            break;
        usleep(2'000);
    }
    return draw_still(options, session);
}

/// Everything of one window on one journal.
class Desk {
public:
    Desk(const Options& options, Wanted wanted, Source source, const panels::BaseMap& map,
         const catalogue::Loaded& lists, Kept kept, ui::Fonts& fonts, OwnMaps& maps)
        : options_(options), wanted_(std::move(wanted)), fonts_(fonts), maps_(maps),
          source_(std::move(source)), session_(source_.mode, read_back(source_.journal), source_.link.get(),
                                               desk_name(), std::move(kept), map, lists.catalogue) {
        session_.show(options.view);
        session_.remember_as(source_.journal.string());
        for (const auto& remark : source_.remarks)
            session_.remark({remark, false});
        session_.remark_on(lists.complaints);
        if (const auto left_out = maps_.left_out(); !left_out.empty()) session_.remark({left_out, true});
        if (source_.scenario) session_.practises(*source_.scenario, source_.player != nullptr);
        if (source_.copy_only) read_the_copy();
        if (options.now) session_.fix_now(*options.now);
        if (source_.mode == Mode::exercise && options.actual != "none")
            real_ = std::make_unique<RealSide>(
                RealSide::Endpoints{options.actual, link::live_beside(options.actual)},
                desk_name() + "-oefent", state_folder() / ("echt-" + desk_name() + ".journal"),
                [] { Screen::wake(); });
        if (options.exercise.empty()) look_at_ = options.at;
        const Kept& own = session_.kept();
        if (!own.complaint.empty()) session_.remark({own.complaint, true});
        if (!own.named) panels::open(drafts_, panels::Dialog::who);
        drafts_.text2 = own.complaint; // the dialog lies over the remark
    }

    /// Until the user stops or the exercise goes on in another journal; that is returned.
    std::optional<Wanted> run(Window& window) {
        for (bool go_on = true; go_on && !next_;) {
            go_on = step(window) && !window.closing();
            if (!go_on && !leaves()) {
                window.keep_open();
                go_on = true;
            }
        }
        wall_.reset();
        save_kept(session_.kept()); // how far the user looked
        return next_;
    }
    void remark(std::string text) { session_.remark({std::move(text), false}); }
    void show(panels::View view) { session_.show(view); }
    [[nodiscard]] panels::View view() const { return session_.view(); }
    [[nodiscard]] const Kept& kept() const { return session_.kept(); }

private:
    /// What was not sent would be lost: leaving is then asked twice.
    bool leaves() {
        const std::size_t unsent = session_.scene().data.unsent;
        if (unsent == 0 || std::exchange(warned_for_, unsent) == unsent) return true;
        session_.remark(
            {fmt::format("{} van wat u vastlegde {} nog niet bij de hub en {} weg als u nu sluit. Wacht op "
                         "verbinding, of sluit nog eens.",
                         unsent, unsent == 1 ? "is" : "zijn", unsent == 1 ? "is" : "zijn"),
             true});
        return false;
    }

    /// One turn of the loop: receive, draw if something changed, sleep until the next second.
    bool step(Window& window) {
        bool received = session_.receive(2'000);
        if (real_) received |= real_->receive(2'000);
        look_when_caught_up();
        follow_the_branch();
        tell_whether_followed();
        tell_whether_played();
        const auto second = std::chrono::floor<seconds>(wall_clock());
        if (received || second != drawn_second_) window.redraw();
        bool go_on = true;
        if (window.wants_frame()) {
            fit_letters(window);
            drawn_second_ = second;
            go_on = draw(window);
        }
        if (const auto alarm = session_.must_sound()) announce(*alarm);
        if (const auto news = real_ ? real_->must_sound(kept().user.function) : std::nullopt) announce(*news);
        tend_wall(window);
        const auto left = seconds(1) - (wall_clock() - std::chrono::floor<seconds>(wall_clock()));
        if (!window.wants_frame() && !received)
            Screen::wait(static_cast<double>(left.count()) / 1e6 + 0.002);
        else
            Screen::wait(0);
        return go_on;
    }

    void announce(const picture::Alarm& alarm) {
        const auto text = words::alarm_text(session_.current(), alarm, session_.live_now());
        notifications_.show((source_.mode == Mode::exercise ? "OEFENING · " : "") + text.title, text.detail);
        if (!session_.muted()) sound_.alarm();
    }

    /// A real message breaks through, also on a desk that was muted for the exercise.
    void announce(const panels::RealNews& news) {
        notifications_.show("ECHT · " + news.title, news.detail);
        sound_.alarm();
    }

    /// The wall window: opened and closed as the user wants, drawn once a second and when something came in.
    void tend_wall(const Window& first) {
        if (wall_ && wall_->closing()) session_.close_wall();
        if (!session_.wall_wanted()) {
            wall_.reset();
            return;
        }
        if (!wall_) open_wall(first);
        if (!wall_ || (!wall_->wants_frame() && wall_second_ == drawn_second_)) return;
        wall_second_ = drawn_second_;
        panels::Scene scene = session_.wall_scene();
        scene.has_sound = sound_.available();
        if (real_) scene.real = real_->news(kept().user.function);
        maps_.dress(scene, OwnMaps::tiles_a_frame);
        dress(wall_->ui, session_.kept(), false);
        wall_->frame([&](ui::Ui& ui) { panels::draw_wall(ui, scene, wall_drafts_); });
    }

    void open_wall(const Window& first) {
        WindowWish wish;
        wish.title = source_.mode == Mode::exercise ? "Regiekamer – wand – OEFENING" : "Regiekamer – wand";
        wish.maximised = false;
        auto window = Window::open(wish, fonts_, &first);
        if (!window) {
            session_.close_wall();
            session_.remark({"Er kan geen tweede venster open: " + window.error().found + ".", true});
            return;
        }
        wall_ = std::move(*window);
        if (Window::monitors() > 1) wall_->fill_monitor(1);
    }

    void read_the_copy() {
        if (const auto read = session_.read_all(); !read)
            session_.remark({"De kopie is niet te lezen: " + read.error().found + ".", true});
    }

    /// --at: what was known then can only be told once all of it is here.
    void look_when_caught_up() {
        if (look_at_.empty()) return;
        const auto state = source_.link->state();
        if (state.phase != link::Phase::live || session_.received() < state.head) return;
        const auto moment = session_.look_at(std::exchange(look_at_, {}));
        if (!moment) session_.remark({"Dit moment is er niet: " + moment.error().found + ".", true});
    }

    /// Once, when all of the journal is here.
    void tell_whether_played() {
        if (played_told_ || source_.hub == nullptr || source_.player || source_.mode != Mode::exercise)
            return;
        const auto state = source_.link->state();
        if (state.phase != link::Phase::live || session_.received() < state.head) return;
        played_told_ = true;
        if (auto words = words_of_unplayed(session_.current(), source_.journal))
            session_.remark({std::move(*words), true});
    }

    /// Who relies on a real message breaking through must know when none can.
    void tell_whether_followed() {
        constexpr auto patience = seconds(5);
        if (!real_ || wall_clock() - opened_ < patience || real_->followed() == followed_) return;
        followed_ = !followed_;
        const std::string there = "De hub voor echt werk is er weer: een echte melding ziet u hier.";
        const std::string away = "De hub voor echt werk (" + options_.actual +
                                 ") antwoordt niet: een echte melding ziet u hier niet.";
        session_.take_back_remark(followed_ ? away : there);
        session_.remark({followed_ ? there : away, !followed_});
    }

    /// The hub that this desk shares has another journal: the exercise goes on there.
    void follow_the_branch() {
        if (source_.mode != Mode::exercise || wanted_.connect.empty()) return;
        const auto state = source_.link->state();
        if (state.phase != link::Phase::refused || !state.refusal || state.refusal->where != "journal")
            return;
        next_ = wanted_;
    }

    /// The run is left where it is, and a new one begins from this moment.
    void branch(Sequence upto) {
        if (source_.hub == nullptr || source_.scenario == nullptr) {
            session_.remark({"Aftakken kan alleen op de werkplek waar de oefening draait.", true});
            return;
        }
        const auto scene = session_.scene();
        const auto then = scene.picture_at(upto);
        if (then && then->exercise->ended) {
            session_.remark({"Op dit moment is de oefening al beëindigd. Kies een eerder moment.", true});
            return;
        }
        const auto made = then ? branch_off(source_.journal, upto, *then, scene.now, kept().user)
                               : Result<NewBranch>(refuse("journal", "no answer", "a readable journal"));
        if (!made) {
            session_.remark({"Er is niet afgetakt: " + made.error().where + " gaf " + made.error().found +
                                 ". Kies een moment nadat de oefening begon.",
                             true});
            return;
        }
        next_ = wanted_;
        next_->journal = made->journal.string();
        next_->first = made->first;
        next_->from.reset();
    }

    void compare_runs(Window& window) {
        const auto& branched = session_.current().exercise->branched;
        if (!branched) {
            session_.remark({"Dit is geen tak: er is geen vorige run om naast te leggen.", false});
            return;
        }
        const auto made =
            compare_with_parent(source_.journal, branched->value.parent_journal, source_.scenario.get());
        if (!made) {
            session_.remark(
                {"Er is niet vergeleken: " + made.error().where + " gaf " + made.error().found + ".", true});
            return;
        }
        window.clipboard(made->text);
        session_.remark(
            {"De verschillen met de vorige run staan op het klembord en in " + made->page.string(), false});
    }

    bool draw(Window& window) {
        panels::Scene scene = session_.scene();
        scene.has_sound = sound_.available();
        if (real_) scene.real = real_->news(kept().user.function);
        maps_.dress(scene, OwnMaps::tiles_a_frame);
        dress(window.ui, session_.kept(), scene.looking_back);
        panels::Intents intents;
        bool given = false; // input: the user is here
        window.frame([&](ui::Ui& ui) {
            given = !ui.input_.keys.empty() || ui.input_.mouse_pressed || !(ui.mouse == mouse_);
            mouse_ = ui.mouse;
            intents = panels::draw(ui, scene, drafts_);
            answer_text_size(ui, intents);
        });
        if (maps_.wants_another_frame()) window.redraw();
        if (auto bad = maps_.bad_tiles(); !bad.empty()) session_.remark({std::move(bad), false});
        if (given) session_.touched();
        if (session_.kept_changed()) save_kept(session_.kept());
        if (intents.empty()) return true;
        window.redraw(2);
        for (const auto& intent : intents)
            if (const auto* wanted = std::get_if<panels::WriteSitrep>(&intent))
                write_sitrep_of(wanted->incident, window);
        for (const auto& intent : intents) {
            if (const auto* wanted = std::get_if<panels::Branch>(&intent)) branch(wanted->upto);
            if (const auto* wanted = std::get_if<panels::ExportSeries>(&intent)) keep_series(*wanted);
            if (std::holds_alternative<panels::CompareRuns>(intent)) compare_runs(window);
            if (std::holds_alternative<panels::WriteReport>(intent)) write_the_report();
            if (real_ && std::holds_alternative<panels::RealSeen>(intent)) real_->put_away();
        }
        const bool go_on = session_.obey(intents);
        if (session_.kept_changed()) save_kept(session_.kept());
        return go_on;
    }

    /// Files, clipboard, a note in the logboek, and where to find it on the screen.
    void write_sitrep_of(const IncidentId& incident, Window& window) {
        const auto scene = session_.scene();
        const auto sitrep =
            report::sitrep(scene.picture, incident, scene.now, source_.mode, session_.kept().user.function);
        const auto file = write_sitrep(sitrep, incident, state_folder());
        if (!file) {
            session_.remark(
                {"De sitrep is niet geschreven: " + file.error().where + " kan niet. Maak ruimte.", true});
            return;
        }
        window.clipboard(report::as_text(sitrep));
        NoteWritten note;
        note.note = NoteId(fmt::format("sitrep/{}/{}/{}", desk_name(), sitrep.number, to_text(wall_clock())));
        note.incident = incident;
        note.text = fmt::format("{}{} gemaakt", report::sitrep_note, sitrep.number);
        session_.obey({panels::Act{note, note.text, std::nullopt}});
        session_.remark(
            {fmt::format("Sitrep {} staat op het klembord en in {}", sitrep.number, file->string()), false});
    }

    /// The plot as numbers and as a picture. EGL draws it, and takes the place of the window's context
    /// meanwhile.
    void keep_series(const panels::ExportSeries& wanted) {
        Window::let_go();
        const auto written =
            write_series(session_.scene(), wanted, fonts_, ui::light_palette(), state_folder());
        session_.remark(written
                            ? panels::Remark{"De grafiek staat in " + written->csv.string() +
                                                 (written->png.empty() ? " (een beeld maken lukt hier niet)"
                                                                       : " en " + written->png.string()),
                                             written->png.empty()}
                            : panels::Remark{"De grafiek is niet bewaard: " + written.error().where +
                                                 " kan niet. Maak ruimte.",
                                             true});
    }

    /// Of the whole journal, also while it goes on, and where to find it on the screen.
    void write_the_report() {
        const auto page = write_report(source_.journal, source_.scenario.get(), state_folder());
        session_.remark(page ? panels::Remark{"Het verslag staat in " + page->string(), false}
                             : panels::Remark{"Het verslag is niet geschreven: " + page.error().where +
                                                  " gaf " + page.error().found + ".",
                                              true});
    }

    /// The letters in the size that the user asked for, or the largest that this window holds.
    void fit_letters(Window& window) {
        const float scale = scale_in(window, session_.kept().text_percent);
        if (fonts_.scale() == scale) return;
        fonts_.build(scale);
        window.renew_fonts();
        if (wall_) wall_->renew_fonts();
    }

    void answer_text_size(ui::Ui& ui, panels::Intents& intents) {
        const int percent = session_.kept().text_percent,
                  shown = static_cast<int>(std::lround(ui.scale * 100));
        // On many keyboards + is Shift and =.
        const auto larger = {
            ui::Shortcut{ui::Key::plus, true, false, false}, ui::Shortcut{ui::Key::equal, true, false, false},
            ui::Shortcut{ui::Key::plus, true, true, false}, ui::Shortcut{ui::Key::equal, true, true, false}};
        if (std::any_of(larger.begin(), larger.end(),
                        [&](const auto& key) { return ui::pressed(ui, key); })) {
            if (shown < percent)
                intents.push_back(panels::Explain{
                    fmt::format("Groter past niet op dit scherm: de tekst staat op {} %.", shown)});
            else
                intents.push_back(panels::SetTextSize{percent + 10});
        }
        if (ui::pressed(ui, ui::with_ctrl(ui::Key::minus)))
            intents.push_back(panels::SetTextSize{std::min(percent, shown) - 10});
        if (ui::pressed(ui, ui::with_ctrl(ui::Key::d0))) intents.push_back(panels::SetTextSize{100});
    }

    const Options& options_;
    Wanted wanted_;
    std::optional<Wanted> next_; ///< where the exercise goes on
    ui::Fonts& fonts_;
    OwnMaps& maps_;
    Source source_;
    Session session_;
    std::unique_ptr<RealSide> real_; ///< in an exercise
    std::size_t warned_for_ = 0;     ///< acts of which it was said that leaving loses them
    bool played_told_ = false;       ///< whether the exercise is played was looked at
    bool followed_ = true;           ///< as the user was told; at first they may take it to be so
    const Instant opened_ = wall_clock();
    panels::Drafts drafts_;
    Sound sound_;
    Notifications notifications_;
    std::unique_ptr<Window> wall_; ///< shares the first one's textures: closed before it
    panels::Drafts wall_drafts_;
    Instant wall_second_;
    Instant drawn_second_;
    ui::Point mouse_{-1, -1}; ///< where it was in the last frame
    std::string look_at_;     ///< --at, until it was looked at
};

WindowWish wish_of(const Options& options, Mode mode) {
    WindowWish wish;
    wish.title = mode == Mode::exercise ? "Regiekamer – OEFENING" : "Regiekamer";
    wish.icon_png = (assets_folder() / "regiekamer.png").string();
    wish.maximised = !options.sized;
    if (options.sized) wish.width = options.width, wish.height = options.height;
    return wish;
}

int run_window(const Options& options) {
    auto screen = Screen::open();
    if (!screen) return complain(sentence(screen.error()));
    Kept kept = load_kept();
    if (options.text_percent > 0) kept.text_percent = options.text_percent;
    if (options.theme) kept.theme = *options.theme;
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
                : "Dit is een nieuwe tak. De klok staat stil; de vorige run staat in zijn eigen journaal.";
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
