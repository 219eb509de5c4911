// What the zones and the dialogs of OEFENLEIDING ask of the scene, and the acts that more than one makes.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {

RunId run_of(const Scene& scene) {
    const auto& started = scene.picture.exercise->started;
    return started.said() ? started.value.run : RunId();
}

std::string refused(const Scene& scene, std::string_view type) {
    if (scene.mode != Mode::exercise || !scene.picture.exercise->started.said())
        return "Er loopt geen oefening.";
    const bool after = type == ExpectationJudged::type || type == ObservationNoted::type;
    if (!after && picture::exercise_phase(scene.picture) == picture::ExercisePhase::ended)
        return "De oefening is voorbij.";
    if (type.starts_with("nl.regiekamer.inject.") || type.starts_with("inject."))
        if (picture::exercise_phase(scene.picture) == picture::ExercisePhase::halted)
            return "NO PLAY: alles ligt stil, ook het draaiboek. Hervat eerst de oefening.";
    if (scene.looking_back) return "U kijkt terug. Ga eerst met Esc naar nu.";
    return words::not_allowed(seated(scene).function, type);
}

const MeasuredInject* next_inject(const Scene& scene) {
    if (scene.script == nullptr) return nullptr;
    for (const auto& one : scene.script->results.injects)
        if (one.state == InjectState::planned) return &one;
    return nullptr;
}

const MeasuredInject* chosen(const Scene& scene, const Drafts& drafts) {
    if (scene.script == nullptr) return nullptr;
    const auto& all = scene.script->results.injects;
    for (const auto& one : all)
        if (one.nr.value == drafts.trainer.chosen) return &one;
    const auto* next = next_inject(scene);
    return next != nullptr ? next : all.empty() ? nullptr : &all.back();
}

std::vector<const Measured*> in_order(const Scene& scene) {
    std::vector<const Measured*> list;
    if (scene.script == nullptr) return list;
    for (const auto& one : scene.script->results.expectations)
        if (one.score != Score::not_asked) list.push_back(&one);
    const auto rank = [](const Measured* one) {
        return one->score == Score::missed ? 0
               : one->score == Score::late ? 1
               : one->score == Score::open ? 2
                                           : 3;
    };
    const auto when = [](const Measured* one) {
        return one->deadline.value_or(one->outcome.asked.value_or(Instant()));
    };
    std::stable_sort(list.begin(), list.end(), [&](const Measured* a, const Measured* b) {
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return rank(a) == 3 ? when(a) > when(b) : when(a) < when(b); // on time: the newest first
    });
    return list;
}

const Measured* chosen_expectation(const Scene& scene, const Drafts& drafts) {
    const auto list = in_order(scene);
    for (const auto* one : list)
        if (one->expectation->id == drafts.trainer.expected) return one;
    return list.empty() ? nullptr : list.front();
}

std::string offset(const Scene& scene, Instant at) {
    const auto& started = scene.picture.exercise->started;
    const auto span = std::chrono::floor<minutes>(at - (started.said() ? started.value.start : at));
    return player::offset_text(span);
}

std::string countdown(microseconds span) {
    const auto all = std::max<std::int64_t>(0, std::chrono::floor<seconds>(span).count());
    if (all < 3'600) return fmt::format("{:02}:{:02}", all / 60, all % 60);
    return fmt::format("{}:{:02}:{:02}", all / 3'600, all / 60 % 60, all % 60);
}

std::string_view word(const Measured& one) {
    return one.cut_off ? "niet meer te zien" : word(one.score);
}

std::string_view word(Score score) {
    switch (score) {
    case Score::met:
        return "op tijd";
    case Score::late:
        return "te laat";
    case Score::open:
        return "open";
    case Score::missed:
        return "gemist";
    case Score::not_asked:
        return "niet gevraagd";
    }
    return {};
}

namespace {

/// In whole minutes; with the seconds where those alone made it too late: "binnen 10 min" is not 10:09.
std::string took(const Measured& one) {
    const auto words = words::duration(*one.reaction);
    const auto& within = one.expectation->within;
    const bool by_seconds = one.score == Score::late && within && words == words::duration(*within);
    return by_seconds ? countdown(*one.reaction) : words;
}

} // namespace

std::string outcome_words(const Scene& scene, const Measured& one) {
    switch (one.score) {
    case Score::met:
    case Score::late:
        return one.reaction ? "na " + took(one) : std::string();
    case Score::open:
        if (one.cut_off) return "de oefening was voorbij";
        return one.deadline ? "nog " + countdown(*one.deadline - scene.now) : "zonder tijdslimiet";
    case Score::missed:
        return one.deadline && *one.deadline < scene.now
                   ? words::duration(scene.now - *one.deadline) + " te laat"
                   : "niet gedaan";
    case Score::not_asked:
        break;
    }
    return {};
}

std::string expectation_words(const Measured& one) {
    return one.expectation->text.empty() ? one.expectation->id : one.expectation->text;
}

std::string who_words(const Measured& one) {
    if (one.takes_part.empty()) return "iedereen";
    std::string words = one.takes_part.size() > 1 ? "samen: " : "";
    for (const auto& function : one.takes_part)
        words += (&function == &one.takes_part.front() ? "" : ", ") + function.value;
    return words;
}

Intents deliver(const Scene& scene, const MeasuredInject& inject) {
    if (auto why = refused(scene, InjectDelivered::type); !why.empty()) return {Explain{std::move(why)}};
    InjectDelivered body{run_of(scene), inject.nr,   inject.from, inject.to,
                         inject.medium, inject.text, inject.aim,  std::nullopt};
    if (inject.inject == nullptr) body.made_up = true;
    const std::string text = inject.times > 0 ? "inject {} opnieuw verzonden" : "inject {} verzonden";
    return {Act{body, fmt::format(fmt::runtime(text), inject.nr.value), std::nullopt}};
}

Intents move_by(const Scene& scene, const MeasuredInject& inject, minutes by) {
    if (auto why = refused(scene, InjectMoved::type); !why.empty()) return {Explain{std::move(why)}};
    if (inject.state == InjectState::delivered)
        return {Explain{"Deze inject is al verzonden. Met [O] verzendt u hem opnieuw."}};
    const Instant at = std::max(scene.live_now, std::max(inject.at, scene.live_now) + by);
    return {Act{InjectMoved{run_of(scene), inject.nr, at},
                fmt::format("inject {} naar {}", inject.nr.value, words::clock(at)), std::nullopt}};
}

namespace {

/// Who has the draaiboek, looks back, or may not say so, reads nothing.
bool reads(const Scene& scene) {
    return !scene.looking_back && !sees_script(seated(scene)) &&
           words::not_allowed(scene.user.function, InjectRead::type).empty();
}

bool is_unread(const picture::Inject& one, const Function& reader) {
    return one.delivered && one.delivered->value.to == reader.value &&
           !(one.read && one.read->sequence > one.delivered->sequence);
}

} // namespace

std::optional<Act> read_act(const Scene& scene, const Recorded& fact) {
    const auto* told = std::get_if<InjectDelivered>(&fact.message.body);
    if (told == nullptr || told->to != scene.user.function.value || !reads(scene)) return std::nullopt;
    const auto& injects = scene.picture.exercise->injects;
    const auto known = injects.find(told->inject);
    if (known == injects.end() || !is_unread(known->second, scene.user.function)) return std::nullopt;
    return Act{InjectRead{told->run, told->inject}, "gelezen", MessageId(fact.message.id)};
}

std::vector<Sequence> unread(const Scene& scene) {
    std::vector<Sequence> all;
    if (scene.mode != Mode::exercise || !reads(scene)) return all;
    for (const auto& [nr, one] : scene.picture.exercise->injects)
        if (is_unread(one, scene.user.function)) all.push_back(one.delivered->sequence);
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace regiekamer::panels::trainer
