// NIEUWE ACTIE: what, by when, by whom, and what it waits for.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/due_text.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/functions.hpp"

namespace regiekamer::panels::dialogs {

Intents action(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto owners = with(words::owners(), scene.user.function);
    if (drafts.opened_now) drafts.choice = std::max(0, words::place_in(owners, scene.user.function.value));
    Form form(ui, drafts, with_incident(scene, "NIEUWE ACTIE"), 860);
    form.field("actie/wat", "Wat moet er gebeuren", drafts.text, "Sleutelhouder sporthal bellen");
    form.field("actie/voor", "Vóór (leeg is zonder tijd; ook een regel: P-6u, G3+30m, V+30m)", drafts.text2,
               "+20 of 14:30");
    form.field("actie/wacht", "Wacht op een andere actie (leeg is nergens op)", drafts.text3,
               "deel van de titel, of 1.4");
    form.choice("actie/wie", "Door", owners, drafts.choice);
    if (!form.confirmed("Zet uit")) return {};
    const auto title = typed_text(drafts, drafts.text, "Schrijf op wat er moet gebeuren.");
    if (!title) return {};
    const auto after = typed_action(drafts, scene, drafts.text3);
    if (!after) return {};
    const auto due = typed_due(drafts, scene, drafts.text2, *after);
    if (!due) return {};
    ActionOpened body;
    body.action = ActionId(fresh_id());
    body.incident = scene.incident;
    body.title = *title;
    body.owner = Function(owners[static_cast<std::size_t>(drafts.choice)]);
    if (const auto process = words::process_of(body.owner); !process.empty()) body.process = process;
    body.due = due->due;
    body.due_rule = due->rule;
    if (!after->empty()) body.depends_on = *after;
    return act(drafts, body, "actie " + body.title);
}

} // namespace regiekamer::panels::dialogs
