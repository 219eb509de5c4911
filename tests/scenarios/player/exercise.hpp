// A hub as small as can be: it numbers, remembers and tells. A run plays against it without a thread or a
// clock.
#pragma once

#include "messaging/codec/codec.hpp"
#include "scenarios/player/moment.hpp"
#include "scenarios/player/run.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/property.hpp"

#include <deque>
#include <memory>

namespace regiekamer::player {

class Exercise {
public:
    explicit Exercise(const Scenario& scenario, RunOptions options = {})
        : plan_(plan(scenario)), run_(std::make_unique<Run>(plan_, "run-1", options)) {}

    Instant hub = *read_instant("2026-11-24T10:00:00Z"); ///< the hub's clock
    std::vector<Recorded> journal;
    std::size_t room = 1'000;

    Run& run() { return *run_; }
    const Plan& made() const { return plan_; }
    [[nodiscard]] Instant at(const char* offset) const { return plan_.start + *read_offset(offset); }

    /// The hub takes a message and tells the run.
    void record(Message message) {
        hub += microseconds{1};
        journal.push_back({journal.size() + 1, hub, "test", std::move(message)});
        run_->observe(journal.back());
    }
    /// Somebody at a desk says something; with an id of its own where runs are compared.
    void says(Body body, Instant time, const char* function = "OvD-Bz", const char* id = "") {
        Message message;
        message.id = *id != 0 ? id : "desk-" + std::to_string(journal.size());
        message.source = "desk/ovd";
        message.time = time;
        message.status = Mode::exercise;
        message.function = Function(function);
        message.body = std::move(body);
        record(std::move(message));
    }
    /// Until the run has nothing more to say now.
    void settle() {
        for (auto out = run_->step(hub, room); !out.empty(); out = run_->step(hub, room))
            for (Message& message : out)
                record(std::move(message));
    }
    /// The hub's time goes on so long; what is due meanwhile is said in its time.
    void pass(microseconds wall) {
        const Instant end = hub + wall;
        settle();
        for (auto next = run_->wake(); next && *next <= end; next = run_->wake()) {
            hub = std::max(hub, *next);
            settle();
            if (const auto again = run_->wake(); again && *again <= hub) break; // nothing came of it
        }
        hub = std::max(hub, end);
        settle();
    }
    /// Plays to the end.
    void play() {
        settle();
        for (auto next = run_->wake(); next && !run_->progress().finished; next = run_->wake()) {
            hub = std::max(hub, *next);
            settle();
        }
        REQUIRE(run_->progress().finished);
    }
    /// The player dies and comes back; nothing is left to it but the journal.
    void crash(RunOptions options) {
        run_ = std::make_unique<Run>(plan_, "run-1", options);
        for (const Recorded& recorded : journal)
            run_->observe(recorded);
        run_->resume(hub);
    }

    /// What the player said, one event a line, without the clock's settings.
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> lines;
        for (const Recorded& recorded : journal)
            if (recorded.message.source.starts_with("scenario/") &&
                !std::holds_alternative<ExerciseClockSet>(recorded.message.body))
                lines.push_back(codec::encode(recorded.message));
        return lines;
    }
    /// All of the journal but the clock's settings, one event a line.
    [[nodiscard]] std::vector<std::string> whole() const {
        std::vector<std::string> lines;
        for (const Recorded& recorded : journal)
            if (!std::holds_alternative<ExerciseClockSet>(recorded.message.body))
                lines.push_back(codec::encode(recorded.message));
        return lines;
    }
    /// How often an inject was delivered by the player.
    [[nodiscard]] std::size_t delivered(const std::string& nr) const {
        std::size_t count = 0;
        for (const Recorded& recorded : journal)
            if (const auto* body = std::get_if<InjectDelivered>(&recorded.message.body))
                count += body->inject.value == nr && recorded.message.source.starts_with("scenario/") ? 1 : 0;
        return count;
    }
    template <class T>
    [[nodiscard]] std::vector<Message> all() const {
        std::vector<Message> found;
        for (const Recorded& recorded : journal)
            if (std::holds_alternative<T>(recorded.message.body)) found.push_back(recorded.message);
        return found;
    }

private:
    Plan plan_;
    std::unique_ptr<Run> run_;
};

/// Plays it to the end while what the player says comes late and in pieces, and what did not come yet is lost
/// at each of the crashes; `crash` lets it crash and come back.
template <class Crash>
void play_through(Exercise& exercise, int crashes, const Crash& crash) {
    std::deque<Message> wire; // said, not yet in the journal
    for (std::size_t turns = 0; !exercise.run().progress().finished && turns < 5'000; ++turns) {
        for (Message& message : exercise.run().step(exercise.hub, any_between<std::size_t>(1, 9)))
            wire.push_back(std::move(message));
        for (int arrive = any_between(turns % 3 == 0 ? 1 : 0, 9); arrive > 0 && !wire.empty(); --arrive) {
            exercise.record(std::move(wire.front()));
            wire.pop_front();
        }
        if (crashes > 0 && any_between(0, 4) == 0) {
            --crashes;
            wire.clear();
            crash();
        }
        if (const auto next = exercise.run().wake()) exercise.hub = std::max(exercise.hub, *next);
    }
    MUST(exercise.run().progress().finished);
}

} // namespace regiekamer::player
