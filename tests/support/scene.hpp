// A desk without a window: bodies are told to a History; panels get the Scene of any moment of it, and what
// they ask for goes through a real hub. A second desk sees it there and must know the same afterwards.
#pragma once

#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/history.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "dashboard/words/search_text.hpp"
#include "scenarios/measure/measuring.hpp"
#include "tests/support/gui.hpp"
#include "tests/support/two_desks.hpp"

#include <memory>

/// What is known, who sits at the desk, and what the screen asked for.
///     Desk desk; desk.tells(desk.now, body);
///     Gui gui(desk.drawn()); gui.press(Key::n); CHECK(desk.acted<ActionOpened>().size() == 1);
class Desk {
public:
    /// Saturday 23 January 2027, 04:37 in Alblasserdam.
    static regiekamer::Instant start() { return *regiekamer::read_instant("2027-01-23T04:37:00+01:00"); }

    explicit Desk(regiekamer::Mode wanted = regiekamer::Mode::exercise);
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    Desk(Desk&&) = delete;
    Desk& operator=(Desk&&) = delete;

    regiekamer::Mode mode;
    regiekamer::Instant now = start(); ///< the live clock
    regiekamer::panels::User user{"OvD-Bz", "K. de Wit"};
    regiekamer::Sequence view_chosen = std::numeric_limits<regiekamer::Sequence>::max();
    regiekamer::panels::View view = regiekamer::panels::View::automatic;
    std::optional<regiekamer::IncidentId> incident; ///< chosen
    regiekamer::panels::DataState data;
    std::vector<regiekamer::Message> waiting; ///< the outbox
    bool away = false;                        ///< what is done goes to the outbox
    bool hub_may_refuse = false;              ///< of a picture that no hub would have taken
    std::optional<regiekamer::panels::Undo> undo;
    std::optional<regiekamer::panels::Remark> remark;
    regiekamer::Sequence set_aside = 0;
    bool muted = false, has_sound = true;
    bool runs_here = true;
    std::string hub_journal;
    std::vector<regiekamer::picture::Alarm> gone; ///< alarms that went before they were acknowledged
    regiekamer::panels::LastLook last_look;
    std::optional<regiekamer::panels::RealNews> real; ///< breaks into the exercise
    regiekamer::panels::Drafts drafts;
    regiekamer::panels::BaseMap map;
    regiekamer::geo::OwnLayers layers;
    std::set<std::string> map_hidden;   ///< layers of the map that are switched off
    regiekamer::panels::FetchTile tile; ///< textures of the own base maps
    regiekamer::catalogue::Catalogue catalogue;
    regiekamer::panels::Intents asked; ///< all that the panels asked for since the last `forget`

    std::optional<regiekamer::panels::User> speaks_as; ///< a role; `user` sits here all the same

    /// Who leads has this scenario; it must outlive the desk. Said before anything is told.
    void practises(const regiekamer::player::Scenario& scenario);
    /// Who leads has no scenario here.
    void practises_nothing() { measuring_.reset(); }
    void takes(regiekamer::Recorded fact);
    /// The next message of the journal, said by another: in an exercise by its player, whose clock moves.
    regiekamer::Sequence tells(regiekamer::Instant when, regiekamer::Body body);
    /// A message is taken back by who said it.
    void withdraws(regiekamer::Sequence sequence, const std::string& reason);
    /// How many messages the journal has.
    [[nodiscard]] std::size_t known() const { return facts_.size(); }
    /// The last message of the journal.
    [[nodiscard]] const regiekamer::Message& last_said() const { return facts_.back().message; }
    [[nodiscard]] const regiekamer::Recorded& said(regiekamer::Sequence sequence) const {
        return facts_[sequence - 1];
    }

    void looks_at(regiekamer::Instant at);
    void looks_at(regiekamer::Sequence sequence);
    [[nodiscard]] bool looks_back() const { return past_.has_value(); }

    regiekamer::panels::Scene scene();
    const regiekamer::picture::Picture& picture() { return history_.current(); }

    /// What a Gui draws: the whole window.
    Gui::Draw drawn();

    void forget() { asked.clear(); }
    template <class T>
    [[nodiscard]] const T* asked_for() const {
        for (const auto& intent : asked)
            if (const auto* found = std::get_if<T>(&intent)) return found;
        return nullptr;
    }
    /// All bodies of this type that were done.
    template <class T>
    [[nodiscard]] std::vector<T> acted() const {
        std::vector<T> found;
        for (const auto& intent : asked)
            if (const auto* act = std::get_if<regiekamer::panels::Act>(&intent))
                if (const auto* body = std::get_if<T>(&act->body)) found.push_back(*body);
        return found;
    }
    [[nodiscard]] std::size_t acts() const;

private:
    static constexpr const char* own_source = "desk/test";

    /// Its id is "m" and its sequence. Before the first act there is no hub yet: it will find this journaled.
    regiekamer::Sequence appends(regiekamer::Instant when, regiekamer::Body body, const std::string& source);
    regiekamer::Sequence acts_through_the_hub(regiekamer::Body body);
    const regiekamer::measure::Draaiboek* script(regiekamer::Instant at, regiekamer::Sequence upto);
    [[nodiscard]] regiekamer::Message message(regiekamer::Instant when, regiekamer::Body body,
                                              const std::string& source) const;

    struct Obey;
    std::vector<regiekamer::Recorded> facts_;
    regiekamer::picture::History history_;
    regiekamer::words::SearchText search_;
    std::optional<regiekamer::measure::Measuring> measuring_;
    regiekamer::measure::Draaiboek script_;
    std::optional<regiekamer::picture::NamedMoment> past_;
    regiekamer::picture::Picture shown_;
    std::vector<regiekamer::Sequence> done_; ///< what TakeBack takes back: all that was done at once
    std::unique_ptr<TwoDesks> two_desks_;    ///< from the first act on
};
