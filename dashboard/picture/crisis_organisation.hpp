// Bezetting and geoefendheid of the lokale crisisorganisatie.
#pragma once

#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/crisis_organisation.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

struct Post {
    Known<Function> function;
    Known<std::optional<PersonId>> person, deputy; ///< none: vacant
    bool operator==(const Post&) const = default;
};

struct TrainingKey {
    PersonId person;
    std::string subject;
    Function function; ///< empty: for none in particular. Who was exercised in two has a record of each
    auto operator<=>(const TrainingKey&) const = default;
};

struct CrisisOrganisation {
    std::map<PostId, Post> posts;
    std::map<TrainingKey, Known<TrainingRecorded>> trained; ///< the newest by `at`
    std::map<TrainingId, Known<TrainingPlanned>> planned;
    bool operator==(const CrisisOrganisation&) const = default;
};

/// Training whose validity is over, or ends within `within`; the first to end first.
std::vector<TrainingKey> lapsing_trainings(const Picture& picture, Instant now, std::chrono::hours within);
/// Planned training from `now` on, first first.
std::vector<TrainingId> coming_trainings(const Picture& picture, Instant now);

} // namespace regiekamer::picture
