// The acts of OEFENLEIDING that keys, buttons and dialogs share: the clock, and what opens a dialog.
#pragma once

#include "dashboard/panels/trainer/trainer.hpp"

namespace regiekamer::panels::trainer {

/// The clock from now on. A refusal is said.
Intents set_clock(const Scene& scene, Instant at, double rate, bool running, std::string text);
Intents pause_or_play(const Scene& scene);
/// The rate that the clock has, running or not.
double rate_of(const Scene& scene);
std::string rate_words(double rate); ///< "×0,5"
/// Space, [ and ].
void answer_clock_keys(ui::Ui& ui, const Scene& scene, Intents& intents);

Intents ask_reason(const Scene& scene, Drafts& drafts, const MeasuredInject& inject, bool hold);
Intents ask_verdict(const Scene& scene, Drafts& drafts);
Intents ask_branch(const Scene& scene, Drafts& drafts);

} // namespace regiekamer::panels::trainer
