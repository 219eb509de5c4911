// What a feed says to the hub: what its pieces became, how it goes with it, and what was put aside.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

#include <map>

namespace regiekamer::feeds {

/// An event as it goes to the hub.
struct Outgoing {
    std::string id, event;
    bool again = false; ///< it may have been said before, in other words: that the hub knows it is no news
};

struct TellingSettings {
    std::string name;
    Mode status{};
    std::optional<milliseconds> silence; ///< nothing for so long: the feed is `stil`
    std::string source;                  ///< of the messages
    bool health = true;                  ///< feed.reported and feed.refused
    bool own_words = false; ///< whole events of others go out as ours too: for a recording that is played
};

/// Asks no clock: instants are told. One thread.
class Telling {
public:
    /// While it runs it says so this often: one that was killed says nothing, and is missed.
    static constexpr minutes says_again{5};
    /// Reasons told apart in a minute; those beyond count as one, so that nonsense of ever another kind
    /// cannot flood the journal.
    static constexpr std::size_t reasons_max = 20;

    Telling(TellingSettings settings, Instant now);

    /// From here on what is said happens in exercise time: instants that are told stay those of the wall.
    void follows(std::optional<ExerciseClock> clock) { clock_ = clock; }

    /// A piece; something came when it said something or had something put aside. `ids` of what has none.
    /// What was remarked on pieces stands for an hour in the note of a feed that runs.
    std::vector<Outgoing> take(Became became, Instant arrival, const std::vector<std::string>& ids = {});
    /// The source answers.
    void heard(Instant now);
    void fault(const std::string& sentence, Instant now);
    /// What comes in cannot be kept, until an empty sentence says that it can: all that is fed goes on.
    void not_kept(const std::string& sentence) {
        not_kept_ = sentence;
        kept_all_ = kept_all_ && sentence.empty();
    }
    void aside(const std::string& reason, const std::string& sample, Instant now);
    /// What is to be told by now.
    std::vector<Outgoing> due(Instant now);
    [[nodiscard]] Instant next_due() const;
    /// What came of offering again, to who asked it (an id).
    [[nodiscard]] Outgoing answer(FeedRetried answer, const std::string& asked, Instant now) const;
    /// What was still counted, and that it is over; `ended`: as was to be expected.
    std::vector<Outgoing> finish(const std::string& note, Instant now, bool ended);

private:
    void note_remarks(const std::vector<std::string>& remarks, Instant now);
    [[nodiscard]] std::optional<std::string> remarks_note(Instant now) const;

    struct Counted {
        std::int64_t count = 0;
        std::string sample;
        Instant next; ///< not told again before
    };
    void report(std::vector<Outgoing>& out, FeedState state, std::optional<std::string> note, Instant now,
                bool last = false, bool ended = false);
    [[nodiscard]] Instant moment(Instant wall) const { return clock_ ? clock_->now(wall) : wall; }
    void tell_aside(std::vector<Outgoing>& out, Instant now, bool all);
    [[nodiscard]] Outgoing outgoing(Body body, std::string id, Instant time,
                                    const std::string& cause = {}) const;

    TellingSettings settings_;
    std::optional<ExerciseClock> clock_;
    Instant heard_, told_at_;
    std::optional<Instant> source_heard_; ///< none: not yet
    std::optional<FeedState> told_;
    std::optional<std::string> told_note_, fault_;
    std::string not_kept_;
    bool running_ = false, kept_all_ = true;
    std::map<std::string, Counted> aside_;
    std::map<std::string, Instant> remarks_; ///< when each was made last
};

/// A new id of an event.
std::string new_id();

} // namespace regiekamer::feeds
