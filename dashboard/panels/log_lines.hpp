// Which messages a person wants to read as lines.
#pragma once

#include "dashboard/picture/log.hpp"

namespace regiekamer::panels {

/// Kinds of which a single message tells a person nothing: the fold shows them elsewhere.
inline bool is_noise(const picture::LogEntry& entry) {
    using picture::Log;
    return Log::is<MeasurementTaken>(entry) || Log::is<PersonRegistered>(entry) ||
           Log::is<RotationSet>(entry) || Log::is<ThresholdSet>(entry) || Log::is<StationDescribed>(entry) ||
           Log::is<RequirementSet>(entry) || Log::is<EventThresholdSet>(entry) ||
           Log::is<ExerciseClockSet>(entry) || Log::is<InjectRead>(entry) || Log::is<InjectHeld>(entry) ||
           Log::is<InjectSkipped>(entry) || Log::is<InjectMoved>(entry) || Log::is<DeskJoined>(entry) ||
           Log::is<DeskLeft>(entry) || Log::is<FeedRefused>(entry) || Log::is<MeetingPhaseEntered>(entry);
}

} // namespace regiekamer::panels
