// KOPPELINGEN: what comes in from outside and how it is: last heard, how much, what was set aside and why.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels::feeds {

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// ↑ ↓: another feed. O: bied opnieuw aan.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

void draw_list(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// OPZIJ GELEGD: of the chosen feed, with what came of offering it again.
void draw_aside(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const Drafts& drafts, Intents& intents);

/// A socket that the hub follows by itself, under its endpoint: nothing of it is kept to offer again.
bool keeps_nothing(const picture::FeedOverview& feed);
/// The act of O for this feed: it is asked, or why it cannot be.
Intents offer_again(const Scene& scene, const picture::FeedOverview& feed);

/// The feed that was chosen, else the first; nullptr: there is none.
const picture::FeedOverview* chosen(const std::vector<picture::FeedOverview>& all, const Drafts& drafts);

} // namespace regiekamer::panels::feeds
