// BEZETTING: the lokale crisisorganisatie filled, trained and exercised: who stands on which post, what each
// was trained in and until when that counts, this year's OTO plan and what it leaves open.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels::staffing {

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// ↑ ↓ walk the posts, of which Enter fills or empties one; B: a post; D: a record of training; J: plan a
/// training.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

Intents draw_posts(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_skills(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_plan(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
void draw_gaps(ui::Ui& ui, const Scene& scene, const ui::Rect& rect);

/// POST: function, who fills it, who stands in; empty fields empty it.
Intents post(ui::Ui& ui, const Scene& scene, Drafts& drafts);
/// GEOEFEND: who, in what, when, until when.
Intents training(ui::Ui& ui, const Scene& scene, Drafts& drafts);
/// PLAN: a training of the year.
Intents plan_training(ui::Ui& ui, const Scene& scene, Drafts& drafts);

} // namespace regiekamer::panels::staffing
