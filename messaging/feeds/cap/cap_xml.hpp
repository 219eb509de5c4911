// Finds the alerts of a document: alone, in an envelope (EDXL-DE), in a feed (Atom, RSS), or in a list.
#pragma once

#include "messaging/feeds/cap/cap_alert.hpp"
#include "messaging/feeds/xml.hpp"

namespace regiekamer::feeds {

inline constexpr std::size_t cap_areas_max = 1'000;  ///< an alert
inline constexpr std::size_t cap_alerts_max = 5'000; ///< a document

/// Whether a namespace is CAP's.
bool is_cap(std::string_view space);

struct CapDocument {
    std::vector<pugi::xml_node> alerts;      ///< of the tree that they were found in
    std::vector<pugi::xml_node> look_alikes; ///< elements named alert in another namespace
    bool alone = false;                      ///< the document is an alert, and nothing around it
};
/// The reason when there is not one alert in it, or more than may be. A feed (Atom, RSS) may be empty.
OrReason<CapDocument> find_alerts(const pugi::xml_document& tree);

/// The reason when it has more than a thousand areas.
OrReason<CapAlert> read_alert(const pugi::xml_node& alert);

} // namespace regiekamer::feeds
