// What an OvD-Bz does with a page that proposes an incident or a GRIP level: writes down the level that was
// told there and not yet here, or says why it asks nothing of him. Proposals stay open until somebody does.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <map>
#include <string>
#include <vector>

namespace regiekamer::player {

/// Takes what was said, by whomever, with the moment at which it came.
class Proposals {
public:
    /// How things must stand when the reply is due; of a page one case holds at most.
    enum class Case { level_stands, level_missing, incident_known, nothing_known };
    struct Reply {
        Case when{};
        Body body;
    };

    void observe(const Message& message, Instant moment);
    /// What may be said to a page; nothing to one that proposes nothing.
    [[nodiscard]] std::vector<Reply> replies(const Message& message) const;
    /// Whether a reply to that page is still wanted at that moment, and is this one.
    [[nodiscard]] bool wants(Case when, const std::string& page, Instant moment) const;

private:
    struct Change {
        Instant moment;
        std::int64_t level = 0;
        bool open = true;
    };
    [[nodiscard]] const IncidentId* leading() const;
    [[nodiscard]] std::int64_t level(Instant moment) const;
    [[nodiscard]] bool any_open(Instant moment) const;
    void change(const IncidentId& incident, Instant moment, std::int64_t level, bool open);

    std::map<IncidentId, std::vector<Change>> incidents_; ///< by moment
    std::map<std::string, std::int64_t> pages_;           ///< by id: the level that they name, or 0
    std::map<std::string, Instant> settled_;              ///< likewise: when
};

} // namespace regiekamer::player
