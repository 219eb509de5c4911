// A line of beeld or oordeel, a besluit, and an overleg that does not go on.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"

namespace regiekamer::panels::meeting {
namespace {

const std::vector<std::string> certainties{"bevestigd", "onbevestigd", "achterhaald", "onbekend"};
const std::vector<std::string> kinds{"beeld", "oordeel"};

/// The line that is changed, when the dialog was opened on one.
const FindingNoted* changed(const Scene& scene, const Drafts& drafts) {
    const auto* found = scene.picture.meetings->findings.find(FindingId(drafts.person));
    return found == nullptr ? nullptr : &found->noted.value;
}

} // namespace

Intents finding(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const MeetingId meeting(drafts.subject);
    const auto* old = changed(scene, drafts);
    if (drafts.opened_now && old != nullptr) {
        drafts.text = old->text;
        drafts.text2 = old->origin.value_or("");
        drafts.choice = static_cast<int>(old->state);
        drafts.choice2 = static_cast<int>(old->kind);
    }
    Form form(ui, drafts, words::meeting(scene.picture, meeting) + " · REGEL IN HET VERSLAG", 860);
    form.field("regel/tekst", "Wat", drafts.text, "Kade staat blank van Dam tot waterbus");
    form.choice("regel/soort", "Beeld of oordeel", kinds, drafts.choice2);
    form.choice("regel/staat", "Hoe zeker", certainties, drafts.choice);
    form.field("regel/bron", "Bron (mag leeg)", drafts.text2, "OvD-P");
    if (!form.confirmed(old == nullptr ? "Noteer, en de volgende" : "Noteer")) return {};
    const auto text = typed_text(drafts, drafts.text, "Schrijf de regel op.");
    if (!text) return {};
    FindingNoted body;
    body.finding = old == nullptr ? FindingId(dialogs::fresh_id()) : old->finding;
    body.meeting = meeting;
    body.kind = static_cast<FindingKind>(drafts.choice2);
    body.text = *text;
    body.state = static_cast<Certainty>(drafts.choice);
    if (auto origin = trimmed(drafts.text2); !origin.empty()) body.origin = origin;
    const int kind = drafts.choice2;
    const bool go_on = old == nullptr;
    auto intents = dialogs::act(drafts, body, "Genoteerd");
    if (!go_on) return intents;
    open(drafts, Dialog::finding, meeting.value); // the next line; Esc ends it
    drafts.choice2 = kind;
    return intents;
}

Intents decision(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const MeetingId id(drafts.subject);
    const auto* meeting = scene.picture.meetings->meetings.find(id);
    if (meeting == nullptr) {
        close(drafts);
        return {};
    }
    const auto owners = dialogs::with(words::owners(), scene.user.function);
    if (drafts.opened_now) drafts.choice = -1;
    Form form(ui, drafts, words::meeting(scene.picture, id) + " · BESLUIT", 860);
    form.field("besluit/tekst", "Wat wordt er gedaan", drafts.text, "Kade ontruimen");
    form.choice("besluit/wie", "Door", owners, drafts.choice);
    form.field("besluit/voor", "Vóór", drafts.text2, "+30 of 14:30");
    if (!form.confirmed("Leg vast")) return {};
    const auto text = typed_text(drafts, drafts.text, "Schrijf het besluit op.");
    if (!text) return {};
    if (drafts.choice < 0 || trimmed(drafts.text2).empty()) {
        const void* about = &drafts.text2;
        if (drafts.choice < 0) about = &drafts.choice;
        ask_again(drafts, "Geen besluit zonder eigenaar en tijd. Kies wie het doet en vóór wanneer.", about);
        return {};
    }
    const auto due = typed_future(drafts, drafts.text2, scene.now);
    if (!due) return {};
    DecisionTaken body;
    body.decision = DecisionId(dialogs::fresh_id());
    body.incident = meeting->planned.value.incident;
    body.event = meeting->planned.value.event;
    body.team = meeting->planned.value.team;
    body.meeting = id;
    body.text = *text;
    body.owner = Function(owners[static_cast<std::size_t>(drafts.choice)]);
    body.due = due;
    return dialogs::act(drafts, body, "Besluit: " + body.text);
}

Intents cancel(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const MeetingId id(drafts.subject);
    Form form(ui, drafts, words::meeting(scene.picture, id) + " GAAT NIET DOOR", 640);
    form.field("afgelast/waarom", "Waarom", drafts.text, "samengevoegd met ROT 3");
    if (!form.confirmed("Leg vast")) return {};
    const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom het niet doorgaat.");
    if (!reason) return {};
    return dialogs::act(drafts, MeetingCancelled{id, *reason},
                        words::meeting(scene.picture, id) + " afgelast");
}

} // namespace regiekamer::panels::meeting
