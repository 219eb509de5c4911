// ACTIE: what became of it, and what is to become of it now.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using picture::Action;

std::string about(const Scene& scene, const Action& action) {
    std::string text = action.opened.value.title + "\n" + action.owner.value.value;
    if (action.due.value) text += " · vóór " + words::clock_near(*action.due.value, scene.now);
    if (action.opened.value.card) text += " · taakkaart " + *action.opened.value.card;
    return text;
}

/// The last steps, oldest first.
std::string history_words(const Scene& scene, const Action& action) {
    static const char* const kinds[] = {"geopend", "naar",     "opgepakt",  "voortgang", "geblokkeerd",
                                        "gereed",  "heropend", "vervallen", "verschoven"};
    constexpr std::size_t most = 6;
    const auto& steps = action.history;
    const std::size_t hidden = steps.size() > most ? steps.size() - most : 0;
    std::string text = hidden > 0 ? fmt::format("… {} eerder", hidden) : std::string();
    for (std::size_t i = hidden; i < steps.size(); ++i)
        text += fmt::format(
            "{}{} {} {}{}", text.empty() ? "" : "\n", words::clock_near(steps[i].time, scene.now),
            steps[i].function ? steps[i].function->value : "", kinds[static_cast<std::size_t>(steps[i].kind)],
            steps[i].text.empty() ? "" : ": " + steps[i].text);
    return text;
}

enum class Verb { take_on, finish, progress, block, cancel, reopen };
const std::vector<std::string>& verbs(bool unfinished) {
    static const std::vector<std::string> open{"Pak op", "Gereed", "Voortgang", "Blokkeer", "Vervallen"},
        done{"Heropen"};
    return unfinished ? open : done;
}

bool needs_note(Verb verb) {
    return verb != Verb::take_on && verb != Verb::finish;
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
    case Verb::cancel:
        return act(drafts, ActionCancelled{id, note}, "vervallen: " + title);
    case Verb::reopen:
        return act(drafts, ActionReopened{id, note}, "heropend: " + title);
    }
    return {};
}

} // namespace

Intents action_detail(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const ActionId id(drafts.subject);
    const auto* action = picture::find_action(scene.picture, id);
    if (action == nullptr || !action->opened.said()) {
        close(drafts);
        return {};
    }
    Form form(ui, drafts, "ACTIE", 760);
    form.words(about(scene, *action));
    form.words(history_words(scene, *action));
    if (scene.looking_back) {
        form.shown();
        return {};
    }
    const bool unfinished = picture::unfinished(*action);
    form.field("actie/notitie", "Notitie of reden", drafts.text, "");
    if (drafts.choice >= static_cast<int>(verbs(unfinished).size())) drafts.choice = 0;
    form.choice("actie/doe", "Wat doet u", verbs(unfinished), drafts.choice);
    if (!form.confirmed(verbs(unfinished)[static_cast<std::size_t>(drafts.choice)])) return {};
    const Verb verb = unfinished ? static_cast<Verb>(drafts.choice) : Verb::reopen;
    std::string note = trimmed(drafts.text);
    if (needs_note(verb) || !note.empty()) {
        const auto typed = typed_text(drafts, note, "Schrijf er kort bij waarom.");
        if (!typed) return {};
    }
    return done(drafts, verb, id, action->opened.value.title, note);
}

} // namespace regiekamer::panels::dialogs
