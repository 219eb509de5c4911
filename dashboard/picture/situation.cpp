// What was found, judged and decided, and the situation texts with what they replaced.
#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/meetings.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace regiekamer::picture {
namespace {

template <class Id, class T, class Sequenced, class Wanted>
std::vector<const T*> in_order(const Table<Id, T>& all, Sequenced&& sequence, Wanted&& wanted) {
    std::vector<const T*> found;
    for (const auto& [id, one] : all)
        if (wanted(one)) found.push_back(&one);
    std::sort(found.begin(), found.end(),
              [&](const T* a, const T* b) { return sequence(*a) < sequence(*b); });
    return found;
}

template <class Wanted>
std::vector<const Decision*> decisions_where(const Picture& picture, Wanted&& wanted) {
    return in_order(
        picture.meetings->decisions, [](const Decision& one) { return one.taken.sequence; },
        [&](const Decision& one) { return wanted(one.taken.value); });
}

/// All that was written under one identifier before a message, and what that says to have replaced.
void gather(const Meetings& meetings, const ItemId& id, Sequence before, std::set<ItemId>& seen,
            std::vector<const SituationItem*>& versions) {
    if (!seen.insert(id).second) return;
    std::vector<const SituationItem*> own;
    if (const auto* last = meetings.items.find(id)) own.push_back(last);
    if (const auto* older = meetings.rewritten.find(id))
        for (auto one = older->rbegin(); one != older->rend(); ++one)
            own.push_back(&*one);
    for (const SituationItem* one : own)
        if (one->written.sequence < before) versions.push_back(one);
    for (const SituationItem* one : own)
        if (one->written.value.replaces && one->written.sequence <= before)
            gather(meetings, *one->written.value.replaces, one->written.sequence, seen, versions);
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const FindingNoted& body) {
    picture.meetings.edit().findings.edit(body.finding) = {{body, fact}, fact.message.function};
}

void apply(Picture& picture, const Recorded& fact, const DecisionTaken& body) {
    picture.meetings.edit().decisions.edit(body.decision) = {{body, fact}, fact.message.function};
}

void apply(Picture& picture, const Recorded& fact, const SituationWritten& body) {
    auto& meetings = picture.meetings.edit();
    auto& item = meetings.items.edit(body.item);
    if (item.written.said()) meetings.rewritten.edit(body.item).push_back(std::move(item));
    item = {{body, fact}, fact.message.function};
    if (body.replaces) meetings.replaced_by.edit(*body.replaces) = {body.item, fact};
}

std::vector<const Finding*> findings_of(const Picture& picture, const MeetingId& meeting) {
    return in_order(
        picture.meetings->findings, [](const Finding& one) { return one.noted.sequence; },
        [&](const Finding& one) { return one.noted.value.meeting == meeting; });
}

std::vector<const Decision*> decisions_of(const Picture& picture, const IncidentId& incident) {
    return decisions_where(picture, [&](const DecisionTaken& one) { return one.incident == incident; });
}

std::vector<const Decision*> decisions_of(const Picture& picture, const PublicEventId& event) {
    return decisions_where(picture, [&](const DecisionTaken& one) { return one.event == event; });
}

std::vector<const Decision*> decisions_of(const Picture& picture, const MeetingId& meeting) {
    return decisions_where(picture, [&](const DecisionTaken& one) { return one.meeting == meeting; });
}

bool incomplete(const Decision& decision) {
    return !decision.taken.value.owner || !decision.taken.value.due;
}

const std::vector<Column>& situation_columns() {
    static const std::vector<Column> columns{"Incident",
                                             "Veiligheid hulpverleners",
                                             "Slachtoffers/betrokkenen",
                                             "Effect/omgeving",
                                             "Maatregelen",
                                             "Opvang",
                                             "Communicatie/omgevingsbeeld",
                                             "Prognose/scenario's",
                                             "Knelpunten",
                                             "Besluiten/acties"};
    return columns;
}

std::vector<SituationColumn> situation(const Picture& picture, const IncidentId& incident) {
    std::map<Column, std::vector<const SituationItem*>> by_column;
    for (const auto& [id, item] : picture.meetings->items)
        if (item.written.value.incident == incident && stands(picture, item))
            by_column[item.written.value.column].push_back(&item);
    std::vector<SituationColumn> columns;
    const auto take = [&](const Column& name, std::vector<const SituationItem*>& items) {
        std::sort(items.begin(), items.end(), [](const SituationItem* a, const SituationItem* b) {
            return a->written.sequence > b->written.sequence;
        });
        columns.push_back({name, std::move(items)});
    };
    for (const Column& name : situation_columns()) {
        const auto found = by_column.find(name);
        if (found == by_column.end()) continue;
        take(name, found->second);
        by_column.erase(found);
    }
    for (auto& [name, items] : by_column)
        take(name, items);
    return columns;
}

std::vector<const SituationItem*> earlier_versions(const Picture& picture, const ItemId& item) {
    std::vector<const SituationItem*> versions;
    const SituationItem* last = picture.meetings->items.find(item);
    if (last == nullptr) return versions;
    std::set<ItemId> seen;
    gather(*picture.meetings, item, last->written.sequence, seen, versions);
    std::sort(versions.begin(), versions.end(), [](const SituationItem* a, const SituationItem* b) {
        return a->written.sequence > b->written.sequence;
    });
    return versions;
}

bool stands(const Picture& picture, const SituationItem& item) {
    const auto& id = item.written.value.item;
    const auto* by = picture.meetings->replaced_by.find(id);
    return by == nullptr || by->value == id || by->sequence < item.written.sequence;
}

} // namespace regiekamer::picture
