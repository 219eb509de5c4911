// A warning of others (CAP) in words: its name, until when it holds, and all that its sender said.
#pragma once

#include "messaging/vocabulary/warning.hpp"

#include <string>
#include <vector>

namespace regiekamer::words {

/// Its headline, else what is going on.
std::string warning_name(const WarningReceived& warning);
/// "vanaf di 1 dec 04:53, tot 14:47", "tot 14:47", "geen einde genoemd".
std::string warning_span(const WarningReceived& warning, Instant now);
/// "Zuid-Holland, Utrecht"; empty: it names no place.
std::string warning_places(const WarningReceived& warning);
/// Paragraphs to read to the end, what to do first; codes and parameters of machines last.
std::vector<std::string> warning_text(const WarningReceived& warning, Instant now);

} // namespace regiekamer::words
