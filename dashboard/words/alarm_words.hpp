// An alarm in words: who, what, since, by when (the alarm line of look.md).
#pragma once

#include "dashboard/picture/alarms.hpp"
#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

struct AlarmText {
    std::string title;  ///< "Informatiemanager CoPI niet bezet"
    std::string detail; ///< "gealarmeerd 04:15, 22 min · achterwacht P. Mulder 14 min niet bevestigd · norm
                        ///< tot 04:45"
};

AlarmText alarm_text(const picture::Picture& picture, const picture::Alarm& alarm, Instant now);

} // namespace regiekamer::words
