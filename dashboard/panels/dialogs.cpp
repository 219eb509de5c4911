// The acts: each dialog gathers what its message needs, says what is missing, and gives one intent.
#include "dashboard/panels/form.hpp"
#include "dashboard/panels/moment_text.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Ui;

/// Identifiers of what a desk makes are UUIDs of its own.
std::string fresh_id() {
    static thread_local boost::uuids::random_generator uuid;
    return boost::uuids::to_string(uuid());
}

Intents act(Drafts& drafts, Body body, std::string text, std::optional<MessageId> cause = std::nullopt) {
    close(drafts);
    return {Act{std::move(body), std::move(text), std::move(cause)}};
}

const std::vector<std::string>& functions() {
    static const std::vector<std::string> all{"OvD-Bz",
                                              "AC-Bz",
                                              "HTO Publieke zorg",
                                              "HTO Omgevingszorg",
                                              "HTO Ondersteuning",
                                              "HTO Crisiscommunicatie",
                                              "Informatiemanager",
                                              "Teamleider opvang",
                                              "ARB",
                                              "Burgemeester",
                                              "Evenementencoördinator",
                                              "Piketplanner",
                                              "Oefenleider",
                                              "Waarnemer",
                                              "Meekijker"};
    return all;
}

bool missing(Drafts& drafts, const std::string& value, const char* complaint) {
    if (!value.empty() && value.size() <= name_bytes_max) return false;
    drafts.complaint = value.empty() ? complaint : "Dit is te lang: hoogstens 256 tekens.";
    return true;
}

Intents draw_who(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (drafts.opened_now) {
        drafts.text = scene.user.person.value;
        for (std::size_t i = 0; i < functions().size(); ++i)
            if (functions()[i] == scene.user.function.value) drafts.choice = static_cast<int>(i);
    }
    Form form(ui, drafts, "WIE BENT U", 760, 420);
    form.field("wie/naam", "Uw naam", drafts.text, "zoals in het rooster");
    form.choice("wie/functie", "Uw functie", functions(), drafts.choice);
    if (!form.confirmed("Verder") ||
        missing(drafts, drafts.text, "Vul uw naam in: die staat bij elk bericht."))
        return {};
    const User user{Function(functions()[static_cast<std::size_t>(drafts.choice)]), PersonId(drafts.text)};
    close(drafts);
    return {SetUser{user}};
}

Intents draw_incident(Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> kinds{"hoogwater",      "cyberaanval", "brand",
                                                "schietincident", "verdrinking", "explosie",
                                                "stroomuitval",   "evenement",   "anders"};
    Form form(ui, drafts, "NIEUW INCIDENT", 720, 480);
    form.field("incident/titel", "Wat is er aan de hand", drafts.text, "Brand Nieuwland Parc");
    form.field("incident/plaats", "Waar", drafts.text2, "straat, wijk of gebouw");
    form.field("incident/begin", "Begonnen om (leeg is nu)", drafts.text3, "14:30");
    form.choice("incident/soort", "Soort", kinds, drafts.choice);
    if (!form.confirmed("Open incident") ||
        missing(drafts, drafts.text, "Zeg in een paar woorden wat er is."))
        return {};
    const auto started =
        drafts.text3.empty() ? std::optional(scene.now) : typed_moment(drafts.text3, scene.now);
    if (!started) {
        drafts.complaint = "De tijd is niet te lezen. Schrijf 14:30.";
        return {};
    }
    IncidentOpened body;
    body.incident = IncidentId(fresh_id());
    body.title = drafts.text;
    body.kind = Kind(kinds[static_cast<std::size_t>(drafts.choice)]);
    body.municipality = "Alblasserdam";
    body.place = drafts.text2;
    body.started = *started;
    const std::optional<MessageId> cause =
        drafts.subject.empty() ? std::nullopt : std::optional(MessageId(drafts.subject));
    return act(drafts, body, "incident " + body.title, cause);
}

Intents draw_grip(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) return {};
    static const std::vector<std::string> levels{"GRIP 0", "GRIP 1", "GRIP 2", "GRIP 3", "GRIP 4", "GRIP 5"};
    static const std::vector<std::string> deciders{
        "OvD-Brandweer", "Leider CoPI", "CaCo", "ROL", "Burgemeester", "Voorzitter veiligheidsregio"};
    const auto current = picture::grip_at(scene.picture, *scene.incident, scene.now).level.value;
    if (drafts.opened_now && drafts.subject.empty()) {
        drafts.choice = static_cast<int>(std::min<std::int64_t>(current + 1, 5));
        drafts.choice2 = current == 0 ? 0 : current == 1 ? 1 : 4;
    }
    Form form(ui, drafts, fmt::format("GRIP · nu GRIP {}", current), 760, 470);
    form.choice("grip/niveau", "Naar", levels, drafts.choice);
    form.choice("grip/besluit", "Besloten door", deciders, drafts.choice2);
    form.field("grip/reden", "Waarom", drafts.text, "effecten buiten het brongebied");
    const auto level = drafts.choice;
    if (level > current + 1) form.words("Let op: u slaat een niveau over. Schrijf op waarom.");
    if (level < current) form.words("Let op: dit is afschalen. Stem af met het team eronder.");
    if (!form.confirmed(fmt::format("Leg vast: GRIP {}", level))) return {};
    if (level == current) {
        drafts.complaint = fmt::format("Het is al GRIP {}.", level);
        return {};
    }
    if (drafts.text.empty()) {
        drafts.complaint = "Schrijf op waarom: dat hoort bij het besluit.";
        return {};
    }
    GripDecided body;
    body.incident = *scene.incident;
    body.level = GripLevel(level);
    body.reason = drafts.text;
    body.decided_by.function = Function(deciders[static_cast<std::size_t>(drafts.choice2)]);
    body.effective_from = scene.now;
    const std::optional<MessageId> cause =
        drafts.subject.empty() ? std::nullopt : std::optional(MessageId(drafts.subject));
    return act(drafts, body, fmt::format("GRIP {}", level), cause);
}

struct TeamChoice {
    Team team;
    const char* name;
    std::int64_t norm;
    std::vector<Function> functions;
};
/// Norms and members: domain.md §2 and §3.
const std::vector<TeamChoice>& teams() {
    static const std::vector<TeamChoice> all{
        {Team::copi, "CoPI", 30, {"OvD-Bz", "Communicatieadviseur CoPI", "Informatiemanager CoPI"}},
        {Team::rot, "ROT", 45, {"AC-Bz", "HTO Crisiscommunicatie", "Informatiemanager ROT"}},
        {Team::gbt, "GBT", 60, {"Burgemeester", "Gemeentesecretaris", "BT-adviseur"}},
        {Team::rbt, "RBT", 60, {"Burgemeester"}},
        {Team::team_bz,
         "Team Bevolkingszorg",
         90,
         {"HTO Publieke zorg", "HTO Omgevingszorg", "HTO Ondersteuning", "Teamleider opvang"}}};
    return all;
}

Intents draw_alert(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) return {};
    std::vector<std::string> names;
    for (const auto& team : teams())
        names.emplace_back(team.name);
    Form form(ui, drafts, "ALARMEER EEN TEAM", 720, 360);
    form.choice("alarm/team", "Team", names, drafts.choice);
    const auto& team = teams()[static_cast<std::size_t>(drafts.choice)];
    std::string who;
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        who += fmt::format("{}{}{}", who.empty() ? "" : ", ", function.value,
                           duty.person ? " (" + words::person(scene.picture, *duty.person) + ")" : "");
    }
    form.words(fmt::format("Norm {} minuten. {}", team.norm, who));
    if (!form.confirmed("Alarmeer")) return {};
    TeamAlerted body;
    body.alert = AlertId(fresh_id());
    body.incident = *scene.incident;
    body.team = team.team;
    body.functions = team.functions;
    body.norm_minutes = Count(team.norm);
    Intents intents{Act{body, fmt::format("{} gealarmeerd", team.name), std::nullopt}};
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        if (!duty.person) continue;
        PersonAlerted call{body.alert, body.incident, function, *duty.person, Medium::app, Count(1)};
        intents.push_back(Act{call, fmt::format("{} gealarmeerd", function.value), std::nullopt});
    }
    close(drafts);
    return intents;
}

Intents draw_own_attendance(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) return {};
    static const std::vector<std::string> words{"Ik kom", "Ik ben onderweg", "Ik ben er", "Ik ben afgelost",
                                                "Ik kom niet"};
    Form form(ui, drafts, "MIJN OPKOMST", 720, 340);
    form.choice("opkomst/staat", scene.user.function.value, words, drafts.choice);
    form.field("opkomst/eta", "Verwacht om", drafts.text, "+15 of 14:30");
    form.field("opkomst/waar", "Waar", drafts.text2, "CoPI");
    if (!form.confirmed("Meld")) return {};
    AttendanceReported body;
    body.incident = *scene.incident;
    body.function = scene.user.function;
    body.person = scene.user.person.empty() ? PersonId(scene.user.function.value) : scene.user.person;
    body.state = static_cast<AttendanceState>(drafts.choice == 4 ? static_cast<int>(AttendanceState::afgemeld)
                                                                 : drafts.choice);
    if (!drafts.text.empty()) {
        body.eta = typed_moment(drafts.text, scene.now);
        if (!body.eta) {
            drafts.complaint = "De tijd is niet te lezen. Schrijf 14:30 of +15.";
            return {};
        }
    }
    if (!drafts.text2.empty()) body.where = drafts.text2;
    return act(drafts, body, std::string(words::label(body.state)));
}

Intents draw_action(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (drafts.opened_now)
        for (std::size_t i = 0; i < functions().size(); ++i)
            if (functions()[i] == scene.user.function.value) drafts.choice = static_cast<int>(i);
    Form form(ui, drafts, "NIEUWE ACTIE", 760, 480);
    form.field("actie/wat", "Wat moet er gebeuren", drafts.text, "Sleutelhouder sporthal bellen");
    form.field("actie/voor", "Vóór (leeg is zonder tijd)", drafts.text2, "+20 of 14:30");
    form.choice("actie/wie", "Door", functions(), drafts.choice);
    if (!form.confirmed("Zet uit") || missing(drafts, drafts.text, "Schrijf op wat er moet gebeuren."))
        return {};
    ActionOpened body;
    body.action = ActionId(fresh_id());
    body.incident = scene.incident;
    body.title = drafts.text;
    body.owner = Function(functions()[static_cast<std::size_t>(drafts.choice)]);
    if (!drafts.text2.empty()) {
        body.due = typed_moment(drafts.text2, scene.now);
        if (!body.due) {
            drafts.complaint = "De tijd is niet te lezen. Schrijf 14:30 of +20.";
            return {};
        }
    }
    return act(drafts, body, "actie " + body.title);
}

std::string history_words(const Scene& scene, const picture::Action& action) {
    std::string text;
    static const char* const kinds[] = {"geopend", "naar",     "opgepakt",  "voortgang", "geblokkeerd",
                                        "gereed",  "heropend", "vervallen", "verschoven"};
    for (const auto& step : action.history)
        text +=
            fmt::format("{}{} {} {}{}", text.empty() ? "" : "\n", words::clock_near(step.time, scene.now),
                        step.function ? step.function->value : "", kinds[static_cast<std::size_t>(step.kind)],
                        step.text.empty() ? "" : ": " + step.text);
    return text;
}

Intents draw_action_detail(Ui& ui, const Scene& scene, Drafts& drafts) {
    const ActionId id(drafts.subject);
    const auto* action = picture::find_action(scene.picture, id);
    if (action == nullptr || !action->opened.said()) {
        close(drafts);
        return {};
    }
    const std::string title = action->opened.value.title;
    Form form(ui, drafts, "ACTIE", 760, 560);
    form.words(
        fmt::format("{}\n{}{}{}", title, action->owner.value.value,
                    action->due.value ? " · vóór " + words::clock_near(*action->due.value, scene.now) : "",
                    action->opened.value.card ? " · taakkaart " + *action->opened.value.card : ""));
    form.words(history_words(scene, *action));
    form.field("actie/notitie", "Notitie of reden", drafts.text, "");
    const bool open_now = picture::unfinished(*action);
    const std::vector<std::string> verbs =
        open_now ? std::vector<std::string>{"Pak op", "Gereed", "Voortgang", "Blokkeer", "Vervallen"}
                 : std::vector<std::string>{"Heropen"};
    if (drafts.choice >= static_cast<int>(verbs.size())) drafts.choice = 0;
    form.choice("actie/doe", "Wat doet u", verbs, drafts.choice);
    const std::string verb = verbs[static_cast<std::size_t>(drafts.choice)];
    if (!form.confirmed(verb) || scene.looking_back) return {};
    const std::string note = drafts.text;
    const auto optional_note = note.empty() ? std::nullopt : std::optional(note);
    if (note.empty() && verb != "Pak op" && verb != "Gereed") {
        drafts.complaint = "Schrijf er kort bij waarom.";
        return {};
    }
    if (verb == "Pak op") return act(drafts, ActionTakenOn{id}, "opgepakt: " + title);
    if (verb == "Gereed") return act(drafts, ActionFinished{id, optional_note}, "gereed: " + title);
    if (verb == "Voortgang") return act(drafts, ActionProgressed{id, note}, "voortgang: " + title);
    if (verb == "Blokkeer") return act(drafts, ActionBlocked{id, note}, "geblokkeerd: " + title);
    if (verb == "Vervallen") return act(drafts, ActionCancelled{id, note}, "vervallen: " + title);
    return act(drafts, ActionReopened{id, note}, "heropend: " + title);
}

Intents draw_meeting(Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) return {};
    static const std::vector<std::pair<MeetingTeam, const char*>> choices{{MeetingTeam::copi, "CoPI"},
                                                                          {MeetingTeam::rot, "ROT"},
                                                                          {MeetingTeam::gbt, "GBT"},
                                                                          {MeetingTeam::team_bz, "Team Bz"}};
    static const std::vector<std::string> names{"CoPI", "ROT", "GBT", "Team Bz"};
    Form form(ui, drafts, "PLAN EEN OVERLEG", 640, 420);
    form.choice("overleg/team", "Team", names, drafts.choice);
    form.field("overleg/om", "Om", drafts.text, "+15 of 14:30");
    form.field("overleg/waar", "Waar", drafts.text2, "Dam/Havenplein");
    if (!form.confirmed("Plan")) return {};
    const auto at = typed_moment(drafts.text, scene.now);
    if (!at) {
        drafts.complaint = "Zeg hoe laat. Schrijf 14:30 of +15.";
        return {};
    }
    const auto team = choices[static_cast<std::size_t>(drafts.choice)].first;
    MeetingPlanned body;
    body.meeting = MeetingId(fresh_id());
    body.incident = scene.incident;
    body.team = team;
    body.number = picture::next_number(scene.picture, *scene.incident, team);
    body.at = *at;
    body.place = drafts.text2;
    body.agenda = {"beeld", "oordeel", "besluit"};
    return act(drafts, body,
               fmt::format("{} {} om {}", words::label(team), body.number.value, words::clock(*at)));
}

Intents draw_note(Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> weights{"gewoon", "belangrijk"};
    Form form(ui, drafts, "NOTITIE IN HET LOGBOEK", 760, 300);
    form.field("notitie/tekst", "Tekst", drafts.text, "wat, van wie, waar");
    form.choice("notitie/gewicht", "Gewicht", weights, drafts.choice);
    if (!form.confirmed("Schrijf op")) return {};
    if (drafts.text.empty()) {
        drafts.complaint = "Er staat nog niets.";
        return {};
    }
    NoteWritten body;
    body.note = NoteId(fresh_id());
    body.incident = scene.incident;
    body.text = drafts.text;
    if (drafts.choice == 1) body.important = true;
    return act(drafts, body, "notitie");
}

/// A page is judged: what it proposes becomes the act itself, with the page as its cause, or is dismissed.
Intents draw_proposal(Ui& ui, const Scene& scene, Drafts& drafts) {
    const MessageId message(drafts.subject);
    const auto* page = picture::find_page(scene.picture, message);
    if (page == nullptr) {
        close(drafts);
        return {};
    }
    const bool grip = page->grip.has_value() && page->grip->value > 0 && scene.incident.has_value();
    std::vector<std::string> choices{
        grip ? fmt::format("Voer GRIP {} door", page->grip->value) : std::string("Open incident"), "Wijs af"};
    Form form(ui, drafts, "VOORSTEL UIT P2000", 760, 400);
    form.words(fmt::format("{} · {}", words::clock_near(page->at, scene.now), page->text));
    form.words("Een pagerbericht besluit niets. U beslist.");
    form.choice("voorstel/keuze", "Wat doet u", choices, drafts.choice);
    form.field("voorstel/reden", "Waarom (bij afwijzen)", drafts.text, "");
    if (!form.confirmed("Doe dit")) return {};
    if (drafts.choice == 1) {
        if (drafts.text.empty()) {
            drafts.complaint = "Schrijf op waarom u het afwijst.";
            return {};
        }
        return act(drafts, ProposalDismissed{message, drafts.text}, "voorstel afgewezen", message);
    }
    const std::string id = drafts.subject, text = page->text;
    const auto level = grip ? static_cast<int>(page->grip->value) : 0;
    open(drafts, grip ? Dialog::grip : Dialog::incident, id);
    drafts.text = grip ? "P2000: " + text : text;
    if (grip) drafts.choice = level, drafts.choice2 = level > 1 ? 1 : 0;
    return {};
}

Intents draw_exercise(Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& exercise = *scene.picture.exercise;
    const RunId run = exercise.started.value.run;
    const bool running = picture::exercise_rate(scene.picture) > 0;
    const double rate = exercise.clock ? exercise.clock->set.value.rate.value : 1;
    static const std::vector<std::string> rates{"×0.5", "×1", "×5", "×20", "×60", "×120"};
    static constexpr double values[] = {0.5, 1, 5, 20, 60, 120};
    if (drafts.opened_now) {
        drafts.choice = 1;
        for (int i = 0; i < 6; ++i)
            if (values[i] == rate) drafts.choice = i;
    }
    Form form(ui, drafts, "OEFENING", 760, 480);
    form.words(exercise.started.said() ? exercise.started.value.title
                                       : std::string("Er loopt geen oefening."));
    form.words(fmt::format("{} · {}", words::date_clock(scene.live_now),
                           running ? fmt::format("LOOPT ×{}", words::number(rate, rate < 1 ? 1 : 0))
                                   : "GEPAUZEERD"));
    form.choice("oefening/tempo", "Tempo", rates, drafts.choice);
    const auto set = [&](Instant at, double wanted, bool run_on, std::string text) {
        return act(drafts, ExerciseClockSet{run, at, Rate{wanted}, run_on}, std::move(text));
    };
    if (!exercise.started.said()) {
        form.confirmed("Sluit");
        return {};
    }
    if (form.button("oefening/pauze", running ? "Pauzeer" : "Speel af", "P") || ui::pressed(ui, ui::Key::p))
        return set(scene.live_now, values[drafts.choice], !running, running ? "pauze" : "afspelen");
    form.field("oefening/sprong", "Tijdsprong vooruit naar", drafts.text, "+30 of 14:30");
    if (!form.confirmed("Stel in")) return {};
    Instant at = scene.live_now;
    if (!drafts.text.empty()) {
        const auto wanted = typed_moment(drafts.text, scene.live_now);
        if (!wanted || *wanted < scene.live_now) {
            drafts.complaint = "Een sprong gaat vooruit. Schrijf +30 of een latere tijd.";
            return {};
        }
        at = *wanted;
    }
    return set(at, values[drafts.choice], running,
               fmt::format("tempo {}", rates[static_cast<std::size_t>(drafts.choice)]));
}

Intents draw_settings(Ui& ui, const Scene&, Drafts& drafts) {
    static const std::vector<std::string> sizes{"80 %", "100 %", "125 %", "150 %", "175 %", "200 %"};
    static constexpr int percent[] = {80, 100, 125, 150, 175, 200};
    static const std::vector<std::string> themes{"donker", "licht"};
    if (drafts.opened_now) {
        drafts.choice = 1;
        for (int i = 0; i < 6; ++i)
            if (percent[i] == static_cast<int>(ui.scale * 100 + 0.5F)) drafts.choice = i;
        drafts.choice2 = ui.palette.bg.r > 128 ? 1 : 0;
    }
    Form form(ui, drafts, "INSTELLINGEN", 640, 330);
    form.choice("instelling/tekst", "Grootte van de tekst (Ctrl + en Ctrl −)", sizes, drafts.choice);
    form.choice("instelling/thema", "Kleuren", themes, drafts.choice2);
    drafts.opened_now = false;
    if (!form.confirmed("Stel in")) return {};
    Intents intents{SetTextSize{percent[drafts.choice]}, SetLight{drafts.choice2 == 1}};
    close(drafts);
    return intents;
}

Intents draw_help(Ui& ui, const Scene& scene, Drafts& drafts) {
    Form form(ui, drafts, "TOETSEN", 720, 600);
    form.words("N  nieuwe actie\nR  nieuw incident\nG  GRIP\nT  team alarmeren\nE  mijn opkomst\nO  overleg "
               "plannen\nK  notitie in het logboek");
    form.words("Enter  alarm bevestigen\nF5  voorstel beoordelen\nF9  volgend alarm\nCtrl+Z  laatste daad "
               "terugnemen (10 s)");
    form.words("←  vijf minuten terug\nEsc  terug naar nu\n/  zoeken in het logboek\nL  ook meetwaarden\nW  "
               "volgend meetpunt\nF  kaart passend\nI  volgend incident");
    form.words(std::string("U  wie ben ik · F2  vandaag of inzet · F10  instellingen · Ctrl+Q  sluiten") +
               (scene.mode == Mode::exercise ? " · F6  oefening" : ""));
    if (form.confirmed("Sluit")) close(drafts);
    return {};
}

} // namespace

Intents draw_dialog(Ui& ui, const Scene& scene, Drafts& drafts) {
    switch (drafts.dialog) {
    case Dialog::none:
        return {};
    case Dialog::who:
        return draw_who(ui, scene, drafts);
    case Dialog::incident:
        return draw_incident(ui, scene, drafts);
    case Dialog::grip:
        return draw_grip(ui, scene, drafts);
    case Dialog::alert:
        return draw_alert(ui, scene, drafts);
    case Dialog::attendance:
        return draw_own_attendance(ui, scene, drafts);
    case Dialog::action:
        return draw_action(ui, scene, drafts);
    case Dialog::action_detail:
        return draw_action_detail(ui, scene, drafts);
    case Dialog::meeting:
        return draw_meeting(ui, scene, drafts);
    case Dialog::note:
        return draw_note(ui, scene, drafts);
    case Dialog::proposal:
        return draw_proposal(ui, scene, drafts);
    case Dialog::exercise:
        return draw_exercise(ui, scene, drafts);
    case Dialog::settings:
        return draw_settings(ui, scene, drafts);
    case Dialog::help:
        return draw_help(ui, scene, drafts);
    }
    return {};
}

} // namespace regiekamer::panels
