// WIE BENT U: name and function, which stand on every message of this desk.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "messaging/codec/visible.hpp"

namespace regiekamer::panels::dialogs {

namespace {

/// The function as the exercise or the list spells it: "bode noord" is the role "bode Noord".
Function function_typed(const Scene& scene, const std::vector<std::string>& functions,
                        const std::string& typed) {
    std::vector<std::string> known = functions;
    for (const auto& role : scene.picture.exercise->started.value.roles)
        known.push_back(role.function.value);
    const int place = words::place_in(known, typed);
    return Function(place < 0 ? typed : known[static_cast<std::size_t>(place)]);
}

} // namespace

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
    form.field("wie/andere", "Staat die er niet bij? Typ uw functie", drafts.text3, "zoals in het draaiboek");
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
    const auto other = trimmed(drafts.text3);
    if (other.size() > name_bytes_max || !codec::all_visible(other)) {
        ask_again(drafts, "Deze functie is te lang, of er staan tekens in die u niet ziet.", &drafts.text3);
        return {};
    }
    const User user{other.empty() ? Function(functions[static_cast<std::size_t>(drafts.choice)])
                                  : function_typed(scene, functions, other),
                    words::person_named(scene.picture, *name)};
    close(drafts);
    return {SetUser{user}};
}

} // namespace regiekamer::panels::dialogs
