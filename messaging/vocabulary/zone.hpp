// Time zones by their name in the IANA data of the system (Debian: package tzdata).
#pragma once

#include <string_view>

namespace regiekamer {

/// Whether the system knows a zone by this name, such as Europe/Amsterdam.
bool known_zone(std::string_view name);

} // namespace regiekamer
