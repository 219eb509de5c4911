// ACTIE: what became of it, and what is to become of it now.
#include "dashboard/panels/action_board/action_words.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/due_text.hpp"
#include "dashboard/picture/due_times.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using picture::Action;

/// The rule, and what it comes to now when that is another time than was said: the peak moved.
std::string rule_words(const Scene& scene, const Action& action) {
    if (!action.opened.value.due_rule) return {};
    std::string text = " · " + *action.opened.value.due_rule;
    const auto now_due = picture::due_by_rule(scene.picture, action);
    if (picture::unfinished(action) && now_due && action.due.value && *now_due != *action.due.value &&
        *now_due > scene.now)
        text += fmt::format(" (komt nu op {})", words::clock_near(*now_due, scene.now));
    if (!now_due && !action.due.value && *action.opened.value.due_rule != "N") text += " (nog niet bekend)";
    return text;
}

std::string about(const Scene& scene, const Action& action) {
    std::string text = action.opened.value.title + "\n" + action.owner.value.value;
    if (action.person.value) text += " · " + words::person(scene.picture, *action.person.value);
    if (action.due.value) text += " · vóór " + words::clock_near(*action.due.value, scene.now);
    if (action.opened.value.card) text += " · taakkaart " + *action.opened.value.card;
    text += rule_words(scene, action);
    for (const auto& id : picture::waits_for(scene.picture, action))
        text += id == action.id ? "\nWacht op zichzelf: dat komt nooit klaar"
                                : "\nWacht op: " + words::action(scene.picture, id);
    for (const auto& id : picture::held_up_by(scene.picture, action.id))
        text += "\nHierop wacht: " + words::action(scene.picture, id);
    return text;
}

/// The last steps, oldest first.
std::string history_words(const Scene& scene, const Action& action) {
    constexpr std::size_t most = 6;
    const auto& steps = action.history;
    const std::size_t hidden = steps.size() > most ? steps.size() - most : 0;
    std::string text = hidden > 0 ? fmt::format("… {} eerder", hidden) : std::string();
    for (std::size_t i = hidden; i < steps.size(); ++i)
        text += (text.empty() ? "" : "\n") + action_step(scene, steps[i]);
    return text;
}

enum class Verb { take_on, finish, progress, block, assign, move, cancel, reopen };
const std::vector<std::string>& verbs(bool unfinished) {
    static const std::vector<std::string> open{"Pak op",     "Gereed", "Voortgang", "Blokkeer",
                                               "Draag over", "Verzet", "Vervallen"},
        done{"Heropen"};
    return unfinished ? open : done;
}

bool needs_note(Verb verb) {
    return verb != Verb::take_on && verb != Verb::finish && verb != Verb::assign;
}

Intents done(Drafts& drafts, Verb verb, const ActionId& id, const std::string& title,
             const std::string& note) {
    switch (verb) {
    case Verb::take_on:
        return act(drafts, ActionTakenOn{id}, "opgepakt: " + title);
    case Verb::finish:
        return act(drafts, ActionFinished{id, note.empty() ? std::nullopt : std::optional(note)},
                   "gereed: " + title);
    case Verb::progress:
        return act(drafts, ActionProgressed{id, note}, "voortgang: " + title);
    case Verb::block:
        return act(drafts, ActionBlocked{id, note}, "geblokkeerd: " + title);
    case Verb::assign:
    case Verb::move:
        break; // these two ask more than a note
    case Verb::cancel:
        return act(drafts, ActionCancelled{id, note}, "vervallen: " + title);
    case Verb::reopen:
        return act(drafts, ActionReopened{id, note}, "heropend: " + title);
    }
    return {};
}

/// To another function, and perhaps a person: with a note it is also told why.
Intents assigned(const Scene& scene, Drafts& drafts, const Action& action,
                 const std::vector<std::string>& owners, const std::string& note) {
    ActionAssigned body{action.id, Function(owners[static_cast<std::size_t>(drafts.choice2)]), std::nullopt};
    if (!trimmed(drafts.text3).empty()) {
        const auto name = typed_text(drafts, drafts.text3, "", name_bytes_max);
        if (!name) return {};
        body.person = words::person_named(scene.picture, *name);
    }
    if (body.owner == action.owner.value && body.person == action.person.value) {
        ask_again(drafts, "Deze functie heeft de actie al. Kies een andere, of vul een naam in.",
                  &drafts.choice2);
        return {};
    }
    const std::string text = fmt::format("naar {}: {}", body.owner.value, action.opened.value.title);
    auto intents = act(drafts, body, text);
    if (!note.empty()) intents.emplace_back(Act{ActionProgressed{action.id, note}, text, std::nullopt});
    return intents;
}

Intents moved(const Scene& scene, Drafts& drafts, const Action& action, const std::string& reason) {
    const auto after = action.opened.value.depends_on.value_or(std::vector<ActionId>{});
    const auto due = typed_due(drafts, scene, drafts.text2, after);
    if (!due) return {};
    if (!due->due) {
        ask_again(drafts, "Schrijf de nieuwe tijd: 14:30, +20, of een regel die nu een tijd geeft.",
                  &drafts.text2);
        return {};
    }
    const std::string text =
        fmt::format("verzet naar {}: {}", words::clock_near(*due->due, scene.now), action.opened.value.title);
    return act(drafts, ActionRescheduled{action.id, *due->due, reason}, text);
}

/// What a verb asks besides a note.
void ask_more(Form& form, Drafts& drafts, const Action& action, Verb verb,
              const std::vector<std::string>& owners) {
    if (verb == Verb::assign) {
        form.choice("actie/naar", "Aan", owners, drafts.choice2);
        form.field("actie/wie", "Wie (leeg is wie de functie heeft)", drafts.text3, "A. Jansen");
    }
    if (verb == Verb::move)
        form.field("actie/tijd", "Nieuwe tijd", drafts.text2,
                   action.opened.value.due_rule ? "14:30, +20 of " + *action.opened.value.due_rule
                                                : "14:30 of +20");
}

} // namespace

Intents action_detail(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const ActionId id(drafts.subject);
    const auto* action = picture::find_action(scene.picture, id);
    if (action == nullptr || !action->opened.said()) {
        close(drafts);
        return {};
    }
    // A digit chooses the verb; what is over can only be reopened, and asks why.
    Form form(ui, drafts, "ACTIE", 860,
              picture::unfinished(*action) ? Keyboard::nobody : Keyboard::first_field);
    form.words(about(scene, *action));
    form.words(history_words(scene, *action));
    const std::string why = words::not_allowed(scene.user.function, ActionFinished::type);
    if (scene.looking_back || !why.empty()) {
        if (!why.empty()) form.words(why);
        form.shown();
        return {};
    }
    const bool unfinished = picture::unfinished(*action);
    const auto owners = with(words::owners(), action->owner.value);
    if (drafts.opened_now) drafts.choice2 = std::max(0, words::place_in(owners, action->owner.value.value));
    if (drafts.choice >= static_cast<int>(verbs(unfinished).size())) drafts.choice = 0;
    const bool chosen = form.choice("actie/doe", "Wat doet u", verbs(unfinished), drafts.choice);
    const Verb verb = unfinished ? static_cast<Verb>(drafts.choice) : Verb::reopen;
    if (chosen && verb == Verb::assign)
        ui::focus(ui, "actie/naar/" + owners[static_cast<std::size_t>(drafts.choice2)]);
    else if (chosen && verb != Verb::take_on && verb != Verb::finish)
        ui::focus(ui, verb == Verb::move ? "actie/tijd" : "actie/notitie");
    ask_more(form, drafts, *action, verb, owners);
    form.field("actie/notitie", "Notitie of reden", drafts.text, "");
    if (!form.confirmed(verbs(unfinished)[static_cast<std::size_t>(drafts.choice)])) return {};
    std::string note = trimmed(drafts.text);
    if (needs_note(verb) || !note.empty()) {
        const auto typed = typed_text(drafts, note, "Schrijf er kort bij waarom.");
        if (!typed) return {};
    }
    if (verb == Verb::assign) return assigned(scene, drafts, *action, owners, note);
    if (verb == Verb::move) return moved(scene, drafts, *action, note);
    return done(drafts, verb, id, action->opened.value.title, note);
}

} // namespace regiekamer::panels::dialogs
