// The library throws for a name that it does not know; that stays here.
#include "messaging/vocabulary/zone.hpp"

#include <date/tz.h>
#include <exception>
#include <string>

namespace regiekamer {

bool known_zone(std::string_view name) {
    try {
        return date::locate_zone(std::string(name)) != nullptr;
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace regiekamer
