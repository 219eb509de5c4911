// The acts that stand on a board of their own: the palette names them with their key and the view that has
// them, shows that view, and opens them there.
#include "dashboard/panels/palette/entries.hpp"

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/events/events.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/views.hpp"
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
        {View::bezetting, "B", Dialog::post, PostFilled::type, "Post invullen"},
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

} // namespace

void add_board_acts(std::vector<Entry>& all, const Scene& scene) {
    for (const auto& act : board_acts())
        all.push_back(
            {"daad", std::string(act.title), "in het beeld " + name_of(act.view), std::string(act.key),
             refused(scene, act),
             [&act, &scene](Drafts& drafts, Intents& intents) { open_there(act, scene, drafts, intents); }});
    all.push_back({"daad", "Overleg beginnen, of de volgende fase", "in het beeld " + name_of(View::overleg),
                   "S", words::not_allowed(scene.user.function, MeetingStarted::type),
                   [](Drafts&, Intents& intents) {
                       intents.push_back(Show{View::overleg});
                       intents.push_back(Explain{"S begint het overleg dat u ziet, of zijn volgende fase."});
                   }});
    all.push_back({"daad", "Sitrep maken", "in het beeld " + name_of(View::overleg), "P",
                   scene.incident ? words::not_allowed(scene.user.function, NoteWritten::type)
                                  : std::string("er is geen incident: open er eerst een met R"),
                   [&scene](Drafts&, Intents& intents) {
                       intents.push_back(Show{View::overleg});
                       intents.push_back(WriteSitrep{*scene.incident});
                   }});
    all.push_back(
        {"daad", "Bied opnieuw aan wat een koppeling opzij legde",
         "in het beeld " + name_of(View::koppelingen), "O",
         words::not_allowed(scene.user.function, FeedRetryAsked::type), [](Drafts&, Intents& intents) {
             intents.push_back(Show{View::koppelingen});
             intents.push_back(Explain{"Kies met ↑ ↓ een koppeling. O vraagt om opnieuw aan te bieden."});
         }});
    all.push_back({"daad", "Grafiek van een meetpunt, groot",
                   "water, wind, temperatuur: zoomen, schuiven, bewaren", "Shift+W", "",
                   [](Drafts& drafts, Intents&) { open(drafts, Dialog::series); }});
    all.push_back({"daad", "Alle alarmen", "bevestigen, wegzetten", "A", "",
                   [](Drafts& drafts, Intents&) { open(drafts, Dialog::alarms); }});
    all.push_back({"daad", "Rooster of evenementen inlezen (import)", "buiten dit scherm", "", "",
                   [](Drafts&, Intents& intents) {
                       intents.push_back(Explain{"Typ in een terminal: regiekamerctl import roster BESTAND, "
                                                 "of import events BESTAND."});
                   }});
}

} // namespace regiekamer::panels::palette
