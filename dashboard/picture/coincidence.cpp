// Samenloop: what else happens in the week of an evenement.
#include "dashboard/picture/event_day.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

const Function ovd{"OvD-Bz"};

/// The instants that a week and the evenement's own days cover.
struct Span {
    Instant from, until, day_from, day_until;
    [[nodiscard]] bool touches(Instant begin, Instant end) const { return begin < until && end > from; }
    [[nodiscard]] bool same_day(Instant begin, Instant end) const {
        return begin < day_until && end > day_from;
    }
};

void add_events(const Picture& picture, const PublicEventId& self, const Span& span,
                std::vector<Coincidence>& found) {
    for (const auto& [id, event] : picture.events->events) {
        if (id == self || !event.name.said() || !event.from.value) continue;
        const Instant from = *event.from.value, until = event.until.value.value_or(from + hours(1));
        if (!span.touches(from, until)) continue;
        Coincidence one{
            Coincidence::Kind::event, from, until, span.same_day(from, until), id, {}, {}, {}, {}, {},
            event.from.sequence};
        found.push_back(std::move(one));
    }
}

void add_works(const Picture& picture, const Span& span, std::vector<Coincidence>& found) {
    for (const auto& [id, works] : picture.events->works) {
        const auto& body = works.value;
        if (!span.touches(body.from, body.until)) continue;
        found.push_back({Coincidence::Kind::works,
                         body.from,
                         body.until,
                         span.same_day(body.from, body.until),
                         {},
                         id,
                         {},
                         {},
                         {},
                         {},
                         works.sequence});
    }
}

void add_roster(const Picture& picture, const Span& span, std::vector<Coincidence>& found) {
    for (const Duty& duty : duties(picture, ovd, span.day_from, span.day_until))
        found.push_back({Coincidence::Kind::duty,
                         std::max(duty.since, span.day_from),
                         std::min(duty.until, span.day_until),
                         true,
                         {},
                         {},
                         ovd,
                         {},
                         duty.person,
                         duty.answer,
                         duty.sequence});
    for (const Gap& gap : gaps(picture, span.from, span.until)) {
        if (gap.function == ovd && span.same_day(gap.from, gap.until)) continue; // said as the duty already
        found.push_back({Coincidence::Kind::gap,
                         gap.from,
                         gap.until,
                         span.same_day(gap.from, gap.until),
                         {},
                         {},
                         gap.function,
                         {},
                         {},
                         {},
                         gap.sequence});
    }
    for (const DoubleBooking& twice : double_bookings(picture, span.from, span.until))
        found.push_back({Coincidence::Kind::double_booking,
                         twice.from,
                         twice.until,
                         span.same_day(twice.from, twice.until),
                         {},
                         {},
                         twice.first,
                         twice.second,
                         twice.person,
                         {},
                         twice.first_sequence});
}

} // namespace

std::optional<Week> week_of(const PublicEvent& event) {
    if (!event.from.value) return std::nullopt;
    const LocalDay first = local_day(*event.from.value);
    const LocalDay last = std::max(first, local_day(event.until.value.value_or(*event.from.value)));
    return Week{first - date::days(iso_weekday(first) - 1), last + date::days(8 - iso_weekday(last))};
}

std::vector<Coincidence> coincidences(const Picture& picture, const PublicEventId& id) {
    std::vector<Coincidence> found;
    const auto known = picture.events->events.find(id);
    if (known == picture.events->events.end()) return found;
    const PublicEvent& event = known->second;
    const auto week = week_of(event);
    if (!week) return found;
    constexpr auto longest = hours(24 * 62); // a roster of years is not walked for one evenement
    Span span{day_start(week->first), day_start(week->last), day_start(local_day(*event.from.value)), {}};
    span.until = std::min(span.until, span.from + longest);
    span.day_until = std::min(
        span.until,
        day_start(local_day(event.until.value.value_or(*event.from.value)) + date::days(1)) + hours(6));
    span.day_until = std::max(span.day_until, span.day_from + hours(24));
    add_events(picture, id, span, found);
    add_works(picture, span, found);
    add_roster(picture, span, found);
    const auto rank = [](const Coincidence& one) {
        return std::tuple(one.kind != Coincidence::Kind::duty, !one.same_day, one.from, one.kind);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& one, const auto& other) { return rank(one) < rank(other); });
    return found;
}

} // namespace regiekamer::picture
