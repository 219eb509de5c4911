// The refusals that a desk can meet; what is left is a fault for the beheerder.
#include "dashboard/words/refusal.hpp"

#include "messaging/rights/rights.hpp"

#include <algorithm>
#include <filesystem>
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

std::string no_link(const Problem& problem) {
    const std::string text = sentence(problem);
    const auto says = [&text](std::string_view part) { return text.find(part) != std::string::npos; };
    if (says("mode: actual") || says("mode actual")) return "die hub is voor echt werk";
    if (says("mode: exercise") || says("mode exercise")) return "die hub is voor een oefening";
    if (says("protocol")) return "die hub heeft een andere versie";
    if (says("a copy of another journal")) return "de kopie hier is van een ander journaal";
    if (says("another journal")) return "die hub heeft een ander journaal";
    if (says("a shorter journal")) return "die hub heeft een korter journaal";
    return "die hub past niet bij deze werkplek";
}

std::string not_allowed(const Function& function, std::string_view type) {
    if (rights::may(function, type)) return {};
    const auto whose = rights::whose(type);
    if (whose.empty() && !rights::may<NoteWritten>(function))
        return fmt::format("Als {} legt u niets vast. Kies een andere functie [U].", function.value);
    if (whose.empty())
        return fmt::format("Als {} kunt u dit niet vastleggen. Kies een andere functie [U].", function.value);
    return fmt::format("Als {} kunt u dit niet vastleggen. Dat doet: {}.", function.value, whose);
}

namespace {

std::string name_of(const tables::Error& complaint) {
    return std::filesystem::path(complaint.file).filename().string();
}

/// A row of a table of capcodes: its line alone, since the row is what was left out.
bool is_row(const tables::Error& complaint) {
    return complaint.line > 0 && complaint.column == 0;
}

/// Where only rows were left out, the rest of their tables counts.
std::string rows_left_out(const std::vector<tables::Error>& rows) {
    const auto& first = rows.front();
    const auto there = std::count_if(rows.begin(), rows.end(),
                                     [&](const tables::Error& one) { return one.file == first.file; });
    const auto elsewhere = static_cast<std::ptrdiff_t>(rows.size()) - there;
    std::string text =
        there == 1 ? fmt::format("Overgeslagen in {}: regel {}. Daar staat geen capcode.", name_of(first),
                                 first.line)
                   : fmt::format("Overgeslagen in {}: {} regels zonder capcode. De eerste is regel {}.",
                                 name_of(first), there, first.line);
    if (elsewhere > 0) text += fmt::format(" Ook {} in een ander bestand.", elsewhere);
    return text + " De andere regels gelden.";
}

} // namespace

std::string left_out(const std::vector<tables::Error>& complaints) {
    if (complaints.empty()) return {};
    const auto whole = std::find_if_not(complaints.begin(), complaints.end(), is_row);
    if (whole == complaints.end()) return rows_left_out(complaints);
    const auto& first = *whole;
    std::string text = fmt::format("Niet gebruikt: {}.", name_of(first));
    if (first.line > 0) text += fmt::format(" Regel {}, kolom {}", first.line, first.column);
    // Of what was found only what stands in the file itself: the rest is English.
    const auto quoted = first.found.substr(std::min(first.found.find('"'), first.found.size()));
    if (first.line > 0 && !quoted.empty())
        text += fmt::format(": {} kan daar niet staan", quoted.substr(0, quoted.find('"', 1) + 1));
    if (first.line > 0) text += '.';
    if (!first.hint.empty()) text += fmt::format(" Bedoelt u \"{}\"?", first.hint);
    if (complaints.size() > 1)
        text += fmt::format(" Nog {} {}.", complaints.size() - 1, complaints.size() == 2 ? "fout" : "fouten");
    return text + " Verbeter het bestand en start Regiekamer opnieuw.";
}

} // namespace regiekamer::words
