// What the training record says of who fills which post.
#include "dashboard/picture/oto.hpp"

#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace regiekamer::picture {
namespace {

date::year year_of(Instant at) {
    return date::year_month_day(local_day(at)).year();
}

bool covers(const TrainingPlanned& planned, const Function& function) {
    return planned.functions.empty() ||
           std::find(planned.functions.begin(), planned.functions.end(), function) != planned.functions.end();
}

bool planned_between(const Picture& picture, const Function& function, Instant from, Instant until) {
    const auto& all = picture.organisation->planned;
    return std::any_of(all.begin(), all.end(), [&](const auto& one) {
        const auto& planned = one.second.value;
        return planned.at >= from && planned.at < until && covers(planned, function);
    });
}

/// Upper and lower case alike, as people write it.
std::string folded(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
}

Skill state_of(const std::optional<Instant>& until, Instant now) {
    if (!until) return Skill::never;
    if (*until <= now) return Skill::lapsed;
    return *until - now < lapses_soon ? Skill::lapsing : Skill::valid;
}

using People = std::map<PersonId, PersonSkill>;

void add_function(People& people, const PersonId& who, const Function& function) {
    auto& skill = people[who];
    skill.person = who;
    auto& functions = skill.functions;
    if (!function.empty() && std::find(functions.begin(), functions.end(), function) == functions.end())
        functions.push_back(function);
}

/// Who fills or stands in for a post, and who is in the roster.
People people_of(const Picture& picture) {
    People people;
    for (const auto& [id, post] : picture.organisation->posts)
        for (const auto& who : {post.person.value, post.deputy.value})
            if (who) add_function(people, *who, post.function.value);
    for (const auto& [id, person] : picture.roster->persons)
        if (person.registered.said() && !person.removed.value)
            for (const auto& function : person.registered.value.functions)
                add_function(people, id, function);
    return people;
}

bool has_post(const Picture& picture, const PersonId& person) {
    const auto& posts = picture.organisation->posts;
    return std::any_of(posts.begin(), posts.end(), [&](const auto& one) {
        return one.second.person.value == person || one.second.deputy.value == person;
    });
}

/// The person of the organisation that a record is about, by id or by name.
People::iterator owner(People& people, const Picture& picture, const PersonId& recorded) {
    if (const auto found = people.find(recorded); found != people.end()) return found;
    return std::find_if(people.begin(), people.end(),
                        [&](const auto& one) { return name_of(picture, one.first) == recorded.value; });
}

} // namespace

Instant counts_until(const TrainingRecorded& record) {
    return record.valid_until.value_or(record.at + training_counts_for);
}

std::vector<PostState> post_states(const Picture& picture, std::span<const AskedPost> asked) {
    std::vector<PostState> states;
    for (const auto& [id, post] : picture.organisation->posts)
        states.push_back({id, post.function.value, post.person.value, post.deputy.value,
                          std::max({post.function.sequence, post.person.sequence, post.deputy.sequence})});
    std::map<std::string, int> places; // of a function that is needed more than once
    for (const AskedPost& one : asked) {
        const auto name = folded(one.function.value);
        const auto known = std::find_if(states.begin(), states.end(), [&](const PostState& state) {
            return state.asked == nullptr && folded(state.function.value) == name;
        });
        const int place = ++places[name];
        if (known != states.end()) {
            known->asked = &one;
            continue;
        }
        const std::string id = "functie/" + name + (place > 1 ? "/" + std::to_string(place) : "");
        states.push_back({PostId(id), one.function, {}, {}, 0, &one});
    }
    std::sort(states.begin(), states.end(), [](const PostState& a, const PostState& b) {
        return std::tuple(a.person.has_value(), a.deputy.has_value(), a.function, a.post) <
               std::tuple(b.person.has_value(), b.deputy.has_value(), b.function, b.post);
    });
    return states;
}

std::vector<PersonSkill> person_skills(const Picture& picture, Instant now) {
    People people = people_of(picture);
    for (const auto& [key, record] : picture.organisation->trained) {
        if (record.value.at > now) continue;
        auto found = owner(people, picture, key.person);
        if (found == people.end()) { // of nobody that is known here; what was trained stays all the same
            add_function(people, key.person, record.value.function.value_or(Function{}));
            found = people.find(key.person);
        }
        found->second.records.push_back(record);
    }
    std::vector<PersonSkill> skills;
    for (auto& [id, skill] : people) {
        std::sort(skill.records.begin(), skill.records.end(),
                  [](const auto& a, const auto& b) { return a.value.at > b.value.at; });
        for (const auto& record : skill.records)
            skill.valid_until = std::max(skill.valid_until, std::optional(counts_until(record.value)));
        skill.state = state_of(skill.valid_until, now);
        skills.push_back(std::move(skill));
    }
    std::sort(skills.begin(), skills.end(), [](const PersonSkill& a, const PersonSkill& b) {
        return std::tuple(a.state, a.valid_until, a.person) < std::tuple(b.state, b.valid_until, b.person);
    });
    return skills;
}

std::vector<PlannedTraining> plan_of_year(const Picture& picture, Instant now) {
    std::vector<PlannedTraining> plan;
    const auto& organisation = *picture.organisation;
    for (const auto& [id, planned] : organisation.planned) {
        if (year_of(planned.value.at) != year_of(now)) continue;
        const auto attended =
            std::count_if(organisation.trained.begin(), organisation.trained.end(),
                          [&id = id](const auto& one) { return one.second.value.training == id; });
        plan.push_back({id, planned, static_cast<std::size_t>(attended)});
    }
    std::sort(plan.begin(), plan.end(), [](const PlannedTraining& a, const PlannedTraining& b) {
        return std::tuple(a.planned.value.at, a.training) < std::tuple(b.planned.value.at, b.training);
    });
    return plan;
}

std::vector<OtoGap> oto_gaps(const Picture& picture, Instant now, std::span<const AskedPost> asked) {
    std::vector<OtoGap> gaps;
    std::set<Function> functions;
    for (const auto& post : post_states(picture, asked)) {
        functions.insert(post.function);
        if (!post.person) gaps.push_back({OtoGap::Kind::post_vacant, post.function, {}, {}});
    }
    std::set<Function> trained_this_year;
    for (const auto& skill : person_skills(picture, now)) {
        for (const auto& record : skill.records)
            if (year_of(record.value.at) == year_of(now))
                trained_this_year.insert(skill.functions.begin(), skill.functions.end());
        // Of the roster only what somebody had and loses: whom it never trained stands with the people.
        if (skill.state == Skill::valid || (skill.records.empty() && !has_post(picture, skill.person)))
            continue;
        const Instant before = std::max(skill.valid_until.value_or(now), now) + lapses_soon;
        for (const auto& function : skill.functions)
            if (!planned_between(picture, function, now, before))
                gaps.push_back({OtoGap::Kind::lapses_unplanned, function, skill.person, skill.valid_until});
    }
    const Instant new_year = day_start(date::local_days((year_of(now) + date::years(1)) / 1 / 1));
    for (const auto& function : functions)
        if (!trained_this_year.contains(function) && !planned_between(picture, function, now, new_year))
            gaps.push_back({OtoGap::Kind::function_unplanned, function, {}, {}});
    return gaps;
}

} // namespace regiekamer::picture
