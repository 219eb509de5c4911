// All message types; the list is the one place that names them all. A new type = its struct in a theme
// header, its name here, its fold in dashboard/picture and its words in dashboard/words; a missing one does
// not compile.
#pragma once

#include "messaging/vocabulary/action.hpp"
#include "messaging/vocabulary/attendance.hpp"
#include "messaging/vocabulary/crisis_organisation.hpp"
#include "messaging/vocabulary/exercise.hpp"
#include "messaging/vocabulary/grip.hpp"
#include "messaging/vocabulary/incident.hpp"
#include "messaging/vocabulary/logbook.hpp"
#include "messaging/vocabulary/meeting.hpp"
#include "messaging/vocabulary/public_event.hpp"
#include "messaging/vocabulary/roster.hpp"
#include "messaging/vocabulary/situation.hpp"
#include "messaging/vocabulary/system.hpp"
#include "messaging/vocabulary/warning.hpp"
#include "messaging/vocabulary/water.hpp"

#include <boost/mp11.hpp>
#include <variant>

namespace regiekamer {

/// Every type of the vocabulary starts with this on the wire.
inline constexpr std::string_view type_prefix = "nl.regiekamer.";

// clang-format off
using Bodies = boost::mp11::mp_list<
    /* incident */ IncidentOpened, IncidentUpdated, IncidentClosed, AreaDrawn, AreaRemoved, PlaceMarked, PlaceRemoved,
    /* grip */ GripDecided,
    /* attendance */ TeamAlerted, TeamStoodDown, PersonAlerted, AttendanceReported,
    /* meeting */ MeetingPlanned, MeetingStarted, MeetingEnded, MeetingPhaseEntered, MeetingCancelled, FindingNoted, DecisionTaken,
    /* situation */ SituationWritten,
    /* action */ ActionOpened, ActionAssigned, ActionTakenOn, ActionProgressed, ActionBlocked, ActionFinished, ActionReopened, ActionCancelled, ActionRescheduled,
    /* roster */ PersonRegistered, PersonRemoved, RotationSet, DutyRostered, DutyWithdrawn, DutyAsked, DutyAnswered, AbsenceReported, SwapProposed, SwapConsented, SwapApproved, SwapRefused, HandoverWritten, HandoverPointDone, HandoverAccepted,
    /* public_event */ EventRegistered, EventUpdated, EventDecided, EventMomentSet, RequirementSet, RequirementExpected, RequirementSubmitted, RequirementMet, RequirementAdvised, InspectionNoted, EventThresholdSet, WorksAnnounced,
    /* water */ MeasurementTaken, ForecastIssued, ThresholdSet, StationDescribed,
    /* warning */ WarningReceived, PageReceived, ProposalDismissed,
    /* logbook */ NoteWritten, NoteCorrected, MessageWithdrawn, MessageRedacted, AlarmAcknowledged, AlarmShelved,
    /* exercise */ ExerciseStarted, ExerciseClockSet, ExerciseHalted, ExerciseEnded, ExerciseBranched, InjectDelivered, InjectRead, InjectHeld, InjectSkipped, InjectMoved, ExpectationJudged, ObservationNoted,
    /* crisis_organisation */ PostFilled, PostVacated, TrainingRecorded, TrainingPlanned,
    /* system */ CheckRecorded, DeskJoined, DeskLeft, FeedReported, FeedRefused, FeedRetryAsked, FeedRetried>;
// clang-format on

/// A body that this vocabulary cannot read: a foreign type, or (in a journal written by a newer program) an
/// unknown type or value. Kept, shown raw, folded into nothing.
struct Foreign {
    std::string type; ///< as on the wire
    std::string data; ///< JSON text
    bool operator==(const Foreign&) const = default;
};

using BodyVariant = boost::mp11::mp_rename<boost::mp11::mp_push_back<Bodies, Foreign>, std::variant>;

/// What was said: one of the types above. Everything that must know all of them to copy, compare or destroy
/// a body is compiled once, in body.cpp; in a header it cost every file eight seconds.
struct Body : BodyVariant {
    Body();
    Body(const Body&);
    Body(Body&&) noexcept;
    Body& operator=(const Body&);
    Body& operator=(Body&&) noexcept;
    ~Body();
    bool operator==(const Body&) const;

    template <class T>
    requires boost::mp11::mp_contains<BodyVariant, T>::value Body(T value)
        : Body() { // NOLINT(google-explicit-constructor): a body is what it holds
        take(boost::mp11::mp_find<BodyVariant, T>::value, &value);
    }

private:
    /// Moves the value out of `value`, which is of the type at this place in the list.
    void take(std::size_t place, void* value);
};

} // namespace regiekamer
