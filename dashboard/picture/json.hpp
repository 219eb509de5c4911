// The picture as JSON, for `regiekamerctl picture` and for who scripts against it.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <boost/json.hpp>

namespace regiekamer::picture {

/// Everything the picture knows and everything that the screen derives from it at `now` (for an exercise: the
/// exercise clock). Names are stable, lists and members in a fixed order.
boost::json::object to_json(const Picture& picture, Instant now);

} // namespace regiekamer::picture
