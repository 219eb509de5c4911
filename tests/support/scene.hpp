// A desk without hub, link or window: bodies are told to a History; panels get the Scene of any moment of it.
#pragma once

#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/history.hpp"
#include "tests/support/gui.hpp"

#include <algorithm>

/// What is known, who sits at the desk, and what the screen asked for.
///     Desk desk; desk.tells(desk.now, body);
///     Gui gui(desk.drawn()); gui.press(Key::n); CHECK(desk.acted<ActionOpened>() != nullptr);
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
    regiekamer::Instant now = start();
    bool looking_back = false;
    regiekamer::panels::User user{"OvD-Bz", "K. de Wit"};
    regiekamer::panels::View view = regiekamer::panels::View::automatic;
    regiekamer::panels::DataState data;
    std::optional<regiekamer::panels::Undo> undo;
    regiekamer::panels::Drafts drafts;
    regiekamer::panels::BaseMap map;
    regiekamer::panels::Intents asked; ///< all that the panels asked for since the last `forget`

    void takes(regiekamer::Recorded fact) {
        facts_.push_back(fact);
        history_.append(std::move(fact));
    }
    /// The next message of the journal; its id is "m" and its sequence.
    regiekamer::Sequence tells(regiekamer::Instant when, regiekamer::Body body) {
        regiekamer::Recorded fact;
        fact.sequence = facts_.size() + 1;
        fact.recorded = when;
        fact.message.id = "m" + std::to_string(fact.sequence);
        fact.message.source = "desk/test";
        fact.message.time = when;
        fact.message.status = mode;
        fact.message.function = user.function;
        fact.message.body = std::move(body);
        takes(std::move(fact));
        return facts_.size();
    }

    regiekamer::panels::Scene scene() {
        const auto& picture = history_.current();
        return {picture,
                now,
                std::max(now, start()),
                looking_back,
                mode,
                user,
                view,
                regiekamer::picture::leading_incident(picture, now),
                history_.log(),
                history_.head(),
                [this](regiekamer::Sequence sequence) {
                    auto message = history_.message(sequence);
                    return message ? *message : std::shared_ptr<const regiekamer::Recorded>();
                },
                [this](regiekamer::Sequence sequence) {
                    return history_.withdrawn_by(sequence, history_.head()) != 0;
                },
                data,
                waiting_,
                undo,
                map};
    }
    const regiekamer::picture::Picture& picture() { return history_.current(); }

    /// What a Gui draws: the whole window. What is done comes back as a message at once, as from a hub.
    Gui::Draw drawn() {
        return [this](regiekamer::ui::Ui& ui) {
            const auto intents = regiekamer::panels::draw(ui, scene(), drafts);
            for (const auto& intent : intents)
                if (const auto* act = std::get_if<regiekamer::panels::Act>(&intent)) tells(now, act->body);
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
    std::vector<regiekamer::Recorded> facts_;
    std::vector<regiekamer::Message> waiting_;
    regiekamer::picture::History history_;
};
