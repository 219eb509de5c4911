// RUIL: one proposes, the other consents, a planner approves or refuses.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/rights/rights.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

constexpr auto far = hours(24 * 182);

/// The coming turns of a person, the first first.
std::vector<picture::Duty> turns_of(const Scene& scene, const Function& function, const PersonId& person) {
    auto all = picture::duties(scene.picture, function, scene.now, scene.now + far);
    std::erase_if(all, [&](const auto& duty) { return duty.person != person || duty.since <= scene.now; });
    if (all.size() > 5) all.resize(5);
    return all;
}

/// The turn that was pressed in the chart ("functie|tijd"); else the next of who sits here.
std::optional<picture::Duty> turn_asked(const Scene& scene, const Drafts& drafts, const Function& function) {
    const auto bar = drafts.subject.rfind('|');
    if (bar != std::string::npos)
        if (const auto at = read_instant(drafts.subject.substr(bar + 1))) {
            auto duty = picture::on_duty(scene.picture, Function(drafts.subject.substr(0, bar)), *at);
            if (duty.person) return duty;
        }
    const auto own = turns_of(scene, function, me(scene));
    return own.empty() ? std::nullopt : std::optional(own.front());
}

void fill_in_swap(const Scene& scene, Drafts& drafts, const std::vector<std::string>& functions) {
    auto& fields = drafts.piket.fields;
    fields = {};
    fields.way = 0;
    fields.function = std::max(0, words::place_in(functions, scene.user.function.value));
    fields.who = words::person(scene.picture, me(scene));
    const auto turn = turn_asked(scene, drafts, function_at(functions, fields.function));
    if (!turn) return;
    fields.function = std::max(0, words::place_in(functions, turn->function.value));
    fields.who = words::person(scene.picture, *turn->person);
    fields.from = date_text(std::max(turn->since, scene.now));
    fields.until = turn->until == Instant::max() ? std::string() : date_text(turn->until);
}

/// Whether this person has the function during all of it; a complaint if not.
bool has_duty(const Scene& scene, Drafts& drafts, const Function& function, const PersonId& person,
              Instant from, Instant until) {
    for (const auto& duty : picture::duties(scene.picture, function, from, until))
        if (duty.person != person) {
            drafts.complaint =
                fmt::format("{} heeft {} geen piket als {}.", words::person(scene.picture, person),
                            words::date_clock(std::max(from, duty.since)), function.value);
            return false;
        }
    return true;
}

/// Whether no ruil waits already for a part of this period; a complaint if one does.
bool is_first(const Scene& scene, Drafts& drafts, const Function& function, Instant from, Instant until) {
    for (const auto& id : picture::open_swaps(scene.picture, scene.now)) {
        const auto& open = scene.picture.roster->swaps.at(id).proposed.value;
        const bool back =
            open.back_from && *open.back_from < until && from < open.back_until.value_or(open.until);
        if (open.function != function || !((open.from < until && from < open.until) || back)) continue;
        drafts.complaint = fmt::format(
            "Voor {} loopt al een ruil van {} met {}. Wacht tot die klaar is.", period(open.from, open.until),
            words::person(scene.picture, open.from_person), words::person(scene.picture, open.to_person));
        return false;
    }
    return true;
}

/// What a person has in a period beside this function: another piket, or an absence. Whoever says yes to a
/// ruil must know it.
std::vector<std::string> clashes(const Scene& scene, const Function& function, const PersonId& person,
                                 Instant from, Instant until) {
    std::vector<std::string> found;
    const std::string name = words::person(scene.picture, person);
    for (const Function& other : picture::duty_functions(scene.picture)) {
        if (other == function) continue;
        for (const auto& duty : picture::duties(scene.picture, other, from, until))
            if (duty.person == person)
                found.push_back(fmt::format("{} heeft dan ook piket als {}: {}.", name, other.value,
                                            period(std::max(from, duty.since), std::min(until, duty.until))));
    }
    for (const auto& [id, absence] : scene.picture.roster->absences)
        if (absence.value.person == person && absence.value.from < until && from < absence.value.until)
            found.push_back(fmt::format(
                "{} is dan afwezig: {}.", name,
                period(std::max(from, absence.value.from), std::min(until, absence.value.until))));
    return found;
}

/// Of both who swap, each for what they get.
std::vector<std::string> clashes(const Scene& scene, const SwapProposed& body) {
    auto found = clashes(scene, body.function, body.to_person, body.from, body.until);
    if (body.back_from)
        for (auto& line : clashes(scene, body.function, body.from_person, *body.back_from,
                                  body.back_until.value_or(body.until)))
            found.push_back(std::move(line));
    return found;
}

/// Whether this person is registered for the function; a complaint if not.
bool holds(const Scene& scene, Drafts& drafts, const Function& function, const PersonId& person,
           const std::string& field) {
    const auto* known = picture::find_person(scene.picture, person);
    if (known != nullptr &&
        std::find(known->functions.begin(), known->functions.end(), function) != known->functions.end())
        return true;
    ask_again(drafts,
              fmt::format("{} is geen {}. Kies iemand die deze functie heeft.",
                          words::person(scene.picture, person), function.value),
              &field);
    return false;
}

/// What was typed as a proposal; none, and a complaint.
std::optional<SwapProposed> proposed(const Scene& scene, Drafts& drafts, const Function& function,
                                     const std::vector<picture::Duty>& back) {
    const auto& fields = drafts.piket.fields;
    const auto gives = known_person(scene, drafts, fields.who);
    const auto takes = gives ? known_person(scene, drafts, fields.whom) : std::nullopt;
    if (!takes) return std::nullopt;
    if (*gives == *takes) {
        ask_again(drafts, "Ruilen met uzelf kan niet. Vul in met wie u ruilt.", &fields.whom);
        return std::nullopt;
    }
    const auto times =
        typed_period(scene, drafts, fields.from, fields.until, change_of(scene, function).clock);
    if (!times || !holds(scene, drafts, function, *takes, fields.whom) ||
        !has_duty(scene, drafts, function, *gives, times->first, times->second) ||
        !is_first(scene, drafts, function, times->first, times->second))
        return std::nullopt;
    SwapProposed body;
    body.swap = SwapId(dialogs::fresh_id());
    body.function = function;
    body.from = times->first;
    body.until = times->second;
    body.from_person = *gives;
    body.to_person = *takes;
    if (fields.way > 0 && static_cast<std::size_t>(fields.way) <= back.size()) {
        const auto& turn = back[static_cast<std::size_t>(fields.way - 1)];
        body.back_from = turn.since;
        body.back_until = turn.until;
    }
    if (trimmed(fields.reason).empty()) return body;
    body.reason = typed_text(drafts, fields.reason, "");
    return body.reason ? std::optional(std::move(body)) : std::nullopt;
}

/// The same of what is being typed, as far as it can be read.
std::vector<std::string> clashes_typed(const Scene& scene, const PiketDraft::Fields& fields,
                                       const Function& function, const std::vector<picture::Duty>& back) {
    const auto change = change_of(scene, function).clock;
    const auto begin = typed_date(trimmed(fields.from), scene.now, picture::local_day(scene.now), change);
    const auto end = begin ? typed_date(trimmed(fields.until), scene.now, picture::local_day(*begin), change)
                           : std::nullopt;
    if (!end || *end <= *begin || trimmed(fields.whom).empty()) return {};
    SwapProposed body;
    body.function = function;
    body.from = *begin;
    body.until = *end;
    body.from_person = person_meant(scene, fields.who);
    body.to_person = person_meant(scene, fields.whom);
    if (fields.way > 0 && static_cast<std::size_t>(fields.way) <= back.size()) {
        const auto& turn = back[static_cast<std::size_t>(fields.way - 1)];
        body.back_from = turn.since;
        body.back_until = turn.until;
    }
    return clashes(scene, body);
}

struct Option {
    std::string words;
    enum class Does { consents, approves, refuses } does;
};

std::vector<Option> options_of(const Scene& scene, const picture::Swap& swap) {
    const auto& body = swap.proposed.value;
    std::vector<Option> options;
    const auto own = me(scene);
    if ((own == body.from_person || own == body.to_person) && !swap.consents.contains(own))
        options.push_back({"Akkoord", Option::Does::consents});
    const bool plans = words::not_allowed(scene.user.function, SwapApproved::type).empty();
    if (plans && !swap.settled) options.push_back({"Keur goed", Option::Does::approves});
    if (plans || own == body.to_person)
        options.push_back({"Wijs af", Option::Does::refuses});
    else if (own == body.from_person)
        options.push_back({"Trek in", Option::Does::refuses});
    return options;
}

void tell(Form& form, const Scene& scene, const picture::Swap& swap) {
    const auto& body = swap.proposed.value;
    const auto name = [&](const PersonId& person) { return words::person(scene.picture, person); };
    form.words(fmt::format("{} geeft {} als {} aan {}.", name(body.from_person),
                           period(body.from, body.until), body.function.value, name(body.to_person)));
    form.words(body.back_from ? fmt::format("{} geeft {} terug.", name(body.to_person),
                                            period(*body.back_from, *body.back_until))
                              : std::string("Er komt niets voor terug."));
    if (body.reason) form.words("Reden: " + *body.reason);
    for (const auto& line : clashes(scene, body))
        form.words("Let op: " + line);
    for (const auto* person : {&body.from_person, &body.to_person})
        form.words(name(*person) + (swap.consents.contains(*person) ? ": akkoord" : ": nog geen akkoord"));
}

} // namespace

Intents swap(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    const auto functions = function_names(scene);
    if (drafts.opened_now) fill_in_swap(scene, drafts, functions);
    const Function function = function_at(functions, fields.function);
    const auto other = person_meant(scene, fields.whom);
    const auto back =
        trimmed(fields.whom).empty() ? std::vector<picture::Duty>() : turns_of(scene, function, other);
    std::vector<std::string> returns{"niets"};
    for (const auto& turn : back)
        returns.push_back(
            fmt::format("week {}, {}", words::week_number(turn.since), words::short_date(turn.since)));
    if (fields.way >= static_cast<int>(returns.size())) fields.way = 0;
    Form form(ui, drafts, "RUIL AANVRAGEN", 860);
    form.field("ruil/met", "Met wie", fields.whom, "zoals in het rooster");
    form.choice("ruil/terug", "Wat u terugkrijgt", returns, fields.way);
    form.field("ruil/van", "Vanaf", fields.from, date_hint);
    form.field("ruil/tot", "Tot", fields.until, date_hint);
    form.words(words_of(change_of(scene, function)));
    form.field("ruil/wie", "Van wie", fields.who, "zoals in het rooster");
    if (form.choice("ruil/functie", "Functie", functions, fields.function)) {
        const auto own = turns_of(scene, function_at(functions, fields.function), me(scene));
        fields.from = own.empty() ? std::string() : date_text(own.front().since);
        fields.until = own.empty() ? std::string() : date_text(own.front().until);
    }
    form.field("ruil/reden", "Reden (mag leeg)", fields.reason, "vakantie");
    for (const auto& line : clashes_typed(scene, fields, function, back))
        form.words("Let op: " + line);
    if (!form.confirmed("Vraag aan")) return {};
    const auto body = proposed(scene, drafts, function, back);
    if (!body) return {};
    Intents done{Act{*body, "ruil gevraagd aan " + words::person(scene.picture, body->to_person), {}}};
    if (const auto own = me(scene); own == body->from_person || own == body->to_person)
        done.push_back(Act{SwapConsented{body->swap, own}, "zelf akkoord met de ruil", {}});
    close(drafts);
    return done;
}

Intents swap_answer(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& swaps = scene.picture.roster->swaps;
    const auto found = swaps.find(SwapId(drafts.subject));
    if (found == swaps.end()) {
        close(drafts);
        return {};
    }
    auto& fields = drafts.piket.fields;
    if (drafts.opened_now) fields = {};
    const auto& [id, one] = *found;
    const auto state = picture::state_of(one);
    if (state == picture::SwapState::refused || state == picture::SwapState::effective) {
        close(drafts); // by another, in the meantime
        return {Explain{"Deze ruil is al afgehandeld."}};
    }
    const auto options = options_of(scene, one);
    Form form(ui, drafts, "RUIL", 760, Keyboard::nobody);
    tell(form, scene, one);
    if (options.empty()) {
        form.words("U kunt hier nu niets doen: akkoord is aan wie ruilt, goedkeuren aan " +
                   rights::whose(SwapApproved::type) + ".");
        form.shown();
        return {};
    }
    std::vector<std::string> verbs;
    verbs.reserve(options.size());
    for (const auto& option : options)
        verbs.push_back(option.words);
    form.choice("ruil/antwoord", "Wat doet u", verbs, fields.option);
    if (options.back().does == Option::Does::refuses)
        form.field("ruil/waarom",
                   verbs.back() == "Trek in" ? "Reden (bij intrekken)" : "Reden (bij afwijzen)",
                   fields.reason, "rust te kort");
    if (!form.confirmed("Leg vast")) return {};
    if (fields.option < 0 || fields.option >= static_cast<int>(options.size())) {
        ask_again(drafts, "Kies wat u doet.", &fields.option);
        return {};
    }
    const auto does = options[static_cast<std::size_t>(fields.option)].does;
    if (does == Option::Does::consents)
        return dialogs::act(drafts, SwapConsented{id, me(scene)}, "akkoord met de ruil");
    std::optional<std::string> reason;
    if (auto text = trimmed(fields.reason); !text.empty()) reason = text;
    if (does == Option::Does::approves) {
        std::string all;
        for (const auto& line : clashes(scene, one.proposed.value))
            all += line;
        if (all != fields.warned) { // once more, now that it was said
            fields.warned = all;
            ask_again(drafts, "Dit botst, zie \"Let op\". Nog een keer Enter keurt het toch goed.",
                      &fields.option);
            return {};
        }
    }
    if (does == Option::Does::approves)
        return dialogs::act(drafts, SwapApproved{id, reason}, "ruil goedgekeurd");
    if (!reason) {
        ask_again(drafts, "Schrijf op waarom: de ander leest dit.", &fields.reason);
        return {};
    }
    return dialogs::act(drafts, SwapRefused{id, reason},
                        verbs.back() == "Trek in" ? "ruil ingetrokken" : "ruil afgewezen");
}

} // namespace regiekamer::panels::piket
