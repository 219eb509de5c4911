// The fold of every message type: one overload each, in its theme's file. fold() visits them, so that a type
// without one does not compile (design.md decision 2).
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::picture {

struct Picture;

// incident
void apply(Picture& picture, const Recorded& fact, const IncidentOpened& body);
void apply(Picture& picture, const Recorded& fact, const IncidentUpdated& body);
void apply(Picture& picture, const Recorded& fact, const IncidentClosed& body);
void apply(Picture& picture, const Recorded& fact, const AreaDrawn& body);
void apply(Picture& picture, const Recorded& fact, const AreaRemoved& body);
void apply(Picture& picture, const Recorded& fact, const PlaceMarked& body);
void apply(Picture& picture, const Recorded& fact, const PlaceRemoved& body);

// grip
void apply(Picture& picture, const Recorded& fact, const GripDecided& body);

// attendance
void apply(Picture& picture, const Recorded& fact, const TeamAlerted& body);
void apply(Picture& picture, const Recorded& fact, const TeamStoodDown& body);
void apply(Picture& picture, const Recorded& fact, const PersonAlerted& body);
void apply(Picture& picture, const Recorded& fact, const AttendanceReported& body);

// meeting
void apply(Picture& picture, const Recorded& fact, const MeetingPlanned& body);
void apply(Picture& picture, const Recorded& fact, const MeetingStarted& body);
void apply(Picture& picture, const Recorded& fact, const MeetingEnded& body);
void apply(Picture& picture, const Recorded& fact, const MeetingPhaseEntered& body);
void apply(Picture& picture, const Recorded& fact, const MeetingCancelled& body);
void apply(Picture& picture, const Recorded& fact, const FindingNoted& body);
void apply(Picture& picture, const Recorded& fact, const DecisionTaken& body);

// situation
void apply(Picture& picture, const Recorded& fact, const SituationWritten& body);

// action
void apply(Picture& picture, const Recorded& fact, const ActionOpened& body);
void apply(Picture& picture, const Recorded& fact, const ActionAssigned& body);
void apply(Picture& picture, const Recorded& fact, const ActionTakenOn& body);
void apply(Picture& picture, const Recorded& fact, const ActionProgressed& body);
void apply(Picture& picture, const Recorded& fact, const ActionBlocked& body);
void apply(Picture& picture, const Recorded& fact, const ActionFinished& body);
void apply(Picture& picture, const Recorded& fact, const ActionReopened& body);
void apply(Picture& picture, const Recorded& fact, const ActionCancelled& body);
void apply(Picture& picture, const Recorded& fact, const ActionRescheduled& body);

// roster
void apply(Picture& picture, const Recorded& fact, const PersonRegistered& body);
void apply(Picture& picture, const Recorded& fact, const PersonRemoved& body);
void apply(Picture& picture, const Recorded& fact, const RotationSet& body);
void apply(Picture& picture, const Recorded& fact, const DutyRostered& body);
void apply(Picture& picture, const Recorded& fact, const DutyWithdrawn& body);
void apply(Picture& picture, const Recorded& fact, const DutyAsked& body);
void apply(Picture& picture, const Recorded& fact, const DutyAnswered& body);
void apply(Picture& picture, const Recorded& fact, const AbsenceReported& body);
void apply(Picture& picture, const Recorded& fact, const SwapProposed& body);
void apply(Picture& picture, const Recorded& fact, const SwapConsented& body);
void apply(Picture& picture, const Recorded& fact, const SwapApproved& body);
void apply(Picture& picture, const Recorded& fact, const SwapRefused& body);
void apply(Picture& picture, const Recorded& fact, const HandoverWritten& body);
void apply(Picture& picture, const Recorded& fact, const HandoverPointDone& body);
void apply(Picture& picture, const Recorded& fact, const HandoverAccepted& body);

// public_event
void apply(Picture& picture, const Recorded& fact, const EventRegistered& body);
void apply(Picture& picture, const Recorded& fact, const EventUpdated& body);
void apply(Picture& picture, const Recorded& fact, const EventDecided& body);
void apply(Picture& picture, const Recorded& fact, const EventMomentSet& body);
void apply(Picture& picture, const Recorded& fact, const RequirementSet& body);
void apply(Picture& picture, const Recorded& fact, const RequirementExpected& body);
void apply(Picture& picture, const Recorded& fact, const RequirementSubmitted& body);
void apply(Picture& picture, const Recorded& fact, const RequirementMet& body);
void apply(Picture& picture, const Recorded& fact, const RequirementAdvised& body);
void apply(Picture& picture, const Recorded& fact, const InspectionNoted& body);
void apply(Picture& picture, const Recorded& fact, const EventThresholdSet& body);
void apply(Picture& picture, const Recorded& fact, const WorksAnnounced& body);

// water
void apply(Picture& picture, const Recorded& fact, const MeasurementTaken& body);
void apply(Picture& picture, const Recorded& fact, const ForecastIssued& body);
void apply(Picture& picture, const Recorded& fact, const ThresholdSet& body);
void apply(Picture& picture, const Recorded& fact, const StationDescribed& body);

// warning
void apply(Picture& picture, const Recorded& fact, const WarningReceived& body);
void apply(Picture& picture, const Recorded& fact, const PageReceived& body);
void apply(Picture& picture, const Recorded& fact, const ProposalDismissed& body);

// logbook
void apply(Picture& picture, const Recorded& fact, const NoteWritten& body);
void apply(Picture& picture, const Recorded& fact, const NoteCorrected& body);
void apply(Picture& picture, const Recorded& fact, const MessageWithdrawn& body);
void apply(Picture& picture, const Recorded& fact, const MessageRedacted& body);
void apply(Picture& picture, const Recorded& fact, const AlarmAcknowledged& body);
void apply(Picture& picture, const Recorded& fact, const AlarmShelved& body);

// exercise
void apply(Picture& picture, const Recorded& fact, const ExerciseStarted& body);
void apply(Picture& picture, const Recorded& fact, const ExerciseClockSet& body);
void apply(Picture& picture, const Recorded& fact, const ExerciseHalted& body);
void apply(Picture& picture, const Recorded& fact, const ExerciseEnded& body);
void apply(Picture& picture, const Recorded& fact, const ExerciseBranched& body);
void apply(Picture& picture, const Recorded& fact, const InjectDelivered& body);
void apply(Picture& picture, const Recorded& fact, const InjectRead& body);
void apply(Picture& picture, const Recorded& fact, const InjectHeld& body);
void apply(Picture& picture, const Recorded& fact, const InjectSkipped& body);
void apply(Picture& picture, const Recorded& fact, const InjectMoved& body);
void apply(Picture& picture, const Recorded& fact, const ExpectationJudged& body);
void apply(Picture& picture, const Recorded& fact, const ObservationNoted& body);

// crisis_organisation
void apply(Picture& picture, const Recorded& fact, const PostFilled& body);
void apply(Picture& picture, const Recorded& fact, const PostVacated& body);
void apply(Picture& picture, const Recorded& fact, const TrainingRecorded& body);
void apply(Picture& picture, const Recorded& fact, const TrainingPlanned& body);

// system
void apply(Picture& picture, const Recorded& fact, const CheckRecorded& body);
void apply(Picture& picture, const Recorded& fact, const DeskJoined& body);
void apply(Picture& picture, const Recorded& fact, const DeskLeft& body);
void apply(Picture& picture, const Recorded& fact, const FeedReported& body);
void apply(Picture& picture, const Recorded& fact, const FeedRefused& body);
void apply(Picture& picture, const Recorded& fact, const FeedRetryAsked& body);
void apply(Picture& picture, const Recorded& fact, const FeedRetried& body);
/// Kept, shown raw, folded into nothing.
void apply(Picture& picture, const Recorded& fact, const Foreign& body);

/// Goes past a message without folding it: the picture stands at its sequence and moment.
void pass_over(Picture& picture, const Recorded& fact);

} // namespace regiekamer::picture
