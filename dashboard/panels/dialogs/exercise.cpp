// OEFENING: play, pause, rate, jump ahead.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

constexpr std::array values{0.5, 1., 5., 20., 60., 120.};
const std::vector<std::string>& rates() {
    static const std::vector<std::string> all{"×0,5", "×1", "×5", "×20", "×60", "×120"};
    return all;
}

bool halted(const Scene& scene) {
    return picture::exercise_phase(scene.picture) == picture::ExercisePhase::halted;
}

std::string state_words(const Scene& scene) {
    const double rate = picture::exercise_rate(scene.picture);
    if (halted(scene)) return words::date_clock(scene.live_now) + " · NO PLAY: de hele oefening ligt stil";
    return words::date_clock(scene.live_now) +
           (rate > 0 ? fmt::format(" · LOOPT ×{}", words::number(rate, rate < 1 ? 1 : 0)) : " · GEPAUZEERD");
}

/// Where the clock is to be: here, or ahead.
std::optional<Instant> wanted_moment(Drafts& drafts, Instant now) {
    if (trimmed(drafts.text).empty()) return now;
    const auto at = typed_coming_moment(drafts.text, now);
    if (at && *at > now) return at;
    ask_again(drafts,
              at ? "Een sprong gaat vooruit. Schrijf +30 of een latere tijd."
                 : "De tijd is niet te lezen. Schrijf +30 of 14:30.",
              &drafts.text);
    return std::nullopt;
}

} // namespace

Intents exercise(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto& exercise = *scene.picture.exercise;
    Form form(ui, drafts, "OEFENING", 760, Keyboard::nobody);
    if (!exercise.started.said()) {
        form.words("Er loopt geen oefening.");
        form.shown();
        return {};
    }
    const bool running = picture::exercise_rate(scene.picture) > 0;
    if (drafts.opened_now) {
        const double rate = exercise.clock ? exercise.clock->set.value.rate.value : 1;
        const auto* const found = std::find(values.begin(), values.end(), rate);
        drafts.choice = found == values.end() ? -1 : static_cast<int>(found - values.begin());
    }
    form.words(exercise.started.value.title + "\n" + state_words(scene));
    form.choice("oefening/tempo", "Tempo", rates(), drafts.choice);
    const double rate = drafts.choice >= 0 ? values[static_cast<std::size_t>(drafts.choice)]
                        : exercise.clock   ? exercise.clock->set.value.rate.value
                                           : 1;
    const auto set = [&](Instant at, bool run_on, std::string text) {
        return act(drafts, ExerciseClockSet{exercise.started.value.run, at, Rate{rate}, run_on},
                   std::move(text));
    };
    const bool still = halted(scene);
    const bool toggled = form.button("oefening/pauze",
                                     still     ? "Hervat voor iedereen"
                                     : running ? "Pauzeer"
                                               : "Speel af",
                                     ui::Key::p);
    const bool stopped = !still && form.button("oefening/no play", "NO PLAY: alles stopt", ui::Key::pause);
    if (ui::pressed(ui, ui::Key::j)) ui::focus(ui, "oefening/sprong");
    form.field("oefening/sprong", "Tijdsprong vooruit naar (mag leeg) [J]", drafts.text, "+30 of 14:30");
    const bool confirmed = form.confirmed("Stel in");
    if (stopped) return close(drafts), trainer::no_play(scene);
    if (toggled && still && std::exchange(drafts.choice2, 1) == 0) {
        ask_again(drafts,
                  "Wie NO PLAY zei, zag gevaar of iets echts. Is dat voorbij? Druk dan nog eens op P.");
        return {};
    }
    if (toggled) return set(scene.live_now, !running, running ? "pauze" : "afspelen");
    if (!confirmed) return {};
    if (still) {
        ask_again(drafts, "Tijdens NO PLAY staat de klok stil. Hervat eerst met P.");
        return {};
    }
    const auto at = wanted_moment(drafts, scene.live_now);
    return at ? set(*at, running, fmt::format("tempo ×{}", words::number(rate, rate < 1 ? 1 : 0)))
              : Intents{};
}

} // namespace regiekamer::panels::dialogs
