// Reads what is typed in a field of a day and a time.
#include "dashboard/panels/dialogs/date_text.hpp"

#include "dashboard/panels/dialogs/which_hour.hpp"
#include "dashboard/words/double_hour.hpp"

#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || value < 0 || value > 9999) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view one_of) {
    if (text.empty() || one_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<minutes> read_clock(std::string_view text) {
    const auto hour = take_number(text);
    if (!hour || !take(text, ":.")) return std::nullopt;
    const auto minute = take_number(text);
    if (!minute || !text.empty() || *minute > 59) return std::nullopt;
    if (*hour > 23 && !(*hour == 24 && *minute == 0)) return std::nullopt;
    return hours(*hour) + minutes(*minute);
}

/// "3-7-2027" or "3-7", taken from the front.
std::optional<picture::LocalDay> take_day(std::string_view& text, Instant now) {
    const auto day = take_number(text);
    if (!day || !take(text, "-/")) return std::nullopt;
    const auto month = take_number(text);
    if (!month) return std::nullopt;
    const auto of_year = [&](int year) {
        const auto date = date::year(year) / *month / *day;
        return date.ok() && year >= 2000 && year <= 2099 ? std::optional(picture::LocalDay(date))
                                                         : std::nullopt;
    };
    if (take(text, "-/")) {
        const auto year = take_number(text);
        return year ? of_year(*year < 100 ? 2000 + *year : *year) : std::nullopt;
    }
    const auto today = picture::local_day(now);
    const int year = static_cast<int>(date::year_month_day(today).year());
    for (const int next : {0, 1, 2, 3, 4}) // 29 February may be four years away
        if (const auto date = of_year(year + next); date && *date >= today) return date;
    return std::nullopt;
}

struct Typed {
    picture::LocalInstant local;
    bool clock = false; ///< the time of day was typed, not taken
    WhichHour which{};
};

std::optional<Typed> read(std::string_view text, Instant now, picture::LocalDay day, minutes otherwise) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    const WhichHour which = take_which_hour(text);
    if (const auto alone = read_clock(text)) return Typed{picture::LocalInstant(day) + *alone, true, which};
    const auto date = take_day(text, now);
    if (!date) return std::nullopt;
    if (text.empty()) return Typed{picture::LocalInstant(*date) + otherwise, false, which};
    if (!take(text, " ")) return std::nullopt;
    const auto said = read_clock(text);
    if (!said) return std::nullopt;
    return Typed{picture::LocalInstant(*date) + *said, true, which};
}

/// Whether a clock was typed that the clocks skip when summer time begins.
bool skipped(const Typed& typed) {
    return typed.clock && picture::to_local(picture::from_local(typed.local)) != typed.local;
}

} // namespace

std::optional<Instant> typed_date(std::string_view text, Instant now, picture::LocalDay day,
                                  minutes otherwise) {
    const auto typed = read(text, now, day, otherwise);
    if (!typed || skipped(*typed)) return std::nullopt;
    return in_that_hour(picture::from_local(typed->local), typed->which, now);
}

std::string no_date_words(std::string_view text, Instant now, picture::LocalDay day, std::string unread) {
    if (const auto typed = read(text, now, day, minutes(0)); typed && skipped(*typed))
        return "Die tijd bestaat niet: dan gaat de klok van 02:00 naar 03:00 (zomertijd).";
    return unread;
}

std::string date_text(Instant at) {
    const auto local = picture::to_local(at);
    const auto day = date::floor<date::days>(local);
    const date::year_month_day calendar{day};
    const auto rest = std::chrono::duration_cast<minutes>(local - day).count();
    return fmt::format("{}-{}-{} {:02}:{:02}{}", static_cast<unsigned>(calendar.day()),
                       static_cast<unsigned>(calendar.month()), static_cast<int>(calendar.year()), rest / 60,
                       rest % 60, words::double_hour_mark(at));
}

} // namespace regiekamer::panels
