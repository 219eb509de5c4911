// Which messages a person wants to read as lines, and how the words of a line are drawn.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/ui.hpp"
#include "dashboard/picture/log.hpp"
#include "dashboard/words/journal_line.hpp"
#include "scenarios/measure/measuring.hpp"
#include "scenarios/measure/named.hpp"

namespace regiekamer::panels {

/// Kinds of which a single message tells a person nothing: the fold shows them elsewhere.
inline bool is_noise(const picture::LogEntry& entry) {
    using picture::Log;
    return Log::is<MeasurementTaken>(entry) || Log::is<PersonRegistered>(entry) ||
           Log::is<RotationSet>(entry) || Log::is<ThresholdSet>(entry) || Log::is<StationDescribed>(entry) ||
           Log::is<RequirementSet>(entry) || Log::is<EventThresholdSet>(entry) ||
           Log::is<ExerciseClockSet>(entry) || Log::is<InjectRead>(entry) || Log::is<InjectHeld>(entry) ||
           Log::is<InjectSkipped>(entry) || Log::is<InjectMoved>(entry) || Log::is<DeskJoined>(entry) ||
           Log::is<DeskLeft>(entry) || Log::is<FeedRefused>(entry) ||
           Log::is<FeedReported>(entry) || // each five minutes; trouble is an alarm
           Log::is<MeetingPhaseEntered>(entry);
}

/// What observers saw and judged, and how the draaiboek was steered, is not for who plays.
inline bool is_for_leaders(const picture::LogEntry& entry) {
    using picture::Log;
    return Log::is<ExpectationJudged>(entry) || Log::is<ObservationNoted>(entry) ||
           Log::is<InjectHeld>(entry) || Log::is<InjectSkipped>(entry) || Log::is<InjectMoved>(entry);
}
inline bool may_read(const Scene& scene, const picture::LogEntry& entry) {
    return !is_for_leaders(entry) || sees_script(seated(scene));
}

/// A line of the logboek: who sees the draaiboek reads its words, not its ids; what was taken back is named.
words::JournalLine line_of(const Scene& scene, const Recorded& fact);

/// Words of a line in their place: on one line, or over two where they are longer and the row is high enough;
/// struck through where they hold no more.
void draw_sentence(ui::Ui& ui, ui::Style style, const ui::Rect& place, ui::Colour colour,
                   std::string_view words, bool struck = false);
/// The height of a row in which `draw_sentence` has two lines.
inline constexpr float two_lines = 54;

} // namespace regiekamer::panels
