// MIJN OPKOMST: I come, I am there, I do not come.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

namespace regiekamer::panels::dialogs {

Intents own_attendance(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    static const std::vector<std::string> answers{"Ik kom", "Ik ben onderweg", "Ik ben er", "Ik ben afgelost",
                                                  "Ik kom niet"};
    static constexpr AttendanceState states[] = {AttendanceState::bevestigd, AttendanceState::onderweg,
                                                 AttendanceState::aanwezig, AttendanceState::afgelost,
                                                 AttendanceState::afgemeld};
    Form form(ui, drafts, with_incident(scene, "MIJN OPKOMST"), 760);
    form.choice("opkomst/staat", scene.user.function.value, answers, drafts.choice);
    form.field("opkomst/eta", "Verwacht om (mag leeg)", drafts.text, "+15 of 14:30");
    form.field("opkomst/waar", "Waar (mag leeg)", drafts.text2, "CoPI");
    if (!form.confirmed("Meld")) return {};
    AttendanceReported body;
    body.incident = *scene.incident;
    body.function = scene.user.function;
    body.person = scene.user.person.empty() ? PersonId(scene.user.function.value)
                                            : words::person_named(scene.picture, scene.user.person.value);
    body.state = states[drafts.choice];
    const bool comes = body.state == AttendanceState::bevestigd || body.state == AttendanceState::onderweg;
    if (comes && !trimmed(drafts.text).empty()) {
        body.eta = typed_future(drafts, drafts.text, scene.now);
        if (!body.eta) return {};
    }
    if (auto where = trimmed(drafts.text2); !where.empty()) body.where = std::move(where);
    return act(drafts, body, std::string(words::label(body.state)));
}

} // namespace regiekamer::panels::dialogs
