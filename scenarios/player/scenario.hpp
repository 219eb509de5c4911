// A scenario file as values: what an exercise is made of, before anything of it is said.
#pragma once

#include "messaging/tables/error.hpp"
#include "messaging/vocabulary/message.hpp"

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace regiekamer::player {

// Errors and their places are those of every file that people write.
using tables::Error;
using tables::Place;
using tables::text;

/// What is practised (kernprestatie, oefendoel).
struct Aim {
    std::string id, text;
    Place place;
};

/// Somebody in the exercise. Not played: the responscel speaks for it.
struct Role {
    Function function;
    std::string name;
    bool played{};
    Place place;
};

/// An item is said only if (or, with `met` false, unless) an expectation is met when it is due.
struct Condition {
    std::string expectation;
    bool met = true;
};

/// True in the exercise, and not played: who asks is told it.
struct Fact {
    std::string text;
    Place place;
};

/// A way that the exercise can take: what belongs to it is said only when its conditions hold.
struct Branch {
    std::string id, text;
    std::vector<Condition> conditions;
    Place place;
};

/// One line of the draaiboek. All times are offsets from the scenario's start.
struct Inject {
    std::string nr;
    microseconds at{};
    std::string from, to, medium, text;
    std::optional<std::string> aim;
    std::string expected;              ///< in words, beyond the expectations: for people
    std::string note, handout;         ///< for the trainer alone; printed and handed over. Mostly empty
    std::optional<std::string> branch; ///< its conditions are among `conditions`
    std::vector<Condition> conditions;
    Place place;
};

/// Anything of the vocabulary, said by a role. Instants in the body are absolute already.
struct Line {
    microseconds at{};
    Function from;
    std::optional<PersonId> person;
    Body body;
    std::optional<std::string> branch;
    std::vector<Condition> conditions;
    Place place;
};

/// Values at a regular step; none where the gauge has a gap (`nan` in the file).
struct Series {
    Station station;
    Quantity quantity;
    Unit unit;
    microseconds from{}, every{};
    std::vector<std::optional<double>> values;
    Place place;
};

/// A forecast: a series that is said as a whole at `issued`.
struct Forecast {
    Series points;
    microseconds issued{};
    std::optional<std::string> origin;
};

/// What the players are expected to say. Met by any message, not withdrawn, of `type` whose body has at least
/// the members of `where`, said by `by`, after inject `after` was delivered, and `within` so long of that
/// (without `after`: of the start). One of several others is met when any or all of those are.
struct Expectation {
    std::string id, text; ///< `text`: in words, for people
    std::string type;     ///< without prefix; empty when it is made of others
    std::vector<std::string> any, all;
    boost::json::object where;
    std::optional<Function> by;
    std::optional<std::string> after; ///< inject nr
    std::optional<microseconds> within;
    std::optional<std::string> aim;
    Place place;
};

/// What a role that nobody plays says to something, as a colleague would: after a while, and not always well.
struct Response {
    std::string id;
    Function from;
    std::optional<std::string> after; ///< an inject's nr; else:
    std::string on;                   ///< a type, without prefix, whose body has at least `where`
    boost::json::object where;
    std::optional<Function> said_by;
    std::string type; ///< of the answer, without prefix
    /// The answer's body; "{member}" in a text is that member of what is answered. `wrong_data`: said instead
    /// of the same members of `data` when the role is mistaken.
    boost::json::object data, wrong_data;
    microseconds least{}, most{};                 ///< after what is answered
    std::int64_t silent = 0, late = 0, wrong = 0; ///< chances in percent
    std::vector<Condition> conditions;
    Place place;
};

struct Scenario {
    std::string file, name; ///< the path as given, and its stem
    std::string digest;     ///< BLAKE2b-256 of the file's bytes, hex in lower case
    std::string title, kind, summary, municipality, notes; ///< notes: for the trainer
    Instant start;
    std::int64_t seed = 1;
    std::vector<Aim> aims;
    std::vector<Role> roles;
    std::vector<Fact> facts;
    std::vector<Branch> branches;
    std::vector<Inject> injects;
    std::vector<Line> lines;
    std::vector<Series> series;
    std::vector<Forecast> forecasts;
    std::vector<Expectation> expectations;
    std::vector<Response> responses;
};

} // namespace regiekamer::player
