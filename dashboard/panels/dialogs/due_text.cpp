// Moments first, then rules; each misfit has its sentence.
#include "dashboard/panels/dialogs/due_text.hpp"

#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/picture/due_times.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using Anchor = picture::DueRule::Anchor;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

/// Why a rule has no instant yet, when that will not come by itself.
std::string not_known(const picture::DueRule& rule, bool waits) {
    switch (rule.anchor) {
    case Anchor::peak:
        return "Er is geen verwachting voor Dordrecht om vanaf te rekenen. Schrijf een tijd.";
    case Anchor::start:
        return "Dit incident hoort niet bij een evenement met een begintijd. Schrijf een tijd.";
    case Anchor::predecessor:
        return waits ? std::string() : "V telt vanaf een andere actie. Vul in waarop deze wacht.";
    case Anchor::alarm:
    case Anchor::detection:
        return "Zonder incident is er niets om vanaf te rekenen. Schrijf een tijd.";
    case Anchor::grip:
    case Anchor::aftermath:
        break;
    }
    return {};
}

} // namespace

std::optional<TypedDue> typed_due(Drafts& drafts, const Scene& scene, const std::string& text,
                                  const std::vector<ActionId>& after) {
    std::string words = trimmed(text);
    if (words.empty()) return TypedDue{};
    if (typed_coming_moment(words, scene.now)) {
        const auto due = typed_future(drafts, text, scene.now);
        return due ? std::optional(TypedDue{due, std::nullopt}) : std::nullopt;
    }
    std::transform(words.begin(), words.end(), words.begin(), lower);
    words.front() = upper(words.front());
    const auto rule = picture::read_due_rule(words);
    if (!rule) {
        ask_again(
            drafts,
            "De tijd is niet te lezen. Schrijf 14:30, +20, 24-12 09:00, of een regel: P-6u, G3+30m, V+30m.",
            &text);
        return std::nullopt;
    }
    const auto anchor =
        picture::anchor_of(scene.picture, scene.incident.value_or(IncidentId()), *rule, after);
    if (!anchor) {
        ask_again(drafts, not_known(*rule, !after.empty()), &text);
        if (!drafts.complaint.empty()) return std::nullopt;
        return TypedDue{std::nullopt, words};
    }
    const Instant due = *anchor + rule->offset;
    if (due >= scene.now) return TypedDue{due, words};
    ask_again(drafts, past_words(due, scene.now, words), &text);
    return std::nullopt;
}

std::optional<std::vector<ActionId>> typed_action(Drafts& drafts, const Scene& scene,
                                                  const std::string& text) {
    const std::string wanted = trimmed(text);
    if (wanted.empty()) return std::vector<ActionId>{};
    std::vector<const picture::Action*> found;
    for (const auto* action : picture::unfinished_actions(scene.picture, scene.now)) {
        if (action->opened.value.card == wanted) return std::vector<ActionId>{action->id};
        if (contains(action->opened.value.title, wanted)) found.push_back(action);
    }
    if (found.size() == 1) return std::vector<ActionId>{found.front()->id};
    ask_again(drafts,
              found.empty()
                  ? "Geen open actie past hierop. Schrijf een deel van de titel, of het nummer op de kaart."
                  : fmt::format("Dit past op {} acties. Schrijf meer van de titel.", found.size()),
              &text);
    return std::nullopt;
}

} // namespace regiekamer::panels
