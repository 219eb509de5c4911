// GRIP: the level, who decided, why.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents grip(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    static const std::vector<std::string> levels{"GRIP 0", "GRIP 1", "GRIP 2", "GRIP 3", "GRIP 4", "GRIP 5"};
    const auto current = picture::grip_at(scene.picture, *scene.incident, scene.now).level.value;
    if (drafts.opened_now) {
        if (drafts.subject.empty()) drafts.choice = static_cast<int>(std::min<std::int64_t>(current + 1, 5));
        drafts.choice2 = words::usual_decider(current, drafts.choice);
    }
    Form form(ui, drafts, fmt::format("GRIP · nu GRIP {}", current), 760);
    if (form.choice("grip/niveau", "Naar", levels, drafts.choice))
        drafts.choice2 = words::usual_decider(current, drafts.choice);
    form.choice("grip/besluit", "Besloten door", words::deciders(), drafts.choice2);
    form.field("grip/reden", "Waarom", drafts.text, "effecten buiten het brongebied");
    const auto level = drafts.choice;
    if (level > current + 1) form.words("Let op: u slaat een niveau over. Schrijf op waarom.");
    if (level < current) form.words("Let op: dit is afschalen. Stem af met het team eronder.");
    if (!form.confirmed(fmt::format("Leg vast: GRIP {}", level))) return {};
    if (level == current) {
        drafts.complaint = fmt::format("Het is al GRIP {}.", level);
        return {};
    }
    const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom: dat hoort bij het besluit.");
    if (!reason) return {};
    GripDecided body;
    body.incident = *scene.incident;
    body.level = GripLevel(level);
    body.reason = *reason;
    body.decided_by.function = Function(words::deciders()[static_cast<std::size_t>(drafts.choice2)]);
    body.effective_from = scene.now;
    return act(drafts, body, fmt::format("GRIP {}", level), cause_of(drafts));
}

} // namespace regiekamer::panels::dialogs
