// A recorded night that is played in an exercise happens now: the times that its sources speak of move along
// with it, or its warnings would be over and its water of another season.
#pragma once

#include "messaging/feeds/feed.hpp"

#include <map>
#include <string>

namespace regiekamer::feeds {

class Relived {
public:
    /// What came in `then` is said `now`. The whole night moves as one: by as much as what came before it, as
    /// long as that is right to a minute, and by nothing in an exercise whose clock stands in that night.
    /// A roster and a calendar are of the days that they name.
    void move(Became& became, Instant then, Instant now);
    /// The decoder's stamp of a page is of when it came in, and so it stays, however fast the night goes: one
    /// of later than now would not be shown yet.
    void move_pages(Became& became, Instant arrival, Instant now);

private:
    void keep_order(WarningReceived& warning);

    microseconds by_{0}, pages_by_{0};
    /// By sender and identifier when each warning was sent last, in the night and as it was moved.
    struct Sent {
        Instant then, moved;
    };
    std::map<std::string, Sent> sent_;
};

} // namespace regiekamer::feeds
