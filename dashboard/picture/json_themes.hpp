// The parts of the picture's JSON, one function a theme; json.cpp lays them together.
#pragma once

#include "dashboard/picture/json_value.hpp"
#include "dashboard/picture/oto.hpp"
#include "dashboard/picture/picture.hpp"

namespace regiekamer::picture {

void put_operations(JsonObject& json, const Picture& picture, Instant now);   ///< json_operations.cpp
void put_roster(JsonObject& json, const Picture& picture, Instant now);       ///< json_roster.cpp
void put_events(JsonObject& json, const Picture& picture, Instant now);       ///< json_events.cpp
void put_surroundings(JsonObject& json, const Picture& picture, Instant now); ///< json_surroundings.cpp
void put_organisation(JsonObject& json, const Picture& picture, Instant now,
                      std::span<const AskedPost> asked); ///< json_organisation.cpp

/// A duty as JSON; null person: niet ingevuld.
JsonObject duty_json(const Picture& picture, const Duty& duty);

} // namespace regiekamer::picture
