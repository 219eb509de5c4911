// SIGTERM, SIGINT and SIGHUP (logging out, Ctrl+C) end the window as its cross does: the journal and the
// ports are left in order.
#pragma once

#include <functional>

namespace regiekamer::desk {

/// Call it before any thread is made: all inherit that these signals are left to one thread, which calls
/// `wake`.
void end_on_signals(std::function<void()> wake);
bool asked_to_end();

} // namespace regiekamer::desk
