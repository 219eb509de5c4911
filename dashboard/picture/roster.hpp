// Piket: who has the duty at any instant, in layers: rotation, temporary duty (goes before the rotation),
// ruil (both said yes and a planner approved), absence (leaves the place empty unless someone else stands
// there). A rule that is changed counts from when that was said: the past is never reckoned again.
#pragma once

#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/roster.hpp"

#include <map>
#include <set>

namespace regiekamer::picture {

struct Picture;

/// A registered person. One that was removed stays readable, for the lines that name them.
struct Person {
    Known<PersonRegistered> registered;
    Known<bool> removed; ///< true from its `time` on
    bool operator==(const Person&) const = default;
};

struct TemporaryDuty {
    Known<DutyRostered> rostered;
    /// The reason. What was past by then stays as it was: a duty that had begun ends there.
    std::optional<Known<std::string>> withdrawn;
    bool operator==(const TemporaryDuty&) const = default;
};

/// Zacht piket: a question, and the answers given to it.
struct DutyRequest {
    Known<DutyAsked> asked;
    std::optional<Known<YesNo>> answer;
    bool operator==(const DutyRequest&) const = default;
};

enum class SwapState {
    proposed,  ///< waits for a consent
    consented, ///< both said yes; waits for the planner
    approved,  ///< approved, but a consent still lacks
    effective,
    refused
};

/// Ruil.
struct Swap {
    Known<SwapProposed> proposed;
    std::map<PersonId, Sequence> consents;
    std::optional<Known<bool>> settled; ///< true approved, false refused
    std::optional<std::string> reason;  ///< of the planner
    bool operator==(const Swap&) const = default;
};

/// A rotation as it was until it was set anew: what it said of the time before stays so.
struct ReplacedRotation {
    Known<RotationSet> rotation;
    Instant at; ///< when it was set anew
    bool operator==(const ReplacedRotation&) const = default;
};

/// Overdracht.
struct Handover {
    Known<HandoverWritten> written;
    std::map<PointId, Known<bool>> done;
    std::optional<Known<PersonId>> accepted;
    bool operator==(const Handover&) const = default;
};

struct Roster {
    std::map<PersonId, Person> persons;
    std::map<RotationId, Known<RotationSet>> rotations;
    std::vector<ReplacedRotation> replaced; ///< oldest first
    std::map<DutyId, TemporaryDuty> duties;
    std::map<RequestId, DutyRequest> requests;
    std::vector<Known<DutyAnswered>> answers; ///< all, also those to no request
    std::map<AbsenceId, Known<AbsenceReported>> absences;
    std::map<SwapId, Swap> swaps;
    std::map<HandoverId, Handover> handovers;
    bool operator==(const Roster&) const = default;
};

enum class DutyLayer { none, rotation, temporary, swap };

/// A stretch of time in which one person, or nobody, has a function's duty.
struct Duty {
    Function function;
    std::optional<PersonId> person; ///< none: niet ingevuld
    Instant since;                  ///< Instant::min(): always was so
    Instant until;                  ///< Instant::max(): no end known
    DutyLayer layer{};
    Sequence sequence{};            ///< of the message that put it so; 0 when nothing did
    std::optional<PersonId> absent; ///< who should have stood here, but is absent or removed
    Sequence absence_sequence{};    ///< of the absence, or of the removal
    bool hard{};                    ///< hard piket: reachable and available all the time
    std::optional<YesNo> answer;    ///< what the person answered for this stretch, the newest answer
    bool operator==(const Duty&) const = default;
};

/// A person who has two functions at once.
struct DoubleBooking {
    PersonId person;
    Function first, second;
    Instant from, until;
    Sequence first_sequence{}, second_sequence{};
    bool operator==(const DoubleBooking&) const = default;
};

/// Nobody stands here. Who was asked is with it.
struct Gap {
    Function function;
    Instant from, until; ///< within what was asked for
    std::optional<PersonId> absent;
    Sequence sequence{};          ///< of the absence or removal; 0: never filled
    std::vector<RequestId> asked; ///< requests that overlap, oldest first
    bool operator==(const Gap&) const = default;
};

/// The name of a registered person, else the id as it is.
std::string name_of(const Picture& picture, const PersonId& person);
const PersonRegistered* find_person(const Picture& picture, const PersonId& person);

/// Whether this person reported to be away at that instant, or was removed.
bool absent(const Picture& picture, const PersonId& person, Instant at);

/// Functions that have a rotation, or a temporary duty that was not withdrawn, in alphabetical order.
std::vector<Function> duty_functions(const Picture& picture);
/// Of those, the ones with a rotation: an empty place there is a gap.
std::vector<Function> rotating_functions(const Picture& picture);

Duty on_duty(const Picture& picture, const Function& function, Instant at);
/// The stretch after the one at `at`; none when that one has no end.
std::optional<Duty> next_duty(const Picture& picture, const Function& function, Instant at);
/// Whose turn it is by this rotation alone, ruil and absence apart; none: it has nobody.
std::optional<PersonId> in_turn(const Known<RotationSet>& rotation, Instant at);
/// All stretches that touch [from, until), in order, not cut.
std::vector<Duty> duties(const Picture& picture, const Function& function, Instant from, Instant until);

std::vector<Gap> gaps(const Picture& picture, const Function& function, Instant from, Instant until);
/// Over all functions that are planned (planned_functions in piket_rules.hpp), earliest first.
std::vector<Gap> gaps(const Picture& picture, Instant from, Instant until);
std::vector<DoubleBooking> double_bookings(const Picture& picture, Instant from, Instant until);

/// Stretches that begin in [from, until), over all functions that are planned, earliest first.
std::vector<Duty> duty_changes(const Picture& picture, Instant from, Instant until);

/// Functions that a person has at an instant.
std::vector<Function> functions_of(const Picture& picture, const PersonId& person, Instant at);

SwapState state_of(const Swap& swap);
/// Ruil that still waits for somebody and is not over yet.
std::vector<SwapId> open_swaps(const Picture& picture, Instant now);
/// Requests without an answer whose time is not over yet, oldest first.
std::vector<RequestId> open_requests(const Picture& picture, Instant now);

/// Points of an overdracht that are not done.
std::vector<HandoverPoint> open_points(const Handover& handover);
/// The newest overdracht of a function; none: nullptr.
const Handover* latest_handover(const Picture& picture, const Function& function);

} // namespace regiekamer::picture
