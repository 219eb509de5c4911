// Exercise, crisis organisation and the system itself as JSON.
#include "dashboard/picture/json_themes.hpp"

#include <algorithm>

namespace regiekamer::picture {

BOOST_DESCRIBE_ENUM(ExercisePhase, none, paused, running, halted, ended)
BOOST_DESCRIBE_ENUM(InjectState, delivered, skipped, held, moved)

namespace {

JsonObject clock_json(const ClockReading& clock) {
    JsonObject json = members_of(clock.set);
    json["recorded"] = json_of(clock.recorded);
    return json;
}

JsonArray injects_json(const Exercise& exercise) {
    return array_of(exercise.injects, [](const auto& entry) {
        const auto& [number, inject] = entry;
        JsonObject json;
        if (inject.delivered) json = members_of(*inject.delivered);
        put_members(json, "inject", number, "state", state_of(inject), "read_at",
                    inject.read ? json_of(inject.read->time) : JsonValue(nullptr), "moved_to",
                    inject.moved ? json_of(inject.moved->value.at) : JsonValue(nullptr));
        return json;
    });
}

JsonValue exercise_json(const Picture& picture) {
    const Exercise& exercise = *picture.exercise;
    const ExercisePhase phase = exercise_phase(picture);
    if (phase == ExercisePhase::none) return nullptr;
    const auto known = [](const auto& entry) { return members_of(entry.second); };
    return object_of("phase", phase, "rate", exercise_rate(picture), "run", exercise.started.value.run,
                     "scenario", exercise.started.value.scenario, "title", exercise.started.value.title,
                     "start", exercise.started.value.start, "roles", exercise.started.value.roles, "clock",
                     exercise.clock ? JsonValue(clock_json(*exercise.clock)) : JsonValue(nullptr), "halted",
                     exercise.halt ? JsonValue(members_of(*exercise.halt)) : JsonValue(nullptr),
                     "branched_from",
                     exercise.branched ? JsonValue(members_of(*exercise.branched)) : JsonValue(nullptr),
                     "injects", injects_json(exercise), "judged", array_of(exercise.judged, known),
                     "observations", array_of(exercise.observations, known));
}

JsonObject heard_json(const Heard& heard) {
    return object_of("at", heard.at, "recorded", heard.recorded, "source", heard.source, "sequence",
                     heard.sequence);
}

JsonObject system_json(const Picture& picture, Instant now) {
    const System& system = *picture.system;
    JsonObject heard;
    for (const auto& [type, last] : system.heard)
        heard[type] = heard_json(last);
    const auto desk = [](const auto& entry) {
        return object_of("desk", entry.first, "present", entry.second.present.value, "version",
                         entry.second.version, "since", entry.second.present.time, "sequence",
                         entry.second.present.sequence);
    };
    const auto aside = [](const KeptAside& one) {
        return object_of("reason", one.reason, "count", one.count, "sample", one.sample, "at", one.at,
                         "sequence", one.sequence);
    };
    const auto retry = [](const std::optional<Retry>& one) -> JsonValue {
        if (!one) return nullptr;
        auto json =
            object_of("asked", one->asked, "answered",
                      one->answer ? std::optional(one->answered) : std::nullopt, "sequence", one->sequence);
        if (one->answer) {
            json["pieces"] = one->answer->pieces.value;
            json["messages"] = one->answer->messages.value;
            json["aside"] = one->answer->aside.value;
            json["refused"] = one->answer->refused.value;
            json["note"] = json_of(one->answer->note);
        }
        return json;
    };
    const auto feed = [&](const FeedOverview& one) {
        return object_of(
            "feed", one.feed, "state", one.health ? json_of(one.health->state) : JsonValue(nullptr), "since",
            one.health_since, "note", one.health ? one.health->note : std::nullopt, "lost", one.lost,
            "last_heard", one.heard, "per_hour", static_cast<std::size_t>(one.per_hour), "taken",
            static_cast<std::size_t>(one.taken), "refused", static_cast<std::size_t>(one.refused), "aside",
            array_of(one.aside, aside), "retry", retry(one.retry), "sequence", one.sequence);
    };
    return object_of("desks", array_of(system.desks, desk), "feeds",
                     array_of(feeds_overview(picture, now), feed), "checks",
                     array_of(system.checks, [](const auto& entry) { return members_of(entry.second); }),
                     "heard", heard);
}

} // namespace

void put_organisation(JsonObject& json, const Picture& picture, Instant now,
                      std::span<const AskedPost> asked) {
    const CrisisOrganisation& organisation = *picture.organisation;
    json["exercise"] = exercise_json(picture);
    auto posts = post_states(picture, asked);
    std::sort(posts.begin(), posts.end(),
              [](const PostState& a, const PostState& b) { return a.post < b.post; });
    const auto post = [](const PostState& one) {
        return object_of("post", one.post, "function", one.function, "person", one.person, "deputy",
                         one.deputy, "sequence", one.sequence);
    };
    std::vector<PostId> vacant;
    for (const PostState& one : posts)
        if (!one.person) vacant.push_back(one.post);
    const auto lapsing = [&](const TrainingKey& key) { return members_of(organisation.trained.at(key)); };
    const auto coming = [&](const TrainingId& id) { return members_of(organisation.planned.at(id)); };
    json["organisation"] = object_of("posts", array_of(posts, post), "vacant", vacant, "lapsing_trainings",
                                     array_of(lapsing_trainings(picture, now, hours(90 * 24)), lapsing),
                                     "coming_trainings", array_of(coming_trainings(picture, now), coming));
    json["system"] = system_json(picture, now);
}

} // namespace regiekamer::picture
