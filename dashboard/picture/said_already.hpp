// Whether a message would tell nothing that the picture does not hold: a roster or calendar that is read
// again need not be said again, line by line, in everybody's logboek.
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::picture {

struct Picture;

/// True for a person, a temporary duty or an evenement that stands in the picture with these very members,
/// whatever was said of the same time since. False for every other type.
[[nodiscard]] bool said_already(const Picture& picture, const Body& body);

} // namespace regiekamer::picture
