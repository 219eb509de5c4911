// The acts that stand on a board of their own: the palette names them with their key and the view that has
// them, shows that view, and opens them there.
#include "dashboard/panels/palette/entries.hpp"

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/events/events.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/picture/oto.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::palette {
namespace {

/// What of the board the act is about.
enum class About { nothing, chosen_event, new_event, shown_meeting, judgement };

struct BoardAct {
    View view;
    std::string_view key;
    Dialog dialog;
    std::string_view type, title;
    About about = About::nothing;
};

const std::vector<BoardAct>& board_acts() {
    static const std::vector<BoardAct> acts{
        {View::piket, "R", Dialog::swap, SwapProposed::type, "Ruil aanvragen"},
        {View::piket, "V", Dialog::take_over, DutyRostered::type, "Piket nu overnemen"},
        {View::piket, "Z", Dialog::absence, AbsenceReported::type, "Afwezig melden"},
        {View::piket, "O", Dialog::handover, HandoverWritten::type, "Overdracht van piket maken"},
        {View::piket, "W", Dialog::rotation, RotationSet::type, "Wisselrooster instellen"},
        {View::piket, "X", Dialog::duty_end, DutyWithdrawn::type, "Tijdelijk piket beëindigen"},
        {View::piket, "P", Dialog::fairness, {}, "Eerlijkheid: weken en feestdagen per persoon"},
        {View::evenementen, "N", Dialog::event, EventRegistered::type, "Nieuw evenement", About::new_event},
        {View::evenementen, "S", Dialog::event_requirement, RequirementMet::type,
         "Eis of stap van het evenement", About::chosen_event},
        {View::evenementen, "B", Dialog::event_decision, EventDecided::type, "GO of NO-GO",
         About::chosen_event},
        {View::evenementen, "P", Dialog::event_inspection, InspectionNoted::type, "Punt van de schouw",
         About::chosen_event},
        {View::evenementen, "M", Dialog::event_moment, EventMomentSet::type, "Moment van het evenement",
         About::chosen_event},
        {View::evenementen, "D", Dialog::event_threshold, EventThresholdSet::type,
         "Drempel van het evenement", About::chosen_event},
        {View::evenementen, "Z", Dialog::event_works, WorksAnnounced::type, "Werkzaamheden melden"},
        {View::overleg, "B", Dialog::finding, FindingNoted::type, "Beeld noteren", About::shown_meeting},
        {View::overleg, "J", Dialog::finding, FindingNoted::type, "Oordeel noteren", About::judgement},
        {View::overleg, "D", Dialog::decision, DecisionTaken::type, "Besluit noteren", About::shown_meeting},
        {View::overleg, "V", Dialog::situation, SituationWritten::type, "Tekst in het beeld schrijven"},
        {View::bezetting, "B", Dialog::post, PostFilled::type, "Nieuwe post"},
        {View::bezetting, "D", Dialog::training, TrainingRecorded::type, "Oefening vastleggen"},
        {View::bezetting, "J", Dialog::plan_training, TrainingPlanned::type, "Oefening plannen"},
        {View::logboek, "F", Dialog::log_filter, {}, "Logboek filteren"}};
    return acts;
}

std::string name_of(View view) {
    const auto found = std::find_if(views().begin(), views().end(),
                                    [&](const ViewEntry& entry) { return entry.view == view; });
    return found == views().end() ? std::string() : std::string(found->title);
}

void open_there(const BoardAct& act, const Scene& scene, Drafts& drafts, Intents& intents) {
    intents.push_back(Show{act.view});
    if (act.about == About::new_event) return events::open_event_form(scene, drafts, {});
    if (act.about == About::chosen_event) {
        const auto event = events::selected(scene, drafts.events);
        if (event)
            events::open_about(scene, drafts, intents, act.dialog, event->value, act.type);
        else
            intents.push_back(Explain{"Er is nog geen evenement. Voeg er een toe met N."});
        return;
    }
    if (act.view == View::overleg && act.about != About::nothing) {
        const auto clock = meeting::shown(scene, drafts);
        if (!clock) return intents.push_back(Explain{"Er is nog geen overleg. Plan er een met O."});
        open(drafts, act.dialog, clock->meeting.value);
        drafts.choice2 = act.about == About::judgement ? 1 : 0;
        return;
    }
    if (act.view == View::evenementen) drafts.events.fields = {};
    open(drafts, act.dialog);
}

std::string refused(const Scene& scene, const BoardAct& act) {
    if (act.type.empty()) return {};
    if (scene.looking_back) return "u kijkt terug: ga eerst met Esc naar nu";
    if (act.dialog == Dialog::situation && !scene.incident)
        return "er is geen incident: open er eerst een met R";
    return words::not_allowed(scene.user.function, act.type);
}

/// An act that is about what a board shows or has chosen: the palette goes there and presses its key.
struct KeyAct {
    View view;
    ui::KeyPress key;
    std::string_view type; ///< what it says; empty: nothing
    std::string_view title, about = {};
};

const std::vector<KeyAct>& key_acts() {
    using ui::Key;
    static const std::vector<KeyAct> acts{
        {View::overleg, {Key::s}, MeetingStarted::type, "Overleg beginnen, of de volgende fase"},
        {View::overleg, {Key::y}, ActionOpened::type, "Van het laatste besluit een actie maken"},
        {View::overleg, {Key::c}, MeetingCancelled::type, "Overleg gaat niet door"},
        {View::overleg,
         {Key::z},
         {},
         "Tekst van het beeld heel lezen",
         "de gekozen tekst, met eerdere versies"},
        {View::piket, {Key::j}, {}, "Pak aan wat actie vraagt", "ruil, leeg piket, vraag: het eerste"},
        {View::piket, {Key::d}, HandoverAccepted::type, "Overdracht van piket bevestigen"},
        {View::piket, {Key::h}, {}, "Piket: weken of maanden"},
        {View::evenementen, {Key::v}, EventUpdated::type, "Evenement wijzigen"},
        {View::evenementen, events::action_key, ActionOpened::type, "Actie bij een evenement"},
        {View::evenementen, {Key::c}, ActionOpened::type, "Taakkaart van een evenement"},
        {View::evenementen, {Key::j}, IncidentOpened::type, "Evenement wordt incident"},
        {View::evenementen, {Key::q}, RequirementSet::type, "Stel wat de soort evenement vraagt"},
        {View::evenementen, {Key::h}, {}, "Evenementen per maand"},
        {View::evenementen, {Key::y}, {}, "Evenementen van één soort"},
        {View::logboek,
         {Key::c},
         NoteCorrected::type,
         "Notitie verbeteren",
         "de gekozen regel van het logboek"},
        {View::logboek,
         {Key::m},
         NoteWritten::type,
         "Merk als belangrijk",
         "de gekozen regel van het logboek"},
        {View::logboek, {Key::b}, {}, "Logboek: alleen belangrijk"},
        {View::logboek, {Key::slash}, {}, "Zoek in het logboek"},
        {View::koppelingen,
         {Key::o},
         FeedRetryAsked::type,
         "Bied opnieuw aan wat een koppeling opzij legde"}};
    return acts;
}

void add_key_acts(std::vector<Entry>& all, const Scene& scene) {
    for (const auto& act : key_acts()) {
        std::string why =
            act.type.empty() ? std::string() : words::not_allowed(scene.user.function, act.type);
        if (!act.type.empty() && scene.looking_back) why = "u kijkt terug: ga eerst met Esc naar nu";
        all.push_back({"daad", std::string(act.title),
                       act.about.empty() ? "in het beeld " + name_of(act.view) : std::string(act.about),
                       key_words(act.key), why, [&act](Drafts& drafts, Intents& intents) {
                           intents.push_back(Show{act.view});
                           drafts.forwarded = Drafts::Forwarded{act.view, act.key};
                       }});
    }
    all.push_back(
        {"daad", scene.muted ? "Geluid aan" : "Geluid uit", "van alarmen, op deze werkplek", "M", "",
         [muted = scene.muted](Drafts&, Intents& intents) { intents.push_back(SetMuted{!muted}); }});
    all.push_back({"daad", "Neem terug", "wat u in de laatste 10 seconden deed", "Ctrl+Z", "",
                   [](Drafts&, Intents& intents) { intents.emplace_back(std::in_place_type<TakeBack>); }});
}

/// Each post of the organisation, to be filled or emptied.
void add_posts(std::vector<Entry>& all, const Scene& scene) {
    const std::string why = scene.looking_back ? std::string("u kijkt terug: ga eerst met Esc naar nu")
                                               : words::not_allowed(scene.user.function, PostFilled::type);
    for (const auto& post : picture::post_states(scene.picture, scene.catalogue.posts))
        all.push_back({"post", post.function.value,
                       post.person ? words::person(scene.picture, *post.person) : "niet ingevuld", "", why,
                       [id = post.post.value](Drafts& drafts, Intents& intents) {
                           intents.push_back(Show{View::bezetting});
                           open(drafts, Dialog::post, id);
                       }});
}

} // namespace

void add_board_acts(std::vector<Entry>& all, const Scene& scene) {
    for (const auto& act : board_acts())
        all.push_back(
            {"daad", std::string(act.title), "in het beeld " + name_of(act.view), std::string(act.key),
             refused(scene, act),
             [&act, &scene](Drafts& drafts, Intents& intents) { open_there(act, scene, drafts, intents); }});
    add_key_acts(all, scene);
    all.push_back({"daad", "Sitrep maken", "in het beeld " + name_of(View::overleg), "P",
                   scene.incident ? words::not_allowed(scene.user.function, NoteWritten::type)
                                  : std::string("er is geen incident: open er eerst een met R"),
                   [&scene](Drafts&, Intents& intents) {
                       intents.push_back(Show{View::overleg});
                       intents.push_back(WriteSitrep{*scene.incident});
                   }});
    all.push_back({"daad", "Grafiek van een meetpunt, groot",
                   "water, wind, temperatuur: zoomen, schuiven, bewaren", "Shift+W", "",
                   [](Drafts& drafts, Intents&) { open(drafts, Dialog::series); }});
    all.push_back({"daad", "Waarschuwingen lezen", "KNMI en anderen: wat te doen, wie te bellen", "", "",
                   [](Drafts& drafts, Intents&) { open(drafts, Dialog::warnings); }});
    all.push_back({"daad", "Alle alarmen", "bevestigen, wegzetten", "A", "",
                   [](Drafts& drafts, Intents&) { open(drafts, Dialog::alarms); }});
    all.push_back({"daad", "Rooster, evenementen of oefening inlezen (import)", "buiten dit scherm", "", "",
                   [](Drafts&, Intents& intents) {
                       intents.push_back(Explain{"Typ in een terminal: regiekamerctl import roster BESTAND, "
                                                 "import events BESTAND of import training JOURNAAL."});
                   }});
    add_posts(all, scene);
}

} // namespace regiekamer::panels::palette
