// The refusals that a desk can meet; what is left is a fault for the beheerder.
#include "dashboard/words/refusal.hpp"

#include "messaging/rights/rights.hpp"

#include <fmt/format.h>

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

std::string not_allowed(const Function& function, std::string_view type) {
    if (rights::may(function, type)) return {};
    const auto whose = rights::whose(type);
    if (whose.empty())
        return fmt::format("Als {} legt u niets vast. Kies een andere functie [U].", function.value);
    return fmt::format("Als {} kunt u dit niet vastleggen. Dat doet: {}.", function.value, whose);
}

} // namespace regiekamer::words
