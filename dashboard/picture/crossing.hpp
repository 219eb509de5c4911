// Two people who decide about the same thing at the same moment: what their acts have in common, and whose
// holds.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>

namespace regiekamer::picture {

struct Picture;

/// What an act decides about; two acts with the same subject contradict or repeat each other. Empty for what
/// only adds (a note, a measurement).
std::string subject_of(const Body& body);

/// Whether what this message decided is what the picture says. Of most subjects the last message counts, as
/// the hub ordered them; of GRIP the latest effective_from; an action that is over or was taken on stays so,
/// and an overdracht confirmed once. `others_later`: the other message about it came after this one.
bool holds(const Picture& picture, const Recorded& fact, bool others_later);

/// Whether two acts about one subject decide the same: the same level, both that it is done. It counts once,
/// and nobody's decision is overruled.
bool same_decision(const Body& one, const Body& other);

} // namespace regiekamer::picture
