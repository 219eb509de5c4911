// An alert as its sender wrote it, whatever it came in: the parts of CAP that a warning has a place for,
// still as text. Absent is none, empty is empty: CAP tells the two apart.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace regiekamer::feeds {

using CapText = std::optional<std::string>;

struct CapArea {
    CapText description;
    std::vector<std::string> polygons, circles;
    std::vector<std::pair<std::string, std::string>> geocodes;
};

struct CapInfo {
    CapText language, category, event, urgency, severity, certainty;
    CapText effective, onset, expires;
    CapText headline, description, instruction;
    std::vector<CapArea> areas;
};

struct CapAlert {
    CapText identifier, sender, sent, status, msg_type, scope, references;
    CapText carried_as; ///< status of the envelope around it
    std::vector<CapInfo> infos;
    bool has_signature = false; ///< XML-DSig
};

} // namespace regiekamer::feeds
