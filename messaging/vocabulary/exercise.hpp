// Oefening: the run, its clock, its injects. The draaiboek itself is never journaled: every desk would get
// it.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

struct ExerciseRole {
    Function function;
    bool played{}; ///< false: the responscel speaks for it
    bool operator==(const ExerciseRole&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseRole, (), (function, played))

struct ExerciseStarted {
    static constexpr std::string_view type = "exercise.started";
    RunId run;
    std::string scenario, title;
    Instant start;
    std::vector<ExerciseRole> roles;
    std::string scenario_digest;
    bool operator==(const ExerciseStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseStarted, (), (run, scenario, title, start, roles, scenario_digest))

/// The exercise clock from here on: it stood at `at`, and runs at `rate` if `running`. Only at play, pause,
/// rate and jump; the player obeys it, whoever with the right sent it.
struct ExerciseClockSet {
    static constexpr std::string_view type = "exercise.clock_set";
    RunId run;
    Instant at;
    Rate rate;
    bool running{};
    static constexpr std::string_view schema_rule =
        R"({"anyOf":[{"properties":{"running":{"const":false}}},{"properties":{"rate":{"exclusiveMinimum":0}}}]})";
    bool operator==(const ExerciseClockSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseClockSet, (), (run, at, rate, running))

inline std::optional<Problem> broken_rule(const ExerciseClockSet& body) {
    if (!body.running || body.rate.value > 0) return std::nullopt;
    return Problem{"/rate", "0", "above 0 while running"};
}

/// NO PLAY: a real safety stop.
struct ExerciseHalted {
    static constexpr std::string_view type = "exercise.halted";
    RunId run;
    std::string reason;
    bool operator==(const ExerciseHalted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseHalted, (), (run, reason))

struct ExerciseEnded {
    static constexpr std::string_view type = "exercise.ended";
    RunId run;
    bool operator==(const ExerciseEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseEnded, (), (run))

struct ExerciseBranched {
    static constexpr std::string_view type = "exercise.branched";
    RunId run;
    std::string parent_journal;
    SequenceNumber parent_sequence;
    bool operator==(const ExerciseBranched&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExerciseBranched, (), (run, parent_journal, parent_sequence))

struct InjectDelivered {
    static constexpr std::string_view type = "inject.delivered";
    RunId run;
    InjectNr inject;
    std::string from, to, medium, text;
    std::optional<std::string> aim;
    std::optional<bool> made_up;
    bool operator==(const InjectDelivered&) const = default;
};
BOOST_DESCRIBE_STRUCT(InjectDelivered, (), (run, inject, from, to, medium, text, aim, made_up))

struct InjectRead {
    static constexpr std::string_view type = "inject.read";
    RunId run;
    InjectNr inject;
    bool operator==(const InjectRead&) const = default;
};
BOOST_DESCRIBE_STRUCT(InjectRead, (), (run, inject))

struct InjectHeld {
    static constexpr std::string_view type = "inject.held";
    RunId run;
    InjectNr inject;
    std::optional<std::string> reason;
    bool operator==(const InjectHeld&) const = default;
};
BOOST_DESCRIBE_STRUCT(InjectHeld, (), (run, inject, reason))

struct InjectSkipped {
    static constexpr std::string_view type = "inject.skipped";
    RunId run;
    InjectNr inject;
    std::optional<std::string> reason;
    bool operator==(const InjectSkipped&) const = default;
};
BOOST_DESCRIBE_STRUCT(InjectSkipped, (), (run, inject, reason))

struct InjectMoved {
    static constexpr std::string_view type = "inject.moved";
    RunId run;
    InjectNr inject;
    Instant at;
    bool operator==(const InjectMoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(InjectMoved, (), (run, inject, at))

enum class ExpectationVerdict { gehaald, deels, gemist };
BOOST_DESCRIBE_ENUM(ExpectationVerdict, gehaald, deels, gemist)

/// A human verdict beside the derived one.
struct ExpectationJudged {
    static constexpr std::string_view type = "expectation.judged";
    RunId run;
    ExpectationId expectation;
    ExpectationVerdict verdict{};
    std::string reason;
    bool operator==(const ExpectationJudged&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExpectationJudged, (), (run, expectation, verdict, reason))

struct ObservationNoted {
    static constexpr std::string_view type = "observation.noted";
    RunId run;
    ObservationId observation;
    std::optional<std::string> aim;
    Instant at;
    std::string text;
    std::optional<std::string> mark;
    bool operator==(const ObservationNoted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObservationNoted, (), (run, observation, aim, at, text, mark))

} // namespace regiekamer
