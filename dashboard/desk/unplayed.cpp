// The scenario's own name stands in exercise.started; its file the user knows.
#include "dashboard/desk/unplayed.hpp"

#include <fmt/format.h>

namespace regiekamer::desk {

std::optional<std::string> words_of_unplayed(const picture::Picture& picture,
                                             const std::filesystem::path& journal) {
    const auto phase = picture::exercise_phase(picture);
    if (phase == picture::ExercisePhase::none || phase == picture::ExercisePhase::ended) return std::nullopt;
    if (!picture.exercise->started.said()) return std::nullopt;
    return fmt::format(
        "Niemand speelt het draaiboek van deze oefening: er komt vanzelf niets meer. Sluit dit "
        "venster en begin met --journal {} --exercise {}.toml",
        journal.string(), picture.exercise->started.value.scenario);
}

} // namespace regiekamer::desk
