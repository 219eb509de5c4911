// The loop of a window, its wall, and what it says of itself: the outbox, the real side, a branch, a journal
// that nobody plays.
#include "dashboard/desk/desk.hpp"

#include "dashboard/desk/branch.hpp"
#include "dashboard/desk/broken_off.hpp"
#include "dashboard/desk/desk_name.hpp"
#include "dashboard/desk/end_signals.hpp"
#include "dashboard/desk/unplayed.hpp"
#include "dashboard/panels/wall.hpp"
#include "dashboard/words/alarm_words.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::desk {

Desk::Desk(const Options& options, Wanted wanted, Source source, const panels::BaseMap& map,
           const catalogue::Loaded& lists, Kept kept, ui::Fonts& fonts, OwnMaps& maps)
    : options_(options), wanted_(std::move(wanted)), fonts_(fonts), maps_(maps), source_(std::move(source)),
      session_(source_.mode, read_back(source_.journal), source_.link.get(), desk_name(), std::move(kept),
               map, lists.catalogue) {
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
            RealSide::Endpoints{options.actual, link::live_beside(options.actual)}, desk_name() + "-oefent",
            state_folder() / ("echt-" + desk_name() + ".journal"), [] { Screen::wake(); });
    if (options.exercise.empty()) look_at_ = options.at;
    const Kept& own = session_.kept();
    if (!own.complaint.empty()) session_.remark({own.complaint, true});
    if (!own.named) panels::open(drafts_, panels::Dialog::who);
    drafts_.text2 = own.complaint; // the dialog lies over the remark
}

std::optional<Wanted> Desk::run(Window& window) {
    for (bool go_on = true; go_on && !next_ && !asked_to_end();) {
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

bool Desk::leaves() {
    const std::size_t unsent = session_.scene().data.unsent;
    if (unsent == 0 || std::exchange(warned_for_, unsent) == unsent) return true;
    session_.remark(
        {fmt::format("{} van wat u vastlegde {} nog niet bij de hub en {} weg als u nu sluit. Wacht op "
                     "verbinding, of sluit nog eens.",
                     unsent, unsent == 1 ? "is" : "zijn", unsent == 1 ? "is" : "zijn"),
         true});
    return false;
}

bool Desk::step(Window& window) {
    bool received = session_.receive(2'000);
    if (real_) received |= real_->receive(2'000);
    look_when_caught_up();
    follow_the_branch();
    tell_whether_followed();
    tell_whether_played();
    const auto second = std::chrono::floor<seconds>(wall_clock());
    if (received || second != drawn_second_) window.redraw();
    if (source_.player && second != drawn_second_) still_alive(source_.journal);
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

void Desk::announce(const picture::Alarm& alarm) {
    const auto text = words::alarm_text(session_.current(), alarm, session_.live_now());
    notifications_.show((source_.mode == Mode::exercise ? "OEFENING · " : "") + text.title, text.detail);
    if (!session_.muted()) sound_.alarm();
}

void Desk::announce(const panels::RealNews& news) {
    notifications_.show("ECHT · " + news.title, news.detail);
    sound_.alarm();
}

void Desk::tend_wall(const Window& first) {
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
    bool done = false; // who clicked on it has the keyboard there
    wall_->frame([&](ui::Ui& ui) {
        done = ui::pressed_anywhere(ui, ui::with_ctrl(ui::Key::w)) ||
               ui::pressed_anywhere(ui, ui::Shortcut{ui::Key::escape});
        panels::draw_wall(ui, scene, wall_drafts_);
    });
    if (done) session_.close_wall();
}

void Desk::open_wall(const Window& first) {
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

void Desk::read_the_copy() {
    if (const auto read = session_.read_all(); !read)
        session_.remark({"De kopie is niet te lezen: " + read.error().found + ".", true});
}

void Desk::look_when_caught_up() {
    if (look_at_.empty()) return;
    const auto state = source_.link->state();
    if (state.phase != link::Phase::live || session_.received() < state.head) return;
    const auto moment = session_.look_at(std::exchange(look_at_, {}));
    if (!moment) session_.remark({"Dit moment is er niet: " + moment.error().found + ".", true});
}

void Desk::tell_whether_played() {
    if (!played_told_ && source_.player) {
        const auto state = source_.player->state();
        if (state.phase != player::Phase::failed || !state.problem) return;
        played_told_ = true;
        session_.remark({words_of_failed_player(*state.problem), true});
    }
    if (played_told_ || source_.hub == nullptr || source_.player || source_.mode != Mode::exercise) return;
    const auto state = source_.link->state();
    if (state.phase != link::Phase::live || session_.received() < state.head) return;
    played_told_ = true;
    if (auto words = words_of_unplayed(session_.current(), source_.journal))
        session_.remark({std::move(*words), true});
}

void Desk::tell_whether_followed() {
    constexpr auto patience = seconds(5);
    if (!real_ || wall_clock() - opened_ < patience || real_->followed() == followed_) return;
    followed_ = !followed_;
    const std::string there = "De hub voor echt werk is er weer: een echte melding ziet u hier.";
    const std::string away =
        "De hub voor echt werk (" + options_.actual + ") antwoordt niet: een echte melding ziet u hier niet.";
    session_.take_back_remark(followed_ ? away : there);
    session_.remark({followed_ ? there : away, !followed_});
}

void Desk::follow_the_branch() {
    if (source_.mode != Mode::exercise || wanted_.connect.empty()) return;
    const auto state = source_.link->state();
    if (state.phase != link::Phase::refused || !state.refusal || state.refusal->where != "journal") return;
    next_ = wanted_;
}

void Desk::find_hub_journal(panels::Scene& scene) {
    if (source_.hub != nullptr || source_.mode != Mode::exercise || scene.script == nullptr) return;
    if (!hub_journal_) {
        std::error_code gone;
        const std::array folders{state_folder(), std::filesystem::current_path(gone)};
        const auto found = hub_journal(source_.link->state().journal, folders);
        hub_journal_ = found ? found->string() : std::string();
    }
    scene.hub_journal = *hub_journal_;
}

std::optional<std::filesystem::path> Desk::journal_to_branch(const panels::Branch& wanted) {
    if (source_.hub != nullptr) return source_.journal;
    const auto same = same_journal(wanted.journal, source_.link->state().journal);
    if (same) return *same;
    session_.remark(
        {fmt::format("Er is niet afgetakt: {} is niet het journaal van deze hub. Kies het bestand waarmee "
                     "de hub is gestart (--journal).",
                     wanted.journal),
         true});
    return std::nullopt;
}

void Desk::branch(const panels::Branch& wanted) {
    if (source_.scenario == nullptr) {
        session_.remark(
            {"Aftakken kan alleen op een werkplek die het draaiboek heeft (--exercise BESTAND).", true});
        return;
    }
    const auto scene = session_.scene();
    const auto then = scene.picture_at(wanted.upto);
    if (then && then->exercise->ended) {
        session_.remark({"Op dit moment is de oefening al beëindigd. Kies een eerder moment.", true});
        return;
    }
    const auto journal = journal_to_branch(wanted);
    if (!journal) return;
    const auto made = then ? branch_off(*journal, wanted.upto, *then, wanted.at, kept().user)
                           : Result<NewBranch>(refuse("journal", "no answer", "a readable journal"));
    if (!made) {
        session_.remark({"Er is niet afgetakt: " + made.error().where + " gaf " + made.error().found +
                             ". Kies een moment nadat de oefening begon.",
                         true});
        return;
    }
    next_ = wanted_;
    next_->journal = made->journal.string();
    next_->connect.clear(); // the branch is played here, whoever played its parent
    next_->first = made->first;
    next_->from.reset();
}

bool Desk::draw(Window& window) {
    panels::Scene scene = session_.scene();
    scene.has_sound = sound_.available();
    if (real_) scene.real = real_->news(kept().user.function);
    find_hub_journal(scene);
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
        if (const auto* wanted = std::get_if<panels::Branch>(&intent)) branch(*wanted);
        if (const auto* wanted = std::get_if<panels::ExportSeries>(&intent)) keep_series(*wanted);
        if (std::holds_alternative<panels::CompareRuns>(intent)) compare_runs(window);
        if (std::holds_alternative<panels::WriteReport>(intent)) write_the_report();
        if (real_ && std::holds_alternative<panels::RealSeen>(intent)) real_->put_away();
    }
    const bool go_on = session_.obey(intents);
    if (session_.kept_changed()) save_kept(session_.kept());
    return go_on;
}

void Desk::fit_letters(Window& window) {
    const float scale = scale_in(window, session_.kept().text_percent);
    if (fonts_.scale() == scale) return;
    fonts_.build(scale);
    window.renew_fonts();
    if (wall_) wall_->renew_fonts();
}

void Desk::answer_text_size(ui::Ui& ui, panels::Intents& intents) {
    const int percent = session_.kept().text_percent, shown = static_cast<int>(std::lround(ui.scale * 100));
    // On many keyboards + is Shift and =.
    const auto larger = {
        ui::Shortcut{ui::Key::plus, true, false, false}, ui::Shortcut{ui::Key::equal, true, false, false},
        ui::Shortcut{ui::Key::plus, true, true, false}, ui::Shortcut{ui::Key::equal, true, true, false}};
    if (std::any_of(larger.begin(), larger.end(), [&](const auto& key) { return ui::pressed(ui, key); })) {
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

} // namespace regiekamer::desk
