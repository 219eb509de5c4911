// WIE BENT U: name and function, which stand on every message of this desk.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "messaging/codec/visible.hpp"

namespace regiekamer::panels::dialogs {

Intents who(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto functions = with(words::functions(), scene.user.function);
    if (drafts.opened_now) {
        if (!scene.user.person.empty()) drafts.text = words::person(scene.picture, scene.user.person);
        drafts.choice = std::max(0, words::place_in(functions, scene.user.function.value));
    }
    Form form(ui, drafts, "WIE BENT U", 860);
    if (!drafts.text2.empty()) form.words(drafts.text2); // why it is asked: what was kept is spoilt
    form.field("wie/naam", "Uw naam", drafts.text, "zoals in het rooster");
    form.choice("wie/functie", "Uw functie", functions, drafts.choice);
    const bool named = !scene.user.person.empty();
    if (named && !scene.looking_back &&
        words::not_allowed(scene.user.function, HandoverWritten::type).empty() &&
        form.button("wie/overdragen", "Draag dit bureau over aan een ander")) {
        open(drafts, Dialog::desk_handover);
        return {};
    }
    if (!form.confirmed("Verder")) return {};
    const auto name =
        typed_text(drafts, drafts.text, "Vul uw naam in: die staat bij elk bericht.", name_bytes_max);
    if (!name) return {};
    if (!codec::all_visible(*name)) {
        ask_again(drafts, "In deze naam staan tekens die u niet ziet. Typ de naam opnieuw.", &drafts.text);
        return {};
    }
    const User user{Function(functions[static_cast<std::size_t>(drafts.choice)]),
                    words::person_named(scene.picture, *name)};
    close(drafts);
    return {SetUser{user}};
}

} // namespace regiekamer::panels::dialogs
