// OTO: opleiden, trainen, oefenen. Who of the lokale crisisorganisatie is able to do what, what lapses, and
// what this year's plan leaves open. Derived from posts and training records.
#pragma once

#include "dashboard/picture/crisis_organisation.hpp"

#include <span>

namespace regiekamer::picture {

/// A record without an end counts for this long: each function is exercised at least once a year
/// (systeemoefening, domain.md §11; a default).
inline constexpr auto training_counts_for = std::chrono::hours(24 * 365);
/// What ends within this time asks for a place in the plan.
inline constexpr auto lapses_soon = std::chrono::hours(24 * 90);

/// A function that the organisation must have filled, whether anybody said so or not.
struct AskedPost {
    Function function;
    std::string deputy; ///< who stands in as a rule; empty: no rule
    std::string task;   ///< what it is for; empty: not said
};

/// One place of the organisation.
struct PostState {
    PostId post; ///< of one that is only asked: made from its function, so that two desks fill the same
    Function function;
    std::optional<PersonId> person, deputy;
    Sequence sequence{};              ///< of what filled or vacated it last; 0: nobody ever did
    const AskedPost* asked = nullptr; ///< of the list; null: somebody added it
    bool operator==(const PostState&) const = default;
};
/// Those that somebody filled or emptied, and those of the list that nobody spoke of yet: vacant ones first,
/// then those without a deputy, then by function. They point into `asked`.
std::vector<PostState> post_states(const Picture& picture, std::span<const AskedPost> asked = {});

enum class Skill { never, lapsed, lapsing, valid };

/// One person who fills or stands in for a post, is in the roster, or was trained.
struct PersonSkill {
    PersonId person;
    std::vector<Function> functions;              ///< of the posts, deputies' too, and of the roster
    std::vector<Known<TrainingRecorded>> records; ///< newest first
    std::optional<Instant> valid_until;           ///< of the record that holds longest
    Skill state{};
    bool operator==(const PersonSkill&) const = default;
};
/// Who lacks most first: never, lapsed, lapsing, then what ends first. Records under the registered name of a
/// person count as that person's.
std::vector<PersonSkill> person_skills(const Picture& picture, Instant now);

/// When a record no longer counts.
Instant counts_until(const TrainingRecorded& record);

/// A planned training of the year, and who was recorded for it.
struct PlannedTraining {
    TrainingId training;
    Known<TrainingPlanned> planned;
    std::size_t attended{};
    bool operator==(const PlannedTraining&) const = default;
};
/// Those whose date lies in the local calendar year of `now`, by date.
std::vector<PlannedTraining> plan_of_year(const Picture& picture, Instant now);

/// What the plan leaves open.
struct OtoGap {
    enum class Kind { post_vacant, lapses_unplanned, function_unplanned } kind{};
    Function function;
    std::optional<PersonId> person; ///< lapses_unplanned: whose
    std::optional<Instant> by;      ///< lapses_unplanned: when it lapses or lapsed; none: never trained
    bool operator==(const OtoGap&) const = default;
};
/// Vacant posts; people whose record lapses within `lapses_soon` with nothing planned for their function
/// before it; functions that nobody was trained in this year and for which nothing is planned this year.
std::vector<OtoGap> oto_gaps(const Picture& picture, Instant now, std::span<const AskedPost> asked = {});

} // namespace regiekamer::picture
