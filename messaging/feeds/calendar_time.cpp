// libical stays in this file: its handles close themselves, and what it would print or abort on is off.
#include "messaging/feeds/calendar_time.hpp"

#include <algorithm>
#include <date/tz.h>
#include <libical/ical.h>

namespace regiekamer::feeds {
namespace {

/// More than fits any line of a calendar that people make; libical walks such texts character by character.
constexpr std::size_t text_bytes_max = 512;
constexpr int year_last = 2099;
/// Where libical stops looking for a time that never comes.
const date::local_days libical_last = date::local_days{date::year{2582} / 12 / 31};

/// libical aborts on what it calls a bug of its caller, and bad input is easily that.
void quiet() {
    [[maybe_unused]] static const bool done = [] {
        icalerror_set_errors_are_fatal(0);
        return true;
    }();
}

template <auto close>
struct Closes {
    void operator()(auto* handle) const { close(handle); }
};
using Component = std::unique_ptr<icalcomponent, Closes<icalcomponent_free>>;
using Iterator = std::unique_ptr<icalrecur_iterator, Closes<icalrecur_iterator_free>>;

icaltimetype to_ical(LocalTime local, bool whole_day) {
    const auto day = date::floor<date::days>(local);
    const date::year_month_day date{day};
    const date::hh_mm_ss clock{date::floor<seconds>(local - day)};
    icaltimetype made = icaltime_null_time();
    made.year = static_cast<int>(date.year());
    made.month = static_cast<int>(static_cast<unsigned>(date.month()));
    made.day = static_cast<int>(static_cast<unsigned>(date.day()));
    made.is_date = whole_day ? 1 : 0;
    if (whole_day) return made;
    made.hour = static_cast<int>(clock.hours().count());
    made.minute = static_cast<int>(clock.minutes().count());
    made.second = static_cast<int>(clock.seconds().count());
    return made;
}

std::optional<LocalTime> from_ical(const icaltimetype& time) {
    const auto date = date::year{time.year} / time.month / time.day;
    if (!date.ok()) return std::nullopt;
    return LocalTime(date::local_days{date}) + hours(time.hour) + minutes(time.minute) + seconds(time.second);
}

/// A zone changes once a year, or on days that are listed: anything faster would keep libical busy for hours.
bool changes_by_the_year(std::string_view vtimezone) {
    for (std::size_t at = 0; (at = vtimezone.find("RRULE", at)) != std::string_view::npos; ++at) {
        const auto line = vtimezone.substr(at, vtimezone.find('\n', at) - at);
        if (line.find("FREQ=YEARLY") == std::string_view::npos || line.find("BYSECOND") != line.npos ||
            line.find("BYMINUTE") != line.npos || line.find("BYHOUR") != line.npos)
            return false;
    }
    return true;
}

/// libical walks from day to day, or from month to month, until one fits: what a time cost beyond the step
/// that its rule says.
std::size_t effort_of(const icalrecurrencetype& rule, date::days passed) {
    const auto step = rule.freq == ICAL_DAILY_RECURRENCE     ? 1
                      : rule.freq == ICAL_WEEKLY_RECURRENCE  ? 7
                      : rule.freq == ICAL_MONTHLY_RECURRENCE ? 31
                                                             : 366;
    const auto days = passed.count() / std::max<int>(rule.interval, 1) - step;
    return 1 + static_cast<std::size_t>(std::max<long>(days, 0));
}

} // namespace

std::shared_ptr<const CalendarZone> CalendarZone::named(std::string_view name) {
    std::string iana(name);
    if (iana == "W. Europe Standard Time" || iana == "Romance Standard Time") iana = "Europe/Amsterdam";
    if (const auto city = iana.find("Europe/"); city != std::string::npos) iana = iana.substr(city);
    auto zone = std::make_shared<CalendarZone>();
    try {
        zone->iana_ = date::locate_zone(iana);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
    return zone;
}

std::shared_ptr<const CalendarZone> CalendarZone::described(const std::string& vtimezone) {
    quiet();
    if (!changes_by_the_year(vtimezone)) return nullptr;
    Component component(icalparser_parse_string(vtimezone.c_str()));
    if (!component || icalcomponent_isa(component.get()) != ICAL_VTIMEZONE_COMPONENT) return nullptr;
    std::shared_ptr<void> own(icaltimezone_new(),
                              [](void* zone) { icaltimezone_free(static_cast<icaltimezone*>(zone), 1); });
    if (icaltimezone_set_component(static_cast<icaltimezone*>(own.get()), component.get()) == 0)
        return nullptr;
    [[maybe_unused]] auto* const taken = component.release(); // the zone frees it
    auto zone = std::make_shared<CalendarZone>();
    zone->own_ = std::move(own);
    return zone;
}

Instant CalendarZone::at(LocalTime local) const {
    if (iana_ == nullptr) {
        const auto time = to_ical(local, false);
        return Instant{seconds(icaltime_as_timet_with_zone(time, static_cast<icaltimezone*>(own_.get())))};
    }
    const auto info = iana_->get_info(local);
    if (info.result == date::local_info::nonexistent)
        return Instant{local.time_since_epoch() - info.first.offset};
    return Instant{iana_->to_sys(local, date::choose::earliest).time_since_epoch()};
}

std::optional<CalendarLength> read_length(const std::string& text) {
    quiet();
    if (text.empty() || text.size() > 24) return std::nullopt;
    const auto read = icaldurationtype_from_string(text.c_str());
    if (icaldurationtype_is_bad_duration(read) != 0 || read.is_neg != 0) return std::nullopt;
    constexpr unsigned most = 3660;
    if (read.weeks > most / 7 || read.days > most || read.hours > most * 24 ||
        read.minutes > most * 24 * 60 || read.seconds > most * 24 * 3600)
        return std::nullopt;
    return CalendarLength{date::days(7 * read.weeks + read.days),
                          hours(read.hours) + minutes(read.minutes) + seconds(read.seconds)};
}

bool repeat(const std::string& rule, LocalTime first, bool whole_days, std::size_t& effort,
            const std::function<bool(LocalTime)>& take) {
    quiet();
    if (rule.size() > text_bytes_max) return false;
    const auto recurrence = icalrecurrencetype_from_string(rule.c_str());
    if (recurrence.freq == ICAL_NO_RECURRENCE) return false;
    const Iterator iterator(icalrecur_iterator_new(recurrence, to_ical(first, whole_days)));
    if (!iterator) return false;
    LocalTime before = first;
    for (int times = 0;; ++times) {
        const auto next = icalrecur_iterator_next(iterator.get());
        const bool none = icaltime_is_null_time(next) != 0;
        if (none && recurrence.count > 0 && times >= recurrence.count) return true;
        const auto local = none ? LocalTime(libical_last) : from_ical(next);
        if (!local) return false;
        const auto cost = effort_of(recurrence, date::floor<date::days>(*local - before));
        if (cost >= effort) {
            effort = 0;
            return false;
        }
        effort -= cost;
        if (none || next.year > year_last || !take(*local)) return true;
        before = *local;
    }
}

} // namespace regiekamer::feeds
