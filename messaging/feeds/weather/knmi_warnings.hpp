// KNMI's waarschuwingen_nederland_48h: per hour, phenomenon and province a colour and a text.
#pragma once

#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/xml.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <map>
#include <set>

namespace regiekamer::feeds {

/// "Zuid-Holland" of "ZH"; empty: no code of KNMI.
std::string_view knmi_province(std::string_view code);

/// Who says these warnings, and what their identifiers begin with; an NL-Alert may have any identifier.
inline constexpr std::string_view knmi_sender = "KNMI", knmi_report_prefix = "KNMI-48u-";

/// One phenomenon in one province.
struct KnmiCourse {
    /// A warning for each row of hours next to each other with one colour, in order: an hour without one, or
    /// with another, is not what the report says of the hours beside it.
    std::vector<WarningReceived> spells;
    bool unread = false; ///< some hour could not be read: it may be as bad as it was, or worse
};

/// The instant of `sent` is what the report says; none of that: the arrival.
struct KnmiReport {
    std::map<std::string, KnmiCourse> courses; ///< by what the identifiers of its warnings begin with
    Instant sent, first;                       ///< `first`: where its first hour begins
};

/// "KNMI-48u-ZH-wind" of "KNMI-48u-ZH-wind/2026-07-01T13".
std::string knmi_course_of(const std::string& identifier);
/// 1 geel, 2 oranje, 3 rood.
int knmi_grade(const WarningReceived& warning);

/// `provinces` empty: all. A document of another kind is told by `is_knmi_report`.
OrReason<KnmiReport> read_knmi_report(const pugi::xml_document& tree, const std::set<std::string>& provinces,
                                      Instant arrival, Became& became);
bool is_knmi_report(const pugi::xml_document& tree);

} // namespace regiekamer::feeds
