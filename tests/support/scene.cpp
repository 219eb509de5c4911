// What a desk does with what the panels ask for: acts through the hub, navigation at once.
#include "tests/support/scene.hpp"

#include "dashboard/words/refusal.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace regiekamer;

Desk::Desk(Mode wanted)
    : mode(wanted), history_([this](Sequence after, std::size_t limit) {
          const auto from = std::min<std::size_t>(after, facts_.size());
          const auto until = std::min(facts_.size(), from + limit);
          return std::vector<Recorded>(facts_.begin() + static_cast<std::ptrdiff_t>(from),
                                       facts_.begin() + static_cast<std::ptrdiff_t>(until));
      }) {
    data.kind = panels::DataState::Kind::live;
    data.heard = data.wall_now = now;
}

void Desk::takes(Recorded fact) {
    facts_.push_back(fact);
    history_.append(fact);
    search_.append(history_.current(), fact);
    if (measuring_) measuring_->observe(fact);
}

void Desk::practises(const player::Scenario& scenario) {
    measuring_.emplace(scenario);
    script_.scenario = &scenario;
}

const measure::Draaiboek* Desk::script(Instant at, Sequence upto) {
    if (!measuring_ || !measuring_->digest() || !panels::sees_script(user)) return nullptr;
    script_.results = measuring_->results(at, upto);
    return &script_;
}

Sequence Desk::tells(Instant when, Body body) {
    return appends(when, std::move(body), mode == Mode::exercise ? "scenario/test/run" : "desk/other");
}

void Desk::withdraws(Sequence sequence, const std::string& reason) {
    const auto& message = said(sequence).message;
    appends(now, MessageWithdrawn{MessageId(message.id), message.source, reason}, message.source);
}

void Desk::looks_at(Instant at) {
    past_ = at < now ? std::optional(picture::NamedMoment{history_.sequence_at(at), at}) : std::nullopt;
    if (past_) shown_ = *history_.at(past_->sequence);
}

void Desk::looks_at(Sequence sequence) {
    past_ = {sequence, history_.moment_of(sequence)};
    shown_ = *history_.at(sequence);
}

panels::Scene Desk::scene() {
    if (!past_) shown_ = history_.current();
    const auto at = past_ ? past_->at : now;
    const auto upto = past_ ? past_->sequence : history_.head();
    return {
        .picture = shown_,
        .now = at,
        .live_now = now,
        .looking_back = past_.has_value(),
        .mode = mode,
        .user = speaks_as.value_or(user),
        .view_chosen = view_chosen,
        .view = view,
        .incident = incident ? incident : picture::leading_incident(shown_, at),
        .log = history_.log(),
        .upto = upto,
        .fetch =
            [this](Sequence sequence) {
                auto found = history_.message(sequence);
                return found ? *found : std::shared_ptr<const Recorded>();
            },
        .withdrawn = [this, upto](Sequence sequence) { return history_.withdrawn_by(sequence, upto) != 0; },
        .data = data,
        .waiting = waiting,
        .undo = undo,
        .map = map,
        .catalogue = catalogue,
        .remark = remark,
        .set_aside = set_aside,
        .theme = panels::Theme::dark,
        .muted = muted,
        .has_sound = has_sound,
        .gone = gone,
        .picture_at =
            [this](Sequence sequence) {
                auto found = history_.at(sequence);
                return found ? std::make_shared<const picture::Picture>(std::move(*found))
                             : std::shared_ptr<const picture::Picture>();
            },
        .last_look = last_look,
        .real = real,
        .search = &search_,
        .script = script(at, upto),
        .speaker = speaks_as ? std::optional(user) : std::nullopt,
        .journal = "oefening-proef",
        .runs_here = runs_here,
        .hub_journal = hub_journal,
        .layers = &layers,
        .tile = tile,
        .undone = [this](Sequence withdrawal) { return history_.undone_by(withdrawal); },
        .map_hidden = map_hidden};
}

/// What becomes of each thing that panels ask for.
struct Desk::Obey {
    Desk& desk;

    void operator()(const panels::Act& act) {
        if (desk.away)
            desk.waiting.push_back(desk.message(desk.now, act.body, Desk::own_source));
        else if (const auto sequence = desk.acts_through_the_hub(act.body); sequence != 0)
            desk.done_.push_back(sequence);
    }
    void operator()(const panels::TakeBack&) {
        for (; !desk.done_.empty(); desk.done_.pop_back())
            desk.withdraws(desk.done_.back(), "teruggenomen");
    }
    void operator()(const panels::LookAt& wanted) { desk.looks_at(wanted.at); }
    void operator()(const panels::LookAtMessage& wanted) { desk.looks_at(wanted.sequence); }
    void operator()(const panels::BackToNow&) { desk.past_.reset(); }
    void operator()(const panels::Show& wanted) { desk.view = wanted.view; }
    void operator()(const panels::ShowIncident& wanted) { desk.incident = wanted.incident; }
    void operator()(const panels::SetUser& wanted) { desk.user = wanted.user; }
    void operator()(const panels::SpeakAs& wanted) { desk.speaks_as = wanted.role; }
    void operator()(const panels::SetAside& wanted) { desk.set_aside = wanted.alert; }
    void operator()(const panels::SetMuted& wanted) { desk.muted = wanted.muted; }
    void operator()(const panels::Explain& wanted) { desk.remark = {wanted.text, false}; }
    void operator()(const panels::PutAway&) { desk.remark.reset(); }
    void operator()(const panels::SetLayer& wanted) {
        if (wanted.shown)
            desk.map_hidden.erase(wanted.layer);
        else
            desk.map_hidden.insert(wanted.layer);
    }
    void operator()(const panels::RealSeen&) { desk.real.reset(); }
    void operator()(const panels::Told&) { desk.last_look.back = false; }
    template <class T>
    void operator()(const T&) {}
};

Gui::Draw Desk::drawn() {
    return [this](ui::Ui& ui) {
        const auto intents = panels::draw(ui, scene(), drafts);
        if (std::any_of(intents.begin(), intents.end(),
                        [](const auto& intent) { return std::holds_alternative<panels::Act>(intent); }))
            done_.clear();
        for (const auto& intent : intents)
            std::visit(Obey{*this}, intent);
        asked.insert(asked.end(), intents.begin(), intents.end());
    };
}

std::size_t Desk::acts() const {
    return static_cast<std::size_t>(std::count_if(asked.begin(), asked.end(), [](const auto& intent) {
        return std::holds_alternative<panels::Act>(intent);
    }));
}

Sequence Desk::appends(Instant when, Body body, const std::string& source) {
    auto wanted = message(when, std::move(body), source);
    if (!two_desks_) {
        takes({facts_.size() + 1, when, "test", std::move(wanted)});
        return facts_.size();
    }
    const auto desk = source == own_source ? TwoDesks::At::first : TwoDesks::At::second;
    auto fact = two_desks_->say(desk, wanted);
    if (!fact) {
        remark = {words::refusal(fact.error()), true};
        if (!hub_may_refuse) FAIL_CHECK("the hub refused it: " << sentence(fact.error()));
        return 0;
    }
    takes(std::move(*fact));
    return facts_.size();
}

Sequence Desk::acts_through_the_hub(Body body) {
    if (!two_desks_) two_desks_ = std::make_unique<TwoDesks>(mode, facts_);
    const auto sequence = appends(now, std::move(body), own_source);
    CHECK(two_desks_->seen_at_second() == history_.current());
    return sequence;
}

Message Desk::message(Instant when, Body body, const std::string& source) const {
    Message message;
    message.id = "m" + std::to_string(facts_.size() + waiting.size() + 1);
    message.source = source;
    message.time = when;
    message.status = mode;
    const auto role = speaks_as.value_or(user);
    const auto seat = speaks_as ? std::optional(user) : std::nullopt;
    const auto& who = panels::sayer(body, role, seat);
    message.function = who.function;
    if (speaks_as && !who.person.empty()) message.person = who.person;
    message.body = std::move(body);
    return message;
}
