// The `data` and `where` of a scenario: TOML made into the JSON of the wire, held against the vocabulary,
// each misfit brought back to its line and column.
#pragma once

#include "messaging/tables/block.hpp"
#include "scenarios/player/scenario.hpp"

#include <map>

namespace regiekamer::player {

using tables::Complaints;

/// A table as JSON, and where each of its members stands, by JSON pointer.
struct Data {
    boost::json::value value;
    std::map<std::string, Place> values, keys;

    /// The place of a pointer, or of the nearest thing around it.
    [[nodiscard]] Place place(const std::string& pointer) const;
};

/// Dates and times without quotes, endless numbers and U+0000 are complained of.
Data read_data(const toml::table& table, Complaints& complaints);

/// Puts instants for the offsets ("T+01:15") wherever the type has an instant; one that is no time is
/// complained of. Instants written out get the one form of the wire.
/// `answer`: a "{member}" is left as it is.
void resolve_instants(std::string_view type, Data& data, Instant start, Complaints& complaints,
                      bool answer = false);

/// Whether every member is known to the type and of its kind; each that is not is complained of. `whole`: the
/// required members must be there (they need not in a `where`).
bool check_shape(std::string_view type, const Data& data, bool whole, Complaints& complaints);

/// The body, or nothing and complaints.
std::optional<Body> read_body(std::string_view type, const Data& data, Complaints& complaints);

/// Gives a body that brings something into being the id that its author left out.
void fill_identifier(std::string_view type, Data& data, const std::string& entry);

/// `data` with each "{member}" in its texts taken from `from`: a text that is nothing else becomes that
/// member whatever its kind, and is left out where `from` has none.
boost::json::value filled_in(const boost::json::object& data, const boost::json::object& from);

/// The data of an answer: every "{member}" must be one of `cause_type`, and the answer must have its shape
/// for any that it may answer.
void check_answer(std::string_view type, const Data& data, std::string_view cause_type,
                  Complaints& complaints);

/// The name without `nl.regiekamer.`.
std::string_view short_type(std::string_view type);

} // namespace regiekamer::player
