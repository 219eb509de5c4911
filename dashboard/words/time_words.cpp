// The names of days and months are ours: the system's locale may be anything.
#include "dashboard/words/time_words.hpp"

#include "dashboard/words/date_words.hpp"
#include "dashboard/words/double_hour.hpp"

#include "dashboard/picture/time_zone.hpp"

#include <array>
#include <fmt/format.h>

namespace regiekamer::words {
namespace {

constexpr std::array<const char*, 7> weekdays{"ma", "di", "wo", "do", "vr", "za", "zo"};
constexpr std::array<const char*, 12> months{"jan", "feb", "mrt", "apr", "mei", "jun",
                                             "jul", "aug", "sep", "okt", "nov", "dec"};

struct Local {
    int year, month, day, weekday, hour, minute, second;
};

Local local(Instant at) {
    const auto time = picture::to_local(at);
    const auto day = date::floor<date::days>(time);
    const date::year_month_day calendar{day};
    const auto rest = std::chrono::duration_cast<seconds>(time - day).count();
    return {static_cast<int>(calendar.year()),
            static_cast<int>(static_cast<unsigned>(calendar.month())),
            static_cast<int>(static_cast<unsigned>(calendar.day())),
            picture::iso_weekday(day),
            static_cast<int>(rest / 3600),
            static_cast<int>(rest / 60 % 60),
            static_cast<int>(rest % 60)};
}

const char* weekday_name(const Local& time) {
    return weekdays[static_cast<std::size_t>(time.weekday - 1)];
}
const char* month_name(const Local& time) {
    return months[static_cast<std::size_t>(time.month - 1)];
}

enum class Which { only, summer, winter };

/// Of our zone the hour that comes twice is from two to three; of other hours the zone is not asked again.
Which which(Instant at) {
    const auto time = picture::to_local(at);
    const auto of_day = time - date::floor<date::days>(time);
    if (of_day < hours(2) || of_day >= hours(3)) return Which::only;
    const auto info = picture::amsterdam()->get_info(time);
    if (info.result != date::local_info::ambiguous) return Which::only;
    return at < info.first.end ? Which::summer : Which::winter;
}

} // namespace

std::string_view double_hour(Instant at) {
    const Which found = which(at);
    return found == Which::summer ? "zomertijd" : found == Which::winter ? "wintertijd" : "";
}

std::string_view double_hour_mark(Instant at) {
    const Which found = which(at);
    return found == Which::summer ? " zt" : found == Which::winter ? " wt" : "";
}

std::string sheet_time(Instant at) {
    auto text = date::format("%Y-%m-%d %H:%M:%S", date::floor<seconds>(picture::to_local(at)));
    const Which found = which(at);
    if (found != Which::only) text += found == Which::summer ? "+02:00" : "+01:00";
    return text;
}

std::string clock(Instant at) {
    const Local time = local(at);
    return fmt::format("{:02}:{:02}{}", time.hour, time.minute, double_hour_mark(at));
}

std::string clock_seconds(Instant at) {
    const Local time = local(at);
    return fmt::format("{:02}:{:02}:{:02}{}", time.hour, time.minute, time.second, double_hour_mark(at));
}

std::string date(Instant at) {
    return fmt::format("{} {}", short_date(at), local(at).year);
}

std::string short_date(Instant at) {
    return fmt::format("{} {}", weekday_day(at), month_name(local(at)));
}

std::string weekday_day(Instant at) {
    const Local time = local(at);
    return fmt::format("{} {}", weekday_name(time), time.day);
}

std::string date_clock(Instant at) {
    return short_date(at) + " " + clock(at);
}

std::string short_date_near(Instant at, Instant now) {
    return local(at).year == local(now).year ? short_date(at) : date(at);
}

std::string date_clock_near(Instant at, Instant now) {
    return short_date_near(at, now) + " " + clock(at);
}

std::string clock_near(Instant at, Instant now) {
    return picture::local_day(at) == picture::local_day(now) ? clock(at) : date_clock_near(at, now);
}

int week_number(Instant at) {
    return picture::iso_week(picture::local_day(at)).week;
}

std::string minutes_of(microseconds span) {
    const auto minutes_all = std::abs(std::chrono::duration_cast<minutes>(span).count());
    if (minutes_all < 60) return fmt::format("{} min", minutes_all);
    if (minutes_all < 48 * 60) {
        return minutes_all % 60 == 0 ? fmt::format("{} u", minutes_all / 60)
                                     : fmt::format("{} u {} min", minutes_all / 60, minutes_all % 60);
    }
    return fmt::format("{} dagen", minutes_all / (24 * 60));
}

std::string duration(microseconds span) {
    const auto whole = std::abs(std::chrono::duration_cast<seconds>(span).count());
    return whole < 60 ? fmt::format("{} s", whole) : minutes_of(span);
}

std::string due(Instant due, Instant now) {
    const auto left = due - now;
    if (left < seconds(30) && left > -seconds(30)) return "nu";
    if (left < -hours(48)) { // whole days are days of the calendar, on every board
        const auto days = (picture::local_day(now) - picture::local_day(due)).count();
        return fmt::format("{} dagen te laat", days);
    }
    if (left < microseconds(0)) return minutes_of(-left + seconds(30)) + " te laat";
    return "over " + minutes_of(left + seconds(30));
}

std::string age(Instant then, Instant now) {
    return (now > then ? duration(now - then) : std::string("0 s")) + " oud";
}

} // namespace regiekamer::words
