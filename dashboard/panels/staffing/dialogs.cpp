// What is filled in by hand: a post, a record, a plan.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/staffing/staffing.hpp"
#include "dashboard/picture/oto.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::staffing {
namespace {

constexpr const char* date_hint = "15-6-2027 of 15-6-2027 19:00";

/// A day that was typed; none, and a complaint, when it cannot be read.
std::optional<Instant> typed_day(const Scene& scene, Drafts& drafts, const std::string& text) {
    auto day = typed_date(trimmed(text), scene.now, picture::local_day(scene.now));
    if (!day)
        ask_again(drafts, fmt::format("\"{}\" is geen datum. Schrijf bijvoorbeeld {}.", text, date_hint),
                  &text);
    return day;
}

std::optional<PersonId> named(const Scene& scene, const std::string& text) {
    const std::string name = trimmed(text);
    if (name.empty()) return std::nullopt;
    return words::person_named(scene.picture, name);
}

bool too_long(Drafts& drafts, std::initializer_list<const std::string*> names) {
    for (const auto* name : names)
        if (name->size() > name_bytes_max) {
            ask_again(drafts, "Een naam heeft hooguit 256 tekens.", &*name);
            return true;
        }
    return false;
}

/// Functions from one line: "woordvoerder, teamleider opvang".
std::vector<Function> functions_in(const std::string& text) {
    std::vector<Function> functions;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto comma = std::min(text.find(',', from), text.size());
        if (auto one = trimmed(text.substr(from, comma - from)); !one.empty()) functions.emplace_back(one);
        from = comma + 1;
    }
    return functions;
}

} // namespace

Intents post(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& posts = scene.picture.organisation->posts;
    const auto known = posts.find(PostId(drafts.subject));
    if (drafts.opened_now && known != posts.end()) {
        drafts.text = known->second.function.value.value;
        if (known->second.person.value)
            drafts.text2 = words::person(scene.picture, *known->second.person.value);
        if (known->second.deputy.value)
            drafts.text3 = words::person(scene.picture, *known->second.deputy.value);
    }
    if (drafts.opened_now && known == posts.end()) // of the list, and nobody filled it yet
        for (const auto& one : picture::post_states(scene.picture, scene.catalogue.posts))
            if (one.post.value == drafts.subject) drafts.text = one.function.value;
    Form form(ui, drafts, "POST VAN DE CRISISORGANISATIE", 720);
    form.field("post/functie", "Functie", drafts.text, "teamleider opvang");
    form.field("post/wie", "Wie (leeg: de post is leeg)", drafts.text2, "naam");
    form.field("post/vervanger", "Vervanger (mag leeg)", drafts.text3, "naam");
    if (!form.confirmed("Leg vast")) return {};
    const auto function = typed_text(drafts, drafts.text, "Vul de functie in.", name_bytes_max);
    if (!function || too_long(drafts, {&drafts.text2, &drafts.text3})) return {};
    PostFilled body;
    body.post = drafts.subject.empty() ? PostId(dialogs::fresh_id()) : PostId(drafts.subject);
    body.function = Function(*function);
    body.person = named(scene, drafts.text2);
    body.deputy = named(scene, drafts.text3);
    if (body.person && body.person == body.deputy) {
        ask_again(drafts, "Wie de post vult kan niet ook de vervanger zijn.", &drafts.text3);
        return {};
    }
    if (!body.person && !body.deputy && known != posts.end())
        return dialogs::act(drafts, PostVacated{body.post, body.function, {}, {}}, "Post leeg: " + *function);
    return dialogs::act(drafts, body, "Post: " + *function);
}

Intents training(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto plan = picture::plan_of_year(scene.picture, scene.now);
    std::vector<std::string> planned{"geen"};
    for (const auto& one : plan)
        if (one.planned.value.at <= scene.now && planned.size() < 6)
            planned.push_back(one.planned.value.subject + " " + words::short_date(one.planned.value.at));
    Form form(ui, drafts, "OEFENING OF OPLEIDING VASTLEGGEN", 760);
    form.field("oefening/wie", "Wie", drafts.text, "naam");
    form.field("oefening/wat", "Wat", drafts.text2, "systeemoefening hoogwater");
    form.field("oefening/wanneer", "Wanneer", drafts.text3, date_hint);
    form.field("oefening/tot", "Geldig tot (leeg: een jaar)", drafts.text4, "15-6-2029");
    if (planned.size() > 1) form.choice("oefening/plan", "Uit het plan", planned, drafts.choice);
    if (!form.confirmed("Leg vast")) return {};
    const auto name = typed_text(drafts, drafts.text, "Vul in wie er geoefend heeft.", name_bytes_max);
    if (!name) return {};
    const auto subject = typed_text(drafts, drafts.text2, "Vul in wat er geoefend is.");
    if (!subject) return {};
    const auto at = typed_day(scene, drafts, drafts.text3);
    if (!at) return {};
    if (*at > scene.now) {
        ask_again(drafts, "Deze datum moet nog komen. Plan de oefening met [J].", &drafts.text3);
        return {};
    }
    TrainingRecorded body;
    body.person = words::person_named(scene.picture, *name);
    body.subject = *subject;
    body.at = *at;
    if (!trimmed(drafts.text4).empty()) {
        body.valid_until = typed_day(scene, drafts, drafts.text4);
        if (!body.valid_until) return {};
        if (*body.valid_until <= *at) {
            ask_again(drafts, "\"Geldig tot\" ligt vóór de oefening zelf.", &drafts.text4);
            return {};
        }
    }
    if (drafts.choice > 0) body.training = plan[static_cast<std::size_t>(drafts.choice - 1)].training;
    return dialogs::act(drafts, body, *name + ": " + *subject);
}

Intents plan_training(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    Form form(ui, drafts, "OEFENING PLANNEN", 720);
    form.field("plan/wat", "Wat", drafts.text, "systeemoefening GRIP 3");
    form.field("plan/wanneer", "Wanneer", drafts.text2, date_hint);
    form.field("plan/wie", "Functies, met komma's (leeg: iedereen)", drafts.text3,
               "teamleider opvang, woordvoerder");
    if (!form.confirmed("Plan")) return {};
    const auto subject = typed_text(drafts, drafts.text, "Vul in wat er geoefend wordt.");
    if (!subject) return {};
    const auto at = typed_day(scene, drafts, drafts.text2);
    if (!at) return {};
    if (*at < scene.now) {
        ask_again(drafts, "Deze datum is al geweest. Leg de oefening vast met [D].", &drafts.text2);
        return {};
    }
    TrainingPlanned body{TrainingId(dialogs::fresh_id()), *subject, *at, functions_in(drafts.text3)};
    for (const auto& function : body.functions)
        if (too_long(drafts, {&function.value})) return {};
    return dialogs::act(drafts, body, "Gepland: " + *subject);
}

} // namespace regiekamer::panels::staffing
