// The published schema: one body as JSON Schema 2020-12, the whole as an AsyncAPI 3 document.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <boost/json.hpp>

namespace regiekamer::codec {

/// JSON Schema 2020-12 of the type's `data`; `type` with or without prefix.
Result<boost::json::object> body_schema(std::string_view type);

/// AsyncAPI 3.0 document with the hub's channels and every message type.
boost::json::object asyncapi(std::string_view version);

} // namespace regiekamer::codec
