// What the dialogs of the board share.
#pragma once

#include "dashboard/panels/events/events.hpp"

namespace regiekamer::panels::events {

/// Closes the dialog and does all of this as one act: it is taken back as one.
Intents acts(Drafts& drafts, std::vector<Body> bodies, const std::string& text);
/// What was typed, trimmed, at most 256 bytes and nothing that cannot be seen; none, and a complaint.
std::optional<std::string> typed_name(Drafts& drafts, const std::string& text, const char* complaint);

} // namespace regiekamer::panels::events
