// Which panels stand where, which evenement is shown, and the board's keys.
#include "dashboard/panels/events/events.hpp"

#include "dashboard/catalogue/asked.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::panels::events {
namespace {

using ui::Key;
using ui::Rect;
using ui::Ui;

/// Side panels: as high as what they hold asks, the contacts take the rest.
void draw_side(Ui& ui, const Scene& scene, Rect side, const PublicEventId& event, Drafts& drafts,
               Intents& intents) {
    const auto* known = find(scene, event);
    const bool today = known != nullptr && picture::on_the_day(*known, scene.now);
    const float weather = std::min(side.h * (today || side.w < 420 ? 0.48F : 0.42F), today ? 400.F : 330.F);
    draw_weather(ui, scene, side.take_top(weather), event, drafts);
    side.take_top(ui::measure::gap);
    const float coincidence = std::min(side.h * 0.48F, 240.F);
    draw_coincidence(ui, scene, side.take_top(coincidence), event);
    side.take_top(ui::measure::gap);
    draw_contacts(ui, scene, side, event, intents);
}

/// Moves along a list; an item that is not in it counts as the place before the first.
template <class Id>
std::string neighbour(const std::vector<Id>& ids, const std::string& now, int step) {
    if (ids.empty()) return {};
    const auto at = std::find_if(ids.begin(), ids.end(), [&](const Id& id) { return id.value == now; });
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    const auto place = at == ids.end() ? (step > 0 ? 0 : count - 1) : (at - ids.begin()) + step;
    return ids[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, count - 1))].value;
}

void walk(Ui& ui, const Scene& scene, EventsDraft& draft, Drafts& drafts) {
    const auto now = selected(scene, draft);
    for (const auto& [key, step] : {std::pair{Key::up, -1}, {Key::down, 1}}) {
        if (ui::pressed(ui, ui::with_shift(key)) && now) {
            const auto* event = find(scene, *now);
            const auto on = selected_step(scene, *now, draft);
            if (event != nullptr)
                draft.requirement = neighbour(steps_of(*event), on ? on->value : std::string(), step);
        } else if (ui::pressed(ui, key)) {
            draft.selected = neighbour(listed(scene, draft), now ? now->value : std::string(), step);
            draft.requirement.clear();
            drafts.tab = std::min(drafts.tab, 1);
        }
    }
}

struct Opens {
    ui::Shortcut key;
    Dialog dialog;
    std::string_view type;
};
constexpr std::array opens{Opens{{Key::p}, Dialog::event_inspection, InspectionNoted::type},
                           Opens{{Key::m}, Dialog::event_moment, EventMomentSet::type},
                           Opens{{Key::b}, Dialog::event_decision, EventDecided::type},
                           Opens{{Key::d}, Dialog::event_threshold, EventThresholdSet::type},
                           Opens{action_key, Dialog::event_action, ActionOpened::type},
                           Opens{{Key::j}, Dialog::event_incident, IncidentOpened::type},
                           Opens{{Key::c}, Dialog::task_card, ActionOpened::type}};

void act(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto form = [&](const PublicEventId& event, std::string_view type) {
        if (auto why = words::not_allowed(scene.user.function, type); !why.empty())
            intents.push_back(Explain{std::move(why)});
        else
            open_event_form(scene, drafts, event);
    };
    if (ui::pressed(ui, Key::n)) form({}, EventRegistered::type);
    if (ui::pressed(ui, Key::z))
        open_about(scene, drafts, intents, Dialog::event_works, {}, WorksAnnounced::type);
    if (ui::pressed(ui, ui::with_shift(Key::q)))
        for (auto& intent : set_all_requirements(scene, drafts.events))
            intents.push_back(std::move(intent));
    const auto now = selected(scene, drafts.events);
    if (!now) return;
    if (ui::pressed(ui, Key::v)) form(*now, EventUpdated::type);
    for (const auto& one : opens)
        if (ui::pressed(ui, one.key)) open_about(scene, drafts, intents, one.dialog, now->value, one.type);
    if (ui::pressed(ui, Key::s) && selected_step(scene, *now, drafts.events))
        open_about(scene, drafts, intents, Dialog::event_requirement, now->value, RequirementMet::type);
    if (ui::pressed(ui, Key::q))
        for (auto& intent : set_requirements(scene, *now))
            intents.push_back(std::move(intent));
}

} // namespace

void draw(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::event_tabs(zones.fit), drafts);
    const auto places = ui::event_zones(zones, drafts.tab);
    if (!places.list.empty()) draw_list(ui, scene, places.list, drafts, intents);
    const auto event = selected(scene, drafts.events);
    if (!places.detail.empty()) draw_detail(ui, scene, places.detail, drafts, intents);
    if (!places.side.empty())
        draw_side(ui, scene, places.side, event.value_or(PublicEventId{}), drafts, intents);
    if (zones.bottom.empty()) return;
    for (auto& intent : scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                           : draw_view_keys(ui, scene, zones.bottom, drafts))
        intents.push_back(std::move(intent));
}

void answer_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none) return;
    walk(ui, scene, drafts.events, drafts);
    if (ui::pressed(ui, Key::h)) drafts.events.calendar = !drafts.events.calendar;
    if (ui::pressed(ui, Key::y))
        choose_filter(scene, drafts.events,
                      static_cast<EventsDraft::Filter>((static_cast<int>(drafts.events.filter) + 1) %
                                                       EventsDraft::filters));
    if (!scene.looking_back) act(ui, scene, drafts, intents);
}

const picture::PublicEvent* find(const Scene& scene, const PublicEventId& event) {
    const auto found = scene.picture.events->events.find(event);
    return found == scene.picture.events->events.end() || !found->second.name.said() ? nullptr
                                                                                     : &found->second;
}

bool asks_action(const Scene& scene, const PublicEventId& id) {
    const auto* event = find(scene, id);
    if (event == nullptr) return false;
    if (event->until.value.value_or(event->from.value.value_or(Instant::max())) < scene.now) return false;
    if (catalogue::has_deadlines_of_before(scene.catalogue.requirements, id, *event)) return true;
    const auto ready = picture::readiness(scene.picture, id, scene.now);
    return std::any_of(ready.reasons.begin(), ready.reasons.end(), [&](const auto& reason) {
        const auto due = reason.expected ? reason.expected : reason.deadline;
        return reason.late || reason.point || reason.why == picture::ReadinessReason::Why::planned_again ||
               (due && *due - scene.now < soon);
    });
}

bool fits(const Scene& scene, const PublicEventId& id, EventsDraft::Filter filter) {
    using Filter = EventsDraft::Filter;
    const auto* event = find(scene, id);
    if (event == nullptr) return false;
    switch (filter) {
    case Filter::all:
        return true;
    case Filter::melding:
        return event->class_.value == EventClass::melding;
    case Filter::a:
        return event->class_.value == EventClass::A;
    case Filter::b:
        return event->class_.value == EventClass::B;
    case Filter::c:
        return event->class_.value == EventClass::C;
    case Filter::asks_action:
        return asks_action(scene, id);
    }
    return true;
}

std::vector<PublicEventId> listed(const Scene& scene, const EventsDraft& draft) {
    auto ids = picture::events_by_urgency(scene.picture, scene.now);
    std::erase_if(ids, [&](const PublicEventId& id) { return !fits(scene, id, draft.filter); });
    if (draft.calendar)
        std::stable_sort(ids.begin(), ids.end(), [&](const PublicEventId& a, const PublicEventId& b) {
            return find(scene, a)->from.value.value_or(Instant::max()) <
                   find(scene, b)->from.value.value_or(Instant::max());
        });
    return ids;
}

void choose_filter(const Scene& scene, EventsDraft& draft, EventsDraft::Filter filter) {
    draft.filter = filter;
    if (fits(scene, PublicEventId(draft.selected), filter)) return;
    draft.selected.clear();
    draft.requirement.clear();
}

std::optional<PublicEventId> selected(const Scene& scene, const EventsDraft& draft) {
    if (find(scene, PublicEventId(draft.selected)) != nullptr) return PublicEventId(draft.selected);
    const auto ids = listed(scene, draft);
    for (const auto& id : ids)
        if (picture::on_the_day(*find(scene, id), scene.now)) return id;
    return ids.empty() ? std::nullopt : std::optional(ids.front());
}

std::vector<RequirementId> steps_of(const picture::PublicEvent& event) {
    std::vector<std::pair<Instant, RequirementId>> found;
    for (const auto& [id, requirement] : event.requirements)
        if (requirement.set.said()) found.emplace_back(requirement.set.value.deadline, id);
    std::sort(found.begin(), found.end());
    std::vector<RequirementId> ids;
    ids.reserve(found.size());
    for (auto& [deadline, id] : found)
        ids.push_back(std::move(id));
    return ids;
}

std::optional<RequirementId> selected_step(const Scene& scene, const PublicEventId& id,
                                           const EventsDraft& draft) {
    const auto* event = find(scene, id);
    if (event == nullptr) return std::nullopt;
    const auto chosen = event->requirements.find(RequirementId(draft.requirement));
    if (chosen != event->requirements.end() && chosen->second.set.said()) return chosen->first;
    const auto ready = picture::readiness(scene.picture, id, scene.now);
    for (const auto* reasons : {&ready.reasons, &ready.later})
        for (const auto& reason : *reasons)
            if (reason.requirement) return reason.requirement;
    const auto steps = steps_of(*event);
    return steps.empty() ? std::nullopt : std::optional(steps.back());
}

void open_about(const Scene& scene, Drafts& drafts, Intents& intents, Dialog dialog, std::string subject,
                std::string_view type) {
    if (auto why = words::not_allowed(scene.user.function, type); !why.empty()) {
        intents.push_back(Explain{std::move(why)});
        return;
    }
    drafts.events.fields = {};
    open(drafts, dialog, std::move(subject));
}

} // namespace regiekamer::panels::events
