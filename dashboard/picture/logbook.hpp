// Logboek: notes with their corrections, and what people did about alarms. The lines of the logboek itself
// are the messages (see log.hpp); nothing is kept here of a withdrawal, which History heeds.
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/table.hpp"
#include "messaging/vocabulary/logbook.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

struct Correction {
    Known<NoteCorrected> corrected;
    std::optional<Function> function;
    std::optional<PersonId> person;
    bool operator==(const Correction&) const = default;
};

struct Note {
    Known<NoteWritten> written; ///< not said: only corrected, never written
    std::optional<Function> function;
    std::optional<PersonId> person;
    std::vector<Correction> corrections; ///< oldest first; the old text stays, struck
    bool operator==(const Note&) const = default;
};

struct AlarmAnswer {
    std::optional<Known<bool>> acknowledged;
    std::optional<Known<AlarmShelved>> shelved; ///< the last
    std::optional<Function> function;           ///< who did the last of these
    std::optional<PersonId> person;
    bool operator==(const AlarmAnswer&) const = default;
};

struct Logbook {
    Table<NoteId, Note> notes;
    Table<AlarmId, AlarmAnswer> alarms;
    std::map<Sequence, Known<std::string>> redacted; ///< content taken out by law: why
    bool operator==(const Logbook&) const = default;
};

/// What a note says after its last correction.
const std::string& text_of(const Note& note);
/// In order of being written, newest first.
std::vector<const Note*> notes_of(const Picture& picture, const IncidentId& incident);
std::vector<const Note*> notes_of(const Picture& picture, const PublicEventId& event);
/// Marked important, and not of an incident that was closed; newest first.
std::vector<const Note*> important_notes(const Picture& picture);

} // namespace regiekamer::picture
