// Bezetting en geoefendheid of the lokale crisisorganisatie.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

struct PostFilled {
    static constexpr std::string_view type = "post.filled";
    PostId post;
    Function function;
    std::optional<PersonId> person;
    std::optional<PersonId> deputy; ///< vervanger
    bool operator==(const PostFilled&) const = default;
};
BOOST_DESCRIBE_STRUCT(PostFilled, (), (post, function, person, deputy))

struct PostVacated {
    static constexpr std::string_view type = "post.vacated";
    PostId post;
    Function function;
    std::optional<PersonId> person;
    std::optional<PersonId> deputy;
    bool operator==(const PostVacated&) const = default;
};
BOOST_DESCRIBE_STRUCT(PostVacated, (), (post, function, person, deputy))

struct TrainingRecorded {
    static constexpr std::string_view type = "training.recorded";
    PersonId person;
    std::optional<Function> function;
    std::string subject;
    Instant at;
    std::optional<std::string> result;
    std::optional<Instant> valid_until;
    std::optional<TrainingId> training;
    std::optional<std::string> origin;
    bool operator==(const TrainingRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrainingRecorded, (),
                      (person, function, subject, at, result, valid_until, training, origin))

struct TrainingPlanned {
    static constexpr std::string_view type = "training.planned";
    TrainingId training;
    std::string subject;
    Instant at;
    std::vector<Function> functions;
    bool operator==(const TrainingPlanned&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrainingPlanned, (), (training, subject, at, functions))

} // namespace regiekamer
