// TAAKKAART: the card that belongs to the incident, its lines with owner and time; what is ticked becomes
// actions.
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/panels/action_board/card_lines.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using catalogue::TaskCard;

std::vector<std::string> titles(const std::vector<TaskCard>& cards) {
    std::vector<std::string> all;
    all.reserve(cards.size());
    for (const auto& card : cards)
        all.push_back(fmt::format("{} {}", card.nr, card.title));
    return all;
}

/// Where the card of the incident's kind, or of an evenement, stands; without one the basis.
int usual_card(const Scene& scene, const CardSubject& subject) {
    const auto& cards = scene.catalogue.cards;
    Kind kind("evenement");
    if (subject.incident) {
        const auto* incident = picture::find_incident(scene.picture, *subject.incident);
        kind = incident == nullptr ? Kind() : incident->kind.value;
    }
    const TaskCard* card = cards.of_kind(kind);
    return card == nullptr ? 0 : static_cast<int>(card - cards.cards.data());
}

std::string about(const TaskCard& card) {
    std::string text = card.grip;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "\n") + part; };
    std::string partners;
    for (const auto& partner : card.partners)
        partners += (partners.empty() ? "Partners: " : ", ") + partner;
    if (!partners.empty()) add(partners + ".");
    if (!card.dilemma.empty()) add("Dilemma: " + card.dilemma);
    return text;
}

void nothing_to_choose(ui::Ui& ui, Drafts& drafts) {
    Form form(ui, drafts, "TAAKKAART", 700);
    form.words("Er zijn geen taakkaarten gelezen. Ze staan in assets/taskcards en in uw eigen map "
               "regiekamer/taskcards.");
    form.shown();
}

} // namespace

Intents task_card(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const CardSubject subject = card_subject(scene, drafts.subject);
    if (!subject.incident && !subject.event) {
        close(drafts);
        return {};
    }
    const auto& cards = scene.catalogue.cards.cards;
    if (cards.empty()) {
        nothing_to_choose(ui, drafts);
        return {};
    }
    if (drafts.opened_now) drafts.choice = usual_card(scene, subject);
    const std::string title = subject.event
                                  ? "TAAKKAART · " + words::public_event(scene.picture, *subject.event)
                                  : with_incident(scene, "TAAKKAART");
    Form form(ui, drafts, title, 1080, Keyboard::nobody);
    if (form.choice("kaart", "Kaart", titles(cards), drafts.choice)) drafts.ticks.clear();
    drafts.choice = std::clamp(drafts.choice, 0, static_cast<int>(cards.size()) - 1);
    const TaskCard& card = cards[static_cast<std::size_t>(drafts.choice)];
    if (const auto text = about(card); !text.empty()) form.words(text);
    const auto offered = offered_lines(scene, subject, &card);
    std::vector<TickLine> lines;
    lines.reserve(offered.size());
    for (const auto& one : offered)
        lines.push_back(one.tick);
    form.ticks("regels", "Zet uit", lines, 14);
    const auto count =
        std::count_if(lines.begin(), lines.end(), [&](const TickLine& line) { return ticked(drafts, line); });
    if (!form.confirmed(count == 1 ? "Zet 1 actie uit" : fmt::format("Zet {} acties uit", count))) return {};
    if (count == 0) {
        drafts.complaint = "Vink aan wat er moet gebeuren.";
        return {};
    }
    Intents intents;
    for (const auto& one : offered)
        if (ticked(drafts, one.tick)) intents.emplace_back(opened(scene, subject, one));
    std::get<Act>(intents.front()).text = fmt::format("{} acties van taakkaart {}", count, card.title);
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
