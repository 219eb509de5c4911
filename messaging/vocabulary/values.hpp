// The small types that bodies are made of: identifiers, bounded numbers, positions, words.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <boost/describe.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer {

/// Free text of 1-256 bytes that names something. The tag keeps two kinds of name apart.
template <class Tag>
struct Name {
    std::string value;

    Name() = default;
    Name(std::string text) : value(std::move(text)) {} // NOLINT: reads as the text it is
    Name(const char* text) : value(text) {}            // NOLINT
    auto operator<=>(const Name&) const = default;
    bool operator==(const Name&) const = default;
    [[nodiscard]] bool empty() const { return value.empty(); }
};
inline constexpr std::size_t name_bytes_max = 256;
/// What is wrong with a text that names something, in a member that is no Name.
inline std::optional<Problem> unnamed(const char* where, std::string_view text) {
    if (!text.empty() && text.size() <= name_bytes_max) return std::nullopt;
    return Problem{where, text.empty() ? "empty text" : std::to_string(text.size()) + " bytes",
                   "text of 1 to 256 bytes"};
}

using IncidentId = Name<struct IncidentTag>;
using AreaId = Name<struct AreaTag>;
using PlaceId = Name<struct PlaceTag>;
using AlertId = Name<struct AlertTag>;
using MeetingId = Name<struct MeetingTag>;
using FindingId = Name<struct FindingTag>;
using DecisionId = Name<struct DecisionTag>;
using ItemId = Name<struct ItemTag>;
using ActionId = Name<struct ActionTag>;
using PersonId = Name<struct PersonTag>; ///< id of a registered person, or a name that is shown as it is
using RotationId = Name<struct RotationTag>;
using DutyId = Name<struct DutyTag>;
using RequestId = Name<struct RequestTag>;
using AbsenceId = Name<struct AbsenceTag>;
using SwapId = Name<struct SwapTag>;
using HandoverId = Name<struct HandoverTag>;
using PublicEventId = Name<struct PublicEventTag>; ///< evenement
using MomentId = Name<struct MomentTag>;
using RequirementId = Name<struct RequirementTag>;
using PointId = Name<struct PointTag>; ///< a point of a schouw or an overdracht
using WorksId = Name<struct WorksTag>;
using NoteId = Name<struct NoteTag>;
using MessageId = Name<struct MessageTag>; ///< `id` of a CloudEvent
using AlarmId = Name<struct AlarmTag>;
using RunId = Name<struct RunTag>;
using InjectNr = Name<struct InjectTag>;
using ExpectationId = Name<struct ExpectationTag>;
using ObservationId = Name<struct ObservationTag>;
using PostId = Name<struct PostTag>;
using TrainingId = Name<struct TrainingTag>;
using DeskId = Name<struct DeskTag>;
using FeedId = Name<struct FeedTag>;

using Function = Name<struct FunctionTag>; ///< functie: OvD-Bz, AC-Bz, … (the hub checks no list)
using Kind = Name<struct KindTag>;         ///< soort, where the vocabulary lists no words
using Station = Name<struct StationTag>;
using Quantity = Name<struct QuantityTag>;
using Unit = Name<struct UnitTag>;
using Column = Name<struct ColumnTag>; ///< kolom of the netcentrisch beeld

/// A whole number from `low` to `high`.
template <std::int64_t low, std::int64_t high>
struct Whole {
    static constexpr std::int64_t min = low, max = high;
    std::int64_t value{low};

    Whole() = default;
    Whole(std::int64_t number) : value(number) {} // NOLINT: reads as the number it is
    auto operator<=>(const Whole&) const = default;
};
using Count = Whole<0, 1'000'000'000>;
using SequenceNumber = Whole<0, 9'007'199'254'740'992>;
using MessageNumber = Whole<1, 9'007'199'254'740'992>; ///< the sequence of a message that there is
using GripLevel = Whole<0, 5>; ///< GRIP 0-5, Besluit veiligheidsregio's; 5 by agreement between regions

/// A place on earth, WGS84 degrees.
struct Position {
    double lat{}, lon{};
    bool operator==(const Position&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (lat, lon))

/// Exercise rate: exercise seconds per wall second.
struct Rate {
    static constexpr double max = 100'000;
    double value{1};
    bool operator==(const Rate&) const = default;
};

/// Capcode of P2000: seven digits, padding off. The network's group slots name no receiver, so they are none.
struct Capcode {
    static constexpr std::int64_t group_slot_first = 2'029'568, group_slot_last = 2'029'583;
    static constexpr std::string_view pattern = "^(?!20295(6[89]|7[0-9]|8[0-3]))[0-9]{7}$";
    std::string value;
    auto operator<=>(const Capcode&) const = default;
};

/// Changeover of a rotation in local time: "ma 09:00".
struct Changeover {
    static constexpr std::string_view pattern = "^(ma|di|wo|do|vr|za|zo) ([01][0-9]|2[0-3]):[0-5][0-9]$";
    std::string value{"ma 09:00"};
    bool operator==(const Changeover&) const = default;
};

/// Who acted or decided: a function, and who held it.
struct Who {
    Function function;
    std::optional<PersonId> person;
    bool operator==(const Who&) const = default;
};
BOOST_DESCRIBE_STRUCT(Who, (), (function, person))

// A rule of a body that its members' types do not carry stands beside it: `broken_rule(body)` says what is
// wrong, and `schema_rule`, a JSON Schema for the body, says as much of it as a schema can. Reader, published
// schema and hub all go by these.

/// Two members that exclude each other; `required`: exactly one of them, else at most one.
struct Choice {
    std::string_view first, second;
    bool required;
};

/// The word on the wire for an enumerator whose name could not be it (`NO-GO`); empty: the enumerator's own
/// name. An overload for the enum in question is found by argument-dependent lookup.
constexpr std::string_view spelled(...) {
    return {};
}

} // namespace regiekamer
