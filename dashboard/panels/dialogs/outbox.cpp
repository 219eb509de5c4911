// NIET BEVESTIGD: what this desk said and no hub acknowledged yet, line by line; it is no part of the
// picture.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents outbox(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    constexpr std::size_t most = 8;
    Form form(ui, drafts, fmt::format("NIET BEVESTIGD · {}", scene.waiting.size()), 860);
    form.words(scene.waiting.empty()
                   ? "Alles wat u deed is bevestigd."
                   : "Dit staat klaar en gaat weg zodra de verbinding er weer is. Sluit het "
                     "venster niet: dan gaat het verloren.");
    for (std::size_t i = 0; i < std::min(most, scene.waiting.size()); ++i) {
        const auto line = words::journal_line(scene.picture, {0, scene.live_now, {}, scene.waiting[i]});
        form.words(
            fmt::format("{} · {}", words::clock_near(scene.waiting[i].time, scene.live_now), line.text));
    }
    if (scene.waiting.size() > most) form.words(fmt::format("nog {}", scene.waiting.size() - most));
    form.shown();
    return {};
}

} // namespace regiekamer::panels::dialogs
