// Notices that somebody else decided about the same thing while an act of this desk was on its way, or just
// after.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <deque>
#include <optional>
#include <string>

namespace regiekamer::desk {

/// Two acts about one thing; neither sender knew of the other's.
struct Crossing {
    Recorded mine, other;
    [[nodiscard]] bool other_later() const { return other.sequence > mine.sequence; }
};

class Crossings {
public:
    /// What the hub recorded this long after an act was said without knowing of it.
    static constexpr auto same_moment = seconds(2);

    /// This desk says something.
    void said(const std::string& id, const Body& body);
    /// The hub refused it: it crosses nothing any more.
    void refused(const std::string& id);
    /// A message of the journal, in order: the crossing that it makes.
    std::optional<Crossing> hears(const Recorded& fact);

private:
    struct Own {
        std::string id, subject;
        std::optional<Recorded> back; ///< as the hub recorded it
        std::vector<Recorded> before; ///< what others decided about it while it was on its way
    };
    std::deque<Own> own_;
};

} // namespace regiekamer::desk
