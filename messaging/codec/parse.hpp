// Bytes -> JSON, with the rules that Boost.JSON's DOM does not keep: no duplicate keys, no U+0000, no number
// beyond a double, at most so deep.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace regiekamer::codec {

/// Parses one JSON text into `storage`. On a Problem `where` is a JSON pointer as far as one can be told.
Result<boost::json::value> parse(std::string_view text, std::size_t nesting,
                                 boost::json::storage_ptr storage = {});

/// The text of a member of the outermost object, found in a text that cannot be parsed too, as far as it can
/// be walked. None: it is not there before what is wrong, or twice, or is no text.
std::optional<std::string> text_member(std::string_view text, std::string_view member);

/// One reference token of RFC 6901 with ~ and / escaped.
std::string pointer_token(std::string_view member);

/// At most `characters` of `text`, cut between UTF-8 characters, with an ellipsis when cut.
std::string cut(std::string_view text, std::size_t characters);

/// The first 60 characters of a value, as JSON text.
std::string found_text(const boost::json::value& value);

} // namespace regiekamer::codec
