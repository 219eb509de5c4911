// NL-Alerts that were sent, as api.public-warning.app lists them: there is no public CAP of them.
#pragma once

#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/xml.hpp"
#include "messaging/vocabulary/warning.hpp"

namespace regiekamer::feeds {

inline constexpr std::size_t nl_alert_bytes_max = 4'000'000;

/// The Dutch part of each; one that is wrong is set aside. That it is grave, now and seen stands in no
/// member: it is what an NL-Alert is sent for. A controlebericht is a test.
OrReason<std::vector<WarningReceived>> read_nl_alerts(std::string_view bytes, Became& became);

} // namespace regiekamer::feeds
