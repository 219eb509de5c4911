// Which of KNMI's warnings stand here, and what a new report changes of them.
#pragma once

#include "messaging/feeds/weather/knmi_warnings.hpp"

#include <map>

namespace regiekamer::feeds {

/// Follows a warning through the reports: hours pass, its end and its colour change. It is the same one as
/// long as its hours meet.
class KnmiStanding {
public:
    /// What was said before, in its order.
    void recall(const WarningReceived& warning);
    /// What is to be said of the report: Alerts and Updates, then the Cancels. It stands from then on.
    std::vector<WarningReceived> take(KnmiReport report);

private:
    using Spells = std::vector<WarningReceived>;

    static void forget_passed(Spells& standing, Instant now);
    static void follow(Spells& standing, KnmiCourse course, Instant first, Spells& say, Spells& over);
    static void worsen(Spells& standing, Spells spells, Spells& say);

    std::map<std::string, Spells> standing_; ///< by course, with their identifiers
};

} // namespace regiekamer::feeds
