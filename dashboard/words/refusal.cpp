// The refusals that a desk can meet; what is left is a fault for the beheerder.
#include "dashboard/words/refusal.hpp"

namespace regiekamer::words {

std::string refusal(const Problem& problem) {
    const std::string text = sentence(problem);
    const auto says = [&text](std::string_view part) { return text.find(part) != std::string::npos; };
    if (says("disk is full")) return "Niet vastgelegd: de schijf is vol. Maak ruimte en doe het opnieuw.";
    if (says("read-only") || says("readonly"))
        return "Niet vastgelegd: in het journaal kan niet geschreven worden. Bel de beheerder.";
    if (problem.where == "/status")
        return "Niet vastgelegd: oefening en echt zijn door elkaar gehaald. Start Regiekamer opnieuw.";
    return "Niet vastgelegd. Meld dit aan de beheerder: " + text;
}

} // namespace regiekamer::words
