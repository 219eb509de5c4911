// An alert as its sender wrote it, whatever it came in: the parts of CAP that a warning has a place for,
// still as text. Absent is none, empty is empty: CAP tells the two apart.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace regiekamer::feeds {

using CapText = std::optional<std::string>;

using CapTexts = std::vector<std::string>;
using CapPairs = std::vector<std::pair<std::string, std::string>>; ///< valueName and value

struct CapArea {
    CapText description, altitude, ceiling;
    CapTexts polygons, circles;
    CapPairs geocodes;
};

struct CapResource {
    CapText description, mime_type, size, uri, digest;
    bool inside = false; ///< derefUri: its contents stand in the alert
};

struct CapInfo {
    CapText language, event, urgency, severity, certainty, audience;
    CapText effective, onset, expires;
    CapText sender_name, headline, description, instruction, web, contact;
    CapTexts categories, response_types;
    CapPairs event_codes, parameters;
    std::vector<CapResource> resources;
    std::vector<CapArea> areas;
};

struct CapAlert {
    CapText identifier, sender, sent, status, msg_type, source, scope, restriction, addresses, note,
        references, incidents;
    CapTexts codes;
    CapText carried_as; ///< status of the envelope around it
    std::vector<CapInfo> infos;
    bool has_signature = false; ///< XML-DSig
};

} // namespace regiekamer::feeds
