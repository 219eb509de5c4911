// What is offered, and in which words.
#include "dashboard/panels/action_board/card_lines.hpp"

#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/picture/due_times.hpp"
#include "dashboard/picture/event_day.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace regiekamer::panels {
namespace {

using catalogue::CardLine;
using catalogue::TaskCard;
using Anchor = picture::DueRule::Anchor;

/// The action that this line became; the newest.
const picture::Action* action_of(const std::vector<const picture::Action*>& actions, const CardLine& line) {
    for (auto one = actions.rbegin(); one != actions.rend(); ++one)
        if ((*one)->opened.value.card == line.nr) return *one;
    return nullptr;
}

const char* state_words(const picture::Action& action) {
    if (picture::unfinished(action)) return "staat al open";
    return action.state.value == picture::ActionState::gereed ? "al gereed" : "vervallen";
}

std::string due_words(const Scene& scene, const OfferedLine& offered) {
    const std::string rule = picture::to_text(offered.line->due);
    if (offered.line->due.anchor == Anchor::aftermath) return "nafase";
    if (!offered.due) return rule + ": tijd nog niet bekend";
    if (*offered.due < scene.now)
        return fmt::format("{} was {}", rule, words::clock_near(*offered.due, scene.now));
    return fmt::format("{} · {}", rule, words::clock_near(*offered.due, scene.now));
}

std::vector<const picture::Action*> actions_of(const Scene& scene, const CardSubject& subject) {
    return subject.incident ? picture::actions_of(scene.picture, *subject.incident)
                            : picture::actions_of(scene.picture, *subject.event);
}

OfferedLine offer(const Scene& scene, const CardSubject& subject, const CardLine& line,
                  const std::vector<const picture::Action*>& actions) {
    OfferedLine offered{&line,
                        subject.incident
                            ? picture::due_of_line(scene.picture, *subject.incident, line.nr, line.due)
                            : picture::due_of_line(scene.picture, *subject.event, line.due),
                        {}};
    TickLine& tick = offered.tick;
    tick.id = "regel/" + line.nr;
    tick.words = line.nr + "  " + line.title;
    tick.remark = line.owner.value + " · " + due_words(scene, offered);
    tick.ticked = !offered.due || *offered.due >= scene.now;
    if (const auto* action = action_of(actions, line)) {
        tick.remark = line.owner.value + " · " + state_words(*action);
        tick.locked = action->state.value != picture::ActionState::vervallen;
        tick.ticked = false;
    } else if (line.due.anchor == Anchor::grip && !offered.due) {
        tick.remark = fmt::format("{} · komt bij GRIP {}", line.owner.value, line.due.level);
        tick.locked = true;
    } else if (!subject.incident && !offered.due && line.due.anchor != Anchor::aftermath) {
        tick.remark =
            line.owner.value + (line.due.anchor == Anchor::start ? " · het evenement heeft geen datum"
                                                                 : " · komt bij een incident");
        tick.locked = true;
        tick.ticked = false;
    }
    return offered;
}

/// Whether a title holds this name as a word of its own.
bool names(const std::string& title, std::string_view name) {
    const auto letter = [&](std::size_t at) {
        return at < title.size() && (std::isalnum(static_cast<unsigned char>(title[at])) != 0);
    };
    for (auto at = title.find(name); at != std::string::npos; at = title.find(name, at + 1))
        if ((at == 0 || !letter(at - 1)) && !letter(at + name.size())) return true;
    return false;
}

/// Of this line in this incident, the first time or opened once more after it lapsed: two desks that open it
/// at once open one action.
ActionId line_id(const Scene& scene, const CardSubject& subject, const CardLine& line) {
    const auto actions = actions_of(scene, subject);
    const auto times = std::count_if(actions.begin(), actions.end(), [&](const picture::Action* action) {
        return action->opened.value.card == line.nr;
    });
    return ActionId(dialogs::id_named(fmt::format("{}/taakkaart {}/{}",
                                                  subject.incident ? "incident/" + subject.incident->value
                                                                   : "evenement/" + subject.event->value,
                                                  line.nr, times + 1)));
}

void offer_all(std::vector<OfferedLine>& all, const Scene& scene, const CardSubject& subject,
               const TaskCard* card) {
    if (card == nullptr) return;
    const auto actions = actions_of(scene, subject);
    for (const CardLine& line : card->lines)
        all.push_back(offer(scene, subject, line, actions));
}

/// Those taken by hand: an action of theirs stands in the incident. The basis always counts and is left out.
std::vector<const TaskCard*> cards_in_use(const Scene& scene, const IncidentId& incident) {
    std::set<int> taken;
    for (const auto* action : picture::actions_of(scene.picture, incident)) {
        const auto nr = action->opened.value.card.value_or("");
        for (const TaskCard& card : scene.catalogue.cards.cards)
            if (card.nr != 0 && nr.starts_with(fmt::format("{}.", card.nr))) taken.insert(card.nr);
    }
    std::vector<const TaskCard*> cards;
    cards.reserve(taken.size());
    for (const int nr : taken)
        cards.push_back(scene.catalogue.cards.find(nr));
    return cards;
}

} // namespace

CardSubject card_subject(const Scene& scene, const std::string& event) {
    if (event.empty()) return {scene.incident, std::nullopt};
    const PublicEventId id(event);
    const auto incidents = picture::incidents_of(scene.picture, id);
    if (!incidents.empty()) return {incidents.back(), std::nullopt};
    return {std::nullopt, id};
}

std::vector<OfferedLine> offered_lines(const Scene& scene, const CardSubject& subject, const TaskCard* card) {
    std::vector<OfferedLine> all;
    if (!subject.incident && !subject.event) return all;
    if (card != nullptr && card->nr != 0) offer_all(all, scene, subject, card);
    if (subject.incident) offer_all(all, scene, subject, scene.catalogue.cards.find(0));
    return all;
}

std::vector<OfferedLine> lines_of_grip(const Scene& scene, int level, Instant at) {
    std::vector<OfferedLine> all;
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    if (incident == nullptr) return all;
    const CardSubject subject{scene.incident, std::nullopt};
    const auto* own = scene.catalogue.cards.of_kind(incident->kind.value);
    std::vector<OfferedLine> some = offered_lines(scene, subject, own);
    for (const TaskCard* card : cards_in_use(scene, *scene.incident))
        if (card != own) offer_all(some, scene, subject, card);
    const auto now_level = picture::grip_at(*incident, at).level.value;
    const auto before = level == now_level ? 0 : now_level; // at the same level: what was never opened
    const auto actions = picture::actions_of(scene.picture, *scene.incident);
    for (OfferedLine& one : some) {
        const auto& rule = one.line->due;
        const bool rises = rule.anchor == Anchor::grip && rule.level > before && rule.level <= level;
        const bool ends = rule.anchor == Anchor::aftermath && level == 0 && before > 0;
        const bool known = level == now_level && one.due;
        if ((!rises && !ends) || action_of(actions, *one.line) != nullptr) continue;
        if (rises && !known) one.due = at + rule.offset;
        one.tick.remark = one.line->owner.value + " · " + due_words(scene, one);
        one.tick.locked = false;
        one.tick.ticked = !known || *one.due >= at;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<NeedlessAction> needless_actions(const Scene& scene, int level,
                                             const std::vector<Team>& going_home) {
    std::vector<NeedlessAction> all;
    if (!scene.incident) return all;
    for (const auto* action : picture::actions_of(scene.picture, *scene.incident)) {
        if (!picture::unfinished(*action)) continue;
        const auto& said = action->opened.value;
        const auto rule = picture::read_due_rule(said.due_rule.value_or(""));
        const bool of_grip = rule && rule->anchor == Anchor::grip;
        const auto team = std::find_if(going_home.begin(), going_home.end(),
                                       [&](Team one) { return names(said.title, words::label(one)); });
        const bool above = of_grip && rule->level > level;
        if (!above && team == going_home.end()) continue;
        NeedlessAction needless{action,
                                above
                                    ? fmt::format("GRIP {}: hoort bij een hoger niveau", level)
                                    : fmt::format("GRIP {}: {} is er niet meer", level, words::label(*team)),
                                {}};
        needless.tick.id = "vervalt/" + action->id.value;
        needless.tick.words = "Vervalt: " + said.title;
        needless.tick.remark = action->owner.value.value;
        needless.tick.ticked = of_grip; // what somebody opened by hand may still be wanted
        all.push_back(std::move(needless));
    }
    return all;
}

Act opened(const Scene& scene, const CardSubject& subject, const OfferedLine& offered) {
    const CardLine& line = *offered.line;
    ActionOpened body;
    body.action = line_id(scene, subject, line);
    body.incident = subject.incident;
    body.event = subject.event;
    body.title = line.title;
    if (!line.process.empty()) body.process = line.process;
    body.owner = line.owner;
    body.due = offered.due;
    body.due_rule = picture::to_text(line.due);
    body.card = line.nr;
    if (body.due && *body.due < scene.now) {
        body.note = fmt::format("volgens de kaart {}", words::clock_near(*body.due, scene.now));
        body.due = scene.now;
    }
    return Act{body, "actie " + body.title, std::nullopt};
}

} // namespace regiekamer::panels
