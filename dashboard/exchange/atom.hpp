// The logboek as an Atom feed (RFC 4287), for a reader of feeds and for who follows from elsewhere.
#pragma once

#include "dashboard/exchange/text.hpp"
#include "dashboard/picture/history.hpp"

namespace regiekamer::exchange {

struct LogboekWanted {
    Sequence upto{};
    std::size_t most = 200;             ///< lines, newest first
    std::optional<IncidentId> incident; ///< of that one alone
    bool trainer = false;               ///< of an exercise also what only its leaders see
};

/// The lines that the logboek shows by default, in its own sentences: single measurements and technique stay
/// out. An entry is written by the function that said it; `updated` is when it happened, of a message that
/// was withdrawn when that was, and its title says so. Ids are tags of journal and sequence, so that a reader
/// shows a line once. Verdicts, observations and the steering of injects stay out unless asked for: players
/// read along. Names of people stand in it as in the logboek.
Result<std::string> atom(picture::History& history, const picture::Picture& picture, Instant now,
                         const Origin& origin, const LogboekWanted& wanted);

} // namespace regiekamer::exchange
