// A message as a journal has it, for tests of what reads a journal.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>

/// Said in an exercise at `when`, and recorded then. Its id is "m" and its sequence.
inline regiekamer::Recorded said(regiekamer::Sequence sequence, regiekamer::Instant when,
                                 const std::string& source, regiekamer::Body body) {
    regiekamer::Recorded fact;
    fact.sequence = sequence;
    fact.recorded = when;
    fact.message.id = "m" + std::to_string(sequence);
    fact.message.source = source;
    fact.message.time = when;
    fact.message.status = regiekamer::Mode::exercise;
    fact.message.body = std::move(body);
    return fact;
}
