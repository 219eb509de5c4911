// Easter by the anonymous Gregorian rule (Meeus/Jones/Butcher); the others follow from it or have a date.
#include "dashboard/picture/holidays.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

LocalDay on(int year, int month, int day) {
    return LocalDay(date::year(year) / month / day);
}

} // namespace

LocalDay easter(int year) {
    const int golden = year % 19, century = year / 100, rest = year % 100;
    const int skipped = (century - (century + 8) / 25 + 1) / 3;
    const int moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    const int late = (golden + 11 * moon + 22 * weekday) / 451;
    const int sum = moon + weekday - 7 * late + 114;
    return on(year, sum / 31, sum % 31 + 1);
}

std::vector<Holiday> holidays(int year) {
    const LocalDay paasdag = easter(year);
    LocalDay king = on(year, 4, 27);
    if (iso_weekday(king) == 7) king -= date::days(1);
    std::vector<Holiday> all{{on(year, 1, 1), "Nieuwjaarsdag"},
                             {paasdag, "Eerste Paasdag"},
                             {paasdag + date::days(1), "Tweede Paasdag"},
                             {king, "Koningsdag"},
                             {on(year, 5, 5), "Bevrijdingsdag"},
                             {paasdag + date::days(39), "Hemelvaartsdag"},
                             {paasdag + date::days(49), "Eerste Pinksterdag"},
                             {paasdag + date::days(50), "Tweede Pinksterdag"},
                             {on(year, 12, 25), "Eerste Kerstdag"},
                             {on(year, 12, 26), "Tweede Kerstdag"}};
    std::stable_sort(all.begin(), all.end(),
                     [](const Holiday& one, const Holiday& other) { return one.day < other.day; });
    return all;
}

std::map<PersonId, int> holiday_turns(const Picture& picture, const Function& function, Instant from,
                                      Instant until) {
    std::map<PersonId, int> turns;
    const auto year_of = [](Instant at) {
        return static_cast<int>(date::year_month_day(local_day(at)).year());
    };
    for (int year = year_of(from); year <= year_of(until); ++year)
        for (const Holiday& holiday : holidays(year)) {
            const Instant noon = from_local(LocalInstant(holiday.day) + hours(12));
            if (noon < from || noon >= until) continue;
            if (const auto duty = on_duty(picture, function, noon); duty.person) ++turns[*duty.person];
        }
    return turns;
}

} // namespace regiekamer::picture
