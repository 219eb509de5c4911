// NOTITIE IN HET LOGBOEK.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/which_incident.hpp"

namespace regiekamer::panels::dialogs {

Intents note(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> weights{"gewoon", "belangrijk"};
    Form form(ui, drafts, with_incident(scene, "NOTITIE IN HET LOGBOEK"), 760);
    form.field("notitie/tekst", "Tekst", drafts.text, "wat, van wie, waar");
    form.choice("notitie/gewicht", "Gewicht", weights, drafts.choice);
    if (!form.confirmed("Schrijf op")) return {};
    const auto text = typed_text(drafts, drafts.text, "Er staat nog niets.", 8'000);
    if (!text) return {};
    NoteWritten body;
    body.note = NoteId(fresh_id());
    body.incident = scene.incident;
    body.text = *text;
    if (drafts.choice == 1) body.important = true;
    return act(drafts, body, "notitie");
}

} // namespace regiekamer::panels::dialogs
