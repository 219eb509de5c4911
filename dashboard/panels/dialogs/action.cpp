// NIEUWE ACTIE: what, by when, by whom.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"

namespace regiekamer::panels::dialogs {

Intents action(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto owners = with(words::owners(), scene.user.function);
    if (drafts.opened_now) drafts.choice = std::max(0, words::place_in(owners, scene.user.function.value));
    Form form(ui, drafts, "NIEUWE ACTIE", 860);
    form.field("actie/wat", "Wat moet er gebeuren", drafts.text, "Sleutelhouder sporthal bellen");
    form.field("actie/voor", "Vóór (leeg is zonder tijd)", drafts.text2, "+20 of 14:30");
    form.choice("actie/wie", "Door", owners, drafts.choice);
    if (!form.confirmed("Zet uit")) return {};
    const auto title = typed_text(drafts, drafts.text, "Schrijf op wat er moet gebeuren.");
    if (!title) return {};
    ActionOpened body;
    body.action = ActionId(fresh_id());
    body.incident = scene.incident;
    body.title = *title;
    body.owner = Function(owners[static_cast<std::size_t>(drafts.choice)]);
    if (!trimmed(drafts.text2).empty()) {
        body.due = typed_future(drafts, drafts.text2, scene.now);
        if (!body.due) return {};
    }
    return act(drafts, body, "actie " + body.title);
}

} // namespace regiekamer::panels::dialogs
