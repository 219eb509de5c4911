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

/// What an alarm is about, from its id alone, for who reads of it later: "Informatiemanager niet bezet",
/// "koppeling p2000"; its id where that is none of ours.
std::string alarm_name(const picture::Picture& picture, const AlarmId& id);

AlarmText alarm_text(const picture::Picture& picture, const picture::Alarm& alarm, Instant now);

} // namespace regiekamer::words
