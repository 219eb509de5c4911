// A page is judged: what it proposes becomes the act itself, with the page as its cause, or is dismissed.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/page_text.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents proposal(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const MessageId message(drafts.subject);
    const auto* page = picture::find_page(scene.picture, message);
    if (page == nullptr) {
        close(drafts);
        return {};
    }
    const bool grip = page->grip.has_value() && scene.incident.has_value();
    const std::vector<std::string> choices{!grip ? std::string("Open incident")
                                           : page->grip->value > 0
                                               ? fmt::format("Voer GRIP {} door", page->grip->value)
                                               : std::string("Schaal af"),
                                           "Wijs af"};
    Form form(ui, drafts, "VOORSTEL UIT P2000", 760);
    form.words(fmt::format("{} · {}", words::clock_near(page->at, scene.now), words::page_text(*page)));
    form.words("Een pagerbericht besluit niets. U beslist.");
    form.choice("voorstel/keuze", "Wat doet u", choices, drafts.choice);
    form.field("voorstel/reden", "Waarom (bij afwijzen)", drafts.text, "");
    if (!form.confirmed("Doe dit")) return {};
    if (drafts.choice == 1) {
        const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom u het afwijst.");
        if (!reason) return {};
        return act(drafts, ProposalDismissed{message, *reason}, "voorstel afgewezen", message);
    }
    const std::string id = drafts.subject;
    open(drafts, grip ? Dialog::grip : Dialog::incident, id);
    if (grip) {
        drafts.text = "P2000: " + page->text;
        drafts.choice = static_cast<int>(page->grip->value);
    } else {
        drafts.text = page->text;
        drafts.text2 = page->place.value_or("");
        // The clocks of opkomst run from the page on, not from when somebody reads it.
        if (scene.now - page->at < hours(12)) drafts.text3 = words::clock(page->at);
    }
    return {};
}

} // namespace regiekamer::panels::dialogs
