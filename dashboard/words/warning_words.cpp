// CAP's words in Dutch (OASIS CAP 1.2 §3.2); what is no word of CAP stands as it was sent.
#include "dashboard/words/warning_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>

namespace regiekamer::words {
namespace {

struct Pair {
    std::string_view cap, shown;
};
using Pairs = std::span<const Pair>;

constexpr std::array severities{Pair{"Extreme", "extreem"}, Pair{"Severe", "zwaar"},
                                Pair{"Moderate", "matig"}, Pair{"Minor", "licht"},
                                Pair{"Unknown", "onbekend"}};
constexpr std::array urgencies{Pair{"Immediate", "nu"}, Pair{"Expected", "binnen een uur"},
                               Pair{"Future", "later"}, Pair{"Past", "voorbij"}, Pair{"Unknown", "onbekend"}};
constexpr std::array certainties{Pair{"Observed", "waargenomen"}, Pair{"Likely", "waarschijnlijk"},
                                 Pair{"Possible", "mogelijk"}, Pair{"Unlikely", "onwaarschijnlijk"},
                                 Pair{"Unknown", "onbekend"}};
constexpr std::array responses{
    Pair{"Shelter", "schuilen"},           Pair{"Evacuate", "evacueren"},   Pair{"Prepare", "voorbereiden"},
    Pair{"Execute", "het plan uitvoeren"}, Pair{"Avoid", "wegblijven"},     Pair{"Monitor", "blijven volgen"},
    Pair{"Assess", "beoordelen"},          Pair{"AllClear", "sein veilig"}, Pair{"None", "niets"}};
constexpr std::array categories{Pair{"Geo", "aarde"},
                                Pair{"Met", "weer"},
                                Pair{"Safety", "veiligheid"},
                                Pair{"Security", "openbare orde"},
                                Pair{"Rescue", "redding"},
                                Pair{"Fire", "brand"},
                                Pair{"Health", "gezondheid"},
                                Pair{"Env", "milieu"},
                                Pair{"Transport", "verkeer"},
                                Pair{"Infra", "nutsvoorziening"},
                                Pair{"CBRNE", "gevaarlijke stoffen"},
                                Pair{"Other", "overig"}};
constexpr std::array scopes{Pair{"Public", "openbaar"}, Pair{"Restricted", "beperkt"},
                            Pair{"Private", "alleen voor wie genoemd is"}};

std::string shown(const std::string& word, Pairs pairs) {
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.cap == word; });
    return found == pairs.end() ? word : std::string(found->shown);
}

std::string joined(const std::vector<std::string>& words, Pairs pairs = {}) {
    std::string all;
    for (const auto& word : words)
        all += (all.empty() ? "" : ", ") + shown(word, pairs);
    return all;
}

/// "Voor wie: …", where something was said.
class Lines {
public:
    void add(std::string_view label, const std::optional<std::string>& text) {
        if (text && !text->empty()) lines_.push_back(fmt::format("{}: {}", label, *text));
    }
    void add(std::string_view label, const std::optional<std::vector<std::string>>& list, Pairs pairs = {}) {
        if (list && !list->empty()) lines_.push_back(fmt::format("{}: {}", label, joined(*list, pairs)));
    }
    void add(std::string line) { lines_.push_back(std::move(line)); }
    [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

private:
    std::vector<std::string> lines_;
};

std::string gravity(const WarningReceived& warning) {
    std::vector<std::string> parts;
    if (warning.severity) parts.push_back("ernst " + shown(*warning.severity, severities));
    if (warning.urgency) parts.push_back("hoe gauw: " + shown(*warning.urgency, urgencies));
    if (warning.certainty) parts.push_back("zekerheid " + shown(*warning.certainty, certainties));
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string resource_line(const WarningResource& resource) {
    std::string line = "Bijlage: " + (resource.description.empty() ? "zonder naam" : resource.description);
    if (resource.mime_type) line += " (" + *resource.mime_type + ")";
    if (resource.uri) line += " " + *resource.uri;
    return line;
}

void add_details(Lines& lines, const WarningDetails& details) {
    lines.add("Voor wie", details.audience);
    lines.add("Gevraagd", details.response_types, responses);
    lines.add("Bellen", details.contact);
    lines.add("Meer", details.web);
    lines.add("Opmerking van de afzender", details.note);
    if (details.scope && details.scope != "Public") lines.add("Verspreiding", shown(*details.scope, scopes));
    lines.add("Beperking", details.restriction);
    lines.add("Gericht aan", details.addresses);
    lines.add("Hoort bij", details.incidents);
    if (details.resources)
        for (const auto& resource : *details.resources)
            lines.add(resource_line(resource));
    lines.add("Soort", details.categories, categories);
    lines.add("Gemaakt door", details.source);
    lines.add("Codes", details.codes);
    lines.add("Codes van het weer of gevaar", details.event_codes);
    lines.add("Gegevens", details.parameters);
}

} // namespace

std::string warning_name(const WarningReceived& warning) {
    return warning.headline.value_or(warning.event.value_or("Waarschuwing"));
}

std::string warning_span(const WarningReceived& warning, Instant now) {
    const Instant begins = warning.onset.value_or(warning.effective.value_or(warning.sent));
    const std::string from = begins > now ? "vanaf " + clock_near(begins, now) + ", " : "";
    return from + (warning.expires ? "tot " + clock_near(*warning.expires, now) : "geen einde genoemd");
}

std::string warning_places(const WarningReceived& warning) {
    std::vector<std::string> names;
    for (const auto& area : warning.areas)
        if (!area.description.empty() &&
            std::find(names.begin(), names.end(), area.description) == names.end())
            names.push_back(area.description);
    return joined(names);
}

std::vector<std::string> warning_text(const WarningReceived& warning, Instant now) {
    Lines lines;
    lines.add(warning_name(warning) + " · " + warning_span(warning, now));
    if (auto places = warning_places(warning); !places.empty()) lines.add("Waar: " + std::move(places));
    lines.add("Wat te doen", warning.instruction);
    if (warning.description) lines.add(*warning.description);
    if (auto grave = gravity(warning); !grave.empty()) lines.add(sentence_case(std::move(grave)));
    const auto& details = warning.details;
    std::string sender = details && details->sender_name ? *details->sender_name + " (" + warning.sender + ")"
                                                         : warning.sender;
    if (const auto checked = signature(warning); !checked.empty()) sender += " · " + checked;
    lines.add("Van: " + sender + ", " + date_clock(warning.sent));
    if (details) add_details(lines, *details);
    lines.add("Kenmerk: " + warning.identifier);
    return lines.take();
}

} // namespace regiekamer::words
