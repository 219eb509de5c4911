// The index of all messages: which incident each is about, and where a moment falls.
#include "dashboard/picture/log.hpp"

namespace regiekamer::picture {
namespace {

const std::string* text(const IncidentId& incident) {
    return &incident.value;
}
const std::string* text(const std::optional<IncidentId>& incident) {
    return incident ? &incident->value : nullptr;
}

/// The incident that a body names, or that what it names belongs to; nullptr: none.
template <class T>
const std::string* incident_named_by(const T& body, const Picture& picture) {
    if constexpr (requires { body.incident; }) {
        return text(body.incident);
    } else if constexpr (requires { body.meeting; }) {
        const Meeting* meeting = picture.meetings->meetings.find(body.meeting);
        return meeting ? text(meeting->planned.value.incident) : nullptr;
    } else if constexpr (requires { body.action; }) {
        const Action* action = find_action(picture, body.action);
        return action ? text(action->opened.value.incident) : nullptr;
    } else if constexpr (requires { body.note; } && std::is_same_v<T, NoteCorrected>) {
        const Note* note = picture.logbook->notes.find(body.note);
        return note ? text(note->written.value.incident) : nullptr;
    } else {
        return nullptr;
    }
}

} // namespace

void Log::append(const Recorded& fact, Instant moment, const Picture& picture) {
    LogEntry entry;
    entry.sequence = fact.sequence;
    entry.recorded = fact.recorded;
    entry.time = fact.message.time;
    entry.moment = entries_.empty() ? moment : std::max(moment, entries_.back().moment);
    entry.told = entries_.empty() ? entry.time : std::max(entry.time, entries_.back().told);
    entry.type = static_cast<std::uint16_t>(fact.message.body.index());
    if (fact.message.function) entry.function = name(fact.message.function->value);
    const std::string* incident =
        std::visit([&](const auto& body) { return incident_named_by(body, picture); }, fact.message.body);
    if (incident) entry.incident = name(*incident);
    if (const auto* note = std::get_if<NoteWritten>(&fact.message.body))
        entry.important = note->important.value_or(false);
    if (const auto* corrected =
            std::get_if<NoteCorrected>(&fact.message.body)) // what it says now is as weighty
        if (const Note* note = picture.logbook->notes.find(corrected->note))
            entry.important = note->written.value.important.value_or(false);
    entries_.push_back(entry);
}

const LogEntry* Log::find(Sequence sequence) const {
    const std::size_t count = count_until(sequence);
    if (count == 0 || entries_[count - 1].sequence != sequence) return nullptr;
    return &entries_[count - 1];
}

Sequence Log::sequence_at(Instant at) const {
    const auto after = std::partition_point(entries_.begin(), entries_.end(),
                                            [&](const LogEntry& entry) { return moment_of(entry) <= at; });
    return after == entries_.begin() ? 0 : (after - 1)->sequence;
}

const std::string& Log::function_of(const LogEntry& entry) const {
    return names_[entry.function];
}

const std::string& Log::incident_of(const LogEntry& entry) const {
    return names_[entry.incident];
}

std::size_t Log::count_until(Sequence upto) const {
    const auto after = std::partition_point(entries_.begin(), entries_.end(),
                                            [&](const LogEntry& entry) { return entry.sequence <= upto; });
    return static_cast<std::size_t>(after - entries_.begin());
}

std::uint32_t Log::name(const std::string& text) {
    const auto [at, added] = numbers_.try_emplace(text, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(text);
    return at->second;
}

} // namespace regiekamer::picture
