// What a watchkeeper of machines wants to see: gauges in Prometheus' text format, for the textfile collector
// of node-exporter.
#pragma once

#include "dashboard/exchange/text.hpp"
#include "dashboard/picture/picture.hpp"

namespace regiekamer::exchange {

/// Each has the label mode, and HELP and TYPE once. No timestamps: the collector refuses them. `hub_now` is
/// the hub's clock, in an exercise too: for how long ago something was heard.
///
///   regiekamer_journal_sequence            regiekamer_journal_recorded_timestamp_seconds
///   regiekamer_clock_timestamp_seconds     incident time or exercise clock
///   regiekamer_incident_grip{incident}     regiekamer_incident_info{incident,title,municipality} 1
///   regiekamer_actions_open                regiekamer_actions_late
///   regiekamer_alarms{state,level}         all of fresh, acknowledged, shelved × amber, red
///   regiekamer_attendance_missing{incident}    functions that nobody answered for
///   regiekamer_attendance_norm_missed{incident}
///   regiekamer_feed_up{feed}               1 when it runs
///   regiekamer_feed_silent_seconds{feed}   since its last report
///   regiekamer_heard_silent_seconds{type}  since the last measurement, forecast, page, warning
std::string metrics(const picture::Picture& picture, Instant now, Instant hub_now, const Origin& origin);

} // namespace regiekamer::exchange
