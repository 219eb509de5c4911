// RFC 3339, read strictly and written in one form.
#include "messaging/vocabulary/instant.hpp"

namespace regiekamer {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

/// A cursor over the text; every step says whether it fitted.
struct Cursor {
    std::string_view rest;

    template <std::size_t count>
    bool digits(int& value) {
        if (rest.size() < count) return false;
        value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char c = rest[i];
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        rest.remove_prefix(count);
        return true;
    }
    bool one_of(char allowed, char other) {
        if (rest.empty() || (rest.front() != allowed && rest.front() != other)) return false;
        rest.remove_prefix(1);
        return true;
    }
    bool letter(char wanted) { return one_of(wanted, wanted); }
    bool fraction(int& micros) {
        micros = 0;
        if (rest.empty() || rest.front() != '.') return true;
        rest.remove_prefix(1);
        int count = 0;
        for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1), ++count)
            if (count < 6) micros = micros * 10 + (rest.front() - '0');
        for (int i = count; i < 6; ++i)
            micros *= 10;
        return count > 0;
    }
    bool zone(minutes& offset) {
        if (one_of('Z', 'z')) return true;
        if (rest.empty()) return false;
        const bool west = rest.front() == '-';
        int h = 0, m = 0;
        if (!one_of('+', '-') || !digits<2>(h) || !letter(':') || !digits<2>(m) || h > 23 || m > 59)
            return false;
        offset = minutes{h * 60 + m} * (west ? -1 : 1);
        return true;
    }
};

template <int width>
char* put(char* at, int value) {
    for (int i = width - 1; i >= 0; --i, value /= 10)
        at[i] = static_cast<char>('0' + value % 10);
    return at + width;
}

} // namespace

Result<Instant> read_instant(std::string_view text) {
    const auto wrong = [&](const char* expected) __attribute__((cold)) {
        return refuse({}, std::string(text.substr(0, 60)), expected);
    };
    Cursor at{text};
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, micros = 0;
    minutes offset{0};
    if (!(at.digits<4>(y) && at.letter('-') && at.digits<2>(mo) && at.letter('-') && at.digits<2>(d) &&
          at.one_of('T', 't') && at.digits<2>(h) && at.letter(':') && at.digits<2>(mi) && at.letter(':') &&
          at.digits<2>(s) && at.fraction(micros) && at.zone(offset) && at.rest.empty()))
        return wrong("an RFC 3339 instant with zone, such as 2026-11-24T02:12:09Z");
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || h > 23 || mi > 59 || s > 59) return wrong("a date and time that exist");
    if (y < 2000 || y > 2099) return wrong("a year from 2000 to 2099");
    return Instant{sys_days{date}} + hours{h} + minutes{mi} + seconds{s} + microseconds{micros} - offset;
}

char* put_text(char* at, Instant instant) {
    const auto date_part = std::chrono::floor<std::chrono::days>(instant);
    const year_month_day date{date_part};
    const auto rest = (instant - date_part).count();
    at = put<4>(at, static_cast<int>(date.year()));
    *at++ = '-';
    at = put<2>(at, static_cast<int>(static_cast<unsigned>(date.month())));
    *at++ = '-';
    at = put<2>(at, static_cast<int>(static_cast<unsigned>(date.day())));
    *at++ = 'T';
    at = put<2>(at, static_cast<int>(rest / 3'600'000'000));
    *at++ = ':';
    at = put<2>(at, static_cast<int>(rest / 60'000'000 % 60));
    *at++ = ':';
    at = put<2>(at, static_cast<int>(rest / 1'000'000 % 60));
    *at++ = '.';
    at = put<6>(at, static_cast<int>(rest % 1'000'000));
    *at++ = 'Z';
    return at;
}

std::string to_text(Instant instant) {
    std::string text(instant_letters, '\0');
    put_text(text.data(), instant);
    return text;
}

Instant wall_clock() {
    return std::chrono::floor<microseconds>(std::chrono::system_clock::now());
}

} // namespace regiekamer
