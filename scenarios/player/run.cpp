// What was said is told by the journal alone; so a crash loses nothing but time.
#include "scenarios/player/run.hpp"

#include "scenarios/player/identity.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace regiekamer::player {
namespace {

constexpr std::string_view clock_key = "exercise/clock", ended_key = "exercise/ended";
/// A player, or a hub, that is back so soon goes on with the clock that everybody sees; longer is a pause.
constexpr seconds away_max{2};

/// Messages that desks, feeds and the hub leave on a journal before an exercise begins.
bool is_housekeeping(const Body& body) {
    return std::holds_alternative<DeskJoined>(body) || std::holds_alternative<DeskLeft>(body) ||
           std::holds_alternative<FeedReported>(body) || std::holds_alternative<FeedRefused>(body) ||
           std::holds_alternative<FeedRetryAsked>(body) || std::holds_alternative<FeedRetried>(body) ||
           std::holds_alternative<CheckRecorded>(body);
}

} // namespace

Result<Beginning> beginning(const Plan& plan, const std::string& wanted, std::span<const Recorded> journal) {
    const std::string mine = source_of(plan, "");
    Beginning found{wanted.empty() ? new_run() : wanted, true};
    for (const Recorded& recorded : journal) {
        const Message& message = recorded.message;
        if (is_housekeeping(message.body)) continue;
        if (found.fresh) {
            if (!message.source.starts_with(mine))
                return refuse("journal", "messages of " + message.source,
                              "a new journal, or one of this scenario");
            found = {message.source.substr(mine.size()), false};
            if (!wanted.empty() && wanted != found.run)
                return refuse("journal", "run " + found.run, "run " + wanted + ", or a new journal");
        }
        const auto* started = std::get_if<ExerciseStarted>(&message.body);
        if (started == nullptr) continue;
        if (started->run.value != found.run)
            return refuse("journal", "run " + started->run.value, "run " + found.run + " alone");
        if (started->scenario_digest != plan.digest)
            return refuse("scenario", "another text than this run began with",
                          "the same file, or a new journal");
    }
    return found;
}

Run::Run(const Plan& plan, std::string run, RunOptions options)
    : plan_(plan), run_(std::move(run)), source_(source_of(plan, run_)), options_(std::move(options)),
      evidence_(plan.expectations, plan.start), simulation_(plan, options_.play),
      status_(plan.entries.size(), Status::pending), due_(plan.entries.size()), when_(plan.entries.size()),
      moved_(plan.entries.size()), said_(plan.entries.size()) {
    for (std::size_t i = 0; i < plan.entries.size(); ++i) {
        const Entry& entry = plan.entries[i];
        due_[i] = when_[i] = entry.due;
        pending_.emplace(entry.due, i);
        entry_of_id_.emplace(event_id(run_, entry.key, 0), i);
        if (!entry.inject.empty()) entry_of_inject_.emplace(entry.inject, i);
    }
}

void Run::take(std::size_t entry, Status status) {
    if (status_[entry] == Status::pending) pending_.erase({when_[entry], entry});
    if (status == Status::delivered && status_[entry] != Status::delivered) ++delivered_;
    status_[entry] = status;
}

/// The simulated roles hear it. What they say to it becomes entries beside those of the plan; what would be
/// said after the last of those is not said any more.
void Run::simulate(const Message& message, const std::string& entry, bool simulated) {
    for (Entry& answer : simulation_.react(message, entry, simulated)) {
        if (answer.due > plan_.end) continue;
        const std::size_t index = status_.size();
        if (!entry_of_id_.emplace(event_id(run_, answer.key, 0), index).second) continue;
        due_.push_back(answer.due);
        when_.push_back(answer.due);
        status_.push_back(Status::pending);
        moved_.push_back(false);
        said_.push_back(false);
        pending_.emplace(answer.due, index);
        answers_.push_back(std::move(answer));
    }
}

/// Own messages are answered when they are said, in their order; after a crash when they are read back.
void Run::observe_said(const Message& message) {
    const auto entry = entry_of_id_.find(message.id);
    const bool simulated = entry == entry_of_id_.end() || entry->second >= plan_.entries.size();
    simulation_.observe(message, simulated, message.time);
    if (entry == entry_of_id_.end() || !reacted_.insert(message.id).second) return;
    const Entry& said = entry_at(entry->second);
    simulate(message, std::string(simulated ? said.simulated->drawn : said.key), simulated);
}

void Run::observe(const Recorded& recorded) {
    const Message& message = recorded.message;
    recorded_ = recorded.recorded;
    evidence_.observe(recorded);
    if (is_own(message)) {
        observe_said(message);
        const bool expected = in_flight_.erase(message.id) > 0;
        if (message.id == setting_) setting_.clear();
        if (!expected && std::holds_alternative<ExerciseClockSet>(message.body)) ++clocks_;
        if (const auto entry = entry_of_id_.find(message.id); entry != entry_of_id_.end()) {
            take(entry->second, Status::delivered);
            said_[entry->second] = true;
            said_until_ = std::max(said_until_, message.time);
        }
    } else {
        simulation_.observe(message, false, evidence_.jumps().moment(recorded));
        simulate(message, {}, false);
    }
    // who says the time of the wall says nothing of the exercise's
    if (message.function && clock_ && message.time <= clock_->now(recorded.recorded) + minutes{1})
        heard_until_ = std::max(heard_until_, message.time);
    observe_body(recorded);
}

void Run::observe_body(const Recorded& recorded) {
    const Body& body = recorded.message.body;
    const auto mine = [&](const auto* about) { return about != nullptr && about->run.value == run_; };
    if (const auto* set = std::get_if<ExerciseClockSet>(&body); mine(set) && !ended_)
        set_clock(recorded, *set);
    if (const auto* halt = std::get_if<ExerciseHalted>(&body); mine(halt)) {
        halted_ = true;
        if (clock_) clock_ = stopped(*clock_, recorded.recorded);
        clock_own_ = false;
        to_set_.reset();
    }
    if (mine(std::get_if<ExerciseEnded>(&body))) ended_ = finished_ = true;
    if (mine(std::get_if<ExerciseBranched>(&body))) begin_branch(recorded);
    if (const auto* held = std::get_if<InjectHeld>(&body); mine(held))
        change_inject(held->inject, Status::held);
    if (const auto* skipped = std::get_if<InjectSkipped>(&body); mine(skipped))
        change_inject(skipped->inject, Status::skipped);
    if (const auto* moved = std::get_if<InjectMoved>(&body); mine(moved)) move_inject(recorded, *moved);
    if (const auto* given = std::get_if<InjectDelivered>(&body); mine(given))
        change_inject(given->inject, Status::delivered); // by hand, or by ourselves
}

void Run::set_clock(const Recorded& recorded, const ExerciseClockSet& set) {
    const bool own = is_own(recorded.message);
    if (own) opened_ = true;
    branch_waits_ = false;
    if (!own && options_.instant) { // the clock stands still until all is said
        if (set.running) halted_ = false;
        return;
    }
    to_set_.reset();
    Instant at = set.at;
    if (!own && clock_ && jumps_back(*clock_, set, recorded.recorded)) {
        // what was told stays told: put the clock back where it was, so that every desk shows the same
        at = clock_->now(recorded.recorded);
        to_set_ = ExerciseClockSet{run_, at, set.rate, set.running};
        const auto offset = [&](Instant moment) {
            return offset_text(std::chrono::floor<seconds>(moment - plan_.start));
        };
        remarks_.push_back("the clock was set back to " + offset(set.at) +
                           ": what was told stays told, it goes "
                           "on from " +
                           offset(at));
    }
    const bool was_away = own && clock_ && clock_->running && set.running;
    if (was_away) tell_late(set.at);
    clock_ = ExerciseClock{at, set.rate.value, set.running, recorded.recorded};
    clock_own_ = own;
    if (set.running) halted_ = false;
}

/// The player sets a clock that runs when it was away (resume, rejoin). What fell due meanwhile is told now,
/// so it is judged by what is known now, and is of now: whoever must react to it could not before.
void Run::tell_late(Instant now) {
    const auto missed = first_due(microseconds::min());
    if (!missed) return;
    const auto since = clock_->when(plan_.start + *missed), until = clock_->when(now);
    if (!since || !until || *until - *since <= away_max) return; // what a crash lost is said again as it was
    const microseconds at = now - plan_.start;
    for (auto next = pending_.lower_bound({*missed, 0}); next != pending_.end() && next->first < at;
         next = pending_.lower_bound({*missed, 0})) {
        const std::size_t entry = next->second;
        pending_.erase(next);
        due_[entry] = when_[entry] = at;
        pending_.emplace(at, entry);
    }
}

/// All before it is the parent's: its clock went on elsewhere, here it stands still until somebody sets it.
void Run::begin_branch(const Recorded& recorded) {
    if (clock_) clock_ = ExerciseClock{recorded.message.time, clock_->rate, false, recorded.recorded};
    clock_own_ = halted_ = ended_ = finished_ = false;
    branch_waits_ = true;
    to_set_.reset();
}

void Run::change_inject(const InjectNr& inject, Status status) {
    const auto found = entry_of_inject_.find(inject.value);
    if (found == entry_of_inject_.end()) return; // made up on the spot
    const Status now = status_[found->second];
    if (now == Status::delivered || (now == Status::in_flight && status != Status::delivered)) return;
    take(found->second, status);
}

void Run::move_inject(const Recorded& recorded, const InjectMoved& moved) {
    const auto found = entry_of_inject_.find(moved.inject.value);
    if (found == entry_of_inject_.end()) return;
    const std::size_t entry = found->second;
    if (status_[entry] == Status::delivered || status_[entry] == Status::in_flight) return;
    take(entry, Status::pending);
    // "now" said a moment ago is a time that is past already
    due_[entry] = when_[entry] = std::max(moved.at, recorded.message.time) - plan_.start;
    moved_[entry] = true;
    pending_.emplace(when_[entry], entry);
}

/// Entries are said in order: a condition before the last one said was judged, and did not hold.
void Run::withhold_judged() {
    std::size_t said = 0;
    for (std::size_t i = 0; i < plan_.entries.size(); ++i)
        if (said_[i] && !moved_[i]) said = i;
    for (std::size_t i = 0; i < said; ++i)
        if (status_[i] == Status::pending && !moved_[i] && !plan_.entries[i].conditions.empty() &&
            plan_.start + judged_at(i) <= said_until_)
            take(i, Status::withheld);
    for (std::size_t i = plan_.entries.size(); i < status_.size(); ++i) // answers likewise
        if (status_[i] == Status::pending && plan_.start + judged_at(i) < said_until_)
            take(i, Status::withheld);
}

/// The first after that moment that should be said as things stand; what a condition or a person keeps back
/// is not missed, nor is what a tijdsprong moved.
std::optional<microseconds> Run::first_due(microseconds after) const {
    std::optional<microseconds> first;
    for (const auto& [due, index] : pending_) {
        if (first && *first <= due) break;
        const microseconds at = std::max(due, judged_at(index));
        if (at > after && holds(entry_at(index), at)) first = std::min(first.value_or(at), at);
    }
    return first;
}

/// Where the exercise goes on after nobody told it for a while: at the first that should have been said
/// meanwhile, or at what people said after that; what should have been said before the clock was set (a
/// tijdsprong) moves nothing. None: it is told as it goes.
std::optional<Instant> Run::left_off(Instant hub_now) const {
    if (!clock_ || !clock_->running || halted_) return std::nullopt;
    const auto missed = [&](std::optional<microseconds> due) {
        const auto since = due ? clock_->when(plan_.start + *due) : std::nullopt;
        return since && hub_now - *since > away_max;
    };
    if (!missed(first_due(microseconds::min()))) return std::nullopt;
    const auto meanwhile = first_due(clock_->at - plan_.start);
    if (!missed(meanwhile)) return clock_->now(hub_now);
    const Instant at = std::max({plan_.start + *meanwhile, said_until_, heard_until_});
    const auto reached = clock_->when(at);
    return reached && hub_now - *reached > away_max ? at : clock_->now(hub_now);
}

/// A run goes on with those who played it when it began: who asks for others now must know.
void Run::remark_on_play() {
    if (!options_.play || status_[plan_.started] != Status::delivered) return;
    std::set<std::string> asked, playing;
    for (const Function& function : *options_.play)
        asked.insert(function.value);
    for (const ExerciseRole& role : simulation_.roles())
        if (role.played) playing.insert(role.function.value);
    if (asked == playing) return;
    remarks_.push_back(fmt::format("the run goes on with who played it when it began ({}): who is asked for "
                                   "now ({}) does not count",
                                   playing.empty() ? "nobody" : fmt::format("{}", fmt::join(playing, ", ")),
                                   fmt::join(asked, ", ")));
}

/// A clock that runs, or that somebody else stopped, is not the player's to change.
void Run::remark_on_rate() {
    if (!options_.rate || *options_.rate == clock_->rate) return;
    remarks_.push_back(fmt::format("the run goes on at x{:g}, as its clock was set: the rate {:g} that is "
                                   "asked for now does not count",
                                   clock_->rate, *options_.rate));
}

void Run::resume(Instant hub_now) {
    remarks_.clear(); // what was said when it was played the first time
    if (finished_) return;
    withhold_judged();
    remark_on_play();
    if (!clock_) return;
    const bool ahead = options_.from && opening() > said_until_;
    if (options_.from && !ahead)
        remarks_.push_back(offset_text(*options_.from) + " has been told: the run goes on from " +
                           offset_text(std::chrono::floor<seconds>(clock_->now(recorded_) - plan_.start)));
    if (options_.instant) return;
    if (halted_) return remarks_.push_back("NO PLAY: it waits until somebody sets the clock running");
    const bool ours = clock_own_ && !clock_->running; // stopped by the player itself: go on
    const bool waits = branch_waits_ && options_.go_on;
    const bool gap = options_.hub_stood_still_from && clock_->running;
    const auto away = gap ? std::nullopt : left_off(hub_now);
    const Instant last_seen =
        std::max(recorded_, std::min(options_.hub_stood_still_from.value_or(recorded_), hub_now));
    if (!clock_->running && !ours && !waits)
        remarks_.emplace_back("the exercise is paused: it waits until somebody sets the clock running");
    const bool begins = ours || waits;
    if (!begins) remark_on_rate();
    if (!begins && !gap && !ahead && !away) return;
    const Instant at = std::max(ahead ? opening() : away.value_or(clock_->now(last_seen)), said_until_);
    to_set_ =
        ExerciseClockSet{run_, at, Rate{begins ? rate_wanted() : clock_->rate}, begins || clock_->running};
}

void Run::rejoin(Instant hub_now) {
    if (finished_ || options_.instant || to_set_) return;
    if (const auto at = left_off(hub_now))
        to_set_ = ExerciseClockSet{run_, *at, Rate{clock_->rate}, clock_->running};
}

std::vector<std::string> Run::remarks() {
    return std::exchange(remarks_, {});
}

Instant Run::opening() const {
    return plan_.start + options_.from.value_or(microseconds{0});
}

Message Run::own(const std::string& key, std::uint64_t repetition, Instant time, Body body) {
    Message message;
    message.id = event_id(run_, key, repetition);
    message.source = source_;
    message.time = time;
    message.status = Mode::exercise;
    message.function = Function("oefenleiding");
    message.body = std::move(body);
    in_flight_.insert(message.id);
    return message;
}

Message Run::clock_message(Instant at, double rate, bool running) {
    Message message =
        own(std::string(clock_key), clocks_++, at, ExerciseClockSet{run_, at, Rate{rate}, running});
    setting_ = message.id;
    return message;
}

std::optional<microseconds> Run::limit(Instant hub_now) const {
    if (status_[plan_.started] == Status::pending)
        return microseconds{0}; // only what stands before the start
    if (!clock_ || halted_ || !setting_.empty()) return std::nullopt;
    if (options_.instant) return options_.until.value_or(microseconds::max());
    const microseconds now = clock_->now(hub_now) - plan_.start;
    return options_.until ? std::min(now, *options_.until) : now;
}

/// By what was heard until it was due: who judges it later, after a crash, comes to the same.
bool Run::holds(const Entry& entry, microseconds at) const {
    const Instant moment = plan_.start + at;
    return std::all_of(
               entry.conditions.begin(), entry.conditions.end(),
               [&](const Condition& condition) {
                   return evidence_.met(condition.expectation, {Upto::everything, moment}) == condition.met;
               }) &&
           (!entry.simulated || simulation_.stands(entry, moment));
}

/// When its conditions are judged: its time, or later by a tijdsprong. What shall come too late does so for a
/// deadline that moved as well.
microseconds Run::judged_at(std::size_t index) const {
    const Entry& entry = entry_at(index);
    const Instant due = plan_.start + due_[index];
    Instant latest = due;
    for (const Condition& condition : entry.conditions)
        latest = std::max(latest, evidence_.judged_at(condition.expectation, due));
    if (entry.simulated)
        for (const std::string& id : entry.simulated->late_for)
            if (const auto deadline = evidence_.outcome(id).deadline)
                latest = std::max(latest, *deadline + entry.simulated->late_by);
    return latest - plan_.start;
}

/// Who jumps past the end wants all of it told: then there is nothing left to wait for.
bool Run::jumped_past_the_end() const {
    microseconds last = plan_.end;
    for (std::size_t i = 0; i < moved_.size(); ++i)
        if (moved_[i]) last = std::max(last, due_[i]);
    const Instant end = plan_.start + last;
    const auto& jumps = evidence_.jumps().all();
    return !waits_for_a_person() && std::any_of(jumps.begin(), jumps.end(), [&](const Jump& jump) {
        return jump.from < end && jump.until >= end;
    });
}

void Run::say_due(microseconds until, std::size_t room, std::vector<Message>& out) {
    while (!pending_.empty() && out.size() < room && pending_.begin()->first <= until) {
        const std::size_t next = pending_.begin()->second;
        const Entry entry = entry_at(next); // a copy: answers are added meanwhile
        if (!entry.conditions.empty() || entry.simulated) {
            if (!in_flight_.empty()) return; // first hear what was said
            if (const auto judged = judged_at(next); judged > when_[next] && !jumped_past_the_end()) {
                if (entry.simulated && judged > plan_.end) {
                    take(next, Status::withheld); // no role speaks after the last message
                    continue;
                }
                pending_.erase(pending_.begin());
                when_[next] = judged;
                pending_.emplace(judged, next);
                continue;
            }
            if (!holds(entry, when_[next])) {
                take(next, Status::withheld);
                continue;
            }
        }
        out.push_back(message_of(plan_, entry, run_, when_[next]));
        if (auto* started = std::get_if<ExerciseStarted>(&out.back().body))
            started->roles = simulation_.roles();
        in_flight_.insert(out.back().id);
        take(next, Status::in_flight);
        said_until_ = std::max(said_until_, out.back().time);
        observe_said(out.back());
        if (next == plan_.started) return; // then the clock
    }
}

void Run::close(Instant hub_now, std::vector<Message>& out) {
    if (closed_) {
        finished_ = true;
        return;
    }
    const bool ends = !options_.until;
    Instant last = std::max(plan_.start + (ends ? plan_.end : *options_.until), said_until_);
    if (waited_) last = std::max(last, clock_->now(hub_now)); // the clock went on: it is not set back
    if (!options_.instant && clock_->now(hub_now) < last) return;
    const bool stands = !clock_->running && clock_->at == last;
    if (!stands) out.push_back(clock_message(last, clock_->rate, false));
    if (ends) out.push_back(own(std::string(ended_key), 0, last, ExerciseEnded{run_}));
    closed_ = true;
}

/// What somebody holds may still be sent: the exercise does not end over their head.
bool Run::waits_for_a_person() const {
    return !options_.instant && std::find(status_.begin(), status_.end(), Status::held) != status_.end();
}

std::vector<Message> Run::step(Instant hub_now, std::size_t room) {
    std::vector<Message> out;
    if (finished_ || room == 0) return out;
    if (to_set_) {
        out.push_back(clock_message(to_set_->at, to_set_->rate.value, to_set_->running));
        to_set_.reset();
        return out;
    }
    const bool started = status_[plan_.started] != Status::pending;
    if (started && !clock_ && !opened_) {
        opened_ = true;
        out.push_back(clock_message(opening(), rate_wanted(), !options_.instant));
        return out;
    }
    const auto until = limit(hub_now);
    if (!until) return out;
    say_due(*until, room, out);
    const bool more = !pending_.empty() && pending_.begin()->first <= *until;
    if (!options_.until && pending_.empty() && waits_for_a_person()) waited_ = true;
    const bool all_said = options_.until ? !more : pending_.empty() && !waits_for_a_person();
    if (started && out.empty() && all_said && in_flight_.empty()) close(hub_now, out);
    return out;
}

std::optional<Instant> Run::wake() const {
    const bool waits = finished_ || closed_ || options_.instant || halted_ || !clock_ || !in_flight_.empty();
    if (waits) return std::nullopt; // for what will be observed, not for a moment
    if (pending_.empty() && !options_.until && waits_for_a_person()) return std::nullopt;
    microseconds next = options_.until.value_or(plan_.end);
    if (!pending_.empty())
        next = options_.until ? std::min(next, pending_.begin()->first) : pending_.begin()->first;
    return clock_->when(std::max(plan_.start + next, plan_.start));
}

std::optional<Message> Run::pause(Instant hub_now) {
    if (finished_ || !clock_ || !clock_->running) return std::nullopt;
    return clock_message(std::max(clock_->now(hub_now), said_until_), clock_->rate, false);
}

Progress Run::progress() const {
    Progress progress;
    progress.clock = clock_;
    progress.delivered = delivered_;
    for (const Status status : status_)
        if (status != Status::withheld && status != Status::skipped) ++progress.total;
    progress.halted = halted_;
    progress.ended = ended_;
    progress.finished = finished_;
    return progress;
}

} // namespace regiekamer::player
