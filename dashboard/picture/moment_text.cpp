// Reads MOMENT against a history.
#include "dashboard/picture/moment_text.hpp"

#include "dashboard/picture/moment.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace regiekamer::picture {

std::optional<seconds> exercise_offset(std::string_view text) {
    if (text.size() < 7 || text[0] != 'T' || (text[1] != '+' && text[1] != '-')) return std::nullopt;
    const bool before = text[1] == '-';
    std::vector<int> parts;
    for (text.remove_prefix(2);;) {
        int value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc() || value < 0) return std::nullopt;
        parts.push_back(value);
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        if (text.empty()) break;
        if (text.front() != ':' || parts.size() == 3) return std::nullopt;
        text.remove_prefix(1);
    }
    if (parts.size() < 2 || parts[1] > 59 || (parts.size() == 3 && parts[2] > 59)) return std::nullopt;
    const auto span = hours(parts[0]) + minutes(parts[1]) + seconds(parts.size() == 3 ? parts[2] : 0);
    return before ? -span : span;
}

namespace {

/// What has not happened yet cannot be shown.
Result<NamedMoment> known_at(Instant at, std::string_view text, const History& history,
                             const std::optional<Instant>& latest) {
    const Instant last = std::max(history.moment_of(history.head()), latest.value_or(Instant{}));
    if (at > last && history.head() > 0)
        return refuse("--at", std::string(text) + ", after all that was recorded",
                      "at most " + to_text(last) + ", the last moment");
    return NamedMoment{history.sequence_at(at), at};
}

} // namespace

Result<NamedMoment> named_moment(std::string_view text, History& history, std::optional<Instant> latest) {
    Sequence sequence = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), sequence);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty()) {
        if (sequence > history.head())
            return refuse("--at", std::string(text),
                          "at most " + std::to_string(history.head()) + ", the last sequence");
        if (const Instant at = history.moment_of(sequence); at != Instant{}) return NamedMoment{sequence, at};
        const auto picture = history.at(sequence);
        if (!picture) return tl::unexpected(picture.error());
        return NamedMoment{sequence, default_now(*picture)};
    }
    if (const auto span = exercise_offset(text)) {
        const auto& started = history.current().exercise->started;
        if (!started.said())
            return refuse("--at", std::string(text),
                          "a sequence or an instant: T+hh:mm counts from exercise.started, and there is none "
                          "here (no scenario was played in this journal)");
        return known_at(started.value.start + *span, text, history, latest);
    }
    const auto at = read_instant(text);
    if (!at) return refuse("--at", std::string(text), "a sequence, an instant with zone, or T+hh:mm");
    return known_at(*at, text, history, latest);
}

} // namespace regiekamer::picture
