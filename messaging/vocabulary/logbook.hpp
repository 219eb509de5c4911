// Logboek: notes, corrections, withdrawal, redaction, and what was done about alarms.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

struct NoteWritten {
    static constexpr std::string_view type = "note.written";
    NoteId note;
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event;
    std::string text;
    std::optional<bool> important;
    bool operator==(const NoteWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteWritten, (), (note, incident, event, text, important))

/// The old line stays, struck.
struct NoteCorrected {
    static constexpr std::string_view type = "note.corrected";
    NoteId note;
    std::string text;
    std::optional<std::string> reason;
    bool operator==(const NoteCorrected&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteCorrected, (), (note, text, reason))

/// Undoes any message from here on; before it, the picture still shows what was known then.
struct MessageWithdrawn {
    static constexpr std::string_view type = "message.withdrawn";
    MessageId message;
    std::string message_source; ///< `source` of that CloudEvent
    std::string reason;
    static constexpr std::string_view schema_rule =
        R"({"properties":{"message_source":{"minLength":1,"maxLength":256}}})";
    bool operator==(const MessageWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageWithdrawn, (), (message, message_source, reason))

inline std::optional<Problem> broken_rule(const MessageWithdrawn& body) {
    return unnamed("/message_source", body.message_source);
}

/// Content taken out of the journal by law; the digest stays.
struct MessageRedacted {
    static constexpr std::string_view type = "message.redacted";
    MessageNumber sequence;
    std::string reason;
    bool operator==(const MessageRedacted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageRedacted, (), (sequence, reason))

/// `alarm` is the derived id rule/subject/causing sequence.
struct AlarmAcknowledged {
    static constexpr std::string_view type = "alarm.acknowledged";
    AlarmId alarm;
    bool operator==(const AlarmAcknowledged&) const = default;
};
BOOST_DESCRIBE_STRUCT(AlarmAcknowledged, (), (alarm))

struct AlarmShelved {
    static constexpr std::string_view type = "alarm.shelved";
    AlarmId alarm;
    Instant until;
    std::string reason;
    bool operator==(const AlarmShelved&) const = default;
};
BOOST_DESCRIBE_STRUCT(AlarmShelved, (), (alarm, until, reason))

} // namespace regiekamer
