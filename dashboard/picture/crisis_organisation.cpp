// The fold of bezetting and geoefendheid.
#include "dashboard/picture/crisis_organisation.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {

void apply(Picture& picture, const Recorded& fact, const PostFilled& body) {
    picture.organisation.edit().posts[body.post] =
        Post{Known(body.function, fact), Known(body.person, fact), Known(body.deputy, fact)};
}

void apply(Picture& picture, const Recorded& fact, const PostVacated& body) {
    auto& post = picture.organisation.edit().posts[body.post];
    post.function = Known(body.function, fact);
    // Naming nobody empties the whole post; naming one leaves the other, and leaves a successor alone.
    const bool whole = !body.person && !body.deputy;
    const std::optional<PersonId> nobody;
    if (whole || (body.person && body.person == post.person.value)) post.person = Known(nobody, fact);
    if (whole || (body.deputy && body.deputy == post.deputy.value)) post.deputy = Known(nobody, fact);
}

void apply(Picture& picture, const Recorded& fact, const TrainingRecorded& body) {
    auto& newest =
        picture.organisation.edit().trained[{body.person, body.subject, body.function.value_or(Function{})}];
    if (!newest.said() || newest.value.at <= body.at) newest = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const TrainingPlanned& body) {
    picture.organisation.edit().planned[body.training] = Known(body, fact);
}

std::vector<TrainingKey> lapsing_trainings(const Picture& picture, Instant now, std::chrono::hours within) {
    std::vector<std::pair<Instant, TrainingKey>> lapsing;
    for (const auto& [key, training] : picture.organisation->trained)
        if (training.value.valid_until && *training.value.valid_until <= now + within)
            lapsing.emplace_back(*training.value.valid_until, key);
    std::sort(lapsing.begin(), lapsing.end());
    std::vector<TrainingKey> keys;
    keys.reserve(lapsing.size());
    for (auto& [until, key] : lapsing)
        keys.push_back(std::move(key));
    return keys;
}

std::vector<TrainingId> coming_trainings(const Picture& picture, Instant now) {
    std::vector<std::pair<Instant, TrainingId>> coming;
    for (const auto& [id, training] : picture.organisation->planned)
        if (training.value.at >= now) coming.emplace_back(training.value.at, id);
    std::sort(coming.begin(), coming.end());
    std::vector<TrainingId> ids;
    ids.reserve(coming.size());
    for (auto& [at, id] : coming)
        ids.push_back(std::move(id));
    return ids;
}

} // namespace regiekamer::picture
