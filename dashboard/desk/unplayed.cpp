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

std::string words_of_failed_player(const Problem& problem) {
    const std::string none = "Niemand speelt het draaiboek. ";
    if (problem.where.starts_with("run ") && problem.found.starts_with("an exercise that has ended"))
        return "Deze oefening is beëindigd: er valt niets meer te spelen. Een nieuwe begint u zonder "
               "--journal.";
    if (problem.where == "scenario")
        return none + "Het bestand is een andere tekst dan waarmee deze oefening begon. Start met het "
                      "bestand van toen, "
                      "of begin een nieuwe oefening zonder --journal.";
    if (problem.where == "journal")
        return none + "In dit journaal staat iets anders dan deze oefening. Begin een nieuwe oefening zonder "
                      "--journal.";
    if (problem.where == "play")
        return none + "De functie " + problem.found + " (--play) is geen rol van dit draaiboek.";
    return none + "Sluit dit venster en start het opnieuw (" + sentence(problem) + ").";
}

} // namespace regiekamer::desk
