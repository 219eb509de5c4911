// STAP: what became of one requirement: in, done, advised, or later than agreed.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/events/events_dialogs.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using picture::Requirement;
using picture::RequirementState;

enum Verb { submitted, met, agreed, conditions, rejected, expected };
const std::vector<std::string>& verbs() {
    static const std::vector<std::string> all{"Binnen",      "Gereed",    "Akkoord",
                                              "Voorwaarden", "Afgekeurd", "Komt later"};
    return all;
}

/// The likeliest next thing: a step gets done, a document comes in and is judged, an advice agrees.
int likely(const Requirement& requirement) {
    const auto state = picture::state_of(requirement);
    if (state == RequirementState::conditional) return met;
    switch (requirement.set.value.kind) {
    case RequirementKind::stap:
        return met;
    case RequirementKind::advies:
        return agreed;
    case RequirementKind::document:
        return state == RequirementState::submitted ? agreed : submitted;
    }
    return met;
}

std::string about(const Scene& scene, const Requirement& requirement) {
    const auto& set = requirement.set.value;
    std::string text = fmt::format("{}\n{} · uiterlijk {} · {}", set.title, set.by,
                                   words::short_date_near(set.deadline, scene.now),
                                   events::state_words(requirement, scene.now));
    for (const auto& [party, advice] : requirement.advised) {
        text += fmt::format("\n{} {}: {}{}", words::short_date(advice.time), party.empty() ? set.by : party,
                            words::label(advice.value.verdict),
                            advice.value.version ? " op versie " + *advice.value.version : std::string());
        if (!advice.value.conditions) continue;
        for (const auto& condition : *advice.value.conditions)
            text += " · " + condition;
    }
    return text;
}

std::optional<std::string> maybe(const std::string& text) {
    auto words = trimmed(text);
    return words.empty() ? std::nullopt : std::optional(std::move(words));
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find(';', from), text.size());
        if (auto part = trimmed(text.substr(from, end - from)); !part.empty())
            parts.push_back(std::move(part));
        from = end + 1;
    }
    return parts;
}

/// The fields that a verb needs, and no others.
void draw_fields(Form& form, EventsDraft::Fields& fields, int verb) {
    if (verb == expected) {
        form.field("stap/wanneer", "Nieuwe datum, zoals toegezegd", fields.at, "17-6 of 17-6-2027");
        form.field("stap/door", "Wie zegt het toe (mag leeg)", fields.party, "I. Peters, GHOR");
        return;
    }
    if (verb == conditions || verb == rejected)
        form.field("stap/voorwaarden",
                   verb == conditions ? "Voorwaarden, met ; ertussen" : "Wat er niet goed is", fields.note,
                   "extra EHBO-post; nooduitgang 2,40 m breed");
    else
        form.field("stap/notitie", "Notitie (mag leeg)", fields.note, "");
    if (verb != met) form.field("stap/versie", "Versie (mag leeg)", fields.version, "3");
    if (verb == agreed || verb == conditions || verb == rejected)
        form.field("stap/partij", "Wie adviseert (leeg is wie het moet doen)", fields.party, "GHOR");
}

std::optional<Body> advised(Drafts& drafts, RequirementAdvised body, int verb) {
    const auto& fields = drafts.events.fields;
    body.verdict = verb == agreed       ? Verdict::akkoord
                   : verb == conditions ? Verdict::voorwaarden
                                        : Verdict::afgekeurd;
    auto parts = split(fields.note);
    if (verb != agreed && parts.empty()) {
        drafts.complaint =
            verb == conditions ? "Schrijf op welke voorwaarden er zijn." : "Schrijf op wat er niet goed is.";
        return std::nullopt;
    }
    if (!parts.empty()) body.conditions = std::move(parts);
    body.version = maybe(fields.version);
    if (auto party = maybe(fields.party)) body.party = std::move(party);
    return body;
}

std::optional<Body> promised(const Scene& scene, Drafts& drafts, RequirementExpected body) {
    constexpr auto end_of_day = hours(23) + minutes(59);
    const auto at = typed_date(drafts.events.fields.at, scene.now, picture::local_day(scene.now), end_of_day);
    if (!at || *at < scene.now) {
        ask_again(drafts, at ? past_words(*at, scene.now) : "De datum is niet te lezen. Schrijf 17-6-2027.",
                  &drafts.events.fields.at);
        return std::nullopt;
    }
    body.at = *at;
    body.by = maybe(drafts.events.fields.party);
    return body;
}

std::optional<Body> body_of(const Scene& scene, Drafts& drafts, const PublicEventId& event,
                            const RequirementId& id, const Requirement& requirement) {
    const auto& fields = drafts.events.fields;
    for (const auto* text : {&fields.note, &fields.version, &fields.party})
        if (!trimmed(*text).empty() && !typed_text(drafts, *text, "")) return std::nullopt;
    switch (fields.kind) {
    case submitted:
        return RequirementSubmitted{event, id, maybe(fields.version), maybe(fields.note)};
    case met:
        return RequirementMet{event, id, scene.now, maybe(fields.note)};
    case expected:
        return promised(scene, drafts, {event, id, {}, {}});
    default:
        RequirementAdvised body;
        body.event = event;
        body.requirement = id;
        // A party may advise on what another must do; nobody named is the party itself.
        body.party =
            requirement.set.value.by.empty() ? std::nullopt : std::optional(requirement.set.value.by);
        return advised(drafts, std::move(body), fields.kind);
    }
}

} // namespace

Intents event_requirement(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const PublicEventId event(drafts.subject);
    const auto id = events::selected_step(scene, event, drafts.events);
    if (!id) {
        close(drafts);
        return {};
    }
    const Requirement& requirement = events::find(scene, event)->requirements.at(*id);
    auto& fields = drafts.events.fields;
    if (drafts.opened_now) fields.kind = likely(requirement);
    // Digits choose and Enter confirms: no field has the keyboard until Tab gives it.
    Form form(ui, drafts, "STAP · " + words::public_event(scene.picture, event), 860, Keyboard::nobody);
    form.words(about(scene, requirement));
    form.choice("stap/wat", "Wat is er", verbs(), fields.kind);
    draw_fields(form, fields, fields.kind);
    if (!form.confirmed(verbs().at(static_cast<std::size_t>(std::clamp(fields.kind, 0, 5))))) return {};
    auto body = body_of(scene, drafts, event, *id, requirement);
    if (!body) return {};
    const std::string text = requirement.set.value.title + ": " +
                             words::sentence_case(verbs().at(static_cast<std::size_t>(fields.kind)));
    drafts.events.requirement.clear(); // on to what is then the most urgent
    return act(drafts, std::move(*body), text);
}

} // namespace regiekamer::panels::dialogs
