// A desk without hub, link or window: bodies are told to a History; panels get the Scene of any moment of it,
// and what they ask for is done at once, as by the shell and a hub that is near.
#pragma once

#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/history.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "dashboard/words/search_text.hpp"
#include "tests/support/gui.hpp"

#include <algorithm>

/// What is known, who sits at the desk, and what the screen asked for.
///     Desk desk; desk.tells(desk.now, body);
///     Gui gui(desk.drawn()); gui.press(Key::n); CHECK(desk.acted<ActionOpened>().size() == 1);
class Desk {
public:
    /// Saturday 23 January 2027, 04:37 in Alblasserdam.
    static regiekamer::Instant start() { return *regiekamer::read_instant("2027-01-23T04:37:00+01:00"); }

    explicit Desk(regiekamer::Mode wanted = regiekamer::Mode::exercise)
        : mode(wanted), history_([this](regiekamer::Sequence after, std::size_t limit) {
              const auto from = std::min<std::size_t>(after, facts_.size());
              const auto until = std::min(facts_.size(), from + limit);
              return std::vector<regiekamer::Recorded>(facts_.begin() + static_cast<std::ptrdiff_t>(from),
                                                       facts_.begin() + static_cast<std::ptrdiff_t>(until));
          }) {
        data.kind = regiekamer::panels::DataState::Kind::live;
        data.heard = data.wall_now = now;
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    Desk(Desk&&) = delete;
    Desk& operator=(Desk&&) = delete;

    regiekamer::Mode mode;
    regiekamer::Instant now = start(); ///< the live clock
    regiekamer::panels::User user{"OvD-Bz", "K. de Wit"};
    regiekamer::panels::View view = regiekamer::panels::View::automatic;
    std::optional<regiekamer::IncidentId> incident; ///< chosen
    regiekamer::panels::DataState data;
    std::vector<regiekamer::Message> waiting; ///< the outbox
    bool away = false;                        ///< what is done goes to the outbox
    std::optional<regiekamer::panels::Undo> undo;
    std::optional<regiekamer::panels::Remark> remark;
    regiekamer::Sequence set_aside = 0;
    bool muted = false;
    std::vector<regiekamer::picture::Alarm> gone; ///< alarms that went before they were acknowledged
    regiekamer::panels::LastLook last_look;
    regiekamer::panels::Drafts drafts;
    regiekamer::panels::BaseMap map;
    regiekamer::catalogue::Catalogue catalogue;
    regiekamer::panels::Intents asked; ///< all that the panels asked for since the last `forget`

    void takes(regiekamer::Recorded fact) {
        facts_.push_back(fact);
        history_.append(fact);
        search_.append(history_.current(), fact);
    }
    /// The next message of the journal, said by another: in an exercise by its player, whose clock moves.
    regiekamer::Sequence tells(regiekamer::Instant when, regiekamer::Body body) {
        return appends(when, std::move(body),
                       mode == regiekamer::Mode::exercise ? "scenario/test/run" : "desk/other");
    }
    /// A message is taken back by who said it.
    void withdraws(regiekamer::Sequence sequence, const std::string& reason) {
        const auto& message = said(sequence).message;
        appends(now, regiekamer::MessageWithdrawn{regiekamer::MessageId(message.id), message.source, reason},
                message.source);
    }
    [[nodiscard]] const regiekamer::Recorded& said(regiekamer::Sequence sequence) const {
        return facts_[sequence - 1];
    }

    void looks_at(regiekamer::Instant at) {
        past_ = at < now ? std::optional(regiekamer::picture::NamedMoment{history_.sequence_at(at), at})
                         : std::nullopt;
        if (past_) shown_ = *history_.at(past_->sequence);
    }
    void looks_at(regiekamer::Sequence sequence) {
        past_ = {sequence, history_.moment_of(sequence)};
        shown_ = *history_.at(sequence);
    }
    [[nodiscard]] bool looks_back() const { return past_.has_value(); }

    regiekamer::panels::Scene scene() {
        if (!past_) shown_ = history_.current();
        const auto at = past_ ? past_->at : now;
        const auto upto = past_ ? past_->sequence : history_.head();
        return {.picture = shown_,
                .now = at,
                .live_now = now,
                .looking_back = past_.has_value(),
                .mode = mode,
                .user = user,
                .view = view,
                .incident = incident ? incident : regiekamer::picture::leading_incident(shown_, at),
                .log = history_.log(),
                .upto = upto,
                .fetch =
                    [this](regiekamer::Sequence sequence) {
                        auto found = history_.message(sequence);
                        return found ? *found : std::shared_ptr<const regiekamer::Recorded>();
                    },
                .withdrawn =
                    [this, upto](regiekamer::Sequence sequence) {
                        return history_.withdrawn_by(sequence, upto) != 0;
                    },
                .data = data,
                .waiting = waiting,
                .undo = undo,
                .map = map,
                .catalogue = catalogue,
                .remark = remark,
                .set_aside = set_aside,
                .theme = regiekamer::panels::Theme::dark,
                .muted = muted,
                .gone = gone,
                .picture_at =
                    [this](regiekamer::Sequence sequence) {
                        auto found = history_.at(sequence);
                        return found ? std::make_shared<const regiekamer::picture::Picture>(std::move(*found))
                                     : std::shared_ptr<const regiekamer::picture::Picture>();
                    },
                .last_look = last_look,
                .search = &search_};
    }
    const regiekamer::picture::Picture& picture() { return history_.current(); }

    /// What a Gui draws: the whole window.
    Gui::Draw drawn() {
        return [this](regiekamer::ui::Ui& ui) {
            const auto intents = regiekamer::panels::draw(ui, scene(), drafts);
            if (std::any_of(intents.begin(), intents.end(), [](const auto& intent) {
                    return std::holds_alternative<regiekamer::panels::Act>(intent);
                }))
                done_.clear();
            for (const auto& intent : intents)
                std::visit([this](const auto& wanted) { obeys(wanted); }, intent);
            asked.insert(asked.end(), intents.begin(), intents.end());
        };
    }

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
    [[nodiscard]] std::size_t acts() const {
        return static_cast<std::size_t>(std::count_if(asked.begin(), asked.end(), [](const auto& intent) {
            return std::holds_alternative<regiekamer::panels::Act>(intent);
        }));
    }

private:
    /// Its id is "m" and its sequence.
    regiekamer::Sequence appends(regiekamer::Instant when, regiekamer::Body body, const std::string& source) {
        regiekamer::Recorded fact;
        fact.sequence = facts_.size() + 1;
        fact.recorded = when;
        fact.message = message(when, std::move(body), source);
        takes(std::move(fact));
        return facts_.size();
    }
    [[nodiscard]] regiekamer::Message message(regiekamer::Instant when, regiekamer::Body body,
                                              const std::string& source) const {
        regiekamer::Message message;
        message.id = "m" + std::to_string(facts_.size() + waiting.size() + 1);
        message.source = source;
        message.time = when;
        message.status = mode;
        message.function = user.function;
        message.body = std::move(body);
        return message;
    }

    void obeys(const regiekamer::panels::Act& act) {
        if (away)
            waiting.push_back(message(now, act.body, "desk/test"));
        else
            done_.push_back(appends(now, act.body, "desk/test"));
    }
    void obeys(const regiekamer::panels::TakeBack&) {
        for (; !done_.empty(); done_.pop_back())
            withdraws(done_.back(), "teruggenomen");
    }
    void obeys(const regiekamer::panels::LookAt& wanted) { looks_at(wanted.at); }
    void obeys(const regiekamer::panels::LookAtMessage& wanted) { looks_at(wanted.sequence); }
    void obeys(const regiekamer::panels::BackToNow&) { past_.reset(); }
    void obeys(const regiekamer::panels::Show& wanted) { view = wanted.view; }
    void obeys(const regiekamer::panels::ShowIncident& wanted) { incident = wanted.incident; }
    void obeys(const regiekamer::panels::SetUser& wanted) { user = wanted.user; }
    void obeys(const regiekamer::panels::SetAside& wanted) { set_aside = wanted.alert; }
    void obeys(const regiekamer::panels::SetMuted& wanted) { muted = wanted.muted; }
    void obeys(const regiekamer::panels::Explain& wanted) { remark = {wanted.text, false}; }
    void obeys(const regiekamer::panels::PutAway&) { remark.reset(); }
    void obeys(const regiekamer::panels::Told&) { last_look.back = false; }
    template <class T>
    void obeys(const T&) {}

    std::vector<regiekamer::Recorded> facts_;
    regiekamer::picture::History history_;
    regiekamer::words::SearchText search_;
    std::optional<regiekamer::picture::NamedMoment> past_;
    regiekamer::picture::Picture shown_;
    std::vector<regiekamer::Sequence> done_; ///< what TakeBack takes back: all that was done at once
};
