// One function a kind of entry; then what was typed chooses and orders.
#include "dashboard/panels/palette/entries.hpp"

#include "dashboard/panels/acts.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels::palette {
namespace {

using Entries = std::vector<Entry>;

auto opens(Dialog dialog, std::string subject = {}) {
    return
        [dialog, subject = std::move(subject)](Drafts& drafts, Intents&) { open(drafts, dialog, subject); };
}
auto asks(Intent intent) {
    return [intent = std::move(intent)](Drafts&, Intents& intents) { intents.push_back(intent); };
}

void add_views(Entries& all, const Scene& scene) {
    for (const auto& view : views())
        if (view.key == ui::Key::none || offered(view, scene))
            all.push_back({"beeld", std::string(view.title), "", std::string(ui::key_name(view.key)), "",
                           asks(Show{view.view})});
}

/// A panel of INZET or RUST: its view, and on a narrow screen its tab.
struct PanelEntry {
    std::string_view title;
    View view;
    int tab;
};
void add_panels(Entries& all) {
    static constexpr std::array panels{
        PanelEntry{"Voor mij", View::inzet, 0}, PanelEntry{"Opkomst", View::inzet, 1},
        PanelEntry{"Plot", View::inzet, 2}, PanelEntry{"Piket nu", View::rust, 0},
        PanelEntry{"Komende 7 dagen", View::rust, 1}};
    for (const auto& panel : panels)
        all.push_back({"paneel", std::string(panel.title),
                       panel.view == View::inzet ? "in het beeld Inzet" : "in het beeld Vandaag", "", "",
                       [panel](Drafts& drafts, Intents& intents) {
                           intents.push_back(Show{panel.view});
                           drafts.tab = panel.tab;
                       }});
}

void add_acts(Entries& all, const Scene& scene) {
    for (const auto& act : common_acts()) {
        std::string why = words::not_allowed(scene.user.function, act.type);
        if (scene.looking_back) why = "u kijkt terug: ga eerst met Esc naar nu";
        if (act.needs_incident && !scene.incident) why = "er is geen incident: open er eerst een met R";
        all.push_back({"daad", std::string(act.title), "", key_words(act.key), why, opens(act.dialog)});
    }
    all.push_back({"daad", "Sinds u weg was", "wat er gebeurde sinds u keek, het overleg, de overdracht", "S",
                   "", opens(Dialog::since)});
    all.push_back({"daad", "Wie ben ik", "functie en naam van deze werkplek", "U", "", opens(Dialog::who)});
    all.push_back({"daad", "Bureau overdragen", "aan wie hier na u zit", "Shift+U",
                   words::not_allowed(scene.user.function, HandoverWritten::type),
                   opens(Dialog::desk_handover)});
    all.push_back({"daad", "Instellingen", "tekst en kleuren", "F10", "", opens(Dialog::settings)});
    all.push_back({"daad", "Hulp", "alle toetsen", "F1", "", opens(Dialog::help)});
    if (scene.mode == Mode::exercise)
        all.push_back({"daad", "Oefening: start, pauze, tempo", "", sees_script(seated(scene)) ? "" : "F6",
                       "", opens(Dialog::exercise)});
    if (scene.mode == Mode::exercise && leads(scene))
        all.push_back({"daad", "Beëindig oefening", "einde, stoppen, voor iedereen", "",
                       trainer::refused(scene, ExerciseEnded::type), opens(Dialog::exercise_end)});
    all.push_back({"daad", "Maak verslag", "van alles wat in dit journaal staat, als pagina om te printen",
                   "",
                   scene.mode == Mode::exercise && !sees_script(seated(scene))
                       ? "dat doet de oefenleider of een waarnemer"
                       : "",
                   asks(WriteReport{})});
    if (scene.mode == Mode::exercise && leads(scene))
        all.push_back(
            {"daad", "Spreek als een rol die niemand speelt", "responscel", "", "", opens(Dialog::speak_as)});
}

void add_actions(Entries& all, const Scene& scene) {
    for (const auto* action : picture::unfinished_actions(scene.picture, scene.now)) {
        std::string about = action->owner.value.value;
        if (action->due.value) about += " · " + words::due(*action->due.value, scene.now);
        all.push_back({"actie", action->opened.value.title, about, "", "",
                       opens(Dialog::action_detail, action->id.value)});
    }
}

void add_incidents(Entries& all, const Scene& scene) {
    for (const auto& [id, incident] : scene.picture.incidents->incidents) {
        if (!incident.title.said()) continue;
        const auto grip = picture::grip_at(incident, scene.now).level.value;
        if (incident.closed)
            all.push_back({"incident", incident.title.value,
                           "gesloten " + words::date_clock(incident.closed->time) + ": laat dat moment zien",
                           "", "", asks(LookAtMessage{incident.closed->sequence})});
        else
            all.push_back({"incident", incident.title.value,
                           fmt::format("GRIP {} · {}", grip, incident.place.value), "", "",
                           [id = id](Drafts&, Intents& intents) {
                               intents.push_back(ShowIncident{id});
                               intents.push_back(Show{View::inzet});
                           }});
    }
}

void add_events(Entries& all, const Scene& scene) {
    const auto board = std::find_if(views().begin(), views().end(),
                                    [](const ViewEntry& view) { return view.name == "evenementen"; });
    const View where = board == views().end() ? View::rust : board->view;
    for (const auto& id : picture::events_by_urgency(scene.picture, scene.now)) {
        const auto& event = scene.picture.events->events.at(id);
        std::string about = std::string(words::label(event.class_.value)) + " · " +
                            std::string(words::label(picture::readiness(scene.picture, id, scene.now).state));
        if (event.from.value) about += " · " + words::date_clock(*event.from.value);
        all.push_back({"evenement", event.name.value, about, "", "",
                       [where, id = id](Drafts& drafts, Intents& intents) {
                           drafts.events.selected = id.value;
                           drafts.events.filter = EventsDraft::Filter::all; // it must stand in the list
                           intents.push_back(Show{where});
                       }});
    }
}

void add_people(Entries& all, const Scene& scene) {
    for (const auto& [id, person] : scene.picture.roster->persons) {
        if (!person.registered.said() || person.removed.value) continue;
        const auto& known = person.registered.value;
        std::string about = known.phone ? *known.phone : std::string("geen nummer");
        for (const auto& function : known.functions)
            about += " · " + function.value;
        all.push_back({"mens", known.name, about, "", "", opens(Dialog::person, id.value)});
    }
}

/// The newest moments that matter, each a message: GRIP changes, decisions, beginnings of meetings.
void add_moments(Entries& all, const Scene& scene) {
    std::vector<std::pair<Sequence, Entry>> moments;
    const auto add = [&](Sequence sequence, const std::string& title, const std::string& about) {
        moments.emplace_back(sequence, Entry{"moment", title, about, "", "", asks(LookAtMessage{sequence})});
    };
    for (const auto& [id, incident] : scene.picture.incidents->incidents)
        for (const auto& step : incident.grip)
            add(step.sequence, fmt::format("GRIP {} · {}", step.level.value, words::date_clock(step.time)),
                words::incident(scene.picture, id));
    for (const auto& [id, decision] : scene.picture.meetings->decisions)
        if (decision.taken.said())
            add(decision.taken.sequence, "Besluit: " + decision.taken.value.text,
                words::date_clock(decision.taken.time));
    for (const auto& [id, meeting] : scene.picture.meetings->meetings)
        if (meeting.started)
            add(meeting.started->sequence, words::meeting(scene.picture, id) + " begon",
                words::date_clock(meeting.started->time));
    std::sort(moments.begin(), moments.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [sequence, entry] : moments)
        all.push_back(std::move(entry));
}

/// "22-01 16:40", "22-01-2027 16:40": the last such day.
std::optional<Instant> dated_moment(const Scene& scene, std::string_view typed) {
    const auto space = typed.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    std::string_view day_text = typed.substr(0, space), clock = typed.substr(space + 1);
    std::array<int, 3> parts{0, 0, 0}; // day, month, year
    std::size_t count = 0;
    while (count < 3 && !day_text.empty()) {
        const auto read = std::from_chars(day_text.data(), day_text.data() + day_text.size(), parts[count]);
        if (read.ec != std::errc() || parts[count] < 0 || parts[count] > 2999) return std::nullopt;
        day_text.remove_prefix(static_cast<std::size_t>(read.ptr - day_text.data()));
        ++count;
        if (!day_text.empty() && day_text.front() != '-') return std::nullopt;
        if (!day_text.empty()) day_text.remove_prefix(1);
    }
    const date::year_month_day today(date::sys_days(picture::local_day(scene.live_now).time_since_epoch()));
    if (count < 2 || !day_text.empty()) return std::nullopt;
    const bool with_year = count == 3;
    const auto at_year = [&](int year) -> std::optional<Instant> {
        const date::year_month_day day{date::year(year), date::month(static_cast<unsigned>(parts[1])),
                                       date::day(static_cast<unsigned>(parts[0]))};
        if (!day.ok()) return std::nullopt;
        const Instant noon = picture::day_start(date::local_days(day)) + hours(12);
        return typed_moment(clock, noon);
    };
    const auto at = at_year(with_year ? parts[2] : static_cast<int>(today.year()));
    return at && *at > scene.live_now && !with_year ? at_year(static_cast<int>(today.year()) - 1) : at;
}

/// A time that was typed stands first.
void add_typed_moment(Entries& all, const Scene& scene, const std::string& typed) {
    const auto at = past_moment(scene, typed);
    if (at)
        all.push_back(
            {"moment", words::date_clock(*at), "laat het scherm van toen zien", "", "", asks(LookAt{*at})});
}

} // namespace

std::string key_words(const ui::Shortcut& key) {
    return (key.shift ? "Shift+" : "") + std::string(ui::key_name(key.key));
}

std::optional<Instant> past_moment(const Scene& scene, std::string_view typed) {
    while (typed.starts_with(' '))
        typed.remove_prefix(1);
    while (typed.ends_with(' '))
        typed.remove_suffix(1);
    if (typed.empty() || typed.front() == '+') return std::nullopt;
    std::string capital(typed);
    if (capital.front() == 't') capital.front() = 'T';
    std::optional<Instant> at;
    if (const auto span = picture::exercise_offset(capital)) {
        const auto& started = scene.picture.exercise->started;
        if (started.said()) at = started.value.start + *span;
    } else {
        at = dated_moment(scene, typed);
        if (!at) at = typed_moment(typed, scene.live_now - hours(12)); // the last such time, not the next
    }
    return at && *at <= scene.live_now ? at : std::nullopt;
}

std::vector<Entry> found(const Scene& scene, const std::string& typed) {
    Entries all;
    add_typed_moment(all, scene, typed);
    add_typed_coordinate(all, typed);
    const std::size_t always = all.size();
    add_views(all, scene);
    add_acts(all, scene);
    add_board_acts(all, scene);
    add_map_acts(all, scene);
    add_incidents(all, scene);
    add_actions(all, scene);
    add_panels(all);
    add_events(all, scene);
    add_people(all, scene);
    add_moments(all, scene);
    add_map_places(all, scene, typed);
    const std::string wanted = words::folded(typed);
    struct Ranked {
        int score;
        std::size_t index;
    };
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < all.size(); ++i) {
        int score = i < always ? 1'000 : 2 * words::fit(wanted, words::folded(all[i].title));
        if (score == 0)
            score = words::fit(wanted, words::folded(all[i].title + " " + all[i].kind + " " + all[i].about));
        if (score > 0) ranked.push_back({score, i});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    Entries best;
    best.reserve(ranked.size());
    for (const auto& one : ranked)
        best.push_back(std::move(all[one.index]));
    return best;
}

} // namespace regiekamer::panels::palette
