// BEL: the number to call, large enough to dial from, and what was answered. The desk has no telephone; what
// it records is that somebody called, and what the other said.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

/// The next attempt to reach this person: under the alarm that they were last called for.
std::optional<PersonAlerted> attempt(const Scene& scene, const Function& function, const PersonId& person) {
    const auto* incident = scene.picture.attendance->incidents.find(*scene.incident);
    if (incident == nullptr) return std::nullopt;
    const auto called = incident->functions.find(function);
    if (called == incident->functions.end() || called->second.calls.empty()) return std::nullopt;
    const auto& calls = called->second.calls;
    const auto before =
        std::count_if(calls.begin(), calls.end(), [&](const auto& one) { return one.person == person; });
    return PersonAlerted{calls.back().alert, *scene.incident,  function, person,
                         Medium::telefoon,   Count(before + 1)};
}

std::string number_of(const Scene& scene, const PersonId& person) {
    const auto* known = picture::find_person(scene.picture, person);
    return known != nullptr && known->phone ? *known->phone : "geen nummer bekend";
}

enum Answer { comes, comes_not, no_answer };

} // namespace

Intents call(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident || scene.looking_back) {
        close(drafts);
        return {};
    }
    static const std::vector<std::string> answers{"Komt", "Komt niet", "Geen gehoor"};
    if (drafts.opened_now) drafts.choice = -1; // a guess would become a fact
    const Function function(drafts.subject);
    const PersonId person(drafts.person);
    const std::string name = words::person(scene.picture, person);
    Form form(ui, drafts, "BEL " + name, 640, Keyboard::nobody);
    form.large(number_of(scene, person));
    form.words(words::sentence_case(function.value));
    form.choice("bel/antwoord", "Wat was het antwoord", answers, drafts.choice);
    form.field("bel/eta", "Verwacht om (mag leeg)", drafts.text, "+15 of 14:30");
    if (!form.confirmed("Leg vast")) return {};
    if (drafts.choice < 0) {
        ask_again(drafts, "Kies wat het antwoord was.", &drafts.choice);
        return {};
    }
    AttendanceReported report{*scene.incident, function, person, AttendanceState::bevestigd, {}, {}};
    if (drafts.choice == comes_not) report.state = AttendanceState::afgemeld;
    if (drafts.choice == comes && !trimmed(drafts.text).empty()) {
        report.eta = typed_future(drafts, drafts.text, scene.now);
        if (!report.eta) return {};
    }
    const std::string text =
        fmt::format("{} gebeld: {}", name, answers[static_cast<std::size_t>(drafts.choice)]);
    Intents intents;
    if (const auto called = attempt(scene, function, person)) intents.push_back(Act{*called, text, {}});
    if (drafts.choice != no_answer) intents.push_back(Act{report, text, {}});
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
