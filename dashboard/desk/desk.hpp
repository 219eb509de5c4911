// Everything of one window on one journal: it receives, draws what changed, and does what the user asks of
// the desk itself.
#pragma once

#include "dashboard/desk/furnishing.hpp"
#include "dashboard/desk/notification.hpp"
#include "dashboard/desk/options.hpp"
#include "dashboard/desk/real_side.hpp"
#include "dashboard/desk/session.hpp"
#include "dashboard/desk/sound.hpp"
#include "dashboard/panels/drafts.hpp"

#include <memory>
#include <optional>

namespace regiekamer::desk {

/// What it is made of outlives it, but for the source: that is its own, and its hub and ports are free when
/// it is gone.
class Desk {
public:
    Desk(const Options& options, Wanted wanted, Source source, const panels::BaseMap& map,
         const catalogue::Loaded& lists, Kept kept, ui::Fonts& fonts, OwnMaps& maps);
    /// Until the user stops or the exercise goes on in another journal; that is returned.
    std::optional<Wanted> run(Window& window);
    void remark(std::string text) { session_.remark({std::move(text), false}); }
    void show(panels::View view) { session_.show(view); }
    [[nodiscard]] panels::View view() const { return session_.view(); }
    [[nodiscard]] const Kept& kept() const { return session_.kept(); }

private:
    /// What was not sent would be lost: leaving is then asked twice.
    bool leaves();
    /// One turn of the loop: receive, draw if something changed, sleep until the next second.
    bool step(Window& window);
    void announce(const picture::Alarm& alarm);
    /// A real message breaks through, also on a desk that was muted for the exercise.
    void announce(const panels::RealNews& news);
    /// The wall window: opened and closed as the user wants, drawn once a second and when something came in.
    void tend_wall(const Window& first);
    void open_wall(const Window& first);
    void read_the_copy();
    /// --at: what was known then can only be told once all of it is here.
    void look_when_caught_up();
    /// Once: when all of the journal is here and nobody plays it, or when the player here gave up.
    void tell_whether_played();
    /// Who relies on a real message breaking through must know when none can.
    void tell_whether_followed();
    /// The hub that this desk shares has another journal: the exercise goes on there.
    void follow_the_branch();
    /// The run is left where it is, and a new one begins from this moment.
    void branch(const panels::Branch& wanted);
    /// Which file to branch; none: the user was told why not.
    std::optional<std::filesystem::path> journal_to_branch(const panels::Branch& wanted);
    /// Looked for once, for who leads a shared exercise.
    void find_hub_journal(panels::Scene& scene);
    void compare_runs(Window& window);
    bool draw(Window& window);
    /// Files, clipboard, a note in the logboek, and where to find it on the screen.
    void write_sitrep_of(const IncidentId& incident, Window& window);
    /// The plot as numbers and as a picture. EGL draws it, and takes the place of the window's context
    /// meanwhile.
    void keep_series(const panels::ExportSeries& wanted);
    /// Of the whole journal, also while it goes on, and where to find it on the screen.
    void write_the_report();
    /// The letters in the size that the user asked for, or the largest that this window holds.
    void fit_letters(Window& window);
    void answer_text_size(ui::Ui& ui, panels::Intents& intents);

    const Options& options_;
    Wanted wanted_;
    std::optional<Wanted> next_; ///< where the exercise goes on
    ui::Fonts& fonts_;
    OwnMaps& maps_;
    Source source_;
    Session session_;
    std::unique_ptr<RealSide> real_;         ///< in an exercise
    std::size_t warned_for_ = 0;             ///< acts of which it was said that leaving loses them
    std::optional<std::string> hub_journal_; ///< of a shared exercise; empty: looked for, and not found
    bool played_told_ = false;               ///< whether the exercise is played was looked at
    bool followed_ = true;                   ///< as the user was told; at first they may take it to be so
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

} // namespace regiekamer::desk
