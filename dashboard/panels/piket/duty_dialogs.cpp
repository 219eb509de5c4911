// Who takes a place: taking over now, being absent, asking somebody and the answer.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/rights/rights.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

enum Way { asks_first, rosters };

DutyRostered rostered(const Function& function, const PersonId& person, Instant from, Instant until) {
    return {DutyId(dialogs::fresh_id()), function, person, from, until, std::nullopt};
}

/// False, and a complaint, when it is longer than a message takes.
bool add_reason(Drafts& drafts, std::optional<std::string>& reason) {
    if (trimmed(drafts.piket.fields.reason).empty()) return true;
    reason = typed_text(drafts, drafts.piket.fields.reason, "");
    return reason.has_value();
}

/// For when somebody is wanted: to the end of its first week, or of the week after which rest is due.
std::pair<Instant, Instant> to_fill(const picture::DutyAsk& ask, Instant now) {
    const bool rest = ask.kind == picture::DutyAsk::Kind::no_rest;
    const Instant from = rest ? std::min(ask.until, std::max(now, ask.from + hours(24 * 7))) : ask.from;
    return {from, std::min(ask.until, picture::week_start(from, 1))};
}

} // namespace

Intents take_over(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    const auto functions = function_names(scene);
    if (drafts.opened_now) {
        fields = {};
        fields.function = std::max(0, words::place_in(functions, scene.user.function.value));
    }
    const Function function = function_at(functions, fields.function);
    const auto duty = picture::on_duty(scene.picture, function, scene.now);
    if (drafts.opened_now && duty.until != Instant::max()) fields.until = date_text(duty.until);
    Form form(ui, drafts, "NEEM NU OVER", 760);
    form.words(fmt::format("Nu heeft {} piket als {}. U neemt het over vanaf {}.",
                           duty.person ? words::person(scene.picture, *duty.person) : std::string("niemand"),
                           function.value, words::clock(scene.now)));
    if (form.choice("overnemen/functie", "Functie", functions, fields.function)) {
        const auto other =
            picture::on_duty(scene.picture, function_at(functions, fields.function), scene.now);
        fields.until = other.until == Instant::max() ? std::string() : date_text(other.until);
    }
    form.field("overnemen/tot", "Tot", fields.until, date_hint);
    const auto change = change_of(scene, function);
    form.words(words_of(change));
    form.field("overnemen/reden", "Reden (mag leeg)", fields.reason, "ziek, vakantie, al ter plaatse");
    if (!form.confirmed("Neem over")) return {};
    const auto person = known_person(scene, drafts, scene.user.person.value);
    if (!person) { // the form has no name to mend: it is who sits here
        drafts.complaint =
            fmt::format("U zit hier als \"{}\", en die staat niet in het rooster. Zeg met Esc en U wie "
                        "u bent, of los het met Esc en J op voor een ander.",
                        words::person(scene.picture, scene.user.person));
        return {};
    }
    if (duty.person == *person) {
        drafts.complaint = "U hebt dit piket nu al.";
        return {};
    }
    const auto times = typed_period(scene, drafts, date_text(scene.now), fields.until, change.clock);
    if (!times || !is_there(scene, drafts, *person, {scene.now, times->second})) return {};
    auto body = rostered(function, *person, scene.now, times->second);
    if (!add_reason(drafts, body.reason)) return {};
    return dialogs::act(drafts, body, "piket overgenomen: " + function.value);
}

Intents absence(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    if (drafts.opened_now) {
        fields = {};
        fields.who = words::person(scene.picture, me(scene));
        fields.from = date_text(scene.now);
    }
    Form form(ui, drafts, "AFWEZIG", 760);
    form.field("afwezig/tot", "Tot", fields.until, date_hint);
    form.field("afwezig/van", "Vanaf", fields.from, date_hint);
    form.field("afwezig/wie", "Wie", fields.who, "zoals in het rooster");
    const auto change = change_of(scene, person_meant(scene, fields.who));
    form.words(words_of(change));
    form.field("afwezig/reden", "Reden (mag leeg; geen medische gegevens)", fields.reason, "vakantie");
    if (!form.confirmed("Meld afwezig")) return {};
    const auto person = known_person(scene, drafts, fields.who);
    if (!person) return {};
    const auto times = typed_period(scene, drafts, fields.from, fields.until, change.clock);
    if (!times) return {};
    AbsenceReported body{AbsenceId(dialogs::fresh_id()), *person, times->first, times->second, std::nullopt};
    if (!add_reason(drafts, body.reason)) return {};
    return dialogs::act(drafts, body, words::person(scene.picture, *person) + " afwezig");
}

Intents duty_ask(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& all = asks(scene, drafts);
    const auto ask =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == drafts.subject; });
    if (ask == all.end()) { // filled by another in the meantime
        close(drafts);
        return {Explain{"Dit is al opgelost."}};
    }
    auto& fields = drafts.piket.fields;
    const auto [from, until] = to_fill(*ask, scene.now);
    if (drafts.opened_now) {
        fields = {};
        fields.from = date_text(from);
        fields.until = date_text(until);
    }
    std::vector<std::string> functions;
    for (const auto& function : ask->functions)
        functions.push_back(function.value);
    const Function function = function_at(functions, fields.function);
    static const std::vector<std::string> ways{"Vraag eerst", "Zet in het rooster"};
    std::vector<std::string> names;
    for (const auto& id : picture::candidates(scene.picture, function, from, until))
        if (names.size() < 9) names.push_back(words::person(scene.picture, id));
    Form form(ui, drafts, words::sentence_case(function.value) + ": WIE VALT IN", 860, Keyboard::nobody);
    if (!names.empty() && form.choice("vraag/kies", "Vrij, wie het minst had eerst", names, fields.option))
        fields.who = names[static_cast<std::size_t>(fields.option)];
    form.field("vraag/wie", names.empty() ? "Wie (niemand met deze functie is vrij)" : "Of een ander",
               fields.who, "zoals in het rooster");
    if (functions.size() > 1) form.choice("vraag/functie", "Voor welke functie", functions, fields.function);
    form.field("vraag/van", "Vanaf", fields.from, date_hint);
    form.field("vraag/tot", "Tot", fields.until, date_hint);
    const auto change = change_of(scene, function);
    form.words(words_of(change));
    form.choice("vraag/hoe", "Hoe", ways, fields.way);
    if (!form.confirmed(fields.way == rosters ? "Zet in" : "Vraag")) return {};
    const auto person = known_person(scene, drafts, fields.who);
    const auto times =
        person ? typed_period(scene, drafts, fields.from, fields.until, change.clock) : std::nullopt;
    if (!times || !is_there(scene, drafts, *person, *times)) return {};
    const std::string text = words::person(scene.picture, *person) + " voor " + function.value;
    if (fields.way == rosters)
        return dialogs::act(drafts, rostered(function, *person, times->first, times->second),
                            "in het rooster: " + text);
    return dialogs::act(
        drafts, DutyAsked{RequestId(dialogs::fresh_id()), function, *person, times->first, times->second},
        "gevraagd: " + text);
}

Intents duty_answer(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& requests = scene.picture.roster->requests;
    const auto request = requests.find(RequestId(drafts.subject));
    if (request == requests.end() || request->second.answer) {
        close(drafts);
        return {};
    }
    static const std::vector<std::string> answers{"Ja", "Nee"};
    auto& fields = drafts.piket.fields;
    if (drafts.opened_now) fields = {};
    const auto& asked = request->second.asked.value;
    const std::string name = words::person(scene.picture, asked.person);
    Form form(ui, drafts, "ANTWOORD VAN " + name, 760, Keyboard::nobody);
    form.words(fmt::format("Gevraagd als {}, {}.", asked.function.value, period(asked.from, asked.until)));
    if (asked.person != me(scene) && !rights::may<SwapApproved>(scene.user.function)) {
        form.words("Alleen " + name + " legt het antwoord vast, of wie over het rooster gaat: " +
                   rights::whose(SwapApproved::type) + ".");
        form.shown();
        return {};
    }
    form.choice("antwoord/keuze", "Wat is het antwoord", answers, fields.option);
    if (!form.confirmed("Leg vast")) return {};
    if (fields.option < 0) {
        ask_again(drafts, "Kies Ja of Nee.", &fields.option);
        return {};
    }
    const YesNo answer = fields.option == 0 ? YesNo::ja : YesNo::nee;
    Intents done{
        Act{DutyAnswered{asked.request, asked.function, asked.person, asked.from, asked.until, answer},
            name + (answer == YesNo::ja ? " zei ja" : " zei nee"), std::nullopt}};
    const bool fills = answer == YesNo::ja &&
                       words::not_allowed(scene.user.function, DutyRostered::type).empty() &&
                       asked.until > scene.now;
    if (fills)
        done.push_back(Act{rostered(asked.function, asked.person, asked.from, asked.until),
                           "in het rooster: " + name, std::nullopt});
    close(drafts);
    return done;
}

} // namespace regiekamer::panels::piket
