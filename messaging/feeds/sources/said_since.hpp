// What the later pieces of a feed say otherwise than an earlier one: that one is not the last word any more.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <map>
#include <string>
#include <vector>

namespace regiekamer::feeds {

class SaidSince {
public:
    /// `piece` counts the pieces of a feed, in their order.
    void note(const Body& body, std::size_t piece);
    /// Whether a piece after that one said something else of the same subject; of a duty also: had another in
    /// its place.
    [[nodiscard]] bool otherwise(const Body& body, std::size_t piece) const;

private:
    struct Placed {
        Instant from, until;
        std::size_t piece = 0;
    };
    std::map<std::string, std::size_t> last_; ///< by subject: the piece
    std::map<Function, std::vector<Placed>> duties_;
};

} // namespace regiekamer::feeds
