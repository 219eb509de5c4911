// Folding, time travel, and the way from an intent to a message.
#include "dashboard/desk/session.hpp"

#include "dashboard/picture/crossing.hpp"
#include "dashboard/picture/moment.hpp"
#include "dashboard/words/crossing.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

constexpr auto undo_time = seconds(10);

} // namespace

Session::Session(Mode mode, picture::ReadBack read_back, link::Link* link, const std::string& desk, Kept kept,
                 const panels::BaseMap& map, const catalogue::Catalogue& catalogue)
    : mode_(mode), read_back_(read_back), history_(std::move(read_back)), link_(link),
      source_("desk/" + desk), kept_(std::move(kept)), map_(map), catalogue_(catalogue),
      presence_(kept_.user.person.value) {}

void Session::remark_on(const std::vector<tables::Error>& complaints) {
    if (!complaints.empty()) remark({words::left_out(complaints), true});
}

void Session::remember_as(std::string journal) {
    journal_ = std::move(journal);
    const auto seen = kept_.seen.find(journal_);
    if (seen != kept_.seen.end()) presence_.remember(seen->second);
}

void Session::practises(const player::Scenario& scenario, bool own) {
    measuring_.emplace(scenario);
    script_.scenario = &scenario;
    script_own_ = own;
}

/// A draaiboek of another text would tell of injects that never come.
void Session::check_script() {
    if (!measuring_ || script_checked_) return;
    const auto refuse_script = [&](const std::string& why) {
        measuring_.reset();
        script_checked_ = true;
        remark({why, true});
    };
    if (mode_ != Mode::exercise)
        return refuse_script("Dit is geen oefening maar echt. U ziet hier geen draaiboek.");
    if (const auto& digest = measuring_->digest()) {
        script_checked_ = *digest == measuring_->scenario().digest;
        if (!script_checked_)
            refuse_script(
                "Uw draaiboek (" + measuring_->scenario().title +
                ") is niet de tekst van deze oefening. U ziet het niet. Start met hetzelfde bestand.");
        return;
    }
    if (script_own_ || script_awaited_) return;
    const auto state = link_ == nullptr ? link::State{} : link_->state();
    if (link_ != nullptr && (state.phase != link::Phase::live || history_.head() < state.head)) return;
    script_awaited_ = true;
    remark({"Hier loopt nog geen oefening. U ziet het draaiboek zodra zij begint.", false});
}

const measure::Draaiboek* Session::script(Instant now, Sequence upto) {
    if (!measuring_ || !measuring_->digest() || !panels::sees_script(kept_.user)) return nullptr;
    script_.results = measuring_->results(now, upto);
    return &script_;
}

void Session::touched() {
    if (link_ == nullptr || journal_.empty() || history_.head() == 0) return;
    const auto state = link_->state();
    if (!presence_.came() && (state.phase != link::Phase::live || history_.head() < state.head)) return;
    const Instant now = wall_clock();
    const bool away = presence_.touched(now, history_.head());
    kept_.seen[journal_] = presence_.seen();
    if (!away && now - *kept_at_ < minutes(1)) return;
    kept_changed_ = true;
    kept_at_ = now;
}

void Session::take(std::vector<Recorded> facts) {
    // A desk that began with its copy is told the same again by the hub.
    std::erase_if(facts, [&](const Recorded& fact) { return fact.sequence <= history_.head(); });
    for (const auto& fact : facts) {
        history_.append(fact);
        if (measuring_) measuring_->observe(fact);
        if (std::holds_alternative<IncidentOpened>(fact.message.body)) show_what_matters(kept_);
    }
    if (facts.empty()) return;
    const auto& known = history_.current(); // names and titles that came in this very moment too
    for (const auto& fact : facts) {
        search_.append(known, fact);
        if (const auto crossing = crossings_.hears(fact)) tell(*crossing);
    }
}

/// What comes along with an act (the teams of a GRIP level) crosses too: the first says what it is about.
void Session::tell(const Crossing& crossing) {
    if (told_crossing_ && crossing.mine.recorded - *told_crossing_ < Crossings::same_moment) return;
    told_crossing_ = crossing.mine.recorded;
    const auto& known = history_.current();
    const bool holds = picture::holds(known, crossing.mine, crossing.other_later());
    remark({words::crossing(known, crossing.mine, crossing.other, holds), !holds});
}

bool Session::receive(std::size_t limit) {
    if (link_ == nullptr) return false;
    auto facts = link_->drain(limit);
    bool changed = !facts.empty();
    take(std::move(facts));
    const auto state = link_->state();
    if (state.phase != link::Phase::live)
        all_taken_ = false;
    else if (history_.head() >= state.received)
        all_taken_ = true;
    check_script();
    tell_whether_linked();
    for (const auto& outcome : link_->outcomes()) {
        changed = true;
        if (!outcome.refused) continue;
        crossings_.refused(outcome.id);
        // What was refused was not done, nor can it be taken back.
        if (done_) std::erase_if(done_->ids, [&](const MessageId& id) { return id == outcome.id; });
        if (done_ && done_->ids.empty()) done_.reset();
        remark({words::refusal(*outcome.refused), true});
    }
    return changed;
}

/// A hub that is not this desk's stays so until somebody does something: the header has no room to say what.
void Session::tell_whether_linked() {
    const auto state = link_->state();
    std::string words;
    if (state.phase == link::Phase::refused && state.refusal)
        words = fmt::format(
            "Geen verbinding: {}. Wat u vastlegt, wacht hier. Laat de beheerder de goede hub starten.",
            words::no_link(*state.refusal));
    if (words == refusal_told_) return;
    if (!refusal_told_.empty()) take_back_remark(refusal_told_);
    refusal_told_ = words;
    if (!words.empty()) remark({std::move(words), true});
}

Result<Sequence> Session::read_all() {
    for (;;) {
        auto facts = read_back_(history_.head(), 1000);
        if (!facts) return tl::unexpected(facts.error());
        if (facts->empty()) {
            check_script();
            return history_.head();
        }
        take(std::move(*facts));
    }
}

Instant Session::wall_now() const {
    return wall_clock() + (link_ == nullptr ? microseconds(0) : link_->state().clock_offset);
}

Instant Session::live_now() {
    if (fixed_now_ && (!past_ || went_back_)) return *fixed_now_;
    const auto& picture = history_.current();
    if (link_ == nullptr)
        return past_ ? picture::default_now(picture) : picture::now_of_file(picture, mode_, wall_clock());
    const Instant wall = wall_now();
    return mode_ == Mode::exercise ? picture::exercise_now(picture, wall).value_or(wall) : wall;
}

Result<picture::NamedMoment> Session::look_at(std::string_view text) {
    auto moment =
        picture::named_moment(text, history_, link_ == nullptr ? std::nullopt : std::optional(live_now()));
    if (!moment) return moment;
    went_back_ = false;
    go_to(*moment);
    return moment;
}

void Session::go_to(picture::NamedMoment moment) {
    auto picture = history_.at(moment.sequence);
    if (!picture) {
        remark(
            {"Dit moment is niet te lezen: het journaal gaf geen antwoord. Probeer het nog eens; blijft dit, "
             "start Regiekamer dan opnieuw.",
             true});
        return;
    }
    shown_ = std::move(*picture);
    past_ = moment;
}

void Session::look_at(Instant at) {
    if (at >= live_now()) return past_.reset();
    went_back_ = true;
    go_to({history_.sequence_at(at), at});
}

void Session::look_at(Sequence sequence) {
    went_back_ = true;
    go_to({sequence, history_.moment_of(sequence)});
}

panels::DataState Session::data_state() const {
    using Kind = panels::DataState::Kind;
    panels::DataState data;
    if (link_ == nullptr) {
        data.kind = Kind::live;
        data.heard = data.wall_now =
            history_.head() == 0 ? wall_clock() : history_.moment_of(history_.head());
        if (mode_ == Mode::actual && !past_)
            data.wall_now = std::max(data.wall_now, fixed_now_.value_or(wall_clock()));
        return data;
    }
    const auto state = link_->state();
    switch (state.phase) {
    case link::Phase::connecting:
        data.kind = Kind::connecting;
        break;
    case link::Phase::catching_up:
        data.kind = Kind::catching_up;
        break;
    case link::Phase::live: // the link has it; what the screen shows may still be behind
        data.kind = all_taken_ ? Kind::live : Kind::catching_up;
        break;
    case link::Phase::away:
        data.kind = Kind::away;
        break;
    case link::Phase::refused:
        data.kind = Kind::refused;
        break;
    }
    data.wall_now = wall_clock();
    data.heard = state.heard;
    data.unsent = state.unsent;
    data.received = std::min(state.received, history_.head());
    data.head = state.head;
    if (state.refusal) data.trouble = words::no_link(*state.refusal);
    return data;
}

panels::FetchMessage Session::fetching() {
    return [this](Sequence sequence) {
        auto message = history_.message(sequence);
        return message ? *message : std::shared_ptr<const Recorded>();
    };
}

std::optional<IncidentId> Session::chosen_or_leading(const picture::Picture& picture, Instant now) const {
    const auto active = picture::active_incidents(picture, now);
    if (incident_ && std::find(active.begin(), active.end(), *incident_) != active.end()) return incident_;
    return picture::leading_incident(picture, now);
}

panels::Scene Session::wall_scene() {
    const Instant now = live_now();
    wall_shown_ = history_.current();
    const Sequence upto = history_.head();
    return panels::Scene{
        .picture = wall_shown_,
        .now = now,
        .live_now = now,
        .looking_back = false,
        .mode = mode_,
        .user = kept_.user,
        .view = panels::View::wand,
        .incident = chosen_or_leading(wall_shown_, now),
        .log = history_.log(),
        .upto = upto,
        .fetch = fetching(),
        .withdrawn = [this, upto](Sequence sequence) { return history_.withdrawn_by(sequence, upto) != 0; },
        .data = data_state(),
        .waiting = waiting_,
        .undo = std::nullopt,
        .map = map_,
        .catalogue = catalogue_,
        .remark = std::nullopt,
        .set_aside = 0,
        .theme = kept_.theme,
        .text_percent = kept_.text_percent,
        .muted = muted_,
        .gone = {},
        .map_hidden = kept_.map_hidden};
}

panels::Scene Session::scene() {
    const Instant live = live_now();
    if (!past_) shown_ = history_.current();
    // A clock that was fixed is that of the picture that was asked for with it, not of one gone back to.
    const Instant now = past_ ? (fixed_now_ && !went_back_ ? *fixed_now_ : past_->at) : live;
    const auto incident = chosen_or_leading(shown_, now);
    const bool known = incident_ && picture::find_incident(shown_, *incident_) != nullptr;
    if (known && incident_ != incident) incident_.reset(); // it is over; what was just opened comes back yet
    waiting_ = link_ == nullptr ? std::vector<Message>{} : link_->waiting();
    std::optional<panels::Undo> undo;
    if (done_ && link_ != nullptr) {
        const auto left = std::chrono::ceil<seconds>(undo_time - (wall_clock() - done_->at));
        if (left.count() > 0)
            undo = panels::Undo{done_->text, left};
        else
            done_.reset();
    }
    const Sequence upto = past_ ? past_->sequence : history_.head();
    return panels::Scene{
        .picture = shown_,
        .now = now,
        .live_now = std::max(live, now),
        .looking_back = past_.has_value() && link_ != nullptr,
        .mode = mode_,
        .user = speaks_as_.value_or(kept_.user),
        .view_chosen = view_chosen_,
        .view = view_,
        .incident = incident,
        .log = history_.log(),
        .upto = upto,
        .fetch = fetching(),
        .withdrawn = [this, upto](Sequence sequence) { return history_.withdrawn_by(sequence, upto) != 0; },
        .data = data_state(),
        .waiting = waiting_,
        .undo = undo,
        .map = map_,
        .catalogue = catalogue_,
        .remark = notices_.shown(wall_clock()),
        .set_aside = set_aside_,
        .theme = kept_.theme,
        .text_percent = kept_.text_percent,
        .muted = muted_,
        .gone = gone_,
        .picture_at =
            [this](Sequence sequence) {
                auto picture = history_.at(sequence);
                return picture ? std::make_shared<const picture::Picture>(std::move(*picture))
                               : std::shared_ptr<const picture::Picture>();
            },
        .last_look = presence_.last_look(),
        .search = &search_,
        .script = script(now, upto),
        .speaker = speaks_as_ ? std::optional(kept_.user) : std::nullopt,
        .journal = std::filesystem::path(journal_).stem().string(),
        .runs_here = script_own_,
        .undone = [this](Sequence withdrawal) { return history_.undone_by(withdrawal); },
        .map_hidden = kept_.map_hidden};
}

void Session::act(const panels::Act& act, Done& done) {
    if (link_ == nullptr) return;
    notices_.go_on();
    Message message;
    message.source = source_;
    message.status = mode_;
    message.time = live_now();
    const std::optional<panels::User> speaker = speaks_as_ ? std::optional(kept_.user) : std::nullopt;
    const panels::User role = speaks_as_.value_or(kept_.user);
    const panels::User& who = panels::sayer(act.body, role, speaker);
    message.function = who.function;
    if (!who.person.empty()) message.person = who.person;
    message.cause = act.cause;
    message.body = act.body;
    if (!speaks_as_) link_->sits(who.function.value, who.person.value); // who acts sits here, named or not
    const auto id = link_->send(message);
    if (!id) {
        remark({words::refusal(id.error()), true});
        return;
    }
    crossings_.said(*id, act.body);
    const auto type = type_of(act.body);
    const std::string_view theme = std::string_view(type).substr(std::min(type.size(), type_prefix.size()));
    if (theme.starts_with("exercise.") || theme.starts_with("inject.")) done.final = true;
    done.acknowledged =
        std::holds_alternative<AlarmAcknowledged>(act.body) && (done.ids.empty() || done.acknowledged);
    done.ids.emplace_back(*id);
    done.text = done.text.empty() ? act.text : done.text;
    done.at = wall_clock();
}

void Session::take_back() {
    if (!done_ || link_ == nullptr) {
        notices_.answer(
            {"Er is niets om terug te nemen: dat kan tot tien seconden na uw laatste daad.", false});
        return;
    }
    const Done undone = *std::exchange(done_, std::nullopt);
    Done ignored;
    for (auto id = undone.ids.rbegin(); id != undone.ids.rend(); ++id)
        act({MessageWithdrawn{*id, source_, "meteen teruggenomen"}, "teruggenomen", std::nullopt}, ignored);
    notices_.answer({undone.acknowledged
                         ? "Uw bevestiging is ingetrokken: het alarm staat weer open."
                         : "Teruggenomen: " + undone.text + ". In het logboek staat het als ingetrokken.",
                     false});
}

bool Session::obey(const panels::Intents& intents) {
    Done done;
    bool go_on = true;
    for (const auto& intent : intents) {
        if (const auto* wanted = std::get_if<panels::Act>(&intent)) act(*wanted, done);
        if (const auto* wanted = std::get_if<panels::Show>(&intent)) show(wanted->view);
        if (const auto* wanted = std::get_if<panels::ShowIncident>(&intent)) incident_ = wanted->incident;
        if (const auto* wanted = std::get_if<panels::LookAt>(&intent)) look_at(wanted->at);
        if (const auto* wanted = std::get_if<panels::LookAtMessage>(&intent)) look_at(wanted->sequence);
        if (std::holds_alternative<panels::BackToNow>(intent)) past_.reset();
        if (std::holds_alternative<panels::TakeBack>(intent)) take_back();
        if (const auto* wanted = std::get_if<panels::Explain>(&intent))
            notices_.answer({wanted->text, false});
        if (std::holds_alternative<panels::PutAway>(intent)) notices_.put_away();
        if (std::holds_alternative<panels::ToggleWall>(intent)) wall_wanted_ = !wall_wanted_;
        if (std::holds_alternative<panels::Told>(intent)) presence_.told();
        if (std::holds_alternative<panels::Quit>(intent)) go_on = false;
        if (const auto* wanted = std::get_if<panels::SetUser>(&intent)) {
            kept_.user = wanted->user;
            presence_.sits(kept_.user.person.value, history_.head());
            speaks_as_.reset();
            kept_.named = kept_changed_ = true;
            kept_.complaint.clear();
            if (link_ != nullptr) link_->sits(kept_.user.function.value, kept_.user.person.value);
        }
        if (const auto* wanted = std::get_if<panels::SetTextSize>(&intent)) {
            const int percent = std::clamp(wanted->percent, 80, 200);
            if (percent != kept_.text_percent) kept_.usual_text_percent.reset(); // chosen: it stays
            kept_.text_percent = percent;
            kept_changed_ = true;
        }
        if (const auto* wanted = std::get_if<panels::SetTheme>(&intent)) {
            if (wanted->theme != kept_.theme) kept_.usual_theme.reset();
            kept_.theme = wanted->theme;
            kept_changed_ = true;
        }
        if (const auto* wanted = std::get_if<panels::SetLayer>(&intent)) {
            if (wanted->shown)
                kept_.map_hidden.erase(wanted->layer);
            else
                kept_.map_hidden.insert(wanted->layer);
            kept_changed_ = true;
        }
        if (const auto* wanted = std::get_if<panels::SpeakAs>(&intent)) speaks_as_ = wanted->role;
        if (const auto* wanted = std::get_if<panels::SetMuted>(&intent)) muted_ = wanted->muted;
        if (const auto* wanted = std::get_if<panels::SetAside>(&intent)) set_aside_ = wanted->alert;
    }
    if (!done.ids.empty() && !done.final) done_ = std::move(done);
    return go_on;
}

std::optional<picture::Alarm> Session::must_sound() {
    const auto now = live_now();
    const auto list = picture::alarms_for(history_.current(), kept_.user.function, now);
    watch_those_that_go(list);
    std::optional<picture::Alarm> worst;
    for (const auto& alarm : list) {
        if (alarm.state != picture::AlarmState::fresh) continue;
        if (alarm.level == picture::AlarmLevel::red && sounded_.insert(alarm.id).second && !worst)
            worst = alarm;
    }
    // What was there when the desk opened is on the screen; only what comes after it is heard.
    return std::exchange(sounded_before_, true) ? worst : std::nullopt;
}

void Session::watch_those_that_go(const std::vector<picture::Alarm>& list) {
    for (const auto& [id, alarm] : unseen_) {
        const auto same = [&alarm = alarm](const auto& one) { return one.id == alarm.id; };
        const bool still = std::any_of(list.begin(), list.end(), same);
        if (!still && picture::can_go_by_itself(alarm.rule)) gone_.push_back(alarm);
    }
    unseen_.clear();
    for (const auto& alarm : list)
        if (alarm.state == picture::AlarmState::fresh) unseen_.emplace(alarm.id, alarm);
    std::erase_if(gone_, [&](const picture::Alarm& alarm) {
        return unseen_.contains(alarm.id) || picture::was_acknowledged(history_.current(), alarm.id);
    });
    constexpr std::size_t gone_most = 100;
    if (gone_.size() > gone_most) gone_.erase(gone_.begin(), gone_.end() - gone_most);
}

} // namespace regiekamer::desk
