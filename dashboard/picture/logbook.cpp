// Notes and their corrections, and the answers to alarms.
#include "dashboard/picture/logbook.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

template <class Wanted>
std::vector<const Note*> newest_first(const Picture& picture, Wanted&& wanted) {
    std::vector<const Note*> found;
    for (const auto& [id, note] : picture.logbook->notes)
        if (note.written.said() && wanted(note.written.value)) found.push_back(&note);
    std::sort(found.begin(), found.end(),
              [](const Note* a, const Note* b) { return a->written.sequence > b->written.sequence; });
    return found;
}

/// Whether what the note is about goes on.
bool topical(const Picture& picture, const NoteWritten& note) {
    const Incident* incident = note.incident ? find_incident(picture, *note.incident) : nullptr;
    return !incident || !incident->closed;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const NoteWritten& body) {
    Note& note = picture.logbook.edit().notes.edit(body.note);
    // The same words again only mark it: who wrote it, and when, stays.
    NoteWritten marked = note.written.value;
    marked.text = text_of(note);
    marked.important = body.important;
    if (note.written.said() && marked == body) {
        note.written.value.important = body.important;
        return;
    }
    note.written = {body, fact};
    note.function = fact.message.function;
    note.person = fact.message.person;
}

void apply(Picture& picture, const Recorded& fact, const NoteCorrected& body) {
    picture.logbook.edit().notes.edit(body.note).corrections.push_back(
        {{body, fact}, fact.message.function, fact.message.person});
}

// History heeds it: what is withdrawn is not folded.
void apply(Picture&, const Recorded&, const MessageWithdrawn&) {}

void apply(Picture& picture, const Recorded& fact, const MessageRedacted& body) {
    const auto sequence = static_cast<Sequence>(body.sequence.value);
    picture.logbook.edit().redacted[sequence] = Known<std::string>(body.reason, fact);
}

void apply(Picture& picture, const Recorded& fact, const AlarmAcknowledged& body) {
    AlarmAnswer& answer = picture.logbook.edit().alarms.edit(body.alarm);
    answer.acknowledged = Known<bool>(true, fact);
    answer.function = fact.message.function;
    answer.person = fact.message.person;
}

void apply(Picture& picture, const Recorded& fact, const AlarmShelved& body) {
    AlarmAnswer& answer = picture.logbook.edit().alarms.edit(body.alarm);
    answer.shelved = Known<AlarmShelved>(body, fact);
    answer.function = fact.message.function;
    answer.person = fact.message.person;
}

const std::string& text_of(const Note& note) {
    const bool corrected =
        !note.corrections.empty() && note.corrections.back().corrected.sequence > note.written.sequence;
    return corrected ? note.corrections.back().corrected.value.text : note.written.value.text;
}

std::vector<const Note*> notes_of(const Picture& picture, const IncidentId& incident) {
    return newest_first(picture, [&](const NoteWritten& note) { return note.incident == incident; });
}

std::vector<const Note*> notes_of(const Picture& picture, const PublicEventId& event) {
    return newest_first(picture, [&](const NoteWritten& note) { return note.event == event; });
}

std::vector<const Note*> important_notes(const Picture& picture) {
    return newest_first(picture, [&](const NoteWritten& note) {
        return note.important.value_or(false) && topical(picture, note);
    });
}

} // namespace regiekamer::picture
