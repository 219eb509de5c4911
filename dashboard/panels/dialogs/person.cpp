// A person: the number to call, large enough to dial from, and what they do.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

std::string functions_of(const PersonRegistered& person) {
    std::string all;
    for (const auto& function : person.functions)
        all += (all.empty() ? "" : ", ") + function.value;
    return all.empty() ? std::string("geen functie bekend") : all;
}

std::string duty_of(const Scene& scene, const PersonId& person) {
    std::string now;
    for (const auto& function : picture::functions_of(scene.picture, person, scene.now))
        now += (now.empty() ? "" : ", ") + function.value;
    return now.empty() ? std::string("Heeft nu geen piket.") : "Heeft nu piket: " + now + ".";
}

} // namespace

Intents person(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const PersonId id(drafts.subject);
    const auto* known = picture::find_person(scene.picture, id);
    Form form(ui, drafts, words::person(scene.picture, id), 640, Keyboard::nobody);
    if (known == nullptr) {
        form.words("Deze persoon staat niet in de lijst.");
    } else {
        form.large(known->phone.value_or("geen nummer bekend"));
        form.words(functions_of(*known));
        form.words(duty_of(scene, id));
        if (known->email) form.words(*known->email);
    }
    form.shown();
    return {};
}

} // namespace regiekamer::panels::dialogs
