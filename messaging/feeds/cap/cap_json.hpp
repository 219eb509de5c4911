// Alerts as MeteoAlarm gives them: CAP's elements as JSON.
#pragma once

#include "messaging/feeds/cap/cap_alert.hpp"
#include "messaging/feeds/xml.hpp"

#include <boost/json.hpp>

namespace regiekamer::feeds {

inline constexpr std::size_t cap_json_bytes_max = 4'000'000;

/// The values that should be alerts: those of `{"warnings":[{"alert":{}}]}`, or of a list of alerts, or one.
OrReason<std::vector<boost::json::value>> find_json_alerts(std::string_view bytes);

/// The reason when it is no object, or has more than a thousand areas.
OrReason<CapAlert> read_json_alert(const boost::json::value& alert);

} // namespace regiekamer::feeds
