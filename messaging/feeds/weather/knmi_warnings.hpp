// KNMI's waarschuwingen_nederland_48h: per hour, phenomenon and province a colour and a text.
#pragma once

#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/xml.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <set>

namespace regiekamer::feeds {

/// "Zuid-Holland" of "ZH"; empty: no code of KNMI.
std::string_view knmi_province(std::string_view code);

/// Who says these warnings, and what their identifiers begin with; an NL-Alert may have any identifier.
inline constexpr std::string_view knmi_sender = "KNMI", knmi_report_prefix = "KNMI-48u-";

/// What stands in it: one warning for each phenomenon and province that has a colour in some hour. The
/// instant of `sent` is what the report says; none of that: the arrival.
struct KnmiReport {
    std::vector<WarningReceived> warnings;
    std::set<std::string> names; ///< their identifiers
    /// Those of which some hour could not be read: it may be as bad as it was, or worse.
    std::set<std::string> unread;
    Instant sent;
};

/// `provinces` empty: all. A document of another kind is told by `is_knmi_report`.
OrReason<KnmiReport> read_knmi_report(const pugi::xml_document& tree, const std::set<std::string>& provinces,
                                      Instant arrival, Became& became);
bool is_knmi_report(const pugi::xml_document& tree);

} // namespace regiekamer::feeds
