// The elements stand in the order of the schema.
#include "dashboard/exchange/cap.hpp"

#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pugixml.hpp>
#include <set>

namespace regiekamer::exchange {
namespace {

using Kind = Declaration::Kind;

/// dateTime as CAP wants it: whole seconds, the offset in numbers.
std::string cap_time(Instant at) {
    const auto info = picture::amsterdam()->get_info(std::chrono::floor<seconds>(at));
    const auto offset = std::chrono::duration_cast<minutes>(info.offset).count();
    return fmt::format("{}{}{:02}:{:02}",
                       date::format("%FT%T", std::chrono::floor<seconds>(picture::to_local(at))),
                       offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

std::string cap_identifier(const IncidentId& incident, const CapSender& from, std::size_t number) {
    return fmt::format("{}.{}.{}", identifier_of(incident.value),
                       identifier_of(from.origin.journal.substr(0, 8)), number);
}

bool evacuates(const Declared& said) {
    return std::any_of(said.areas.begin(), said.areas.end(),
                       [](const AreaDrawn& area) { return area.kind == AreaKind::evacuatie; });
}

const char* urgency_of(const Declaration& declaration) {
    if (declaration.kind == Kind::ended) return "Past";
    return evacuates(declaration.said) ? "Immediate" : "Unknown";
}
const char* severity_of(const Declared& said) {
    if (said.grip.level.value >= 3 || evacuates(said)) return "Severe";
    return said.grip.level.value == 2 ? "Moderate" : "Unknown";
}
const char* certainty_of(const Declaration& declaration) {
    const auto& said = declaration.said;
    return said.grip.level.value > 0 && said.started <= declaration.at ? "Observed" : "Unknown";
}

/// By the words of domain.md; empty: none of CAP's fits.
const char* category_of(const regiekamer::Kind& kind) {
    using Pair = std::pair<std::string_view, const char*>;
    static constexpr std::array<Pair, 12> words{{{"brand", "Fire"},
                                                 {"water", "Met"},
                                                 {"storm", "Met"},
                                                 {"weer", "Met"},
                                                 {"gevaarlijke stof", "CBRNE"},
                                                 {"explosie", "CBRNE"},
                                                 {"orde", "Security"},
                                                 {"aanslag", "Security"},
                                                 {"infectie", "Health"},
                                                 {"verkeer", "Transport"},
                                                 {"trein", "Transport"},
                                                 {"uitval", "Infra"}}};
    for (const auto& [word, category] : words)
        if (kind.value.find(word) != std::string::npos) return category;
    return "";
}

std::string headline_of(const Declaration& declaration) {
    const auto& said = declaration.said;
    if (declaration.kind == Kind::ended) return "Afgelopen: " + said.title;
    if (said.grip.level.value > 0) return fmt::format("GRIP {} · {}", said.grip.level.value, said.title);
    return "Geen GRIP, wel gebieden ingetekend · " + said.title;
}

std::string grip_sentence(const Declared& said) {
    std::string text = fmt::format("GRIP {}", said.grip.level.value);
    if (said.grip.since) text += " sinds " + words::date_clock(*said.grip.since);
    if (said.grip.decided_by) text += ", besluit " + said.grip.decided_by->function.value;
    return text + (said.grip.reason.empty() ? "" : ": " + said.grip.reason);
}

/// A label that begins with the kind ("Afzetting waterbuspier") says it already.
std::string name_of(const AreaDrawn& area) {
    const auto kind = words::sentence_case(std::string(words::label(area.kind)));
    return area.label.starts_with(kind) ? area.label : fmt::format("{}: {}", kind, area.label);
}

/// A sentence a line.
std::string description_of(const Declaration& declaration, Mode mode) {
    const auto& said = declaration.said;
    std::vector<std::string> lines;
    if (mode == Mode::exercise) lines.emplace_back("OEFENING OEFENING OEFENING. Dit is geen echt incident.");
    if (declaration.kind == Kind::ended) lines.emplace_back("Er is niets meer afgekondigd. Laatst gold:");
    lines.push_back(grip_sentence(said));
    lines.push_back(
        fmt::format("{}, {}. Begonnen {}.", said.place, said.municipality, words::date_clock(said.started)));
    if (said.addresses) lines.push_back(fmt::format("{} adressen getroffen.", said.addresses->value));
    for (const auto& area : said.areas)
        lines.push_back(name_of(area));
    lines.emplace_back(
        "Dit bericht is voor organisaties in de crisisbeheersing. Het is geen waarschuwing aan het publiek.");
    std::string text;
    for (const auto& line : lines)
        text += (text.empty() ? "" : "\n") + line_of(line);
    return text;
}

std::string pair_of(const Position& at) {
    return fmt::format("{:.6f},{:.6f}", at.lat, at.lon);
}

/// Closed, as CAP wants it: of four pairs or more. Empty: its corners make no area.
std::string polygon_of(const AreaDrawn& area) {
    std::vector<std::string> pairs;
    for (const auto& corner : area.polygon)
        if (auto pair = pair_of(corner); pairs.empty() || pairs.back() != pair)
            pairs.push_back(std::move(pair));
    if (!pairs.empty() && pairs.front() != pairs.back()) pairs.push_back(pairs.front());
    if (std::set<std::string>(pairs.begin(), pairs.end()).size() < 3) return {};
    return fmt::format("{}", fmt::join(pairs, " "));
}

void put_areas(pugi::xml_node info, const Declared& said) {
    for (const auto& one : said.areas) {
        auto area = info.append_child("area");
        put(area, "areaDesc", line_of(name_of(one)));
        if (one.kind != AreaKind::route) put(area, "polygon", polygon_of(one));
    }
    if (!said.areas.empty()) return;
    auto area = info.append_child("area");
    put(area, "areaDesc", line_of(fmt::format("{}, {}", said.place, said.municipality)));
    if (said.point) put(area, "circle", pair_of(*said.point) + " 0.0");
}

void put_parameter(pugi::xml_node info, const char* name, const std::string& value) {
    auto parameter = info.append_child("parameter");
    put(parameter, "valueName", name);
    put(parameter, "value", value);
}

void put_info(pugi::xml_node alert, const Declaration& declaration, const IncidentId& incident,
              const CapSender& from) {
    const auto& said = declaration.said;
    const Mode mode = from.origin.mode;
    auto info = alert.append_child("info");
    put(info, "language", "nl-NL");
    put(info, "category", "Safety");
    put(info, "category", category_of(said.kind));
    put(info, "event", titled(mode, said.kind.value, 200));
    put(info, "urgency", urgency_of(declaration));
    put(info, "severity", severity_of(said));
    put(info, "certainty", certainty_of(declaration));
    put(info, "effective", cap_time(declaration.at));
    put(info, "onset", cap_time(said.started));
    put(info, "senderName", titled(mode, "Bevolkingszorg " + said.municipality, 200));
    put(info, "headline", titled(mode, headline_of(declaration), 140));
    put(info, "description", description_of(declaration, mode));
    put_parameter(info, "GRIP",
                  fmt::format("{}", declaration.kind == Kind::ended ? 0 : said.grip.level.value));
    put_parameter(info, "incident", line_of(incident.value));
    put_areas(info, said);
}

const char* message_type(Kind kind) {
    switch (kind) {
    case Kind::first:
        return "Alert";
    case Kind::changed:
        return "Update";
    case Kind::ended:
        return "Cancel";
    }
    return "Error";
}

} // namespace

Result<bool> fits_as_sender(const std::string& sender) {
    const bool fits = !sender.empty() && std::all_of(sender.begin(), sender.end(), [](char c) {
        return c > 0x20 && c < 0x7F && c != ',' && c != '<' && c != '&';
    });
    if (fits) return true;
    return refuse("--sender", sender, "a name without space, comma, < or &, as CAP asks");
}

std::string cap(const Declaration& declaration, const IncidentId& incident, const CapSender& from) {
    pugi::xml_document document;
    declare(document);
    auto alert = document.append_child("alert");
    alert.append_attribute("xmlns") = "urn:oasis:names:tc:emergency:cap:1.2";
    put(alert, "identifier", cap_identifier(incident, from, declaration.number));
    put(alert, "sender", from.sender);
    put(alert, "sent", cap_time(declaration.at));
    put(alert, "status", from.origin.mode == Mode::actual ? "Actual" : "Exercise");
    put(alert, "msgType", message_type(declaration.kind));
    put(alert, "source", "Regiekamer, journaal " + line_of(from.origin.journal));
    put(alert, "scope", "Restricted");
    put(alert, "restriction", "Voor organisaties in de crisisbeheersing; geen waarschuwing aan het publiek.");
    if (from.origin.mode == Mode::exercise)
        put(alert, "note", line_of("OEFENING OEFENING OEFENING. " + from.exercise, 400));
    std::string references;
    for (const auto& [number, at] : declaration.replaces)
        references += fmt::format("{}{},{},{}", references.empty() ? "" : " ", from.sender,
                                  cap_identifier(incident, from, number), cap_time(at));
    put(alert, "references", references);
    put(alert, "incidents", identifier_of(incident.value));
    put_info(alert, declaration, incident, from);
    return text_of(document);
}

} // namespace regiekamer::exchange
