// A feed in words: how it is, and what its own (English) remarks mean for who reads the screen.
#pragma once

#include "dashboard/picture/system.hpp"

#include <string>
#include <string_view>

namespace regiekamer::words {

/// "loopt", "stil sinds 04:12", "fout sinds 04:12", "onbekend".
std::string feed_state(const picture::FeedOverview& feed, Instant now);
/// How all of them are, for the head of a list: "alles loopt" only when every one does, else what is not so
/// first: "1 stil of fout · 2 lopen · 1 klaar".
std::string feeds_state(const std::vector<picture::FeedOverview>& all);
/// Whether its program ended, as it said itself: nobody is there to ask.
bool feed_ended(const picture::FeedOverview& feed);
/// What came of offering again: "bood 3 stukken opnieuw aan: 2 berichten, 1 blijft opzij".
std::string feed_retried(const FeedRetried& answer);
/// Whether it was asked and what came of it, for the panel; empty: never asked.
std::string feed_retry(const picture::FeedOverview& feed, Instant now);
/// The note of feed.reported or the reason of feed.refused; what is not known here stands as the feed said
/// it.
std::string feed_note(std::string_view note);
/// The sample of feed.refused: as it came, but what a program says of a line of a spreadsheet or calendar.
std::string feed_sample(std::string_view sample);

} // namespace regiekamer::words
