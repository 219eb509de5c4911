// What comes up around the evenementen in the next days.
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/public_events.hpp"

#include <algorithm>

namespace regiekamer::picture {

namespace {

using Kind = AgendaItem::Kind;

/// Collects items into their days.
class Days {
public:
    Days(Instant now, int days) : today_(local_day(now)) {
        for (int day = 0; day < days; ++day)
            days_.push_back({today_ + date::days(day), {}});
    }
    [[nodiscard]] LocalDay today() const { return today_; }
    void put(LocalDay day, AgendaItem item) {
        const auto place = (day - today_).count();
        if (place >= 0 && place < static_cast<std::int64_t>(days_.size()))
            days_[static_cast<std::size_t>(place)].items.push_back(std::move(item));
    }
    std::vector<AgendaDay> sorted() && {
        for (AgendaDay& day : days_)
            std::stable_sort(day.items.begin(), day.items.end(), [](const auto& one, const auto& other) {
                return std::pair(!one.late, one.at) < std::pair(!other.late, other.at);
            });
        return std::move(days_);
    }

private:
    LocalDay today_;
    std::vector<AgendaDay> days_;
};

void put_requirement(Days& days, const PublicEventId& id, const PublicEvent& event,
                     const Requirement& requirement, Instant now) {
    if (!requirement.set.said() || state_of(requirement) == RequirementState::done) return;
    const RequirementSet& set = requirement.set.value;
    const bool promised = requirement.expected.has_value();
    AgendaItem item{promised ? Kind::expected : Kind::deadline,
                    due_of(requirement),
                    id,
                    event.class_.value,
                    set.title,
                    set.by,
                    late(requirement, now),
                    set.deadline,
                    promised ? requirement.expected->sequence : requirement.set.sequence};
    if (promised && requirement.expected->value.by) item.by = *requirement.expected->value.by;
    // Late without a promise that still stands: it asks for something today.
    const bool today = item.late && item.at < now;
    days.put(today ? days.today() : local_day(item.at), std::move(item));
}

} // namespace

std::vector<AgendaDay> agenda(const Picture& picture, Instant now, int days) {
    Days found(now, std::clamp(days, 0, 366));
    for (const auto& [id, event] : picture.events->events) {
        if (event.from.value && event.name.said()) {
            AgendaItem item{Kind::event,        *event.from.value,     id,    event.class_.value,
                            event.name.value,   event.organiser.value, false, std::nullopt,
                            event.from.sequence};
            const LocalDay last =
                std::max(local_day(item.at), local_day(event.until.value.value_or(item.at)));
            const LocalDay end = std::min(last, found.today() + date::days(366));
            // Of an evenement of several days every day counts.
            for (LocalDay day = std::max(local_day(item.at), found.today()); day <= end; day += date::days(1))
                found.put(day, item);
        }
        for (const auto& [requirement_id, requirement] : event.requirements)
            put_requirement(found, id, event, requirement, now);
    }
    for (const auto& [id, moment] : picture.events->moments) {
        const auto event = picture.events->events.find(moment.value.event);
        const bool known = event != picture.events->events.end();
        found.put(local_day(moment.value.at),
                  {Kind::moment, moment.value.at, moment.value.event,
                   known ? std::optional(event->second.class_.value) : std::nullopt, moment.value.title, "",
                   false, std::nullopt, moment.sequence});
    }
    for (const auto& [id, works] : picture.events->works) {
        const LocalDay first = local_day(works.value.from), last = local_day(works.value.until);
        const LocalDay end = std::min(last, found.today() + date::days(366));
        for (LocalDay day = std::max(first, found.today()); day <= end; day += date::days(1))
            found.put(day, {Kind::works, works.value.from, std::nullopt, std::nullopt, works.value.title,
                            works.value.origin.value_or(""), false, std::nullopt, works.sequence});
    }
    return std::move(found).sorted();
}

} // namespace regiekamer::picture
