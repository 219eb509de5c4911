#include "scenarios/player/answer.hpp"

#include "scenarios/player/identity.hpp"

namespace regiekamer::player {

double Chance::share(std::string_view of) const {
    const std::string hex = digest_hex(rule_ + "\n" + std::string(of)).substr(0, 8);
    return static_cast<double>(std::stoul(hex, nullptr, 16)) / 4294967296.0;
}

microseconds Chance::between(std::string_view of, double from_minutes, double to_minutes) const {
    const double minutes = from_minutes + (to_minutes - from_minutes) * share(of);
    return seconds{static_cast<std::int64_t>(minutes * 60)};
}

Entry answer(const Function& role, const std::string& key, const Message& cause, microseconds due, Body body,
             Simulated::Kind kind) {
    Entry entry;
    entry.due = due;
    entry.key = "simulated/" + key + "/" + cause.source + "/" + cause.id;
    entry.function = role;
    entry.person = PersonId(std::string(simulated_person));
    entry.subject = subject_of(body);
    entry.body = std::move(body);
    entry.simulated = Simulated{kind, cause.id, cause.source, cause.time, {}, {}, {}, {}, {}};
    return entry;
}

double in_minutes(microseconds span) {
    return static_cast<double>(span.count()) / 60e6;
}

} // namespace regiekamer::player
