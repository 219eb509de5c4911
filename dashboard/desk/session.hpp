// One person's session at the desk: what was received is folded, a Scene is made of it, and what the panels
// ask for becomes messages or navigation. Knows no window; UI thread only.
#pragma once

#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/desk/crossings.hpp"
#include "dashboard/desk/kept.hpp"
#include "dashboard/desk/notices.hpp"
#include "dashboard/desk/presence.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/intents.hpp"
#include "dashboard/picture/history.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "dashboard/words/search_text.hpp"
#include "messaging/link/link.hpp"
#include "scenarios/measure/measuring.hpp"

#include <deque>
#include <limits>
#include <map>
#include <set>

namespace regiekamer::desk {

class Session {
public:
    /// `link` may be null: then the session only looks at what `read_back` gives (a still picture).
    Session(Mode mode, picture::ReadBack read_back, link::Link* link, const std::string& desk, Kept kept,
            const panels::BaseMap& map, const catalogue::Catalogue& catalogue);

    /// Under which name is kept how far the user looked.
    void remember_as(std::string journal);
    /// The exercise's scenario, which must outlive the session: who leads or observes sees how it goes.
    /// `own`: this desk plays it itself, so it will begin. A shared exercise must be of this very text.
    void practises(const player::Scenario& scenario, bool own);
    /// The user gave input: they look. After an absence, or at the start, what happened meanwhile is to be
    /// told.
    void touched();

    /// Folds what came in, at most `limit` messages; true when the screen changes by it.
    bool receive(std::size_t limit);
    /// The last message folded.
    [[nodiscard]] Sequence received() const { return history_.head(); }
    /// Everything that `read_back` has, for a session without a link.
    Result<Sequence> read_all();

    /// Looks at a moment of the past, as --at does.
    Result<picture::NamedMoment> look_at(std::string_view moment);
    /// The clock stands still here (--now).
    void fix_now(Instant now) { fixed_now_ = now; }
    /// The view that the user chose: an alarm for their own function that comes later goes over it.
    void show(panels::View view) {
        view_ = view;
        view_chosen_ = history_.head();
    }
    /// The view of a picture on paper: no alarm goes over it.
    void show_only(panels::View view) {
        view_ = view;
        view_chosen_ = std::numeric_limits<Sequence>::max();
    }
    [[nodiscard]] panels::View view() const { return view_; }
    /// Stays until the user puts it away; of several the newest is shown, and how many are behind it.
    void remark(panels::Remark remark) { notices_.say(std::move(remark)); }
    /// It holds no longer.
    void take_back_remark(std::string_view text) { notices_.forget(text); }
    /// Says that files of the user's were left out; nothing when all were right.
    void remark_on(const std::vector<tables::Error>& complaints);

    /// What is to be drawn now. Valid until the next call of any other member.
    panels::Scene scene();
    /// What the wall window shows: always now. Valid as that of `scene`.
    panels::Scene wall_scene();
    /// Whether the user wants a wall window.
    [[nodiscard]] bool wall_wanted() const { return wall_wanted_; }
    void close_wall() { wall_wanted_ = false; }
    /// Does what the panels asked for. False: the user wants to stop.
    bool obey(const panels::Intents& intents);

    /// The worst alarm that came since the last call and must be heard: each cause once; those of the moment
    /// looked back at never.
    std::optional<picture::Alarm> must_sound();
    [[nodiscard]] bool muted() const { return muted_; }
    /// Now, when not looking back: exercise time in an exercise.
    [[nodiscard]] Instant live_now();
    /// What was received, as it is now.
    [[nodiscard]] const picture::Picture& current() { return history_.current(); }
    [[nodiscard]] const Kept& kept() const { return kept_; }
    /// Kept settings changed since the last call.
    bool kept_changed() { return std::exchange(kept_changed_, false); }

private:
    struct Done {
        std::vector<MessageId> ids;
        std::string text;
        Instant at;                ///< wall clock
        bool acknowledged = false; ///< only alarms, which were acknowledged
        bool final = false;        ///< what leads an exercise is obeyed at once: it cannot be taken back
    };
    [[nodiscard]] Instant wall_now() const;
    [[nodiscard]] panels::DataState data_state() const;
    /// The incident that was chosen here, while it is open; else the one that leads.
    [[nodiscard]] std::optional<IncidentId> chosen_or_leading(const picture::Picture& picture,
                                                              Instant now) const;
    panels::FetchMessage fetching();
    void act(const panels::Act& act, Done& done);
    void take_back();
    void take(std::vector<Recorded> facts);
    void tell(const Crossing& crossing);
    void tell_whether_linked();
    void look_at(Instant at);
    void look_at(Sequence sequence);
    void go_to(picture::NamedMoment moment);
    void check_script();
    [[nodiscard]] const measure::Draaiboek* script(Instant now, Sequence upto);
    void watch_those_that_go(const std::vector<picture::Alarm>& list);

    Mode mode_;
    picture::ReadBack read_back_;
    picture::History history_;
    words::SearchText search_;
    Crossings crossings_;
    link::Link* link_;
    std::string source_;       ///< of what this desk says
    bool all_taken_ = false;   ///< since the link is live: what it had was folded
    std::string refusal_told_; ///< why the hub is not this desk's, as the user was told; empty: it is
    Kept kept_;
    const panels::BaseMap& map_;
    const catalogue::Catalogue& catalogue_;
    bool kept_changed_ = false;
    panels::View view_ = panels::View::automatic;
    Sequence view_chosen_ = 0;
    std::string journal_;
    std::optional<measure::Measuring> measuring_; ///< none: no scenario, or one of another exercise
    measure::Draaiboek script_;                   ///< of the moment shown
    bool script_checked_ = false, script_own_ = false, script_awaited_ = false;
    std::optional<panels::User> speaks_as_; ///< a role, until Esc; never kept
    Presence presence_;
    std::optional<Instant> kept_at_; ///< wall clock
    std::optional<IncidentId> incident_;
    std::optional<Instant> fixed_now_;
    std::optional<picture::NamedMoment> past_; ///< looking back
    bool went_back_ = false; ///< there by a key or the mouse, not by the start of the program
    picture::Picture shown_; ///< of the moment shown
    picture::Picture wall_shown_;
    bool wall_wanted_ = false;
    std::vector<Message> waiting_;
    std::optional<Done> done_;
    Notices notices_;
    std::optional<Instant> told_crossing_; ///< when the own act was recorded
    Sequence set_aside_ = 0;
    bool muted_ = false; ///< not kept: a desk that starts is heard
    std::set<AlarmId> sounded_;
    std::map<AlarmId, picture::Alarm> unseen_; ///< fresh ones at the last look
    std::vector<picture::Alarm> gone_;
    bool sounded_before_ = false;
};

} // namespace regiekamer::desk
