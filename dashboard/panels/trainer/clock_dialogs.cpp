// TIJDSPRONG: ahead, all between is told. AFTAKKEN: a new run from here. BEËINDIGEN: nothing comes any more.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/time_words.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

/// "+30", "14:30", or as the draaiboek writes it: "T+16:30".
std::optional<Instant> wanted(const Scene& scene, Drafts& drafts) {
    std::optional<Instant> at;
    if (const auto span = player::read_offset(trimmed(drafts.text)))
        at = scene.picture.exercise->started.value.start + *span;
    else
        at = typed_coming_moment(drafts.text, scene.live_now);
    if (at && *at > scene.live_now) return at;
    ask_again(drafts,
              std::string(at ? "Een sprong gaat vooruit." : "De tijd is niet te lezen.") +
                  " Schrijf +30, 14:30 of T+02:30.",
              &drafts.text);
    return std::nullopt;
}

std::size_t between(const Scene& scene, Instant until) {
    if (scene.script == nullptr) return 0;
    const auto& all = scene.script->results.injects;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
        return one.state == InjectState::planned && one.at <= until;
    }));
}

/// How many can still come: planned, or held by somebody.
std::size_t left_to_send(const Scene& scene) {
    if (scene.script == nullptr) return 0;
    const auto& counts = scene.script->results.inject_counts;
    return counts.planned + counts.held;
}

} // namespace

Intents time_jump(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, ExerciseClockSet::type); !why.empty())
        return close(drafts), Intents{Explain{std::move(why)}};
    if (picture::exercise_phase(scene.picture) == picture::ExercisePhase::halted)
        return close(drafts), Intents{Explain{"NO PLAY: alles ligt stil. Hervat eerst de oefening."}};
    if (drafts.opened_now) {
        const auto* next = next_inject(scene);
        if (next != nullptr && next->at > scene.live_now) drafts.text = offset(scene, next->at);
    }
    Form form(ui, drafts, "TIJDSPRONG", 760);
    form.words(fmt::format(
        "Het is {} ({}). Alles wat er tussen staat wordt meteen verzonden. Zeg de sprong ook hardop: "
        "dag, uur en toestand.",
        words::date_clock(scene.live_now), offset(scene, scene.live_now)));
    form.field("sprong/naar", "Naar", drafts.text, "+30, 14:30 of T+02:30");
    if (const auto span = player::read_offset(trimmed(drafts.text)))
        form.words(fmt::format("Injects die dan verzonden worden of om hun voorwaarde vervallen: {}.",
                               between(scene, scene.picture.exercise->started.value.start + *span)));
    if (!form.confirmed("Spring")) return {};
    const auto at = wanted(scene, drafts);
    if (!at) return {};
    const bool running = picture::exercise_phase(scene.picture) == picture::ExercisePhase::running;
    NoteWritten note;
    note.note = NoteId(dialogs::fresh_id());
    note.incident = scene.incident;
    note.text =
        fmt::format("Tijdsprong van {} naar {}", words::date_clock(scene.live_now), words::date_clock(*at));
    note.important = true;
    close(drafts);
    // the note first: it is said at the time that is left
    Intents intents{Act{note, note.text, std::nullopt}};
    for (auto& intent : set_clock(scene, *at, rate_of(scene), running, note.text))
        intents.push_back(std::move(intent));
    return intents;
}

Intents ask_branch(const Scene& scene, Drafts& drafts) {
    if (!leads(scene)) return {Explain{"Aftakken doet de oefenleider."}};
    if (!scene.runs_here && scene.script == nullptr) // the branch is played here
        return {Explain{"Aftakken kan als dit venster het draaiboek heeft. Start het met --exercise BESTAND "
                        "achter --connect."}};
    // the moment at which it was asked for: the exercise may go on while the dialog is open
    open(drafts, Dialog::exercise_branch,
         fmt::format("{} {}", scene.upto, scene.now.time_since_epoch().count()));
    return {};
}

Intents branch(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!leads(scene) || run_of(scene).empty()) return close(drafts), Intents{};
    const auto space = drafts.subject.find(' ');
    if (space == std::string::npos) return close(drafts), Intents{};
    const Sequence upto = std::stoull(drafts.subject.substr(0, space));
    const Instant at{microseconds(std::stoll(drafts.subject.substr(space + 1)))};
    const bool shared = !scene.runs_here;
    if (shared && drafts.opened_now) drafts.text = scene.hub_journal;
    Form form(ui, drafts, "AFTAKKEN", 720, shared ? Keyboard::first_field : Keyboard::nobody);
    form.words(fmt::format(
        "Er begint een nieuwe oefening met alles tot en met {} ({}, bericht {}). Wat daarna kwam blijft "
        "in deze oefening staan; hier verandert niets.",
        words::date_clock(at), offset(scene, at), upto));
    if (shared) {
        form.words("De tak speelt in dit venster, en andere werkplekken sluiten daar aan. De oefening op de "
                   "gedeelde "
                   "hub loopt door: pauzeer haar eerst als niemand er verder speelt.");
        form.field("tak/journaal", "Journaal", drafts.text, "het bestand van de hub (--journal)");
    }
    if (!form.confirmed("Tak af")) return {};
    std::string journal = shared ? trimmed(drafts.text) : std::string();
    if (shared && journal.empty()) {
        ask_again(drafts,
                  "Schrijf welk bestand het journaal van de hub is. De kopie van deze werkplek kan "
                  "niet: daarin mist het zegel van elk bericht.",
                  &drafts.text);
        return {};
    }
    close(drafts);
    return {Branch{upto, at, std::move(journal)}};
}

Intents end(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, ExerciseEnded::type); !why.empty())
        return close(drafts), Intents{Explain{std::move(why)}};
    const bool asked = drafts.choice == 1; // the first time was answered
    Form form(ui, drafts, asked ? "ZEKER WETEN?" : "OEFENING BEËINDIGEN", 760);
    if (asked)
        form.words(fmt::format("De oefening eindigt nu voor iedereen. Terugnemen kan niet. Reden: {}",
                               trimmed(drafts.text)));
    else
        form.words(fmt::format("Het is {} ({}). Injects die dan niet meer komen: {}. Zeg het ook hardop: "
                               "einde oefening.",
                               words::date_clock(scene.live_now), offset(scene, scene.live_now),
                               left_to_send(scene)));
    if (!asked) form.field("einde/waarom", "Waarom", drafts.text, "doelen gehaald, tijd is om");
    if (!form.confirmed(asked ? "Ja, beëindig" : "Beëindig oefening")) return {};
    const auto reason = typed_text(drafts, drafts.text, "Zeg ook waarom.");
    if (!reason) return {};
    if (!asked) return drafts.choice = 1, Intents{};
    NoteWritten note;
    note.note = NoteId(dialogs::fresh_id());
    note.incident = scene.incident;
    note.text = "Oefening beëindigd: " + *reason;
    note.important = true;
    close(drafts);
    Intents intents{Act{note, note.text, std::nullopt}};
    if (picture::exercise_phase(scene.picture) == picture::ExercisePhase::running)
        add(intents, set_clock(scene, scene.live_now, rate_of(scene), false, note.text));
    intents.emplace_back(Act{ExerciseEnded{run_of(scene)}, note.text, std::nullopt});
    return intents;
}

} // namespace regiekamer::panels::trainer
